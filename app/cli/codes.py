"""How a command ends."""

DONE, FAILED, WRONG_USAGE = 0, 1, 2
