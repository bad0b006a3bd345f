"""Owns the question which paper is printed on here, by the machine's own settings. Knows no sheet."""

import locale
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())
"""Countries that print on Letter, as the Unicode CLDR lists them."""
_LETTER_NAMES = ("United States", "Canada", "Mexico", "Philippines", "Chile", "Colombia", "Puerto Rico")
"""As Windows writes some of them."""


def usual_paper(environment: Mapping[str, str] = os.environ) -> Literal["A4", "Letter"]:
    """Never raises; A4 where nothing is said.

    "en_US.UTF-8" is Letter and "en_GB.UTF-8" is A4.
    """
    said = next((environment[name] for name in ("LC_ALL", "LC_PAPER", "LANG") if environment.get(name)), "")
    return "Letter" if _is_letter(said or _locale()) else "A4"


def _is_letter(said: str) -> bool:
    plain = said.partition(".")[0].partition("@")[0]
    country = plain.replace("-", "_").rpartition("_")[2]
    return country.upper() in _LETTER or country in _LETTER_NAMES


def _locale() -> str:
    with suppress(ValueError):  # a locale that Python has no name for
        return locale.getlocale()[0] or ""
    return ""
