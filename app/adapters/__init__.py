"""The machine: sound, voice, notifications, the clock. Knows only core.ports."""
