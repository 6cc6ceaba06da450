"""The command line: a file a command; each parses its input, calls `case` and prints what `present` renders."""
