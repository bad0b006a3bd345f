"""The one place that knows the real clock, the store and the machine, and puts them together."""
