"""Means, differences and effects with their intervals. Student's t throughout; undefined values are left
out.
"""

import numpy as np
import pandas as pd
from scipy import stats

LEVEL = 0.95
SMALLEST = 0.05
"""The smallest effect of interest, as a share of the baseline's mean, as `cogov compare` takes it."""


def half_width(deviation, count, level: float = LEVEL):
    """Half the width of the interval of a mean, from the standard deviation and the number of values.

    NaN where there are fewer than two values: one value tells nothing of its spread.
    """
    count = np.asarray(count, dtype=float)
    freedom = np.where(count > 1, count - 1, np.nan)
    return stats.t.ppf((1 + level) / 2, freedom) * np.asarray(deviation, dtype=float) / np.sqrt(count)


def means(frame: pd.DataFrame, measures: list[str], by="variant", level: float = LEVEL) -> pd.DataFrame:
    """Mean, half width of its interval and number of values, per group and measure.

    Columns: (measure, "mean"), (measure, "half"), (measure, "count"); one row a group, in the order of
    groups.
    """
    groups = frame.groupby(by, observed=True, sort=True)[list(measures)]
    mean, deviation, count = groups.mean(), groups.std(), groups.count()
    half = pd.DataFrame(half_width(deviation, count, level), index=mean.index, columns=mean.columns)
    whole = pd.concat({"mean": mean, "half": half, "count": count}, axis=1).swaplevel(axis=1)
    return whole.reindex(columns=[(m, s) for m in measures for s in ("mean", "half", "count")])


def within(frame: pd.DataFrame, measures: list[str], by: list[str], level: float = LEVEL) -> pd.DataFrame:
    """As `means`, but with intervals that leave out the luck which all groups of a replicate share.

    Runs of the same group and replicate are averaged first. Then the mean of each replicate over the groups
    is taken away, and the spread is scaled for that (Cousineau 2005, Morey 2008). Such intervals compare
    groups with one another; those of `means` tell where each group lies.
    """
    cells = frame.groupby(["replicate", *by], observed=True)[list(measures)].mean()
    centred = cells - cells.groupby(level="replicate").transform("mean")
    groups = centred.groupby(level=by, observed=True)
    count = groups.count()
    number = len(count)
    scale = np.sqrt(number / (number - 1)) if number > 1 else 1.0
    mean = cells.groupby(level=by, observed=True).mean()
    half = half_width(groups.std() * scale, count, level)
    half = pd.DataFrame(half, index=count.index, columns=count.columns)
    whole = pd.concat({"mean": mean, "half": half, "count": count}, axis=1).swaplevel(axis=1)
    return whole.reindex(columns=[(m, s) for m in measures for s in ("mean", "half", "count")])


def paired(
    frame: pd.DataFrame, measures: list[str], baseline: str, by=(), level: float = LEVEL
) -> pd.DataFrame:
    """Differences from the baseline, pair by pair of equal replicates (and of equal `by`, such as the
    week).

    One row per variant (but the baseline), `by` and measure: `difference`, `half` (NaN for a single pair),
    `low`, `high`, `pairs`, `base` (mean of the baseline over the pairs), and `correlation` of the pairs (how
    much the common luck helps; NaN where one side never varies).
    """
    by = list(by)
    keys = ["replicate", *by]
    base = frame[frame["variant"] == baseline].set_index(keys)[list(measures)]
    rows = []
    for variant, mine in frame[frame["variant"] != baseline].groupby("variant", observed=True):
        mine = mine.set_index(keys)[list(measures)]
        both = mine.index.intersection(base.index)
        mine, other = mine.loc[both], base.loc[both]
        difference = mine - other
        groups = difference.groupby(level=by) if by else difference.groupby(lambda _: 0)
        mean, deviation, count = groups.mean(), groups.std(), groups.count()
        half = pd.DataFrame(half_width(deviation, count, level), mean.index, mean.columns)
        # Of the baseline, over the replicates that have both.
        level_of_base = other.where(difference.notna())
        base_mean = (level_of_base.groupby(level=by) if by else level_of_base.groupby(lambda _: 0)).mean()
        parts = {"difference": mean, "half": half, "pairs": count, "base": base_mean}
        part = pd.DataFrame({name: table.stack() for name, table in parts.items()})
        part.index.names = [*(by or [None]), "measure"]
        part = part.reset_index(level=[*by, "measure"]).reset_index(drop=True)
        part.insert(0, "variant", variant)
        part["correlation"] = (
            np.nan if by else [correlation(mine[measure], other[measure]) for measure in part["measure"]]
        )
        rows.append(part)
    if not rows:
        columns = ["variant", "measure", "difference", "half", "pairs", "base", "correlation", *by]
        return pd.DataFrame(columns=[*columns, "low", "high"])
    table = pd.concat(rows, ignore_index=True)
    table["low"], table["high"] = table["difference"] - table["half"], table["difference"] + table["half"]
    table["variant"] = pd.Categorical(
        table["variant"], categories=list(frame["variant"].cat.categories), ordered=True
    )
    return table.sort_values(["variant", *by], kind="stable", ignore_index=True)


def finding(difference, half, pairs, base, level: float = LEVEL, smallest: float = SMALLEST) -> str:
    """What a paired difference tells: "different" (its interval leaves out zero), "equivalent" (it surely
    lies within ± `smallest`, a share of the baseline's mean: two one-sided tests at the same error), "small"
    (both), "same" (no pair differs) or "open"; empty for fewer than two pairs.
    """
    if not (pairs > 1 and np.isfinite(difference) and np.isfinite(half)):
        return ""
    if difference == 0 and half == 0:
        return "same"
    inner = half * stats.t.ppf(level, pairs - 1) / stats.t.ppf((1 + level) / 2, pairs - 1)
    bound = smallest * abs(base)
    differs = abs(difference) > half
    close = bound > 0 and abs(difference) + inner <= bound
    return {(True, True): "small", (True, False): "different", (False, True): "equivalent"}.get(
        (bool(differs), bool(close)), "open"
    )


def flow_means(flows: pd.DataFrame, runs: pd.DataFrame) -> pd.DataFrame:
    """Mean amount of a run, by variant, resource, giver, receiver and purpose; those above nothing.

    A run without a row of a flow had none of it: the mean is over all runs of a variant.
    """
    counts = runs.groupby("variant", observed=False)["replicate"].nunique()
    keys = ["variant", "resource", "from", "to", "purpose"]
    table = flows.groupby(keys, observed=True, sort=True)["amount"].sum().reset_index()
    table["amount"] = table["amount"] / table["variant"].map(counts).astype(float)
    table[keys] = table[keys].astype(str)
    return table[(table["amount"] > 0) & np.isfinite(table["amount"])].reset_index(drop=True)


def correlation(a, b) -> float:
    """Pearson's correlation of two aligned columns; NaN below three defined pairs or where one never
    varies.
    """
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    defined = np.isfinite(a) & np.isfinite(b)
    a, b = a[defined], b[defined]
    # A spread as small as what rounding leaves is none.
    if len(a) < 3 or any(np.ptp(side) <= 1e-12 * np.abs(side).max() for side in (a, b)):
        return float("nan")
    return float(stats.pearsonr(a, b).statistic)


def ellipse(x, y, level: float = LEVEL):
    """Confidence ellipse of the mean of two measures (Hotelling's T²): width, height and angle in degrees.

    None below three runs, or where the two do not vary independently.
    """
    points = np.column_stack([x, y]).astype(float)
    points = points[np.isfinite(points).all(axis=1)]
    count = len(points)
    if count < 3:
        return None
    covariance = np.cov(points, rowvar=False)
    values, vectors = np.linalg.eigh(covariance)
    if values[0] <= 1e-12 * max(values[1], 1e-300):
        return None
    scale = 2 * (count - 1) / (count - 2) * stats.f.ppf(level, 2, count - 2) / count
    long = vectors[:, 1] * np.sign(vectors[0, 1] or 1)
    axes = 2 * np.sqrt(values * scale)
    return float(axes[1]), float(axes[0]), float(np.degrees(np.arctan2(long[1], long[0])))


def pareto(x, y) -> np.ndarray:
    """Which points no other point exceeds in one coordinate without falling behind in the other."""
    points = np.column_stack([x, y]).astype(float)
    best = np.zeros(len(points), dtype=bool)
    for k, point in enumerate(points):
        if np.isfinite(point).all():
            beaten = (points >= point).all(axis=1) & (points > point).any(axis=1)
            best[k] = not beaten.any()
    return best


def factorial_effects(
    frame: pd.DataFrame, measure: str, factors: dict[str, tuple[str, str]], level: float = LEVEL
) -> pd.DataFrame:
    """Main effects and interactions of a full factorial whose factors have two levels each.

    factors: names with their low and high level. An effect of one factor is the mean at its high level less
    that at its low level; of two, how much more the one does at the high level of the other (a difference
    of differences); and so on. Each is computed within each replicate, whose luck is shared, and the
    interval is over replicates.

    One row an effect: `factors` (a tuple), `effect`, `low`, `high`, `count`.
    """
    from itertools import combinations

    names = list(factors)
    cells = frame.groupby(["replicate", *names], observed=True)[measure].mean().unstack(names)
    rows = []
    for size in range(1, len(names) + 1):
        for chosen in combinations(names, size):
            signs = [
                np.prod([1 if key[names.index(f)] == factors[f][1] else -1 for f in chosen])
                for key in (column if isinstance(column, tuple) else (column,) for column in cells.columns)
            ]
            # A cell that a replicate lacks makes its contrast undefined, not smaller.
            values = (cells * np.array(signs)).sum(axis=1, skipna=False) / (len(signs) / 2**size)
            values = values.dropna()
            half = half_width(values.std(), len(values), level)
            mean = values.mean()
            rows.append((chosen, mean, mean - half, mean + half, len(values)))
    return pd.DataFrame(rows, columns=["factors", "effect", "low", "high", "count"])


def quadratic(frame: pd.DataFrame, x: str, y: str, level: float = LEVEL) -> dict | None:
    """A parabola fitted within each replicate, and whether it turns inside the range of x.

    `coefficients` (means over replicates, highest power first), and the slopes at the least and at the
    greatest x with their intervals: (mean, low, high). It is an inverted U where the first slope is surely
    above and the second surely below zero (the rule of Lind and Mehlum 2010), and y is surely higher at the
    level nearest to the turn than at both ends: a parabola alone also turns where a curve only levels off
    (Simonsohn 2018). A U is the other way round. `shape` is "inverted-u", "u" or None. None below four levels
    or two replicates.
    """
    if frame[x].nunique() < 4:
        return None
    least, most = frame[x].min(), frame[x].max()
    fits = []
    for _, part in frame.dropna(subset=[y]).groupby("replicate"):
        if part[x].nunique() >= 4:
            fits.append(np.polyfit(part[x], part[y], 2))
    if len(fits) < 2:
        return None
    fits = np.array(fits)

    def interval(values):
        half = half_width(values.std(ddof=1), len(values), level)
        return values.mean(), values.mean() - half, values.mean() + half

    first, last = (interval(2 * fits[:, 0] * at + fits[:, 1]) for at in (least, most))
    bend, slope = fits.mean(axis=0)[:2]
    wide = frame.pivot_table(index="replicate", columns=x, values=y, observed=True)
    levels = wide.columns.to_numpy(dtype=float)
    top = wide.iloc[:, int(np.abs(levels + slope / (2 * bend)).argmin())] if bend else wide.iloc[:, 0]
    rises = [interval((top - wide[end]).dropna()) for end in (least, most)]
    shape = None
    if first[1] > 0 and last[2] < 0 and all(low > 0 for _, low, _ in rises):
        shape = "inverted-u"
    elif first[2] < 0 and last[1] > 0 and all(high < 0 for _, _, high in rises):
        shape = "u"
    return {"coefficients": fits.mean(axis=0), "first": first, "last": last, "shape": shape}


def threshold(frame: pd.DataFrame, x: str, y: str, level: float = LEVEL) -> tuple[float, float] | None:
    """The step between two neighbouring levels that is larger than all other steps together, if there is
    one.

    The two levels; None where no step is that large, its interval (paired by replicate) holds zero, or
    there are fewer than four levels or two replicates.
    """
    wide = frame.pivot_table(index="replicate", columns=x, values=y, observed=True)
    if wide.shape[1] < 4 or len(wide) < 2:
        return None
    steps = wide.diff(axis=1).iloc[:, 1:]
    mean = steps.mean()
    if not np.isfinite(mean).all():
        return None
    at = mean.abs().idxmax()
    half = half_width(steps[at].std(), steps[at].count(), level)
    if abs(mean[at]) <= 0.5 * mean.abs().sum() or not abs(mean[at]) > half:
        return None
    levels = list(wide.columns)
    return levels[levels.index(at) - 1], at
