"""Neighbourhoods where they lie."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import Normalize
from matplotlib.figure import Figure

from cogov_plots import style
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import COMPOSITES, Results

MOST_NAMES = 12
"""Neighbourhoods up to which their names are written."""


def draw(results: Results, options: Options) -> Figure:
    """Means of a measure by neighbourhood: a circle a neighbourhood, its area by its residents, its colour
    by the measure. A row a measure, a column a variant: the baseline and up to two others; all of a row
    share a scale.
    """
    measures = options.chosen(results, COMPOSITES)[:3]
    others = [v for v in results.variants if v != results.baseline]
    variants = [results.baseline, *others[: 2 if options.style == "double" else 1]]
    places = results.places[results.places["variant"].isin(variants)]
    places = places.dropna(subset=["x", "y"])
    measures = [m for m in measures if m in places and places[m].notna().any()]
    if places.empty or not measures:
        raise CannotDraw("places.csv holds no neighbourhood with coordinates and a defined measure.")
    table = places.groupby(["variant", "place"], observed=True)[["x", "y", "residents", *measures]].mean()
    rows, columns = len(measures), len(variants)
    spans = [max(np.ptp(table[c]), 0.1) for c in ("x", "y")]
    width = style.WIDTHS[options.style] / columns - 14
    tall = float(np.clip(width * spans[1] / spans[0], 30, 75))
    figure, grid = style.figure(
        options.style,
        height=(tall + 12) * rows + 8,
        nrows=rows,
        ncols=columns,
        squeeze=False,
        sharex=True,
        sharey=True,
    )
    biggest = table["residents"].max()
    # One circle must not hide its neighbours: the more there are, the smaller.
    area = float(np.clip(7000 / len(table.loc[variants[0]]) / rows, 6, 320))
    for axes_row, measure in zip(grid, measures, strict=True):
        norm = Normalize(table[measure].min(), table[measure].max())
        for axes, variant in zip(axes_row, variants, strict=True):
            if variant not in table.index:
                axes.set_axis_off()
                continue
            mine = table.loc[variant]
            axes.scatter(
                mine["x"],
                mine["y"],
                s=area * mine["residents"] / biggest,
                c=mine[measure],
                norm=norm,
                cmap=style.SEQUENTIAL,
                edgecolors="white",
                linewidths=0.4,
                plotnonfinite=True,
            )
            axes.set_aspect("equal", adjustable="box")
            axes.margins(0.12)
            if measure == measures[0]:
                axes.set_title(variant)
            if len(mine) <= MOST_NAMES:
                for place, told in mine.iterrows():
                    axes.annotate(
                        place,
                        (told["x"], told["y"]),
                        xytext=(0, -7),
                        textcoords="offset points",
                        ha="center",
                        va="top",
                        fontsize=5,
                        color="#555555",
                    )
            for spine in axes.spines.values():
                spine.set_visible(True)
                spine.set_color("#DDDDDD")
        bar = figure.colorbar(
            plt.cm.ScalarMappable(norm, style.SEQUENTIAL), ax=list(axes_row), pad=0.01, aspect=25
        )
        bar.outline.set_visible(False)
        bar.set_label(options.labels.axis(results.measures[measure]))
    for axes in grid[-1]:
        axes.set_xlabel(options.labels.word("east (km)"))
    for axes in grid[:, 0]:
        axes.set_ylabel(options.labels.word("north (km)"))
    words = options.labels.word(
        "A circle is a neighbourhood, its area goes with its residents; means over {count} replicates.",
        count=results.replicates,
    )
    style.footnote(figure, words, options.style)
    return figure
