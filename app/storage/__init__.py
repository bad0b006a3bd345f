"""Files: the log, settings and routine files. Knows the core, no windows."""
