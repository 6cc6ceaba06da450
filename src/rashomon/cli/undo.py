"""`rashomon undo`: any decision of an analyst taken back."""

from rashomon.cli.deciding import make_undo

command = make_undo("anything")
command.help = "Take any decision back.\n\nDECISION is its id or the beginning of that; what was before it is restored."
