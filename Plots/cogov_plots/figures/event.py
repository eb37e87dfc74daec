"""What follows from the onset of a policy."""

from matplotlib.figure import Figure

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.figures.series import draw_line
from cogov_plots.options import CannotDraw, Options
from cogov_plots.policy import onset
from cogov_plots.results import COMPOSITES, Results


def draw(results: Results, options: Options) -> Figure:
    """An event study: mean differences from the baseline by weeks since the onset, paired by replicate,
    with bands of their intervals. Before the onset there should be none.

    The onset is --onset, or the first marked week, or the start of observation.
    """
    common.need_others(results)
    measures = options.chosen(results, COMPOSITES)
    frame = results.series(measures)
    start = onset(results, options)
    last = int(frame["week"].max())
    if start >= last:
        raise CannotDraw(f"the onset is week {start}, but the series ends in week {last}.")
    looks = common.looks(results, options)
    picked = frame[frame["variant"].isin(looks)].copy()
    table = statistics.paired(picked, measures, results.baseline, by=["week"], level=options.level)
    table = table.dropna(subset=["difference"])
    asked, measures = measures, [m for m in measures if (table["measure"] == m).any()]
    say = options.labels.word
    options.leave_out(results, asked, measures, say("Left out, as undefined in every pair: {names}."))
    if not measures:
        raise CannotDraw(f"no variant shares a replicate and a week with {results.baseline!r}.")
    figure, panels = common.panels(options, len(measures), 2, height=52)
    for letter, (axes, measure) in enumerate(zip(panels, measures, strict=True)):
        axes.axhline(0, color=style.RULE, linewidth=0.7, zorder=1)
        axes.axvline(0, color=style.RULE, linestyle=(0, (4, 2)), linewidth=0.7, zorder=1, gid="onset")
        for variant, look in looks.items():
            mine = table[(table["variant"] == variant) & (table["measure"] == measure)]
            if len(mine):
                draw_line(axes, mine["week"] - start, mine["difference"], mine["half"], look, variant)
        axes.set_xlabel(say("weeks since the onset"))
        label = options.labels.axis(results.measures[measure])
        axes.set_ylabel(say("difference in {measure}", measure=label))
        axes.margins(x=0.01)
        common.label_axes(axes, letter)
    common.legend(
        figure,
        common.handles({v: look for v, look in looks.items() if v != results.baseline}, options, lines=True),
        options,
    )
    words = say(
        "Difference from {baseline}, paired by replicate. Onset: week {week}.",
        baseline=options.names(results.baseline),
        week=start,
    )
    style.footnote(figure, f"{words} {common.band_words(results, options)}", options.style)
    return figure
