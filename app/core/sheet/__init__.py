"""A therapist's sheet: from the lines as people write them to a routine. Knows no files and no clock."""
