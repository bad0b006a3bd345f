"""One module and one kv file of the same stem for each screen."""
