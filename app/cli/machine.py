"""The commands about this machine and its pictures: doctor, remind, screenshot. Knows what to call, no rule."""

from argparse import Namespace

from app.cli.codes import DONE
from app.cli.output import print_found, print_line


def run_doctor(_: Namespace) -> int:
    from app.run.machine import doctor
    from app.views.machine import doctor_lines

    print_found(list(doctor_lines(doctor())), False)
    return DONE


def run_remind(_: Namespace) -> int:
    from app.run.remind import remind_due

    remind_due(print_line)
    return DONE


def run_screenshot(arguments: Namespace) -> int:
    from app.run.pictures import draw_screen

    draw_screen(
        arguments.screen,
        arguments.file,
        theme=arguments.theme,
        size=arguments.size,
        text_scale=arguments.text_scale,
    )
    return DONE
