#!/usr/bin/env python3
"""Fits parameters to the patterns P1-P7 (and to the number of groups, which should last), and reports how well the
defaults meet them.

    python3 Scenarios/calibration/calibrate.py search [--rounds 8] [--points 48] [--seed 7]
    python3 Scenarios/calibration/calibrate.py report [--replicates 30] [--seed 1001]

The search is the cross-entropy method: in every round points are drawn around the best of the rounds before (at
first over the whole ranges of parameters.csv, by Latin hypercube), run as one batch of `cogov`, and the spread
narrows to that of the best eighth. The distance to the patterns is the mean square of (value - target) /
tolerance; inside a range that a pattern leaves open it is nothing. Only the baseline is ever run: no policy, no
claim of the sources enters. Needs numpy, scipy and pandas.
"""

import argparse
import pathlib
import subprocess

import numpy as np
import pandas as pd
from scipy.stats import qmc, t

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REPLICATES = 2


def cogov(*arguments):
    """Runs the program of this checkout."""
    program = ROOT / ".build" / "release" / "cogov"
    command = [str(program)] if program.exists() else ["swift", "run", "-c", "release", "cogov"]
    subprocess.run([*command, *map(str, arguments)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def patterns():
    return pd.read_csv(HERE / "patterns.csv", dtype={"rows": str})


def misses(means, table):
    """How far each pattern is missed, in tolerances; one row a point, one column a pattern."""
    values = means[table.measure].to_numpy()
    low, high = table.low.to_numpy(), table.high.to_numpy()
    outside = np.maximum(low - values, 0) + np.maximum(values - high, 0)
    return outside / table.tolerance.to_numpy()


def evaluate(points, parameters, folder, seed):
    """Mean distance of every point, from one batch."""
    folder.mkdir(parents=True, exist_ok=True)
    design = pd.DataFrame(points, columns=[f"parameters.{name}" for name in parameters])
    design.insert(0, "name", [f"point {k + 1}" for k in range(len(design))])
    design.to_csv(folder / "points.csv", index=False)
    base = (HERE / "base.json5").as_posix()
    (folder / "experiment.json5").write_text(
        f'{{ base: "{base}", points: "points.csv", seed: {seed}, replicates: {REPLICATES} }}\n')
    cogov("batch", folder / "experiment.json5", "--out", folder / "results", "--resume", "--quiet")
    runs = pd.read_csv(folder / "results" / "runs.csv")
    table = patterns()
    means = runs.groupby("variant")[list(table.measure)].mean().loc[design.name]
    return np.square(misses(means, table)).mean(axis=1), means


def search(rounds, count, seed, out):
    ranges = pd.read_csv(HERE / "parameters.csv")
    names, low, high = list(ranges.parameter), ranges.low.to_numpy(), ranges.high.to_numpy()
    random = np.random.default_rng(seed)
    points = qmc.scale(qmc.LatinHypercube(len(names), rng=random).random(count), low, high)
    best, best_distance, best_means = None, np.inf, None
    for number in range(rounds):
        distances, means = evaluate(points, names, out / f"round-{number + 1}", seed)
        order = np.argsort(distances)
        if distances[order[0]] < best_distance:
            best, best_distance, best_means = points[order[0]], distances[order[0]], means.iloc[order[0]]
        elite = points[order[: max(4, count // 8)]]
        print(f"round {number + 1}: best {distances[order[0]]:.2f}, so far {best_distance:.2f}", flush=True)
        centre, spread = elite.mean(axis=0), elite.std(axis=0) + 0.02 * (high - low) * 0.8**number
        points = np.clip(random.normal(centre, spread, (count, len(names))), low, high)
        points[0], points[1] = best, centre
    print("\nparameters: {")
    for name, value in zip(names, best):
        print(f"  {name}: {value:.4g},")
    print("}\n")
    show(patterns(), best_means, None)


def show(table, means, errors):
    for k, row in table.iterrows():
        value = means[row.measure]
        target = f"{row.low:g}" if row.low == row.high else f"{row.low:g} to {row.high:g}"
        error = "" if errors is None else f" ± {errors[row.measure]:.2g}"
        miss = max(row.low - value, value - row.high, 0) / row.tolerance
        verdict = "met" if miss <= 1 else f"missed by {miss:.1f} tolerances"
        print(f"| {row.pattern} | `{row.measure}` | {target} | {value:.3g}{error} | {verdict} |")


def report(replicates, seed, out):
    cogov("batch", HERE.parent / "tradeoff" / "baseline.json5", "--replicates", replicates, "--seed", seed,
          "--out", out / "report", "--resume", "--quiet")
    runs = pd.read_csv(out / "report" / "runs.csv")
    table = patterns()
    errors = runs[list(table.measure)].sem() * t.ppf(0.975, len(runs) - 1)
    print("| Pattern | Measure | Target | Model, 95 % interval | |\n|---|---|---|---|---|")
    show(table, runs[list(table.measure)].mean(), errors)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=["search", "report"])
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--points", type=int, default=48)
    parser.add_argument("--replicates", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "Results" / "calibration")
    options = parser.parse_args()
    if options.what == "search":
        search(options.rounds, options.points, options.seed, options.out)
    else:
        report(options.replicates, options.seed, options.out)


if __name__ == "__main__":
    main()
