"""`rashomon weigh --base-rates`: priors with a source, kept as decisions; a clear refusal where no table fits."""

import json

REPORTS = (
    {"id": "a", "publisher": "Almar Courier", "published_at": "2031-04-02T06:00:00Z",
     "text": "Investigators said on Wednesday that a bomb caused the crash of the airliner near Almar."},
    {"id": "b", "publisher": "The Beacon", "published_at": "2031-04-02T08:00:00Z",
     "text": "The airline said that pilot error caused the crash of the airliner near Almar."},
    {"id": "c", "publisher": "The Herald", "published_at": "2031-04-02T09:00:00Z",
     "text": "Transport minister Ansa Velk said that engine failure caused the crash of the airliner near Almar."},
)  # fmt: skip


def test_the_priors_are_the_tables_and_are_kept_with_their_source(run, write_lines, tmp_path):
    feed, case = write_lines(tmp_path / "r.jsonl", *REPORTS), str(tmp_path / "air.rashomon")
    asked = ("--question", "What caused the crash of the airliner near Almar?")
    assert run("analyze", feed, *asked, "--case", case).exit_code == 0
    told = json.loads(run("weigh", case, "--base-rates", "--keep", "--by", "Ada", "--json").stdout)
    assert told["base_rates"]["table"] == "airliner-crashes"
    assert told["base_rates"]["source"].startswith("PlaneCrashInfo")
    rows = {one["hypothesis_id"]: one["row"] for one in told["base_rates"]["answers"]}
    priors = {rows[one["hypothesis_id"]]: one["prior"] for one in told["hypotheses"]}
    assert priors["pilot error"] > priors["mechanical failure"] > priors["sabotage"]
    page = run("weigh", case).stdout
    assert "PlaneCrashInfo" in page


def test_a_question_of_who_has_none(run, write_lines, tmp_path):
    feed, case = write_lines(tmp_path / "r.jsonl", *REPORTS), str(tmp_path / "air.rashomon")
    asked = ("--question", "Who bombed the airliner near Almar?")
    run("analyze", feed, *asked, "--case", case)
    done = run("weigh", case, "--base-rates")
    assert done.exit_code == 2 and "R-WEIGH-008" in done.output
