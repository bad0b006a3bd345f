"""The command that reads a therapist's sheet. Knows what to call and what to print, no rule."""

from argparse import Namespace

from app.cli.codes import DONE
from app.cli.output import print_found


def run_sheet(arguments: Namespace) -> int:
    from app.core.sheet.making import joined, rhythms
    from app.run.home import settings
    from app.run.sheet import save_sheet, sheet
    from app.views.sheet import sheet_json, sheet_lines, sheet_saved

    lines, library = sheet(arguments.file)
    told = sheet_json(lines) if arguments.json else sheet_lines(lines, library.exercises)
    print_found(told, arguments.json)
    if arguments.save:
        path, routine, targets = save_sheet(lines, arguments.file, arguments.save, library)
        if not arguments.json:
            differing = len(rhythms(joined(lines))) > 1
            first_weekday = settings().first_weekday
            print_found(sheet_saved(str(path), routine, targets, first_weekday, differing=differing), False)
    return DONE
