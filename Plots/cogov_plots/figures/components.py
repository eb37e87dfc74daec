"""The components of vitality and of order."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options, highlighted
from cogov_plots.results import FALLING, ORDER, VITALITY, Results


def draw(results: Results, options: Options) -> Figure:
    """Small multiples: the mean of every component with its interval, a row a variant; the components of
    vitality beside those of order. An arrow tells in which direction a component counts as more vitality or
    order.
    """
    blocks = [("Vitality", VITALITY), ("Order", ORDER)]
    if options.measures:
        blocks = [("", options.chosen(results, options.measures))]
    else:
        blocks = [(title, options.defined(results, measures)) for title, measures in blocks]
    blocks = [(title, measures) for title, measures in blocks if measures]
    if not blocks:
        raise CannotDraw("runs.csv holds no defined values of the components of vitality and order.")
    variants = highlighted(results, options)
    looks = common.looks(results, options)
    table = statistics.means(results.runs, [m for _, b in blocks for m in b], level=options.level)
    beside = options.style == "double" and len(blocks) > 1
    rows = max(-(-len(measures) // 2) for _, measures in blocks)
    tall = (8 + 3.6 * len(variants)) * rows + 10
    width = style.WIDTHS[options.style]
    height = min(tall * (1 if beside else len(blocks)) + 8, style.TALLEST)
    figure = plt.figure(figsize=(width * style.MILLIMETRE, height * style.MILLIMETRE))
    shape = (1, len(blocks)) if beside else (len(blocks), 1)
    # The left block also holds the names of the variants.
    ratios = {"width_ratios": [1.28, 1]} if beside else {}
    parts = figure.subfigures(*shape, squeeze=False, **ratios).flat
    say = options.labels.word
    for k, (part, (title, measures)) in enumerate(zip(parts, blocks, strict=True)):
        if title:
            part.suptitle(say(title), fontsize=8, fontweight="bold")
        grid = part.subplots(-(-len(measures) // 2), 2, squeeze=False)
        for index, axes in enumerate(grid.flat):
            if index >= len(measures):
                axes.remove()
                continue
            labelled = index % 2 == 0 and (k == 0 or not beside)
            _draw_component(axes, results, options, table, measures[index], variants, looks, labelled)
    note = common.interval_words(results, options)
    if not options.measures:
        note += " " + say("Arrows point to more vitality or more order.")
    style.footnote(figure, note, options.style)
    return figure


def _draw_component(axes, results, options, table, measure, variants, looks, labelled) -> None:
    for row, variant in enumerate(variants):
        if variant in table.index:
            mean, half, _ = table.loc[variant, measure]
            common.draw_interval(axes, mean, mean - half, mean + half, row, looks[variant], label=variant)
    common.variant_axis(axes, common.shown(variants, options), labelled)
    axes.xaxis.set_major_locator(MaxNLocator(4))
    arrow = ""
    if measure in (*VITALITY, *ORDER):
        arrow = "\u00a0←" if measure in FALLING else "\u00a0→"
    axes.set_title(
        common.wrapped(options.labels.axis(results.measures[measure]) + arrow, options, least=2),
        loc="left",
        pad=2,
    )
