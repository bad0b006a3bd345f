"""One row of Care, which each of its parts makes of itself. Knows no other part."""

from msgspec import Struct


class CareRow(Struct, frozen=True):
    """One part, or a topic to read. What is `alarming` stands out."""

    id: str
    title: str
    subtitle: str
    icon: str
    alarming: bool = False
