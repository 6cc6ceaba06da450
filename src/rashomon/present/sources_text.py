"""The register of sources for the terminal: a line for each source under its kind, or one source with its mentions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.decision import DEPENDENCE_DECISIONS, SOURCE_DECISIONS, Decision
from rashomon.model.source import Source, SourceMention
from rashomon.model.vocabulary import Party, SourceKind
from rashomon.model.wording import word_grade
from rashomon.present import phrases
from rashomon.present.decisions import Names, list_decisions, list_unmet, name_records, say_decision
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline
from rashomon.present.source_shapes import UnmetShape
from rashomon.present.sources_json import Sayings, gather_sayings

KIND_TITLES: Final = {
    SourceKind.STATE_BODY: "States and their bodies",
    SourceKind.OFFICIAL: "Officials",
    SourceKind.UNNAMED_OFFICIALS: "Unnamed officials",
    SourceKind.ARMED_GROUP: "Armed groups",
    SourceKind.COURT: "Courts",
    SourceKind.EXPERT_BODY: "Expert bodies",
    SourceKind.EXPERT: "Experts",
    SourceKind.WITNESS: "Witnesses",
    SourceKind.PERSON: "Persons",
    SourceKind.ACCOUNT: "Accounts",
    SourceKind.OUTLET: "Outlets",
    SourceKind.AGENCY: "Agencies",
    SourceKind.UNKNOWN: "Kind unknown",
}
_BRACKETS: Final = re.compile(r"\s*\([^)]*\)$")
_ALONE: Final = frozenset(
    (SourceKind.PERSON, SourceKind.EXPERT, SourceKind.WITNESS, SourceKind.COURT, SourceKind.ACCOUNT)
)
PARTY_WORDS: Final = {Party.ACCUSED: "accused", Party.TARGET: "target", Party.NONE: "neither", Party.UNKNOWN: ""}
PARTY_LABELS: Final = {
    Party.ACCUSED: "accused",
    Party.TARGET: "target",
    Party.NONE: "neither",
    Party.UNKNOWN: "party",
}
LEGEND: Final = (
    "party to the event asked about: accused, target, both, neither; empty where no report tells for whom they speak."
)
PARTY_CELLS: Final = 8
FIXED_CELLS: Final = 2 + PARTY_CELLS + 5 + 4 + 6 + 5
"""Cells of a row beside the name and for whom it speaks: margin, party, grade, the two counts, and gaps."""

MOST_REPORTS: Final = 6
MOST_CLAIMS: Final = 12
"""Claims quoted on the page of one source; `rashomon claims` has them all."""


def render_sources(
    analysis: Analysis,
    decisions: Sequence[Decision],
    *,
    everybody: bool = False,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return the register as text; voices of unknown kind with one claim are only counted but where `everybody` is."""
    return render_lines(_register(analysis, decisions, everybody, width), width=width, colour=colour)


def render_source(
    source: Source, analysis: Analysis, decisions: Sequence[Decision], *, width: int = 100, colour: bool = False
) -> str:
    """Return one source as text: what it is and why, every name and why it is this source's, what it says."""
    return render_lines(_source(source, analysis, decisions, width), width=width, colour=colour)


def _register(analysis: Analysis, decisions: Sequence[Decision], everybody: bool, width: int) -> Iterator[Text]:
    sayings, names = gather_sayings(analysis), name_records(analysis, decisions)
    sources = sorted(analysis.linkage.sources, key=lambda source: _rank(source, sayings))
    shown = [source for source in sources if everybody or not _is_passing(source, sayings)]
    namesakes = Counter(show_inline(source.name).casefold() for source in sources)
    columns = _Columns(name=max(18, (width - FIXED_CELLS) * 2 // 3), camp=max(10, (width - FIXED_CELLS) // 3))
    reports = phrases.say_count(len(analysis.documents), "report")
    yield Text(f"{phrases.say_count(len(sources), 'source')} in {reports}", style="bold")
    yield Text(_row(columns, ("name", "speaks for", "party", "grade", "says", "relays")), style="dim")
    for kind, title in KIND_TITLES.items():
        group = [source for source in shown if source.kind is kind]
        if group:
            yield Text(title, style="bold")
        for source in group:
            alone = namesakes[show_inline(source.name).casefold()] == 1
            yield _line(source, sayings, columns, own_id="" if alone else names.shorten(source.id))
            yield from _say_set(source, width)
    if len(shown) < len(sources):
        hidden = phrases.say_count(len(sources) - len(shown), "voice")
        yield Text(f"and {hidden} of unknown kind with one claim or none: --all", style="dim")
    yield Text()
    yield from wrap_lines(Text(LEGEND, style="dim"), width, indent=0)
    yield from list_decisions(decisions, names, width, kinds=SOURCE_DECISIONS | DEPENDENCE_DECISIONS)
    said = {one.id: say_decision(one, names) for one in decisions if one.kind in DEPENDENCE_DECISIONS}
    unmet = [one for one in analysis.linkage.unmet if one.decision_id in said]
    shapes = [UnmetShape(decision_id=one.decision_id, why=one.why) for one in unmet]
    yield from list_unmet(shapes, said_of=said, width=width)


def _rank(source: Source, sayings: Sayings) -> tuple[int, int, str, str]:
    says, passes_on = sayings.says.get(source.id, ()), sayings.passes_on.get(source.id, ())
    return -len(says), -len(passes_on), source.name.casefold(), source.id


def _is_passing(source: Source, sayings: Sayings) -> bool:
    """Tell whether a source is hardly more than a phrase: nothing is known of it, and it says next to nothing."""
    claims = len(sayings.says.get(source.id, ())) + len(sayings.passes_on.get(source.id, ()))
    return source.kind is SourceKind.UNKNOWN and claims <= 1 and not source.decision_ids


def _row(columns: "_Columns", cells: tuple[str, str, str, str, str, str]) -> str:
    name, camp, party, grade, says, relays = cells
    told = f"  {fit_cells(name, columns.name)} {fit_cells(camp, columns.camp)} {fit_cells(party, PARTY_CELLS)}"
    return f"{told} {grade:^5} {says:>4} {relays:>6}"


def _line(source: Source, sayings: Sayings, columns: "_Columns", *, own_id: str) -> Text:
    name = show_inline(source.name)
    if own_id:
        # Names that several go by are no use to a command: their ids are.
        name = f"{fit_cells(name, max(1, columns.name - len(own_id) - 1)).rstrip()} {own_id}"
    says, passes_on = sayings.says.get(source.id, ()), sayings.passes_on.get(source.id, ())
    cells = (
        name,
        _say_camp(source),
        _say_party(source),
        source.reliability,
        str(len(says)) if says else "",
        str(len(passes_on)) if passes_on else "",
    )
    return Text(_row(columns, cells))


def _say_camp(source: Source) -> str:
    """Return for whom a source speaks; "self" where that is its own name, as for a person nobody sends."""
    camp = show_inline(source.camp)
    bare = {_BRACKETS.sub("", show_inline(alias)).casefold() for alias in source.aliases}
    alone = source.kind in _ALONE and any(name.endswith(camp.casefold()) for name in bare)
    return "self" if camp and (camp.casefold() in bare or alone) else camp


def _say_party(source: Source) -> str:
    parties = [tie.party for tie in source.parties]
    if len(parties) > 1:
        return "both"
    return PARTY_WORDS[parties[0]] if parties else ""


def _say_set(source: Source, width: int) -> Iterator[Text]:
    """Yield a line on what an analyst set, with what the machine reads; none where nothing was set."""
    set_so = _list_set(source)
    if set_so:
        yield from wrap_lines(Text(" · ".join(set_so), style="dim"), width, indent=6, first=6)


def _list_set(source: Source) -> list[str]:
    if source.machine is None:
        return []
    kind, camp = source.machine.kind, show_inline(source.machine.camp) or "nobody known"
    said = []
    if kind is not source.kind:
        said.append(f"kind {_say_kind(source.kind)} (machine: {_say_kind(kind)})")
    if source.machine.camp != source.camp:
        said.append(f"speaks for {show_inline(source.camp) or 'nobody known'} (machine: {camp})")
    return said


def _say_kind(kind: SourceKind) -> str:
    return kind.replace("_", " ") if kind is not SourceKind.UNKNOWN else "kind unknown"


def _source(source: Source, analysis: Analysis, decisions: Sequence[Decision], width: int) -> Iterator[Text]:
    index, sayings, names = index_analysis(analysis), gather_sayings(analysis), name_records(analysis, decisions)
    yield Text()
    yield from wrap_lines(Text(show_inline(source.name), style="bold"), width, indent=2)
    yield Text(f"  {source.id}", style="dim")
    yield from _traits(source, width)
    yield Text()
    yield Text("Names", style="bold")
    yield from _names([m for m in analysis.linkage.mentions if m.source_id == source.id], names, width)
    for title, claim_ids in (("Says", sayings.says), ("Passes on", sayings.passes_on)):
        if source.id in claim_ids:
            yield Text()
            yield from _claims(title, claim_ids[source.id], index, width)
    own = [one for one in decisions if one.id in source.decision_ids]
    yield from list_decisions(own, names, width, kinds=SOURCE_DECISIONS)


def _traits(source: Source, width: int) -> Iterator[Text]:
    machine = source.machine
    kind = _say_kind(source.kind)
    if machine is not None and machine.kind is not source.kind:
        kind += f" (machine: {_say_kind(machine.kind)})"
    camp = show_inline(source.camp) or "nobody known"
    if machine is not None and machine.camp != source.camp:
        camp += f" (machine: {show_inline(machine.camp) or 'nobody known'})"
    grade = word_grade(source.reliability)
    if source.reliability:
        grade = f"{source.reliability}, {grade}: {show_inline(source.reliability_basis)}"
    told = [("kind", kind), ("speaks for", camp)]
    told += [(PARTY_LABELS[tie.party], show_inline(tie.why)) for tie in source.parties]
    told.append(("reliability", grade))
    for label, said in told:
        first, *rest = wrap_lines(Text(said), width, indent=14, first=14)
        yield join(Text(f"  {label:<12}", style="dim"), first[14:])
        yield from rest


def _names(mentions: Sequence[SourceMention], names: Names, width: int) -> Iterator[Text]:
    """Yield each name, the one met most often first, with its reasons and the reports in which each holds."""
    reports: dict[str, dict[str, list[str]]] = {}
    for mention in mentions:
        reasons = reports.setdefault(show_inline(mention.name), {})
        reasons.setdefault(show_inline(mention.why), []).append(names.call(mention.document_id))
    for name, reasons in sorted(reports.items(), key=lambda item: (-sum(map(len, item[1].values())), item[0])):
        yield from wrap_lines(Text(name), width, indent=4, first=2)
        for why, met_in in reasons.items():
            told = ", ".join(met_in[:MOST_REPORTS])
            told += f" and {len(met_in) - MOST_REPORTS} more" if len(met_in) > MOST_REPORTS else ""
            yield from wrap_lines(Text(f"{told}: {why}", style="dim"), width, indent=6, first=6)


def _claims(title: str, claim_ids: Sequence[str], index: AnalysisIndex, width: int) -> Iterator[Text]:
    yield Text(f"{title} ({phrases.say_count(len(claim_ids), 'claim')})", style="bold")
    for claim_id in claim_ids[:MOST_CLAIMS]:
        claim = index.claims[claim_id]
        document = index.documents.get(claim.document_id)
        attitude = phrases.say_attitude(claim.polarity, claim.certainty)
        where = show_inline(document.input_id) if document else claim.document_id
        line = join(
            Text(f"{where}  ", style="dim"),
            Text(f"{attitude} "),
            Text(phrases.say_quote(claim.quote), style="italic"),
            Text(f"  {claim.id}", style="dim"),
        )
        yield from wrap_lines(line, width, indent=6, first=2)
    if len(claim_ids) > MOST_CLAIMS:
        yield Text(f"  and {len(claim_ids) - MOST_CLAIMS} more: rashomon claims", style="dim")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Cells of the two columns that take what the others leave."""

    name: int
    camp: int
