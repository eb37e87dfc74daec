"""One module a figure. Each has `draw(results, options)`, which gives a matplotlib figure or raises
CannotDraw.
"""

from dataclasses import replace
from importlib import import_module

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

from cogov_plots import style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import Results

FIGURES = {
    "plane": "The plane of vitality and order: means with confidence ellipses, runs, Pareto front, arrows",
    "series": "Measures over the weeks, with bands; weeks in which mechanisms begin or end are marked",
    "components": "The components of vitality and of order side by side, with intervals",
    "effects": "Forest plot of the paired differences from the baseline, a panel a measure",
    "interactions": "How the factors of a factorial act together",
    "heatmap": "Measures over a sweep of two factors",
    "curves": "Measures against one numeric factor; inverted U and threshold are marked",
    "flows": "What kinds of actors give one another: streams by purpose",
    "map": "Neighbourhoods where they lie (with --places)",
    "formal": "What is reported beside what is so",
    "event": "Event study: differences from the baseline by weeks since the onset",
    "claims": "Claims of the sources: verdict by robustness, and effects (from claims.csv)",
    "sensitivity": "Which parameters matter: Morris and Sobol (from sensitivity.csv or elementary.csv)",
}
"""All figures, in the order of a report: name and what it shows."""

NEEDED = {
    "series": ("runs", "series"),
    "event": ("runs", "series"),
    "flows": ("runs", "flows"),
    "map": ("runs", "places"),
    "claims": (),
}
"""Tables without which a figure cannot be; of all others runs.csv. Claims tell more of their own."""


def make(name: str, results: Results, options: Options) -> Figure:
    """Draws a figure. The caller closes it (`matplotlib.pyplot.close`).

    Raises CannotDraw with the reason where the tables do not allow it, and ResultsError where they are
    broken.
    """
    for table in NEEDED.get(name, ("runs",)):
        if not results.has(table):
            advice = "; run the batch with --places" if table == "places" else ""
            raise CannotDraw(f"there is no {table}.csv{advice}.")
    module = import_module(f"cogov_plots.figures.{name.replace('-', '_')}")
    chinese = options.language == "zh"
    if chinese and style.chinese_font() is None:
        # English is better than boxes; the warning says what to install.
        options = replace(options, language="en")
    return _draw(module, name, results, options, chinese)


def _draw(module, name: str, results: Results, options: Options, chinese: bool) -> Figure:
    """Draws a figure, with a font that has Chinese characters where its texts turn out to hold some."""
    options = replace(options, names=style.Names(), captions=[])
    before = set(plt.get_fignums())
    with style.context(chinese):
        try:
            drawn = module.draw(results, options)
            _end_footnote(drawn, name, results, options)
            texts = [text.get_text() for text in drawn.findobj(plt.Text)]
            if chinese or not any(style.has_chinese(text) for text in texts):
                # Fonts and layout are settled here, while the settings hold, and not when a caller saves.
                drawn.canvas.draw()
                return drawn
            plt.close(drawn)
        except BaseException:
            for number in set(plt.get_fignums()) - before:
                plt.close(number)
            raise
    return _draw(module, name, results, options, True)


def _end_footnote(drawn: Figure, name: str, results: Results, options: Options) -> None:
    """What every figure says in the end: names in full, and what nothing vouches for."""
    say = options.labels.word
    sentences = list(dict.fromkeys(options.captions))
    if options.names.full:
        pairs = "; ".join(f"{short} = {full}" for short, full in options.names.full.items())
        sentences.append(say("Names in full: {names}.", names=pairs))
    read = ("claims", "tests") if name == "claims" else NEEDED.get(name, ("runs",))
    if loose := [file for file in results.unverified if file.removesuffix(".csv") in read]:
        sentences.append(common.unverified_words(loose, options))
    if sentences and not style.add_to_footnote(drawn, " ".join(sentences)):
        full = "; ".join(options.names.full.values())
        options.note(f"the names in full have no room under a figure: {full}")


__all__ = ["FIGURES", "CannotDraw", "make"]
