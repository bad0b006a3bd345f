"""The four places of the navigation, by id and name."""

PLACES = (("today", "Today"), ("routines", "Routines"), ("progress", "Progress"), ("settings", "Settings"))
