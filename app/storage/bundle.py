"""Where the files lie that come with Soleus: routines, assets, icons. Knows nothing of what is in them.

A wheel carries the first two inside the package, where pyproject.toml puts them; a checkout has them at its
root.
"""

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def routines_folder() -> Path:
    """The bundled routines, with their exercises in the folder `exercises`."""
    return _bundled("routines")


def assets_folder() -> Path:
    """Sounds, the app's icon and the schemas."""
    return _bundled("assets")


def icon_font() -> Path:
    """The TTF of the Material Design icons, found without importing its 256 KB table of names.

    Raises `FileNotFoundError` with one line that says what to do.
    """
    package = find_spec("fonticon_mdi7")
    if package is None or package.origin is None:
        raise FileNotFoundError("The icon font is missing: install fonticon-materialdesignicons7.")
    return Path(package.origin).with_name("fonts") / "materialdesignicons-webfont.ttf"


def _bundled(name: str) -> Path:
    installed = _PACKAGE / "bundled" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
