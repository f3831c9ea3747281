"""The writing profile ``uk-clinician``: "micrograms", "mmol/litre", "3 times a day", "as required"."""

from __future__ import annotations

from generator.compiler.dosing.profile import Profile, Term
from generator.compiler.dosing.us_ismp import PROFILE as US_ISMP

_WRITTEN_OUT = {
    "ug": Term("microgram", "micrograms"),
    "L": Term("litre", "litres"),
    "uL": Term("microlitre", "microlitres"),
    "umol": Term("micromole", "micromoles"),
    "nmol": Term("nanomole", "nanomoles"),
    "pmol": Term("picomole", "picomoles"),
    "{ampoule}": Term("ampoule", "ampoules"),
}

PROFILE: Profile = US_ISMP.but(
    "uk-clinician",
    terms=_WRITTEN_OUT,
    below={
        **{code: f"/{term.one}" for code, term in _WRITTEN_OUT.items()},
        "{ampoule}": " per ampoule",
        "s": "/second",
        "min": "/minute",
        "h": "/hour",
    },
    words={
        "method-nebuliser": "nebulised dose of {amount}",
        "method-nebuliser-alone": "by nebuliser",
        "many-each-h": "{often} an hour",
        "many-each-d": "{often} a day",
        "many-each-wk": "{often} a week",
        "many-each-mo": "{often} a month",
        "many-each-a": "{often} a year",
        "as-needed": "as required for {reason}",
        "as-needed-not-stated": "as required (for what is not stated in the source)",
        **{f"when-{side}-dinner": f"{side} the evening meal" for side in ("with", "before", "after")},
        "group-haemodialysis": "haemodialysis",
        "group-haemofiltration": "haemofiltration",
        "label-licence": "Licence",
        "omitted-licence": "licence",
    },
)
