"""What each variant changes."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import MANY, CannotDraw, Options
from cogov_plots.results import COMPOSITES, ORDER, VITALITY, Results

ROWS = 45
"""Variants that a page has room for."""


def draw(results: Results, options: Options) -> Figure:
    """A forest plot: differences from the baseline, paired by replicate, with intervals; a panel a measure.

    Hollow marks: the interval holds zero. With many variants those with the largest effects are shown.
    """
    others = common.need_others(results)
    usual = COMPOSITES if len(others) > MANY else (*COMPOSITES, *VITALITY, *ORDER)
    measures = options.chosen(results, usual)
    table = statistics.paired(results.runs, measures, results.baseline, level=options.level)
    table = table.dropna(subset=["difference"])
    asked, measures = measures, [m for m in measures if (table["measure"] == m).any()]
    say = options.labels.word
    options.leave_out(results, asked, measures, say("Left out, as undefined in every pair: {names}."))
    if not measures:
        raise CannotDraw(f"no variant shares a replicate with {results.baseline!r}: nothing to pair.")
    rows = _rows(table, measures, others, options)
    looks = common.looks(results, options)
    wide = max(2, min(4, len(measures)))
    figure, panels = common.panels(options, len(measures), wide, height=10 + 3.4 * len(rows))
    columns = figure.axes[0].get_gridspec().ncols
    for k, (axes, measure) in enumerate(zip(panels, measures, strict=True)):
        mine = table[table["measure"] == measure].set_index("variant")
        axes.axvline(0, color=style.RULE, linewidth=0.7, zorder=1)
        for row, variant in enumerate(rows):
            if variant not in mine.index:
                continue
            told = mine.loc[variant]
            look = looks.get(variant, {"color": "#444444", "marker": "o"})
            unclear = not (told["low"] > 0 or told["high"] < 0)
            low, high = told["low"], told["high"]
            if np.isfinite(low):
                axes.plot([low, high], [row, row], color=look["color"], linewidth=1, zorder=3)
            axes.plot(
                told["difference"],
                row,
                look["marker"],
                color=look["color"],
                mfc="white" if unclear else look["color"],
                mew=0.8,
                markersize=3.6,
                zorder=4,
                label=variant,
            )
        common.variant_axis(axes, common.shown(rows, options), labelled=k % columns == 0)
        axes.xaxis.set_major_locator(MaxNLocator(3 if columns > 3 else 5))
        title = options.labels.axis(results.measures[measure])
        axes.set_title(
            common.wrapped(title, options, columns, 2 if len(measures) > 2 else 1), loc="left", pad=2
        )
    words = say("Difference from {baseline}, paired by replicate.", baseline=options.names(results.baseline))
    if results.replicates > 1:
        words += " " + say(
            "Lines: {level} % intervals over {count} replicates; hollow: the interval holds zero.",
            level=common.level(options),
            count=results.replicates,
        )
    else:
        words += " " + say("One replicate: no intervals.")
    style.footnote(figure, words, options.style)
    return figure


def _rows(table, measures: list[str], others: list[str], options: Options) -> list[str]:
    """The variants of the rows: all in their order, or those that change the first two measures most."""
    if len(others) <= MANY:
        return others
    first = table[table["measure"].isin(measures[:2])]
    spread = first.groupby("measure")["difference"].transform("std").replace(0, np.nan).fillna(1)
    scaled = (first["difference"] / spread).abs().groupby(first["variant"], observed=True).max()
    ranked = list(scaled.sort_values(ascending=False, kind="stable").index)[:ROWS]
    if len(others) > ROWS:
        options.note(f"effects: {len(others)} variants; the {ROWS} with the largest effects are drawn.")
    # Sorted by the first measure, so that the eye finds the extremes.
    level = table[table["measure"] == measures[0]].set_index("variant")["difference"]
    return sorted(ranked, key=lambda v: -level.get(v, 0.0))
