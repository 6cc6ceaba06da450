"""The questions that reports contest: where at least two holders say what cannot both be so.

The weightier a question the earlier it comes: who and what did it and who ordered it, then whether it was meant and
whether it happened, then what all agree on, then with what, whose, from where and how many. Among those of one weight
the ones with more disagreement come first.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from rashomon.hypothesize.answers import NEVER_WAS, Answer, gather_answers, owned_things, units_counted
from rashomon.hypothesize.aspects import kind_of, word_question
from rashomon.hypothesize.bearings import find_bearings
from rashomon.hypothesize.candidates import gather_candidates, label_of
from rashomon.hypothesize.holders import Standing, name_holder, standing_of
from rashomon.hypothesize.mechanisms import DELIBERATE
from rashomon.hypothesize.questions import RECIPE
from rashomon.hypothesize.reading import Reading, read_claims
from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import Question, Side
from rashomon.model.vocabulary import MentionRole, QuestionAspect, Slot

MOST_COUNTS: Final = 5
"""Questions of how many beyond this are details of details."""
_FAR: Final = 5
"""Numbers further apart than so many times count different things."""
_VAGUE: Final = frozenset("people person men women man woman".split())
_A_FEW: Final = 2
_FEWEST_MENTIONS: Final = 2
_WEIGHTS: Final[Mapping[QuestionAspect, int]] = {
    QuestionAspect.CARRIED_OUT: 0,
    QuestionAspect.CAUSED: 0,
    QuestionAspect.ORDERED: 1,
    QuestionAspect.DELIBERATE: 2,
    QuestionAspect.HAPPENED: 2,
}
_AGREED: Final = 3
_DETAIL: Final = 4
SOMEBODYS_DEED: Final = DELIBERATE[0].upper() + DELIBERATE[1:]
_BY_ACTORS: Final = (QuestionAspect.CARRIED_OUT, QuestionAspect.CAUSED)
_ORDERING: Final = frozenset("order commission authorise authorize instigate hire".split())
"""Predicates of having it done."""
_BY_WORDS: Final = (
    QuestionAspect.ORDERED,
    QuestionAspect.DELIBERATE,
    QuestionAspect.HAPPENED,
    QuestionAspect.MEANS,
    QuestionAspect.ORIGIN_PLACE,
)


def find_questions(documents: Sequence[Document], claims: Sequence[Claim], linkage: Linkage) -> tuple[Question, ...]:
    """Return the questions that holders contest, the weightiest first, and who or what did it where all agree.

    Empty where nobody says who or what did it and nothing else is contested. A question's id says what it asks for, not
    how it is put: it stays the same when later reports tell the event's place.
    """
    focal = next((event for event in linkage.events if event.focal), None)
    where = _name_place(focal, claims)
    found: list[Question] = []
    reading: Reading | None = None
    for aspect in _BY_ACTORS:
        posed = _pose(aspect, focal, where)
        # Who is meant by a phrase depends on what is asked.
        reading = read_claims(documents, claims, linkage, posed)
        found.append(_tell(reading, posed, _answer_by_actors(reading)))
    if reading is not None:
        found.extend(_find_sides(reading, focal, where))
    kept = [question for question in found if question.is_contested]
    if not any(_is_by_actors(question) for question in kept):
        kept += [question for question in found if question.sides and _is_by_actors(question)][:1]
    slots = Counter(claim.proposition.slot for claim in claims if reading is not None and reading.on_event(claim))
    named = {QuestionAspect.CARRIED_OUT: slots[Slot.RESPONSIBLE], QuestionAspect.CAUSED: slots[Slot.CAUSE]}
    if not kept and any(named.values()):
        kept = found[:1] if 2 * slots[Slot.RESPONSIBLE] >= sum(named.values()) else found[1:2]
    return tuple(sorted(kept, key=lambda question: _rank(question, named)))


def _find_sides(reading: Reading, focal: Event | None, where: str) -> Iterator[Question]:
    for aspect in _BY_WORDS:
        answers = gather_answers(reading, aspect)
        told = aspect is not QuestionAspect.HAPPENED or any(answer.value == NEVER_WAS for answer in answers)
        if told:
            yield _tell(reading, _pose(aspect, focal, where), answers)
    for thing in owned_things(reading):
        answers = gather_answers(reading, QuestionAspect.OWNER, unit=thing)
        yield _tell(reading, _pose(QuestionAspect.OWNER, focal, where, thing), answers)
    counted = (
        _tell(reading, _pose(QuestionAspect.COUNT, focal, where, unit), _keep_comparable(reading, unit))
        for unit in units_counted(reading)
    )
    yield from [question for question in counted if question.is_contested][:MOST_COUNTS]


def _keep_comparable(reading: Reading, unit: str) -> tuple[Answer, ...]:
    """The numbers near that which most origins give: *two of the lorries* is no rival of *seventeen lorries*."""
    answers = gather_answers(reading, QuestionAspect.COUNT, unit=unit)
    origins = {answer.value: _side(reading, answer.value, answer.asserts).origins for answer in answers}
    told = [answer for answer in answers if unit not in _VAGUE or answer.high > _A_FEW]
    if not told:
        return ()
    most = max(told, key=lambda answer: (origins[answer.value], len(answer.asserts)))
    return tuple(a for a in told if a.low <= _FAR * most.stands_for() and most.low <= _FAR * a.stands_for())


def _pose(aspect: QuestionAspect, focal: Event | None, where: str, unit: str = "") -> Question:
    return Question(
        id=derive_id("qst", "found", aspect, unit),
        text=word_question(aspect, focal, where=where, unit=unit),
        kind=kind_of(aspect),
        event_id=focal.id if focal else None,
        made=Made(recipe=RECIPE),
        aspect=aspect,
        unit=unit,
    )


def _answer_by_actors(reading: Reading) -> tuple[Answer, ...]:
    """The actors or causes that holders advance or deny, by the same reading as the hypotheses of the question.

    Where no actor is named, nobody asks who did it; to a question for the cause all actors give one answer, that
    somebody meant it, and where no cause is named beside them, nobody asks for one.
    """
    candidates = {label_of(candidate): candidate for candidate in gather_candidates(reading)}
    said: dict[str, dict[Standing, list[str]]] = {}
    by_cause = reading.question.aspect is QuestionAspect.CAUSED
    for bearing in find_bearings(reading, candidates):
        standing = standing_of(reading, bearing)
        if not by_cause and reading.by_id[bearing.claim_id].proposition.predicate in _ORDERING:
            continue  # who ordered it is another question
        if standing in (Standing.ADVANCES, Standing.DENIES) and reading.on_event(reading.by_id[bearing.claim_id]):
            named = candidates[bearing.hypothesis_id].actor is not None
            if named and by_cause and standing is Standing.DENIES:
                continue
            label = SOMEBODYS_DEED if named and by_cause else bearing.hypothesis_id
            ids = said.setdefault(label, {Standing.ADVANCES: [], Standing.DENIES: []})
            ids[standing].append(bearing.claim_id)
    if not any((candidates[label].actor is None) is by_cause for label in said if label in candidates):
        return ()
    return tuple(
        Answer(value=label, asserts=tuple(ids[Standing.ADVANCES]), denies=tuple(ids[Standing.DENIES]))
        for label, ids in said.items()
    )


def _tell(reading: Reading, posed: Question, answers: Sequence[Answer]) -> Question:
    """Return a question with the sides holders take; one side where nobody differs from anybody else."""
    given = [_side(reading, answer.value, answer.asserts) for answer in answers if answer.asserts]
    denied = [_side(reading, f"not {a.value}", a.denies) for a in answers if a.denies and len(given) < 2]
    held = [side for side in denied if any(side.value == f"not {one.value}" for one in given)]
    sides = sorted((*given, *held), key=lambda side: (-side.origins, -len(side.holders), side.value))
    if not _differ(reading, sides):
        sides = sides[:1]
    inputs = tuple(dict.fromkeys(claim_id for side in sides for claim_id in side.claim_ids))
    return replace(
        posed,
        made=Made(recipe=RECIPE, inputs=inputs),
        sides=tuple(sides),
        disagreement=_entropy([side.origins for side in sides]),
    )


def _side(reading: Reading, value: str, claim_ids: Iterable[str]) -> Side:
    claims = [reading.by_id[claim_id] for claim_id in claim_ids]
    placed = (reading.placements.get(claim.id) for claim in claims)
    return Side(
        value=value,
        holders=tuple(dict.fromkeys(name_holder(reading, claim) for claim in claims)),
        origins=len({placement.origin_id for placement in placed if placement is not None}) or 1,
        claim_ids=tuple(claim.id for claim in claims),
    )


def _differ(reading: Reading, sides: Sequence[Side]) -> bool:
    """Tell whether two holders take two sides: one who says both things contests nothing."""
    speakers = [{_speaker(reading, claim_id) for claim_id in side.claim_ids} for side in sides]
    return len(sides) > 1 and len(set().union(*speakers)) > 1


def _speaker(reading: Reading, claim_id: str) -> str:
    """Who holds a claim, by the id of its source: two sources nobody names may go by one name."""
    placement = reading.placements.get(claim_id)
    return placement.source_ids[-1] if placement and placement.source_ids else reading.by_id[claim_id].holder.name


def _entropy(counts: Sequence[int]) -> float:
    total = sum(counts)
    return abs(sum(n / total * math.log2(n / total) for n in counts if n)) if total else 0.0


def _rank(question: Question, named: Mapping[QuestionAspect, int]) -> tuple[int, float, str]:
    weight = _WEIGHTS.get(question.aspect, _DETAIL)
    if not question.is_contested:
        weight = _AGREED
    origins = sum(side.origins for side in question.sides)
    much = named[question.aspect] if _is_by_actors(question) else question.disagreement * origins
    return weight, -much, question.text


def _is_by_actors(question: Question) -> bool:
    return question.aspect in _BY_ACTORS


def _name_place(focal: Event | None, claims: Sequence[Claim]) -> str:
    """A place counts when several claims put something there: a capital at the start of a sentence is no place."""
    if focal is None:
        return ""
    places = Counter(m.text for claim in claims for m in claim.mentions if m.role is MentionRole.PLACE)
    return focal.place if places[focal.place] >= _FEWEST_MENTIONS else ""
