"""The claims of the sources and what the experiments say of them."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from cogov_plots import style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import Results

NEEDED = ("id", "verdict", "robustness")
# From the best for a claim to the worst; other verdicts follow in the order in which they come.
VERDICTS = ("supported", "holds", "partly", "mixed", "unclear", "undecided", "untested", "fails", "refuted")
ROWS = 60


def draw(results: Results, options: Options) -> Figure:
    """Left: every claim by its verdict and its robustness. Right: effects with their intervals, where the table has
    them. Read from claims.csv: id, verdict, robustness, and source, claim, effect, low, high where known;
    robustness is a share from 0 to 1 or a word.
    """
    if not results.has("claims") and not (results.folder / "claims.csv").exists():
        raise CannotDraw("there is no claims.csv.")
    table = results.table("claims")
    missing = [name for name in NEEDED if name not in table]
    if missing:
        raise CannotDraw(f"claims.csv has no column {missing[0]!r}; it takes {', '.join(NEEDED)}.")
    table = table.dropna(subset=["id", "verdict"]).astype({"id": str, "verdict": str})
    if table.empty:
        raise CannotDraw("claims.csv holds no claim with a verdict.")
    found = list(dict.fromkeys(table["verdict"]))
    verdicts = [v for v in VERDICTS if v in found] + [v for v in found if v not in VERDICTS]
    looks = {verdict: style.look(k) for k, verdict in enumerate(verdicts)}
    with_effects = {"effect", "low", "high"} <= set(table.columns)
    effects = table[pd.to_numeric(table["effect"], errors="coerce").notna()] if with_effects else table[:0]
    single = options.style == "single"
    panels = 2 if len(effects) else 1
    height = min(max(60, 12 + 3.2 * len(effects)), style.TALLEST) if not single else style.TALLEST * 0.85
    ratios = {} if panels == 1 or single else {"gridspec_kw": {"width_ratios": [1.15, 1]}}
    figure, grid = style.figure(
        options.style,
        height=height,
        nrows=panels if single else 1,
        ncols=1 if single else panels,
        squeeze=False,
        **ratios,
    )
    axes = list(grid.flat)
    _draw_overview(axes[0], table, verdicts, looks, options)
    if panels == 2:
        _draw_effects(axes[1], effects[:ROWS], looks, options)
        if len(effects) > ROWS:
            options.note(f"claims: the first {ROWS} of {len(effects)} effects are drawn.")
    return figure


def _draw_overview(axes: Axes, table, verdicts, looks, options: Options) -> None:
    """A cell a verdict and a class of robustness, with the ids of its claims."""
    numbers = pd.to_numeric(table["robustness"], errors="coerce")
    if numbers.notna().sum() >= table["robustness"].notna().sum():
        edges = [0, 0.25, 0.5, 0.75, 1.0]
        names = [f"{low:g}–{high:g}" for low, high in zip(edges[:-1], edges[1:], strict=True)]
        where = np.clip(np.digitize(numbers, edges) - 1, 0, 3).astype(float)
        where[numbers.isna()] = np.nan
    else:
        names = list(dict.fromkeys(table["robustness"].dropna().astype(str)))
        where = table["robustness"].map(lambda text: names.index(str(text)) if pd.notna(text) else np.nan)
    names = [*names, options.labels.word("unknown")] if np.isnan(np.asarray(where, float)).any() else names
    where = np.nan_to_num(np.asarray(where, dtype=float), nan=len(names) - 1).astype(int)
    for row, verdict in enumerate(verdicts):
        colour = looks[verdict]["color"]
        for column in range(len(names)):
            ids = list(table.loc[(table["verdict"] == verdict).to_numpy() & (where == column), "id"])
            if not ids:
                continue
            axes.add_patch(
                plt_rectangle(column, row, colour, 0.08 + 0.3 * min(len(ids), 12) / 12, f"cell {verdict}")
            )
            axes.text(
                column,
                row,
                _ids(ids, 22 if options.style == "double" else 15),
                ha="center",
                va="center",
                fontsize=5.2,
            )
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_ylim(len(verdicts) - 0.5, -0.5)
    axes.set_xticks(range(len(names)), names)
    counts = table["verdict"].value_counts()
    word = options.labels.word
    axes.set_yticks(range(len(verdicts)), [f"{word(v)} ({counts[v]})" for v in verdicts])
    axes.tick_params(length=0)
    axes.set_xlabel(word("robustness"))
    axes.set_ylabel(word("verdict (number of claims)"))


def plt_rectangle(column: int, row: int, colour: str, alpha: float, name: str):
    """A cell of the overview."""
    from matplotlib.patches import Rectangle

    return Rectangle(
        (column - 0.47, row - 0.46), 0.94, 0.92, facecolor=colour, alpha=alpha, linewidth=0, gid=name
    )


def _ids(ids: list[str], letters: int) -> str:
    import textwrap

    lines = textwrap.wrap(" ".join(ids), letters)
    return "\n".join(lines[:6] + ([f"… {len(ids)}"] if len(lines) > 6 else []))


def _draw_effects(axes: Axes, table, looks, options: Options) -> None:
    axes.axvline(0, color=style.RULE, linewidth=0.7, zorder=1)
    for row, told in enumerate(table.itertuples()):
        common.draw_interval(axes, told.effect, told.low, told.high, row, looks[told.verdict])
    common.variant_axis(axes, list(table["id"]))
    if len(table) > 25:
        axes.tick_params(axis="y", labelsize=5)
    axes.set_xlabel(options.labels.word("effect, with interval"))
    entries = common.handles({options.labels.word(v): look for v, look in looks.items()})
    axes.legend(handles=entries, loc="lower left", bbox_to_anchor=(0, 1), ncols=3, columnspacing=1)
