"""What a screen shows, as frozen values, and every word a person reads."""
