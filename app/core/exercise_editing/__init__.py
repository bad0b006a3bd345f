"""Making an exercise of one's own: every step of it can be undone, and none makes a file that cannot be read."""
