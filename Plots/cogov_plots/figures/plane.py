"""The plane of vitality and order."""

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import Options
from cogov_plots.results import Results


def draw(results: Results, options: Options) -> Figure:
    """Means of the variants with the confidence ellipses of both measures together, the runs faint behind,
    the Pareto front as stairs, and arrows from the baseline. Two other measures than the composites may be
    chosen.
    """
    x, y = options.chosen(results, ("vitality", "order"), least=2)[:2]
    say, labels = options.labels.word, options.labels
    runs = results.runs
    means = runs.groupby("variant", observed=True)[[x, y]].mean()
    looks = common.looks(results, options)
    single = options.style == "single"
    differs = not single and len(results.variants) > 1 and results.replicates > 2
    if differs:
        figure, (axes, right) = style.figure(options.style, ratio=0.46, ncols=2)
    else:
        figure, axes = style.figure(options.style, ratio=1.0 if single else 0.55)

    axes.margins(0.06)
    others = runs[~runs["variant"].isin(looks)]
    axes.plot(others[x], others[y], ".", color=style.FAINT, markersize=2, alpha=0.4, mew=0, zorder=1)
    plain = means.loc[[v for v in means.index if v not in looks]]
    axes.plot(plain[x], plain[y], "o", color=style.FAINT, markersize=3, zorder=2, gid="others")

    has_ellipses = False
    for variant, look in looks.items():
        mine = runs[runs["variant"] == variant]
        if mine[[x, y]].dropna().empty:
            continue
        if len(mine) > 1:
            axes.plot(mine[x], mine[y], ".", color=look["color"], markersize=3.2, alpha=0.45, mew=0, zorder=1)
        has_ellipses |= _draw_mean(axes, mine[x], mine[y], variant, look, len(looks), options)

    front = means[statistics.pareto(means[x], means[y])].sort_values(x)
    _draw_front(axes, front[x].to_numpy(), front[y].to_numpy())
    arrows = options.baseline_arrows and results.baseline in means.index and len(looks) > 1
    if arrows:
        _draw_arrows(axes, means, results.baseline, [v for v in looks if v in means.index], x, y)

    axes.set_xlabel(labels.axis(results.measures[x]))
    axes.set_ylabel(labels.axis(results.measures[y]))
    entries = common.handles(looks, options)
    if len(plain):
        entries.append(
            Line2D([], [], color=style.FAINT, marker="o", linestyle="", label=say("other variants"))
        )
    entries.append(Line2D([], [], color=style.RULE, linestyle=":", linewidth=1, label=say("Pareto front")))
    common.legend(figure, entries, options)
    notes = []
    if has_ellipses:
        notes.append(
            say(
                "Ellipses: {level} % confidence of both means, {count} replicates; dots: single runs.",
                level=common.level(options),
                count=results.replicates,
            )
        )
    elif results.replicates < 3:
        notes.append(say("Fewer than three replicates: no confidence regions."))
    if arrows:
        notes.append(say("Arrows: from {baseline}.", baseline=options.names(results.baseline)))
    if differs:
        _draw_differences(right, results, options, looks, x, y)
        for letter, panel in enumerate((axes, right)):
            common.label_axes(panel, letter)
        notes.append(
            say(
                "b: differences from {baseline}, paired by replicate. Judge by these.",
                baseline=options.names(results.baseline),
            )
        )
    elif len(results.variants) > 1 and has_ellipses:
        notes.append(say("Ellipses are not paired: what variants differ by is in the figure of effects."))
    style.footnote(figure, " ".join(notes), options.style)
    return figure


def _draw_mean(axes, x, y, variant: str, look: dict, among: int, options: Options) -> bool:
    """The mean of two aligned columns with its confidence ellipse; whether there is one."""
    shape = statistics.ellipse(x, y, options.level)
    centre = (x.mean(), y.mean())
    if shape is not None:
        width, height, angle = shape
        axes.add_patch(
            Ellipse(
                centre,
                width,
                height,
                angle=angle,
                facecolor=(*to_rgb(look["color"]), 0.12 if among < 6 else 0.05),
                edgecolor=look["color"],
                linestyle=look["linestyle"],
                linewidth=0.8,
                zorder=3,
                gid="ellipse",
            )
        )
    axes.plot(
        *centre,
        look["marker"],
        color=look["color"],
        markersize=5,
        mec="white",
        mew=0.5,
        zorder=5,
        label=variant,
    )
    return shape is not None


def _draw_differences(axes, results: Results, options: Options, looks: dict, x: str, y: str) -> None:
    """Paired differences of both measures from the baseline, with their ellipses and a cross at none."""
    axes.axhline(0, color=style.RULE, linewidth=0.7, zorder=1)
    axes.axvline(0, color=style.RULE, linewidth=0.7, zorder=1)
    base = results.runs[results.runs["variant"] == results.baseline].set_index("replicate")[[x, y]]
    for variant, look in looks.items():
        if variant == results.baseline:
            continue
        mine = results.runs[results.runs["variant"] == variant].set_index("replicate")[[x, y]]
        pairs = (mine - base).dropna()
        if len(pairs):
            axes.plot(
                pairs[x], pairs[y], ".", color=look["color"], markersize=3.2, alpha=0.45, mew=0, zorder=1
            )
            _draw_mean(axes, pairs[x], pairs[y], variant, look, len(looks), options)
    axes.margins(0.06)
    labels = options.labels
    for setter, measure in ((axes.set_xlabel, x), (axes.set_ylabel, y)):
        setter(labels.word("difference in {measure}", measure=labels.axis(results.measures[measure])))


def _draw_front(axes, x, y) -> None:
    """Stairs along the front, on to the edges: what lies below and to the left is beaten in both by some
    variant.
    """
    if len(x) == 0:
        return
    axes.autoscale_view()
    left, bottom = axes.get_xlim()[0], axes.get_ylim()[0]
    axes.plot(
        [left, *x, x[-1]],
        [y[0], *y, bottom],
        drawstyle="steps-pre",
        color=style.RULE,
        linestyle=":",
        linewidth=1,
        zorder=2,
        gid="front",
        scalex=False,
        scaley=False,
    )


def _draw_arrows(axes, means, baseline: str, variants: list[str], x: str, y: str) -> None:
    start = means.loc[baseline]
    for variant in variants:
        end = means.loc[variant]
        if variant == baseline or not np.isfinite([*start, *end]).all():
            continue
        axes.annotate(
            "",
            xy=(end[x], end[y]),
            xytext=(start[x], start[y]),
            arrowprops={
                "arrowstyle": "-|>,head_length=0.35,head_width=0.15",
                "color": style.RULE,
                "linewidth": 0.6,
                "shrinkA": 4,
                "shrinkB": 5,
            },
            zorder=2,
        )
