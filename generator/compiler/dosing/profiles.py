"""The writing profiles by name. An audience names the one that it is written for."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compiler.dosing import nhs_patient, uk_clinician, us_ismp
from generator.compiler.dosing.profile import Profile

PROFILES: Mapping[str, Profile] = {
    module.PROFILE.name: module.PROFILE for module in (us_ismp, uk_clinician, nhs_patient)
}
