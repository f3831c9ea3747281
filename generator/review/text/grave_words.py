"""Words of a text whose change may make another statement: negations, comparators, modals, times, units, routes."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words("""
    no not never none nor neither nothing nobody without cannot non un anti contra except unless excluding instead
    avoid avoids avoided avoiding contraindicated contraindication contraindications stop stops stopped stopping
    withhold withholds withheld withholding discontinue discontinues discontinued discontinuing hardly rarely
    seldom against absent absence lack lacks lacked lacking negative positive fail fails failed failing omit omits
    omitted omitting skip skips skipped skipping cease ceases ceased halt halts halted hold holds held holding
    suspend suspends suspended suspending pause pauses paused pausing interrupt interrupts interrupted
    interrupting withdraw withdraws withdrew withdrawn withdrawing withdrawal prohibit prohibits prohibited forbid
    forbids forbidden refrain refrains exclude excludes excluded excluding isnt doesnt dont
""")

COMPARATORS = _words("""
    more most less least fewer fewest greater greatest smaller smallest higher highest lower lowest larger largest
    longer longest shorter shortest earlier later older younger better best worse worst superior inferior above
    below over under up down exceed exceeds exceeded exceeding maximum minimum maximal minimal increase increases
    increased increasing decrease decreases decreased decreasing reduce reduces reduced reducing reduction raise
    raises raised raising rise rises falls fall falling rising lowers lowered lowering double doubles doubled
    doubling halve halves halved halving equal equals same only exactly approximately nearly almost than before
    after until till within during since every all any each both either few many max upper beyond prior minus
    always usually often sometimes
""")

MODALS = _words("""
    must should may might can could shall will would need needs needed ought consider considers considered
    considering recommend recommends recommended recommending recommendation suggest suggests suggested advise
    advises advised advisable offer offers offered prefer prefers preferred require requires required mandatory
    optional allow allows allowed permit permits permitted essential necessary unnecessary compulsory obligatory
    indicated
""")

NUMBER_WORDS = _words("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half
    third thirds quarter quarters once twice thrice single triple first fourth fifth sixth seventh eighth ninth tenth
    eleventh twelfth dozen couple twofold threefold fourfold fivefold sixfold eightfold tenfold hundredfold
""")

TIMES = _words("""
    second minute hour day week month year fortnight daily weekly monthly yearly annual annually nightly hourly
    fortnightly quarterly morning noon midday afternoon evening night overnight bedtime mealtime today tomorrow
    monday tuesday wednesday thursday friday saturday sunday alternate min hr sec wk bd bid tds tid qid qds qd od
    qhs hs ac pc prn stat mane nocte breakfast lunch dinner supper meal biweekly triweekly bimonthly biannual
    biannually biennial semiweekly decade lifelong lifetime indefinitely
""")
"""In the singular."""

UNITS = _words("""
    gram milligram microgram nanogram kilogram liter milliliter deciliter microliter unit percent degree mole
    millimole micromole meter centimeter millimeter tablet capsule lozenge sachet puff spray drop patch
    suppository pessary ampule ampoule vial syringe pill tab cap pen bottle bag cup scoop film implant pound ounce
    fold teaspoon teaspoonful tablespoon tablespoonful spoonful calorie kilocalorie per times
""")
"""Units that are written out, in the singular and in American spelling."""

SYMBOLS = _words("""
    mg g kg ug μg mcg ng pg l ml dl ul μl fl mol mmol umol μmol nmol pmol eq meq iu miu u mu kbq mbq gbq mci gy
    mgy msv kj cal kcal osm mosm mmhg kpa bpm kat ukat cm mm cm2 cc gtt lb oz
""")
"""Symbols of units in small letters. In which letters one is written counts: Mg is no mg."""

AFTER_A_NUMBER = frozenset({"d", "h", "s", "y", "m", "w", "mo", "yr", "hrs", "j", "C", "F", "am", "pm"})
"""Letters that are a unit where they follow a number."""

SPELT_OUT = {
    "s": "second", "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "hrs": "hour", "d": "day",
    "wk": "week", "mo": "month", "y": "year", "yr": "year",
}  # fmt: skip
"""Spans of time in short, where they follow a number, as they are written out."""

SYMBOLS_SPELT_OUT = {
    "ng": "nanogram", "ug": "microgram", "μg": "microgram", "mcg": "microgram", "mg": "milligram", "g": "gram",
    "kg": "kilogram", "mL": "milliliter",
}  # fmt: skip
"""Symbols of units, in exactly these letters, as they are written out."""

ROUTES = _words("""
    oral orally intravenous intravenously iv intramuscular intramuscularly im subcutaneous subcutaneously sc
    intrathecal intrathecally epidural epidurally intradermal intradermally rectal rectally pr vaginal vaginally
    topical topically sublingual sublingually sl buccal intranasal inhaled nebulised nebulized transdermal parenteral
    parenterally enteral enterally intravitreal intraocular intraperitoneal intraventricular po bolus infusion infused
    injection injected
""")
"""Ways by which a drug is given."""

ROMAN = _words("II III IV VI VII VIII IX XI XII")
"""Numbers of classes, stages and grades. A single letter may be anything."""

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
    "tabs": "tab",
    "caps": "cap",
    "lbs": "lb",
}
"""Forms of one word, of which the sentence asks for one."""
