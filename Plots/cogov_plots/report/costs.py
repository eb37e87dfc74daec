"""What each variant costs: public money, hours and rooms, residents' hours, and who pays."""

import numpy as np
import pandas as pd

from cogov_plots import statistics
from cogov_plots.labels import Labels
from cogov_plots.results import Results

# Given no public time and rooms: what these have is their own.
OWN = ("residents", "units", "propertyCompany", "market")
MINUTES = 60
RESOURCES = {
    "public_money": ("yuan", 1, lambda f: (f["from"] == "treasury") & (f["resource"] == "money")),
    "public_hours": ("hours", MINUTES, lambda f: _given_by_nature(f, "time") & ~f["to"].isin(OWN)),
    "public_rooms": ("hours", MINUTES, lambda f: _given_by_nature(f, "venue") & ~f["to"].isin(OWN)),
    "residents_hours": (
        "hours",
        MINUTES,
        lambda f: (f["from"] == "residents") & (f["to"] == "doneWork") & (f["resource"] == "time"),
    ),
}
"""Unit, divisor and rows of flows.csv of each resource, as `cogov compare` counts them."""


def _given_by_nature(flows: pd.DataFrame, resource: str) -> pd.Series:
    """Hours that come into the world belong to those who get them."""
    return (flows["from"] == "nature") & (flows["resource"] == resource)


def costs(results: Results, labels: Labels, words: dict, level: float) -> dict | None:
    """The uses of each resource by variant with their differences from the baseline, and the same by payer;
    None without flows. Per 1,000 residents and year, where the manifest tells residents and weeks of all
    variants.
    """
    if not results.has("flows") or results.flows.empty:
        return None
    designs = {v: results.manifest.variant(v).get("design") or {} for v in results.variants}
    per_head = all(d.get("residents", 0) > 0 and d.get("observed", 0) > 0 for d in designs.values())
    scale = {v: 1000 / d["residents"] * 52 / d["observed"] if per_head else 1.0 for v, d in designs.items()}
    flows = results.flows
    flows = flows.assign(**{name: flows[name].astype(str) for name in ("from", "to", "resource")})
    runs = results.runs[["variant", "replicate"]]

    def amounts(chosen: pd.DataFrame, divisor: float) -> pd.DataFrame:
        """A row a run, nothing where it has no such flow."""
        sums = chosen.groupby(["variant", "replicate"], observed=True)["amount"].sum()
        index = pd.MultiIndex.from_frame(runs)
        values = sums.reindex(index).fillna(0.0).to_numpy() / divisor
        return runs.assign(amount=values * runs["variant"].astype(str).map(scale).to_numpy())

    table = {
        name: _cells(amounts(flows[rule(flows)], divisor), results, level)
        for name, (_, divisor, rule) in RESOURCES.items()
    }
    payers = []
    for resource, divisor in (("money", 1), ("time", MINUTES), ("venue", MINUTES)):
        for actor, chosen in _payers(flows, resource):
            payers.append(
                {
                    "resource": labels.resource(resource),
                    "unit": words["yuan" if resource == "money" else "hours"],
                    "payer": labels.actor(actor),
                    "cells": _cells(amounts(chosen, divisor), results, level),
                }
            )
    return {
        "heads": [(words[name], words[unit]) for name, (unit, _, _) in RESOURCES.items()],
        "rows": [[table[name][k] for name in RESOURCES] for k in range(len(results.variants))],
        "payers": payers,
        "per_head": per_head,
    }


def _payers(flows: pd.DataFrame, resource: str):
    """Who pays a resource, and the flows that add up to it: of money those that give more than they get
    (what they get counts against it), of hours and rooms those to whom they belong.
    """
    mine = flows[flows["resource"] == resource]
    if resource != "money":
        owned = mine[mine["from"] == "nature"]
        for actor in owned["to"].drop_duplicates():
            yield actor, owned[owned["to"] == actor]
        return
    for actor in mine["from"].drop_duplicates():
        given, got = mine[mine["from"] == actor], mine[mine["to"] == actor]
        if given["amount"].sum() > got["amount"].sum():
            yield actor, pd.concat([given, got.assign(amount=-got["amount"])])


def _cells(table: pd.DataFrame, results: Results, level: float) -> list[tuple[str, str]]:
    """Per variant: the mean, and the paired difference from the baseline in per cent with its interval."""
    means = table.groupby("variant", observed=False)["amount"].mean()
    pairs = statistics.paired(table, ["amount"], results.baseline, level=level).set_index("variant")
    cells = []
    for variant in results.variants:
        text = f"{means[variant]:,.0f}" if np.isfinite(means[variant]) else "–"
        change = ""
        if variant != results.baseline and variant in pairs.index:
            told = pairs.loc[variant]
            change = _change(told["difference"], told["half"], told["base"])
        cells.append((text.replace("-", "−"), change))
    return cells


def _change(difference: float, half: float, base: float) -> str:
    if not base > 0:
        return (
            "" if difference == 0 or not np.isfinite(difference) else f"{difference:+,.0f}".replace("-", "−")
        )
    interval = f" ± {100 * half / base:.1f}" if np.isfinite(half) else ""
    return f"{100 * difference / base:+.1f}{interval} %".replace("-", "−")
