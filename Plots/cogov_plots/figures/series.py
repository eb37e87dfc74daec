"""Measures over the weeks."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.policy import Mark, marks
from cogov_plots.results import COMPOSITES, Results


def draw(results: Results, options: Options) -> Figure:
    """Means of the variants by week with bands of their intervals; weeks in which mechanisms begin or end
    are marked. Panels: the measures chosen, or vitality and order.
    """
    measures = options.chosen(results, COMPOSITES)
    frame = results.series(measures)
    asked, measures = measures, [m for m in measures if frame[m].notna().any()]
    say = options.labels.word
    options.leave_out(results, asked, measures, say("Left out, as undefined in every interval: {names}."))
    if not measures:
        raise CannotDraw("series.csv holds no defined values of these measures.")
    table = statistics.means(frame, measures, ["variant", "week"], options.level)
    looks = common.looks(results, options)
    figure, panels = common.panels(options, len(measures), 2, height=52)
    found = marks(results, options)
    last = int(frame["week"].max())
    for letter, (axes, measure) in enumerate(zip(panels, measures, strict=True)):
        for variant in results.variants:
            if variant not in table.index.get_level_values(0):
                continue
            mine = table.loc[variant, measure].dropna(subset=["mean"])
            if variant not in looks:
                axes.plot(mine.index, mine["mean"], color=style.FAINT, linewidth=0.4, zorder=1)
                continue
            draw_line(axes, mine.index, mine["mean"], mine["half"], looks[variant], variant)
        mark_weeks(axes, [m for m in found if m.week <= last])
        axes.set_xlabel(options.labels.word("week of observation"))
        axes.set_ylabel(options.labels.axis(results.measures[measure]))
        axes.margins(x=0.01)
        if len(measures) > 1:
            common.label_axes(axes, letter)
    entries = common.handles(looks, options, lines=True)
    if len(looks) < len(results.variants):
        entries.append(Line2D([], [], color=style.FAINT, label=options.labels.word("other variants")))
    common.legend(figure, entries, options)
    notes = [common.band_words(results, options), weeks_in_words(found, options)]
    style.footnote(figure, " ".join(n for n in notes if n), options.style)
    return figure


def draw_line(axes: Axes, x, mean, half, look: dict, name: str) -> None:
    """A line with its band; marks on the values where there are few of them."""
    few = len(x) <= 12
    axes.plot(
        x,
        mean,
        color=look["color"],
        linestyle=look["linestyle"],
        marker=look["marker"] if few else None,
        markersize=3,
        label=name,
        zorder=3,
    )
    if half.notna().any():
        axes.fill_between(x, mean - half, mean + half, color=look["color"], alpha=0.15, linewidth=0, zorder=2)


def mark_weeks(axes: Axes, found: list[Mark]) -> None:
    """Dashed verticals, numbered where the footnote tells what begins or ends."""
    for k, mark in enumerate(found):
        axes.axvline(mark.week, color=style.RULE, linestyle=(0, (4, 2)), linewidth=0.7, zorder=0)
        if mark.begins or mark.ends:
            axes.text(
                mark.week,
                1.0,
                str(k + 1),
                transform=axes.get_xaxis_transform(),
                ha="center",
                va="bottom",
                fontsize=5.5,
                color="#555555",
            )


def weeks_in_words(found: list[Mark], options: Options) -> str:
    """What the marked weeks stand for."""
    say = options.labels.word
    if not found:
        return ""
    if not any(mark.begins or mark.ends for mark in found):
        weeks = ", ".join(str(mark.week) for mark in found)
        return say("Marked weeks: {weeks}.", weeks=weeks)
    parts = []
    for k, mark in enumerate(found):
        names = [f"+{name}" for name in mark.begins] + [f"−{name}" for name in mark.ends]
        parts.append(f"{k + 1} ({say('week')} {mark.week}): {', '.join(names)}")
    return say("Mechanisms that begin (+) or end (−) in some variant:") + " " + "; ".join(parts) + "."
