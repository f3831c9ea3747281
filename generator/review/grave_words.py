"""Words of a text whose change may turn a statement into another: negations, comparators, modals, times, units."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words("""
    no not never none nor neither nothing nobody without cannot non un anti contra except unless excluding
    instead avoid avoids avoided avoiding contraindicated contraindication contraindications stop stops stopped
    stopping withhold withholds withheld withholding discontinue discontinues discontinued discontinuing
    hardly rarely seldom
""")

COMPARATORS = _words("""
    more most less least fewer fewest greater greatest smaller smallest higher highest lower lowest larger largest
    longer longest shorter shortest earlier later older younger better best worse worst superior inferior
    above below over under up down exceed exceeds exceeded exceeding maximum minimum maximal minimal
    increase increases increased increasing decrease decreases decreased decreasing reduce reduces reduced
    reducing reduction raise raises raised raising rise rises falls fall falling rising lowers lowered lowering
    double doubles doubled doubling halve halves halved halving equal equals same only exactly approximately
    nearly almost than before after until till within during since every all any each
""")

MODALS = _words("""
    must should may might can could shall will would need needs needed ought consider considers considered
    considering recommend recommends recommended recommending recommendation suggest suggests suggested advise
    advises advised advisable offer offers offered prefer prefers preferred require requires required mandatory
    optional allow allows allowed permit permits permitted
""")

NUMBER_WORDS = _words("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half
    third thirds quarter quarters once twice thrice single triple first fourth fifth tenth dozen
""")

TIMES = _words("""
    second minute hour day week month year fortnight daily weekly monthly yearly annual annually nightly hourly
    fortnightly quarterly morning noon midday afternoon evening night overnight bedtime mealtime today tomorrow
    monday tuesday wednesday thursday friday saturday sunday alternate min hr sec wk bd bid tds tid qid qds qd od
""")
"""In the singular."""

UNITS = _words("""
    gram milligram microgram nanogram kilogram liter milliliter deciliter microliter unit percent degree mole
    millimole micromole meter centimeter millimeter tablet capsule lozenge sachet puff spray drop patch suppository
    pessary ampule ampoule vial syringe teaspoon teaspoonful tablespoon tablespoonful spoonful calorie kilocalorie
    per
""")
"""Units that are written out, in the singular and in American spelling."""

SYMBOLS = _words("""
    mg g kg ug μg mcg ng pg l ml dl ul μl fl mol mmol umol μmol nmol pmol eq meq iu miu u mu kbq mbq gbq mci gy mgy msv
    kj cal kcal osm mosm mmhg kpa bpm kat ukat cm mm cm2 cc gtt
""")
"""Symbols of units in small letters. In which letters one is written counts: Mg is no mg."""

AFTER_A_NUMBER = frozenset({"d", "h", "s", "y", "m", "w", "mo", "yr", "hrs", "j"})
"""Letters that are a unit where they follow a number."""

FUNCTION_WORDS = _words("""
    a the that which who whom this these those there it its they them their also such
""")
"""Words that carry nothing of their own."""

ALIKE = {
    "an": "a",
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "amongst": "among",
    "whilst": "while",
    "towards": "toward",
    "till": "until",
    "suppositories": "suppository",
    "pessaries": "pessary",
    "patches": "patch",
    "halves": "half",
}
"""Forms of one word, of which the sentence asks for one."""
