"""Values that are measured in blood, urine or a body: they have the unit of a dose and are none."""

from __future__ import annotations

import re

_BEFORE = 90
_AFTER = 60
_LEVEL = re.compile(
    r"(?:\s?/\s?|\sper\s)(?:[dcµμu]?[Ll]|m?mol|(?:deci|milli|micro)?lit(?:re|er)|(?:milli)?mole?|"
    r"g(?: of)?(?: creatinine)?)\Z"
)
"""Per litre, per mole of creatinine, per gram of stool."""
_PER_ML = re.compile(r"\s?/\s?m[Ll]\Z")
_OF_LABORATORY = re.compile(r"(?:[nµμu]g|mcg|[mkM]?IU|iu|mU|U)\s?/\s?m[Ll]\Z")
_FLOW = re.compile(r"m[Ll]\s?/\s?min\b")
_TAIL = re.compile(
    r"\s?(?:(?:/\s?|per )(?:(?:deci|milli|micro)?lit(?:re|er)|100 m[Ll]|1[.·]73)|/\s?m[Ll])(?![A-Za-z])"
)
"""What is left of the unit, where the search for doses ended before it."""
_PREPARED = re.compile(
    r",? (?:[a-z-]+ ){0,3}?(?:solutions?|suspensions?|syrups?|infusions?|bags?|drips?|vials?|ampoules?|injections?|"
    r"concentrates?|creams?|ointments?|gels?|pastes?|lotions?|foams?|powders?|granules|drops|strength|insulins?|preparations?|"
    r"formulations?|pens?|cartridges?|elixirs?|mixtures?)\b",
    re.I,
)
_DILUTED = re.compile(
    r"\b(?:dilut\w+|reconstitut\w+|made up|make up|prepar\w+|mix(?:ed|ture)?)\b[^.;]{0,40}\Z", re.I
)
_KIDNEY = re.compile(r"\b(?:e?GFR|filtration|clearance|CrCl|CLcr|kidney|renal)\b", re.I)
_RATE = re.compile(
    r"\b(?:infus\w+|rates?|runs?|running|drips?|given|giv(?:e|ing)|bolus|flush\w*|pump\w*|flow)\b", re.I
)
_UNDER = re.compile(r"(?:below|under|above|over|less than|more than|at least|[<>≤≥]=?)\s?\Z")

_MEASURED = (
    r"proteinuria|albuminuria|(?:(?:protein|albumin) )?excretion|(?:urin(?:e|ary)|serum|plasma|blood|trough|peak|drug) "
    r"(?:protein|albumin|levels?|concentrations?|volumes?|outputs?|loss|losses|glucose|alcohol|calcium|sodium|cortisol)|"
    r"(?<!dose )(?<!dosage )levels?|troughs?|albumin|ferritin|bilirubin|creatinine|ha?emoglobin|"
    r"(?:blood )?loss(?:es)?|diuresis|drainage|aspirates?|residual|residue|"
    r"(?:urine|drain|stool|stoma|gastric|chest tube) (?:output|volume)|urine|"
    r"(?:tidal|residual|atrial|ventricular|stroke|prostate|thyroid|nodule|infarct|ha?ematoma|bladder|gastric|ovarian|tumou?r|"
    r"cyst|plaque|lesion|fluid) volumes?|ha?ematomas?|infarcts?|infarct cores?|prostate|"
    r"ha?emorrhages?|effusions?|(?:urine|blood|stool) samples?|"
    r"(?:birth |body |placental |thyroid |prostate |heart )?weights?|"
    r"weigh(?:s|ed|ing)?|weight (?:gain|loss)|"
    r"(?:salt|sodium|protein|alcohol|fib(?:re|er)|carbohydrates?|calcium|caffeine|iodine) (?:intakes?|consumption)|"
    r"(?:salt|alcohol)"
)
_LINK = (
    r"of|was|were|is|are|be|been|being|has|had|that|which|measured|estimated|at|above|below|over|under|about|around|approximately|"
    r"than|more|less|least|most|to|from|by|between|fell|falls?|rose|rises?|dropped|increased|decreased|exceed(?:s|ed|ing)?|"
    r"reach(?:es|ed)?|remain(?:s|ed)|persist(?:s|ed)|peaked|a|an|the|its|median|mean|maximum|minimum|only|still|up|as|high|low|"
    r"great|total|averaged?"
)
_LAST = (
    r"of|was|were|is|are|be|above|below|over|under|about|around|approximately|than|least|most|to|from|exceed(?:s|ed|ing)?|"
    r"reach(?:es|ed)?|as|a|only|still|held|averaged|weigh(?:s|ed|ing)"
)
_NUMBER = r" \d[\d.,]*(?: ?(?:mg|[µμ]g|mcg|g|m[Ll])(?:/(?:d|day|24 h|kg|h))*)?(?![A-Za-z0-9])(?: and)?"
_MEASURED_BEFORE = re.compile(
    rf"\b(?:{_MEASURED})(?: ?\([^()]{{0,20}}\))?(?: (?:{_LINK})(?![A-Za-z])| ?[<>≤≥=~≈]|{_NUMBER})*"
    rf"(?: (?:{_LAST})| ?[<>≤≥=~≈]+|(?<=\d) and) ?\Z|"
    r"\b(?:FEV1|FVC|vital capacity)\b[^.;:]{0,40}\b(?:by|of|and|to|than|was) \Z|"
    r"\bweigh(?:s|ed|ing)? \Z|\d ?[a-zµμ]+ ?/ ?\Z",
    re.I,
)
"""Only words that tie a value to what is measured stand in between: "creatinine is measured before 20 mg" is a dose."""
_IN_GRAMS = re.compile(r"\d ?g(?:rams?)?\Z")
_LOSS_BEFORE = re.compile(r"\b(?:loss|volume|output|residual|drainage),? \Z", re.I)
_NO_SUBSTANCE = re.compile(r"(?:[.,;:)]|\Z| (?:and|or|in|on|over|within|during|after|at|per|each|a)\b)")
"""Bare, a loss is one only in mL and where nothing follows that could be given: "for blood loss 500 mL of saline"."""
_ITS_NAME_AFTER = re.compile(
    r" (?:of )?(?:blood loss|urine|blood|stool|pus|ascites|csf|saliva)\b(?! (?:sugar|pressure))|"
    r" of (?:proteinuria|albuminuria)| (?:of )?(?:protein|albumin) (?:in|per|a) (?:the |24|day)|"
    r" (?:(?:was|were|is|are) )?(?:excreted|lost|drained|aspirated|bled|voided)\b",
    re.I,
)


def is_measured_value(plain: str, start: int, end: int) -> bool:
    """Whether the number with a unit at this place is a level or a volume of the body, and no dose."""
    before, after = plain[max(0, start - _BEFORE) : start], plain[end : end + _AFTER]
    tail = _TAIL.match(after)
    written = plain[start:end] + (tail[0] if tail else "")
    rest = after[tail.end() :] if tail else after
    if _FLOW.search(written):
        return _is_filtration(written, before, rest)
    is_tied = bool(_MEASURED_BEFORE.search(before))
    if _PER_ML.search(written):
        is_level = bool(_OF_LABORATORY.search(written)) or is_tied
        return is_level and not _PREPARED.match(rest) and not _DILUTED.search(before)
    if _LEVEL.search(written):
        return not _PREPARED.match(rest) and not _DILUTED.search(before)
    if _IN_GRAMS.search(written) and rest.startswith(" at birth"):
        return True
    return is_tied or bool(_ITS_NAME_AFTER.match(rest)) or _is_bare_loss(written, before, rest)


def _is_bare_loss(written: str, before: str, rest: str) -> bool:
    is_volume = written.endswith(("mL", "ml"))
    return is_volume and bool(_LOSS_BEFORE.search(before)) and bool(_NO_SUBSTANCE.match(rest))


def _is_filtration(written: str, before: str, rest: str) -> bool:
    if "73" in written or rest.lstrip(" /p").startswith(("1.73", "1·73", "er 1.73")):
        return True
    words = re.split(r"[;.!?](?=\s)", before)[-1]
    return bool(_KIDNEY.search(words) or _UNDER.search(before)) and not _RATE.search(words)
