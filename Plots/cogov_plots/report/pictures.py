"""Figures that stand in the page as pictures: the event study and the map, where the results hold them."""

import base64
import io
from dataclasses import replace

import matplotlib
import matplotlib.pyplot as plt

from cogov_plots import figures, style
from cogov_plots.options import CannotDraw, Options
from cogov_plots.policy import marks
from cogov_plots.results import Results

LEADS = {"event": "event_lead", "map": "map_lead"}
"""The sentence above each picture."""


def pictures(results: Results, options: Options, words: dict[str, str]) -> list[dict]:
    """`id`, `title`, `words` and `source` (a data address) of each picture that can be drawn; `note` says
    why one cannot.
    """
    # The page chooses its two measures for the plane; these pictures show the usual ones.
    options = replace(options, measures=(), style="double")
    wanted = []
    if len(results.variants) > 1 and results.has("series") and any(m.begins for m in marks(results, options)):
        wanted.append("event")
    if results.has("places"):
        wanted.append("map")
    found = []
    for name in wanted:
        try:
            drawn = figures.make(name, results, options)
        except CannotDraw as reason:
            found.append({"id": name, "title": words[name], "words": words[LEADS[name]], "note": str(reason)})
            continue
        try:
            source = _embedded(drawn)
        finally:
            plt.close(drawn)
        found.append({"id": name, "title": words[name], "words": words[LEADS[name]], "source": source})
    return found


def _embedded(drawn) -> str:
    """A figure as an address that holds it. Letters are drawn as outlines: a page cannot count on fonts."""
    buffer = io.BytesIO()
    with matplotlib.rc_context({**style.WRITING, "svg.fonttype": "path"}):
        drawn.savefig(buffer, format="svg", metadata={"Date": None, "Creator": "cogov-plots"})
    return "data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode()
