"""A question, or something to know, that Today puts to the person, with its answers. Knows no window."""

from msgspec import Struct


class Answer(Struct, frozen=True):
    """One button: what is told, and what is read."""

    name: str
    words: str


class Ask(Struct, frozen=True):
    """`lines` stand below the text, one thing each. What is `alarming` stands out."""

    id: str
    title: str
    text: str
    answers: tuple[Answer, ...]
    lines: tuple[str, ...] = ()
    icon: str = ""
    alarming: bool = False
