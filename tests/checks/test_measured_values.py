"""What a laboratory measures has the unit of a dose and is none; a dose beside it still is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.views.text.dose_in_text import doses_in_text

_LABORATORY = Path(__file__).parent / "good_prose_laboratory.md"
_OF_THE_FILE = [
    line[2:] for line in _LABORATORY.read_text(encoding="utf-8").splitlines() if line.startswith("- ")
]
_MEASURED = """\
FEV1 fell by 200 mL in the placebo group.
FEV1 rose by 12% and 200 mL.
The MIC was 2 µg/mL.
A prostate of 60 mL.
A urine sample of 50 mL was sent.
10 mL of CSF was removed.
The threshold for transfusion was 7 g/dL.
Serum creatinine rose by 0.3 mg/dL (26.5 µmol/L) within 48 hours.
ACR between 3 and 30 mg/mmol.
A random glucose of at least 200 mg/dL.
Proteinuria of more than 3.5 g per day.
Proteinuria > 3.5 g/24 h.
24-hour urine protein was 1.2 g.
Urinary sodium excretion above 100 mmol/day.
Urinary free cortisol was 300 nmol/24 h.
Blood loss of more than 1000 mL after birth.
A postpartum haemorrhage of 1500 mL.
Haemorrhage above 500 mL.
Post-void residual above 100 mL.
Residual urine was 250 mL.
The pleural effusion held 800 mL.
Ascites of 5 litres was drained.
CK of 1500 U/L, LDH 600 IU/L and AST 80 units/L.
Calprotectin of 600 mcg/g.
Tacrolimus troughs of 5 to 8 ng/mL are aimed at.
A ciclosporin level of 150 micrograms/L.
Vitamin D below 20 ng/mL (50 nmol/L).
Oxygen at 2 L/min.
GFR fell by 5 mL/min per year.
The eGFR declined by 3 mL/min/1.73 m2 a year.
A decline of 5 mL/min/1.73 m² was seen.
Creatinine clearance 30 to 50 mL/min.
Uric acid target: below 360 µmol/L.
Digoxin levels between 0.5 and 0.9 ng/mL.
Weight gain of 500 g in a week.
Infants above 1500 g at birth.
Infants who weighed less than 1500 g.
Protein intake of 0.8 g/kg/day.
An alcohol intake above 20 g a day.
Iron stores: ferritin 15 µg/L.
Bicarbonate of 18 mEq/L.
Anion gap of 20 mEq/L.
HBV DNA above 2,000 IU/mL.
Anti-HBs of 10 mIU/mL.
Beta-hCG of 1500 IU/L.
IgE above 100 kU/L.
Troponin T of 14 ng/L at 0 and 1 hour.
Lactate of 2 to 4 mmol/L.
A base excess of -2 mEq/L.
PTH was 65 pg/mL.
Homocysteine 15 umol/L.
Lipoprotein(a) above 50 mg/dL.
Fibrinogen below 1.5 g/L (150 mg/dL).
LDL cholesterol below 1.8 mmol/L (70 mg/dL).
LDL-C fell by 1 mmol/L (38.7 mg/dL).
Each 1 mmol/L reduction in LDL cholesterol.
Ovarian volume above 10 mL.
The stroke had an infarct core of 70 mL.
Left atrial volume of 34 mL/m2.
Sodium fell from 140 to 132 mmol/L.
ALT was 40 U/L.
CRP of 2 mg/L.
An albumin-to-creatinine ratio above 300 mg/g.
eGFR below 30 mL/min.
Patients below 30 mL/min/1.73 m².
A blood loss of 350 mL.
The blood loss was 350 mL, and 2.1 L in one patient.
blood loss 350 mL
An ACR of 3 mg/mmol or more.
A trough of 15 mg/L.
A trough vancomycin level of 15 to 20 µg/mL.
Urine output below 0.5 mL/kg/h for 6 hours.
A birth weight below 1500 g.
Lithium levels of 0.6 to 0.8 mmol/L are aimed at.
Paracetamol above 150 mg/L at 4 hours.
Blood alcohol above 80 mg/100 mL.
Uric acid below 6 mg/dL (360 µmol/L).
Glucose of 126 mg/dl.
CSF protein of 0.8 g/L.
Bilirubin above 2 mg per decilitre.
Proteinuria fell from 4 g/day to 1 g/day.
Creatinine clearance was 45 ml/min.
Drain output was 200 mL in 24 hours.
A tidal volume of 6 mL/kg.
If the kidney function is under 30 mL/min it is not given.
Ketones above 3 mmol/L; potassium 5.5 mmol/l.
A haematoma of 30 mL.
The median blood loss was 350 mL.
Between 1 and 2 g/day of proteinuria.
Proteinuria between 1 and 2 g/day.
Folate was 4 ng/ml.
A salt intake below 5 g a day.
NT-proBNP over 900 pg/mL or 125 ng/L.
IgG below 4 g/L.
350 mL of urine was drained.
""".splitlines()
_DOSES = """\
Vitamin K 1 mg at birth.
Give 500 mL of fluid.
Fluid boluses of 250 mL are given.
Benzathine benzylpenicillin 1.2 million units at birth.
Serum potassium is checked, and 40 mmol is given.
Give 1 g of protein substitute.
Give 5 mg/mL solution.
Use the 5 mg/mL solution.
Adrenaline 1 mg/mL injection is used.
Insulin 100 units/mL is drawn up.
Creatinine is measured before 20 mg is given.
When the eGFR falls, give 50 mg.
If proteinuria exceeds 1 g/day, prednisone 60 mg/day is given.
Sodium falls: give 100 mL of hypertonic saline.
Infuse at 2 mL/min.
The infusion runs at 10 mL/min for the first hour.
Kidney function is checked, and the rate is 2 mL/min.
Potassium chloride 40 mmol is infused over 4 hours.
Potassium was 2.8 mmol/L, so 20 mmol was given.
Levels are measured after 25 mg twice daily.
Haemoglobin below 8 g/dL: 200 mg iron.
Take 5 mL twice daily.
A potassium chloride 40 mmol/L infusion is used.
Rub in the 10 mg/g cream.
Albumin 25 g is infused.
Give albumin 1 g/kg.
With albumin of 8 g per litre removed, 100 mL is given.
Blood loss is treated with 1 g of tranexamic acid.
For blood loss 1 g tranexamic acid is given.
The weight-based dose is 2 mg/kg.
By body weight 1 mg/kg is given.
Ferritin is low: ferric carboxymaltose 1 g.
Calcium 1 g daily.
Fluids of 30 mL/kg in the first hour.
A urine test follows after 5 mg.
Serum levels rise at 200 mg daily.
The trough is measured before the next 500 mg.
Vancomycin 15 mg/kg every 12 hours.
Heparin 5000 units twice daily.
Morphine 10 mg/5 mL.
Gentamicin 5 mg/kg/day, level below 1 mg/L.
Alcohol and 20 mg of diazepam.
Dilute to 1 mg/mL.
Dilute to 40 mmol/L.
Give 0.5 mL/kg/h.
Vitamin D 25 µg daily.
Total weekly dose 20 mg.
Levels peak at 4 hours after 100 mg.
A peak level after 50 mg.
Blood levels double from 50 to 100 mg daily.
The dose levels of 25 mg and 50 mg were tried.
A concentration of 5 mg/mL is used.
""".splitlines()


@pytest.mark.parametrize("line", [*_OF_THE_FILE, *_MEASURED])
def test_a_measured_value_is_no_dose(line: str) -> None:
    assert list(doses_in_text(line)) == []


@pytest.mark.parametrize("line", _DOSES)
def test_a_dose_beside_a_measured_value_is_found(line: str) -> None:
    assert list(doses_in_text(line)) != []


def test_there_are_enough_of_both() -> None:
    assert len(_OF_THE_FILE) + len(_MEASURED) >= 60
    assert len(_DOSES) >= 40
