"""The templates of the workbench: the report's filters and words, and what every page needs."""

from importlib.metadata import version
from typing import Final

from jinja2 import Environment, PackageLoader

from rashomon.model.wording import word_grade
from rashomon.present.decisions import say_decision, say_maker
from rashomon.present.report_html import make_environment
from rashomon.web.screens import SCREENS

PACKAGE: Final = "rashomon.web"
PRESENT: Final = "rashomon.present"
VERSION: Final = version("rashomon")


def make_web_environment() -> Environment:
    """Return the template environment: escaping on, undefined names an error, the report's parts at hand."""
    environment = make_environment(PackageLoader(PACKAGE, "templates"))
    environment.globals.update(
        screens=SCREENS,
        version=VERSION,
        say_decision=say_decision,
        say_maker=say_maker,
    )
    environment.filters.update(grade_words=word_grade)
    return environment


ENVIRONMENT: Final = make_web_environment()
