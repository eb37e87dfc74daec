"""A measure against one numeric factor."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import MANY, CannotDraw, Options
from cogov_plots.results import COMPOSITES, Results

FLAT = 0.1
"""Share of the height of all lines below which the shape of one is not worth a mark."""


def draw(results: Results, options: Options) -> Figure:
    """Means with intervals over the levels of a factor; a line a level of a second factor.

    A fitted parabola is drawn where both of its ends surely slope in opposite directions (an inverted U or
    a U) and the turn surely exceeds them; else a shaded stretch in the colour of the line marks a threshold:
    one step larger than all others together.
    """
    x, by = _factors(results, options)
    measures = options.chosen(results, COMPOSITES)
    runs = results.runs.assign(**{"at": pd.to_numeric(results.runs[x].astype(str))})
    groups = results.levels(by) if by else [None]
    figure, panels = common.panels(options, len(measures), 2, height=56)
    found = set()
    by_line = ["at", by] if by else ["at"]
    for letter, (axes, measure) in enumerate(zip(panels, measures, strict=True)):
        height = np.ptp(runs.groupby(by_line, observed=True)[measure].mean().dropna())
        for k, level in enumerate(groups):
            mine = runs if level is None else runs[runs[by].astype(str) == level]
            # Slightly apart, so that intervals do not hide one another.
            shift = (k - (len(groups) - 1) / 2) * 0.008 * (runs["at"].max() - runs["at"].min())
            found |= _draw_curve(axes, mine, measure, style.look(k), level, shift, height, options)
        axes.set_xlabel(options.names(x, 60))
        axes.set_ylabel(options.labels.axis(results.measures[measure]))
        common.label_axes(axes, letter)
    say = options.labels.word
    if by:
        entries = common.handles(
            {level: style.look(k) for k, level in enumerate(groups)}, options, lines=True
        )
        legend = figure.legend(
            handles=entries, title=options.names(by), loc="outside right upper", alignment="left"
        )
        legend.get_title().set_fontsize(6.5)
    notes = [common.within_words(results, options)]
    averaged = [f for f in results.factors if f not in (x, by) and len(results.levels(f)) > 1]
    if averaged:
        notes.append(say("Other factors are averaged over."))
    if "turn" in found:
        notes.append(
            say(
                "Thin: parabola of a curve that surely rises and falls, or the reverse; ring: where it turns."
            )
        )
    if "threshold" in found:
        notes.append(say("Shaded: a step larger than all others of its line together."))
    style.footnote(figure, " ".join(notes), options.style)
    return figure


def _draw_curve(
    axes: Axes, runs, measure: str, look: dict, name: str | None, shift: float, height: float, options
) -> set[str]:
    """Draws one line, and marks its shape where it bends by more than FLAT of the `height` of the panel."""
    table = statistics.within(runs, [measure], ["at"], options.level)[measure].dropna(subset=["mean"])
    half = table["half"].to_numpy()
    axes.errorbar(
        table.index + shift,
        table["mean"],
        yerr=half if np.isfinite(half).any() else None,
        color=look["color"],
        marker=look["marker"],
        linestyle=look["linestyle"],
        elinewidth=0.8,
        markersize=3.5,
        label=name or measure,
        zorder=3,
    )
    found = set()
    if np.ptp(table["mean"]) < FLAT * height:
        return found
    fit = statistics.quadratic(runs, "at", measure, options.level)
    if fit and fit["shape"]:
        found.add("turn")
        along = np.linspace(table.index.min(), table.index.max(), 101)
        axes.plot(
            along, np.polyval(fit["coefficients"], along), color=look["color"], linewidth=0.5, gid="fit"
        )
        turn = -fit["coefficients"][1] / (2 * fit["coefficients"][0])
        axes.plot(
            turn,
            np.polyval(fit["coefficients"], turn),
            "o",
            mfc="none",
            mec=look["color"],
            markersize=8,
            mew=0.8,
            gid="turn",
            zorder=4,
        )
    step = None if found else statistics.threshold(runs, "at", measure, options.level)
    if step:
        found.add("threshold")
        axes.axvspan(*step, color=look["color"], alpha=0.1, linewidth=0, zorder=0, gid="threshold")
    return found


def _factors(results: Results, options: Options) -> tuple[str, str | None]:
    """The factor along the axis, and the factor of the lines."""
    if options.factor:
        x = results.known([options.factor], "factor")[0]
        if not results.is_numeric(x):
            raise CannotDraw(f"the levels of {x} are not all numbers.")
    else:
        numeric = [f for f in results.factors if results.is_numeric(f) and len(results.levels(f)) > 2]
        if not numeric:
            raise CannotDraw("it takes a factor with at least three levels that are all numbers.")
        x = max(numeric, key=lambda f: len(results.levels(f)))
    others = [f for f in results.factors if f != x and 2 <= len(results.levels(f)) <= MANY]
    asked = [f for f in options.factors if f in others]
    return x, next(iter(asked or others), None)
