"""`python -m rashomon` is `rashomon`."""

from rashomon.cli.main import main

main()
