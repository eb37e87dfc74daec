"""Indices of sensitivity, computed by SALib from the points of a batch, as far as its design allows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from cogov_plots.results import Results

SEED = 1
"""Of SALib's bootstrap: the same results give the same intervals."""
HARMONICS = 10
LEAST_POINTS = 65
"""Below this, first-order indices of a sample are mostly noise."""
FEW_TRAJECTORIES = 10
"""Below this, the ranks of a Morris screening are uncertain."""
FLAT = 1e-9
"""Share of the largest value below which a range is rounding."""


class NoDesign(Exception):
    """The points of a batch carry no indices. The text says why, and what would."""


@dataclass(frozen=True)
class Indices:
    """`table`: a row per output and parameter. `constant` and `undefined`: outputs that have no indices, as
    they do not vary over the sample, or have no value at some point. `trajectories`: of a Morris sample,
    else None.
    """

    table: pd.DataFrame
    constant: list[str]
    undefined: list[str]
    trajectories: int | None


def compute(results: Results, measures: list[str], level: float = 0.95) -> Indices:
    """The indices of measures, with the columns that the design gives:

    - `mu_star`, `mu_star_conf`, `sigma`, where the points are Morris trajectories (SALib's sample.morris);
    - `S1`, `S1_conf`, `ST`, `ST_conf`, where they are SALib's sample.sobol, with or without second order;
    - `S1`, `S1_conf` for any other points that fill their ranges (Latin hypercube, Sobol sequence), by
      RBD-FAST.

    A value is the mean over the replicates of a point. Points must stand in runs.csv in the order of the
    sample, as cogov keeps them. A factor that is no number (such as the scenario) makes outputs of its own,
    "measure, level". Outputs that do not vary, or are undefined at some point, are left out and named.

    Raises NoDesign where there are too few factors or points, or no output is left.
    """
    if not results.factors:
        raise NoDesign("the batch has no factors")
    numeric = [f for f in results.factors if results.is_numeric(f) and len(results.levels(f)) > 1]
    others = [f for f in results.factors if not results.is_numeric(f) and len(results.levels(f)) > 1]
    if len(numeric) < 2:
        raise NoDesign("it takes a sample over two factors or more that are numbers")
    points = results.runs.groupby("variant", observed=True, sort=True)
    table = points[list(measures)].mean()
    table[numeric] = points[numeric].first().astype(str).astype(float)
    table["group"] = points[others].first().astype(str).agg(", ".join, axis=1) if others else ""
    parts, constant, undefined, trajectories = [], [], [], None
    for group, mine in table.groupby("group", sort=False):
        x = mine[numeric]
        for factor in numeric:
            if is_flat(x[factor]):
                raise NoDesign(f"{factor} does not vary where the other factors are {group}")
        if is_morris(x.to_numpy()):
            trajectories = len(x) // (len(numeric) + 1)
        for measure in measures:
            output = f"{measure}, {group}" if group else measure
            if mine[measure].isna().any():
                undefined.append(output)
            elif is_flat(mine[measure]):
                constant.append(output)
            else:
                part = _of_points(x, mine[measure], level)
                part.insert(0, "output", output)
                parts.append(part)
    if not parts:
        reasons = [
            f"{words} {'; '.join(outputs)}"
            for words, outputs in (("constant:", constant), ("undefined at some point:", undefined))
            if outputs
        ]
        raise NoDesign(f"no measure varies over the sample ({', '.join(reasons)})")
    return Indices(pd.concat(parts, ignore_index=True), constant, undefined, trajectories)


def is_flat(values) -> bool:
    """Whether values do not differ by more than rounding. Their variance, and what is divided by it, is
    noise.
    """
    values = np.asarray(values, dtype=float)
    return bool(np.ptp(values) <= FLAT * np.abs(values).max())


def _of_points(points: pd.DataFrame, values: pd.Series, level: float) -> pd.DataFrame:
    from SALib.analyze import morris, rbd_fast, sobol

    names = list(points.columns)
    x, y = points.to_numpy(), values.to_numpy()
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
    how = {"conf_level": level, "seed": SEED}
    if is_morris(x):
        levels = int(points.nunique().max())
        found = morris.analyze(problem, _unit(x), y, num_levels=levels + levels % 2, **how)
        columns = {key: np.asarray(found[key], float) for key in ("mu_star", "mu_star_conf", "sigma")}
    elif (second := saltelli(x)) is not None:
        found = sobol.analyze(problem, y, calc_second_order=second, **how)
        columns = {key: np.asarray(found[key], float) for key in ("S1", "S1_conf", "ST", "ST_conf")}
    elif len(y) == len(names) + 1 and _is_trajectory(x):
        raise NoDesign(
            "the points are a single Morris trajectory, which has one effect a parameter and no spread: it "
            f"takes two or more, {FEW_TRAJECTORIES} for ranks that hold"
        )
    elif len(y) in (len(names) + 2, 2 * len(names) + 2) and _is_block(x, len(y)):
        raise NoDesign("the points are a single block of a sample for Sobol indices: it takes two or more")
    elif len(y) < LEAST_POINTS:
        raise NoDesign(
            f"{len(y)} points tell little: it takes {LEAST_POINTS} of a sample, or a sample of SALib for "
            "Morris or Sobol"
        )
    elif any(len(np.unique(column)) < 2 * HARMONICS for column in x.T):
        raise NoDesign("factors with few levels are no sample; the figures of effects show a factorial")
    else:
        found = rbd_fast.analyze(problem, x, y, M=HARMONICS, **how)
        columns = {key: np.asarray(found[key], float) for key in ("S1", "S1_conf")}
    return pd.DataFrame({"parameter": names, **columns})


def is_morris(x: np.ndarray) -> bool:
    """Whether points are two Morris trajectories or more: from one point to the next just one factor
    changes, each once.
    """
    count, factors = x.shape
    if factors < 2 or count % (factors + 1) or count < 2 * (factors + 1):
        return False
    return all(map(_is_trajectory, x.reshape(-1, factors + 1, factors)))


def _is_trajectory(x: np.ndarray) -> bool:
    changed = np.diff(x, axis=0) != 0
    return bool((changed.sum(axis=1) == 1).all() and (changed.sum(axis=0) == 1).all())


def saltelli(x: np.ndarray) -> bool | None:
    """Whether points are SALib's sample for Sobol indices with second order (True), without (False), or are
    not (None): two blocks or more of a point, the same with each factor taken from another point, and that
    one.
    """
    count, factors = x.shape
    for second in (True, False):
        size = (2 if second else 1) * factors + 2
        if count % size == 0 and count >= 2 * size and _is_block(x, size):
            return second
    return None


def _is_block(x: np.ndarray, size: int) -> bool:
    factors = x.shape[1]
    blocks = x.reshape(-1, size, factors)
    first, last = blocks[:, 0], blocks[:, -1]
    mixed = np.repeat(first[:, None], factors, axis=1)
    mixed[:, range(factors), range(factors)] = last
    return bool((blocks[:, 1 : factors + 1] == mixed).all() and (first != last).any())


def _unit(x: np.ndarray) -> np.ndarray:
    """Factors from 0 to 1."""
    least, most = x.min(axis=0), x.max(axis=0)
    return (x - least) / (most - least)
