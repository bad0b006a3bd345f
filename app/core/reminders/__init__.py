"""When to remind, and when to keep quiet. Knows the diary; no clock, no file and no desktop."""
