"""What is said when a routine is handed on. Knows no file's content."""

from app.core.routine import Routine
from app.views import words


def printed(file: str, pages: int) -> str:
    return f"{file}: {words.count(pages, 'page')} to print."


def shared(file: str, routine: Routine) -> str:
    return f"{file}: {routine.name}, with its exercises. Open it with: soleus import {file}"
