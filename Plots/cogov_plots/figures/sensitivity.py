"""Which parameters move the results: Morris screening and Sobol indices."""

from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from cogov_plots import indices, style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import COMPOSITES, Results, ResultsError


def draw(results: Results, options: Options) -> Figure:
    """Morris: mean absolute elementary effect of each parameter with its interval, ranked, beside its
    standard deviation (far from the first: the parameter interacts or bends). Sobol: first-order indices,
    and total ones where the design gives them. A row an output; the parameters that matter most.

    Read from --table, or from sensitivity.csv, or elementary.csv of Scenarios/sensitivity/morris.py, in the
    folder or the one above; else computed from the points of the batch (see `indices`).
    """
    table = read(results, options)
    outputs = _outputs(table, options)
    kinds = [kind for kind, column in (("morris", "mu_star"), ("sobol", "S1")) if table[column].notna().any()]
    wide = sum(2 if kind == "morris" else 1 for kind in kinds) if options.style == "double" else 1
    total = len(outputs) * sum(2 if kind == "morris" else 1 for kind in kinds)
    figure, panels = _panels(options, total, wide)
    panels = iter(panels)
    for output in outputs:
        mine = table[table["output"] == output]
        for kind in kinds:
            by = "mu_star" if kind == "morris" else "ST" if mine["ST"].notna().any() else "S1"
            ranked = mine.sort_values(by, ascending=False, kind="stable")[: options.top]
            if kind == "morris":
                _draw_morris(next(panels), ranked, output, results, options)
                _draw_scatter(next(panels), mine, ranked, output, results, options)
            else:
                _draw_sobol(next(panels), ranked, output, results, options)
    say = options.labels.word
    notes = []
    if table.groupby("output")["parameter"].nunique().max() > options.top:
        notes.append(say("The {top} parameters that matter most.", top=options.top))
    if "morris" in kinds:
        notes.append(
            say(
                "Dotted: σ = μ*/2. Points below it act nearly everywhere in one direction; "
                "far above it a parameter interacts or bends. Numbers: ranks."
            )
        )
    if "sobol" in kinds and table["ST"].isna().all():
        notes.append(say("First order only: what parameters do together is not in it."))
    style.footnote(figure, " ".join(notes), options.style)
    return figure


CONSTANT = "Left out, as they do not vary over the sample: {names}."
UNDEFINED = "Left out, as they are undefined at some point: {names}."
NUMBERS = ("mu_star", "mu_star_conf", "mu_star_interval", "sigma", "S1", "S1_conf", "ST", "ST_conf", "mean")


def read(results: Results, options: Options) -> pd.DataFrame:
    """The table with columns `output`, `parameter`, and as far as known (else NaN) `mu_star`, `mu_star_low`,
    `mu_star_high`, `sigma`, `S1`, `S1_conf`, `ST`, `ST_conf`. Outputs that do not vary are left out; the
    small print names them. Raises CannotDraw where there is no table, or nothing in it varies.
    """
    if options.table:
        path = Path(options.table)
        if not path.exists():
            raise ResultsError(f"{path} is not there.")
    else:
        names = ("sensitivity.csv", "elementary.csv")
        found = [f / n for f in (results.folder, results.folder.resolve().parent) for n in names]
        path = next((p for p in found if p.exists()), None)
    if path is None:
        return _computed(results, options)
    table = results.table(path, NUMBERS)
    # What morris.py of this project writes: effects on levels and on differences from the baseline.
    if "output" not in table and {"measure", "scenario"} <= set(table.columns):
        kind = table["kind"].astype(str) if "kind" in table else "level"
        table["output"] = table["measure"].astype(str) + ", " + table["scenario"].astype(str)
        table.loc[kind == "difference", "output"] += " − baseline"
    table = table.rename(columns={"mu_star_interval": "mu_star_conf"})
    if not {"output", "parameter"} <= set(table.columns) or not {"mu_star", "S1"} & set(table.columns):
        raise CannotDraw(f"{path} needs the columns output, parameter, and mu_star (Morris) or S1 (Sobol).")
    if table.empty:
        raise CannotDraw(f"{path} has no rows.")
    table = _whole(table.assign(output=table["output"].astype(str)))
    constant = [output for output, mine in table.groupby("output", sort=False) if _is_constant(mine)]
    _leave_out(constant, CONSTANT, results, options)
    if len(constant) == table["output"].nunique():
        raise CannotDraw(f"no output of {path} varies over its sample: {'; '.join(constant)}.")
    options.captions.append(common.unverified_words([path.name], options))
    return table[~table["output"].isin(constant)]


def _is_constant(mine: pd.DataFrame) -> bool:
    """Whether the rows of an output tell that it did not vary: no effect larger than rounding, no
    variance.
    """
    size = mine["mean"].abs().max() if "mean" in mine and mine["mean"].notna().any() else 0.0
    effects = mine["mu_star"].dropna()
    return bool((effects <= indices.FLAT * size).all() and mine[["S1", "ST"]].isna().all().all())


def _computed(results: Results, options: Options) -> pd.DataFrame:
    measures = options.chosen(results, COMPOSITES)
    planned = len(results.manifest.plan.get("variants", []))
    try:
        if len(results.all_variants) < planned:
            raise indices.NoDesign(
                f"{planned - len(results.all_variants)} of {planned} points have no finished run"
            )
        found = indices.compute(results, measures, options.level)
    except indices.NoDesign as reason:
        raise CannotDraw(
            f"there is no sensitivity.csv or elementary.csv, and {reason}. Give a table with --table."
        ) from None
    _leave_out(found.constant, CONSTANT, results, options)
    _leave_out(found.undefined, UNDEFINED, results, options)
    if found.trajectories and found.trajectories < indices.FEW_TRAJECTORIES:
        sentence = options.labels.word(
            "{count} trajectories: few for ranks that hold.", count=found.trajectories
        )
        options.captions.append(sentence)
    return _whole(found.table)


def _leave_out(outputs: list[str], sentence: str, results: Results, options: Options) -> None:
    """Says on the screen and in the small print which outputs are not drawn, and why."""
    if outputs:
        options.note(f"sensitivity: {sentence[0].lower()}{sentence[1:].format(names='; '.join(outputs))}")
        names = "; ".join(_name(output, results, options) for output in outputs)
        options.captions.append(options.labels.word(sentence, names=names))


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    """The table with every column; NaN where it has none, and ends of the intervals of Morris."""
    for name in ("mu_star", "mu_star_conf", "sigma", "S1", "S1_conf", "ST", "ST_conf"):
        if name not in table:
            table[name] = np.nan
    if "mu_star_low" not in table:
        table["mu_star_low"] = table["mu_star"] - table["mu_star_conf"]
        table["mu_star_high"] = table["mu_star"] + table["mu_star_conf"]
    return table


def _outputs(table: pd.DataFrame, options: Options) -> list[str]:
    """Outputs to draw: those of the measures asked for, or of vitality and order; at most four."""
    outputs = list(dict.fromkeys(table["output"].astype(str)))
    if options.outputs:
        unknown = [o for o in options.outputs if o not in outputs]
        if unknown:
            raise CannotDraw(f"there is no output {unknown[0]!r}; there are: {'; '.join(outputs)}.")
        return list(options.outputs)
    wanted = options.measures or COMPOSITES
    chosen = [o for o in outputs if o.split(",")[0] in wanted]
    if options.measures and not chosen:
        raise CannotDraw(
            f"no output of {', '.join(options.measures)} varies; there are: {'; '.join(outputs)}."
        )
    # Of the outputs of several scenarios, one each of the measures first, so that no measure crowds out
    # another.
    by_measure = {m: [o for o in chosen if o.split(",")[0] == m] for m in wanted}
    picked = [o for m in wanted for o in by_measure[m][: max(1, 4 // len(wanted))]] or outputs[:2]
    if len(chosen) > len(picked):
        options.note(
            f"sensitivity: {len(picked)} of {len(chosen)} outputs are drawn: {'; '.join(picked)}. "
            "Choose with --outputs."
        )
    return picked


def _panels(options: Options, total: int, wide: int):
    rows = -(-total // wide)
    tall = min(12 + 3.3 * options.top, (style.TALLEST - 12) / rows)
    figure, grid = style.figure(options.style, height=tall * rows + 10, nrows=rows, ncols=wide, squeeze=False)
    return figure, list(grid.flat)


def _name(output: str, results: Results, options: Options) -> str:
    measure, *rest = output.split(", ")
    if measure not in results.measures:
        return options.names(output, 40)
    return ", ".join([options.labels.measure(results.measures[measure]), *(options.names(r) for r in rest)])


def _unit(output: str, results: Results, options: Options) -> str:
    measure = results.measures.get(output.split(", ")[0])
    unit = options.labels.unit(measure.unit) if measure else ""
    return f" ({unit})" if unit else ""


def _short(parameters: pd.Series, options: Options) -> list[str]:
    """Names without the path before them, where that leaves no two alike."""
    names = parameters.astype(str)
    ends = names.str.rpartition(".")[2]
    return [options.names(name) for name in (ends if ends.is_unique else names)]


def _draw_morris(axes: Axes, ranked, output, results, options) -> None:
    for row, told in enumerate(ranked.itertuples()):
        axes.barh(row, told.mu_star, height=0.62, color=style.COLOURS[1], alpha=0.75, linewidth=0)
        if np.isfinite(told.mu_star_low):
            axes.plot([max(told.mu_star_low, 0), told.mu_star_high], [row, row], color="black", linewidth=0.9)
    names = [f"{name}  {rank}" for rank, name in enumerate(_short(ranked["parameter"], options), 1)]
    common.variant_axis(axes, names)
    axes.set_xlim(left=0)
    axes.set_title(_name(output, results, options), loc="left")
    axes.set_xlabel(options.labels.word("mean absolute effect μ*") + _unit(output, results, options))


def _draw_scatter(axes: Axes, mine, ranked, output, results, options) -> None:
    rest = mine[~mine["parameter"].isin(ranked["parameter"])]
    axes.plot(rest["mu_star"], rest["sigma"], "o", color=style.FAINT, markersize=2.5)
    axes.plot(ranked["mu_star"], ranked["sigma"], "o", color=style.COLOURS[1], markersize=3.5)
    top = np.nanmax(mine["mu_star"]) * 1.25 or 1
    # Twice the spread is less than the effect: hardly a trajectory on which the sign changes.
    axes.plot([0, top], [0, top / 2], color=style.RULE, linestyle=":", linewidth=0.9)
    # Names would hide one another near the origin, where most points are.
    for rank, told in enumerate(ranked.itertuples(), 1):
        place = {"xytext": (0, 3), "textcoords": "offset points", "ha": "center", "fontsize": 5.5}
        axes.annotate(str(rank), (told.mu_star, told.sigma), **place)
    axes.set_xlim(0, top)
    axes.set_ylim(bottom=0)
    axes.set_xlabel(options.labels.word("mean absolute effect μ*") + _unit(output, results, options))
    axes.set_ylabel(options.labels.word("standard deviation σ") + _unit(output, results, options))


def _draw_sobol(axes: Axes, ranked, output, results, options) -> None:
    say = options.labels.word
    kinds = [("S1", "S1_conf", 1, say("alone (S1)")), ("ST", "ST_conf", 2, say("in all (ST)"))]
    kinds = [kind for kind in kinds if ranked[kind[0]].notna().any()]
    axes.axvline(0, color=style.RULE, linewidth=0.7, zorder=1)
    for k, (value, interval, look, _) in enumerate(kinds):
        shift = (k - (len(kinds) - 1) / 2) * 0.3
        for row, told in enumerate(ranked.itertuples()):
            mean, half = getattr(told, value), getattr(told, interval)
            common.draw_interval(axes, mean, mean - half, mean + half, row + shift, style.look(look))
    common.variant_axis(axes, _short(ranked["parameter"], options))
    axes.set_title(_name(output, results, options), loc="left")
    axes.set_xlabel(options.labels.word("share of the variance"))
    entries = [
        Line2D([], [], **{**style.look(look), "linestyle": ""}, label=words) for _, _, look, words in kinds
    ]
    axes.legend(handles=entries, loc="lower right")
