"""Soleus: timed stretching routines on the desktop, followed by ear, remembered locally."""

__version__ = "0.1.0"
