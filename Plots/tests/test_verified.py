"""Damaged and foreign tables are never used in silence."""

import json
import os
import shlex
import shutil
import subprocess
import sys

import pandas as pd
import pytest
from conftest import PROJECT, seal

from cogov_plots import Results, ResultsError, manifest
from cogov_plots.cli import main
from cogov_plots.figures import make
from cogov_plots.options import Options
from cogov_plots.report import write


def lines(path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(True)


def change(path, edit) -> None:
    """Edits the lines of a file."""
    path.write_text("".join(edit(lines(path))), encoding="utf-8")


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


# The checksum


def test_checksums_are_those_that_cogov_writes(fresh):
    recorded = json.loads((fresh / "manifest.json").read_text(encoding="utf-8"))
    assert set(recorded["tables"]) >= {"runs.csv", "series.csv", "flows.csv", "places.csv"}
    for name, table in recorded["tables"].items():
        assert manifest.checksum(fresh / name) == table["checksum"], name
    assert manifest.plan_checksum(fresh / "manifest.json") == recorded["checksum"]


def test_many_blocks_at_once_give_the_same_checksum(tmp_path, monkeypatch):
    path = tmp_path / "table"
    path.write_bytes(bytes(range(256)) * (9 << 10) + b"the last words")
    slow = manifest.checksum(path)
    monkeypatch.setattr(manifest, "FEW", 1)
    assert manifest.checksum(path) == slow
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert manifest.checksum(path) != slow


# With a manifest


@pytest.mark.parametrize(
    ("table", "edit", "told"),
    [
        ("runs.csv", lambda rows: rows[:-1], "bytes expected"),
        ("runs.csv", lambda rows: [*rows[:4], changed(rows[4], "1", "2"), *rows[5:]], "checksum"),
        ("runs.csv", lambda rows: [*rows[:4], rows[4][:30]], "bytes expected"),
        ("series.csv", lambda rows: rows[:-1], "bytes expected"),
        ("series.csv", lambda rows: [*rows[:4], changed(rows[4], "1", "2"), *rows[5:]], "checksum"),
        ("flows.csv", lambda rows: [*rows[:4], changed(rows[4], "1", "2"), *rows[5:]], "checksum"),
        ("places.csv", lambda rows: rows[:1] + rows[2:], "bytes expected"),
    ],
)
def test_changed_tables_are_told_with_the_command_that_repairs_them(copied, table, edit, told, capsys):
    change(copied / table, edit)
    figure = {"runs.csv": "plane", "series.csv": "series", "flows.csv": "flows", "places.csv": "map"}[table]
    assert main([figure, str(copied)]) == 3
    error = capsys.readouterr().err
    assert f"{copied / table} was changed since the batch wrote it" in error
    assert told in error and "found" in error and "--resume" in error
    assert "cogov batch Plots/tests/data/experiment.json5 --seed 7 --replicates 3 --places" in error
    assert "Traceback" not in error
    assert main(["report", str(copied)]) == 3
    assert not (copied / "report.html").exists()


def test_the_command_repairs_it(fresh, program, tmp_path):
    shutil.copytree(fresh.parent, tmp_path / "batch")
    folder = tmp_path / "batch" / "results"
    change(folder / "runs.csv", lambda rows: rows[:-1])
    with pytest.raises(ResultsError) as error:
        Results(folder)
    command = shlex.split(str(error.value).split("This writes it anew: ")[1])
    assert command[-1] == "--resume"
    words = [str(program), *command[1:], "--quiet"]
    subprocess.run(words, cwd=tmp_path / "batch", check=True, capture_output=True, timeout=300)
    assert Results(folder).unverified == []
    assert (folder / "runs.csv").read_bytes() == (fresh / "runs.csv").read_bytes()


def test_the_table_of_another_batch_is_told(fresh, copied):
    shutil.copy(fresh / "runs.csv", copied)
    with pytest.raises(ResultsError, match="was changed since"):
        Results(copied)


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ({"replicates": 4}, "32 runs expected, 24 found; missing: decisions=0.3_hub:4"),
        ({"replicates": 2}, "16 runs expected, 24 found; not expected: "),
        ({"replicates": 10**15}, "is not what cogov writes"),
        ({"replicates": 10**6}, "8,000,000 runs expected, 24 found"),
        ({"seed": 8}, "the seed 8 expected in all rows, 7 found"),
        ({"baseline": "elsewhere"}, "no run of 'elsewhere', the baseline that manifest.json names"),
        ({"variants": [{"name": 3}]}, "is not what cogov writes"),
    ],
)
def test_tables_that_do_not_fit_the_plan_are_told(copied, plan, told):
    seal(copied, plan=plan)
    with pytest.raises(ResultsError, match=told):
        Results(copied)


def test_the_baseline_is_that_of_the_experiment(copied):
    name = "decisions=0.6_no-hub"
    seal(copied, plan={"baseline": name})
    assert Results(copied).baseline == name
    assert Results(copied, baseline="decisions=0_hub").baseline == "decisions=0_hub"


def test_runs_that_failed_are_not_expected(copied):
    change(copied / "runs.csv", lambda rows: rows[:-1])
    change(copied / "series.csv", lambda rows: rows[:-4])
    row = lines(copied / "runs.csv")[-1].split(",")[0]
    (copied / "failures.csv").write_text(f"variant,replicate,seed,week\n{row},3,7,\n", encoding="utf-8")
    package = json.loads((copied / "datapackage.json").read_text(encoding="utf-8"))
    fields = [{"name": n, "type": "string" if n == "variant" else "integer"} for n in KEY]
    package["resources"].append({"name": "failures", "path": "failures.csv", "schema": {"fields": fields}})
    (copied / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    seal(copied, status="finishedWithFailures")
    results = Results(copied)
    assert len(results.runs) == 23 and len(results.series(["order"])) == 23 * 4


KEY = ("variant", "replicate", "seed", "week")


@pytest.mark.parametrize("status", ["running", "stopped"])
def test_an_unfinished_batch_is_told(copied, status):
    seal(copied, status=status, finished=20)
    with pytest.raises(ResultsError, match=r"unfinished batch: 20 of 24 runs .* cogov batch"):
        Results(copied)


def test_a_plan_that_was_edited_is_told(copied):
    path = copied / "manifest.json"
    path.write_text(changed(path.read_text(encoding="utf-8"), '"seed" : 7', '"seed" : 9'), encoding="utf-8")
    with pytest.raises(ResultsError, match="the plan is not as cogov wrote it: checksum"):
        Results(copied)


# Without one


def test_without_a_manifest_all_is_unverified_and_said_so(loose, capsys):
    assert main([str(loose), "--format", "svg"]) == 0
    notes = capsys.readouterr().err
    assert notes.count("unverified") == 1 and "runs.csv, series.csv, flows.csv, places.csv" in notes
    words = "Unverified, as no manifest records what they should be: runs.csv."
    svg = (loose / "figures" / "plane.svg").read_text(encoding="utf-8")
    assert words in " ".join(part.split("<")[0] for part in svg.split(">"))
    page = write(Results(loose), loose / "report.html").read_text(encoding="utf-8")
    assert "Unverified: no manifest records" in page


def test_a_verified_batch_says_nothing_of_it(copied, capsys):
    assert main(["plane", str(copied), "--format", "svg"]) == 0
    svg = (copied / "figures" / "plane.svg").read_text(encoding="utf-8")
    assert "nverified" not in capsys.readouterr().err + svg


def _column(row: int, name: str, value: str):
    """Puts a value into a field."""

    def edit(rows):
        at = rows[0].rstrip("\n").split(",").index(name)
        fields = rows[row].rstrip("\n").split(",")
        fields[at] = value
        return [*rows[:row], ",".join(fields) + "\n", *rows[row + 1 :]]

    return edit


@pytest.mark.parametrize(
    ("table", "edit", "told"),
    [
        ("runs", _column(5, "seed", "8"), "the seed 7 expected .*, 8 found in run decisions=0_hub:2"),
        ("runs", lambda rows: [*rows, rows[3]], "run decisions=0_no-hub:3 is there twice"),
        ("runs", _column(3, "order", "inf"), "line 4, column 'order': a finite number expected, found 'inf'"),
        ("runs", _column(3, "order", "1e999"), "line 4, column 'order': .* found '1e999'"),
        ("runs", _column(3, "order", "nan"), "line 4, column 'order': .* found 'nan'"),
        ("runs", _column(3, "order", "much"), "line 4, column 'order': .* found 'much'"),
        ("runs", _column(3, "order", "80.0.0"), "line 4, column 'order': .* found '80.0.0'"),
        ("runs", _column(3, "replicate", "1.5"), "line 4, column 'replicate': a whole number .* found '1.5'"),
        ("runs", _column(3, "replicate", ""), "line 4, column 'replicate': a whole number .* found nothing"),
        ("runs", lambda rows: [*rows[:3], rows[3][:40] + "\n"], r"line 4: \d+ fields expected, 6 found"),
        ("runs", lambda rows: [*rows[:-1], rows[-1][:-4]], "the last line has no end"),
        ("runs", lambda rows: [changed(rows[0], "vitality", "order"), *rows[1:]], "'order' is there twice"),
        ("series", lambda rows: rows[:-4], "series.csv: 24 runs expected, 23 found; missing: "),
        ("series", lambda rows: [*rows, rows[7]], "run decisions=0_no-hub:2, week 24 is there twice"),
        ("series", _column(9, "order", "-inf"), "line 10, column 'order'"),
        ("flows", lambda rows: [*rows, rows[7]], "from .* is there twice"),
        ("flows", _column(9, "amount", "1e400"), "line 10, column 'amount'"),
        ("places", lambda rows: [*rows, rows[7]], "place custom .* is there twice"),
        ("places", _column(9, "vitality", "Infinity"), "line 10, column 'vitality'"),
    ],
)
def test_unverified_tables_are_looked_through(loose, table, edit, told):
    change(loose / f"{table}.csv", edit)
    with pytest.raises(ResultsError, match=told):
        results = Results(loose)
        {"series": lambda: results.series(["order"]), "flows": lambda: results.flows}.get(
            table, lambda: results.places
        )()


def test_no_damage_ends_in_a_traceback(loose, capsys):
    change(loose / "runs.csv", lambda rows: [*rows, rows[3]])
    for command in ("all", "report", "plane"):
        assert main([command, str(loose)]) == 3
        assert "is there twice" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "figure", "column"),
    [
        ("claims.csv", "claims", "effect"),
        ("tests.csv", "claims", "low"),
        ("sensitivity.csv", "sensitivity", "S1"),
    ],
)
@pytest.mark.parametrize("value", ["inf", "1e999", "much"])
def test_numbers_of_other_tables_are_numbers(loose, file, figure, column, value):
    change(loose / file, _column(1, column, value))
    with pytest.raises(ResultsError, match=f"{file}, line 2, column '{column}': .* found '{value}'"):
        make(figure, Results(loose), Options())


def test_large_seeds_are_compared_to_the_last_digit(loose):
    for table in ("runs", "series"):
        frame = pd.read_csv(loose / f"{table}.csv", dtype=str, keep_default_na=False)
        frame["seed"] = "18446744073709551615"
        if table == "runs":
            frame.loc[3, "seed"] = "18446744073709551614"
        frame.to_csv(loose / f"{table}.csv", index=False)
    with pytest.raises(ResultsError, match="18446744073709551614 found"):
        Results(loose)


@pytest.mark.parametrize("name", ["manifest.json", "datapackage.json", "runs.csv"])
def test_what_is_no_file_is_refused(loose, name):
    """A pipe would be waited for without end."""
    (loose / name).unlink(missing_ok=True)
    os.mkfifo(loose / name)
    with pytest.raises(ResultsError, match="is no file"):
        Results(loose).runs  # noqa: B018


def test_no_picture_is_made_without_results(program, tmp_path):
    """The picture of claims comes from results of claims, or stays as it is."""
    script = PROJECT / "Plots/gallery/make.py"
    kept = (script.parent / "claims.png").read_bytes()
    done = subprocess.run(
        [sys.executable, script, "--cogov", program, "--claims", tmp_path / "none", "claims"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "claims" in done.stderr
    assert (script.parent / "claims.png").read_bytes() == kept
