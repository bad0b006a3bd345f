"""The commands that take data in and out: export, import, backup, restore, demo. Knows what to call, no rule."""

from argparse import Namespace

from app.cli.codes import DONE, FAILED, WRONG_USAGE
from app.cli.output import complain, print_found


def run_export(arguments: Namespace) -> int:
    from app.run.home import reading
    from app.run.transfer import export_to
    from app.views.transfer import exported

    with reading() as store:
        sessions = export_to(arguments.file, store)
        for problem in store.problems:
            complain(problem)
    print_found([exported(sessions, arguments.file)], False)
    return DONE


def run_import(arguments: Namespace) -> int:
    from app.cli.sharing import run_import_routine
    from app.run.arriving import is_parcel

    if is_parcel(arguments.file):
        return run_import_routine(arguments)
    if arguments.as_id or arguments.replace:
        from app.views.sharing import ONLY_FOR_ROUTINES

        complain(ONLY_FOR_ROUTINES)
        return WRONG_USAGE
    return _import_history(arguments)


def _import_history(arguments: Namespace) -> int:
    from app.adapters.clock import SystemClock
    from app.run.home import reading, writing
    from app.run.transfer import carry_out, plan_import
    from app.views.transfer import transfer_view

    with reading() if arguments.dry_run else writing(SystemClock()) as store:
        plan = plan_import(arguments.file, store, arguments.habit)
        if not arguments.dry_run:
            carry_out(plan, store)
    view = transfer_view(
        plan.merge,
        plan.incoming.left_out,
        new_routines=tuple(plan.routines),
        kept_routines=plan.kept_routines,
        done=not arguments.dry_run,
    )
    print_found(view.lines, False)
    for line in view.left_out:
        complain(line)
    return DONE


def run_backup(_: Namespace) -> int:
    from app.run.transfer import make_backup
    from app.views.transfer import NOTHING_TO_BACK_UP

    made = make_backup()
    if made is None:
        complain(NOTHING_TO_BACK_UP)
        return FAILED
    print_found([str(made)], False)
    return DONE


def run_restore(arguments: Namespace) -> int:
    from app.run.transfer import backups, restore
    from app.views.transfer import backup_lines, backup_row, restored

    if arguments.name is None:
        rows = [backup_row(each.name, each.day, each.at, each.reason, each.bytes) for each in backups()]
        print_found(backup_lines(rows), False)
        return DONE
    before = restore(arguments.name)
    print_found([restored(arguments.name, before.stem if before else "")], False)
    return DONE


def run_demo(arguments: Namespace) -> int:
    from app.run.demo import make_demo
    from app.views.transfer import demo_made

    sessions = make_demo(arguments.folder, arguments.years)
    print_found(demo_made(sessions, arguments.folder), False)
    return DONE
