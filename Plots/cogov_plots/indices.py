"""Indices of sensitivity, computed by SALib from the points of a batch, as far as its design allows."""

import numpy as np
import pandas as pd

from cogov_plots.results import Results

SEED = 1
"""Of SALib's bootstrap: the same results give the same intervals."""
HARMONICS = 10
LEAST_POINTS = 65
"""Below this, first-order indices of a sample are mostly noise."""


class NoDesign(Exception):
    """The points of a batch carry no indices. The text says why, and what would."""


def compute(results: Results, measures: list[str], level: float = 0.95) -> pd.DataFrame:
    """A row per output and parameter, with the columns that the design gives:

    - `mu_star`, `mu_star_conf`, `sigma`, where the points are Morris trajectories (SALib's sample.morris);
    - `S1`, `S1_conf`, `ST`, `ST_conf`, where they are SALib's sample.sobol, with or without second order;
    - `S1`, `S1_conf` for any other points that fill their ranges (Latin hypercube, Sobol sequence), by
      RBD-FAST.

    A value is the mean over the replicates of a point. Points must stand in runs.csv in the order of the
    sample, as cogov keeps them. A factor that is no number (such as the scenario) makes outputs of its own,
    "measure, level".

    Raises NoDesign where there are too few factors or points, or values are undefined.
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
    parts = []
    for group, mine in table.groupby("group", sort=False):
        for measure in measures:
            part = _of_points(mine[numeric], mine[measure], level)
            part.insert(0, "output", f"{measure}, {group}" if group else measure)
            parts.append(part)
    return pd.concat(parts, ignore_index=True)


def _of_points(points: pd.DataFrame, values: pd.Series, level: float) -> pd.DataFrame:
    from SALib.analyze import morris, rbd_fast, sobol

    if values.isna().any():
        raise NoDesign(f"{values.name} is undefined at {values.isna().sum()} of {len(values)} points")
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
    """Whether points are Morris trajectories: from one to the next just one factor changes, each once."""
    count, factors = x.shape
    if factors < 2 or count % (factors + 1) or count < 2 * (factors + 1):
        return False
    changed = np.diff(x.reshape(-1, factors + 1, factors), axis=1) != 0
    return bool((changed.sum(axis=2) == 1).all() and (changed.sum(axis=1) == 1).all())


def saltelli(x: np.ndarray) -> bool | None:
    """Whether points are SALib's sample for Sobol indices with second order (True), without (False), or are
    not (None): blocks of a point, the same with each factor taken from another point, and that one.
    """
    count, factors = x.shape
    for second in (True, False):
        size = (2 if second else 1) * factors + 2
        if count % size or count < 2 * size:
            continue
        blocks = x.reshape(-1, size, factors)
        first, last = blocks[:, 0], blocks[:, -1]
        mixed = np.repeat(first[:, None], factors, axis=1)
        mixed[:, range(factors), range(factors)] = last
        if (blocks[:, 1 : factors + 1] == mixed).all() and (first != last).any():
            return second
    return None


def _unit(x: np.ndarray) -> np.ndarray:
    """Factors from 0 to 1."""
    least, most = x.min(axis=0), x.max(axis=0)
    return (x - least) / (most - least)
