"""Sample pages, written by hand: together they hold every block and every inline node."""

from __future__ import annotations

from dataclasses import replace

from generator.pages.blocks import (
    Algorithm,
    AlgorithmStep,
    BranchLine,
    Bullets,
    Callout,
    CautionItem,
    Cautions,
    ChangeLine,
    Changes,
    DecisionRow,
    DecisionTable,
    DoseRow,
    DoseTable,
    EntryLine,
    EntryList,
    Fact,
    Facts,
    FigureCard,
    Figures,
    Group,
    HarmItem,
    Harms,
    Interval,
    KeyMessage,
    Markdown,
    MedicationDrug,
    OptionCard,
    OptionGroupCard,
    OptionLine,
    Paragraphs,
    Picture,
    PitfallItem,
    Pitfalls,
    Rating,
    RecommendationCard,
    RecordRow,
    RecordTable,
    RedFlagGroup,
    RedFlagItem,
    RedFlags,
    ReferenceItem,
    References,
    SearchForm,
    SignatureLine,
    Signatures,
    Studies,
    StudyCard,
    SubHeading,
    Table,
    TableRow,
    Tag,
    ThresholdLine,
)
from generator.pages.inline import (
    Amount,
    Citation,
    CitationMark,
    Emphasis,
    Inline,
    Link,
    Missing,
    PageLink,
    Strong,
    Subscript,
    Superscript,
    Text,
    Words,
)
from generator.pages.site import Crumb, EditionLink, EvidenceTag, Notice, Page, Section, StateStep, StatusBar

_NOT_STATED = Words((Missing("not stated in the source"),))
_NONE_STATED = Words((Missing("none stated"),))


def say(*parts: str | Inline, pointer: str = "") -> Words:
    """Words of strings and nodes."""
    run = tuple(Text(part) if isinstance(part, str) else part for part in parts)
    return Words(run, "clinician", "idiopathic-plexopathy-second-line", pointer)


def cite(*marks: tuple[int, int]) -> Citation:
    """A citation of (number, mention) pairs."""
    return Citation(tuple(CitationMark(n, f"work-{n}", f"cite-{n}-{m}") for n, m in marks))


def dose_row(name: str, label: str, amount: str, **changes: object) -> DoseRow:
    """A recommended dose of which the source gives the amount only."""
    values: dict[str, object] = {
        "anchor": f"dose-{name}",
        "label": say(label),
        "purpose": "recommended",
        "purpose_words": "Recommended",
        "dose": (say(Amount(amount)),),
        "route": _NOT_STATED,
        "maximum": _NONE_STATED,
        "course_total": None,
        "facts": (),
        "differences": (),
        "alerts": (),
        "sentence": None,
        "pointer": f"doses.{name}",
    }
    return DoseRow(**{**values, **changes})  # type: ignore[arg-type]


IVIG_DOSES = DoseTable(
    "Immunoglobulin (IVIg)",
    (
        dose_row(
            "ivig-five-days",
            "Five days",
            "0.4 g/kg",
            dose=(say(Amount("0.4 g/kg"), " daily for ", Amount("5 days")),),
            route=say("intravenous"),
            course_total=say(Amount("2 g/kg")),
        ),
        dose_row(
            "ivig-short",
            "Short course",
            "1 g/kg",
            dose=(say(Amount("1 g/kg"), " daily for ", Amount("1 to 2 days"), cite((2, 4))),),
            route=say("intravenous"),
            course_total=say(Amount("1 to 2 g/kg")),
            differences=(
                say("Not equivalent to the five-day course: the one-day course gives half the total."),
            ),
        ),
    ),
)
AZATHIOPRINE_DOSES = DoseTable(
    "Azathioprine",
    (
        dose_row(
            "azathioprine",
            "Target dose",
            "1 to 2 mg/kg",
            dose=(say(Amount("1 to 2 mg/kg"), " daily"),),
            maximum=say(Amount("150 mg"), " a day"),
            facts=(
                Fact("Start", say(Amount("25 to 50 mg/day"))),
                Fact("Increase", say("by ", Amount("25 mg"), " every ", Amount("7 to 14 days"))),
                Fact("Full effect", say("after ", Amount("3 to 6 months"), cite((4, 3)))),
                Fact("The cap is reached", say("at ", Amount("75 kg"), " on ", Amount("2 mg/kg"))),
            ),
        ),
    ),
)
METHOTREXATE_DOSES = DoseTable(
    "",
    (
        dose_row(
            "methotrexate-weekly",
            "Weekly dose",
            "10 to 15 mg",
            purpose="studied",
            purpose_words="Studied in another condition",
            dose=(say(Amount("10 to 15 mg"), " once weekly"),),
            alerts=(say("Once weekly, never daily. The prescriber names the day of the week."),),
        ),
    ),
)

BOTTOM_LINE = RecommendationCard(
    anchor="ivig-second-line",
    words=say(
        "Intravenous immunoglobulin (IVIg) is given as the second line when idiopathic plexopathy has not "
        "responded to pulse steroids.",
        cite((1, 1), (2, 1)),
    ),
    ratings=(
        Rating("direction", "for", "For"),
        Rating("strength", "not-rated", "Strength not rated in the source"),
        Rating("certainty", "not-rated", "Certainty not rated in the source"),
    ),
    basis=say(
        "Case reports only, and the established role of IVIg in other immune-mediated neurological conditions."
    ),
    facts=(
        Fact("For whom", say("Adults with ", Emphasis((Text("progressive"),)), " idiopathic plexopathy")),
    ),
    groups=(
        Group("Consider it when", (say("deficits progress despite steroids"), say("it can be given early"))),
    ),
    is_bottom_line=True,
    pointer="recommendations[0]",
)
ALGORITHM = Algorithm(
    (
        AlgorithmStep(
            "1",
            "step-confirm",
            say("Confirm that pulse steroids have failed."),
            (),
            None,
            (
                AlgorithmStep(
                    "1.1",
                    "step-document",
                    say(
                        "Document objective deterioration or no improvement after 3 to 4 weeks.", cite((5, 1))
                    ),
                    (),
                    None,
                    (),
                    (),
                    (),
                    "algorithm[0].steps[0]",
                ),
                AlgorithmStep(
                    "1.2",
                    "step-ensure",
                    say("Make sure that the first treatment was long and strong enough."),
                    (say("Methylprednisolone ", Amount("1 g"), " daily for ", Amount("3 to 5 days")),),
                    None,
                    (),
                    (),
                    (),
                    "algorithm[0].steps[1]",
                ),
            ),
            (),
            (
                say(
                    "Going on to immunotherapy before a tumour or compression is ruled out.",
                    cite((3, 1), (5, 2)),
                ),
            ),
            "algorithm[0]",
        ),
        AlgorithmStep(
            "2",
            "step-ivig",
            say("Give IVIg and look for a response within 1 to 2 weeks.", cite((2, 2))),
            (
                say("IVIg ", Amount("0.4 g/kg"), " daily for ", Amount("5 days")),
                say("or IVIg ", Amount("1 g/kg"), " daily for ", Amount("1 to 2 days")),
            ),
            None,
            (),
            (
                BranchLine(
                    say("there is no adequate response in 1 to 2 weeks"),
                    "3",
                    "step-immunosuppressant",
                    say("Start an immunosuppressant."),
                ),
                BranchLine(
                    say("the illness is refractory"), "4", "step-refractory", say("Combine treatments.")
                ),
            ),
            (),
            "algorithm[1]",
        ),
        AlgorithmStep(
            "3",
            "step-immunosuppressant",
            say("Start an immunosuppressant."),
            (),
            say("One of these:"),
            tuple(
                AlgorithmStep(
                    f"3{letter}", f"step-{name}", say(title), (say(*dose),), None, (), (), (), f"{name}"
                )
                for letter, name, title, dose in (
                    ("a", "azathioprine", "Azathioprine", ("start at ", Amount("25 to 50 mg/day"))),
                    ("b", "cyclophosphamide", "Cyclophosphamide", ("start at ", Amount("25 to 50 mg/day"))),
                    ("c", "mycophenolate", "Mycophenolate mofetil", (Amount("1000 mg"), " twice daily")),
                )
            ),
            (),
            (),
            "algorithm[2]",
        ),
        AlgorithmStep(
            "4",
            "step-refractory",
            say("In refractory illness, combine IVIg with an immunosuppressant.", cite((3, 2))),
            (),
            None,
            (),
            (),
            (),
            "algorithm[3]",
        ),
    )
)
MONITORING = Table(
    "What to watch",
    ("Drug", "Watch for", "When"),
    (
        TableRow(
            (say("Azathioprine, cyclophosphamide"), say("bone marrow suppression"), _NOT_STATED),
            "monitoring[0]",
            (ThresholdLine(say("less than ", Amount("3.5 × 10⁹/L")), say("Stop it.")),),
        ),
        TableRow((say("Ciclosporin"), say("renal dysfunction", cite((4, 5))), _NOT_STATED), "monitoring[1]"),
        TableRow((say("IVIg"), say("headache, renal failure, thrombosis"), _NOT_STATED), "monitoring[2]"),
    ),
)
CAUTIONS = Cautions(
    (
        CautionItem(
            "interaction-allopurinol",
            say("Azathioprine with allopurinol"),
            (Tag("severe", say("Severe interaction")), Tag("not-stated", _NOT_STATED)),
            say("Not together.", cite((4, 9))),
            (Fact("Mechanism", say("It slows the breakdown.")),),
            "interactions[0]",
        ),
        CautionItem("contraindication-allergy", None, (), say("Known allergy."), (), "contraindications[0]"),
    )
)
DECISION = DecisionTable(
    "From the evidence to the recommendation",
    (
        DecisionRow("Balance of effects", say("Probably favours the intervention"), ()),
        DecisionRow("Values", None, (say("Nobody asked patients."),)),
    ),
)
GROUP = OptionGroupCard(
    "group-slow",
    say("Drugs that work slowly"),
    say(PageLink("#option-azathioprine", (Text("Azathioprine"),))),
    (say("The full effect takes months."),),
)
HARMS = Harms(
    (
        HarmItem(
            "harm-thrombosis",
            say(PageLink("drugs/immunoglobulin/", (Text("Immunoglobulin"),))),
            say("thrombosis and renal failure.", cite((4, 6))),
            (Fact("Frequency", _NOT_STATED),),
            True,
            "harms[0]",
        ),
    ),
    (
        HarmItem(
            "harm-headache",
            say(PageLink("drugs/mycophenolate-mofetil/", (Text("Mycophenolate mofetil"),))),
            say("headache, backache, abdominal distension; generally mild."),
            (),
            False,
            "harms[1]",
        ),
    ),
)
FIGURES = Figures(
    (
        FigureCard(
            "stat-ssfn",
            say("Symptoms improved with IVIg"),
            say("sarcoidosis-associated small fibre neuropathy"),
            say(Amount("47 of 62"), " (76 %; 95 % interval 64 % to 85 %)", cite((6, 1))),
            Interval("proportion", 0.637, 0.758, 0.848),
            FigureCard(
                "",
                say("Symptoms improved"),
                say("untreated"),
                say(Amount("4 of 27"), " (15 %; 95 % interval 6 % to 33 %)"),
                Interval("proportion", 0.059, 0.148, 0.325),
                None,
                None,
                "evidence.ssfn-ivig.comparator",
            ),
            None,
            "evidence.ssfn-ivig",
        ),
        FigureCard(
            "stat-mtx",
            say("Relapse on methotrexate"),
            say("neurosarcoidosis"),
            say("hazard ratio ", Amount("0.47"), " (95 % interval 0.25 to 0.87; p = 0.02)"),
            Interval("ratio", 0.25, 0.47, 0.87),
            None,
            say("Not a fair comparison: the groups were not the same."),
            "evidence.mtx-relapse",
        ),
    )
)


def reference(number: int, times: int, **changes: object) -> ReferenceItem:
    """A reference that is cited so often."""
    values: dict[str, object] = {
        "number": number,
        "anchor": f"ref-{number}",
        "key": f"work-{number}",
        "words": say(f"Author {number}. Lumbosacral plexopathy. ", Emphasis((Text("Continuum"),)), ". 2014."),
        "type_words": "Review",
        "type_code": "review",
        "doi": "",
        "pmid": "",
        "url": "",
        "unresolved": "",
        "mentions": tuple(f"cite-{number}-{mention}" for mention in range(1, times + 1)),
    }
    return ReferenceItem(**{**values, **changes})  # type: ignore[arg-type]


CASE_REPORT = reference(
    1,
    2,
    words=say(
        "Alpha A, Beta B. Immunoglobulin for plexopathy. ", Emphasis((Text("J Clin Neurosci"),)), ". 2005."
    ),
    type_words="Case report",
    type_code="case-report",
    doi="10.1000/example.2005.1",
    pmid="12345678",
)
OVERVIEW = reference(2, 4, url="https://example.org/overview", unresolved="Not identified by the source")
REFERENCES = References(
    (
        CASE_REPORT,
        OVERVIEW,
        reference(3, 3),
        reference(4, 0, mentions=("cite-4-1", "cite-4-2", "cite-4-3", "cite-4-5", "cite-4-6")),
        reference(5, 2),
        reference(6, 1),
    )
)
STATUS = StatusBar(
    code="submitted",
    words="Submitted",
    steps=(
        StateStep("submitted", "Submitted", True, False),
        StateStep("under-review", "Under review", False, False),
        StateStep("approved", "Approved", False, False),
    ),
    decided="Submitted by the organisation Project on 30 October 2026",
    warning="Not approved: do not use for care.",
    updated="30 October 2026",
    due="",
    due_day="",
    digest="clinsum-1:4be1a09f33c2d4e5",
    short_digest="4be1a09f33",
)
EDITIONS = (
    EditionLink(
        "clinician",
        "Health professionals",
        "Read this for health professionals",
        "summaries/x/clinician/",
        True,
    ),
    EditionLink("patient", "Patients", "Read this for patients", "summaries/x/patient/", False),
)
NOTICES = {
    "doses.ivig-short": (
        Notice("DOSE014", "warning", "The source does not say whether this is one infusion or divided."),
    ),
    "recommendations[0]": (Notice("STR002", "warning", "The strength of this recommendation is not rated."),),
    "options[0].statements[1]": (Notice("CITE003", "note", "One report only."),),
}


def clinician_page() -> Page:
    """A summary for clinicians with nearly every part."""
    return Page(
        path="summaries/x/clinician/",
        kind="summary",
        kind_words="Summary",
        entry="idiopathic-plexopathy-second-line",
        audience="clinician",
        title="Second-line treatment of idiopathic plexopathy",
        heading=say(
            "Which second-line treatments can be tried in idiopathic plexopathy after pulse steroids have failed?"
        ),
        description="Second-line options for idiopathic plexopathy.",
        breadcrumb=(
            Crumb("Home", ""),
            Crumb("Summaries", "summaries/"),
            Crumb("Idiopathic plexopathy", "conditions/idiopathic-plexopathy/"),
            Crumb("Second line", None),
        ),
        status=STATUS,
        editions=EDITIONS,
        lead=(BOTTOM_LINE,),
        sections=_clinical_sections() + _closing_sections(),
        notices=NOTICES,
    )


def _clinical_sections() -> tuple[Section, ...]:
    ivig = OptionCard(
        "option-ivig",
        say("Immunoglobulin (IVIg)"),
        (Rating("direction", "for", "For"), Rating("strength", "not-rated", "Not rated")),
        None,
        IVIG_DOSES,
        (
            say("Case reports tell of remarkable improvement in progressive forms.", cite((1, 2))),
            say("A response is seen within days.", cite((2, 3)), pointer="options[0].statements[1]"),
        ),
        (Fact("For whom", say("progressive forms")),),
        (Group("Not when", (say("there is a history of thrombosis"),)),),
        "options[0]",
    )
    azathioprine = OptionCard(
        "option-azathioprine",
        say("Azathioprine"),
        (
            Rating("strength", "conditional", "Conditional"),
            Rating("certainty", "very-low", "Very low certainty"),
        ),
        say("Can be considered when IVIg has not worked.", cite((4, 1))),
        AZATHIOPRINE_DOSES,
        (say("Full effect takes ", Amount("3 to 6 months"), ".", cite((4, 2))),),
        (),
        (),
        "options[1]",
    )
    return (
        Section(
            "options",
            "Options",
            (
                OptionLine("line-2", "Second line", (ivig,)),
                OptionLine("line-3", "After IVIg", (azathioprine,), (GROUP,)),
                DECISION,
            ),
        ),
        Section("algorithm", "Algorithm", (ALGORITHM,)),
        Section("monitoring", "Monitoring", (MONITORING,)),
        Section("cautions", "Cautions", (CAUTIONS,)),
        Section("harms", "Harms", (HARMS,)),
        Section("pitfalls", "Pitfalls", (_pitfalls(),)),
        Section("evidence", "Evidence", (FIGURES, _studies())),
        Section(
            "limitations",
            "Limitations",
            (
                Paragraphs(
                    (
                        say("No randomised trial has looked at this question."),
                        say("CO", Subscript((Text("2"),))),
                    )
                ),
                Bullets(
                    (
                        say(Strong((Text("Dose"),)), " per ", Amount("m²")),
                        say("10", Superscript((Text("9"),)), "/L"),
                    )
                ),
            ),
        ),
    )


def _pitfalls() -> Pitfalls:
    return Pitfalls(
        (
            PitfallItem(
                "pitfall-diagnosis",
                say("Escalating before a tumour or compression is ruled out.", cite((3, 3))),
                "1",
                "step-confirm",
                "pitfalls[0]",
            ),
            PitfallItem("pitfall-pain", say("Leaving neuropathic pain untreated."), "", "", "pitfalls[1]"),
        )
    )


def _studies() -> Studies:
    facts = (
        Fact("Design", say("randomised, double-blind, placebo-controlled; 75 people")),
        Fact(
            "Primary outcome", say("time to improvement of the impairment score: not significantly different")
        ),
    )
    return Studies((StudyCard("study-dyck", say("Dyck et al"), facts, METHOTREXATE_DOSES, "studies.dyck"),))


def _closing_sections() -> tuple[Section, ...]:
    changes = Changes((ChangeLine("2026-10-30", "major", "Major", say("First version.")),))
    return (
        Section("references", "References", (REFERENCES,), is_clinical=False),
        Section("changes", "What changed", (changes,), is_clinical=False),
        Section(
            "disclaimer",
            "Disclaimer",
            (Callout("note", "", (say("For health professionals. It does not replace judgement."),)),),
            is_clinical=False,
        ),
    )


def patient_page() -> Page:
    """A patient's edition, approved."""
    steps = (
        StateStep("submitted", "Submitted", False, True),
        StateStep("under-review", "Under review", False, True),
        StateStep("approved", "Approved", True, False),
    )
    status = StatusBar(
        "approved",
        "Approved",
        steps,
        "Approved by Dr Ada Example on 2 November 2026",
        "",
        "2 November 2026",
        "2 November 2027",
        "2027-11-02",
        "clinsum-1:77aa",
        "77aa00bb11",
    )
    return Page(
        path="summaries/x/patient/",
        kind="summary",
        kind_words="Summary",
        entry="idiopathic-plexopathy-second-line",
        audience="patient",
        title="Nerve inflammation after steroids",
        heading=say("What can be tried if steroids have not helped my nerve inflammation?"),
        description="For patients.",
        breadcrumb=(Crumb("Home", ""), Crumb("Summaries", "summaries/"), Crumb("For patients", None)),
        status=status,
        editions=(
            EditionLink(
                "clinician",
                "Health professionals",
                "Read this for health professionals",
                "summaries/x/clinician/",
                False,
            ),
            EditionLink("patient", "Patients", "Read this for patients", "summaries/x/patient/", True),
        ),
        lead=(
            KeyMessage(
                say(
                    "A medicine made from antibodies, called immunoglobulin, is usually tried next.",
                    cite((5, 1)),
                ),
                (Rating("certainty", "low", "We are not sure yet how well it works"),),
                (Fact("For whom", say("Adults")),),
                (Group("Ask first if", (say("you had a blood clot before"),)),),
                "key-message",
                "recommendations[0]",
            ),
        ),
        tags={"recommendations[0]": EvidenceTag("new", "[new 2026]", "The evidence was reviewed in 2026.")},
        sections=(
            Section(
                "try",
                "What can be tried",
                (Paragraphs((say("It is given through a drip. Your team works out your dose."),)),),
            ),
            Section(
                "urgent",
                "When to get help at once",
                (_red_flags(),),
            ),
            Section("questions", "Questions to ask", (Bullets((say("How soon would I notice a change?"),)),)),
            Section("sources", "Sources", (References((reference(5, 1),)),)),
        ),
    )


def _red_flags() -> RedFlags:
    breath = RedFlagItem("red-flag-breath", None, say("sudden breathlessness"), say("Call an ambulance."), "")
    leg = RedFlagItem("red-flag-leg", say("IVIg"), say("a swollen, painful leg"), None, "")
    return RedFlags((RedFlagGroup("", None, (leg,)), RedFlagGroup("emergency", say("Emergency"), (breath,))))


def drug_page() -> Page:
    """A drug and everything that has no place in a summary."""
    lines = (
        EntryLine(
            say("Second-line treatment of idiopathic plexopathy"),
            "summaries/x/",
            "Summary",
            "Health professionals",
            "submitted",
            "Submitted",
            "azathioprine as an option",
        ),
        EntryLine(say("Diabetic plexopathy"), "medications/y/", "Medication", "", "", "", ""),
    )
    drug = MedicationDrug(
        "drug-gabapentin",
        say("Gabapentin"),
        "Neurontin",
        (say("Structurally related to GABA; how it works is unknown.", cite((1, 1))),),
        (Fact("Licence", _NOT_STATED),),
        DoseTable(
            "", (dose_row("gabapentin", "Day 1", "300 mg", purpose="usual", purpose_words="Usual dose"),)
        ),
        "classes[0].drugs[0]",
    )
    return Page(
        path="drugs/azathioprine/",
        kind="drug",
        kind_words="Drug",
        entry="azathioprine",
        audience="",
        title="Azathioprine",
        heading=say("aza", Strong((Text("THIO"),)), "prine"),
        description="Azathioprine.",
        breadcrumb=(Crumb("Home", ""), Crumb("Drugs", "drugs/"), Crumb("Azathioprine", None)),
        lead=(
            Callout("alert", "High-alert drug", (say("Check the blood count and the dose by weight."),)),
            Facts((Fact("Brands", say("Imuran (United States)")), Fact("Class", say("purine antagonist")))),
        ),
        sections=(
            Section(
                "mechanism",
                "How it works",
                (
                    SubHeading("target", say("Target")),
                    Paragraphs((say("It antagonises purine metabolism."),)),
                ),
            ),
            Section("doses", "Doses on this site", (AZATHIOPRINE_DOSES, METHOTREXATE_DOSES, drug)),
            Section(
                "picture",
                "Structure",
                (Picture("images/azathioprine.svg", "Two joined rings", say("The molecule"), "Project"),),
            ),
            Section(
                "used",
                "Where it is used",
                (EntryList("Summaries", lines), Callout("warning", "Look-alikes", (say("azacitidine"),))),
            ),
            Section(
                "references",
                "References",
                (References((reference(1, 1), reference(4, 0, mentions=("cite-4-3",)))),),
            ),
            Section(
                "external", "More", (Paragraphs((say(Link("https://example.org/label", (Text("Label"),))),)),)
            ),
        ),
    )


def prose_page() -> Page:
    """A page of Markdown, with the search form below."""
    text = (
        "# About\n\nWho we are, and [azathioprine](entry:azathioprine).\n\n"
        "## How we work\n\n- slowly\n\n### In detail\n\nSee *this*.\n"
    )
    return Page(
        path="about/",
        kind="prose",
        kind_words="Page",
        entry="",
        audience="",
        title="About",
        heading=say("About"),
        description="About.",
        frame="index",
        sections=(
            Section("text", "", (Markdown(text, (("entry:azathioprine", "drugs/azathioprine/"),)),)),
            Section("search", "Search", (SearchForm(),)),
        ),
    )


SIGNATURE = SignatureLine(
    what="Approved",
    name="Ada Example",
    credentials="MD (fictional)",
    role="clinical",
    moment="2 November 2026, 10:00 UTC",
    moment_iso="2026-11-02T10:00:00Z",
    meaning="reviewed and approved",
    facts=(Fact("Checked", say("doses, the references")), Fact("Interests", say("none declared"))),
    seal="verified",
    seal_words="Signature verified.",
    short_version="77aa00bb11",
    version="clinsum-1:77aa00bb11cc",
    short_words_version="22dd33ee44",
    words_version="clinsum-words-1:22dd33ee44ff",
)


def record_page() -> Page:
    """What the record says: signatures, clinical changes between versions, a table of editions."""
    unsigned = replace(SIGNATURE, name="Ben Sample", seal="recorded", seal_words="Recorded, not signed.")
    changes = Changes((ChangeLine("", "critical", "Critical", say("Maximum: 150 → 200 mg daily.")),))
    rows = (
        RecordRow(
            *("Nerve inflammation", "summaries/x/patient/", "Patients"),
            *("2 November 2026", "2 November 2027", "2027-11-02", ""),
        ),
        RecordRow("not-shown", "", "Patients", "", "", "", "One more person must approve it"),
    )
    return Page(
        path="summaries/x/patient/history/",
        kind="history",
        kind_words="History",
        entry="idiopathic-plexopathy-second-line",
        audience="patient",
        title="History",
        heading=say("History: What can be tried?"),
        description="The history.",
        status=patient_page().status,
        sections=(
            Section(
                "versions",
                "Approved versions",
                (
                    SubHeading("77aa00bb11", say("2 November 2026")),
                    Signatures((SIGNATURE, unsigned)),
                    changes,
                ),
            ),
            Section("table", "All", (RecordTable("By state", rows), RecordTable("", ()))),
        ),
    )


def sample_pages() -> tuple[Page, ...]:
    """All sample pages."""
    return (clinician_page(), patient_page(), drug_page(), record_page(), prose_page())
