"""Dosages as other systems write them, after the examples of the FHIR R5 specification, and the dose that each says.

The drug is fictional. What stands on the right is what an editor would write.
"""

from __future__ import annotations

from typing import Any

UCUM = "http://unitsofmeasure.org"
SNOMED = "http://snomed.info/sct"
ORDERED = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/dose-rate-type", "code": "ordered"}]}


def quantity(value: Any, code: str) -> dict[str, Any]:
    """A quantity as most systems write it: the words for people, and the code."""
    return {"value": value, "unit": code, "system": UCUM, "code": code}


def _dose(value: Any, code: str) -> dict[str, Any]:
    return {"doseAndRate": [{"type": ORDERED, "doseQuantity": quantity(value, code)}]}


ORAL = {"coding": [{"system": SNOMED, "code": "26643006", "display": "Oral route (qualifier value)"}]}
INTRAVENOUS = {
    "coding": [{"system": SNOMED, "code": "47625008", "display": "Intravenous route (qualifier value)"}]
}

SAMPLES: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "three times a day": (
        [{"sequence": 1, "text": "Take 500 mg three times daily", "route": ORAL, **_dose(500, "mg"),
          "timing": {"repeat": {"frequency": 3, "period": 1, "periodUnit": "d"}}}],
        {"route": "oral", "amount": "500 mg", "times": "3", "every": "1 d"},
    ),
    "one or two every four to six hours as needed": (
        [{"asNeeded": True, "asNeededFor": [{"coding": [{"system": SNOMED, "code": "1", "display": "Pain"}]}],
          "route": {"text": "Oral"},
          "doseAndRate": [{"doseRange": {"low": quantity(1, "{tablet}"), "high": quantity(2, "{tablet}")}}],
          "timing": {"repeat": {"period": 4, "periodMax": 6, "periodUnit": "h"}},
          "maxDosePerPeriod": [{"numerator": quantity(8, "{tablet}"), "denominator": quantity(24, "h")}]}],
        {"route": "oral", "amount": "1 to 2 {tablet}", "every": "4 to 6 h", "as_needed": {"reason": "Pain"},
         "maximum": {"per_day": "8 {tablet}"}},
    ),
    "needed, and nobody says for what": (
        [{"asNeeded": True, **_dose(2, "{puff}")}],
        {"amount": "2 {puff}", "as_needed": {"reason": "not-stated"}},
    ),
    "a timing code": (
        [{**_dose(25, "mg"), "timing": {"code": {"coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation", "code": "BID"}], "text": "BID"}}}],
        {"amount": "25 mg", "times": "2", "every": "1 d"},
    ),
    "weekdays, for twelve weeks": (
        [{**_dose(7.5, "mg"), "timing": {"repeat": {"dayOfWeek": ["mon", "thu"],
                                                    "boundsDuration": quantity(12, "wk")}}}],
        {"amount": "7.5 mg", "days": ["monday", "thursday"], "duration": "12 wk"},
    ),
    "half an hour before meals": (
        [{**_dose(20, "mg"), "timing": {"repeat": {"when": ["ACM", "ACV"], "offset": 30}}}],
        {"amount": "20 mg", "when": ["before-breakfast", "before-dinner"], "offset": "30 min"},
    ),
    "at times of day, a counted number of doses": (
        [{**_dose(1, "g"), "timing": {"repeat": {"timeOfDay": ["08:00:00", "20:00:00"], "count": 6, "countMax": 8}}}],
        {"amount": "1 g", "at": ["08:00", "20:00"], "count": "6 to 8"},
    ),
    "an infusion over one to two hours": (
        [{"route": INTRAVENOUS, "method": {"text": "infusion"}, **_dose(0.4, "g/kg"),
          "timing": {"repeat": {"duration": 1, "durationMax": 2, "durationUnit": "h", "frequency": 1, "period": 1,
                                "periodUnit": "d", "boundsRange": {"high": quantity(5, "d")}}}}],
        {"route": "intravenous", "method": "infusion", "amount": "0.4 g/kg", "over": "1 to 2 h", "times": "1",
         "every": "1 d", "maximum_duration": "5 d"},
    ),
    "a rate as ratio": (
        [{"route": INTRAVENOUS, "doseAndRate": [{"rateRatio": {"numerator": quantity(100, "mL"),
                                                              "denominator": quantity(1, "h")}}]}],
        {"route": "intravenous", "rate": "100 mL/h"},
    ),
    "a rate as range": (
        [{"doseAndRate": [{"rateRange": {"low": quantity(2, "mL/kg/h"), "high": quantity(5, "mL/kg/h")}}]}],
        {"rate": "2 to 5 mL/kg/h"},
    ),
    "all the limits": (
        [{**_dose(50, "mg/m2"), "maxDosePerAdministration": quantity(100, "mg"),
          "maxDosePerLifetime": quantity(550, "mg/m2"),
          "maxDosePerPeriod": [{"numerator": quantity(200, "mg"), "denominator": quantity(7, "d")},
                               {"numerator": quantity(3, "mg/kg"), "denominator": quantity(1, "d")},
                               {"numerator": quantity(120, "mg"), "denominator": quantity(1, "d")},
                               {"numerator": quantity(6, "mg"), "denominator": quantity(3, "d")}]}],
        {"amount": "50 mg/m2", "maximum": {
            "per_dose": "100 mg", "per_day": ["3 mg/kg", "120 mg"], "per_week": "200 mg", "lifetime": "550 mg/m2",
            "per_period": [{"amount": "6 mg", "period": "3 d"}]}},
    ),
    "instructions": (
        [{**_dose(10, "mg"), "site": {"text": "left arm"}, "patientInstruction": "Take it with food.",
          "additionalInstruction": [{"text": "With food"}, {"text": "Do not crush"}]}],
        {"amount": "10 mg", "site": "left arm",
         "remark": {"clinician": "With food; Do not crush", "patient": "Take it with food."}},
    ),
    "morning and evening differ": (
        [{"sequence": 1, "route": ORAL, **_dose(10, "mg"), "timing": {"repeat": {"when": ["MORN"]}}},
         {"sequence": 1, "route": ORAL, **_dose(5, "mg"), "timing": {"repeat": {"when": ["EVE"]}}}],
        {"route": "oral", "amounts": [{"amount": "10 mg", "when": ["morning"]},
                                      {"amount": "5 mg", "when": ["evening"]}]},
    ),
    "loading and maintenance": (
        [{"sequence": 2, "route": ORAL, **_dose(150, "mg"),
          "timing": {"repeat": {"frequency": 1, "period": 1, "periodUnit": "d"}}},
         {"sequence": 1, "route": ORAL, **_dose(300, "mg"), "timing": {"repeat": {"count": 1}}}],
        {"route": "oral", "steps": [{"amount": "300 mg", "count": "1"},
                                    {"amount": "150 mg", "times": "1", "every": "1 d"}]},
    ),
}  # fmt: skip
"""Each sample by what it says: the Dosages, and the fields of the dose."""

REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "an unknown modifier": (
        {**_dose(5, "mg"), "modifierExtension": [{"url": "http://example.org/x", "valueBoolean": True}]},
        "Dosage[0].modifierExtension[0]", "changes the meaning",
    ),
    "an unknown extension": (
        {**_dose(5, "mg"), "extension": [{"url": "http://example.org/x", "valueString": "x"}]},
        "Dosage[0].extension[0]", "http://example.org/x",
    ),
    "a second amount": (
        {"doseAndRate": [{"doseQuantity": quantity(5, "mg")}, {"doseQuantity": quantity(10, "mg")}]},
        "Dosage[0].doseAndRate[1]", "a second amount",
    ),
    "a calculated amount": (
        {"doseAndRate": [{"type": {"coding": [{"code": "calculated"}]}, "doseQuantity": quantity(5, "mg")}]},
        "Dosage[0].doseAndRate[0].type", "one patient",
    ),
    "a unit in words": (
        {"doseAndRate": [{"doseQuantity": {"value": 5, "unit": "mcg"}}]},
        "Dosage[0].doseAndRate[0].doseQuantity", "“ug”",
    ),
    "a unit of another list": (
        {"doseAndRate": [{"doseQuantity": {"value": 1, "code": "TAB", "unit": "tablet",
                          "system": "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm"}}]},
        "Dosage[0].doseAndRate[0].doseQuantity", "“{tablet}”",
    ),
    "a unit that UCUM has and we have not": (
        _dose(1, "[tsp_us]"), "Dosage[0].doseAndRate[0].doseQuantity.code", "not a unit of the list",
    ),
    "a naked U": (_dose(1, "U"), "Dosage[0].doseAndRate[0].doseQuantity.code", "misread"),
    "a range with one end": (
        {"doseAndRate": [{"doseRange": {"high": quantity(5, "mg")}}]},
        "Dosage[0].doseAndRate[0].doseRange", "one end",
    ),
    "a range of two units": (
        {"doseAndRate": [{"doseRange": {"low": quantity(500, "mg"), "high": quantity(1, "g")}}]},
        "Dosage[0].doseAndRate[0].doseRange", "different units",
    ),
    "an amount with a comparator": (
        {"doseAndRate": [{"doseQuantity": {**quantity(5, "mg"), "comparator": "<"}}]},
        "Dosage[0].doseAndRate[0].doseQuantity.comparator", "comparator",
    ),
    "so much in two hours": (
        {"doseAndRate": [{"rateRatio": {"numerator": quantity(500, "mL"), "denominator": quantity(2, "h")}}]},
        "Dosage[0].doseAndRate[0].rateRatio", "rateQuantity",
    ),
    "dates of a patient": (
        {**_dose(5, "mg"), "timing": {"event": ["2026-01-01"]}}, "Dosage[0].timing.event", "one patient",
    ),
    "a period of a patient": (
        {**_dose(5, "mg"), "timing": {"repeat": {"boundsPeriod": {"start": "2026-01-01"}}}},
        "Dosage[0].timing.repeat.boundsPeriod", "boundsDuration",
    ),
    "an event that we have no word for": (
        {**_dose(5, "mg"), "timing": {"repeat": {"when": ["HS", "MORN.early"]}}},
        "Dosage[0].timing.repeat.when[1]", "MORN.early",
    ),
    "a code that says more than how often": (
        {**_dose(5, "mg"), "timing": {"code": {"coding": [{"code": "AM"}]}}}, "Dosage[0].timing.code", "frequency",
    ),
    "a code that contradicts": (
        {**_dose(5, "mg"), "timing": {"code": {"coding": [{"code": "BID"}]}, "repeat": {
            "frequency": 3, "period": 1, "periodUnit": "d"}}}, "Dosage[0].timing.code", "BID",
    ),
    "a frequency without a period": (
        {**_dose(5, "mg"), "timing": {"repeat": {"frequency": 2}}}, "Dosage[0]", "write every too",
    ),
    "a period without its unit": (
        {**_dose(5, "mg"), "timing": {"repeat": {"period": 2}}}, "Dosage[0].timing.repeat.periodUnit", "periodUnit",
    ),
    "a route that we have no word for": (
        {**_dose(5, "mg"), "route": {"text": "by the ear of the cat"}}, "Dosage[0].route", "oral",
    ),
    "two routes": (
        {**_dose(5, "mg"), "route": {**INTRAVENOUS, "text": "oral"}}, "Dosage[0].route", "intravenous and oral",
    ),
    "a method that we have no word for": (
        {**_dose(5, "mg"), "method": {"text": "with care"}}, "Dosage[0]", "method",
    ),
    "a limit without its time": (
        {**_dose(5, "mg"), "maxDosePerPeriod": [{"numerator": quantity(8, "mg")}]},
        "Dosage[0].maxDosePerPeriod[0]", "denominator",
    ),
    "a limit in a unit that we have not": (
        {**_dose(5, "mg"), "maxDosePerLifetime": quantity(8, "[oz_av]")}, "Dosage[0].maxDosePerLifetime.code", "unit",
    ),
    "a reason although it is not as needed": (
        {**_dose(5, "mg"), "asNeeded": False, "asNeededFor": [{"text": "pain"}]}, "Dosage[0].asNeededFor", "wrong",
    ),
    "an element that R5 does not have": (
        {**_dose(5, "mg"), "asNeededBoolean": True}, "Dosage[0].asNeededBoolean", "no place",
    ),
    "nothing but words": ({"text": "Take as directed"}, "Dosage[0]", "a dose needs"),
    "a number in quotes": (
        {"doseAndRate": [{"doseQuantity": {**quantity(5, "mg"), "value": "5"}}]},
        "Dosage[0].doseAndRate[0].doseQuantity.value", "number",
    ),
    "a negative amount": (_dose(-5, "mg"), "Dosage[0].doseAndRate[0].doseQuantity.value", "-5"),
    "a text that steers the eye": (
        {**_dose(5, "mg"), "patientInstruction": "Take \u202e5"}, "Dosage[0].patientInstruction", "U+202E",
    ),
    "a list in place of an object": (
        {**_dose(5, "mg"), "timing": []}, "Dosage[0].timing", "object",
    ),
    "a whole resource": (
        {"resourceType": "MedicationRequest"}, "Dosage[0].resourceType", "dosageInstruction",
    ),
}  # fmt: skip
"""Each Dosage that cannot be taken over, with the path and some words of the reason."""
