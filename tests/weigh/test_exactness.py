"""The model against an exact Bayesian network of the same shape: roles, relays, time, forgery as nodes, summed out.

The network is built from the records by a program of others (`make .venv/.peers`); the
model it holds is written here anew.
"""

import random
from dataclasses import replace

import numpy as np
import pytest

from rashomon.model.question import ItemDoubt, Stake
from rashomon.model.vocabulary import Access, Direction, EvidenceKind, Interest
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.weighing import weigh_evidence

pyagrum = pytest.importorskip("pyagrum", reason="pyagrum is not installed: make .venv/.peers")

EXACT = replace(
    DEFAULTS, samples=0, ceiling=1 - 1e-12, testimony_ceiling=1 - 1e-12, group_limit=20.0, origin_limit=20.0
)
NAMED = ("a", "b", "c")
BITS = {
    EvidenceKind.TESTIMONY: EXACT.testimony_bits,
    EvidenceKind.FINDING: EXACT.testimony_bits,
    EvidenceKind.MOTIVE: EXACT.argument_bits,
    EvidenceKind.DOCUMENT: EXACT.trace_bits,
}
COSTLY = {EvidenceKind.TESTIMONY, EvidenceKind.FINDING}


def draw_links(chance, make_link, *, count, groups):
    """Links of random kinds, roles, relays and days; of each group all speak for one hypothesis one way."""
    links = []
    for number in range(count):
        group = chance.randrange(groups)
        about, direction = NAMED[group % 3], Direction.FOR if group % 2 else Direction.AGAINST
        kind = chance.choice(list(BITS))
        stakes = tuple(
            Stake(hypothesis_id=h, interest=i, probability=chance.random())
            for h, i in ((about, Interest.ACCUSED), (chance.choice(NAMED), Interest.RIVAL))
            if chance.random() < 0.6
        )
        if chance.random() < 0.4:
            other = chance.choice([h for h in NAMED if h != about])
            stakes = (Stake(hypothesis_id=other, interest=Interest.ACCUSED, probability=chance.random()),)
        link = make_link(
            f"e{number}",
            about,
            kind=kind,
            direction=direction,
            group_id=f"g{group}",
            access=Access.UNKNOWN,
            examined=0.0 if kind is EvidenceKind.MOTIVE else chance.choice([0.0, 1.0, chance.random()]),
            relays=chance.randrange(4),
            days=chance.choice([None, 0.0, 30 * chance.random()]),
            forged=chance.choice([None, None, None, 0.0, 1.0, chance.random()]),
        )
        links.append(replace(link, stakes=stakes, doubts=tuple(draw_doubts(chance, link))))
    return links


def draw_doubts(chance, link):
    """Up to three independent speakers who call the link's paper forged or genuine."""
    for number in range(chance.randrange(4) if link.kind is EvidenceKind.DOCUMENT else 0):
        stake = Stake(
            hypothesis_id=link.hypothesis_id,
            interest=chance.choice([Interest.ACCUSED, Interest.RIVAL, Interest.NONE]),
            probability=chance.random(),
        )
        yield ItemDoubt(
            claim_id=f"{link.id} doubt {number}",
            forged=chance.random() < 0.6,
            holder_id=f"doubter {number}",
            holder=f"Doubter {number}",
            group=f"doubter {number}",
            stakes=(stake,),
            examined=chance.choice([0.0, 1.0, chance.random()]),
            relays=chance.randrange(3),
            days=chance.choice([None, 3.0]),
        )


def infer_forged(link, places):
    """P(forged) of what a link rests on, by a network of the thing and of those who speak of it."""
    if link.forged is not None:
        return link.forged
    net = pyagrum.BayesNet()
    net.add(pyagrum.LabelizedVariable("forged", "forged", 2))
    prior = EXACT.forgery if link.kind is EvidenceKind.DOCUMENT else 0.0
    net.cpt("forged").fillWith([1 - prior, prior])
    virtual = np.ones(2)
    for doubt in link.doubts:
        against = doubt.forged == (link.direction is Direction.FOR)
        said = replace(
            link,
            kind=EvidenceKind.TESTIMONY,
            direction=Direction.AGAINST if against else Direction.FOR,
            stakes=doubt.stakes,
            examined=doubt.examined,
            relays=doubt.relays,
            days=doubt.days,
            forged=0.0,
        )
        ratio = infer_likelihoods(said, places).min()
        virtual = virtual * ([ratio, 1.0] if doubt.forged else [1.0, ratio])
    inference = pyagrum.LazyPropagation(net)
    inference.addEvidence("forged", list(virtual))
    inference.makeInference()
    return inference.posterior("forged")[1]


def shares_of(link):
    """Probability that the speaker is driven, and that he speaks to his cost; the share of each guilty world."""
    own = {i: sum(s.probability for s in link.stakes if s.hypothesis_id == link.hypothesis_id and s.interest is i)
           for i in Interest}  # fmt: skip
    scale = 1 / max(1.0, own[Interest.ACCUSED] + own[Interest.RIVAL] + own[Interest.NONE])
    accused, rival = own[Interest.ACCUSED] * scale, own[Interest.RIVAL] * scale
    unknown = 1 - accused - rival - own[Interest.NONE] * scale
    if link.direction is Direction.AGAINST:
        return accused + unknown * EXACT.hidden_interest, 0.0, {}
    cost = accused if link.kind in COSTLY else 0.0
    elsewhere = {
        s.hypothesis_id: s.probability * (1 - cost)
        for s in link.stakes
        if s.interest is Interest.ACCUSED and s.hypothesis_id != link.hypothesis_id
    }
    most = max(elsewhere.values(), default=0.0)
    driven = rival + (1 - rival - cost) * most + unknown * (1 - most) * EXACT.hidden_interest
    return driven, cost, elsewhere


def infer_likelihoods(link, places):
    """P(said | h) of one link by inference in a network in which every uncertain thing about it is a node."""
    driven, cost, elsewhere = shares_of(link)
    known = 1.0 if link.days is None else 1 - (1 - EXACT.early) / (1 + link.days / EXACT.learning_days)
    net = pyagrum.BayesNet()
    net.add(pyagrum.LabelizedVariable("h", "hypothesis", len(places)))
    net.cpt("h").fillWith(1 / len(places))
    coins = {
        "read": EXACT.reading,
        "known": known,
        "genuine": 1 - infer_forged(link, places),
        "examined": link.examined,
        "anyway": EXACT.interest,
        **{f"relay{n}": EXACT.fidelity for n in range(link.relays)},
        **{f"guilty {h}": share for h, share in elsewhere.items()},
    }
    for name, probability in coins.items():
        net.add(pyagrum.LabelizedVariable(name, name, 2))
        net.cpt(name).fillWith([1 - probability, probability])
    net.add(pyagrum.LabelizedVariable("role", "driven, to his cost, free", 3))
    net.cpt("role").fillWith([driven, cost, 1 - driven - cost])
    # Kept: whether the statement still says anything when it arrives.
    net.add(pyagrum.LabelizedVariable("kept", "kept", 2))
    carriers = ["read", "known", "genuine", *(f"relay{n}" for n in range(link.relays))]
    for name in carriers:
        net.addArc(name, "kept")
    for at in _all_states(net, carriers):
        net.cpt("kept")[at] = [0, 1] if all(at.values()) else [1, 0]
    net.add(pyagrum.LabelizedVariable("said", "said", 2))
    parents = ["h", "kept", "role", "examined", "anyway", *(f"guilty {h}" for h in elsewhere)]
    for name in parents:
        net.addArc(name, "said")
    for at in _all_states(net, parents):
        chance = say(link, at, places)
        net.cpt("said")[at] = [1 - chance, chance]
    found = []
    for place in places.values():
        inference = pyagrum.LazyPropagation(net)
        inference.setEvidence({"h": place})
        inference.makeInference()
        found.append(inference.posterior("said")[1])
    return np.array(found)


def say(link, at, places):
    """P(said) where everything about the speaker is known."""
    own = at["h"] == places[link.hypothesis_id]
    true = own if link.direction is Direction.FOR else not own
    guilty = any(
        at[name] and places[name.removeprefix("guilty ")] == at["h"] for name in at if name.startswith("guilty")
    )
    if true or guilty or not at["kept"] or (at["role"] == 0 and at["anyway"]):
        return 1.0
    bits = max(BITS[link.kind], EXACT.examined_bits) if at["examined"] else BITS[link.kind]
    return 2.0 ** -(max(bits, (bits + EXACT.admission_bits) / 2) if at["role"] == 1 else bits)


def _all_states(net, names):
    sizes = [net.variable(name).domainSize() for name in names]
    return [dict(zip(names, map(int, at), strict=True)) for at in np.ndindex(*sizes)]


def infer_posterior(links, places, exponents):
    """The posterior of a network with the likelihood of each link, raised to its power, as virtual evidence."""
    net = pyagrum.BayesNet()
    net.add(pyagrum.LabelizedVariable("h", "hypothesis", len(places)))
    prior = np.array([EXACT.residual_weight if h == "rest" else 1.0 for h in places])
    net.cpt("h").fillWith(list(prior / prior.sum()))
    virtual = np.ones(len(places))
    for link, exponent in zip(links, exponents, strict=True):
        virtual = virtual * infer_likelihoods(link, places) ** exponent
    inference = pyagrum.LazyPropagation(net)
    inference.addEvidence("h", list(virtual))
    inference.makeInference()
    return np.array([inference.posterior("h")[place] for place in places.values()])


def temper(links, places):
    """The power of each link: n equal voices count as 1 + (n - 1)(1 - dependence), in units of the strongest."""
    strength = []
    for link in links:
        likelihoods = infer_likelihoods(link, places)
        guilty = {places[h] for h in shares_of(link)[2]}
        outside = [p for place, p in enumerate(likelihoods) if place not in guilty]
        strength.append(-np.log2(min(outside)))
    powers = []
    for link in links:
        group = [s for s, one in zip(strength, links, strict=True) if one.group_id == link.group_id]
        voices = sum(group) / max(group) if max(group) else 1.0
        powers.append((1 + (voices - 1) * (1 - EXACT.dependence)) / voices)
    return powers


@pytest.mark.parametrize("seed", range(12))
def test_independent_speakers_match_the_network(seed, make_set, make_link):
    chance = random.Random(seed)
    links = draw_links(chance, make_link, count=5, groups=5)
    links = [replace(link, group_id=link.id) for link in links]
    _compare(make_set(links), links, [1.0] * len(links))


@pytest.mark.parametrize("seed", range(12))
def test_grouped_speakers_match_the_network_to_their_power(seed, make_set, make_link):
    links = draw_links(random.Random(seed), make_link, count=6, groups=3)
    places = {h: n for n, h in enumerate((*NAMED, "rest"))}
    _compare(make_set(links), links, temper(links, places))


def _compare(hypothesis_set, links, exponents):
    places = {h: n for n, h in enumerate((*NAMED, "rest"))}
    expected = infer_posterior(links, places, exponents)
    judgement = weigh_evidence(hypothesis_set, parameters=EXACT, as_of=None)
    found = {p.hypothesis_id: p.probability for p in judgement.probabilities}
    assert [found[h] for h in places] == pytest.approx(list(expected), abs=1e-9)
