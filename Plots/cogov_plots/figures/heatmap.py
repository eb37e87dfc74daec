"""A sweep over two factors."""

import numpy as np
from matplotlib.figure import Figure

from cogov_plots import style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import COMPOSITES, Results

MOST_WITH_TEXT = 10


def draw(results: Results, options: Options) -> Figure:
    """Means by the levels of two factors, a panel a measure; other factors are averaged over. A cell
    without a run stays white with a cross.
    """
    x, y = _factors(results, options)
    measures = options.chosen(results, COMPOSITES)
    columns, rows = results.levels(x), results.levels(y)
    width = (80 if options.style == "double" else 78) / len(columns)
    cell = min(max(width, 5), 11)
    figure, panels = common.panels(options, len(measures), 2, height=min(18 + cell * len(rows), 100))
    for letter, (axes, measure) in enumerate(zip(panels, measures, strict=True)):
        table = results.runs.pivot_table(
            index=y, columns=x, values=measure, aggfunc="mean", observed=True, dropna=False
        ).reindex(index=rows, columns=columns)
        values = table.to_numpy(dtype=float)
        image = axes.imshow(values, origin="lower", aspect="auto", cmap=style.SEQUENTIAL)
        bar = figure.colorbar(image, ax=axes, pad=0.02)
        bar.outline.set_visible(False)
        bar.set_label(options.labels.axis(results.measures[measure]))
        least, most = np.nanmin(values), np.nanmax(values)
        # As many decimals as tell neighbouring cells apart.
        spread = most - least if most > least else max(abs(most), 1)
        decimals = int(np.clip(1 - np.floor(np.log10(spread)), 0, 5))
        for (row, column), value in np.ndenumerate(values):
            if np.isnan(value):
                axes.text(column, row, "×", ha="center", va="center", color=style.RULE, fontsize=6)
            elif len(columns) <= MOST_WITH_TEXT:
                dark = most == least or (value - least) / (most - least) < 0.55
                axes.text(
                    column,
                    row,
                    f"{value:.{decimals}f}",
                    ha="center",
                    va="center",
                    fontsize=6,
                    color="white" if dark else "black",
                )
        across = [options.names(level, 20) for level in columns]
        axes.set_xticks(range(len(columns)), across)
        axes.set_yticks(range(len(rows)), [options.names(level, 20) for level in rows])
        if len(columns) > 8 or len(columns) * max(map(style.width, across)) > 60:
            axes.tick_params(axis="x", labelrotation=90)
        axes.tick_params(length=0)
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.set_xlabel(options.names(x, 40))
        axes.set_ylabel(options.names(y, 22))
        common.label_axes(axes, letter)
    words = options.labels.word("Means over {count} replicates.", count=results.replicates)
    if len(results.factors) > 2:
        words += " " + options.labels.word("Other factors are averaged over.")
    style.footnote(figure, words, options.style)
    return figure


def _factors(results: Results, options: Options) -> tuple[str, str]:
    """The two factors: those asked for, or the two with the most levels."""
    if options.factors:
        named = results.known(list(options.factors), "factor")
    else:
        named = sorted(
            results.factors, key=lambda f: (not results.is_numeric(f), -min(len(results.levels(f)), 60))
        )
        named = named[:2] if len(named) < 2 else sorted(named[:2], key=results.factors.index)
    if len(named) < 2:
        raise CannotDraw("it takes a sweep over two factors; here are " + (str(len(named)) or "none") + ".")
    x, y = named[:2]
    counts = [len(results.levels(f)) for f in (x, y)]
    cells = results.runs.groupby([x, y], observed=True).ngroups
    if min(counts) < 2 or max(counts) < 3:
        raise CannotDraw("it takes a factor of at least three levels and another of at least two.")
    if cells * 2 < counts[0] * counts[1]:
        raise CannotDraw(
            f"only {cells} of {counts[0] * counts[1]} pairs of levels of {x} and {y} were run: not a grid."
        )
    return x, y
