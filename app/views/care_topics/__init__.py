"""What there is to read on Care: the texts of its cards, topic by topic, and the way to them. Knows no window."""
