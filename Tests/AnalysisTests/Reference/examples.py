"""Writes examples.json: numbers that SciPy and statsmodels give for shared examples.

pip install scipy statsmodels
python3 Tests/AnalysisTests/Reference/examples.py > Tests/AnalysisTests/Reference/examples.json

The tests of the statistics read the file; nobody needs Python to run them.
"""

import itertools
import json

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.weightstats import ttost_paired

LEVELS = [0.9, 0.95, 0.99]


def summary(contrast):
    """Mean, intervals and Student's t of a contrast formed replicate by replicate."""
    n = len(contrast)
    test = stats.ttest_1samp(contrast, 0)
    deviation = np.std(contrast, ddof=1)
    return {
        "n": n,
        "mean": np.mean(contrast),
        "deviation": deviation,
        "t": test.statistic,
        "p": test.pvalue,
        "dz": np.mean(contrast) / deviation,
        "intervals": [
            [level, *stats.t.interval(level, n - 1, np.mean(contrast), stats.sem(contrast))]
            for level in LEVELS
        ],
    }


def pair(x, y, smallest):
    """A variant against a baseline, paired."""
    x, y = np.array(x), np.array(y)
    spread = stats.pearsonr(x + y, x - y)
    n = len(x)
    t = spread.statistic * np.sqrt((n - 2) / (1 - spread.statistic**2))
    return summary(x - y) | {
        "x": list(x),
        "y": list(y),
        "smallest": smallest,
        "p_paired": stats.ttest_rel(x, y).pvalue,
        "correlation": stats.pearsonr(x, y).statistic,
        "d": np.mean(x - y) / np.sqrt((np.var(x, ddof=1) + np.var(y, ddof=1)) / 2),
        "p_equivalence": ttost_paired(x, y, -smallest, smallest)[0],
        "spread_t": t,
        "spread_p": spread.pvalue,
        "spread_difference": np.std(x, ddof=1) - np.std(y, ddof=1),
    }


def contrast(arms, weights):
    arms, weights = np.array(arms), np.array(weights)
    spared = 1 - np.var(weights @ arms, ddof=1) / (weights**2 @ np.var(arms, axis=1, ddof=1))
    return summary(weights @ arms) | {
        "arms": arms.tolist(),
        "weights": weights.tolist(),
        "d": np.mean(weights @ arms) / np.sqrt(np.mean(np.var(arms, axis=1, ddof=1))),
        "spared": spared,
    }


def factorial(factors, replicates, rng):
    """Effects of a full two-level design by least squares within each replicate: twice the coefficients."""
    points = list(itertools.product([-1, 1], repeat=factors))
    words = [w for k in (1, 2, 3) for w in itertools.combinations(range(factors), k)]
    columns = np.array([[np.prod([p[f] for f in w]) for w in words] for p in points])
    truth = rng.normal(0, 1, len(words))
    values = columns @ truth + rng.normal(0, 0.7, (replicates, len(points))) + 40
    design = np.column_stack([np.ones(len(points)), columns])
    effects = [2 * np.linalg.lstsq(design, row, rcond=None)[0][1:] for row in values]
    return {
        "points": points,
        "values": values.tolist(),
        "effects": [
            summary(np.array(effects)[:, i]) | {"word": list(word)} for i, word in enumerate(words)
        ],
    }


def main():
    rng = np.random.default_rng(20)
    pairs = []
    for n in [3, 4, 5, 10, 20, 21, 50, 200]:
        for shift, noise, gain in [(0, 1, 1), (0.4, 0.3, 1), (3, 0.2, 1.5), (-0.1, 0.05, 0.6)]:
            y = rng.normal(50, 2, n)
            x = 50 + gain * (y - 50) + shift + rng.normal(0, noise, n)
            pairs.append(pair(x, y, 0.5))
    contrasts = [
        contrast(rng.normal(10, 1, (len(w), n)) + rng.normal(0, 2, n), w)
        for n in [3, 8, 20]
        for w in [[1, -1, -1, 1], [1, -0.5, -0.5], [1, -2, 1], [0.5, 0.5, -1]]
    ]
    holm = []
    for count in [1, 2, 5, 40]:
        p = rng.uniform(0, 1, count) ** 3
        holm.append({"p": list(p), "adjusted": list(multipletests(p, method="holm")[1])})
    tails = [
        [freedom, t, 2 * stats.t.sf(t, freedom)]
        for freedom in [1, 2, 3, 4, 7, 10, 19, 50, 101, 999, 20000]
        for t in [0, 0.01, 0.5, 1, 1.01, 1.96, 3, 5, 8, 12, 30, 200]
    ]
    # Below 1e-300 numbers lose figures everywhere.
    tails = [tail for tail in tails if tail[2] > 1e-290]
    result = {
        "pairs": pairs,
        "contrasts": contrasts,
        "holm": holm,
        "tails": tails,
        "factorials": [factorial(2, 5, rng), factorial(3, 6, rng)],
    }
    print(json.dumps(result, default=float))


main()
