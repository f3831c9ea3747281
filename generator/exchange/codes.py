"""The codes of FHIR R5 for our words: event timing, days of the week, units of time, routes.

Route codes are those of SNOMED CT as FHIR's own value set of routes lists them. A route that the list has no concept of
its own for (inhaled: the list knows only the whole respiratory tract) is given in words alone.
"""

from __future__ import annotations

from collections.abc import Mapping

SNOMED = "http://snomed.info/sct"
DOSE_RATE_TYPE = "http://terminology.hl7.org/CodeSystem/dose-rate-type"

UNITS_OF_TIME = frozenset({"s", "min", "h", "d", "wk", "mo", "a"})

WEEKDAYS: Mapping[str, str] = {
    "monday": "mon",
    "tuesday": "tue",
    "wednesday": "wed",
    "thursday": "thu",
    "friday": "fri",
    "saturday": "sat",
    "sunday": "sun",
}

EVENTS: Mapping[str, str] = {
    "morning": "MORN",
    "noon": "NOON",
    "afternoon": "AFT",
    "evening": "EVE",
    "night": "NIGHT",
    "bedtime": "HS",
    "waking": "WAKE",
    "with-meals": "C",
    "before-meals": "AC",
    "after-meals": "PC",
    "with-breakfast": "CM",
    "with-lunch": "CD",
    "with-dinner": "CV",
    "before-breakfast": "ACM",
    "before-lunch": "ACD",
    "before-dinner": "ACV",
    "after-breakfast": "PCM",
    "after-lunch": "PCD",
    "after-dinner": "PCV",
}
"""A part of the day or a meal, and its code of event timing."""

AT_THE_MEAL = frozenset({"with-meals", "with-breakfast", "with-lunch", "with-dinner"})
"""Events that FHIR lets no offset stand with."""

ABBREVIATIONS: Mapping[str, tuple[str, str]] = {
    "QD": ("1", "1 d"),
    "BID": ("2", "1 d"),
    "TID": ("3", "1 d"),
    "QID": ("4", "1 d"),
    "QOD": ("1", "2 d"),
    **{f"Q{hours}H": ("1", f"{hours} h") for hours in (1, 2, 3, 4, 6, 8)},
}
"""Timing codes that say no more than how often: how many times, in which interval."""

ROUTES: Mapping[str, tuple[str, str]] = {
    "oral": ("26643006", "Oral route"),
    "sublingual": ("37839007", "Sublingual route"),
    "buccal": ("54471007", "Buccal route"),
    "nasal": ("46713006", "Nasal route"),
    "topical": ("6064005", "Topical route"),
    "transdermal": ("45890007", "Transdermal route"),
    "rectal": ("37161004", "Per rectum"),
    "vaginal": ("16857009", "Per vagina"),
    "ophthalmic": ("54485002", "Ophthalmic route"),
    "otic": ("10547007", "Otic route"),
    "subcutaneous": ("34206005", "Subcutaneous route"),
    "intramuscular": ("78421000", "Intramuscular route"),
    "intradermal": ("372464004", "Intradermal use"),
    "intravenous": ("47625008", "Intravenous route"),
    "intraosseous": ("417255000", "Intraosseous route"),
    "intrathecal": ("72607000", "Intrathecal route"),
    "epidural": ("404820008", "Epidural route"),
    "intra-articular": ("12130007", "Intra-articular route"),
    "intravitreal": ("418401004", "Intravitreal route"),
    "intraperitoneal": ("38239002", "Intraperitoneal route"),
    "intravesical": ("372471009", "Intravesical use"),
    "intratracheal": ("404818005", "Intratracheal route"),
    "intra-arterial": ("58100008", "Intra-arterial route"),
    "intralesional": ("372466002", "Intralesional use"),
    "infiltration": ("718329006", "Infiltration route"),
    "perineural": ("372475000", "Perineural use"),
    "subconjunctival": ("372476004", "Subconjunctival use"),
    "urethral": ("90028008", "Urethral route"),
    "nasogastric": ("127492001", "Nasogastric route"),
    "gastrostomy": ("127490009", "Gastrostomy route"),
}
"""Routes with their concept and the concept's name. For a route that is missing here words alone must do."""

ROUTE_OF_CODE: Mapping[str, str] = {coded[0]: route for route, coded in ROUTES.items()}
EVENT_OF_CODE: Mapping[str, str] = {code: word for word, code in EVENTS.items()}
WEEKDAY_OF_CODE: Mapping[str, str] = {code: word for word, code in WEEKDAYS.items()}
