"""Which paper is printed on here."""

import locale

import pytest

from app.adapters.paper import usual_paper


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("en_US.UTF-8", "Letter"),
        ("es_MX", "Letter"),
        ("en_GB.UTF-8", "A4"),
        ("de_DE@euro", "A4"),
        ("C.UTF-8", "A4"),
        ("US", "Letter"),
    ],
)
def test_the_machine_says_it_by_its_country(said, paper):
    assert usual_paper({"LANG": said}) == paper


def test_what_is_said_of_paper_counts_more_than_the_language():
    assert usual_paper({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}) == "A4"


@pytest.mark.parametrize(
    ("name", "paper"), [("English_United States", "Letter"), ("de_DE", "A4"), (None, "A4")]
)
def test_where_the_environment_says_nothing_the_locale_does(monkeypatch, name, paper):
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "cp1252"))
    assert usual_paper({}) == paper


def test_a_locale_without_a_name_is_a4(monkeypatch):
    def fail() -> None:
        raise ValueError("unknown locale: UTF-8")

    monkeypatch.setattr(locale, "getlocale", fail)
    assert usual_paper({}) == "A4"
