"""What is remembered besides sessions, days and targets, as one kind of thing. Knows no storage."""

from app.core.care.check_in import CheckIn
from app.core.care.self_test import SelfTest
from app.core.programme.enrolment import Enrolment

CareRecord = CheckIn | SelfTest | Enrolment
