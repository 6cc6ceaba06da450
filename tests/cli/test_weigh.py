"""`rashomon weigh`: settings and priors tried, priors kept and taken back, contradictions told."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def case(case_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A copy of the case, alone in the current folder."""
    monkeypatch.chdir(tmp_path)
    return str(shutil.copy(case_file, tmp_path / "fire.rashomon"))


def weigh(run: Run, *words: str) -> dict[str, object]:
    result = run("weigh", *words, "--by", "Ada", "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def chances(shape: dict[str, object], what: str = "probability") -> dict[str, float]:
    return {one["label"]: one[what] for one in shape["hypotheses"]}


def test_without_options_it_is_the_judgement_that_is_kept(run: Run, case: str) -> None:
    shape = weigh(run)
    assert chances(shape) == pytest.approx(chances(shape, "kept"))
    assert all(setting["value"] == setting["default"] for setting in shape["settings"])
    assert sum(chances(shape, "prior").values()) == pytest.approx(1)


def test_settings_move_the_judgement_and_are_told(run: Run, case: str) -> None:
    shape = weigh(run, "--set", "testimony_bits=3", "--set", "testimony_ceiling=0.9", "--samples", "100", "--seed", "7")
    changed = {s["name"]: s["value"] for s in shape["settings"] if s["value"] != s["default"]}
    assert changed == {"testimony_bits": 3.0, "testimony_ceiling": 0.9, "samples": 100.0, "seed": 7.0}
    assert chances(shape) != chances(shape, "kept")
    assert "testimony_bits      3 (not 1)" in run("weigh", "--set", "testimony_bits=3").stdout


def test_a_seed_draws_other_samples_and_moves_no_probability(run: Run, case: str) -> None:
    one, other = weigh(run), weigh(run, "--seed", "1")
    assert chances(one) == chances(other)
    assert chances(one, "low") != chances(other, "low")
    assert chances(one, "low") == pytest.approx(chances(other, "low"), abs=0.03)
    assert weigh(run, "--seed", "1") == other


def test_priors_alone_leave_the_evidence_out(run: Run, case: str) -> None:
    shape = weigh(run, "--priors-alone", "--prior", "Varda Line=0.1")
    assert chances(shape) == pytest.approx(chances(shape, "prior"))
    assert chances(shape)["Varda Line"] == pytest.approx(0.1)


def test_priors_are_kept_only_on_demand_and_taken_back(run: Run, case: str) -> None:
    before = weigh(run)
    tried = weigh(run, "--prior", "Varda Line=10%")
    assert weigh(run) == before
    weigh(run, "--prior", "Varda Line=10%", "--keep", "--why", "never did such a thing")
    kept = weigh(run)
    assert chances(kept) == pytest.approx(chances(tried))
    (prior,) = kept["priors"]
    assert prior["probability"] == pytest.approx(0.1)
    page = run("weigh").stdout
    assert "Varda Line is 10 % likely before any evidence" in page
    assert "never did such a thing" in page
    assert run("undo", prior["decision_id"]).exit_code == 0
    assert chances(weigh(run)) == pytest.approx(chances(before))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--prior", "Varda Line=0.6", "--prior", "Dockers' Union=0.6"), "R-WEIGH-004"),
        (("--prior", "Varda Line=0"), "R-WEIGH-004"),
        (("--prior", "Varda Line=1"), "R-WEIGH-004"),
        (("--prior", "Varda Line=nan"), "R-WEIGH-004"),
        (("--prior", "Varda Line=inf"), "R-WEIGH-004"),
        (("--prior", "nobody=0.5"), "R-CASE-004"),
        (("--set", "no_such=1"), "R-WEIGH-005"),
        (("--set", "ceiling=1"), "R-WEIGH-003"),
        (("--set", "ceiling=high"), "R-WEIGH-003"),
        (("--set", "interest=nan"), "R-WEIGH-002"),
        (("--set", "testimony_bits"), "R-WEIGH-006"),
        (("--samples", "-1"), "R-WEIGH-003"),
        (("--seed", "-1"), "R-WEIGH-003"),
    ],
)
def test_what_cannot_be_weighed_is_one_line_and_keeps_nothing(
    run: Run, case: str, words: tuple[str, ...], code: str
) -> None:
    keep = ("--keep",) if "--prior" in words else ()
    result = run("weigh", *words, *keep)
    assert result.exit_code == 2
    assert result.stderr.startswith(code), result.stderr
    assert weigh(run)["priors"] == []


def test_keeping_without_priors_is_a_usage_error(run: Run, case: str) -> None:
    assert run("weigh", "--keep").exit_code == 2


def test_contradicting_an_earlier_prior_is_told_before_it_is_kept(run: Run, case: str) -> None:
    weigh(run, "--prior", "Varda Line=0.7", "--keep")
    result = run("weigh", "--prior", "Dockers' Union=0.5", "--keep")
    assert result.exit_code == 2
    assert result.stderr.startswith("R-WEIGH-004: priors add up to 1.2")
    assert len(weigh(run)["priors"]) == 1


def test_the_page_fits(run: Run, case: str) -> None:
    assert max(map(len, run("weigh", "--set", "ceiling=0.5").stdout.splitlines())) <= 100
