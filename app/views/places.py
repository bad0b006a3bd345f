"""The five places of the navigation, by id and name."""

PLACES = (
    ("today", "Today"),
    ("routines", "Routines"),
    ("progress", "Progress"),
    ("care", "Care"),
    ("settings", "Settings"),
)
