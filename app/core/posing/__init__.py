"""Making a figure by hand: points of the body that can be dragged, and poses to begin with. Knows no window."""
