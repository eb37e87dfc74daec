"""The scripts of Scenarios: what they say where something is missing or wrong, and that no work is lost."""

import os
import pty
import re
import shutil
import signal
import subprocess
import sys

import pandas as pd
import pytest
from conftest import PROJECT

SCRIPTS = ["search/search.py", "calibration/calibrate.py", "sensitivity/morris.py"]
# Small runs of each script, by its name.
SMALL = {
    "search/search.py": "--generations 12 --population 4 --replicates 1 --confirm 2 --money 4 --hours 4",
    "calibration/calibrate.py": "search --rounds 12 --points 8",
    "sensitivity/morris.py": "--trajectories 2",
}
# What each writes in the end: a file, or else its standard output.
TABLE = {"search/search.py": "bundles.csv", "sensitivity/morris.py": "elementary.csv"}
TINY = """{
  title: "Tiny", %s
  city: { residents: 900, neighbourhoods: 1 }, weeks: { burnIn: 4, observed: 53, interval: 4 },
}"""


@pytest.fixture(scope="session")
def scenarios(tmp_path_factory):
    """A copy of the scripts with tiny worlds."""
    folder = tmp_path_factory.mktemp("project") / "Scenarios"
    names = ("search", "calibration", "sensitivity")
    for name in names:
        shutil.copytree(
            PROJECT / "Scenarios" / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(PROJECT / "Scenarios" / "scripting.py", folder)
    (folder / "tradeoff").mkdir()
    (folder / "tradeoff" / "baseline.json5").write_text(TINY % "")
    base = (folder / "search" / "base.json5").read_text()
    mechanisms = re.search(r"^  mechanisms: \{.*?^  \},", base, re.M | re.S)[0]
    (folder / "search" / "base.json5").write_text(TINY % mechanisms)
    (folder / "calibration" / "base.json5").write_text(TINY % "")
    # A year without an election.
    patterns = pd.read_csv(folder / "calibration" / "patterns.csv", dtype=str)
    patterns[~patterns.measure.str.startswith("turnout")].to_csv(
        folder / "calibration" / "patterns.csv", index=False
    )
    for path in (folder / "sensitivity").glob("*.json5"):
        path.write_text(TINY % "")
    return folder


@pytest.fixture
def call(scenarios, program, tmp_path):
    """Runs a script to its end in the empty folder of the test."""

    def run(script, words, *, interpreter=(), **environment):
        return subprocess.run(
            [sys.executable, *interpreter, scenarios / script, *words.split()],
            cwd=tmp_path,
            env=os.environ | {"COGOV": str(program)} | environment,
            capture_output=True,
            text=True,
        )

    return run


@pytest.mark.parametrize("script", SCRIPTS)
def test_help_needs_no_package(call, script):
    done = call(script, "--help", interpreter=["-S"])
    assert done.returncode == 0 and done.stderr == ""
    assert "pip install" in done.stdout and "swift build" in done.stdout


@pytest.mark.parametrize("script", SCRIPTS)
def test_says_in_one_line_what_to_install(call, script):
    done = call(script, SMALL[script], interpreter=["-S"])
    (line,) = done.stderr.splitlines()
    assert done.returncode == 4 and "pip install numpy pandas" in line


@pytest.mark.parametrize("script", SCRIPTS)
def test_says_how_to_build_where_there_is_no_program(call, script, tmp_path):
    for missing in ["", str(tmp_path / "none"), str(tmp_path)]:
        done = call(script, f"{SMALL[script]} --out results", COGOV=missing)
        assert done.returncode == 4 and "swift build -c release" in done.stderr
        assert "Traceback" not in done.stderr and not (tmp_path / "results").exists()


@pytest.mark.parametrize(
    ("script", "words", "reason"),
    [
        ("search/search.py", "--measures vitality,ordre", "did you mean 'order'"),
        ("search/search.py", "--measures order,-order", "expected one|more than once|invalid"),
        ("search/search.py", "--measures=order,order", "more than once"),
        ("search/search.py", "--measures=vitality,", "''"),
        ("search/search.py", "--confirm 1", "no interval"),
        ("search/search.py", "--population 3", "fewer than 4"),
        ("search/search.py", "--generations 0", "fewer than 1"),
        ("search/search.py", "--money 0", "share above 0"),
        ("search/search.py", "--money nan", "share above 0"),
        ("search/search.py", "--money 0.01", "out of reach"),
        ("search/search.py", "--hours 0.05", "out of reach"),
        ("calibration/calibrate.py", "search --points 7", "fewer than 8"),
        ("calibration/calibrate.py", "search --rounds 0", "fewer than 1"),
        ("calibration/calibrate.py", "search --replicates 4", "unrecognized"),
        ("calibration/calibrate.py", "report --replicates 1", "no interval"),
        ("calibration/calibrate.py", "report --rounds 2", "unrecognized"),
        ("calibration/calibrate.py", "", "required"),
        ("sensitivity/morris.py", "--trajectories 1", "neither a spread of effects nor an interval"),
        ("sensitivity/morris.py", "--levels 5", "even number"),
        ("sensitivity/morris.py", "--report", "without --report"),
    ],
)
def test_mistakes_are_found_before_anything_is_computed(call, tmp_path, script, words, reason):
    done = call(script, f"{words} --out results" if words else "")
    assert done.returncode == 2 and re.search(reason, done.stderr), done.stderr
    assert "Traceback" not in done.stderr and not (tmp_path / "results").exists()


def settings_of(folder):
    return sorted(folder.rglob("settings.json"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_stop_loses_nothing_and_other_settings_are_refused(call, scenarios, program, tmp_path, script):
    words = SMALL[script].split()
    whole = call(script, f"{SMALL[script]} --out whole")
    assert whole.returncode == 0, whole.stderr
    assert re.search(r"\d+ of \d+ runs, about .+ left in all", whole.stderr)

    # Stopped as soon as its first progress is seen; only the script gets the signal.
    script_of = [sys.executable, scenarios / script, *words, "--out", "results"]
    environment = os.environ | {"COGOV": str(program)}
    with subprocess.Popen(
        script_of, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as child:
        pattern = re.compile(r"(generation|round|screening).* \d+ of \d+ runs")
        assert any(pattern.search(line) for line in child.stderr)
        child.send_signal(signal.SIGINT)
        rest = child.stderr.read()
    assert child.returncode == 130, rest
    assert "The same command goes on from there" in rest and "Traceback" not in rest
    kept = settings_of(tmp_path / "results")[0].parent
    finished = set(kept.rglob(".parts/*")) | set(kept.rglob("runs.csv"))
    assert finished

    again = call(script, f"{SMALL[script]} --out results")
    assert again.returncode == 0 and again.stdout == whole.stdout.replace("whole/", "results/"), again.stderr
    if script in TABLE:
        assert (tmp_path / "results" / TABLE[script]).read_bytes() == (
            tmp_path / "whole" / TABLE[script]
        ).read_bytes()

    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    other = call(script, f"{SMALL[script]} --seed 77 --out results")
    assert other.returncode == 2 and "seed" in other.stderr and "--out" in other.stderr
    assert before == {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    settings_of(kept)[0].unlink()
    unknown = call(script, f"{SMALL[script]} --out results")
    assert unknown.returncode == 2 and "no settings.json" in unknown.stderr


def test_on_a_terminal_progress_is_one_line(scenarios, program, tmp_path):
    ours, theirs = pty.openpty()
    words = SMALL["calibration/calibrate.py"].split()
    with subprocess.Popen(
        [sys.executable, scenarios / "calibration/calibrate.py", *words, "--out", tmp_path / "results"],
        env=os.environ | {"COGOV": str(program)},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = b""
        try:
            while block := os.read(ours, 4096):
                shown += block
        except OSError:
            pass
    os.close(ours)
    assert re.search(rb"\rround 2 of 12: \d+ of 16 runs, about .+ left in all\x1b\[K", shown), shown[-500:]
    assert b"\n" not in shown and shown.endswith(b"\r\x1b[K")


def test_a_longer_search_goes_on_and_a_shorter_one_is_refused(call):
    for rounds, status in [("2", 0), ("3", 0), ("2", 2)]:
        done = call("calibration/calibrate.py", f"search --rounds {rounds} --points 8 --out results")
        assert done.returncode == status, done.stderr
    assert "holds results of rounds = 3, more than 2" in done.stderr


def test_patterns_that_no_point_can_be_judged_by_are_named(call, scenarios):
    patterns = scenarios / "calibration" / "patterns.csv"
    good = patterns.read_text()
    patterns.write_text(good + "P3,turnout_true,0.479,0.479,0.03,47,turnout\n")
    try:
        done = call("calibration/calibrate.py", "search --rounds 1 --points 8 --out results")
    finally:
        patterns.write_text(good)
    assert done.returncode == 2 and "undefined in the others: turnout_true" in done.stderr


def test_what_the_program_refuses_is_shown_as_it_says_it(call, scenarios):
    base = scenarios / "calibration" / "base.json5"
    good = base.read_text()
    base.write_text(good.replace("residents", "resident"))
    try:
        done = call("calibration/calibrate.py", "search --rounds 1 --points 8 --out results")
    finally:
        base.write_text(good)
    assert done.returncode == 3 and "did you mean 'residents'" in done.stderr
    assert "Traceback" not in done.stderr


def test_met_is_only_what_lies_inside_the_target(monkeypatch):
    monkeypatch.syspath_prepend(PROJECT / "Scenarios" / "calibration")
    import calibrate

    pattern = pd.Series({"low": 0.5, "high": 1.0, "tolerance": 0.1})
    verdicts = [calibrate.judged(value, pattern) for value in [0.5, 1.0, 0.417, 1.1, 0.35, float("nan")]]
    assert verdicts == [
        "met",
        "met",
        "within one tolerance",
        "within one tolerance",
        "missed by 1.50 tolerances",
        "undefined",
    ]


def test_the_report_of_the_patterns_has_verdict_and_interval(call, scenarios):
    done = call("calibration/calibrate.py", "report --replicates 2 --out results")
    assert done.returncode == 0, done.stderr
    rows = re.findall(r"^\| \w+ \| `\w+` \| .+ \| .+ \| (.+) \|$", done.stdout, re.M)
    assert len(rows) == len(pd.read_csv(scenarios / "calibration" / "patterns.csv"))
    assert all(re.fullmatch(r"met|within one tolerance|missed by .+|undefined", verdict) for verdict in rows)
