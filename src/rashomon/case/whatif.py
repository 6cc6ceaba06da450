"""What an analyst wants to try, from words to changes; and the scenarios a case keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from rashomon.case.deciding import find_source
from rashomon.case.deciding_answers import find_hypothesis
from rashomon.case.matching import ensure_one, fold_words, holds_words, match_ids
from rashomon.model.analysis import Analysis
from rashomon.model.base_rates import BaseRates, find_base_rates, yield_to
from rashomon.model.decision import BY_ANALYST, Decision, keep_in_force
from rashomon.model.errors import CaseError, WeighError
from rashomon.model.judgement import Indicator
from rashomon.model.question import EvidenceLink
from rashomon.model.scenario import NO, YES, Change, Scenario, TriedOutcome, WeighedAnswers, read_change
from rashomon.model.study import SensitivityStudy, Setting
from rashomon.model.vocabulary import ChangeKind, DecisionKind, Forgery, QuestionAspect
from rashomon.present.index import index_analysis
from rashomon.present.study_view import order_indicators
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.scenarios import try_scenario
from rashomon.weigh.settings import change_setting
from rashomon.weigh.study import study_sensitivity
from rashomon.weigh.weighing import weigh_answers


def read_settings(words: Iterable[str]) -> Parameters:
    """Return the defaults with the settings that NAME=VALUE words name.

    Raises WeighError R-WEIGH-005 (no such setting), -002 and -003 (a value that cannot be), -006 (not of that form).
    """
    parameters = DEFAULTS
    for one in words:
        name, written = _split(one, "SETTING=VALUE")
        try:
            value = float(written)
        except ValueError as error:
            raise WeighError("R-WEIGH-003", one, what="not a number") from error
        parameters = change_setting(parameters, name, value)
    return parameters


def match_base_rates(analysis: Analysis) -> BaseRates:
    """Return published base rates for the event asked about as priors of the answers.

    Priors that an analyst keeps stay; the others share what these leave, in the proportions of the table.
    Raises WeighError R-WEIGH-008 where the question does not ask for a cause, or no table fits event and answers.
    """
    question = analysis.hypothesis_set.question
    if question.aspect is not QuestionAspect.CAUSED:
        raise WeighError(
            "R-WEIGH-008", f"'{question.text}'", what="base rates are of causes, and no cause is asked for"
        )
    event = next((one for one in analysis.linkage.events if one.id == question.event_id), None)
    words = f"{question.text} {event.label} {event.type}" if event else question.text
    rates = find_base_rates(words, analysis.hypothesis_set.hypotheses)
    if rates is None:
        raise WeighError("R-WEIGH-008", f"'{question.text}'")
    return yield_to(rates, analysis.hypothesis_set.priors)


def list_settings(parameters: Parameters) -> tuple[Setting, ...]:
    """Return every setting with its value and its default, in their order."""
    names = [field.name for field in fields(parameters)]
    values = [(name, float(getattr(parameters, name)), float(getattr(DEFAULTS, name))) for name in names]
    return tuple(Setting(name=name, value=value, default=default) for name, value, default in values)


def study_judgement(analysis: Analysis) -> SensitivityStudy:
    """Return what the judgement of an analysis hangs on. Raises WeighError as `study_sensitivity`."""
    return study_sensitivity(analysis.hypothesis_set, analysis.judgement.id)


def weigh_held(analysis: Analysis) -> WeighedAnswers:
    """Return the answers of an analysis as weighed now, to try scenarios against."""
    return weigh_answers(analysis.hypothesis_set)


def try_changes(analysis: Analysis, scenario: Scenario, before: WeighedAnswers) -> TriedOutcome:
    """Return the answers without and with a scenario, in a third of the time that `Case.try_scenario` takes.

    `before` is what `weigh_held` returns for the analysis. Raises WeighError as `weigh_scenario`.
    """
    watch_for = analysis.judgement.sensitivity.watch_for
    return try_scenario(analysis.hypothesis_set, scenario, before, watch_for=watch_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Changes as typed: names and numbers to leave out, SOURCE=GRADE, A,B, ANSWER=PROBABILITY, INDICATOR=yes or no.

    `forged` and `genuine` are pieces of evidence, by number or id.
    """

    drop: Sequence[str] = ()
    regrade: Sequence[str] = ()
    dependent: Sequence[str] = ()
    prior: Sequence[str] = ()
    suppose: Sequence[str] = ()
    forged: Sequence[str] = ()
    genuine: Sequence[str] = ()


def read_changes(analysis: Analysis, wanted: Wanted) -> tuple[Change, ...]:
    """Return the changes that words mean in a case.

    Raises CaseError R-CASE-004 (nobody goes by the words) and -007 (several do), WeighError R-WEIGH-006 (no change).
    """
    changes = [Change(kind=ChangeKind.DROP, about=(find_part(analysis, words),)) for words in wanted.drop]
    for words in wanted.regrade:
        name, grade = _split(words, "SOURCE=A to F")
        about = (find_source(analysis, name).id,)
        changes.append(Change(kind=ChangeKind.REGRADE, about=about, value=grade.upper()))
    for words in wanted.dependent:
        parts = tuple(find_part(analysis, part.strip()) for part in words.split(",") if part.strip())
        changes.append(Change(kind=ChangeKind.DEPENDENT, about=parts))
    for words in wanted.prior:
        name, probability = read_prior(analysis, words)
        changes.append(Change(kind=ChangeKind.PRIOR, about=(name,), value=f"{probability:g}"))
    for state, items in ((Forgery.FORGED, wanted.forged), (Forgery.GENUINE, wanted.genuine)):
        found = [find_item(analysis, words).id for words in items]
        changes += [Change(kind=ChangeKind.FORGED, about=(one,), value=state) for one in found]
    for words in wanted.suppose:
        name, outcome = _split(words, "INDICATOR=yes or no")
        about = (find_indicator(analysis, name).id,)
        value = outcome.lower() if outcome.lower() in (YES, NO) else find_hypothesis(analysis, outcome).label
        changes.append(Change(kind=ChangeKind.SUPPOSE, about=about, value=value))
    return tuple(changes)


def read_prior(analysis: Analysis, words: str) -> tuple[str, float]:
    """Return the label and the probability that ANSWER=PROBABILITY names; "30%" is 0.3.

    Raises CaseError R-CASE-004 or -007 for the answer, WeighError R-WEIGH-004 for what is no probability.
    """
    name, written = _split(words, "ANSWER=PROBABILITY")
    label = find_hypothesis(analysis, name).label
    try:
        number = float(written.removesuffix("%")) / (100.0 if written.endswith("%") else 1.0)
    except ValueError:
        number = -1.0
    if not 0.0 < number < 1.0:
        raise WeighError("R-WEIGH-004", words, what="a prior must lie above 0 and below 1")
    return label, number


def find_part(analysis: Analysis, wanted: str) -> str:
    """Return the id of a piece of evidence (by number or id), an origin or a source, whichever the words mean.

    A name that is both an origin's and a source's means the source: all that came through it. Raises CaseError
    R-CASE-004 and -007.
    """
    hypothesis_set, origins = analysis.hypothesis_set, analysis.linkage.origins
    if wanted.strip("[]").isdigit() or match_ids(wanted, (link.id for link in hypothesis_set.evidence)):
        return find_item(analysis, wanted).id
    meant = match_ids(wanted, (origin.id for origin in origins))
    if not meant:
        try:
            return find_source(analysis, wanted).id
        except CaseError as error:
            meant = [origin.id for origin in origins if fold_words(origin.holder) == fold_words(wanted)]
            if error.code != "R-CASE-004" or not meant:
                raise
    ensure_one(wanted, meant, what="origin")
    return meant[0]


def find_item(analysis: Analysis, wanted: str) -> EvidenceLink:
    """Return a piece of evidence by the number the page prints, its id, or the beginning of that.

    Raises CaseError R-CASE-004 and -007.
    """
    index = index_analysis(analysis)
    number = wanted.strip().strip("[]")
    links = {link.id: link for link in index.numbered}
    meant = [link.id for link in index.numbered if str(index.numbers[link.id]) == number] or match_ids(wanted, links)
    if not meant:
        advice = "Take a number or an id from `rashomon matrix`."
        raise CaseError("R-CASE-004", f"'{wanted}'", what="no such piece of evidence", advice=advice)
    ensure_one(wanted, meant, what="evidence")
    return links[meant[0]]


def find_indicator(analysis: Analysis, wanted: str) -> Indicator:
    """Return an indicator by its place in the list of the most telling, its id, the beginning of that, or its words.

    Raises CaseError R-CASE-004 and -007.
    """
    listed = order_indicators(analysis.judgement.sensitivity.watch_for)
    known = {indicator.id: indicator for indicator in listed}
    if wanted.isdigit() and 1 <= int(wanted) <= len(listed):
        return listed[int(wanted) - 1]
    meant = match_ids(wanted, known) or [one.id for one in listed if holds_words(one.what, wanted)]
    if not meant:
        advice = "List them with `rashomon sensitivity`."
        raise CaseError("R-CASE-004", f"'{wanted}'", what="no such indicator", advice=advice)
    ensure_one(wanted, [f"{known[one].what} ({one})" for one in meant], what="indicator")
    return known[meant[0]]


def list_scenarios(decisions: Iterable[Decision], question_id: str) -> tuple[Scenario, ...]:
    """Return the scenarios kept for a question and in force, in the order they were kept; a name means its last one."""
    kept: dict[str, Scenario] = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.KEEP_SCENARIO and decision.subject_ids == (question_id,):
            kept[fold_words(decision.value)] = Scenario(
                name=decision.value,
                changes=tuple(map(read_change, decision.names)),
                by=decision.made.by.removeprefix(BY_ANALYST),
                decision_id=decision.id,
            )
    return tuple(kept.values())


def find_scenario(scenarios: Sequence[Scenario], wanted: str) -> Scenario:
    """Return a scenario by name. Raises CaseError R-CASE-009."""
    known: Mapping[str, Scenario] = {fold_words(scenario.name): scenario for scenario in scenarios}
    if fold_words(wanted) not in known:
        raise CaseError("R-CASE-009", f"'{wanted}'")
    return known[fold_words(wanted)]


def _split(words: str, form: str) -> tuple[str, str]:
    name, sign, value = words.rpartition("=")
    if not sign or not name.strip() or not value.strip():
        raise WeighError("R-WEIGH-006", f"'{words}'", what="not of the form that is asked for", advice=f"Give {form}.")
    return name.strip(), value.strip()
