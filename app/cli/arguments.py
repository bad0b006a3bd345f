"""What an argument may say, and the line for one that says something else. Knows no command."""

import re
from argparse import ArgumentTypeError
from datetime import date


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f'"{text}" is no day; write it as 2026-11-22') from None


def speed(text: str) -> float:
    return _number(text, 0.01, 1000, "a speed is a number from 0.01 to 1000")


def text_scale(text: str) -> float:
    return _number(text, 0.8, 2, "a text scale is a number from 0.8 to 2")


def years(text: str) -> float:
    return _number(text, 0.1, 50, "years are a number from 0.1 to 50")


def _number(text: str, least: float, most: float, rule: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise ArgumentTypeError(f'{rule}, not "{text}"')
    return value


def picture(text: str) -> str:
    return _ending(text, ".png", "a picture is a .png")


def pdf(text: str) -> str:
    return _ending(text, ".pdf", "a sheet to print is a .pdf")


def report(text: str) -> str:
    if not text.lower().endswith((".pdf", ".csv")):
        raise ArgumentTypeError(f'a report is a .pdf or a .csv, not "{text}"')
    return text


def parcel(text: str) -> str:
    return _ending(text, ".soleus", "a routine to pass on is a .soleus")


def export(text: str) -> str:
    if not text.lower().endswith((".csv", ".json", ".zip")):
        raise ArgumentTypeError(f'an export is a .csv, a .json or a .zip, not "{text}"')
    return text


def new_id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) or len(text) > 80:
        rule = 'a routine\'s id is lower-case words joined by "-", such as my-evening'
        raise ArgumentTypeError(f'{rule}, not "{text}"')
    return text


def _ending(text: str, suffix: str, rule: str) -> str:
    if not text.lower().endswith(suffix):
        raise ArgumentTypeError(f'{rule}, not "{text}"')
    return text


def size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise ArgumentTypeError(f'a size is WIDTHxHEIGHT such as 400x800, not "{text}"')
    if not (200 <= int(width) <= 4000 and 200 <= int(height) <= 4000):
        raise ArgumentTypeError("a size is from 200x200 to 4000x4000")
    return int(width), int(height)
