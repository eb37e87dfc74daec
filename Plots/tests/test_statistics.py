"""Numbers of the figures against what scipy and plain arithmetic give."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from cogov_plots import statistics


def frame(**columns) -> pd.DataFrame:
    table = pd.DataFrame(columns)
    table["variant"] = pd.Categorical(table["variant"], categories=list(dict.fromkeys(table["variant"])))
    return table


def test_means_have_student_intervals():
    values = [1.0, 2.0, 4.0, 7.0]
    table = statistics.means(frame(variant=["a"] * 4, replicate=[1, 2, 3, 4], x=values), ["x"])["x"].loc["a"]
    low, high = stats.t.interval(0.95, 3, loc=np.mean(values), scale=stats.sem(values))
    assert table["mean"] == pytest.approx(3.5)
    assert table["mean"] - table["half"] == pytest.approx(low)
    assert table["mean"] + table["half"] == pytest.approx(high)


def test_one_value_has_no_interval_and_undefined_values_do_not_count():
    data = frame(variant=["a", "a", "b"], replicate=[1, 2, 1], x=[1.0, np.nan, 3.0])
    table = statistics.means(data, ["x"])["x"]
    assert table["count"].tolist() == [1, 1]
    assert table["half"].isna().all()


def test_differences_are_paired_by_replicate():
    luck = np.array([0.0, 10.0, -5.0, 3.0])
    data = frame(
        variant=["base"] * 4 + ["more"] * 4,
        replicate=[1, 2, 3, 4, 4, 3, 2, 1],
        x=np.concatenate([luck, luck[::-1] + 2]),
    )
    told = statistics.paired(data, ["x"], "base").iloc[0]
    assert told["difference"] == pytest.approx(2)
    assert told["low"] == pytest.approx(2) and told["high"] == pytest.approx(2)
    assert told["pairs"] == 4
    assert told["correlation"] == pytest.approx(1)


def test_pairs_that_lack_a_partner_are_left_out():
    data = frame(variant=["base", "base", "more"], replicate=[1, 2, 2], x=[1.0, 2.0, 5.0])
    told = statistics.paired(data, ["x"], "base").iloc[0]
    assert (told["difference"], told["pairs"]) == (3, 1)
    assert np.isnan(told["half"])
    assert statistics.paired(data[:2], ["x"], "base").empty


def test_ellipse_holds_the_mean_about_as_often_as_it_says():
    generator = np.random.default_rng(5)
    covariance = [[4.0, 1.5], [1.5, 1.0]]
    held = 0
    for _ in range(600):
        points = generator.multivariate_normal([0, 0], covariance, 8)
        width, height, angle = statistics.ellipse(points[:, 0], points[:, 1])
        turned = np.radians(angle)
        away = -points.mean(axis=0)
        along = away @ [np.cos(turned), np.sin(turned)]
        across = away @ [-np.sin(turned), np.cos(turned)]
        held += (2 * along / width) ** 2 + (2 * across / height) ** 2 <= 1
    assert 0.92 < held / 600 < 0.98


def test_ellipse_needs_three_runs_that_vary():
    assert statistics.ellipse([1, 2], [3, 4]) is None
    assert statistics.ellipse([1, 2, 3], [1, 2, 3]) is None
    assert statistics.ellipse([1, 1, 1], [1, 1, 1]) is None
    assert statistics.ellipse([1, 2, np.nan], [1, 3, 3]) is None


def test_pareto_front():
    best = statistics.pareto([1, 2, 3, 2, np.nan], [3, 2, 1, 1, 9])
    assert best.tolist() == [True, True, True, False, False]


def test_effects_of_a_factorial():
    rows = []
    for replicate, luck in enumerate([0.0, 5.0, -2.0]):
        for a in "01":
            for b in "01":
                rows.append((replicate, a, b, luck + 2 * (a == "1") + 3 * (b == "1") + 4 * (a == b == "1")))
    data = pd.DataFrame(rows, columns=["replicate", "a", "b", "x"])
    table = statistics.factorial_effects(data, "x", {"a": ("0", "1"), "b": ("0", "1")})
    effects = dict(zip(table["factors"], table["effect"], strict=True))
    # a does 2 without b and 6 with it.
    assert effects[("a",)] == pytest.approx(4)
    assert effects[("b",)] == pytest.approx(5)
    assert effects[("a", "b")] == pytest.approx(4)
    assert (table["high"] - table["low"]).max() == pytest.approx(0)


def test_shared_luck_is_left_out_within():
    rows = [(r, level, 10 * r + level) for r in range(4) for level in range(3)]
    data = pd.DataFrame(rows, columns=["replicate", "level", "x"])
    table = statistics.within(data, ["x"], ["level"])["x"]
    assert table["mean"].tolist() == [15, 16, 17]
    assert table["half"].max() == pytest.approx(0)


def test_inverted_u_and_threshold():
    generator = np.random.default_rng(1)
    levels = np.linspace(0, 1, 5)
    rows = [
        (r, x, 4 - 8 * (x - 0.5) ** 2 + noise, 3.0 * (x > 0.4) + noise, x + noise)
        for r in range(6)
        for x, noise in zip(levels, generator.normal(0, 0.05, 5), strict=True)
    ]
    data = pd.DataFrame(rows, columns=["replicate", "at", "hill", "step", "line"])
    fit = statistics.quadratic(data, "at", "hill")
    assert fit["shape"] == "inverted-u"
    assert -fit["coefficients"][1] / (2 * fit["coefficients"][0]) == pytest.approx(0.5, abs=0.05)
    assert statistics.quadratic(data, "at", "line")["shape"] is None
    assert statistics.threshold(data, "at", "step") == (0.25, 0.5)
    assert statistics.threshold(data, "at", "line") is None
    assert statistics.threshold(data, "at", "hill") is None
    assert statistics.quadratic(data[data["at"] < 0.6], "at", "hill") is None


def test_a_curve_that_levels_off_is_no_inverted_u():
    generator = np.random.default_rng(3)
    at = np.tile([0.25, 0.5, 1, 1.5, 2, 3, 4], 6)
    data = pd.DataFrame({"at": at, "replicate": np.repeat(range(6), 7)})
    data["y"] = 36 - 8 * np.exp(-2 * at) + generator.normal(0, 0.1, len(data))
    fit = statistics.quadratic(data, "at", "y")
    assert fit["first"][1] > 0 and fit["last"][2] < 0, "the ends of the parabola alone would say so"
    assert fit["shape"] is None


def test_correlation_of_what_hardly_varies_is_undefined():
    assert np.isnan(statistics.correlation([1, 1, 1, 1], [1, 2, 3, 5]))
    assert np.isnan(statistics.correlation([0.1 + 0.2, 0.3, 0.3, 0.3], [1, 2, 3, 5]))
    assert np.isnan(statistics.correlation([0, 0, 0], [0, 0, 0]))
    assert statistics.correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
