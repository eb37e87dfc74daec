#!/usr/bin/env python3
"""Searches bundles of policies for the Pareto set of vitality and order under a budget of money and hours.

A bundle is a row of doses for the levers of levers.csv, where 0 is absence. Every generation of the search (NSGA-II,
pymoo) is a batch of `cogov` over a table of points, so that a search that was stopped goes on where it was: the same
command, or one with more generations or more replicates to confirm. Budgets are shares of what the plain world
spends: public money (all that comes from the treasury) and hours (public staff, professionals, and what residents
give in duties, sittings, projects and asking). A bundle beyond a budget is not allowed, however good.

The best of many noisy bundles look better than they are. So those of the last front are run again with fresh luck
and more replicates, beside the plain world, and only that is reported: bundles.csv with doses, means and intervals of
the paired differences, and which of them still form the front.

Needs cogov, built with `swift build -c release`, and: pip install numpy pandas scipy pymoo
"""

import argparse
import math
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import scripting  # noqa: E402

with scripting.packages():
    import numpy as np
    import pandas as pd
    from pymoo.algorithms.moo.nsga2 import NSGA2
    from pymoo.core.problem import Problem
    from pymoo.operators.sampling.lhs import LHS
    from pymoo.optimize import minimize
    from pymoo.util.nds.non_dominated_sorting import NonDominatedSorting
    from scipy.stats import t

PLAIN = "plain"


def resources(flows):
    """Public money in yuan and hours, one row a run."""
    money = flows[(flows["from"] == "treasury") & (flows.resource == "money")]
    # Staff's hours count as they are paid, used or not; residents' as they are given.
    private = ["residents", "units", "propertyCompany", "market"]
    paid = flows[(flows["from"] == "nature") & (flows.resource == "time") & ~flows.to.isin(private)]
    given = flows[(flows["from"] == "residents") & (flows.resource == "time")]
    run = ["variant", "replicate"]
    return pd.DataFrame({
        "money": money.groupby(run).amount.sum(),
        "hours": (paid.groupby(run).amount.sum().add(given.groupby(run).amount.sum(), fill_value=0)) / 60,
    }).fillna(0)


def doses(points, levers):
    """Doses as they are run: whole numbers where the lever has them, four decimals else."""
    return np.where(levers.whole, np.round(points), np.round(points, 4))


def batch(points, levers, folder, seed, replicates, work, label):
    """Runs the plain world and the points with the same luck; the runs with what they spent."""
    folder.mkdir(parents=True, exist_ok=True)
    design = pd.DataFrame(np.vstack([levers.plain, doses(points, levers)]), columns=list(levers.path))
    for path in levers.path[levers.whole]:
        design[path] = design[path].astype(int)
    design.insert(0, "name", [PLAIN] + [f"bundle {k + 1}" for k in range(len(points))])
    design.to_csv(folder / "points.csv", index=False)
    base = (HERE / "base.json5").as_posix()
    (folder / "experiment.json5").write_text(
        f'{{ base: "{base}", points: "points.csv", seed: {seed}, replicates: {replicates}, baseline: "{PLAIN}" }}\n')
    work.batch(label, folder / "experiment.json5", "--out", folder / "results", "--resume",
               runs=len(design) * replicates)
    runs = pd.read_csv(folder / "results" / "runs.csv", low_memory=False)
    flows = pd.read_csv(folder / "results" / "flows.csv")
    return runs.join(resources(flows), on=["variant", "replicate"]), list(design.name[1:])


def check_budgets(levers, options):
    """Refuses budgets out of reach: below all levers at their least, less all that any lever alone saves from there."""
    low = levers.low.to_numpy()
    alone = np.where(np.eye(len(low), dtype=bool), levers.high.to_numpy(), low)
    with tempfile.TemporaryDirectory() as folder:
        runs, names = batch(np.vstack([low, alone]), levers, pathlib.Path(folder), options.seed, 1,
                            scripting.Work(None), "check of the budgets")
    spent = runs.groupby("variant")[["money", "hours"]].mean()
    shares = spent.loc[names] / spent.loc[PLAIN]
    least = shares.iloc[0] - (shares.iloc[0] - shares.iloc[1:]).clip(lower=0).sum()
    for kind in shares:
        if getattr(options, kind) < least[kind]:
            raise scripting.Trouble(
                f"--{kind} {getattr(options, kind):g} is out of reach: the leanest bundles still spend about "
                f"{least[kind]:.2f} of what the plain world does. Choose more, or other levers in levers.csv")


def bundles(levers, options, work):
    """The problem: doses of the levers; objectives are means of measures; constraints are the two budgets."""

    class Bundles(Problem):
        round = 0

        def _evaluate(self, points, out, *_, **__):
            self.round += 1
            label = f"generation {self.round} of {options.generations}"
            runs, names = batch(points, levers, options.out / f"generation-{self.round}", options.seed,
                                options.replicates, work, label)
            means = runs.groupby("variant")[[m.lstrip("-") for m in options.measures] + ["money", "hours"]].mean()
            undefined = [m for m in options.measures if means.loc[names, m.lstrip("-")].isna().any()]
            if undefined:
                raise scripting.Trouble(f"{undefined[0]} is undefined for some bundles, so that they cannot be ranked; "
                                        "choose other --measures")
            plain = means.loc[PLAIN]
            out["F"] = np.column_stack([
                means.loc[names, m.lstrip("-")] * (1 if m.startswith("-") else -1) for m in options.measures])
            out["G"] = np.column_stack([
                means.loc[names, "money"] / plain.money - options.money,
                means.loc[names, "hours"] / plain.hours - options.hours])
            allowed = (out["G"] <= 0).all(axis=1).sum()
            print(f"{label}: {allowed} of {len(names)} bundles within both budgets", flush=True)

    return Bundles(n_var=len(levers), n_obj=len(options.measures), n_ieq_constr=2, xl=levers.low.to_numpy(),
                   xu=levers.high.to_numpy())


def confirm(points, levers, options, work):
    """The front again with fresh luck: paired differences from the plain world with 95 % intervals."""
    runs, names = batch(points, levers, options.out / "confirmed", options.seed + 1, options.confirm,
                        work, "confirmation")
    columns = [m.lstrip("-") for m in options.measures] + ["money", "hours"]
    wide = runs.pivot(index="replicate", columns="variant", values=columns)
    rows = []
    for name, row_of_doses in zip(names, doses(points, levers)):
        row = {"bundle": name}
        for column in columns:
            difference = (wide[column][name] - wide[column][PLAIN]).dropna()
            if column in ("money", "hours"):
                row[f"{column}_share"] = wide[column][name].mean() / wide[column][PLAIN].mean()
                continue
            half = difference.sem() * t.ppf(0.975, len(difference) - 1)
            row |= {column: wide[column][name].mean(), f"{column}_difference": difference.mean(),
                    f"{column}_low": difference.mean() - half, f"{column}_high": difference.mean() + half}
        rows.append(row | dict(zip(levers.path, row_of_doses)))
    table = pd.DataFrame(rows)
    signs = np.array([1 if m.startswith("-") else -1 for m in options.measures])
    values = table[[m.lstrip("-") for m in options.measures]].to_numpy() * signs
    within = (table.money_share <= options.money * 1.01) & (table.hours_share <= options.hours * 1.01)
    table.insert(1, "within_budget", within)
    table.insert(2, "on_front", False)
    allowed = np.flatnonzero(within)
    if len(allowed):
        front = NonDominatedSorting().do(values[allowed], only_non_dominated_front=True)
        table.loc[allowed[front], "on_front"] = True
    return table


def share(text):
    try:
        number = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number") from None
    if not (math.isfinite(number) and number > 0):
        raise argparse.ArgumentTypeError(f"{text} is not a share above 0, such as 1.0 for what the plain world spends")
    return number


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    whole = scripting.whole
    parser.add_argument("--money", type=share, default=1.0, metavar="SHARE",
                        help="most public money, as a share of the plain world's (%(default)s)")
    parser.add_argument("--hours", type=share, default=1.0, metavar="SHARE",
                        help="most hours, as a share of the plain world's (%(default)s)")
    parser.add_argument("--generations", type=whole(1), default=15, metavar="N", help="(%(default)s)")
    parser.add_argument("--population", type=whole(4, "the search mates the best with one another"), default=40,
                        metavar="N", help="bundles of a generation (%(default)s)")
    parser.add_argument("--replicates", type=whole(1), default=4, metavar="N", help="(%(default)s)")
    parser.add_argument("--confirm", type=whole(2, "one replicate has no interval"), default=40, metavar="N",
                        help="replicates with fresh luck for the last front (%(default)s)")
    parser.add_argument("--measures", type=lambda text: text.split(","), default=["vitality", "order"], metavar="A,B",
                        help="made as large as possible; with a minus before a name, written --measures=-A,B, "
                        "as small as possible (vitality,order)")
    parser.add_argument("--seed", type=whole(0), default=5, metavar="N", help="(%(default)s)")
    parser.add_argument("--out", type=pathlib.Path, default=scripting.ROOT / "Results" / "search", metavar="DIR",
                        help="folder of the search (Results/search)")
    options = parser.parse_args()
    scripting.need("numpy", "pandas", "scipy", "pymoo")
    scripting.check_measures([m.lstrip("-") for m in options.measures])
    options.out = options.out.resolve()
    levers = pd.read_csv(HERE / "levers.csv")
    settings = {name: value for name, value in vars(options).items() if name != "out"}
    scripting.keep(options.out, settings | scripting.digest(HERE / "levers.csv", HERE / "base.json5"),
                   growing=("generations", "confirm"), check=lambda: check_budgets(levers, options))
    work = scripting.Work((options.population + 1) * (options.generations * options.replicates + options.confirm))
    found = minimize(bundles(levers, options, work), NSGA2(pop_size=options.population, sampling=LHS()),
                     ("n_gen", options.generations), seed=options.seed)
    if found.X is None:
        raise scripting.Trouble("no bundle kept both budgets; raise --money or --hours with another --out, or give more "
                                "--generations", 1)
    points = np.atleast_2d(found.X)
    work.left = (len(points) + 1) * options.confirm
    table = confirm(points, levers, options, work)
    table.to_csv(options.out / "bundles.csv", index=False)
    front = table[table.on_front].sort_values(options.measures[0].lstrip("-"))
    with pd.option_context("display.width", 100, "display.max_columns", None, "display.precision", 3):
        print(front[["bundle"] + [c for c in table if c.endswith(("_difference", "_low", "_high", "_share"))]]
              .to_string(index=False))
    print(f"{len(front)} of {len(table)} bundles stay on the front with fresh luck; all are in {options.out}/bundles.csv")


if __name__ == "__main__":
    scripting.run(main)
