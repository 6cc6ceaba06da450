"""The briefing as one self-contained HTML file and as Markdown: nothing fetched, no script, outside words harmless."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from rashomon.model.question import EvidenceLink
from rashomon.present import phrases
from rashomon.present.briefing import Briefing, KeyJudgement, say_likelihood
from rashomon.present.index import AnalysisIndex
from rashomon.present.report_html import hash_style, make_environment, read_style
from rashomon.present.report_md import escape_markdown


def render_briefing_html(briefing: Briefing, index: AnalysisIndex) -> str:
    """Return the briefing as an HTML document."""
    style = read_style("report.css")
    # The style sheet is our own: the one text here that is not escaped.
    unescaped_style = Markup(style)  # noqa: S704
    environment = make_environment()
    environment.globals.update(say_likelihood=say_likelihood)
    template = environment.get_template("briefing.html.j2")
    return template.render(briefing=briefing, index=index, style=unescaped_style, style_hash=hash_style(style))


def render_briefing_markdown(briefing: Briefing, index: AnalysisIndex) -> str:
    """Return the briefing as Markdown; text from outside cannot add markup."""
    return "\n".join(_lines(briefing, index)) + "\n"


def _lines(briefing: Briefing, index: AnalysisIndex) -> Iterator[str]:
    yield f"# {escape_markdown(briefing.question)}"
    yield ""
    yield f"As of {phrases.say_time(briefing.as_of)} · {phrases.say_reports(index)}"
    yield ""
    yield f"**{escape_markdown(briefing.bottom_line)}**"
    yield ""
    yield escape_markdown(briefing.basis)
    yield ""
    yield "## Key judgements"
    yield ""
    for judgement in briefing.judgements:
        yield f"- **{escape_markdown(judgement.hypothesis.label)}**: {say_likelihood(judgement)}"
    yield ""
    yield "## Evidence"
    yield ""
    for judgement in briefing.judgements:
        yield from _evidence(judgement, index)
    for title, lines in (
        ("What would change it", [f"{one.kind}: {one.what}. {one.effect}".strip() for one in briefing.changers]),
        ("To look for", briefing.signs),
        ("What is missing", briefing.gaps),
    ):
        yield from _section(title, lines)
    yield from _section(
        "Sources",
        [
            f"{one.source.name} ({one.kind}): {one.grade}; in {', '.join(f'[{number}]' for number in one.numbers)}"
            for one in briefing.sources
        ],
    )


def _evidence(judgement: KeyJudgement, index: AnalysisIndex) -> Iterator[str]:
    for side, links in (("For", judgement.speaks_for), ("Against", judgement.speaks_against)):
        if links:
            yield f"### {side} {escape_markdown(judgement.hypothesis.label)}"
            yield ""
            for link in links:
                yield from _link(link, index)
            yield ""


def _link(link: EvidenceLink, index: AnalysisIndex) -> Iterator[str]:
    voices = escape_markdown(phrases.say_evidence_voices(link, index))
    yield f"- \\[{index.numbers[link.id]}\\] {phrases.say_bits(index.bits(link.id))} bits: {voices}"
    claim = index.key_claim(link)
    if claim is not None:
        document = index.documents.get(claim.document_id)
        where = escape_markdown(phrases.say_document(document)) if document else ""
        yield f"  - {escape_markdown(phrases.say_quote(claim.quote))} ({where})"


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {title}"
        yield ""
        for line in lines:
            yield f"- {escape_markdown(line)}"
        yield ""
