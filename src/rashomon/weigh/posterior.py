"""The model of DESIGN section 4, exact and in log space: settings and evidence in, probabilities out.

Every function works on rows: one row for the point estimate, one a sample for the intervals, one an omission for the
sensitivity. Broadcasting lets rows share whatever does not differ between them.
"""

from dataclasses import dataclass

import numpy as np

from rashomon.weigh.columns import Bools, EvidenceColumns, Floats, Ints
from rashomon.weigh.groups import share_origins, temper_groups
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.testimony import WeightClass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settings:
    """Parameters as arrays with one row each (or a single row for all). `weights` is rows x WeightClass, in bits.

    `log_prior` is rows x m (log2). `talk_limit` and `limit` are the most bits by which cheap evidence, and all
    evidence, may set two hypotheses apart; the others are rows x 1.
    """

    weights: Floats
    interest: Floats
    hidden_interest: Floats
    dependence: Floats
    fidelity: Floats
    reading: Floats
    forgery: Floats
    early: Floats
    learning_days: Floats
    log_prior: Floats
    talk_limit: Floats
    limit: Floats
    group_limit: float
    origin_limit: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Roles:
    """Who is driven by interest (`driven`), speaks to his own cost (`against`), examined the matter (`examined`),
    rows x K; `guilty` is rows x pairs.

    Probabilities for the point estimate, zeros and ones in a sample.
    """

    driven: Floats
    against: Floats
    examined: Floats
    guilty: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """Probabilities (rows x m), and what they are made of.

    `if_false` (rows x K) is log2 of how much likelier each link is said if true than if false, negated; `if_guilty`
    (rows x pairs) is what is added to it in the guilty speaker's world; `tempered` and `exponents` (rows x K) are the
    powers both are raised to, by the group alone and with all limits.
    """

    probabilities: Floats
    if_false: Floats
    if_guilty: Floats
    tempered: Floats
    exponents: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """What links say by themselves (log2): `if_false` is rows x K, `if_guilty` rows x pairs, as in Posterior."""

    if_false: Floats
    if_guilty: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Balance:
    """What all evidence comes to (`bits`, rows x m, log2), and what the ceilings leave of it (rows x 1, in 0..1)."""

    bits: Floats
    less_talk: Floats
    less_all: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Heard:
    """What a Posterior has before the ceilings; `talk` and `rest` (rows x m, log2) but for one constant a row.

    `held` (rows x K) are the powers after the limits of groups and origins.
    """

    if_false: Floats
    if_guilty: Floats
    tempered: Floats
    held: Floats
    talk: Floats
    rest: Floats


def set_point(parameters: Parameters, *, residual: int, size: int) -> Settings:
    """Return one row of settings, the parameters as they are; `residual` is *something else*'s place among `size`."""
    p = parameters
    weights = (
        p.testimony_bits,
        p.examined_bits,
        p.admission_bits,
        p.responsibility_bits,
        p.trace_bits,
        p.argument_bits,
        p.retraction_bits,
    )
    prior = spread_prior(np.array([[p.residual_weight]]), residual=residual, size=size)
    return Settings(
        weights=np.array([weights]),
        interest=np.array([[p.interest]]),
        hidden_interest=np.array([[p.hidden_interest]]),
        dependence=np.array([[p.dependence]]),
        fidelity=np.array([[p.fidelity]]),
        reading=np.array([[p.reading]]),
        forgery=np.array([[p.forgery]]),
        early=np.array([[p.early]]),
        learning_days=np.array([[p.learning_days]]),
        log_prior=np.log2(prior),
        talk_limit=limit_bits(prior, p.testimony_ceiling),
        limit=limit_bits(prior, p.ceiling),
        group_limit=p.group_limit,
        origin_limit=p.origin_limit,
    )


def spread_prior(residual_weight: Floats, *, residual: int, size: int) -> Floats:
    """Return priors (rows x size): even over the named, `residual_weight` times as much for *something else*."""
    shares = np.ones((residual_weight.shape[0], size))
    shares[:, residual] = residual_weight[:, 0]
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def limit_bits(prior: Floats, ceiling: float) -> Floats:
    """Return the bits (rows x 1) that lift the likeliest hypothesis of a prior to a ceiling; at least 0.1."""
    highest = np.minimum(prior.max(axis=1, keepdims=True), 1.0 - 1e-12)
    distance = np.log2(ceiling / (1.0 - ceiling)) - np.log2(highest / (1.0 - highest))
    return np.asarray(np.maximum(distance, 0.1))


def expect_roles(columns: EvidenceColumns, settings: Settings) -> Roles:
    """Return the roles marginalised: the probability of each."""
    return Roles(
        driven=columns.served + columns.unknown * settings.hidden_interest,
        against=columns.against[None, :],
        examined=columns.examined[None, :],
        guilty=columns.guilty_share[None, :],
    )


def find_posterior(
    columns: EvidenceColumns, settings: Settings, roles: Roles, *, kept: Bools | None = None
) -> Posterior:
    """Weigh the evidence under each row of settings and roles; `kept` (rows x K) leaves links out where False."""
    if not columns.links:
        empty = np.zeros((1, 0))
        return Posterior(
            probabilities=normalise(settings.log_prior),
            if_false=empty,
            if_guilty=empty,
            tempered=empty,
            exponents=empty,
        )
    found = _hear(columns, settings, roles, kept)
    balance = balance_bits(found.talk, found.rest, settings)
    return Posterior(
        probabilities=normalise(settings.log_prior + balance.bits + _sum_rated(columns, kept)),
        if_false=found.if_false,
        if_guilty=found.if_guilty,
        tempered=found.tempered,
        exponents=found.held * np.where(columns.cheap, balance.less_talk, 1.0) * balance.less_all,
    )


def weigh_rows(columns: EvidenceColumns, settings: Settings, roles: Roles) -> Floats:
    """Return the probabilities (rows x m) alone, as `find_posterior` has them."""
    if not columns.links:
        return normalise(settings.log_prior)
    found = _hear(columns, settings, roles, None)
    bits = balance_bits(found.talk, found.rest, settings).bits
    return normalise(settings.log_prior + bits + _sum_rated(columns, None))


def balance_bits(talk: Floats, rest: Floats, settings: Settings) -> Balance:
    """Return what cheap evidence (`talk`, rows x m, log2) and all other (`rest`) come to under both ceilings."""
    less_talk = _scale_to(talk, settings.talk_limit)
    total = less_talk * talk + rest
    less_all = _scale_to(total, settings.limit)
    return Balance(bits=less_all * total, less_talk=less_talk, less_all=less_all)


def hear_links(columns: EvidenceColumns, settings: Settings, roles: Roles) -> Said:
    """Return what each link says by itself, before groups and limits."""
    false = likelihood_if_false(columns, settings, roles)
    if_false = np.log2(false)
    pairs = columns.guilty_link
    return Said(if_false=if_false, if_guilty=_log_guilty(roles.guilty, false[:, pairs], if_false[:, pairs]))


def _hear(columns: EvidenceColumns, settings: Settings, roles: Roles, kept: Bools | None) -> _Heard:
    """Return what each link says, and what all come to before the ceilings."""
    said = hear_links(columns, settings, roles)
    if_false, if_guilty, pairs = said.if_false, said.if_guilty, columns.guilty_link
    heard = columns.endorsed if kept is None else columns.endorsed & kept
    silent = not bool(heard.all())
    strengths = np.where(heard, -if_false, 0.0) if silent else -if_false
    tempered = temper_groups(columns, strengths, settings.dependence, limit=settings.group_limit)
    tempered = np.where(heard, tempered, 0.0) if silent else tempered
    held = tempered * share_origins(columns, strengths * tempered, limit=settings.origin_limit)
    cheap = columns.cheap[:, None]
    sides = np.hstack([np.where(cheap, columns.placement, 0.0), np.where(cheap, 0.0, columns.placement)])
    both = (held * if_false) @ sides
    talk, rest = np.hsplit(both, 2)
    extra = held[:, pairs] * if_guilty
    for hypothesis in np.unique(columns.guilty_hypothesis):
        under = columns.guilty_hypothesis == hypothesis
        for side, chosen in ((talk, columns.cheap[pairs]), (rest, ~columns.cheap[pairs])):
            side[:, hypothesis] += extra[:, under & chosen].sum(axis=1)
    return _Heard(if_false=if_false, if_guilty=if_guilty, tempered=tempered, held=held, talk=talk, rest=rest)


def _log_guilty(guilty: Floats, false: Floats, if_false: Floats) -> Floats:
    """Return what is added in the guilty speaker's world, who says the same whatever is true (rows x pairs)."""
    return np.asarray(np.log2(false + guilty * (1.0 - false)) - if_false)


def likelihood_if_false(columns: EvidenceColumns, settings: Settings, roles: Roles) -> Floats:
    """Return P(said | false) / P(said | true) of each link, relays included (rows x K, in 0..1).

    A mixture over why it is said: the driven say it whatever is true with probability `interest`.
    """
    ratios = np.exp2(-settings.weights)
    plain = _mix_access(columns.weight, ratios, roles.examined)
    false = plain + roles.driven * settings.interest * (1.0 - plain)
    costs = np.flatnonzero(columns.against)
    if costs.size:
        # Half-way to an admission.
        dear = np.minimum(ratios, np.sqrt(ratios * ratios[:, [WeightClass.ADMISSION]]))
        costly = _mix_access(columns.weight[costs], dear, roles.examined[:, costs])
        false[:, costs] += roles.against[:, costs] * (costly - plain[:, costs])
    genuine = 1.0 - find_forged(columns, settings)
    return attenuate(false, _carry(columns, settings) * columns.soundness * genuine)


def find_forged(columns: EvidenceColumns, settings: Settings) -> Floats:
    """Return the probability that the thing each link rests on is forged or planted (rows x K, in 0..1).

    What an analyst set holds. Else the odds of `forgery` are moved by what is said of the thing, each statement weighed
    as testimony is: by access, interest, relays, and who does not speak independently. A forged thing says nothing of
    what it pretends to: P(x | h) = (1 - f) P(x | h, genuine) + f P(x | forged), where a forger makes just what would be
    found if it were true, so that P(x | forged) is P(x | true, genuine).
    """
    forged = np.where(columns.item, settings.forgery, 0.0)
    doubts = columns.doubts
    if doubts is not None and columns.doubt_link.size:
        bits = -np.log2(likelihood_if_false(doubts, settings, expect_roles(doubts, settings)))
        bits = bits * temper_groups(doubts, bits, settings.dependence, limit=settings.group_limit)
        moved = np.zeros((bits.shape[0], len(columns.links)))
        for place, link in enumerate(columns.doubt_link.tolist()):
            moved[:, link] += bits[:, place] * columns.doubt_sign[place]
        forged = _shift_bits(forged, np.where(columns.item, moved, 0.0))
    return np.asarray(np.where(np.isnan(columns.forged), forged, np.nan_to_num(columns.forged)))


def _shift_bits(probability: Floats, bits: Floats) -> Floats:
    """Return probabilities (0..1, exclusive of 1) with their log2 odds moved by some bits."""
    odds = probability / (1.0 - probability) * np.exp2(bits)
    return np.asarray(odds / (1.0 + odds))


def _mix_access(weight: Ints, ratios: Floats, examined: Floats) -> Floats:
    """Return the ratio of links by WeightClass as a mixture over having examined it or not (rows x links).

    `ratios` are rows x WeightClass.
    """
    gained = np.minimum(ratios, ratios[:, [WeightClass.EXAMINED]]) - ratios
    return np.asarray(ratios[:, weight] + examined * gained[:, weight])


def _carry(columns: EvidenceColumns, settings: Settings) -> Floats:
    """Return how much of each statement arrives (rows x K, in 0..1): read right, passed on unchanged, known by then."""
    if len(settings.fidelity) == 1:
        return np.asarray(
            settings.reading * np.power(settings.fidelity, columns.relays) * find_known(columns, settings)
        )
    relays, place = np.unique(columns.relays, return_inverse=True)
    steps = settings.reading * np.power(settings.fidelity, relays)
    return np.asarray(steps[:, place] * find_known(columns, settings))


def find_known(columns: EvidenceColumns, settings: Settings) -> Floats:
    """Return how much of what will come out is known when each link is told (rows x K, in 0..1): 1 in the end."""
    return np.asarray(1.0 - (1.0 - settings.early) / (1.0 + columns.days / settings.learning_days))


def attenuate(false: Floats, kept: Floats) -> Floats:
    """Return the likelihood ratio of false against true of a statement that says nothing with probability 1 - kept."""
    return np.asarray(1.0 - kept * (1.0 - false))


def normalise(log_weights: Floats) -> Floats:
    """Return probabilities (rows x m) from unnormalised log2 weights."""
    shares = np.exp2(log_weights - log_weights.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def _sum_rated(columns: EvidenceColumns, kept: Bools | None) -> Floats:
    """Return what analysts' cells add (rows x m): taken whole, so no limit and no discount holds."""
    return columns.rated.sum(axis=0, keepdims=True) if kept is None else np.asarray(kept @ columns.rated)


def _scale_to(total: Floats, limit: Floats) -> Floats:
    spread = total.max(axis=1, keepdims=True) - total.min(axis=1, keepdims=True)
    return np.asarray(np.where(spread > limit, limit / np.where(spread > limit, spread, 1.0), 1.0))
