"""Tests of what stands around the code: the environment, the locks, the wheel, the gates."""
