"""An analysis as one self-contained HTML file: no scripts, nothing fetched, every word from outside escaped."""

import base64
import hashlib
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model.analysis import Analysis
from rashomon.model.vocabulary import Direction
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.highlight import mark_claims
from rashomon.present.index import index_analysis
from rashomon.present.matrix import LEGEND, build_matrix
from rashomon.present.plain import safe_link, show_controls, show_inline
from rashomon.present.reasons import say_left_out
from rashomon.present.waterfall import build_waterfall

TEMPLATES: Final = "templates"


def render_html(analysis: Analysis) -> str:
    """Return the whole report as an HTML document."""
    index = index_analysis(analysis)
    style = files("rashomon.present").joinpath(TEMPLATES, "report.css").read_text("utf-8")
    # The style sheet is our own file: the one text here that is not escaped.
    unescaped_style = Markup(style)  # noqa: S704
    return (
        make_environment()
        .get_template("report.html.j2")
        .render(
            analysis=analysis,
            index=index,
            matrix=build_matrix(index),
            legend=LEGEND,
            waterfalls={h.id: build_waterfall(index, h.id) for h in index.hypotheses_by_rank},
            pieces={
                document.id: mark_claims(document, index.claims_in[document.id]) for document in analysis.documents
            },
            style=unescaped_style,
            style_hash=hash_style(style),
            for_direction=Direction.FOR,
            directions=tuple(Direction),
        )
    )


def make_environment() -> Environment:
    """Return the template environment of the report: escaping on, undefined names an error, phrases as filters."""
    environment = Environment(
        loader=PackageLoader("rashomon.present", TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = phrases
    environment.globals["say_left_out"] = say_left_out
    environment.filters.update(
        inline=show_inline,
        controls=show_controls,
        link=safe_link,
        words=word_probability,
        percent=phrases.say_percent,
        bits=phrases.say_bits,
        time=phrases.say_time,
    )
    return environment


def hash_style(style: str) -> str:
    """Return the style sheet's hash as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
