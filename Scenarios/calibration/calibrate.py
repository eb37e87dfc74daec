#!/usr/bin/env python3
"""Fits parameters to the patterns P1-P7 (and to the number of groups, which should last), and reports how well the
defaults meet them.

The search is the cross-entropy method: in every round points are drawn around the best of the rounds before (at
first over the whole ranges of parameters.csv, by Latin hypercube), run as one batch of `cogov`, and the spread
narrows to that of the best eighth. The distance to the patterns is the mean square of (value - target) /
tolerance; inside a range that a pattern leaves open it is nothing. Only the baseline is ever run: no policy, no
claim of the sources enters. A search that was stopped goes on where it was: the same command, or one with more rounds.

Needs cogov, built with `swift build -c release`, and: pip install numpy pandas scipy
"""

import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import scripting  # noqa: E402

with scripting.packages():
    import numpy as np
    import pandas as pd
    from scipy.stats import qmc, t

REPLICATES = 2
# Of so many points the spread of the next round is taken, or of the best eighth where that is more.
ELITE = 4


def patterns():
    return pd.read_csv(HERE / "patterns.csv", dtype={"rows": str})


def misses(means, table):
    """How far each pattern is missed, in tolerances; one row a point, one column a pattern."""
    values = means[table.measure].to_numpy()
    low, high = table.low.to_numpy(), table.high.to_numpy()
    outside = np.maximum(low - values, 0) + np.maximum(values - high, 0)
    return outside / table.tolerance.to_numpy()


def evaluate(points, parameters, folder, seed, work, label):
    """Mean distance of every point, from one batch."""
    folder.mkdir(parents=True, exist_ok=True)
    design = pd.DataFrame(points, columns=[f"parameters.{name}" for name in parameters])
    design.insert(0, "name", [f"point {k + 1}" for k in range(len(design))])
    design.to_csv(folder / "points.csv", index=False)
    base = (HERE / "base.json5").as_posix()
    (folder / "experiment.json5").write_text(
        f'{{ base: "{base}", points: "points.csv", seed: {seed}, replicates: {REPLICATES} }}\n')
    work.batch(label, folder / "experiment.json5", "--out", folder / "results", "--resume",
               runs=len(design) * REPLICATES)
    runs = pd.read_csv(folder / "results" / "runs.csv")
    table = patterns()
    means = runs.groupby("variant")[list(table.measure)].mean().loc[design.name]
    distances = np.square(misses(means, table)).mean(axis=1)
    if np.isfinite(distances).sum() < ELITE:
        undefined = ", ".join(table.measure[means[table.measure].isna().any().to_numpy()])
        raise scripting.Trouble(f"{label}: fewer than {ELITE} points have a distance, since these measures of patterns.csv "
                                f"are undefined in the others: {undefined}")
    return distances, means


def search(options):
    rounds, count, seed = options.rounds, options.points, options.seed
    out = options.out.resolve() / "search"
    scripting.keep(out, {"rounds": rounds, "points": count, "seed": seed} | scripting.digest(
        HERE / "parameters.csv", HERE / "patterns.csv", HERE / "base.json5"), growing=("rounds",))
    work = scripting.Work(rounds * count * REPLICATES)
    ranges = pd.read_csv(HERE / "parameters.csv")
    names, low, high = list(ranges.parameter), ranges.low.to_numpy(), ranges.high.to_numpy()
    random = np.random.default_rng(seed)
    points = qmc.scale(qmc.LatinHypercube(len(names), rng=random).random(count), low, high)
    best, best_distance, best_means = None, np.inf, None
    for number in range(rounds):
        label = f"round {number + 1} of {rounds}"
        distances, means = evaluate(points, names, out / f"round-{number + 1}", seed, work, label)
        order = np.argsort(distances)
        if distances[order[0]] < best_distance:
            best, best_distance, best_means = points[order[0]], distances[order[0]], means.iloc[order[0]]
        elite = points[order[: max(ELITE, count // 8)]]
        print(f"{label}: best {distances[order[0]]:.2f}, so far {best_distance:.2f}", flush=True)
        centre, spread = elite.mean(axis=0), elite.std(axis=0) + 0.02 * (high - low) * 0.8**number
        points = np.clip(random.normal(centre, spread, (count, len(names))), low, high)
        points[0], points[1] = best, centre
    print("\nparameters: {")
    for name, value in zip(names, best):
        print(f"  {name}: {value:.4g},")
    print("}\n")
    show(patterns(), best_means, None)


def judged(value, pattern):
    """What a value means for a pattern: "met" is inside the target as published, and nothing else."""
    if np.isnan(value):
        return "undefined"
    # Ten digits, so that a miss of just one tolerance is one.
    miss = round(max(pattern.low - value, value - pattern.high, 0) / pattern.tolerance, 10)
    return "met" if miss == 0 else "within one tolerance" if miss <= 1 else f"missed by {miss:.2f} tolerances"


def show(table, means, errors):
    for k, row in table.iterrows():
        value = means[row.measure]
        target = f"{row.low:g}" if row.low == row.high else f"{row.low:g} to {row.high:g}"
        error = "" if errors is None else f" ± {errors[row.measure]:.2g}"
        verdict = judged(value, row)
        print(f"| {row.pattern} | `{row.measure}` | {target} | {value:.3g}{error} | {verdict} |")


def report(options):
    replicates, seed, out = options.replicates, options.seed, options.out.resolve() / "report"
    base = HERE.parent / "tradeoff" / "baseline.json5"
    scripting.keep(out, {"replicates": replicates, "seed": seed} | scripting.digest(base), growing=("replicates",))
    scripting.Work(replicates).batch("report", base, "--replicates", replicates, "--seed", seed,
                                     "--out", out / "results", "--resume", runs=replicates)
    runs = pd.read_csv(out / "results" / "runs.csv")
    table = patterns()
    errors = runs[list(table.measure)].sem() * t.ppf(0.975, len(runs) - 1)
    print("| Pattern | Measure | Target | Model, 95 % interval | |\n|---|---|---|---|---|")
    show(table, runs[list(table.measure)].mean(), errors)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_subparsers(required=True, metavar="search|report")
    whole = scripting.whole
    parts = {}
    for name, work, meaning in [("search", search, "fit the parameters of parameters.csv to the patterns"),
                                ("report", report, "how well the defaults meet the patterns")]:
        parts[name] = what.add_parser(name, help=meaning, description=meaning)
        parts[name].set_defaults(work=work)
        parts[name].add_argument("--seed", type=whole(0), default=7, metavar="N", help="(%(default)s)")
        parts[name].add_argument("--out", type=pathlib.Path, default=scripting.ROOT / "Results" / "calibration",
                                 metavar="DIR", help="folder of the results (Results/calibration)")
    parts["search"].add_argument("--rounds", type=whole(1), default=8, metavar="N", help="(%(default)s)")
    parts["search"].add_argument(
        "--points", default=48, metavar="N", help="points of a round (%(default)s)",
        type=whole(2 * ELITE, f"a round goes on from its best {ELITE}, and fewer points leave it no choice"))
    parts["report"].add_argument("--replicates", type=whole(2, "one has no interval"), default=30, metavar="N",
                                 help="(%(default)s)")
    options = parser.parse_args()
    scripting.need("numpy", "pandas", "scipy")
    options.work(options)


if __name__ == "__main__":
    scripting.run(main)
