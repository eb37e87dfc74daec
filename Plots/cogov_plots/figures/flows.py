"""What kinds of actors give one another."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import Results

# Amounts in flows.csv are yuan and minutes.
UNITS = {"money": ("million yuan", 1e6), "time": ("thousand hours", 60e3), "venue": ("thousand hours", 60e3)}
LEAST = 0.01
"""Share of all that a stream must have to be drawn on its own."""
GAP = 0.022
"""Space between two actors, as a share of the height."""


def draw(results: Results, options: Options) -> Figure:
    """Streams of one resource from givers (left) to receivers (right), as wide as the mean amount of a run
    over the observed weeks, coloured by purpose. Panels: the first two of the chosen variants, or the
    baseline and the next. An actor that gives and receives stands on both sides. What enters or leaves the
    world comes from or goes to its edges (treasury, market, nature; done work, lapsed).
    """
    flows = results.flows
    there = list(dict.fromkeys(flows["resource"].astype(str)))
    resource = options.resource
    if resource not in there:
        known = ", ".join(there) or "none"
        raise CannotDraw(f"flows.csv holds no {resource!r}; there is: {known}. Choose with --resource.")
    variants = _variants(results)
    if len(variants) < len(results.variants):
        options.note(
            f"flows: {len(variants)} of {len(results.variants)} variants are drawn; choose with --variants."
        )
    table = statistics.flow_means(flows[flows["resource"] == resource], results.runs)
    totals = table.groupby("variant")["amount"].transform("sum")
    table["small"] = table["amount"] < LEAST * totals
    purposes = table[~table["small"]].groupby("purpose")["amount"].sum().sort_values(ascending=False).index
    # As many colours as can be told apart.
    told = list(purposes[: len(style.COLOURS) - 1])
    colours = dict.fromkeys(purposes, style.FAINT)
    colours.update(zip(told, style.COLOURS[1:], strict=False))
    unit, divisor = UNITS.get(resource, ("", 1.0))
    figure, panels = common.panels(options, len(variants), 2, height=88)
    left_out = 0.0
    for axes, variant in zip(panels, variants, strict=True):
        mine = table[table["variant"] == variant]
        left_out = max(left_out, mine.loc[mine["small"], "amount"].sum() / max(mine["amount"].sum(), 1))
        _draw_streams(axes, mine[~mine["small"]], colours, options, divisor)
        total = mine["amount"].sum() / divisor
        axes.set_title(f"{options.names(variant, 40)}: {_number(total)} {options.labels.word(unit)}", pad=3)
    entries = [Patch(color=colours[p], alpha=0.6, label=options.labels.purpose(p)) for p in told]
    if len(purposes) > len(told):
        entries.append(Patch(color=style.FAINT, alpha=0.6, label=options.labels.word("other")))
    figure.legend(handles=entries, loc="outside upper left", ncols=7 if options.style == "double" else 4)
    words = options.labels.word(
        "{resource}: means of a run over all observed weeks, in {unit}. Left: givers; right: receivers.",
        resource=options.labels.resource(resource),
        unit=options.labels.word(unit),
    )
    if left_out:
        words += " " + options.labels.word(
            "Streams below {least} % are left out ({share} % in all).",
            least=f"{100 * LEAST:g}",
            share=f"{100 * left_out:.1f}",
        )
    style.footnote(figure, words, options.style)
    return figure


def _variants(results: Results) -> list[str]:
    others = [v for v in results.variants if v != results.baseline]
    return [results.baseline, *others[:1]]


def _draw_streams(axes: Axes, table: pd.DataFrame, colours: dict, options: Options, divisor: float) -> None:
    axes.set_xlim(-0.52, 1.52)
    axes.set_ylim(1, 0)
    axes.axis("off")
    if table.empty:
        axes.text(0.5, 0.5, options.labels.word("none"), ha="center", va="center")
        return
    left, right = _sides(table, "from"), _sides(table, "to")
    scale = (1 - GAP * (max(len(left), len(right)) - 1)) / table["amount"].sum()
    starts = _draw_side(axes, left, scale, 0.0, "right", options, divisor)
    ends = _draw_side(axes, right, scale, 1.0, "left", options, divisor)
    rank_left, rank_right = list(left.index), list(right.index)
    # Streams leave and arrive in the order of the actors on the other side, so that they cross little.
    rows = table.assign(
        start=table["from"].map(rank_left.index),
        end=table["to"].map(rank_right.index),
    )
    spans = {}
    for row in rows.sort_values(["start", "end", "purpose"]).itertuples():
        spans[row.Index] = [starts[row.start], 0.0]
        starts[row.start] += row.amount * scale
    for row in rows.sort_values(["end", "start", "purpose"]).itertuples():
        spans[row.Index][1] = ends[row.end]
        ends[row.end] += row.amount * scale
    for row in rows.itertuples():
        top, other = spans[row.Index]
        axes.add_patch(
            PathPatch(
                _band(0.03, top, 0.97, other, row.amount * scale),
                facecolor=colours[row.purpose],
                alpha=0.55,
                linewidth=0,
                gid=f"stream {row.purpose}",
            )
        )


def _sides(table: pd.DataFrame, column: str) -> pd.Series:
    return table.groupby(column)["amount"].sum().sort_values(ascending=False, kind="stable")


def _draw_side(axes: Axes, amounts: pd.Series, scale: float, x: float, align: str, options, divisor):
    """Bars and names of one side; gives the tops of the bars."""
    heights = amounts.to_numpy() * scale
    slack = 1 - heights.sum() - GAP * (len(heights) - 1)
    tops = np.concatenate([[0], np.cumsum(heights + GAP)[:-1]]) + slack / 2
    # Names need room of their own, also beside thin bars.
    places = _apart(tops + heights / 2, 0.043)
    for actor, amount, top, height, place in zip(
        amounts.index, amounts.to_numpy(), tops, heights, places, strict=True
    ):
        axes.add_patch(
            Rectangle((x if x == 0 else x - 0.03, top), 0.03, height, facecolor="#333333", linewidth=0)
        )
        text = f"{options.labels.actor(actor)}  {_number(amount / divisor)}"
        axes.text(x + (-0.02 if align == "right" else 0.02), place, text, ha=align, va="center", fontsize=5.8)
    return list(tops)


def _apart(places: np.ndarray, least: float) -> np.ndarray:
    """Places in order, moved so that neighbours are `least` apart and all stay near where they were."""
    moved = np.array(places, dtype=float)
    for _ in range(200):
        gaps = np.diff(moved)
        if (gaps >= least - 1e-9).all():
            break
        for k in np.flatnonzero(gaps < least):
            push = (least - (moved[k + 1] - moved[k])) / 2
            if push > 0:
                moved[k] -= push
                moved[k + 1] += push
    return moved


def _band(x0: float, top0: float, x1: float, top1: float, height: float) -> Path:
    middle = (x0 + x1) / 2
    points = [
        (x0, top0),
        (middle, top0),
        (middle, top1),
        (x1, top1),
        (x1, top1 + height),
        (middle, top1 + height),
        (middle, top0 + height),
        (x0, top0 + height),
        (x0, top0),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    return Path(points, codes)


def _number(value: float) -> str:
    return f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f}"
