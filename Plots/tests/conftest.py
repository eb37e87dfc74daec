"""Results for the tests: a small committed folder, and folders that `cogov` makes during the run."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import pytest

from cogov_plots import Results
from cogov_plots.manifest import checksum, plan_checksum

matplotlib.use("Agg")
HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
COMMITTED = HERE / "data" / "results"
HANGS = 3600
"""Seconds after which a process is taken to hang, on however busy a machine."""


@pytest.fixture(autouse=True)
def close_figures():
    """No test leaves figures behind."""
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def program() -> Path:
    """The built `cogov`: the environment variable COGOV, or the release or debug build of the project."""
    places = [os.environ.get("COGOV"), PROJECT / ".build/release/cogov", PROJECT / ".build/debug/cogov"]
    for place in places:
        if place and Path(place).is_file():
            return Path(place).resolve()
    pytest.skip("cogov is not built: swift build -c release, or set COGOV")


@pytest.fixture(scope="session")
def batch(program, tmp_path_factory):
    """Runs an experiment of cogov and gives the folder of its results."""

    def run(experiment: str, base: str, *options: str) -> Path:
        folder = tmp_path_factory.mktemp("batch")
        (folder / "experiment.json5").write_text(experiment, encoding="utf-8")
        (folder / "base.json5").write_text(base, encoding="utf-8")
        subprocess.run(
            [program, "batch", "experiment.json5", "--quiet", "--out", "results", *options],
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=HANGS,
        )
        return folder / "results"

    return run


BASE = """{
  title: "Tiny",
  city: { residents: 1200, neighbourhoods: 2 },
  weeks: { start: "2014-12", burnIn: 8, observed: 24, interval: 4 },
}"""

VARIANTS = """{
  title: "Three ways", base: "base.json5", seed: 3, replicates: 4, baseline: "baseline",
  variants: [
    { name: "baseline" },
    { name: "embedded", set: {
      "mechanisms.empowerment": { money: 0.8, decisions: 0.8, level: "both", rampWeeks: 0, from: 16 },
      "mechanisms.steeringStyle": { relaying: 0.3, brokering: 0.4, serving: 0.3, veto: 0 },
    } },
    { name: "居民自治", set: { "mechanisms.blockHub": true } },
  ],
}"""


@pytest.fixture(scope="session")
def fresh(batch) -> Path:
    """Three variants, one of them with a Chinese name, four replicates, places; made now."""
    return batch(VARIANTS, BASE, "--places")


@pytest.fixture
def committed() -> Results:
    """The committed results of a 4 × 2 factorial with three replicates and places, and beside them the
    invented claims.csv, tests.csv and sensitivity.csv.
    """
    return Results(COMMITTED)


@pytest.fixture
def copied(tmp_path) -> Path:
    """A copy of the committed results to spoil."""
    return Path(shutil.copytree(COMMITTED, tmp_path / "results"))


@pytest.fixture
def loose(copied) -> Path:
    """A copy of the committed results without a manifest: tables may be changed, and are unverified."""
    (copied / "manifest.json").unlink()
    return copied


def seal(folder: Path, **changes) -> None:
    """Makes the manifest record the tables as they are now, and takes over changes of it and of its plan, as
    if the batch had written all that.
    """
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["plan"].update(changes.pop("plan", {}))
    manifest.update(changes)
    for name in manifest["tables"]:
        table = folder / name
        if table.exists():
            manifest["tables"][name] = {"bytes": table.stat().st_size, "checksum": checksum(table)}
    for _ in range(2):
        text = json.dumps(manifest, indent=2, separators=(",", " : "), ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        manifest["checksum"] = plan_checksum(path)
