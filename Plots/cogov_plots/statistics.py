"""Means, differences and effects with their intervals. Student's t throughout; undefined values are left out."""

import numpy as np
import pandas as pd
from scipy import stats

LEVEL = 0.95


def half_width(deviation, count, level: float = LEVEL):
    """Half the width of the interval of a mean, from the standard deviation and the number of values.

    NaN where there are fewer than two values: one value tells nothing of its spread.
    """
    count = np.asarray(count, dtype=float)
    freedom = np.where(count > 1, count - 1, np.nan)
    return stats.t.ppf((1 + level) / 2, freedom) * np.asarray(deviation, dtype=float) / np.sqrt(count)


def means(frame: pd.DataFrame, measures: list[str], by="variant", level: float = LEVEL) -> pd.DataFrame:
    """Mean, half width of its interval and number of values, per group and measure.

    Columns: (measure, "mean"), (measure, "half"), (measure, "count"); one row a group, in the order of groups.
    """
    groups = frame.groupby(by, observed=True, sort=True)[list(measures)]
    mean, deviation, count = groups.mean(), groups.std(), groups.count()
    half = pd.DataFrame(half_width(deviation, count, level), index=mean.index, columns=mean.columns)
    whole = pd.concat({"mean": mean, "half": half, "count": count}, axis=1).swaplevel(axis=1)
    return whole.reindex(columns=[(m, s) for m in measures for s in ("mean", "half", "count")])


def paired(
    frame: pd.DataFrame, measures: list[str], baseline: str, by=(), level: float = LEVEL
) -> pd.DataFrame:
    """Differences from the baseline, pair by pair of equal replicates (and of equal `by`, such as the week).

    One row per variant (but the baseline), `by` and measure: `difference`, `half` (NaN for a single pair), `low`,
    `high`, `pairs`, and `correlation` of the pairs (how much the common luck helps; NaN where one side never
    varies).
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
        half = half_width(deviation, count, level)
        for k, measure in enumerate(measures):
            part = pd.DataFrame(
                {
                    "variant": variant,
                    "measure": measure,
                    "difference": mean[measure],
                    "half": half[:, k],
                    "pairs": count[measure],
                }
            )
            part["correlation"] = correlation(mine[measure], other[measure]) if not by else np.nan
            rows.append(part.reset_index() if by else part.reset_index(drop=True))
    if not rows:
        columns = ["variant", "measure", "difference", "half", "pairs", "correlation", *by]
        return pd.DataFrame(columns=[*columns, "low", "high"])
    table = pd.concat(rows, ignore_index=True)
    table["low"], table["high"] = table["difference"] - table["half"], table["difference"] + table["half"]
    table["variant"] = pd.Categorical(
        table["variant"], categories=list(frame["variant"].cat.categories), ordered=True
    )
    return table.sort_values(["variant", *by], kind="stable", ignore_index=True)


def correlation(a, b) -> float:
    """Pearson's correlation of two aligned columns; NaN below three defined pairs or where one never varies."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    defined = np.isfinite(a) & np.isfinite(b)
    a, b = a[defined], b[defined]
    if len(a) < 3 or np.ptp(a) == 0 or np.ptp(b) == 0:
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
