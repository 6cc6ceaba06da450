"""The figures on bundles of plain news: those whose errors are read, and those set aside."""

from collections.abc import Iterator

from figures import ROOT, Figure
from score_news import score_folder, summarize

NEWS = ROOT / "benchmarks" / "news"


def news_figures() -> Iterator[Figure]:
    """Yield answers and holders found in plain news; errors are read on the first set only."""
    sets = (("news", "plain news", NEWS), ("aside_news", "plain news set aside", NEWS / "set_aside"))
    for name, told, folder in sets:
        found = summarize([outcome for _, outcome in score_folder(folder)])
        held = "higher" if name == "news" else ""
        bundles = f"{told}, {int(found['bundles'])} bundles"
        yield Figure(name=f"{name}_answers", value=found["answers"], what=f"{bundles}: answers found", better=held)
        yield Figure(name=f"{name}_holders", value=found["holders"], what=f"{told}: holders found", better=held)
        yield Figure(name=f"{name}_more", value=found["more"], what=f"{told}: hypotheses that nobody expected")
