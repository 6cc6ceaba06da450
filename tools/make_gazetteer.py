"""Write src/rashomon/model/tables/factbook.tsv: demonyms and formal names of the CIA World Factbook, public domain.

usage: make_gazetteer.py [--check]

They are read from the package `pyworldatlas` (group dev), which tells where each value comes from; what does not come
from the Factbook is left out. Only words that our own tables lack are written, and none that would stand for two
places.

--check    exit 1 if the file is not what would be written
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyworldatlas import Atlas

from rashomon.model.gazetteer import fold_name

TABLES = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "model" / "tables"
TABLE = TABLES / "factbook.tsv"
FACTBOOK = "cia-world-factbook-2025"
_OTHERS = frozenset({"un-protocol-country-names-2025", "wikidata-official-names-2026-07-21"})
"""Where the package has formal names from that the Factbook has not, or not as they are used now."""
_HEADER = """\
# Demonyms and formal names of the CIA World Factbook (public domain), as structured by pyworldatlas {version} (MIT).
# Made by tools/make_gazetteer.py; do not edit. Left out: what states.tsv or bodies.tsv has, words for two places.
name\tdemonyms\tformal names
"""
_ASIDE = re.compile(r"\([^)]*\)|;? ?note\b.*$")
_WORDS = re.compile(r"[^\W\d_][\w' -]*\w")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    table = make_table()
    if parser.parse_args().check:
        return 0 if TABLE.read_text("utf-8") == table else 1
    TABLE.write_text(table, "utf-8")
    print(f"{TABLE.name}: {len(table.encode())} bytes")
    return 0


def make_table() -> str:
    """Return the text of the table."""
    taken = dict(_own_words())
    rows: dict[str, tuple[list[str], list[str]]] = {}
    with Atlas() as atlas:
        version = atlas.dataset_info().library_version
        for country in sorted(atlas.countries(), key=lambda one: one.name):
            names = (country.name, country.official_name or "", country.formal_name or "", *country.aliases)
            place = next((taken[folded] for folded in map(fold_name, names) if folded in taken), None)
            if place is not None:
                rows[place] = (list(_demonyms(country.demonym)), list(_formal_names(country)))
    meant = Counter(word for both in rows.values() for word in {fold_name(one) for words in both for one in words})
    lines = []
    for place, both in rows.items():
        cells = [",".join(w for w in words if fold_name(w) not in taken and meant[fold_name(w)] == 1) for words in both]
        if any(cells):
            lines.append("\t".join((place, *cells)).rstrip() + "\n")
    return _HEADER.format(version=version) + "".join(sorted(lines))


def _own_words() -> Iterator[tuple[str, str]]:
    """Yield every word of our own tables, folded, plurals of demonyms too, with the place it means, "" for a body."""
    for name, _, *columns in _rows("bodies.tsv"):
        for alias in (name, *"".join(columns[2:]).split(",")):
            yield fold_name(alias.lstrip("=?")), ""
    for name, _, *columns in _rows("states.tsv"):
        for word in (name, *",".join(columns).split(",")):
            yield fold_name(word), name
        for demonym in "".join(columns[1:2]).split(","):
            yield fold_name(demonym + "s"), name


def _rows(name: str) -> list[list[str]]:
    lines = (TABLES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def _demonyms(demonym: Any) -> Iterator[str]:
    """Yield noun and adjective of "Briton(s), British (collective plural)" and the like, each once."""
    if demonym is None or demonym.source.id != FACTBOOK:
        return
    found: dict[str, None] = {}
    for cell in (demonym.adjective or "", demonym.noun or ""):
        for word in re.split(r"\s*[,;]\s*(?:or )?|\s+or\s+", _ASIDE.sub("", cell).strip()):
            if _WORDS.fullmatch(word) and word[0].isupper() and word != "NA":
                found[word] = None
    yield from found


def _formal_names(country: Any) -> Iterator[str]:
    sources = {source.id for source in country.sources}
    name = (country.formal_name or "").replace("’", "'")
    if _WORDS.fullmatch(name) and FACTBOOK in sources and not sources & _OTHERS:
        yield name


if __name__ == "__main__":
    sys.exit(main())
