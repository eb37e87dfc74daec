"""How the factors of a factorial act together."""

from itertools import combinations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import COMPOSITES, Results

LEVELS = 8


def draw(results: Results, options: Options) -> Figure:
    """A row a measure: for each pair of factors, means with intervals by the levels of the first, a line a
    level of the second (lines that are not parallel are an interaction); and, where every factor has two
    levels, all main effects and interactions with intervals.
    """
    factors = _factors(results, options)
    measures = options.chosen(results, COMPOSITES)
    pairs = list(combinations(factors, 2))
    levels = {factor: results.levels(factor) for factor in factors}
    two = all(len(found) == 2 for found in levels.values()) and len(factors) <= 4
    pairs = pairs[: (3 if two else 4) if options.style == "double" else 2]
    panels = len(pairs) + two
    wide = panels if options.style == "double" else 1
    rows = len(measures) * (1 if options.style == "double" else panels)
    ratios = {"width_ratios": [1] * len(pairs) + [1.35]} if two and options.style == "double" else {}
    figure, grid = style.figure(
        options.style, height=55 * rows + 8, nrows=rows, ncols=wide, squeeze=False, gridspec_kw=ratios
    )
    grid = grid.reshape(len(measures), panels)
    for axes_row, measure in zip(grid, measures, strict=True):
        for axes, (first, second) in zip(axes_row, pairs, strict=False):
            _draw_pair(axes, results, options, measure, first, second, levels)
        limits = [axes.get_ylim() for axes in axes_row[: len(pairs)]]
        for axes in axes_row[: len(pairs)]:
            axes.set_ylim(min(low for low, _ in limits), max(high for _, high in limits))
        if two:
            _draw_effects(axes_row[-1], results, options, measure, levels)
    say = options.labels.word
    notes = [common.within_words(results, options)]
    left_out = len(list(combinations(factors, 2))) - len(pairs)
    if left_out:
        options.note(f"interactions: {left_out} more pairs of factors; choose with --factors.")
    if len(factors) > 2:
        notes.append(say("Lines average over the other factors."))
    if two:
        notes.append(
            say("A × B: how much more A does at the second level of B. Computed within each replicate.")
        )
    style.footnote(figure, " ".join(notes), options.style)
    return figure


def _factors(results: Results, options: Options) -> list[str]:
    named = results.known(list(options.factors), "factor") if options.factors else results.factors
    factors = [f for f in named if 2 <= len(results.levels(f)) <= LEVELS]
    if len(factors) < 2:
        raise CannotDraw(
            f"it takes two factors with 2 to {LEVELS} levels each, as a factorial; there are {len(factors)}."
        )
    return factors[:4]


def _draw_pair(axes: Axes, results, options, measure, first, second, levels) -> None:
    table = statistics.within(results.runs, [measure], [first, second], options.level)[measure]
    at = np.arange(len(levels[first]))
    entries = []
    for k, level in enumerate(levels[second]):
        look = style.look(k)
        mine = table.xs(level, level=second).reindex(levels[first])
        # Slightly apart, so that intervals do not hide one another.
        shifted = at + (k - (len(levels[second]) - 1) / 2) * 0.06
        axes.errorbar(
            shifted,
            mine["mean"],
            yerr=mine["half"].to_numpy() if mine["half"].notna().any() else None,
            color=look["color"],
            marker=look["marker"],
            linestyle=look["linestyle"],
            elinewidth=0.8,
            markersize=3.5,
            label=options.names(level, 16),
        )
        entries.append(Line2D([], [], **look, markersize=3.5, label=options.names(level, 16)))
    axes.set_xticks(at, [options.names(level, 40 // len(at)) for level in levels[first]])
    axes.set_xlim(-0.35, len(at) - 0.65)
    axes.set_xlabel(options.names(first))
    axes.set_ylabel(options.labels.axis(results.measures[measure]))
    legend = axes.legend(
        handles=entries,
        title=options.names(second),
        title_fontsize=6.5,
        loc="lower left",
        bbox_to_anchor=(-0.05, 1.0),
        ncols=2 if max(map(style.width, levels[second])) < 10 and options.style == "double" else 1,
        alignment="left",
        handlelength=2.4,
        columnspacing=1,
        borderaxespad=0,
    )
    legend.set_in_layout(True)


def _draw_effects(axes: Axes, results, options, measure, levels) -> None:
    ends = {factor: (found[0], found[1]) for factor, found in levels.items()}
    table = statistics.factorial_effects(results.runs, measure, ends, options.level)
    names = [
        " × ".join(options.names(f, max(8, 30 // len(chosen))) for f in chosen) for chosen in table["factors"]
    ]
    axes.axvline(0, color=style.RULE, linewidth=0.7, zorder=1)
    for row, told in table.iterrows():
        order = len(told["factors"])
        look = style.look(order - 1)
        common.draw_interval(axes, told["effect"], told["low"], told["high"], row, look)
    common.variant_axis(axes, names)
    label = options.labels.axis(results.measures[measure])
    text = options.labels.word("effect on {measure}", measure=label)
    axes.set_xlabel(common.wrapped(text, options, len(levels) + 1))
