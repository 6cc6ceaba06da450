"""Judgements held against the truth as one self-contained HTML page, the diagram drawn as SVG."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from rashomon.model.calibration import Calibration, PostMortem
from rashomon.present.calibration_text import say_sample
from rashomon.present.report_html import hash_style, make_environment, read_style

SIDE: Final = 400
"""Width and height of the diagram in its own units."""


def render_calibration_html(post_mortems: Sequence[PostMortem], calibration: Calibration | None) -> str:
    """Return the page: every resolved question, the figures over them, and the reliability diagram."""
    style = read_style("report.css")
    # The style sheet is our own: the one text here that is not escaped.
    unescaped_style = Markup(style)  # noqa: S704
    return (
        make_environment()
        .get_template("calibration.html.j2")
        .render(
            resolved=[one.resolved for one in post_mortems],
            calibration=calibration,
            message=say_sample(calibration.cases if calibration else 0),
            side=SIDE,
            style=unescaped_style,
            style_hash=hash_style(style),
        )
    )
