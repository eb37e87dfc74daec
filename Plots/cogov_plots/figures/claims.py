"""The claims of the sources and what the experiments say of them."""

import textwrap
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter

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
"""Claims that a page has room for."""


OUTCOMES = {"holds": "full", "open": "white", "fails": "cross"}
"""What a contrast says of its expectation, and how its mark is filled; a cross stands for one that fails."""


def draw(results: Results, options: Options) -> Figure:
    """Left: every claim by its verdict and its robustness (the share of draws of all parameters in which the
    effect has the expected sign). Right: what each verdict rests on, a row a claim: every registered contrast
    with its interval, in multiples of its smallest effect of interest, those in the expected direction to the
    right; full where it holds, hollow where it is open, a cross where it fails; and the reason in words.

    Read from claims.csv (claim, verdict and robustness; effect, low, high, smallest, favourable, condition
    and unit where it has them) and from tests.csv beside it, without which only first contrasts are known.
    """
    table = _read(results)
    contrasts = _contrasts(results, table)
    shown = list(table["claim"]) if len(contrasts) else []
    if len(shown) > ROWS:
        options.note(f"claims: {ROWS} of {len(shown)} claims are drawn on the right.")
        shown = shown[:ROWS]
    single = options.style == "single"
    panels = 2 if shown else 1
    # Many claims stand closer together.
    row = 3.6 if len(shown) <= 45 else 2.8
    height = max(70, min(22 + row * len(shown), style.TALLEST))
    if single and panels == 2:
        height = min(80 + height, style.TALLEST)
    ratios = {"height_ratios": [80, height - 80]} if single else {"width_ratios": [1, 1.5]}
    figure, grid = style.figure(
        options.style,
        height=height,
        nrows=panels if single else 1,
        ncols=1 if single else panels,
        squeeze=False,
        gridspec_kw=ratios if panels == 2 else None,
    )
    axes = list(grid.flat)
    say = options.labels.word
    _draw_overview(axes[0], table, options, 0.42 * 80 if single else 0.75 * height)
    notes = [say("Robustness: share of draws of all parameters with the expected sign.")]
    if panels == 2:
        notes += _draw_effects(axes[1], table[table["claim"].isin(shown)], contrasts, options)
        for letter, panel in enumerate(axes):
            common.label_axes(panel, letter)
    style.footnote(figure, " ".join(notes), options.style)
    return figure


def _read(results: Results) -> pd.DataFrame:
    """The table with texts and numbers as they should be; sorted by verdict."""
    path = results.folder / "claims.csv"
    if not path.exists():
        raise CannotDraw("there is no claims.csv; 'cogov claims' writes one.")
    numbers = ("robustness", "effect", "low", "high", "smallest", "favourable")
    table = results.table(path, numbers)
    missing = [name for name in NEEDED if name not in table]
    if missing:
        raise CannotDraw(f"claims.csv has no column {missing[0]!r}; it takes {', '.join(NEEDED)}.")
    table = table.dropna(subset=["claim", "verdict"]).reset_index(drop=True)
    if table.empty:
        raise CannotDraw("claims.csv holds no claim with a verdict.")
    for name in ("claim", "verdict", "unit", "condition"):
        table[name] = (
            table[name].astype(object).where(table[name].notna(), "").astype(str) if (name in table) else ""
        )
    unknown = sorted(set(table["verdict"]) - set(LOOKS))
    if unknown:
        raise CannotDraw(f"claims.csv: verdict {unknown[0]!r} is none of {', '.join(LOOKS)}.")
    for name in numbers:
        table[name] = table.get(name, np.nan)
    outside = table.loc[(table["robustness"] < 0) | (table["robustness"] > 1), "claim"]
    if len(outside):
        raise CannotDraw(f"claims.csv: the robustness of {outside.iloc[0]} is no share from 0 to 1.")
    for claim in table.loc[table["claim"].duplicated(), "claim"].head(1):
        raise CannotDraw(f"claims.csv: {claim} is there twice.")
    order = {verdict: k for k, verdict in enumerate(LOOKS)}
    return table.sort_values("verdict", key=lambda v: v.map(order), kind="stable", ignore_index=True)


def _contrasts(results: Results, table: pd.DataFrame) -> pd.DataFrame:
    """The registered contrasts of the claims: `claim`, `number`, `outcome` (empty where unknown), and
    `effect`, `low`, `high` in the expected direction and in multiples of the smallest effect of interest.
    Where the tables know none, they stay in their units (`in_multiples`).
    """
    path = results.folder / "tests.csv"
    if path.exists():
        found = results.table(path, ("contrast", "effect", "low", "high", "smallest"))
        columns = (
            "claim",
            "frame_kind",
            "contrast",
            "expect",
            "effect",
            "low",
            "high",
            "smallest",
            "outcome",
        )
        missing = [name for name in columns if name not in found]
        if missing:
            raise CannotDraw(f"tests.csv has no column {missing[0]!r}.")
        found = found[found["frame_kind"] == "registered"].copy()
        found["claim"] = found["claim"].astype(str)
        found["number"] = found["contrast"].astype(int)
        found["outcome"] = found["outcome"].astype(str)
        unknown = sorted(set(found["outcome"]) - set(OUTCOMES))
        if unknown:
            raise CannotDraw(f"tests.csv: outcome {unknown[0]!r} is none of {', '.join(OUTCOMES)}.")
        backwards = (found["expect"] == "decrease").to_numpy()
        absent = sorted(set(table["claim"]) - set(found["claim"]))
        if absent:
            raise CannotDraw(f"tests.csv has no contrast of {absent[0]}, which claims.csv has.")
    else:
        found = table[["claim", "effect", "low", "high", "smallest"]].assign(number=1, outcome="")
        # Where no effect is expected there is no direction.
        backwards = (table["favourable"] < 0).to_numpy()
    scale = found["smallest"].abs().replace(0, np.nan)
    found["in_multiples"] = bool(scale.notna().any())
    scale = scale if scale.notna().any() else 1.0
    for name in ("effect", "low", "high"):
        found[name] = np.where(backwards, -1, 1) * found[name] / scale
    found.loc[backwards, ["low", "high"]] = found.loc[backwards, ["high", "low"]].to_numpy()
    return found.dropna(subset=["effect"])


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
            mine = table.loc[(table["verdict"] == verdict).to_numpy() & (where == column), "claim"]
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
            text = _lines([options.names(name, 16) for name in mine], int(40 / len(names)), lines)
            axes.text(column, row, text, ha="center", va="center", fontsize=5.4)
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_ylim(len(verdicts) - 0.5, -0.5)
    axes.set_xticks(range(len(names)), names, fontsize=5.4)
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


def _draw_effects(axes: Axes, table: pd.DataFrame, contrasts: pd.DataFrame, options: Options) -> list[str]:
    """The contrasts of each claim with their intervals, and the reason of its verdict; gives the words of the
    footnote.
    """
    say = options.labels.word
    axes.axvline(0, color=style.RULE, linewidth=0.7, zorder=1)
    many, cut = len(table) > 25, False
    for row, claim in enumerate(table.itertuples()):
        mine = contrasts[contrasts["claim"] == claim.claim]
        for k, told in enumerate(mine.itertuples()):
            at = row + (k - (len(mine) - 1) / 2) * 0.66 / max(len(mine), 2)
            _draw_contrast(axes, told, at, LOOKS[claim.verdict], claim.claim, len(mine) > 1, many)
        place = {"transform": axes.get_yaxis_transform(), "va": "center", "color": "#444444"}
        reason = _reason(claim, mine, options)
        text = style.shortened(reason, 60 if options.style == "double" else 22)
        cut |= text != style.clean(reason)
        axes.text(1.01, row, text, fontsize=4.4 if many else 5, **place)
    common.variant_axis(axes, [options.names(name, 16) for name in table["claim"]])
    if many:
        axes.tick_params(axis="y", labelsize=5 if len(table) <= 60 else 4.4, pad=1)
    entries = common.handles(
        {say(verdict): LOOKS[verdict] for verdict in dict.fromkeys(table["verdict"])}, options
    )
    known = [outcome for outcome in OUTCOMES if (contrasts["outcome"] == outcome).any()]
    for entry in entries if known else ():
        entry.set(marker="s", markersize=4)
    entries += [
        Line2D(
            [], [], linestyle="", label=say(outcome), **_mark(outcome, {"color": "#444444", "marker": "o"})
        )
        for outcome in known
    ]
    axes.legend(
        handles=entries,
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=4 if options.style == "double" else 2,
        columnspacing=1,
        handletextpad=0.3,
    )
    notes = []
    if known:
        notes.append(say("Right: all registered contrasts of a claim, numbered where there are several."))
    else:
        notes.append(say("There is no tests.csv: only the first contrast of each claim is shown."))
    if cut:
        notes.append(say("Reasons in full stand in claims.csv."))
    if contrasts["in_multiples"].all():
        axes.axvspan(-1, 1, color="#EFEFEF", linewidth=0, zorder=0, gid="too small")
        # Few huge effects must not squeeze the others together.
        if contrasts[["effect", "low", "high"]].abs().max().max() > 20:
            axes.set_xscale("symlog", linthresh=1, linscale=0.6)
            axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}".replace("-", "−")))
        # The grey band shows on both sides, however small the effects are.
        axes.set_xlim(min(axes.get_xlim()[0], -1.3), max(axes.get_xlim()[1], 1.3))
        axes.set_xlabel(say("effect, in multiples of the smallest of interest"))
        return [*notes, say("To the right: as claimed. Grey: smaller than what is of interest.")]
    units = {options.labels.unit(unit) for unit in table["unit"]} - {""}
    suffix = f" ({units.pop()})" if len(units) == 1 else ""
    axes.set_xlabel(say("effect, with interval") + suffix)
    return notes if not units else [*notes, say("Each effect in the unit of its measure.")]


def _mark(outcome: str, look: dict) -> dict:
    """How the mark of a contrast looks, by its outcome."""
    if outcome == "fails":
        return {"marker": "X", "color": look["color"], "markersize": 4.4, "mec": "white", "mew": 0.3}
    fill = look["color"] if outcome != "open" else "white"
    marker = "o" if outcome else look["marker"]
    return {
        "marker": marker,
        "color": look["color"],
        "mfc": fill,
        "mec": look["color"],
        "mew": 0.7,
        "markersize": 3.4,
    }


def _draw_contrast(axes: Axes, told, at: float, look: dict, name: str, numbered: bool, many: bool) -> None:
    if np.isfinite(told.low) and np.isfinite(told.high):
        axes.plot(
            [told.low, told.high], [at, at], color=look["color"], linewidth=0.5 if many else 0.8, zorder=3
        )
    axes.plot(told.effect, at, linestyle="", zorder=4, label=name, **_mark(told.outcome, look))
    if numbered:
        place = {"xytext": (3, 0), "textcoords": "offset points", "va": "center", "fontsize": 3.6}
        axes.annotate(
            str(told.number), (np.nanmax([told.effect, told.high]), at), color=look["color"], **place
        )


def _reason(claim, contrasts: pd.DataFrame, options: Options) -> str:
    """What a verdict rests on, where its first contrast alone does not tell."""
    say = options.labels.word
    if (contrasts["outcome"] == "").any():
        first = contrasts["effect"].iloc[0]
        odd = first > 1 if claim.verdict == "contradicted" else first < 1 and claim.verdict == "supported"
        return claim.condition or (say("another contrast decides") if odd else "")
    words = []
    if len(contrasts) > 1 and claim.verdict != "supported":
        numbers = {
            outcome: ", ".join(map(str, contrasts.loc[contrasts["outcome"] == outcome, "number"]))
            for outcome in OUTCOMES
        }
        if numbers["fails"]:
            words.append(say("fails: {numbers}", numbers=numbers["fails"]))
        if numbers["open"] and claim.verdict != "contradicted":
            words.append(say("open: {numbers}", numbers=numbers["open"]))
    return "; ".join([*words, claim.condition] if claim.condition else words)
