"""Which words are the same word: inflections, short forms and slips of the pen. Knows no exercise."""

from collections.abc import Collection

SAME = {
    "1": "single", "2": "two", "3": "three", "4": "four", "one": "single", "unilateral": "single",
    "calves": "calf", "gastrocnemius": "gastroc",
    "hamstring": "hamstring", "hamstrings": "hamstring", "hams": "hamstring",
    "hammy": "hamstring", "hammies": "hamstring", "quadriceps": "quad", "quads": "quad", "thighs": "thigh",
    "gluteal": "glute", "gluteus": "glute", "glutes": "glute", "buttock": "glute", "buttocks": "glute",
    "feet": "foot", "seated": "sit", "sitting": "sit", "sat": "sit", "supine": "lie", "lying": "lie",
    "laying": "lie", "standing": "stand", "roller": "roll", "rollers": "roll", "theraband": "band",
    "therabands": "band", "tband": "band", "loop": "band", "stairs": "step", "stair": "step",
    "psoas": "flexor", "df": "dorsiflexion", "pf": "plantarflexion", "plantar-flexion": "plantarflexion",
    "inv": "inversion", "ev": "eversion", "ext": "extension", "rot": "rotation", "rotn": "rotation",
    "str": "stretch", "ankel": "ankle", "lumber": "lumbar", "belt": "strap",
    "bending": "bent", "bend": "bent", "flexed": "bent", "iso": "isometric", "isometrics": "isometric",
    "bottle": "ball", "childs": "child", "elbows": "elbow", "ups": "up",
}  # fmt: skip
"""Words that mean the same on a sheet, and inflections that no rule makes."""

FUZZY_FROM = 5
TWO_SLIPS_FROM = 9


def fold(word: str) -> str:
    """What all inflections of a word have in common; it need not be a word itself.

    >>> fold("stretches"), fold("raising"), fold("raises"), fold("calves")
    ('stretch', 'rais', 'rais', 'calf')
    """
    plain = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    if plain in SAME:
        return SAME[plain]
    return _without_ending(plain)


def corrected(stem: str, vocabulary: Collection[str]) -> str:
    """The one word of the vocabulary that a slip of the pen away is, or the word itself.

    A slip is a letter too many, missing, wrong, or two letters exchanged, but not the first letter. Short
    words are left alone: "heel" and "heal" may both be meant. From nine letters on two slips are allowed.
    """
    if stem in vocabulary or len(stem) < FUZZY_FROM or not stem.isalpha():
        return stem
    most = 2 if len(stem) >= TWO_SLIPS_FROM else 1
    near = [
        (slips, word)
        for word in vocabulary
        if len(word) >= FUZZY_FROM - 1 and word[0] == stem[0] and abs(len(word) - len(stem)) <= most
        if (slips := slips_between(stem, word)) <= most
    ]
    near.sort()
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return stem
    return near[0][1]


def slips_between(one: str, other: str) -> int:
    """The letters to add, drop, change, or exchange with their neighbour: the optimal string alignment.

    "strech" and "stretch" are 1 apart, "clamsehll" and "clamshell" 1, "towel" and "tower" 1.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        older, before, row = before, row, [place]
        for column, its in enumerate(other, 1):
            slips = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != its))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == its:
                slips = min(slips, older[column - 2] + 1)
            row.append(slips)
    return row[-1]


def _without_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ches", "shes", "xes", "sses")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
