"""The design system: each component in one place."""
