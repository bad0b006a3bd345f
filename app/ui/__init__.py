"""The Kivy window: screens, widgets, theme. Knows views and core."""
