"""How grave another word is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.change import ChangeClass
from generator.review.text.drug_words import drug_words
from generator.review.text.text_weight import text_weight

DRUGS = frozenset({"examplin", "samplin", "exemplar"})

EDITORIAL = [
    # British and American spelling
    ("Anaemia is common.", "Anemia is common."),
    ("Watch for oedema and diarrhoea.", "Watch for edema and diarrhea."),
    ("The tumour did not grow.", "The tumor did not grow."),
    ("It was a randomised trial.", "It was a randomized trial."),
    ("Paediatric centres", "Pediatric centers"),
    ("Haemoglobin and leucocytes", "Hemoglobin and leukocytes"),
    ("Oesophageal behaviour", "Esophageal behavior"),
    ("A programme of counselling", "A program of counseling"),
    ("Fibres of the nerve", "Fibers of the nerve"),
    ("One litre daily", "One liter daily"),
    # punctuation, spaces, emphasis, letter case
    ("Give it, then wait.", "Give it then wait"),
    ("Give it — then wait.", "Give it; then wait."),
    ("Give **examplin** now.", "Give examplin now."),
    ("give examplin", "Give examplin"),
    ("WARNING: look again", "Warning: look again"),
    ("5mg daily", "5 mg daily"),
    ("10-20 mg", "10–20 mg"),
    ("10–20 mg", "10 to 20 mg"),
    ("a low-dose course", "a low dose course"),
    ("the patient’s dose", "the patient's dose"),
    ("5 mg/kg", "5 mg per kg"),
    ("20 %", "20 per cent"),
    ("5 ml of it", "5 mL of it"),
    ("5 µg", "5 μg"),
    ("{quantity:75 kg} is the limit", "75 kg is the limit"),
    ("soft\u00adhyphen", "softhyphen"),
    # function words, and forms that the sentence asks for
    ("The drug helps.", "A drug helps."),
    ("People that have pain", "People who have pain"),
    ("An egg", "The egg"),
    ("It helps and they recover", "It also helps and they recover"),
    ("for 1 day", "for 1 days"),
    ("Do not use it", "Don't use it"),
    ("It cannot be used", "It can not be used"),
    ("whilst on it", "while on it"),
    # short and long forms of one span or unit, and hyphens
    ("within 3 h", "within 3 hours"),
    ("for 6 wk", "for 6 weeks"),
    ("5 mg", "5 milligrams"),
    ("20 mcg", "20 micrograms"),
    ("twice b.i.d.", "twice bid"),
    ("1 × daily", "1 x daily"),
    ("in non-smokers", "in nonsmokers"),
    ("pre-treatment values", "pretreatment values"),
    ("two-thirds of it", "two thirds of it"),
    ("with food AND water", "with food and water"),
    ("they are categorised", "they are categorized"),
    ("pain &amp; rash", "pain & rash"),
    ("It was new. A newer one is known.", "It was new.\u00a0A\u00a0newer one is known."),
    ("It may be hepatitis A or B.", "It may be hepatitis\nA or B."),
    ("antibodies were synthesised", "antibodies were synthesized"),
    ("anti-inflammatory drugs", "anti inflammatory drugs"),
]
MAJOR = [
    ("Headache can occur.", "Nausea can occur."),
    ("Nausea and pain", "Pain and nausea"),
    ("It helps patients.", "It helps patient."),
    ("The benefit is large.", "The large benefit is."),
    ("Pain improved", "Pain improved quickly"),
    ("hepatitis A virus", "hepatitis virus"),
    ("Child-Pugh A", "Child-Pugh B"),
    ("EGFR mutation", "eGFR mutation"),
    ("Stop IVIg", "Stop IVIG"),
    ("See [the page](entry:one)", "See [the page](entry:two)"),
    ("fever or rash", "fever and rash"),
    ("and/or", "and or"),
    ("left leg", "right leg"),
    ("the total of the course", "total course"),
    ("Stop it", "Stop them"),
    ("the WHO group", "the group"),
]
CRITICAL = [
    # numbers
    ("Give 20 mg.", "Give 40 mg."),
    ("Give 1.5 mg.", "Give 15 mg."),
    ("Give 1,000 mg.", "Give 1000 mg."),
    ("in 1:1000", "in 1:10000"),
    ("mean change −3.2", "mean change 3.2"),
    ("two tablets", "three tablets"),
    ("half a tablet", "a tablet"),
    ("10 to 20 mg", "10 or 20 mg"),
    ("10⁹ cells", "10⁶ cells"),
    ("10*9/L", "10 9/L"),
    ("the second line", "the first line"),
    ("take it once", "take it twice"),
    # units and times
    ("Give 20 mg.", "Give 20 g."),
    ("Give 20 mg.", "Give 20 mcg."),
    ("Give 20 mg.", "Give 20 Mg."),
    ("Give 20 mg.", "Give 20 MG."),
    ("5 mg/kg", "5 mg"),
    ("5 units", "5 mL"),
    ("one tablet", "one capsule"),
    ("weekly", "daily"),
    ("every week", "every day"),
    ("every other day", "every day"),
    ("within 3 h", "within 3 d"),
    ("twice a day", "twice a week"),
    ("in the morning", "in the evening"),
    # drugs
    ("Give examplin.", "Give samplin."),
    ("Give the drug.", "Give samplin."),
    ("Give the drug.", "Give rituximab."),
    ("Exemplar is a brand", "It is a brand"),
    # negations and opposites
    ("Use it in pregnancy.", "Do not use it in pregnancy."),
    ("with steroids", "without steroids"),
    ("It is safe.", "It is unsafe."),
    ("in smokers", "in non-smokers"),
    ("hyperkalaemia", "hypokalaemia"),
    ("Never give it", "Give it"),
    ("painful", "painless"),
    ("A not B", "B not A"),
    ("Avoid it", "Use it"),
    ("adequate", "inadequate"),
    ("NOT for children", "for children"),
    # comparators and modals
    ("more than that", "less than that"),
    ("at least that", "at most that"),
    ("above it", "below it"),
    ("≥ 3", "≤ 3"),
    ("> 3", "3"),
    ("take it before meals", "take it after meals"),
    ("increase it", "reduce it"),
    ("You should stop", "You may stop"),
    ("must be given", "can be given"),
    ("We recommend it", "We suggest it"),
    ("Consider it", "Give it"),
    # marks
    ("Give {dose:one}.", "Give {dose:two}."),
    ("in {stat:one}", "in some"),
    # routes
    ("Give it IV", "Give it IM"),
    ("Give examplin IT", "Give examplin"),
    ("intravenously", "intrathecally"),
    ("oral treatment", "rectal treatment"),
    ("as a bolus", "as an infusion"),
    # short forms, and numbers that look like words
    ("5 mg b.i.d.", "5 mg t.i.d."),
    ("5 mg prn", "5 mg"),
    ("at 8 am", "at 8 pm"),
    ("before breakfast", "before dinner"),
    ("mane", "nocte"),
    ("class III", "class II"),
    ("the sixth dose", "the seventh dose"),
    ("3 times the limit", "3 the limit"),
    ("tenfold", "twofold"),
    ("38 °C", "38 °F"),
    ("max 4 g", "4 g"),
    ("below &lt; 30", "below &gt; 30"),
    # words that stop, and their like
    ("Hold the drug", "Give the drug"),
    ("Omit it", "Take it"),
    ("Suspend it", "Continue it"),
    ("It is forbidden", "It is fine"),
    ("a negative test", "a test"),
    ("absence of fever", "presence of fever"),
    ("The panel is against it", "The panel is for it"),
    ("normal values", "abnormal values"),
    ("an agonist", "an antagonist"),
    ("leukocytosis", "leukopenia"),
    ("always test", "test"),
    ("both drugs", "either drug"),
    ("lifelong treatment", "treatment"),
    ("reduced to 5 mg", "reduced by 5 mg"),
    ("examplin or samplin", "examplin and samplin"),
    ("5 mg or 10 mg", "5 mg and 10 mg"),
    # a number, drug or negation that moved
    ("examplin 10 and samplin 20", "samplin 10 and examplin 20"),
    ("not in adults but in children", "in adults but not in children"),
    # characters that steer how others are read
    ("Give 20 mg", "Give \u202e20 mg"),
    ("pain ↑", "pain ↓"),
]
ROWS = [
    *((before, after, ChangeClass.EDITORIAL) for before, after in EDITORIAL),
    *((before, after, ChangeClass.MAJOR) for before, after in MAJOR),
    *((before, after, ChangeClass.CRITICAL) for before, after in CRITICAL),
]


@pytest.mark.parametrize(("before", "after", "level"), ROWS)
def test_a_change_of_words(before: str, after: str, level: ChangeClass) -> None:
    assert text_weight(before, after, DRUGS) is level
    assert text_weight(after, before, DRUGS) is level


def test_equal_texts_are_none() -> None:
    text = "Überdosis µ é"
    assert text_weight(text, text) is ChangeClass.NONE
    assert text_weight(unicodedata.normalize("NFD", text), text) is ChangeClass.NONE


def test_the_gravest_word_decides() -> None:
    assert text_weight("The anaemia was mild.", "The anemia was grave, not mild.") is ChangeClass.CRITICAL


def test_a_long_text_is_weighed() -> None:
    before = " ".join(f"The result of trial {number} was clear." for number in range(600))
    assert text_weight(before, before.replace("trial 300 was", "trial 300 was not")) is ChangeClass.CRITICAL
    assert text_weight(before, before[::-1]) is ChangeClass.CRITICAL


def test_words_of_drugs_are_those_of_names_synonyms_and_brands() -> None:
    examplin = {
        "kind": "drug",
        "name": "examplin acetate",
        "synonyms": ["EXP"],
        "brands": [{"name": "Exemplar", "country": "US"}],
        "tall_man": {"spelling": "exAMPlin", "of": "examplin", "list": "A list"},
    }
    wanted = {"examplin", "acetate", "exp", "exemplar"}
    assert drug_words({"quotes": {"drug:examplin": examplin}}) == wanted
    assert drug_words({"content": examplin}) == wanted
    assert drug_words({"quotes": {"drug:examplin": {"name": 7, "brands": "not-stated"}}}) == frozenset()


_TEXTS = st.text(
    st.sampled_from("abcAmMgG 0123.,-–/%*^_[]{}@()\n'é") | st.characters(codec="utf-8"), max_size=40
)


@given(before=_TEXTS, after=_TEXTS)
def test_no_text_raises_and_only_equal_ones_are_none(before: str, after: str) -> None:
    weights = {text_weight(before, after, DRUGS), text_weight(after, before, DRUGS)}
    is_equal = unicodedata.normalize("NFC", before) == unicodedata.normalize("NFC", after)
    assert (ChangeClass.NONE in weights) == is_equal
