"""The settings as a file, `settings.json`. Knows no meaning of a setting beyond its type and range."""

from pathlib import Path
from typing import Any, cast

from msgspec import DecodeError, MsgspecError, convert, json, to_builtins
from msgspec.json import decode, encode
from msgspec.structs import FieldInfo, fields

from app.core.settings import Settings
from app.storage.errors import StoreError, unreadable, unwritable
from app.storage.files import REAL, Files, replace_file
from app.storage.paths import SETTINGS

BAD = ".bad"


def load_settings(folder: Path, files: Files = REAL) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and a line for each that could not be taken; the default stands in for it. Never raises.

    With `{"volume": 400, "voice": false}` these are `Settings(voice=False)` and
    `("…/settings.json: "volume" cannot be 400 (Expected `int` <= 100); 80 is used.",)`.
    """
    path = folder / SETTINGS
    try:
        written = _read(path, files)
    except OSError as error:
        return Settings(), (unreadable(path, error),)
    except ValueError as error:
        kept = path.with_name(path.name + BAD)
        return Settings(), (
            f"{path}: cannot be understood ({error}); defaults are used, and it is kept as {kept}.",
        )
    taken: dict[str, Any] = {}
    problems: list[str] = []
    for field in fields(Settings):
        if field.name in written:
            try:
                taken[field.name] = convert(written[field.name], field.type)
            except MsgspecError as error:
                problems.append(_problem(path, field, written[field.name], error))
    return Settings(**taken), tuple(problems)


def save_settings(folder: Path, settings: Settings, files: Files = REAL) -> None:
    """Replaces the file as a whole. Keys of a newer Soleus stay; a file that is no JSON is kept beside.

    Raises `StoreError` if it could not be written, and then the old file is as it was.
    """
    path = folder / SETTINGS
    try:
        files.make_folder(folder)
        text = json.format(encode(_kept(path, files) | to_builtins(settings)), indent=2)
        replace_file(files, path, text + b"\n")
    except OSError as error:
        raise StoreError(unwritable(path, error)) from error


def _kept(path: Path, files: Files) -> dict[str, Any]:
    """What is written so far; nothing if it cannot be understood, and then a copy is put beside it."""
    try:
        return _read(path, files)
    except ValueError:
        replace_file(files, path.with_name(path.name + BAD), files.read(path))
        return {}


def _read(path: Path, files: Files) -> dict[str, Any]:
    """Raises ValueError, with a reason for people, if the file is no JSON object."""
    try:
        written = decode(files.read(path))
    except FileNotFoundError:
        return {}
    except (DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(written, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004  # the file's fault, not a caller's
    return cast(dict[str, Any], written)


def _problem(path: Path, field: FieldInfo, value: object, error: MsgspecError) -> str:
    shown = encode(value).decode()
    return f'{path}: "{field.name}" cannot be {shown} ({error}); {encode(field.default).decode()} is used.'
