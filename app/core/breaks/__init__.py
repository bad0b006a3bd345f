"""Breaks from sitting: when to offer one, and what to do in it. Knows no clock, no desktop and no window."""
