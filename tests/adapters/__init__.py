"""Tests of the machine behind the ports, real parts and fakes alike."""
