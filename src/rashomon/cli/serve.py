"""`rashomon serve`: the workbench in the browser."""

import webbrowser
from pathlib import Path

import click

from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import by_option
from rashomon.web.server import HOST, PORT, Address, serve


@click.command("serve")
@case_argument
@click.option("--host", default=HOST, show_default=True, help="Where to listen; elsewhere a token is asked for.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any free one.")
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@by_option
def command(case_file: str | None, host: str, port: int, no_browser: bool, by: str) -> None:
    """Open a case in the browser: read, correct, try, report.

    It listens on this machine alone unless a host is given. Ctrl-C ends it; nothing is lost.
    """

    def tell(url: str) -> None:
        click.echo(f"The workbench is at {url}\nCtrl-C ends it.", err=True)
        if not no_browser:
            webbrowser.open(url)

    serve(Path(find_case(case_file)), Address(host=host, port=port), analyst=by, on_ready=tell)
