"""What several figures share."""

import textwrap

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from cogov_plots import style
from cogov_plots.options import CannotDraw, Options, highlighted
from cogov_plots.results import Results


def looks(results: Results, options: Options) -> dict[str, dict]:
    """Colour, marker and line of each picked-out variant; the baseline comes first and is black in every
    figure.
    """
    picked = highlighted(results, options)
    order = sorted(picked, key=lambda v: (v != results.baseline, picked.index(v)))
    indices = {variant: k for k, variant in enumerate(order)}
    return {variant: style.look(indices[variant]) for variant in picked}


def handles(looks: dict[str, dict], options: Options, lines: bool = False) -> list[Line2D]:
    """Entries of a legend for variants: marks, or lines with `lines`."""
    return [
        Line2D(
            [],
            [],
            color=look["color"],
            marker=None if lines else look["marker"],
            linestyle=look["linestyle"] if lines else "",
            label=options.names(variant),
        )
        for variant, look in looks.items()
    ]


def legend(figure, entries: list[Line2D], options: Options, columns: int | None = None) -> None:
    """A legend beside a figure of two columns, or above a figure of one."""
    if options.style == "double" and columns is None:
        figure.legend(handles=entries, loc="outside right upper")
        return
    longest = max((style.width(entry.get_label()) for entry in entries), default=1)
    letters = 62 if options.style == "single" else 130
    figure.legend(
        handles=entries, loc="outside upper left", ncols=columns or max(1, min(5, letters // (longest + 6)))
    )


def unverified_words(files: list[str], options: Options) -> str:
    """How a figure says that nothing vouches for what it shows."""
    return options.labels.word(
        "Unverified, as no manifest records what they should be: {files}.", files=", ".join(files)
    )


def interval_words(results: Results, options: Options) -> str:
    """How intervals are told in a footnote, or that there are none."""
    say = options.labels.word
    count = results.replicates
    if count < 2:
        return say("One replicate: no intervals.")
    return say("{level} % intervals of the mean over {count} replicates.", level=level(options), count=count)


def within_words(results: Results, options: Options) -> str:
    """How intervals are told that leave out the luck which all levels share."""
    say = options.labels.word
    if results.replicates < 2:
        return say("One replicate: no intervals.")
    return say(
        "{level} % intervals over {count} replicates, without the luck that all levels of a replicate share.",
        level=level(options),
        count=results.replicates,
    )


def level(options: Options) -> str:
    """The level of intervals in per cent, as text."""
    return f"{100 * options.level:g}"


def label_axes(axes: Axes, letter: int) -> None:
    """a, b, c … at the upper left corner of a panel."""
    axes.text(
        0,
        1,
        chr(ord("a") + letter),
        transform=axes.transAxes,
        fontweight="bold",
        ha="right",
        va="bottom",
    )


def need_others(results: Results) -> list[str]:
    """The variants but the baseline. Raises CannotDraw where there are none."""
    others = [v for v in results.variants if v != results.baseline]
    if not others:
        raise CannotDraw("there is one variant only: nothing to compare it with.")
    return others


def band_words(results: Results, options: Options) -> str:
    """How bands are told in a footnote."""
    say = options.labels.word
    if results.replicates < 2:
        return say("One replicate: no intervals.")
    return say(
        "Bands: {level} % intervals of the mean over {count} replicates.",
        level=level(options),
        count=results.replicates,
    )


def panels(options: Options, count: int, columns: int, height: float, **grid):
    """A figure and `count` axes in rows of `columns` (one column fewer in a figure of one column), each
    `height` millimetres tall. Spare axes are taken away.
    """
    columns = max(1, min(count, columns if options.style == "double" else max(1, columns // 2)))
    rows = -(-count // columns)
    figure, axes = style.figure(
        options.style, height=height * rows + 14, nrows=rows, ncols=columns, squeeze=False, **grid
    )
    flat = list(axes.flat)
    for spare in flat[count:]:
        spare.remove()
    return figure, flat[:count]


def variant_axis(axes: Axes, names: list[str], labelled: bool = True) -> None:
    """Rows with names (as they are shown), the first on top."""
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), names if labelled else [""] * len(names))
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color="#E6E6E6", linewidth=0.5)
    axes.spines["left"].set_visible(False)


def draw_interval(axes: Axes, value: float, low: float, high: float, row: float, look: dict, **more) -> None:
    """A value with its interval on a row."""
    line = {"color": look["color"], "linewidth": 1.0, "solid_capstyle": "butt", "zorder": 3}
    if low == low and high == high:
        axes.plot([low, high], [row, row], **line)
    axes.plot(
        value, row, look["marker"], color=look["color"], markersize=4, mec="white", mew=0.4, zorder=4, **more
    )


def shown(variants: list[str], options: Options) -> list[str]:
    """Names of variants as rows show them."""
    return [options.names(variant) for variant in variants]


def wrapped(text: str, options: Options, columns: int | None = None, least: int = 1) -> str:
    """A title of a panel, over several lines where it is too long; `least` lines keep panels level."""
    columns = columns or (4 if options.style == "double" else 2)
    letters = int((96 if options.style == "double" else 46) / columns)
    if style.has_chinese(text):
        letters = int(letters * 0.7)
    lines = textwrap.wrap(text, letters)
    return "\n".join([""] * (least - len(lines)) + lines)
