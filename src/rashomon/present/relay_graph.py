"""Who relays whom, as a picture: holders on the left, relays between, publishers on the right.

Layers follow the chains of claims; within a layer nodes are ordered by the barycentres of their neighbours (Sugiyama,
Tagawa and Toda, *IEEE Transactions on Systems, Man, and Cybernetics* 11, 1981). Outlets that only copy one origin
are one node.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.model.source import Source
from rashomon.model.vocabulary import Party
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline

MOST_IN_LAYER: Final = 18
MOST_EDGES: Final = 60
"""Lines drawn beside the heaviest one of each node; more would hide each other."""
SWEEPS: Final = 6
ROW: Final = 30
WIDTH: Final = 1000
LAYER_X: Final = (10.0, 370.0, 730.0)
NODE_WIDTH: Final = 260.0
NAME_CHARS: Final = 36
THICKEST: Final = 9.0
COPIES: Final = "copies "


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """A source, or outlets that only copy one origin; `claims` counts the edges' claims, `x` and `y` its corner."""

    id: str
    name: str
    layer: int
    claims: int
    parties: tuple[Party, ...]
    outlets: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphEdge:
    """How many claims of one node the other passes on; `path` is SVG path data, `width` in its units."""

    from_id: str
    to_id: str
    claims: int
    path: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayGraph:
    """The picture: `folded` nodes and `thinned` lines of lesser weight are left out of it; `height` is its own."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    folded: int
    thinned: int
    height: float


def draw_relays(index: AnalysisIndex) -> RelayGraph:
    """Return the picture of an analysis: the weightiest nodes of each layer and the edges between them."""
    clusters = _cluster_copies(index)
    counts = _count_relays(index, clusters)
    layers = _find_layers(counts)
    weights: Counter[str] = Counter()
    for (one, other), claims in counts.items():
        weights[one] += claims
        weights[other] += claims
    shown: dict[int, list[str]] = {}
    for layer in range(len(LAYER_X)):
        members = sorted((n for n in layers if layers[n] == layer), key=lambda n: (-weights[n], n))
        shown[layer] = members[:MOST_IN_LAYER]
    kept = {node for members in shown.values() for node in members}
    every = {pair: claims for pair, claims in counts.items() if set(pair) <= kept}
    edges = _thin(every)
    _order(shown, every)
    places = _place(shown)
    outlets = Counter(clusters.values())
    nodes = tuple(
        _make_node(one, layer, weights[one], places[one], index, outlets)
        for layer, members in shown.items()
        for one in members
    )
    heaviest = max(edges.values(), default=1)
    return RelayGraph(
        nodes=nodes,
        edges=tuple(
            GraphEdge(
                from_id=one,
                to_id=other,
                claims=claims,
                path=_draw_edge(places[one], places[other]),
                width=max(1.0, THICKEST * claims / heaviest),
            )
            for (one, other), claims in sorted(edges.items())
        ),
        folded=len(layers) - len(kept),
        thinned=len(every) - len(edges),
        height=ROW * max((len(members) for members in shown.values()), default=1) + ROW / 2,
    )


def _thin(edges: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Return the heaviest lines, and of each node the heaviest one."""
    ordered = sorted(edges, key=lambda pair: (-edges[pair], pair))
    drawn = set(ordered[:MOST_EDGES])
    touched: set[str] = set()
    for pair in ordered:
        if not touched.issuperset(pair):
            drawn.add(pair)
        touched.update(pair)
    return {pair: edges[pair] for pair in ordered if pair in drawn}


def _cluster_copies(index: AnalysisIndex) -> dict[str, str]:
    """Return for each publisher whose reports are all copies of one origin the node that stands for such outlets."""
    reports: dict[str, list[str]] = defaultdict(list)
    for document in index.analysis.documents:
        reports[show_inline(document.publisher).casefold()].append(document.id)
    clusters = {}
    for source in index.sources.values():
        own = reports.get(show_inline(source.name).casefold(), [])
        origins = {index.origin_of[one].id for one in own if one in index.copy_of and one in index.origin_of}
        if own and len(origins) == 1 and all(one in index.copy_of for one in own):
            clusters[source.id] = COPIES + next(iter(origins))
    sizes = Counter(clusters.values())
    return {source_id: node for source_id, node in clusters.items() if sizes[node] > 1}


def _count_relays(index: AnalysisIndex, clusters: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Return how many claims go from each source to whoever passes them on; chains are told from the outside in."""
    counts: Counter[tuple[str, str]] = Counter()
    for placement in index.analysis.linkage.placements:
        chain = [clusters.get(one, one) for one in reversed(placement.source_ids) if one in index.sources]
        for one, other in itertools.pairwise(chain):
            if one != other:
                counts[one, other] += 1
    return counts


def _find_layers(counts: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Return 0 for those who are only passed on, 2 for those who only pass on, 1 for those who do both."""
    speaks, relays = {one for one, _ in counts}, {other for _, other in counts}
    return {node: (0 if node not in relays else 2 if node not in speaks else 1) for node in speaks | relays}


def _order(shown: Mapping[int, list[str]], edges: Mapping[tuple[str, str], int]) -> None:
    """Order each layer by where its neighbours stand, weighted by claims; equals by what they were."""
    neighbours: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (one, other), claims in edges.items():
        neighbours[one].append((other, claims))
        neighbours[other].append((one, claims))
    for _ in range(SWEEPS):
        for members in shown.values():
            at = {node: place for each in shown.values() for place, node in enumerate(each)}
            own = {node: place for place, node in enumerate(members)}

            def centre(node: str, at: dict[str, int] = at, own: dict[str, int] = own) -> tuple[float, int]:
                near = [(at[other], claims) for other, claims in neighbours[node] if other in at]
                mass = sum(claims for _, claims in near)
                return (sum(place * claims for place, claims in near) / mass if mass else own[node], own[node])

            members.sort(key=centre)


def _place(shown: Mapping[int, Sequence[str]]) -> dict[str, tuple[float, float]]:
    tallest = max((len(members) for members in shown.values()), default=1)
    return {
        node: (LAYER_X[layer], ROW * (place + (tallest - len(members)) / 2) + ROW / 4)
        for layer, members in shown.items()
        for place, node in enumerate(members)
    }


def _make_node(
    node: str,
    layer: int,
    claims: int,
    place: tuple[float, float],
    index: AnalysisIndex,
    outlets: Counter[str],
) -> GraphNode:
    source = index.sources.get(node)
    name = show_inline(source.name) if source else _name_cluster(node, index, outlets[node])
    return GraphNode(
        id=node,
        name=name if len(name) <= NAME_CHARS else f"{name[: NAME_CHARS - 1]}…",
        layer=layer,
        claims=claims,
        parties=list_parties(source) if source else (),
        outlets=outlets[node],
        x=place[0],
        y=place[1],
    )


def list_parties(source: Source) -> tuple[Party, ...]:
    """Return how a source is tied to the event: accused, target; nothing where it is neither."""
    return tuple(dict.fromkeys(tie.party for tie in source.parties if tie.party in (Party.ACCUSED, Party.TARGET)))


def _name_cluster(node: str, index: AnalysisIndex, outlets: int) -> str:
    origin = index.origins.get(node.removeprefix(COPIES))
    return f"{outlets} outlets that copy {show_inline(origin.holder) if origin else 'one report'}"


def _draw_edge(one: tuple[float, float], other: tuple[float, float]) -> str:
    middle = ROW / 2 - 3
    x1, y1, x2, y2 = one[0] + NODE_WIDTH, one[1] + middle, other[0], other[1] + middle
    if x2 <= x1:
        # Both in one layer: bow out to the right.
        return f"M{x1:.0f} {y1:.0f}C{x1 + 60:.0f} {y1:.0f} {x1 + 60:.0f} {y2:.0f} {x1:.0f} {y2:.0f}"
    bend = (x2 - x1) / 2
    return f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
