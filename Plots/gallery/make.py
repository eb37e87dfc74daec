"""Makes the pictures of this folder: runs small batches of shipped scenarios, and draws every figure.

    python3 Plots/gallery/make.py [--cogov PROGRAM] [--results DIR] [PICTURE ...]

Run it in any folder, in an environment with `pip install ./Plots`. It takes about six minutes on two cores;
runs that are in --results (Results/gallery by default, which is not committed) are taken over where the same
build made them. The picture of claims is drawn from --claims (Results/claims by default), which `cogov claims
--draws 100` makes in about an hour; where it is not there, that picture is left as it is, and the program
says so.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd

from cogov_plots.cli import main as plots

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent

BATCHES = {
    "tradeoff": ["Scenarios/tradeoff", "--replicates", "12", "--weeks", "156", "--places"],
    "stages": ["Scenarios/stages", "--replicates", "6"],
    "card": ["Scenarios/card", "--replicates", "12", "--weeks", "104"],
    "sweep": ["Plots/gallery/sweep.json5"],
    "morris": ["{results}/morris.json5"],
    "sobol": ["{results}/sobol.json5"],
}
"""Arguments of `cogov batch`."""

PICTURES = {
    "plane": ("tradeoff", ["plane"]),
    "plane-zh": ("tradeoff", ["plane", "--lang", "zh", "--style", "single"]),
    "series": ("stages", ["series"]),
    "components": ("tradeoff", ["components"]),
    "effects": ("tradeoff", ["effects"]),
    "interactions": ("card", ["interactions"]),
    "heatmap": ("sweep", ["heatmap"]),
    "curves": ("sweep", ["curves", "--measures", "associations_per_10k,responsiveness"]),
    "flows": ("tradeoff", ["flows", "--variants", "baseline,embedded", "--resource", "time"]),
    "map": ("tradeoff", ["map", "--variants", "baseline,administered,embedded"]),
    "formal": ("tradeoff", ["formal"]),
    "event": (
        "stages",
        ["event", "--variants", "history", "--baseline", "without-public-matters", "--onset", "524"],
    ),
    "claims": (None, ["claims"]),
    "sensitivity-morris": ("morris", ["sensitivity"]),
    "sensitivity-sobol": ("sobol", ["sensitivity"]),
}
"""The batch (none for claims), and the command of `cogov-plots`."""

# The ranges are those of Scenarios/designs/latinHypercube.json5.
RANGES = {
    "conditions.demandLoad": [0.5, 2],
    "conditions.taskAppetite": [2, 8],
    "conditions.fundingDependence": [0.3, 0.9],
    "conditions.committeeMeetings": [6, 52],
    "conditions.committeeBudget": [30_000, 600_000],
}


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    given.add_argument("pictures", nargs="*", metavar="PICTURE", help=f"some of {', '.join(PICTURES)}")
    given.add_argument("--cogov", default=PROJECT / ".build/release/cogov", type=Path, metavar="PROGRAM")
    given.add_argument("--results", default=PROJECT / "Results/gallery", type=Path, metavar="DIR")
    given.add_argument("--claims", default=PROJECT / "Results/claims", type=Path, metavar="DIR")
    given.add_argument("--out", default=HERE, type=Path, metavar="DIR")
    chosen = given.parse_args()
    wanted = chosen.pictures or list(PICTURES)
    unknown = [name for name in wanted if name not in PICTURES]
    if unknown:
        given.error(f"no picture {unknown[0]!r}; there are: {', '.join(PICTURES)}")
    results, program = chosen.results.resolve(), chosen.cogov.resolve()
    made, missing = set(), []
    for name in wanted:
        batch, command = PICTURES[name]
        folder = results / batch if batch else chosen.claims
        if batch and batch not in made:
            print(f"{batch}: the batch", file=sys.stderr, flush=True)
            _make(batch, folder, program)
            made.add(batch)
        elif not batch and not (folder / "claims.csv").exists():
            missing.append(name)
            print(
                f"{name}: not made, as there is no {folder / 'claims.csv'}: "
                "'cogov claims --draws 100' writes it",
                file=sys.stderr,
            )
            continue
        figures = results / "figures" / name
        status = plots(
            [command[0], str(folder), *command[1:], "--out", str(figures), "--format", "png", "--dpi", "150"]
        )
        if status:
            return status
        chosen.out.mkdir(parents=True, exist_ok=True)
        shutil.copy(figures / f"{command[0]}.png", chosen.out / f"{name}.png")
    return 1 if missing and chosen.pictures else 0


def _make(batch: str, folder: Path, program: Path) -> None:
    """Runs a batch; what the same build has computed before is taken over."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    if batch in ("morris", "sobol"):
        _sample(batch, folder.parent)
    arguments = [text.format(results=folder.parent) for text in BATCHES[batch]]
    subprocess.run(
        [program, "batch", *arguments, "--quiet", "--resume", "--out", folder], cwd=PROJECT, check=True
    )


def _sample(kind: str, folder: Path) -> None:
    """A sample of SALib, and the experiment that runs its points."""
    from SALib.sample import morris, sobol

    space = {"num_vars": len(RANGES), "names": list(RANGES), "bounds": list(RANGES.values())}
    if kind == "morris":
        points = morris.sample(space, 16, num_levels=4, seed=1)
    else:
        points = sobol.sample(space, 64, calc_second_order=False, seed=1)
    pd.DataFrame(points, columns=list(RANGES)).to_csv(folder / f"{kind}.csv", index=False)
    base = PROJECT / "Scenarios/sensitivity/embedded.json5"
    (folder / f"{kind}.json5").write_text(
        f'{{ title: "Conditions, a sample for {kind.capitalize()}", base: "{base}", points: "{kind}.csv",\n'
        "  seed: 20150101, replicates: 4 }\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
