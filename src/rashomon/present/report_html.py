"""An analysis as one self-contained HTML file: no scripts, nothing fetched, every word from outside escaped."""

import base64
import hashlib
import re
from importlib.resources import files
from typing import Final

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model.analysis import Analysis
from rashomon.model.study import SensitivityStudy
from rashomon.model.vocabulary import Direction
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.highlight import mark_claims
from rashomon.present.index import index_analysis
from rashomon.present.lineage_reasons import say_commitment, say_length
from rashomon.present.matrix import LEGEND, build_matrix
from rashomon.present.origin_views import find_drifts, name_anchor, view_lineage
from rashomon.present.plain import safe_link, show_controls, show_inline
from rashomon.present.reasons import say_left_out
from rashomon.present.side_by_side import Likeness
from rashomon.present.spread import find_origin, say_spread, trace_spreads
from rashomon.present.study_view import say_small, view_study
from rashomon.present.waterfall import build_waterfall

TEMPLATES: Final = "templates"
STATIC: Final = "static"
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")
FIRST_WORDS: Final = {
    Likeness.WORDS: "First seen in",
    Likeness.MATTER: "The same in",
    Likeness.OPENINGS: "Begins in",
}


def render_html(analysis: Analysis, *, study: SensitivityStudy | None = None) -> str:
    """Return the whole report as an HTML document; with a study it shows in full what the judgement hangs on."""
    index = index_analysis(analysis)
    style = read_style("report.css")
    # The style sheet is our own: the one text here that is not escaped.
    unescaped_style = Markup(style)  # noqa: S704
    return (
        make_environment()
        .get_template("report.html.j2")
        .render(
            analysis=analysis,
            index=index,
            matrix=build_matrix(index),
            legend=LEGEND,
            study=view_study(study, index) if study else None,
            lineage=view_lineage(index),
            spreads=trace_spreads(index),
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


def make_environment(*more: BaseLoader) -> Environment:
    """Return the template environment of the report: escaping on, undefined names an error, phrases as filters.

    `more` are places with further templates, looked at first.
    """
    environment = Environment(
        loader=ChoiceLoader([*more, PackageLoader("rashomon.present", TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        say=phrases,
        say_left_out=say_left_out,
        say_small=say_small,
        say_commitment=say_commitment,
        say_length=say_length,
        say_spread=say_spread,
        find_drifts=find_drifts,
        find_origin=find_origin,
        first_words=FIRST_WORDS,
    )
    environment.filters.update(
        inline=show_inline,
        controls=show_controls,
        link=safe_link,
        language=name_language,
        origin_anchor=name_anchor,
        words=word_probability,
        percent=phrases.say_percent,
        bits=phrases.say_bits,
        time=phrases.say_time,
    )
    return environment


def name_language(language: str) -> str:
    """Return a document's language as a tag for `lang`; "" where it is none."""
    return language if LANGUAGE.match(language) else ""


def read_style(name: str) -> str:
    """Return a style sheet of the templates with the colours and letters all pages share."""
    package = files("rashomon.present")
    tokens = package.joinpath(STATIC, "tokens.css").read_text("utf-8")
    return tokens + package.joinpath(TEMPLATES, name).read_text("utf-8")


def hash_style(style: str) -> str:
    """Return the style sheet's hash as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
