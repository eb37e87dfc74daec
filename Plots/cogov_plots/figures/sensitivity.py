"""Which parameters move the results: Morris screening and Sobol indices."""

from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from cogov_plots import style
from cogov_plots.figures import common
from cogov_plots.options import CannotDraw, Options
from cogov_plots.results import COMPOSITES, Results, ResultsError


def draw(results: Results, options: Options) -> Figure:
    """Morris: mean absolute elementary effect of each parameter with its interval, ranked, beside its standard
    deviation (far from the first: the parameter interacts or bends). Sobol: first-order and total indices. A row an
    output; the parameters that matter most.

    Read from sensitivity.csv, or elementary.csv of Scenarios/sensitivity/morris.py, in the folder or the one above,
    or from --table.
    """
    table = read(results, options)
    outputs = _outputs(table, options)
    sobol = "ST" in table
    kinds = (["morris"] if "mu_star" in table else []) + (["sobol"] if sobol else [])
    wide = sum(2 if kind == "morris" else 1 for kind in kinds) if options.style == "double" else 1
    total = len(outputs) * sum(2 if kind == "morris" else 1 for kind in kinds)
    figure, panels = _panels(options, total, wide)
    panels = iter(panels)
    for output in outputs:
        mine = table[table["output"] == output]
        for kind in kinds:
            ranked = mine.sort_values("mu_star" if kind == "morris" else "ST", ascending=False)[: options.top]
            if kind == "morris":
                _draw_morris(next(panels), ranked, output, results, options)
                _draw_scatter(next(panels), mine, ranked, output, results, options)
            else:
                _draw_sobol(next(panels), ranked, output, results, options)
    words = options.labels.word("The {top} parameters that matter most.", top=options.top)
    if "morris" in kinds:
        words += " " + options.labels.word(
            "Below the dotted line the sign of an effect is all but certain; above it interactions or bends weigh."
        )
    style.footnote(figure, words, options.style)
    return figure


def read(results: Results, options: Options) -> pd.DataFrame:
    """The table with columns `output`, `parameter`, and as far as known `mu_star`, `mu_star_low`, `mu_star_high`,
    `sigma`, `S1`, `S1_conf`, `ST`, `ST_conf`. Raises CannotDraw where there is none.
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
            raise CannotDraw("there is no sensitivity.csv or elementary.csv; another table with --table.")
    table = results.parse(path)
    # What morris.py of this project writes: effects on levels and on differences from the baseline.
    if "output" not in table and {"measure", "scenario"} <= set(table.columns):
        kind = table.get("kind", pd.Series("level", index=table.index)).astype(str)
        table["output"] = table["measure"].astype(str) + ", " + table["scenario"].astype(str)
        table.loc[kind == "difference", "output"] += " − baseline"
    table = table.rename(columns={"mu_star_interval": "mu_star_conf"})
    if "mu_star" in table and "mu_star_conf" in table and "mu_star_low" not in table:
        table["mu_star_low"] = table["mu_star"] - table["mu_star_conf"]
        table["mu_star_high"] = table["mu_star"] + table["mu_star_conf"]
    if not {"output", "parameter"} <= set(table.columns) or not {"mu_star", "ST"} & set(table.columns):
        raise CannotDraw(f"{path} needs the columns output, parameter, and mu_star (Morris) or ST (Sobol).")
    for name in ("mu_star_low", "mu_star_high", "sigma", "S1", "S1_conf", "ST_conf"):
        if name not in table:
            table[name] = np.nan
    if table.empty:
        raise CannotDraw(f"{path} has no rows.")
    return table


def _outputs(table: pd.DataFrame, options: Options) -> list[str]:
    """Outputs to draw: those of the measures asked for, or of vitality and order; at most four."""
    outputs = list(dict.fromkeys(table["output"].astype(str)))
    wanted = options.measures or COMPOSITES
    chosen = [o for o in outputs if o.split(",")[0] in wanted]
    # Of the outputs of several scenarios, one each of the measures first, so that no measure crowds out another.
    by_measure = {m: [o for o in chosen if o.split(",")[0] == m] for m in wanted}
    picked = [o for m in wanted for o in by_measure[m][: max(1, 4 // len(wanted))]] or outputs[:2]
    if len(chosen) > len(picked):
        options.note(
            f"sensitivity: {len(picked)} of {len(chosen)} outputs are drawn: {'; '.join(picked)}. "
            "Choose with --outputs."
        )
    if options.outputs:
        unknown = [o for o in options.outputs if o not in outputs]
        if unknown:
            raise CannotDraw(f"there is no output {unknown[0]!r}; there are: {'; '.join(outputs)}.")
        return list(options.outputs)
    return picked


def _panels(options: Options, total: int, wide: int):
    rows = -(-total // wide)
    tall = min(12 + 3.3 * options.top, (style.TALLEST - 12) / rows)
    figure, grid = style.figure(options.style, height=tall * rows + 10, nrows=rows, ncols=wide, squeeze=False)
    return figure, list(grid.flat)


def _name(output: str, results: Results, options: Options) -> str:
    measure, *rest = output.split(", ")
    if measure not in results.measures:
        return output
    return ", ".join([options.labels.measure(results.measures[measure]), *rest])


def _unit(output: str, results: Results, options: Options) -> str:
    measure = results.measures.get(output.split(", ")[0])
    unit = options.labels.unit(measure.unit) if measure else ""
    return f" ({unit})" if unit else ""


def _draw_morris(axes: Axes, ranked, output, results, options) -> None:
    for row, told in enumerate(ranked.itertuples()):
        axes.barh(row, told.mu_star, height=0.62, color=style.COLOURS[1], alpha=0.75, linewidth=0)
        if np.isfinite(told.mu_star_low):
            axes.plot([max(told.mu_star_low, 0), told.mu_star_high], [row, row], color="black", linewidth=0.9)
    common.variant_axis(axes, list(ranked["parameter"].astype(str)))
    axes.set_xlim(left=0)
    axes.set_title(_name(output, results, options), loc="left")
    axes.set_xlabel(options.labels.word("mean absolute effect μ*") + _unit(output, results, options))


def _draw_scatter(axes: Axes, mine, ranked, output, results, options) -> None:
    rest = mine[~mine["parameter"].isin(ranked["parameter"])]
    axes.plot(rest["mu_star"], rest["sigma"], "o", color=style.FAINT, markersize=2.5)
    axes.plot(ranked["mu_star"], ranked["sigma"], "o", color=style.COLOURS[1], markersize=3.5)
    top = np.nanmax(mine["mu_star"]) * 1.25 or 1
    # Half as much spread as effect: the sign changes in about one of forty trajectories.
    axes.plot([0, top], [0, top / 2], color=style.RULE, linestyle=":", linewidth=0.9)
    for told in ranked[:5].itertuples():
        axes.annotate(
            str(told.parameter),
            (told.mu_star, told.sigma),
            xytext=(3, 3),
            textcoords="offset points",
            fontsize=5.2,
            ha="left" if told.mu_star < 0.6 * top else "right",
        )
    axes.set_xlim(0, top)
    axes.set_ylim(bottom=0)
    axes.set_xlabel(options.labels.word("mean absolute effect μ*") + _unit(output, results, options))
    axes.set_ylabel(options.labels.word("standard deviation σ") + _unit(output, results, options))


def _draw_sobol(axes: Axes, ranked, output, results, options) -> None:
    for index, (value, interval, look) in enumerate(
        (("S1", "S1_conf", style.look(1)), ("ST", "ST_conf", style.look(2)))
    ):
        for row, told in enumerate(ranked.itertuples()):
            mean, half = getattr(told, value), getattr(told, interval)
            common.draw_interval(axes, mean, mean - half, mean + half, row + (index - 0.5) * 0.3, look)
    common.variant_axis(axes, list(ranked["parameter"].astype(str)))
    axes.set_xlim(left=min(0, axes.get_xlim()[0]))
    axes.set_title(_name(output, results, options), loc="left")
    axes.set_xlabel(options.labels.word("share of the variance"))
    entries = [
        Line2D([], [], **{**style.look(1), "linestyle": ""}, label=options.labels.word("alone (S1)")),
        Line2D([], [], **{**style.look(2), "linestyle": ""}, label=options.labels.word("in all (ST)")),
    ]
    axes.legend(handles=entries, loc="lower right")
