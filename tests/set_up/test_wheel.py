"""The wheel, built and installed into a folder of its own: it brings its routines and its assets."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
    ]
    subprocess.run([*pip, "--target", str(folder), str(ROOT)], check=True, cwd=folder)
    return folder


def outside_the_checkout(installed: Path, *command: str) -> str:
    environ = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        [*command], cwd=installed, env=environ, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def test_an_installed_wheel_finds_its_routines_and_assets(installed):
    ask = (
        "import json; from app.storage.bundle import assets_folder, icon_font, routines_folder;"
        "print(json.dumps([str(path) for path in (routines_folder(), assets_folder(), icon_font())]))"
    )
    answer = outside_the_checkout(installed, sys.executable, "-c", ask)
    routines, assets, font = map(Path, json.loads(answer))
    assert routines == installed / "app" / "bundled" / "routines"
    assert (routines / "calf-reset.toml").is_file()
    assert (routines / "exercises" / "wall-calf-stretch.toml").is_file()
    assert assets == installed / "app" / "bundled" / "assets"
    assert sorted(path.name for path in assets.iterdir()) == sorted(
        path.name for path in (ROOT / "assets").iterdir()
    )
    assert font.is_file()


def test_the_installed_command_lists_the_bundled_routines(installed):
    script = installed / ("Scripts/soleus.exe" if os.name == "nt" else "bin/soleus")
    library = json.loads(outside_the_checkout(installed, str(script), "list", "--json"))
    assert "calf-reset" in {entry["id"] for entry in library}


def test_a_wheel_holds_only_the_package(installed):
    assert {path.name for path in installed.iterdir()} <= {"app", "bin", "Scripts"} | {
        path.name for path in installed.glob("soleus-*.dist-info")
    }
