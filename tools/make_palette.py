"""Generates app/ui/palette.py: three schemes of colours from four hues, by tone, with materialyoucolor.

In its colour space (HCT) the difference between two tones decides their contrast: 50 tones or more give
at least 4.5:1, 40 give 3:1. So the roles below are pairs of tones, and tests/ui holds the contrast.

Run it by `python -m tools.make_palette` after changing a hue or a tone, and look at the pictures again.
"""

from pathlib import Path

from materialyoucolor.palettes.tonal_palette import TonalPalette

TARGET = Path(__file__).parents[1] / "app/ui/palette.py"

INK = TonalPalette.from_hue_and_chroma(262, 26)
PAPER = TonalPalette.from_hue_and_chroma(85, 2.6)
NIGHT = TonalPalette.from_hue_and_chroma(262, 9)
GREY = TonalPalette.from_hue_and_chroma(262, 6)
TEAL = TonalPalette.from_hue_and_chroma(192, 42)
CORAL = TonalPalette.from_hue_and_chroma(32, 62)
INDIGO = TonalPalette.from_hue_and_chroma(282, 46)
OCHRE = TonalPalette.from_hue_and_chroma(72, 48)
TEAL_SOFT = TonalPalette.from_hue_and_chroma(192, 15)
CORAL_SOFT = TonalPalette.from_hue_and_chroma(32, 16)
INDIGO_SOFT = TonalPalette.from_hue_and_chroma(282, 14)
OCHRE_SOFT = TonalPalette.from_hue_and_chroma(72, 15)
SKIN = TonalPalette.from_hue_and_chroma(52, 26)
CLOTH = TonalPalette.from_hue_and_chroma(262, 30)
SHIRT = TonalPalette.from_hue_and_chroma(192, 32)
RED_SOFT = TonalPalette.from_hue_and_chroma(24, 34)
RED = TonalPalette.from_hue_and_chroma(24, 84)

LIGHT = {
    "paper": (PAPER, 97),
    "card": (PAPER, 100),
    "sunken": (PAPER, 93),
    "line": (GREY, 85),
    "track": (GREY, 84),
    "edge": (GREY, 52),
    "ink": (INK, 14),
    "ink_soft": (INK, 38),
    "action": (TEAL, 38),
    "bar": (TEAL, 58),
    "action_ink": (TEAL, 100),
    "action_soft": (TEAL_SOFT, 92),
    "action_soft_ink": (TEAL_SOFT, 24),
    "coral": (CORAL, 55),
    "coral_soft": (CORAL_SOFT, 92),
    "coral_soft_ink": (CORAL_SOFT, 28),
    "left": (INDIGO, 42),
    "left_ink": (INDIGO, 100),
    "left_soft": (INDIGO_SOFT, 93),
    "right": (OCHRE, 40),
    "right_ink": (OCHRE, 100),
    "right_soft": (OCHRE_SOFT, 94),
    "caution": (OCHRE, 40),
    "caution_soft": (OCHRE_SOFT, 94),
    "danger": (RED, 40),
    "danger_soft": (RED, 94),
    "danger_soft_ink": (RED, 26),
    "focus": (INK, 30),
    "figure_legs": (CLOTH, 32),
    "figure_legs_far": (CLOTH, 62),
    "figure_top": (SHIRT, 32),
    "figure_skin": (SKIN, 38),
    "figure_skin_far": (SKIN, 66),
    "figure_shoe": (INK, 20),
    "figure_shoe_far": (INK, 52),
    "figure_hot": (CORAL, 74),
    "figure_prop": (GREY, 78),
    "figure_line": (OCHRE, 48),
    "figure_plain": (GREY, 82),
    "figure_mark": (CORAL, 46),
    "figure_mark_soft": (CORAL_SOFT, 64),
    "figure_shade": (GREY, 88),
}
DARK = {
    "paper": (NIGHT, 8),
    "card": (NIGHT, 14),
    "sunken": (NIGHT, 20),
    "line": (NIGHT, 28),
    "track": (NIGHT, 34),
    "edge": (GREY, 60),
    "ink": (PAPER, 94),
    "ink_soft": (GREY, 76),
    "action": (TEAL, 76),
    "bar": (TEAL, 54),
    "action_ink": (TEAL, 14),
    "action_soft": (TEAL_SOFT, 24),
    "action_soft_ink": (TEAL_SOFT, 90),
    "coral": (CORAL, 66),
    "coral_soft": (CORAL_SOFT, 24),
    "coral_soft_ink": (CORAL_SOFT, 90),
    "left": (INDIGO, 76),
    "left_ink": (INDIGO, 14),
    "left_soft": (INDIGO_SOFT, 26),
    "right": (OCHRE, 76),
    "right_ink": (OCHRE, 14),
    "right_soft": (OCHRE_SOFT, 24),
    "caution": (OCHRE, 76),
    "caution_soft": (OCHRE_SOFT, 24),
    "danger": (RED, 72),
    "danger_soft": (RED_SOFT, 22),
    "danger_soft_ink": (RED, 92),
    "focus": (PAPER, 96),
    "figure_legs": (CLOTH, 78),
    "figure_legs_far": (CLOTH, 48),
    "figure_top": (SHIRT, 78),
    "figure_skin": (SKIN, 80),
    "figure_skin_far": (SKIN, 50),
    "figure_shoe": (INK, 90),
    "figure_shoe_far": (INK, 58),
    "figure_hot": (CORAL, 40),
    "figure_prop": (GREY, 42),
    "figure_line": (OCHRE, 66),
    "figure_plain": (GREY, 36),
    "figure_mark": (CORAL, 74),
    "figure_mark_soft": (CORAL_SOFT, 56),
    "figure_shade": (GREY, 20),
}
CONTRAST = {
    "paper": (GREY, 0),
    "card": (GREY, 0),
    "sunken": (GREY, 12),
    "line": (GREY, 70),
    "track": (GREY, 30),
    "edge": (GREY, 90),
    "ink": (GREY, 100),
    "ink_soft": (GREY, 95),
    "action": (TEAL, 86),
    "bar": (TEAL, 50),
    "action_ink": (TEAL, 0),
    "action_soft": (TEAL_SOFT, 14),
    "action_soft_ink": (TEAL_SOFT, 98),
    "coral": (CORAL, 78),
    "coral_soft": (CORAL_SOFT, 12),
    "coral_soft_ink": (CORAL_SOFT, 96),
    "left": (INDIGO, 86),
    "left_ink": (INDIGO, 0),
    "left_soft": (INDIGO_SOFT, 14),
    "right": (OCHRE, 88),
    "right_ink": (OCHRE, 0),
    "right_soft": (OCHRE_SOFT, 14),
    "caution": (OCHRE, 88),
    "caution_soft": (OCHRE_SOFT, 14),
    "danger": (RED, 84),
    "danger_soft": (RED_SOFT, 14),
    "danger_soft_ink": (RED, 97),
    "focus": (OCHRE, 94),
    "figure_legs": (CLOTH, 92),
    "figure_legs_far": (CLOTH, 58),
    "figure_top": (SHIRT, 90),
    "figure_skin": (SKIN, 94),
    "figure_skin_far": (SKIN, 60),
    "figure_shoe": (INK, 98),
    "figure_shoe_far": (INK, 64),
    "figure_hot": (CORAL, 42),
    "figure_prop": (GREY, 50),
    "figure_line": (OCHRE, 80),
    "figure_plain": (GREY, 42),
    "figure_mark": (CORAL, 90),
    "figure_mark_soft": (CORAL_SOFT, 68),
    "figure_shade": (GREY, 14),
}


def hex_of(palette: TonalPalette, tone: int) -> str:
    argb = palette.tone(tone)
    return f"#{argb & 0xFFFFFF:06x}"


def main() -> None:
    lines = [
        '"""Colours by role, as #rrggbb. Made by tools/make_palette.py: change the tones there."""',
        "",
        "SCHEMES: dict[str, dict[str, str]] = {",
    ]
    for name, roles in (("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)):
        lines.append(f'    "{name}": {{')
        lines += [f'        "{role}": "{hex_of(*source)}",' for role, source in roles.items()]
        lines.append("    },")
    TARGET.write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
