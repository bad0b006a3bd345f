"""Refuses a Python that Soleus cannot run on; `tools.steps` does the rest.

Every Python parses this file, so that an old one gets a sentence and not a SyntaxError.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        "Soleus needs Python 3.11, 3.12 or 3.13; " + sys.executable + " is " + sys.version.split()[0] + ". "
        "Install one of those, or name it: make PYTHON=python3.12 run"
    )

if __name__ == "__main__":
    from tools.steps import main

    sys.exit(main(sys.argv[1:]))
