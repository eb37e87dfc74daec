"""What several figures share."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from cogov_plots import style
from cogov_plots.options import CannotDraw, Options, highlighted
from cogov_plots.results import Results


def looks(results: Results, options: Options) -> dict[str, dict]:
    """Colour, marker and line of each picked-out variant; the baseline comes first and is black in every figure."""
    picked = highlighted(results, options)
    order = sorted(picked, key=lambda v: (v != results.baseline, picked.index(v)))
    indices = {variant: k for k, variant in enumerate(order)}
    return {variant: style.look(indices[variant]) for variant in picked}


def handles(looks: dict[str, dict], lines: bool = False) -> list[Line2D]:
    """Entries of a legend for variants: marks, or lines with `lines`."""
    return [
        Line2D(
            [],
            [],
            color=look["color"],
            marker=None if lines else look["marker"],
            linestyle=look["linestyle"] if lines else "",
            label=variant,
        )
        for variant, look in looks.items()
    ]


def legend(figure, entries: list[Line2D], options: Options, columns: int | None = None) -> None:
    """A legend beside a figure of two columns, or above a figure of one."""
    if options.style == "double" and columns is None:
        figure.legend(handles=entries, loc="outside right upper")
        return
    longest = max((len(entry.get_label()) for entry in entries), default=1)
    letters = 62 if options.style == "single" else 130
    figure.legend(
        handles=entries, loc="outside upper left", ncols=columns or max(1, min(5, letters // (longest + 6)))
    )


def interval_words(results: Results, options: Options) -> str:
    """How intervals are told in a footnote, or that there are none."""
    say = options.labels.word
    count = results.replicates
    if count < 2:
        return say("One replicate: no intervals.")
    return say("{level} % intervals of the mean over {count} replicates.", level=level(options), count=count)


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
