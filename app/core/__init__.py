"""What stretching is. Knows no Kivy, no files and no clock."""
