"""What is reported beside what is so."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options, highlighted
from cogov_plots.results import FORMAL, Results

TITLES = {
    "completion_reported": "Demands handled",
    "turnout_official": "Election turnout",
    "coverage_paper": "Coverage by organisations",
    "tasks_done": "Administrative tasks done",
}


def draw(results: Results, options: Options) -> Figure:
    """Dumbbells, a row a variant: reported upwards (hollow) and so in truth (filled). The longer the line,
    the more is form alone. Tasks not done are reported as done by definition, so what is reported of tasks
    is 1.
    """
    pairs = [(a, b) for a, b in FORMAL.items() if len(results.present((a, b))) == 2]
    if results.present(["tasks_done"]):
        pairs.append((None, "tasks_done"))
    if options.measures:
        pairs = [pair for pair in pairs if set(pair) & set(options.measures)]
    if not pairs:
        raise CannotDraw("runs.csv holds none of the pairs of reported and true measures.")
    variants = highlighted(results, options)
    looks = common.looks(results, options)
    measures = [m for pair in pairs for m in pair if m]
    table = statistics.means(results.runs, measures, level=options.level)
    figure, panels = common.panels(options, len(pairs), 4, height=12 + 4 * len(variants))
    columns = figure.axes[0].get_gridspec().ncols
    for k, (axes, (formal, true)) in enumerate(zip(panels, pairs, strict=True)):
        for row, variant in enumerate(variants):
            _draw_row(axes, table, formal, true, variant, row, looks[variant])
        common.variant_axis(axes, common.shown(variants, options), labelled=k % columns == 0)
        axes.set_title(options.labels.word(TITLES[formal or true]), loc="left")
        axes.set_xlabel(options.labels.unit(results.measures[true].unit))
        if results.measures[true].unit == "share":
            # There are no shares beyond 1; marks at the ends are not cut.
            low, high = axes.get_xlim()
            axes.set_xlim(max(low, 0), min(high, 1))
    say = options.labels.word
    entries = [
        Line2D([], [], marker="o", color="#444444", mfc="white", linestyle="", label=say("reported")),
        Line2D([], [], marker="o", color="#444444", linestyle="", label=say("true")),
    ]
    common.legend(figure, entries, options, columns=2)
    style.footnote(figure, common.interval_words(results, options), options.style)
    return figure


def _draw_row(axes: Axes, table, formal: str | None, true: str, variant: str, row: int, look: dict) -> None:
    if variant not in table.index:
        return
    mean, half, _ = table.loc[variant, true]
    reported, reported_half = 1.0, np.nan
    if formal:
        reported, reported_half, _ = table.loc[variant, formal]
    axes.plot([mean, reported], [row, row], color=look["color"], linewidth=0.7, alpha=0.55, zorder=2)
    for value, width, fill in ((reported, reported_half, "white"), (mean, half, look["color"])):
        if np.isfinite(width):
            axes.plot(
                [value - width, value + width], [row, row], color=look["color"], linewidth=2.2, zorder=3
            )
        axes.plot(
            value,
            row,
            look["marker"],
            color=look["color"],
            mfc=fill,
            markersize=4.2,
            mew=0.8,
            zorder=4,
            label=variant,
            clip_on=False,
        )
