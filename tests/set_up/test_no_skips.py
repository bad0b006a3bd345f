"""A skipped test is a hole in the wall: seen by everybody, and in CI a failure."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PASSES = """
def test_it_passes():
    pass
"""
ONE_SKIPS = f"""
import pytest
{PASSES}
@pytest.mark.needs("dunst")
def test_a_real_part():
    pass
"""


def run_pytest(folder: Path, text: str, no_skips: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_parts.py").write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text(
        f"[pytest]\npythonpath = {ROOT}\nmarkers = needs(*commands)\n", encoding="utf-8"
    )
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.conftest",
            "-rs",
            "--rootdir",
            str(folder),
            str(folder),
        ],
        cwd=ROOT,
        env=os.environ | {"SOLEUS_NO_SKIPS": no_skips, "PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_missing_part_skips_with_the_package_that_brings_it(tmp_path):
    done = run_pytest(tmp_path, ONE_SKIPS, no_skips="")
    assert done.returncode == 0
    assert "needs dunst (Debian: apt-get install dunst)" in done.stdout
    assert "1 passed, 1 skipped" in done.stdout.splitlines()[-1]


def test_a_skip_fails_the_run_where_none_is_allowed(tmp_path):
    done = run_pytest(tmp_path, ONE_SKIPS, no_skips="1")
    assert done.returncode == 1
    assert "test_parts.py::test_a_real_part: Skipped: needs dunst" in done.stdout
    assert "1 passed, 1 skipped" in done.stdout.splitlines()[-1]


def test_a_module_that_skips_itself_fails_the_run_too(tmp_path):
    skipping = "import pytest\n\npytest.skip('not here', allow_module_level=True)\n"
    (tmp_path / "test_whole_module.py").write_text(skipping, encoding="utf-8")
    done = run_pytest(tmp_path, PASSES, no_skips="1")
    assert done.returncode == 1
    assert "test_whole_module.py: Skipped: not here" in done.stdout


def test_a_run_without_skips_passes(tmp_path):
    assert run_pytest(tmp_path, PASSES, no_skips="1").returncode == 0
