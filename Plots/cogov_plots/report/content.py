"""What stands in the report: texts for the template, and the numbers that the script of the page draws.

Numbers are means and intervals by variant (and week); no table goes into the page row by row, but for the
measures of single runs, where there are few.
"""

import json
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from itertools import chain

import numpy as np
import pandas as pd

from cogov_plots import statistics, style
from cogov_plots.figures import common
from cogov_plots.labels import Labels
from cogov_plots.options import MANY, Options
from cogov_plots.report import pictures, scenarios
from cogov_plots.report.costs import costs
from cogov_plots.results import COMPOSITES, ORDER, VITALITY, Results

MOST_RUNS = 3_000
"""Runs of which each gets a mark in the plane."""
MOST_SERIES = 400_000
"""Numbers of series in a page; more make it slow to open. About 3 MB."""
LARGEST_SERIES = 300_000_000
"""Bytes of series.csv of which all measures are read."""
MOST_FLOWS = 20_000
"""Rows of flows in a page."""
FEW = 10
"""Replicates below which the page says what cannot be concluded."""

# The same marks as in the figures, by matplotlib's letter: Plotly's name, and an outline between -6 and 6.
MARKS = {
    "o": ("circle", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
    "s": ("square", "M-4.5-4.5h9v9h-9z"),
    "^": ("triangle-up", "M0-5.5L5.5 4.5h-11z"),
    "D": ("diamond", "M0-6L6 0L0 6L-6 0z"),
    "v": ("triangle-down", "M0 5.5L5.5-4.5h-11z"),
    "P": ("cross", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"),
    "X": ("x", "M-5-2.6L-2.6-5L0-2.4L2.6-5L5-2.6L2.4 0L5 2.6L2.6 5L0 2.4L-2.6 5L-5 2.6L-2.4 0z"),
    "p": ("pentagon", "M0-6L5.7-1.85L3.53 4.85h-7.06L-5.7-1.85z"),
}
LINES = {"-": "solid", "--": "dash", "-.": "dashdot", ":": "dot"}
RESOURCES = {"money": ("yuan", 1), "time": ("minutes", 6), "venue": ("minutes", 3)}
"""Unit of a resource, and the index of its colour."""


def words_in(language: str, level: float) -> dict[str, str]:
    """The words of the page in a language; the level of intervals stands in them."""
    text = files("cogov_plots.report").joinpath("words.json").read_text(encoding="utf-8")
    return {
        key: word.replace("{level}", f"{100 * level:g}") for key, word in json.loads(text)[language].items()
    }


def content(results: Results, options: Options) -> dict:
    """Everything that the template names; `data` is for the script."""
    words = words_in(options.language, options.level)
    labels = options.labels
    ids = list(results.measures)
    start = _start(results, options)
    means = _means(results, ids, options.level)
    scenario_files = scenarios.scenario_files(results, words)
    variants = _variants(results, options, means, start, scenario_files)
    baseline = results.variants.index(results.baseline)
    components = {
        composite: parts
        for composite, members in zip(COMPOSITES, (VITALITY, ORDER), strict=True)
        if composite in results.measures and (parts := results.present(members))
    }
    groups = {
        "composites": [m for m in COMPOSITES if m in results.measures],
        "vitality_parts": [m for m in (COMPOSITES[0], *VITALITY) if m in results.measures],
        "order_parts": [m for m in (COMPOSITES[1], *ORDER) if m in results.measures],
        "all_measures": ids,
    }
    groups = {name: members for name, members in groups.items() if members}
    effects = _effects(results, ids, options.level)
    series, series_notes = _series(results, components, words, options.level)
    flows, flows_notes = _flows(results, labels, words)
    changes = scenarios.changes(results, words)
    measures = [
        {
            "id": measure.id,
            "label": labels.measure(measure),
            "unit": labels.unit(measure.unit),
            **dict(zip(("meaning", "meaning_lang"), labels.meaning(measure), strict=True)),
        }
        for measure in results.measures.values()
    ]
    has_runs = len(results.runs) <= MOST_RUNS
    data = {
        "lang": options.language,
        "name": results.name,
        "words": words,
        "variants": [
            {key: v[key] for key in ("name", "short", "colour", "symbol", "dash", "picked")} for v in variants
        ],
        "means_of": _means_of(results, words),
        "baseline": baseline,
        "measures": {m["id"]: {"label": m["label"], "unit": m["unit"]} for m in measures},
        "groups": groups,
        "components": components,
        "means": means,
        "runs": _runs(results, ids) if has_runs else None,
        "effects": effects,
        "series": series,
        "flows": flows,
    }
    return {
        "lang": options.language,
        "words": words,
        "title": results.title,
        "description": results.description,
        "facts": _facts(results, words, series, scenarios.start_of(scenario_files)),
        "changes": changes,
        "costs": costs(results, labels, words, options.level),
        "pictures": pictures.pictures(results, options, words),
        # Last, when all tables have been read.
        "notices": _notices(results, words),
        "factors": results.factors,
        "variants": variants,
        "baseline": baseline,
        "means_head": [labels.axis(results.measures[m]) for m in dict.fromkeys(start.values())],
        "failures": _failures(results),
        "measures": measures,
        "start": start,
        "groups": groups,
        "has_runs": has_runs,
        "costs_lead": words["costs_lead"].format(baseline=results.baseline),
        "plane_lead": words["plane_lead"].format(baseline=results.baseline),
        "baselines": list(map(int, effects)) if effects else [],
        "weeks": [series["weeks"][0], series["weeks"][-1]] if series else None,
        "series_measures": list(series["values"]) if series else [],
        "series_notes": series_notes,
        "components": [
            (c, words["components_of"].format(measure=labels.measure(results.measures[c])))
            for c in components
        ],
        "components_undefined": _undefined(results, labels, words),
        "flows": flows,
        "flows_notes": flows_notes,
        "files": scenario_files,
        "recorded": "command" in results.manifest.data,
        "commands": scenarios.commands(results, words),
        "made": words["made"].format(version=_version(), name=results.name),
        "data": data,
    }


def _start(results: Results, options: Options) -> dict[str, str]:
    """The measures that the plane begins with: the first two asked for, else vitality and order."""
    usual = [m for m in (*COMPOSITES, *results.measures) if m in results.measures]
    x, y = [*options.chosen(results, usual), *usual][:2] if len(usual) > 1 else usual * 2
    return {"x": x, "y": y}


def _variants(results: Results, options: Options, means: dict, start: dict, files: list[dict]) -> list[dict]:
    """The variants with their looks, levels, digests and means.

    Looks are as in the figures; more variants than the figures tell apart get other pairs of colour and mark.
    """
    looks = common.looks(results, Options(language=options.language))
    others = iter(range(len(looks), len(results.variants)))
    counts = results.runs.groupby("variant", observed=False)["replicate"].nunique()
    variants = []
    for at, name in enumerate(results.variants):
        look = looks.get(name)
        picked = look is not None
        if look is None:
            k = next(others)
            look = style.look(k) | {
                "marker": style.MARKERS[(k + k // len(style.MARKERS)) % len(style.MARKERS)]
            }
        symbol, outline = MARKS[look["marker"]]
        line = look["linestyle"]
        black = look["color"].lower() == "#000000"
        variants.append(
            {
                "name": name,
                # A list to choose from takes the width of its longest entry.
                "option": options.names(name, 48),
                "colour": look["color"],
                # What is black on paper is white at night.
                "ink": "var(--ink)" if black else look["color"],
                "symbol": symbol,
                "outline": outline,
                "dash": LINES[line]
                if isinstance(line, str)
                else ",".join(f"{2 * part}px" for part in line[1]),
                "picked": picked,
                "levels": _levels(results, name, results.manifest.variant(name)),
                "digest": str(results.manifest.variant(name).get("digest", "–"))[:12],
                "means": [_with_interval(means[m][at]) for m in dict.fromkeys(start.values())],
                "runs": int(counts[name]),
                "file": scenarios.file_of(name, files),
            }
        )
    # Names of a factorial repeat every factor; the levels alone are shorter, where they tell variants apart.
    short = [" · ".join(v["levels"]) or v["name"] for v in variants]
    unique = len(set(short)) == len(short)
    return [
        v | {"short": options.names(s if unique else v["name"], 48)}
        for v, s in zip(variants, short, strict=True)
    ]


def _undefined(results: Results, labels: Labels, words: dict) -> str:
    """Which components are left out as no run defines them; empty where there is none."""
    members = [m for m in (*VITALITY, *ORDER) if m in results.measures]
    absent = [labels.measure(results.measures[m]) for m in members if m not in results.present(members)]
    return words["components_undefined"].format(names=", ".join(absent)) if absent else ""


def _levels(results: Results, name: str, planned: dict) -> list[str]:
    """Levels of the factors, from the plan or else from the first run of the variant."""
    levels = [str(level) for level in planned.get("levels", [])]
    if len(levels) == len(results.factors):
        return levels
    first = results.runs[results.runs["variant"] == name].head(1)
    return [str(first[f].iloc[0]) if f in first and len(first) else "–" for f in results.factors]


def _with_interval(mean: list) -> str:
    """A mean and half its interval, both to the second digit of the half."""
    value, half, _ = mean
    if not np.isfinite(value):
        return "–"
    scale = half if np.isfinite(half) and half > 0 else value / 10 or 1
    digits = int(np.clip(1 - np.floor(np.log10(abs(scale))), 0, 6))
    shown = f"{value:,.{digits}f}" + (f" ± {half:,.{digits}f}" if np.isfinite(half) else "")
    return shown.replace("-", "−")


def _means_of(results: Results, words: dict) -> str:
    """How many runs a mean rests on, in words."""
    counts = results.runs.groupby("variant", observed=True)["replicate"].nunique()
    if counts.max() < 2:
        return words["means_of_one"]
    return words["means_of" if counts.nunique() == 1 else "means_of_many"].format(count=counts.max())


def _means(results: Results, ids: list[str], level: float) -> dict[str, list]:
    """Per measure and variant: mean, half of its interval, number of defined values."""
    table = statistics.means(results.runs, ids, level=level).reindex(results.variants)
    return {
        m: [
            [float(mean), float(half), 0 if pd.isna(count) else int(count)]
            for mean, half, count in table[m].itertuples(index=False)
        ]
        for m in ids
    }


def _runs(results: Results, ids: list[str]) -> dict[str, list]:
    """Per measure and variant: the values of the runs, replicate by replicate."""
    groups = results.runs.sort_values("replicate").groupby("variant", observed=False)
    parts = dict(list(groups))
    return {m: [parts[v][m].tolist() if v in parts else [] for v in results.variants] for m in ids}


def _effects(results: Results, ids: list[str], level: float) -> dict | None:
    """Per baseline, measure and variant: difference, interval, correlation, number of pairs and finding.

    With few variants every one may be the baseline; with many only the chosen one. None for a single variant.
    """
    if len(results.variants) < 2:
        return None
    baselines = results.variants if len(results.variants) <= MANY else [results.baseline]
    index = {variant: k for k, variant in enumerate(results.variants)}
    effects = {}
    for baseline in baselines:
        rows = {m: [None] * len(results.variants) for m in ids}
        for told in statistics.paired(results.runs, ids, baseline, level=level).itertuples():
            numbers = [float(told.difference), float(told.low), float(told.high), float(told.correlation)]
            found = statistics.finding(told.difference, told.half, told.pairs, told.base, level)
            rows[told.measure][index[told.variant]] = [*numbers, int(told.pairs), found]
        for m in ids:
            rows[m] = [
                row if row is not None or v == baseline else [np.nan] * 4 + [0, ""]
                for v, row in zip(results.variants, rows[m], strict=True)
            ]
        effects[str(index[baseline])] = rows
    return effects


def _series(results: Results, components: dict, words: dict, level: float) -> tuple[dict | None, list[str]]:
    """Weeks, and per measure and variant the means and half intervals of each; and notes on what is left out.

    None where there is no series or none of the variants is in it.
    """
    if not results.has("series"):
        return None, []
    notes = []
    ids = [m for m in results.columns("series") if m in results.measures]
    main = [m for m in dict.fromkeys([*components, *chain(*components.values())]) if m in ids]
    weeks = np.sort(results.series(main or ids[:1])["week"].unique()).tolist()
    if not weeks:
        return None, []
    size = 2 * len(results.variants) * len(weeks)
    large = (results.folder / "series.csv").stat().st_size > LARGEST_SERIES
    if main and (large or size * len(ids) > MOST_SERIES):
        ids = main
        notes.append(words["series_restricted"])
    step = int(np.ceil(size * len(ids) / MOST_SERIES))
    if step > 1:
        weeks = weeks[::-1][::step][::-1]  # the last interval is always among those kept
        notes.append(words["series_thinned"].format(step=step))
    frame = results.series(ids)
    frame = frame[frame["week"].isin(weeks)]
    table = statistics.means(frame, ids, by=["variant", "week"], level=level)
    index = pd.MultiIndex.from_product([results.variants, weeks], names=["variant", "week"])
    table = table.set_axis(pd.MultiIndex.from_tuples(table.index.tolist(), names=index.names)).reindex(index)
    values = {}
    for m in ids:
        shape = (len(results.variants), len(weeks))
        mean = table[m, "mean"].to_numpy().reshape(shape)
        half = table[m, "half"].to_numpy().reshape(shape)
        values[m] = [{"means": a.tolist(), "halves": b.tolist()} for a, b in zip(mean, half, strict=True)]
    return {"weeks": [int(week) for week in weeks], "values": values}, notes


def _flows(results: Results, labels: Labels, words: dict) -> tuple[dict | None, list[str]]:
    """Mean amounts of a run by variant, resource, actors and purpose; and notes on what is left out."""
    if not results.has("flows") or results.flows.empty:
        return None, []
    notes = []
    table = statistics.flow_means(results.flows, results.runs)
    keys = ["variant", "resource", "from", "to", "purpose", "amount"]
    rows = [
        [results.variants.index(variant), *rest]
        for variant, *rest in table[keys].itertuples(index=False, name=None)
    ]
    if len(rows) > MOST_FLOWS:
        most = next(k for k in range(len(results.variants) + 1) if sum(r[0] <= k for r in rows) > MOST_FLOWS)
        rows = [row for row in rows if row[0] < max(most, 1)]
        notes.append(words["flows_restricted"].format(count=max(most, 1)))
    if not rows:
        return None, []
    named = {}
    for _, resource, giver, receiver, purpose, _ in rows:
        named |= {giver: labels.actor(giver), receiver: labels.actor(receiver)}
        named |= {purpose: labels.purpose(purpose), resource: labels.resource(resource)}
    order = list(RESOURCES)
    resources = sorted({row[1] for row in rows}, key=lambda r: (order.index(r) if r in order else 9, r))
    return {
        "variants": sorted({row[0] for row in rows}),
        "resources": resources,
        "units": {r: words.get(RESOURCES.get(r, ("", 0))[0], "") for r in resources},
        "colours": {r: style.COLOURS[RESOURCES.get(r, ("", 2))[1]] for r in resources},
        "words": named,
        "links": _without_circles(rows),
    }, notes


def _without_circles(rows: list[list]) -> list[list]:
    """Flows, the largest first, with a last field: whether a flow closes a circle with those before it.

    Circles are those within a variant and resource.
    """
    graphs = {}
    told = []
    for row in sorted(rows, key=lambda row: -row[5]):
        graph = graphs.setdefault((row[0], row[1]), {})
        giver, receiver = row[2], row[3]
        wider = graph | {receiver: graph.get(receiver, frozenset()) | {giver}}
        try:
            TopologicalSorter(wider).prepare()
        except CycleError:
            told.append([*row, True])
        else:
            graphs[row[0], row[1]] = wider
            told.append([*row, False])
    return told


def _notices(results: Results, words: dict) -> list[str]:
    """What a reader must know before anything else."""
    notices = []
    if results.unverified:
        notices.append(words["unverified"].format(files=", ".join(results.unverified)))
    if failed := len(results.failures):
        notices.append(words["failures_text"].format(count=failed))
    fewest = results.runs.groupby("variant", observed=True)["replicate"].nunique().min()
    if results.replicates < 2:
        notices.append(words["one_replicate"])
    elif fewest < 2:
        notices.append(words["some_alone"])
    elif fewest < FEW:
        notices.append(words["few_replicates"].format(count=fewest))
    return notices + _warnings(results, words)


def _warnings(results: Results, words: dict) -> list[str]:
    """What the batch knew of its variants beforehand, and variants whose runs are the same."""
    variants: dict[str, list[str]] = {}
    for warning in results.manifest.plan.get("warnings", []):
        variants.setdefault(warning["message"], []).extend(warning["variants"])
    warnings = [
        words["warning"].format(variants=", ".join(dict.fromkeys(names)), message=message)
        for message, names in variants.items()
    ]
    values = [name for name in results.measures if name in results.runs]
    same: dict[tuple, list[str]] = {}
    for variant, runs in results.runs.groupby("variant", observed=True, sort=False):
        numbers = runs.sort_values("replicate")[["replicate", *values]].to_numpy(dtype=float)
        same.setdefault((numbers.shape, numbers.tobytes()), []).append(str(variant))
    return warnings + [
        words["same_runs"].format(variants=", ".join(names)) for names in same.values() if len(names) > 1
    ]


def _failures(results: Results) -> list[list[str]]:
    table = results.failures
    names = ["variant", "replicate", "stage", "week", "reason", "command"]
    table = table[[name for name in names if name in table]].reindex(columns=names)
    return [
        ["" if pd.isna(value) else f"{value:g}" if isinstance(value, float) else str(value) for value in row]
        for row in table.itertuples(index=False)
    ]


def _facts(results: Results, words: dict, series: dict | None, start: str | None) -> list[tuple[str, str]]:
    """Name and value of what is known about the batch. `start`: the month in which its runs start."""
    manifest, plan = results.manifest.data, results.manifest.plan
    unknown = words["unknown"]
    machine = manifest.get("machine", {})
    memory = machine.get("memoryBytes")
    facts = [
        ("variants", len(results.variants)),
        ("replicates", results.replicates),
        ("runs", words["runs_text"].format(finished=len(results.runs), failed=len(results.failures))),
        ("burn_in", _weeks(results, "burnIn", start, words) or unknown),
        ("weeks", _weeks(results, "observed", start, words) or (series["weeks"][-1] if series else unknown)),
        ("seed", plan.get("seed", unknown)),
        ("version", plan.get("version", unknown)),
        ("digest", plan.get("digest", unknown)),
        (
            "machine",
            words["machine_text"].format(
                architecture=machine.get("architecture", "?"),
                processors=machine.get("processors", "?"),
                memory=f"{memory / 2**30:.0f}" if isinstance(memory, int) else "?",
                system=machine.get("system", "?"),
            )
            if machine
            else unknown,
        ),
        ("dates", _dates(manifest.get("started"), manifest.get("ended"), words)),
    ]
    return [(words[name], str(value)) for name, value in facts]


def _weeks(results: Results, which: str, start: str | None, words: dict) -> str:
    """Weeks of burn-in or of observation that the plan records, and their months where the start is known;
    empty where nothing is recorded.
    """
    designs = [results.manifest.variant(v).get("design") for v in results.variants]
    if not all(designs):
        return ""
    spans = list(dict.fromkeys((d["burnIn"], d["observed"]) for d in designs))
    texts = []
    for burn_in, observed in spans:
        first, last = (0, burn_in) if which == "burnIn" else (burn_in, burn_in + observed)
        text = str(last - first)
        if start and last > first:
            months = [scenarios.month_after(start, week) for week in (first, last - 1)]
            if all(months):
                months = " – ".join(dict.fromkeys(months))
                text = words["weeks_text"].format(count=last - first, months=months)
        texts.append(text)
    return " / ".join(dict.fromkeys(texts))


def _dates(started: str | None, ended: str | None, words: dict) -> str:
    """From `2026-11-23T09:23:04Z` to another such time, as people read it; one day is told once."""
    if not started or not ended:
        return words["unknown"]
    (first, early), (last, late) = (str(text).rstrip("Z").partition("T")[::2] for text in (started, ended))
    end = late if first == last else f"{last} {late}"
    return words["dates_text"].format(started=f"{first} {early}", ended=end) + " UTC"


def _version() -> str:
    try:
        return version("cogov-plots")
    except PackageNotFoundError:
        return "?"
