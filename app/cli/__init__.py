"""The commands. Imports Kivy only to open the window; knows no rule, only what to call and what to print."""

import argparse
import sys
from collections.abc import Sequence

from app.cli.codes import DONE, FAILED
from app.cli.output import complain, let_output_go, make_output_robust
from app.cli.parser import make_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command: 0 done, 1 what was asked for failed, 2 wrong usage (raised as SystemExit)."""
    make_output_robust()
    try:
        try:
            return _run(make_parser().parse_args(argv))
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # here, where a reader that has left is no error
    except BrokenPipeError:
        let_output_go()
        return DONE
    except OSError as error:
        let_output_go()
        where = f"{error.filename}: " if error.filename else ""
        complain(f"Soleus had to stop: {where}{error.strerror or error}.")
        return FAILED


def _run(arguments: argparse.Namespace) -> int:
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        return FAILED
    except Exception as error:
        from app.run.home import RunError

        if not isinstance(error, RunError):
            raise
        complain(str(error))
        return FAILED
