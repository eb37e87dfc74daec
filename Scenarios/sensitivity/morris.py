#!/usr/bin/env python3
"""Morris screening: which free parameter moves vitality, order and their components in the five regimes.

Every free parameter (`cogov describe parameters`) goes over its whole range. A trajectory changes one parameter after
the other; each point of it is run under all five scenarios of Scenarios/tradeoff with the same luck, in a tenth of
Lingyun (the scenarios of this folder). Written to Results/sensitivity: design.csv, the results of `cogov`, and
elementary.csv with, for each scenario, measure and parameter, the mean of the absolute effects (mu_star), of the
effects (mu) and their standard deviation (sigma), in units of the measure over the whole range of the parameter. For
the scenarios but the baseline the same is said of the difference from the baseline: what moves a verdict. A screening
that was stopped goes on where it was: the same command.

Needs cogov, built with `swift build -c release`, and: pip install numpy pandas SALib
"""

import argparse
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import scripting  # noqa: E402

with scripting.packages():
    import numpy as np
    import pandas as pd
    from SALib.analyze import morris as analysis
    from SALib.sample import morris as sampling

SCENARIOS = ["baseline", "administered", "laissez-faire", "embedded", "released-with-veto"]
MEASURES = [
    "vitality", "order", "participation_quarter", "breadth", "initiative", "associations_per_10k", "own_resources",
    "public_issues_per_1k", "responsiveness", "conflicts_per_10k", "grievance", "escalations_per_resident_year",
    "coordination", "rules_kept",
]


def free_parameters():
    """Ids and ranges of the parameters that are neither held nor fixed by a publication."""
    table = pd.read_csv(io.StringIO(scripting.ask("describe", "parameters", "--csv")))
    return list(table[table.free][["id", "least", "most"]].itertuples(index=False, name=None))


def problem():
    parameters = free_parameters()
    return {"num_vars": len(parameters), "names": [name for name, _, _ in parameters],
            "bounds": [[low, high] for _, low, high in parameters]}


def design(space, trajectories, levels, seed, folder):
    points = sampling.sample(space, trajectories, num_levels=levels, seed=seed)
    table = pd.DataFrame(points, columns=[f"parameters.{name}" for name in space["names"]])
    parts = []
    for scenario in SCENARIOS:
        part = table.copy()
        part.insert(0, "name", [f"{scenario} {k}" for k in range(len(table))])
        part.insert(1, "scenario", (HERE / f"{scenario}.json5").as_posix())
        parts.append(part)
    # All scenarios of a point stand together: a batch that was stopped is balanced over them.
    whole = pd.concat(parts).sort_index(kind="stable")
    whole.to_csv(folder / "design.csv", index=False)
    (folder / "experiment.json5").write_text(
        f'{{ points: "design.csv", seed: {seed}, replicates: 1 }}\n')
    return points, len(whole)


def effects(space, points, levels, seed, results):
    runs = pd.read_csv(results / "runs.csv").set_index("variant")
    rows = []
    for measure in MEASURES:
        value = {s: runs.loc[[f"{s} {k}" for k in range(len(points))], measure].to_numpy() for s in SCENARIOS}
        outcomes = {(s, "level"): value[s] for s in SCENARIOS}
        outcomes |= {(s, "difference"): value[s] - value["baseline"] for s in SCENARIOS[1:]}
        for (scenario, kind), y in outcomes.items():
            if np.isnan(y).all():
                print(f"{measure} is undefined in all runs of {scenario} ({kind}): left out", file=sys.stderr)
                continue
            # Where a measure is undefined at some points there is no effect to report of them.
            y = np.where(np.isnan(y), np.nanmean(y), y)
            found = analysis.analyze(space, points, y, num_levels=levels, seed=seed,
                                     print_to_console=False)
            for k, name in enumerate(space["names"]):
                rows.append((scenario, kind, measure, name, found["mu_star"][k], found["mu_star_conf"][k],
                             found["mu"][k], found["sigma"][k], y.mean()))
    columns = ["scenario", "kind", "measure", "parameter", "mu_star", "mu_star_interval", "mu", "sigma", "mean"]
    return pd.DataFrame(rows, columns=columns)


def pivot(table, kind, measure, column):
    part = table[(table.kind == kind) & (table.measure == measure)]
    return part.pivot(index="parameter", columns="scenario", values=column)


def rows(head, lines):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for line in lines:
        print("| " + " | ".join(line) + " |")


def report(table, runs, count=10):
    """Tables of the ODD: what moves the two composites most, what moves components, all parameters, and signs."""
    for kind, title in [("level", "What moves the level of"), ("difference", "What moves the difference from the baseline in")]:
        for measure in ["vitality", "order"]:
            stars, means = pivot(table, kind, measure, "mu_star"), pivot(table, kind, measure, "mu")
            columns = [s for s in SCENARIOS if s in stars.columns]
            top = stars[columns].mean(axis=1).sort_values(ascending=False).head(count).index
            print(f"\n### {title} `{measure}`\n")
            rows(["parameter", *columns], (
                [f"`{name}`"] + [f"{stars.loc[name, s]:.1f} ({means.loc[name, s]:+.1f})" for s in columns]
                for name in top))
    print("\n### What moves components\n")
    lines = []
    for measure in MEASURES[2:]:
        stars, means = pivot(table, "level", measure, "mu_star"), pivot(table, "level", measure, "mu")
        mean = stars.mean(axis=1).sort_values(ascending=False)
        sign = means.mean(axis=1)
        lines.append([f"`{measure}`", ", ".join(f"`{n}` {'+' if sign[n] > 0 else '−'}" for n in mean.index[:5])])
    rows(["component", "parameters that move it most, over all scenarios, with the sign of the mean effect"], lines)
    print("\n### Every free parameter\n")
    columns = {
        "vitality": ("level", "vitality", None), "order": ("level", "order", None),
        "vitality, embedded − baseline": ("difference", "vitality", "embedded"),
        "order, embedded − baseline": ("difference", "order", "embedded"),
        "order, administered − baseline": ("difference", "order", "administered"),
    }
    values = {}
    for name, (kind, measure, scenario) in columns.items():
        stars = pivot(table, kind, measure, "mu_star")
        values[name] = stars.mean(axis=1) if scenario is None else stars[scenario]
    whole = pd.DataFrame(values).sort_values("order", ascending=False)
    rows(["parameter", *columns], ([f"`{n}`", *(f"{x:.1f}" for x in line)] for n, line in zip(whole.index, whole.to_numpy())))
    print("\n### Signs over all points\n")
    points = len(runs) // len(SCENARIOS)
    value = {s: runs.loc[[f"{s} {k}" for k in range(points)], ["vitality", "order"]].to_numpy() for s in SCENARIOS}
    lines = []
    for scenario in SCENARIOS[1:]:
        higher = value[scenario] > value["baseline"]
        shares = [higher[:, 0], higher[:, 1], higher.all(axis=1)]
        lines.append([scenario, *(f"{100 * share.mean():.0f} %" for share in shares)])
    rows(["regime against the baseline", "more vitality", "more order", "more of both"], lines)


def even(text):
    number = scripting.whole(2)(text)
    if number % 2:
        raise argparse.ArgumentTypeError(f"{number} is odd; the steps of a trajectory need an even number of levels")
    return number


def screen(options):
    """Runs the trajectories and writes the table of their elementary effects."""
    space = problem()
    settings = {"trajectories": options.trajectories, "levels": options.levels, "seed": options.seed}
    scripting.keep(options.out, settings | scripting.digest(*(HERE / f"{s}.json5" for s in SCENARIOS)))
    points, runs = design(space, options.trajectories, options.levels, options.seed, options.out)
    print(f"{len(points)} points of {space['num_vars']} parameters under {len(SCENARIOS)} scenarios", file=sys.stderr)
    if options.trajectories < 10:
        print(f"warning: intervals of {options.trajectories} trajectories are rough; 10 and more are usual",
              file=sys.stderr)
    scripting.Work(runs).batch("screening", options.out / "experiment.json5", "--out", options.out / "results", "--resume",
                               runs=runs)
    table = effects(space, points, options.levels, options.seed, options.out / "results")
    table.to_csv(options.out / "elementary.csv", index=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trajectories", default=30, metavar="N", help="(%(default)s)",
                        type=scripting.whole(2, "one has neither a spread of effects nor an interval"))
    parser.add_argument("--levels", type=even, default=4, metavar="N", help="levels of each range, even (%(default)s)")
    parser.add_argument("--seed", type=scripting.whole(0), default=2024, metavar="N", help="(%(default)s)")
    parser.add_argument("--out", type=pathlib.Path, default=scripting.ROOT / "Results" / "sensitivity", metavar="DIR",
                        help="folder of the results (Results/sensitivity)")
    parser.add_argument("--report", action="store_true", help="only print the tables of what has been run")
    options = parser.parse_args()
    options.out = options.out.resolve()
    scripting.need("numpy", "pandas", "SALib")
    if not options.report:
        screen(options)
    tables = [options.out / "elementary.csv", options.out / "results" / "runs.csv"]
    for table in tables:
        if not table.exists():
            raise scripting.Trouble(f"there is no {table}: run the screening first, without --report")
    report(pd.read_csv(tables[0]), pd.read_csv(tables[1]).set_index("variant"))


if __name__ == "__main__":
    scripting.run(main)
