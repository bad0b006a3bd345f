"""What the warning signs come to just now, as their file has it. Knows no window."""

from app.core.care.warning_signs import NO_SIGNS, Verdict, verdict
from app.run.home import folder
from app.storage.paths import SIGNS


def verdict_now() -> Verdict:
    """Nothing where nothing was answered, or what was cannot be understood: the window tells of that."""
    if not (folder() / SIGNS).exists():
        return NO_SIGNS
    from app.storage.errors import StoreError
    from app.storage.signs_file import load_answers

    try:
        return verdict(load_answers(folder()))
    except StoreError:
        return NO_SIGNS
