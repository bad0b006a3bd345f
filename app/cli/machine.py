"""The commands about this machine and its pictures: doctor, screenshot. Knows what to call, no rule."""

from argparse import Namespace

from app.cli.codes import DONE
from app.cli.output import print_found


def run_doctor(_: Namespace) -> int:
    from app.run.machine import doctor
    from app.views.machine import doctor_lines

    print_found(list(doctor_lines(doctor())), False)
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
