"""What a sore calf or back asks for besides exercise: how it feels, tests, warning signs. Knows no storage."""
