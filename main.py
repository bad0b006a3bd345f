"""Starts Soleus from a checkout: the same program as the installed `soleus`."""

from app.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
