"""What analysts decided about hypotheses, laid over what the machine proposes.

The machine's drafts keep their ids, whatever is decided: a merge only hangs one under another, a split lets go of what
was hung there or moves names into a draft of their own. Leaving a decision out therefore restores what was there before
it. Decisions are followed in the order they were made, and name answers by their names: they hold however the reports
come in. One that finds no answer of that name now is kept and told of, not followed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.hypothesize.actors import identify_actor
from rashomon.hypothesize.arguments import argument_kind, speaks_of_who_did_it
from rashomon.hypothesize.drafts import RECIPE, Draft, make_bearing
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.decision import HYPOTHESIS_DECISIONS, Decision, keep_in_force
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, UnmetDecision
from rashomon.model.vocabulary import DecisionKind, Polarity, Slot

_ARTICLES: Final = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The drafts and bearings after the decisions, the relations decided on by pair of draft ids, what was not met.

    `home` gives for each of the machine's drafts the one it is part of now.
    """

    drafts: tuple[Draft, ...]
    bearings: tuple[ClaimBearing, ...]
    related: Mapping[tuple[str, str], Decision]
    unmet: tuple[UnmetDecision, ...]
    home: Mapping[str, str]


def follow_decisions(
    reading: Reading, drafts: Sequence[Draft], bearings: Sequence[ClaimBearing], decisions: Iterable[Decision]
) -> Edited:
    """Return the drafts with the decisions on the reading's question followed; those on other questions pass by."""
    grove = _Grove(reading, drafts)
    question_id = reading.question.id
    for decision in keep_in_force(decisions):
        if decision.kind in HYPOTHESIS_DECISIONS and decision.subject_ids[0] == question_id:
            grove.follow(decision)
    if not grove.followed and not grove.unmet:
        return Edited(drafts=tuple(drafts), bearings=tuple(bearings), related={}, unmet=(), home={})
    return Edited(
        drafts=grove.settle(),
        bearings=grove.settle_bearings(bearings),
        related=grove.related(),
        unmet=tuple(grove.unmet),
        home=grove.home(),
    )


def fold_label(name: str) -> str:
    """Return what two spellings of an answer's name must share to mean the same one."""
    folded = " ".join(name.casefold().split())
    return next((folded.removeprefix(article) for article in _ARTICLES if folded.startswith(article)), folded)


class _Grove:
    """Drafts while decisions are followed: each a tree under the draft whose label and id it goes by."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft]) -> None:
        self._reading = reading
        self._drafts = {draft.id: draft for draft in drafts}
        self._parent: dict[str, str] = {}
        self._renamed: dict[str, str] = {}
        self._added: dict[str, tuple[str, ...]] = {}
        self._taken: dict[str, list[str]] = defaultdict(list)
        self._shaped: dict[str, list[str]] = defaultdict(list)
        self._related: list[tuple[str, str, Decision]] = []
        self.unmet: list[UnmetDecision] = []
        self.followed = 0

    def follow(self, decision: Decision) -> None:
        """Follow one decision, or take down why it cannot be."""
        names = decision.subject_ids[1:]
        found = [self._find(name) for name in names]
        missing = [name for name, one in zip(names, found, strict=True) if not one]
        if missing:
            self._miss(decision, f"no answer goes by the name '{missing[0]}'")
            return
        why = ""
        match decision.kind:
            case DecisionKind.ADD_HYPOTHESIS:
                self._add(decision)
            case DecisionKind.MERGE_HYPOTHESES:
                why = self._merge(found[0], found[1], decision)
            case DecisionKind.SPLIT_HYPOTHESIS:
                why = self._split(found[0], decision)
            case DecisionKind.RENAME_HYPOTHESIS:
                why = self._rename(found[0], decision)
            case DecisionKind.RELATE_HYPOTHESES:
                self._related.append((names[0], names[1], decision))
        if why:
            self._miss(decision, why)
        else:
            self.followed += 1

    def settle(self) -> tuple[Draft, ...]:
        """Return what has become of the drafts, in the order the machine had them, added ones behind."""
        return tuple(self._gather(root) for root in self._roots())

    def settle_bearings(self, bearings: Sequence[ClaimBearing]) -> tuple[ClaimBearing, ...]:
        """Return the bearings on what the drafts have become, with those of claims that name an added one."""
        place = {claim.id: at for at, claim in enumerate(self._reading.claims)}
        moved = [make_bearing(one, self._root(self._part_of(one))) for one in bearings]
        for draft_id, names in self._added.items():
            moved = self._tie_to_added(draft_id, names, moved)
        kept: dict[tuple[str, str], ClaimBearing] = {}
        for one in moved:
            key = (one.claim_id, one.hypothesis_id)
            if key not in kept or _strength(one) > _strength(kept[key]):
                kept[key] = one
        return tuple(sorted(kept.values(), key=lambda one: place[one.claim_id]))

    def related(self) -> dict[tuple[str, str], Decision]:
        """Return how answers were said to stand to each other; the last word on a pair counts."""
        found: dict[frozenset[str], tuple[str, str, Decision]] = {}
        for one, other, decision in self._related:
            ends = (self._find(one), self._find(other))
            if ends[0] == ends[1] or not all(ends):
                self._miss(decision, f"'{one}' and '{other}' are one answer now")
                continue
            pair = frozenset(ends)
            found.pop(pair, None)
            found[pair] = (*ends, decision)
        return {(one, other): decision for one, other, decision in found.values()}

    def home(self) -> dict[str, str]:
        """Return for each draft the one it is part of."""
        return {draft_id: self._root(draft_id) for draft_id in self._drafts}

    def _add(self, decision: Decision) -> None:
        label = decision.value
        names = tuple(dict.fromkeys(name for name in (label, *decision.names) if fold_label(name)))
        draft_id = derive_id("hyp", self._reading.question.id, label)
        known = self._drafts.get(draft_id)
        if known is None:
            actor = identify_actor(label)
            camp = (actor.camp or (label if actor.proper else "")) if actor is not None else ""
            self._drafts[draft_id] = Draft(id=draft_id, label=label, names=names, camp=camp, by=decision.made.by)
        else:
            self._drafts[draft_id] = replace(known, names=tuple(dict.fromkeys((*known.names, *names))))
        # What is asked for by name is an answer of its own again, wherever it was hung before.
        self._parent.pop(draft_id, None)
        self._added[draft_id] = names
        self._shaped[draft_id].append(decision.id)
        folded = set(map(fold_label, names))
        for root in self._roots():
            if root != draft_id and folded & self._names_in(root):
                self._parent[root] = draft_id

    def _merge(self, merged: str, into: str, decision: Decision) -> str:
        if merged == into:
            return "the two are one answer already"
        self._parent[merged] = into
        self._shaped[into].append(decision.id)
        return ""

    def _split(self, root: str, decision: Decision) -> str:
        """Let go of what was hung under the answer and goes by one of the names; else take the names out of it."""
        names = set(map(fold_label, decision.names))
        below = [part for part in self._drafts if part != root and self._root(part) == root]
        let_go = [part for part in below if names & self._own_names(part)]
        if names >= self._own_names(root):
            if len(let_go) == len(below):
                return "nothing would be left of it"
            # All of its own names are another's than those hung under it: these stay together.
            rest = [part for part in below if part not in let_go]
            for part in rest:
                self._parent[part] = rest[0]
            self._parent.pop(rest[0])
            self._shaped[rest[0]].append(decision.id)
        own = names.difference(*map(self._own_names, let_go))
        for part in below:
            if part in let_go:
                if self._parent.get(part) not in let_go:
                    self._parent.pop(part, None)
                self._shaped[part].append(decision.id)
            elif self._parent.get(part) in let_go:
                self._parent[part] = root
        taken = [part for part in (root, *below) if part not in let_go and own & self._own_names(part)]
        if not let_go and not taken:
            return f"it has no name '{decision.names[0]}'"
        for part in taken:
            if not own >= self._own_names(part):
                self._take_out(part, own, decision)
        self._shaped[root].append(decision.id)
        return ""

    def _take_out(self, part: str, names: set[str], decision: Decision) -> None:
        draft = self._drafts[part]
        given = [name for name in (draft.label, *draft.names) if fold_label(name) in names]
        new_id = derive_id("hyp", self._reading.question.id, "split", draft.label, *sorted(names))
        actor = identify_actor(given[0])
        camp = actor.camp or (given[0] if actor.proper else "") if actor is not None else ""
        self._drafts[new_id] = Draft(id=new_id, label=given[0], names=tuple(dict.fromkeys(given)), camp=camp)
        left = tuple(name for name in draft.names if fold_label(name) not in names)
        label = left[0] if fold_label(draft.label) in names else draft.label
        self._drafts[part] = replace(draft, label=label, names=left)
        self._taken[part].append(new_id)
        self._shaped[new_id].append(decision.id)

    def _rename(self, root: str, decision: Decision) -> str:
        holder = self._find(decision.value)
        if holder and holder != root:
            return f"another answer goes by the name '{decision.value}'"
        self._renamed[root] = decision.value
        self._shaped[root].append(decision.id)
        return ""

    def _miss(self, decision: Decision, why: str) -> None:
        self.unmet.append(UnmetDecision(decision_id=decision.id, why=why))

    def _find(self, name: str) -> str:
        """Return the answer that goes by a name: its label first, then any other name; "" for none or several."""
        wanted = fold_label(name)
        roots = self._roots()
        for known in (
            [root for root in roots if fold_label(self._label_of(root)) == wanted],
            [root for root in roots if fold_label(self._drafts[root].label) == wanted],
            [root for root in roots if wanted in self._names_in(root)],
        ):
            if len(known) == 1:
                return known[0]
        return ""

    def _roots(self) -> list[str]:
        return [draft_id for draft_id in self._drafts if draft_id not in self._parent]

    def _root(self, draft_id: str) -> str:
        while draft_id in self._parent:
            draft_id = self._parent[draft_id]
        return draft_id

    def _label_of(self, root: str) -> str:
        return self._renamed.get(root) or self._drafts[root].label

    def _own_names(self, part: str) -> set[str]:
        draft = self._drafts[part]
        return {fold_label(name) for name in (draft.label, *draft.names)}

    def _names_in(self, root: str) -> set[str]:
        parts = [part for part in self._drafts if self._root(part) == root]
        own = set().union(*map(self._own_names, parts))
        return own | {fold_label(self._renamed[part]) for part in parts if part in self._renamed}

    def _gather(self, root: str) -> Draft:
        own = self._drafts[root]
        parts = [own] + [d for d in self._drafts.values() if d.id != root and self._root(d.id) == root]
        label = self._label_of(root)
        names = [name for part in parts for name in (part.label, *part.names)]
        kept = own.names if len(parts) == 1 and label == own.label else tuple(dict.fromkeys(names))
        return replace(
            own,
            label=label,
            names=kept,
            claim_ids=tuple(dict.fromkeys(claim_id for part in parts for claim_id in part.claim_ids)),
            decision_ids=tuple(dict.fromkeys(i for part in parts for i in self._shaped.get(part.id, ()))),
            machine_label=own.label if label != own.label else "",
        )

    def _part_of(self, bearing: ClaimBearing) -> str:
        """Return the draft a bearing belongs to: where names were taken out, the one its claim names."""
        part = bearing.hypothesis_id
        claim = self._reading.by_id[bearing.claim_id]
        said = {fold_label(claim.proposition.value)} if claim.proposition.slot is not Slot.STATEMENT else set()
        said = said or {fold_label(mention.text) for mention in claim.mentions}
        for new_id in self._taken.get(part, ()):
            if said & self._own_names(new_id):
                return new_id
        return part

    def _tie_to_added(
        self, draft_id: str, names: Sequence[str], bearings: Sequence[ClaimBearing]
    ) -> list[ClaimBearing]:
        """Tie claims that name an added answer to it: weighed where it is what they answer, or where they argue."""
        named = re.compile(r"\b(?:" + "|".join(re.escape(fold_label(name)) for name in names) + r")\b")
        root = self._root(draft_id)
        tied = {one.claim_id: one for one in bearings}
        extra: list[ClaimBearing] = []
        answered: set[str] = set()
        for claim in self._reading.claims:
            if not self._reading.on_event(claim) or not named.search(fold_label(claim.quote)):
                continue
            answers = claim.proposition.slot in {Slot.RESPONSIBLE, Slot.CAUSE}
            answers = answers and named.search(fold_label(claim.proposition.value)) is not None
            known = tied.get(claim.id)
            if known is not None and known.hypothesis_id == root:
                continue
            if answers:
                answered.add(claim.id)
            if answers or known is None or not known.weighed:
                extra.append(self._bear(claim, root, weighed=answers or _argues(claim)))
        return [one for one in bearings if one.claim_id not in answered] + extra

    def _bear(self, claim: Claim, hypothesis_id: str, *, weighed: bool) -> ClaimBearing:
        return ClaimBearing(
            id=derive_id("brg", claim.id, hypothesis_id),
            claim_id=claim.id,
            hypothesis_id=hypothesis_id,
            polarity=claim.polarity,
            certainty=claim.certainty,
            made=Made(recipe=RECIPE, inputs=(claim.id, hypothesis_id)),
            weighed=weighed and claim.id not in self._reading.copied,
        )


def _argues(claim: Claim) -> bool:
    return speaks_of_who_did_it(claim.quote) or argument_kind(claim.quote) is not None


def _strength(bearing: ClaimBearing) -> tuple[bool, bool]:
    return bearing.weighed, bearing.polarity is Polarity.ASSERT
