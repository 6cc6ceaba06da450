"""The scorer of plain news."""

from score_news import score_bundle, summarize


def hypothesis(label, *, advances=(), denies=(), residual=False):
    holders = {"advances": list(advances), "denies": list(denies)}
    return {"label": label, "aliases": [], "holders": holders, "residual": residual}


def test_each_hypothesis_stands_for_one_answer():
    expected = {"answer": ["army"], "advances": ["rebels"], "denies": []}
    bundle = {"expected": [expected, {**expected, "advances": []}]}
    out = {"hypotheses": [hypothesis("Army", advances=["Rebels"]), hypothesis("something else", residual=True)]}
    outcome = score_bundle(bundle, out)
    assert (outcome.answers, outcome.found, outcome.sides, outcome.held, outcome.hypotheses) == (2, 1, 1, 1, 1)


def test_figures_count_what_nobody_expected():
    out = {"hypotheses": [hypothesis("Army"), hypothesis("Mind")]}
    bundle = {"expected": [{"answer": ["army"], "advances": [], "denies": ["general"]}]}
    assert summarize([score_bundle(bundle, out)]) == {"bundles": 1, "answers": 1.0, "holders": 0.0, "more": 0.5}
