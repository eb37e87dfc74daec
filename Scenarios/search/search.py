#!/usr/bin/env python3
"""Searches bundles of policies for the Pareto set of vitality and order under a budget of money and hours.

    python3 Scenarios/search/search.py [--money 1.0] [--hours 1.0] [--generations 15] [--population 40] [--seed 5]
        [--replicates 4] [--confirm 40] [--measures vitality,order] [--out Results/search]

A bundle is a row of doses for the levers of levers.csv, where 0 is absence. Every generation of the search (NSGA-II,
pymoo) is a batch of `cogov` over a table of points, so that a search that was stopped goes on where it was. Budgets
are shares of what the plain world spends: public money (all that comes from the treasury) and hours (public staff,
professionals, and what residents give in duties, sittings, projects and asking). A bundle beyond a budget is not
allowed, however good. Measures are made as large as possible; a minus before a name makes it as small as possible.

The best of many noisy bundles look better than they are. So those of the last front are run again with fresh luck
and more replicates, beside the plain world, and only that is reported: bundles.csv with doses, means and intervals of
the paired differences, and which of them still form the front. Needs numpy, pandas, scipy and pymoo.
"""

import argparse
import pathlib
import subprocess

import numpy as np
import pandas as pd
from pymoo.algorithms.moo.nsga2 import NSGA2
from pymoo.core.problem import Problem
from pymoo.operators.sampling.lhs import LHS
from pymoo.optimize import minimize
from pymoo.util.nds.non_dominated_sorting import NonDominatedSorting
from scipy.stats import t

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLAIN = "plain"


def cogov(*arguments):
    """Runs the program of this checkout."""
    program = ROOT / ".build" / "release" / "cogov"
    command = [str(program)] if program.exists() else ["swift", "run", "-c", "release", "cogov"]
    subprocess.run([*command, *map(str, arguments)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


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


def batch(points, levers, folder, seed, replicates):
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
    cogov("batch", folder / "experiment.json5", "--out", folder / "results", "--resume", "--quiet")
    runs = pd.read_csv(folder / "results" / "runs.csv", low_memory=False)
    flows = pd.read_csv(folder / "results" / "flows.csv")
    return runs.join(resources(flows), on=["variant", "replicate"]), list(design.name[1:])


class Bundles(Problem):
    """Doses of the levers; objectives are means of measures; constraints are the two budgets."""

    def __init__(self, levers, options):
        self.levers, self.options, self.round = levers, options, 0
        super().__init__(n_var=len(levers), n_obj=len(options.measures), n_ieq_constr=2, xl=levers.low.to_numpy(),
                         xu=levers.high.to_numpy())

    def _evaluate(self, points, out, *_, **__):
        self.round += 1
        folder = self.options.out / f"generation-{self.round}"
        runs, names = batch(points, self.levers, folder, self.options.seed, self.options.replicates)
        means = runs.groupby("variant")[[m.lstrip("-") for m in self.options.measures] + ["money", "hours"]].mean()
        plain = means.loc[PLAIN]
        out["F"] = np.column_stack([
            means.loc[names, m.lstrip("-")] * (1 if m.startswith("-") else -1) for m in self.options.measures])
        out["G"] = np.column_stack([
            means.loc[names, "money"] / plain.money - self.options.money,
            means.loc[names, "hours"] / plain.hours - self.options.hours])
        allowed = (out["G"] <= 0).all(axis=1).sum()
        print(f"generation {self.round}: {allowed} of {len(names)} bundles within both budgets", flush=True)


def confirm(points, levers, options):
    """The front again with fresh luck: paired differences from the plain world with 95 % intervals."""
    runs, names = batch(points, levers, options.out / "confirmed", options.seed + 1, options.confirm)
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--money", type=float, default=1.0, help="most public money, as a share of the plain world's")
    parser.add_argument("--hours", type=float, default=1.0, help="most hours, as a share of the plain world's")
    parser.add_argument("--generations", type=int, default=15)
    parser.add_argument("--population", type=int, default=40)
    parser.add_argument("--replicates", type=int, default=4)
    parser.add_argument("--confirm", type=int, default=40, help="replicates with fresh luck for the last front")
    parser.add_argument("--measures", type=lambda text: text.split(","), default=["vitality", "order"])
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "Results" / "search")
    options = parser.parse_args()
    options.out = options.out.resolve()
    levers = pd.read_csv(HERE / "levers.csv")
    problem = Bundles(levers, options)
    found = minimize(problem, NSGA2(pop_size=options.population, sampling=LHS()),
                     ("n_gen", options.generations), seed=options.seed)
    if found.X is None:
        raise SystemExit("no bundle keeps both budgets; raise --money or --hours, or search longer")
    table = confirm(np.atleast_2d(found.X), levers, options)
    table.to_csv(options.out / "bundles.csv", index=False)
    front = table[table.on_front].sort_values(options.measures[0].lstrip("-"))
    with pd.option_context("display.width", 100, "display.max_columns", None, "display.precision", 3):
        print(front[["bundle"] + [c for c in table if c.endswith(("_difference", "_low", "_high", "_share"))]]
              .to_string(index=False))
    print(f"{len(front)} of {len(table)} bundles stay on the front with fresh luck; all are in {options.out}/bundles.csv")


if __name__ == "__main__":
    main()
