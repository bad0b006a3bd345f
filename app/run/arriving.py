"""Takes in a routine that comes as a `.soleus` file. Knows no command, no window and no wording."""

from pathlib import Path

from app.core.library import Library
from app.run.home import RunError, folder
from app.storage.deliveries import Delivery, Written, accept, look_into, take_back
from app.storage.errors import StoreError
from app.storage.parcel import SUFFIX, ParcelRefused
from app.storage.paths import ROUTINES
from app.views.sharing import no_such_file, taken_id


def is_parcel(path: str) -> bool:
    """Whether its name says that a routine is in it, and no history."""
    return path.lower().endswith(SUFFIX)


def look_into_parcel(path: str, shelf: Library) -> Delivery:
    """What the file would bring beside the library. Writes nothing. Raises `RunError`."""
    file = Path(path)
    try:
        if not file.is_file():
            raise RunError(no_such_file(path))
        return look_into(file, shelf)
    except (ParcelRefused, StoreError) as error:
        raise RunError(str(error)) from error
    except ValueError as error:  # a NUL in the name
        raise RunError(no_such_file(path)) from error


def id_for(delivery: Delivery, shelf: Library, path: str, *, as_id: str | None, replace: bool) -> str:
    """The id to take the routine in by: `as_id` or its own. Raises `RunError` if that would replace one unasked."""
    wanted = as_id or delivery.routine.id
    entry = shelf.find(wanted)
    if entry is not None and not replace:
        raise RunError(taken_id(path, wanted, entry.name))
    return wanted


def take_in_parcel(delivery: Delivery, as_id: str) -> tuple[Written, ...]:
    """Writes the routine by that id, and the exercises that are new. Raises `RunError`, and nothing was written.

    A backup is made first if it takes the place of another one.
    """
    own = folder() / ROUTINES
    if (own / f"{as_id}.toml").exists():
        from app.run.transfer import make_backup

        make_backup("before-import")
    try:
        return accept(delivery, own, as_id)
    except StoreError as error:
        raise RunError(str(error)) from error


def give_back_parcel(written: tuple[Written, ...]) -> None:
    """Undoes `take_in_parcel`. Raises `RunError`."""
    try:
        take_back(written)
    except StoreError as error:
        raise RunError(str(error)) from error
