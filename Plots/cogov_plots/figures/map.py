"""Neighbourhoods where they lie."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from cogov_plots import style
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import COMPOSITES, TREATED, Results

MOST_NAMES = 12
"""Neighbourhoods up to which their names are written."""


MOST_MEASURES = 3


def draw(results: Results, options: Options) -> Figure:
    """Means of a measure by neighbourhood: a circle a neighbourhood, its area by its residents, its colour
    by the measure. A row a measure, a column a variant: the baseline and up to two others; all of a row
    share a scale.

    Around a circle, an arc as long as the share of replicates in which a mechanism is in that neighbourhood
    which is not in all of them.
    """
    chosen = options.chosen(results, COMPOSITES)
    others = [v for v in results.variants if v != results.baseline]
    variants = [results.baseline, *others[: 2 if options.style == "double" else 1]]
    if len(variants) < len(results.variants) or len(chosen) > MOST_MEASURES:
        options.note(
            f"map: {len(variants)} of {len(results.variants)} variants and "
            f"{min(len(chosen), MOST_MEASURES)} of {len(chosen)} measures are drawn; choose with "
            "--variants and --measures."
        )
    places = results.places[results.places["variant"].isin(variants)]
    places = places.dropna(subset=["x", "y"])
    measures = [m for m in chosen[:MOST_MEASURES] if m in places and places[m].notna().any()]
    say = options.labels.word
    options.leave_out(
        results,
        chosen[:MOST_MEASURES],
        measures,
        say("Left out, as undefined in every neighbourhood: {names}."),
    )
    if places.empty or not measures:
        raise CannotDraw("places.csv holds no neighbourhood with coordinates and a defined measure.")
    table = places.groupby(["variant", "place"], observed=True)[["x", "y", "residents", *measures]].mean()
    table["treated"], named = _treated(places)
    rows, columns = len(measures), len(variants)
    # One circle must not hide its neighbours: the more there are, the smaller.
    area = float(np.clip(7000 / len(table.loc[variants[0]]) / rows, 6, 320))
    labels = {place: options.names(place, 14) for place in table.loc[variants[0]].index}
    has_names = len(labels) <= MOST_NAMES
    width = style.WIDTHS[options.style] / columns - 14
    box, tall = _limits(table, area, width, labels if has_names else {})
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
    for axes_row, measure in zip(grid, measures, strict=True):
        norm = Normalize(table[measure].min(), table[measure].max())
        for axes, variant in zip(axes_row, variants, strict=True):
            if variant not in table.index:
                axes.set_axis_off()
                continue
            mine = table.loc[variant]
            sizes = area * mine["residents"] / biggest
            axes.scatter(
                mine["x"],
                mine["y"],
                s=sizes,
                c=mine[measure],
                norm=norm,
                cmap=style.SEQUENTIAL,
                edgecolors="white",
                linewidths=0.4,
                plotnonfinite=True,
            )
            for (_, told), size in zip(mine.iterrows(), sizes, strict=True):
                if told["treated"] > 0:
                    # A little outside the circle.
                    axes.plot(
                        told["x"], told["y"], **_arc(told["treated"], np.sqrt(size) + 2.4), gid="treated"
                    )
            axes.set_aspect("equal", adjustable="box")
            axes.set_xlim(box[0])
            axes.set_ylim(box[1])
            if measure == measures[0]:
                axes.set_title(options.names(variant, 30 if columns > 1 else 60))
            if has_names:
                for (place, told), size in zip(mine.iterrows(), sizes, strict=True):
                    axes.annotate(
                        labels[place],
                        (told["x"], told["y"]),
                        xytext=(0, -np.sqrt(size) / 2 - 2),
                        textcoords="offset points",
                        ha="center",
                        va="top",
                        fontsize=5,
                        color="#555555",
                        # So that a name is read where it crosses another circle.
                        path_effects=[withStroke(linewidth=1.5, foreground="white")],
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
        axes.set_xlabel(say("east (km)"))
    for axes in grid[:, 0]:
        axes.set_ylabel(say("north (km)"))
    words = say(
        "A circle is a neighbourhood, its area goes with its residents; means over {count} replicates.",
        count=results.replicates,
    )
    if named:
        entries = [
            Line2D([], [], **_arc(1, 8), label=say("in all replicates")),
            Line2D([], [], **_arc(0.5, 8), label=say("in half of them")),
        ]
        figure.legend(
            handles=entries,
            loc="outside upper left",
            ncols=2,
            title=say("a mechanism is in this neighbourhood"),
        ).get_title().set_fontsize(6.5)
        words += " " + say("Arcs: {mechanisms}.", mechanisms=", ".join(named))
    elif TREATED not in places:
        words += " " + say("Which neighbourhoods a mechanism is in is not recorded.")
    style.footnote(figure, words, options.style)
    return figure


def _treated(places: pd.DataFrame) -> tuple[pd.Series, list[str]]:
    """The share of replicates in which a mechanism is in a neighbourhood, by variant and place, counting only
    mechanisms that are not in all neighbourhoods of a run; and the names of these mechanisms.
    """
    by = ["variant", "place"]
    if TREATED not in places:
        return places.groupby(by, observed=True)["x"].mean() * 0.0, []
    texts = places[TREATED].astype(object)
    sets = texts.where(texts.notna(), "").astype(str).str.split().map(frozenset)
    run = [places["variant"].astype(str), places["replicate"]]
    everywhere = sets.groupby(run).agg(lambda all_sets: frozenset.intersection(*all_sets))
    index = pd.MultiIndex.from_arrays(run)
    partial = [mine - everywhere[key] for mine, key in zip(sets, index, strict=True)]
    shares = places[by].assign(treated=[float(bool(mine)) for mine in partial])
    return (
        shares.groupby(by, observed=True)["treated"].mean(),
        sorted(frozenset().union(*partial)) if partial else [],
    )


def _arc(share: float, size: float) -> dict:
    """A mark that is an arc from the top, clockwise, as long as the share; `size` is its width in points."""
    angles = np.pi / 2 - 2 * np.pi * share * np.linspace(0, 1, 60)
    path = Path(np.column_stack([np.cos(angles), np.sin(angles)]))
    look = {"marker": path, "markersize": size, "mfc": "none", "mec": "#D55E00", "mew": 1.1}
    return {**look, "linestyle": ""}


def _limits(table: pd.DataFrame, area: float, width: float, labels: dict):
    """Limits in both directions that hold circles, arcs and names; and the height of a panel in
    millimetres.
    """
    # A little less than the panel is wide, whatever the axes and the scale beside it take.
    points = (width - 4) / 25.4 * 72
    radius = np.sqrt(area) / 2 + 3
    beside = max([radius, *(1.6 * style.width(text) for text in labels.values())])
    below = radius + (8 if labels else 0)
    x, y = table["x"], table["y"]
    wide, high = max(np.ptp(x), 0.1), max(np.ptp(y), 0.1)
    # So much of the map is a point on paper, once there is room at the edges.
    scale = max(wide / (points - 2 * beside), high / (75 / 25.4 * 72 - radius - below))
    across = (
        (x.min() + x.max()) / 2 - wide / 2 - beside * scale,
        (x.min() + x.max()) / 2 + wide / 2 + beside * scale,
    )
    up = (
        (y.min() + y.max()) / 2 - high / 2 - below * scale,
        (y.min() + y.max()) / 2 + high / 2 + radius * scale,
    )
    tall = (up[1] - up[0]) / scale / 72 * 25.4
    if tall < 30:
        more = (30 - tall) / 2 / 25.4 * 72 * scale
        up, tall = (up[0] - more, up[1] + more), 30.0
    return (across, up), tall
