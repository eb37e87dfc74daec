"""The claims of the sources and what the experiments say of them."""

import textwrap
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from cogov_plots import style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import Results

NEEDED = ("claim", "verdict", "robustness")
LOOKS = {
    "supported": {"color": "#009E73", "marker": "o", "linestyle": "-"},
    "conditional": {"color": "#0072B2", "marker": "s", "linestyle": "-"},
    "contradicted": {"color": "#D55E00", "marker": "X", "linestyle": "-"},
    "not identifiable": {"color": "#6E6E6E", "marker": "D", "linestyle": "-"},
}
"""The verdicts, from the best for a claim to none at all."""
CLASSES = (0, 0.25, 0.5, 0.75, 1)
ROWS = 90
"""Effects that a page has room for."""


def draw(results: Results, options: Options) -> Figure:
    """Left: every claim by its verdict and its robustness (the share of draws of all parameters in which the
    effect has the expected sign). Right: effects with intervals, in multiples of the smallest effect of
    interest, those in the expected direction to the right.

    Read from claims.csv: claim, verdict and robustness; effect, low, high, smallest, favourable, unit and
    world where it has them. A claim that was tried in several worlds is told once a world.
    """
    table = _read(results)
    effects = _effects(table)
    single = options.style == "single"
    panels = 2 if len(effects) else 1
    # Many claims stand closer together.
    row = 3.6 if len(effects) <= 45 else 2.5
    height = max(70, min(22 + row * min(len(effects), ROWS), style.TALLEST))
    if single and panels == 2:
        height = min(80 + height, style.TALLEST)
    ratios = {"height_ratios": [80, height - 80]} if single else {"width_ratios": [1.25, 1]}
    figure, grid = style.figure(
        options.style,
        height=height,
        nrows=panels if single else 1,
        ncols=1 if single else panels,
        squeeze=False,
        gridspec_kw=ratios if panels == 2 else None,
    )
    axes = list(grid.flat)
    _draw_overview(axes[0], table, options, 0.42 * 80 if single else 0.75 * height)
    notes = [options.labels.word("Robustness: share of draws of all parameters with the expected sign.")]
    if panels == 2:
        if len(effects) > ROWS:
            options.note(f"claims: {ROWS} of {len(effects)} effects are drawn.")
        notes += _draw_effects(axes[1], effects[:ROWS], options)
        for letter, panel in enumerate(axes):
            common.label_axes(panel, letter)
    style.footnote(figure, " ".join(notes), options.style)
    return figure


def _read(results: Results) -> pd.DataFrame:
    """The table with text in `name`, `verdict`, and numbers elsewhere; sorted by verdict."""
    if not (results.folder / "claims.csv").exists():
        raise CannotDraw("there is no claims.csv; 'cogov claims' writes one.")
    table = results.table("claims")
    missing = [name for name in NEEDED if name not in table]
    if missing:
        raise CannotDraw(f"claims.csv has no column {missing[0]!r}; it takes {', '.join(NEEDED)}.")
    table = table.dropna(subset=["claim", "verdict"]).reset_index(drop=True)
    if table.empty:
        raise CannotDraw("claims.csv holds no claim with a verdict.")
    for name in ("claim", "verdict", "world", "unit"):
        table[name] = (
            table[name].astype(object).where(table[name].notna(), "").astype(str) if (name in table) else ""
        )
    unknown = sorted(set(table["verdict"]) - set(LOOKS))
    if unknown:
        raise CannotDraw(f"claims.csv: verdict {unknown[0]!r} is none of {', '.join(LOOKS)}.")
    for name in ("robustness", "effect", "low", "high", "smallest", "favourable"):
        table[name] = pd.to_numeric(table[name], errors="coerce") if name in table else np.nan
    outside = table.loc[(table["robustness"] < 0) | (table["robustness"] > 1), "claim"]
    if len(outside):
        raise CannotDraw(f"claims.csv: the robustness of {outside.iloc[0]} is no share from 0 to 1.")
    several = table["claim"].duplicated(keep=False)
    table["name"] = table["claim"].where(~several, table["claim"] + " " + table["world"]).str.strip()
    order = {verdict: k for k, verdict in enumerate(LOOKS)}
    return table.sort_values("verdict", key=lambda v: v.map(order), kind="stable", ignore_index=True)


def _effects(table: pd.DataFrame) -> pd.DataFrame:
    """The rows with an effect: `effect`, `low` and `high` in the expected direction, and in multiples of the
    smallest effect of interest. Where the table knows none, they stay in their units (`in_multiples`).
    """
    effects = table[table["effect"].notna()].copy()
    scale = effects["smallest"].abs().replace(0, np.nan)
    effects["in_multiples"] = bool(scale.notna().any())
    scale = scale if scale.notna().any() else 1.0
    # Where no effect is expected there is no direction.
    sign = np.where(effects["favourable"] < 0, -1, 1)
    for name in ("effect", "low", "high"):
        effects[name] = sign * effects[name] / scale
    backwards = sign < 0
    effects.loc[backwards, ["low", "high"]] = effects.loc[backwards, ["high", "low"]].to_numpy()
    return effects.dropna(subset=["effect"])


def _draw_overview(axes: Axes, table: pd.DataFrame, options: Options, tall: float) -> None:
    """A cell a verdict and a class of robustness, with the names of its claims. `tall`: millimetres."""
    say = options.labels.word
    verdicts = list(LOOKS)
    names = [f"{low:g}–{high:g}" for low, high in pairwise(CLASSES)]
    known = table["robustness"].notna().to_numpy()
    where = np.clip(np.digitize(table["robustness"].fillna(0), CLASSES) - 1, 0, len(names) - 1)
    if not known.all():
        names = [*names, say("not tried")]
        where = np.where(known, where, len(names) - 1)
    # What a cell holds of lines in this type: 2.4 mm each.
    lines = max(2, int(tall / len(verdicts) / 2.4))
    for row, verdict in enumerate(verdicts):
        for column in range(len(names)):
            mine = table.loc[(table["verdict"] == verdict).to_numpy() & (where == column), "name"]
            if len(mine) == 0:
                continue
            axes.add_patch(
                Rectangle(
                    (column - 0.47, row - 0.46),
                    0.94,
                    0.92,
                    facecolor=LOOKS[verdict]["color"],
                    alpha=0.1 + 0.3 * min(len(mine), 12) / 12,
                    linewidth=0,
                    gid=f"cell {verdict}",
                )
            )
            text = _lines(list(mine), int(64 / len(names)), lines)
            axes.text(column, row, text, ha="center", va="center", fontsize=5.4)
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_ylim(len(verdicts) - 0.5, -0.5)
    axes.set_xticks(range(len(names)), names)
    counts = table["verdict"].value_counts()
    ticks = [f"{say(verdict)}\n({counts.get(verdict, 0)})" for verdict in verdicts]
    axes.set_yticks(range(len(verdicts)), ticks)
    axes.tick_params(length=0)
    axes.set_xlabel(say("robustness"))
    axes.set_ylabel(say("verdict (number of claims)"))


def _lines(names: list[str], letters: int, most: int) -> str:
    """The names in lines; where they are too many, their number ends them."""
    lines = textwrap.wrap(", ".join(name.replace(" ", "\u00a0") for name in names), max(letters, 6))
    return "\n".join(lines if len(lines) <= most else [*lines[: most - 1], f"… {len(names)}"])


def _draw_effects(axes: Axes, table: pd.DataFrame, options: Options) -> list[str]:
    """Effects with intervals, a row a claim; gives the words of the footnote."""
    say = options.labels.word
    axes.axvline(0, color=style.RULE, linewidth=0.7, zorder=1)
    for row, told in enumerate(table.itertuples()):
        look = LOOKS[told.verdict]
        common.draw_interval(axes, told.effect, told.low, told.high, row, look, label=told.name)
    common.variant_axis(axes, list(table["name"]))
    if len(table) > 25:
        axes.tick_params(axis="y", labelsize=5 if len(table) <= 60 else 4.4, pad=1)
    shown = dict.fromkeys(table["verdict"])
    entries = common.handles({say(verdict): LOOKS[verdict] for verdict in shown})
    axes.legend(handles=entries, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, columnspacing=1)
    if table["in_multiples"].all():
        axes.axvspan(-1, 1, color="#EFEFEF", linewidth=0, zorder=0, gid="too small")
        # Few huge effects must not squeeze the others together.
        if table[["effect", "low", "high"]].abs().max().max() > 20:
            axes.set_xscale("symlog", linthresh=1, linscale=0.6)
        # The grey band shows on both sides, however small the effects are.
        axes.set_xlim(min(axes.get_xlim()[0], -1.3), max(axes.get_xlim()[1], 1.3))
        axes.set_xlabel(say("effect, in multiples of the smallest of interest"))
        return [say("Right: as claimed. Grey: smaller than what is of interest.")]
    units = {options.labels.unit(unit) for unit in table["unit"]} - {""}
    suffix = f" ({units.pop()})" if len(units) == 1 else ""
    axes.set_xlabel(say("effect, with interval") + suffix)
    return [] if not units else [say("Each effect in the unit of its measure.")]
