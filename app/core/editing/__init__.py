"""Changing a routine: every step of it can be undone, and none makes a file that cannot be read."""
