"""Tests of the content people edit: every bundled exercise and routine."""
