"""Pages to print, drawn from what the views say. Knows no window, no file of the user's and no clock."""
