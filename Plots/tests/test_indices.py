"""Indices of sensitivity from the points of a batch."""

import numpy as np
import pandas as pd
import pytest
from conftest import PROJECT
from SALib.sample import latin, morris, sobol

from cogov_plots import Results, indices
from cogov_plots.figures import CannotDraw, make
from cogov_plots.options import Options

SPACE = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[0, 1], [0, 10], [5, 6]]}


class Points:
    """Stands for the results of a sample: over its range a moves vitality by 10, b by 5, c not at all."""

    factors = ("a", "b", "c")

    def __init__(self, points: np.ndarray):
        self.runs = pd.DataFrame(points, columns=self.factors)
        self.runs["vitality"] = 10 * self.runs["a"] + 0.5 * self.runs["b"]
        names = [f"point {k}" for k in range(len(points))]
        self.runs["variant"] = pd.Categorical(names, categories=names, ordered=True)

    def is_numeric(self, factor: str) -> bool:
        return True

    def levels(self, factor: str) -> list:
        return list(self.runs[factor].unique())


def test_morris():
    found = indices.compute(Points(morris.sample(SPACE, 8, num_levels=4, seed=1)), ["vitality"])
    table = found.table
    assert found.trajectories == 8
    assert list(table["mu_star"]) == pytest.approx([10, 5, 0])
    assert list(table["sigma"]) == pytest.approx([0, 0, 0], abs=1e-9)
    assert "S1" not in table


@pytest.mark.parametrize("second", [True, False])
def test_sobol(second):
    points = sobol.sample(SPACE, 256, calc_second_order=second, seed=1)
    assert indices.saltelli(points) is second
    table = indices.compute(Points(points), ["vitality"]).table
    # Variances of 100/12 and 25/12.
    assert list(table["S1"]) == pytest.approx([0.8, 0.2, 0], abs=0.03)
    assert list(table["ST"]) == pytest.approx([0.8, 0.2, 0], abs=0.03)


def test_any_other_sample_gives_first_order():
    table = indices.compute(Points(latin.sample(SPACE, 500, seed=1)), ["vitality"]).table
    assert list(table["S1"]) == pytest.approx([0.8, 0.2, 0], abs=0.08)
    assert "ST" not in table


def test_same_points_same_indices():
    points = Points(latin.sample(SPACE, 100, seed=1))
    pd.testing.assert_frame_equal(
        indices.compute(points, ["vitality"]).table, indices.compute(points, ["vitality"]).table
    )


def test_what_carries_no_indices_is_told():
    with pytest.raises(indices.NoDesign, match="20 points tell little"):
        indices.compute(Points(latin.sample(SPACE, 20, seed=1)), ["vitality"])
    grid = np.array(np.meshgrid(range(5), range(5), range(5))).reshape(3, -1).T
    with pytest.raises(indices.NoDesign, match="few levels"):
        indices.compute(Points(grid), ["vitality"])
    gaps = Points(latin.sample(SPACE, 100, seed=1))
    gaps.runs.loc[3, "vitality"] = np.nan
    with pytest.raises(indices.NoDesign, match=r"no measure varies .*undefined at some point: vitality"):
        indices.compute(gaps, ["vitality"])


SAMPLES = {
    "morris": lambda: morris.sample(SPACE, 4, num_levels=4, seed=1),
    "sobol": lambda: sobol.sample(SPACE, 16, calc_second_order=False, seed=1),
    "rbd_fast": lambda: latin.sample(SPACE, 80, seed=1),
}


@pytest.mark.parametrize("method", SAMPLES)
@pytest.mark.parametrize("noise", [0.0, 1e-15])
def test_what_does_not_vary_is_left_out_and_named(method, noise):
    """The variance of a constant column is rounding, and shares of it are noise: 0.91 for every parameter."""
    points = Points(SAMPLES[method]())
    wobble = np.random.default_rng(1).random(len(points.runs))
    points.runs["order"] = 8.512728050804201 * (1 + noise * wobble)
    points.runs["initiative"] = 0.0
    found = indices.compute(points, ["order", "vitality", "initiative"])
    assert set(found.table["output"]) == {"vitality"}
    assert found.constant == ["order", "initiative"]
    with pytest.raises(
        indices.NoDesign, match=r"no measure varies over the sample \(constant: order; initiative"
    ):
        indices.compute(points, ["order", "initiative"])


def test_what_varies_little_is_kept():
    points = Points(SAMPLES["rbd_fast"]())
    points.runs["order"] = 8.5 + 1e-6 * points.runs["a"]
    assert set(indices.compute(points, ["order"]).table["output"]) == {"order"}


def test_one_trajectory_or_block_is_told():
    with pytest.raises(indices.NoDesign, match="a single Morris trajectory"):
        indices.compute(Points(morris.sample(SPACE, 1, num_levels=4, seed=1)), ["vitality"])
    for second in (True, False):
        block = sobol.sample(SPACE, 2, calc_second_order=second, seed=1)
        with pytest.raises(indices.NoDesign, match="a single block"):
            indices.compute(Points(block[: len(block) // 2]), ["vitality"])


def test_figures_name_what_does_not_vary(batch):
    """Nobody begins public issues in this place: a Latin hypercube over it says nothing of initiative."""
    experiment = (
        '{ title: "Flat", base: "base.json5", seed: 1, replicates: 1, latinHypercube: { seed: 1, points: 66, '
        'ranges: { "conditions.demandLoad": [0.5, 2], "conditions.taskAppetite": [2, 8] } } }'
    )
    base = (
        '{ title: "Tiny", city: { residents: 300, neighbourhoods: 1 }, '
        'weeks: { start: "2014-12", burnIn: 2, observed: 6, interval: 2 } }'
    )
    results = Results(batch(experiment, base))
    flat = [m for m in results.measures if results.runs[m].notna().all() and indices.is_flat(results.runs[m])]
    varied = next(m for m in ("order", "grievance", "vitality") if m not in flat)
    options = Options(measures=(varied, flat[0]))
    figure = make("sensitivity", results, options)
    words = figure.small_print
    assert "Left out, as they do not vary over the sample: " in words
    assert any(flat[0] in note for note in options.notes)
    with pytest.raises(CannotDraw, match="no measure varies over the sample"):
        make("sensitivity", results, Options(measures=(flat[0],)))


def test_points_that_cogov_ran(program, batch, tmp_path):
    space = {"num_vars": 2, "names": ["conditions.demandLoad", "conditions.taskAppetite"]}
    space["bounds"] = [[0.5, 2], [2, 8]]
    table = pd.DataFrame(morris.sample(space, 4, num_levels=4, seed=1), columns=space["names"])
    points = tmp_path / "points.csv"
    table.to_csv(points, index=False)
    base = PROJECT / "Plots/tests/data/base.json5"
    folder = batch(f'{{ title: "Sample", base: "{base}", points: "{points}", seed: 1, replicates: 2 }}', "{}")
    figure = make("sensitivity", Results(folder), Options())
    bars, scatter, *_ = figure.axes
    assert bars.get_title(loc="left") == "Vitality" and len(figure.axes) == 4
    names = [tick.get_text().split()[0] for tick in bars.get_yticklabels()]
    assert sorted(names) == ["demandLoad", "taskAppetite"]
    assert {text.get_text() for text in scatter.texts} == {"1", "2"}


def test_designs_of_few_points_are_told(batch):
    experiment = (
        '{ title: "Few", base: "base.json5", seed: 1, replicates: 1, latinHypercube: { seed: 1, points: 4, '
        'ranges: { "conditions.demandLoad": [0.5, 2], "conditions.taskAppetite": [2, 8] } } }'
    )
    base = (PROJECT / "Plots/tests/data/base.json5").read_text(encoding="utf-8")
    with pytest.raises(CannotDraw, match="4 points tell little: it takes 65"):
        make("sensitivity", Results(batch(experiment, base)), Options())
