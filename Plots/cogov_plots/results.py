"""The tables of one batch, and what its data package says about them."""

import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from cogov_plots import reading
from cogov_plots.manifest import Manifest, read_json
from cogov_plots.reading import ResultsError
from cogov_plots.style import shortened

COMPOSITES = ("vitality", "order")
VITALITY = (
    "participation_quarter",
    "breadth",
    "initiative",
    "associations_per_10k",
    "own_resources",
    "public_issues_per_1k",
)
ORDER = (
    "responsiveness",
    "conflicts_per_10k",
    "grievance",
    "escalations_per_resident_year",
    "coordination",
    "rules_kept",
)
# What is reported upwards beside what is so (Measures, "Other measures").
FORMAL = {
    "completion_reported": "completion_true",
    "turnout_official": "turnout_true",
    "coverage_paper": "coverage_active",
}
# A higher value of these is worse; the composites let them fall.
FALLING = ("conflicts_per_10k", "grievance", "escalations_per_resident_year")

KEY = ("variant", "replicate", "seed")
PLACE = ("place", "district", "subdistrict", "block", "x", "y")
"""Columns that tell one neighbourhood from another; names alone may be alike."""
TREATED = "mechanisms"
"""The column of places.csv with the ids of the mechanisms that a neighbourhood is in, joined by spaces."""


@dataclass(frozen=True)
class Measure:
    """A column that holds a measure: its id, its unit and what it means, as the data package tells."""

    id: str
    unit: str
    meaning: str


class Results:
    """The results of one batch: the folder that `cogov run` or `cogov batch` wrote.

    Tables are read when they are asked for, and checked then: each must be what the manifest records, to the
    last byte, and hold the runs of its plan, each once and all with one seed. Where the manifest does not say
    (or there is none), runs and rows are compared among the tables, and `unverified` names what was read so.
    An empty field is an undefined value and becomes NaN. A folder of claims alone (claims.csv without
    runs.csv) has no variants and no measures.

    Raises ResultsError where the folder is missing, is no results folder, or holds an unfinished batch, and,
    when a table is asked for, where that table is missing or is not what it should be.
    """

    def __init__(self, folder: str | Path, baseline: str | None = None, variants: list[str] | None = None):
        """Opens a folder.

        baseline: the variant that others are compared with; that of the experiment, or else the one called
        "baseline", or else the first.
        variants: the variants to read, in the order in which they are drawn; all by default.
        """
        self.folder = Path(folder)
        self.package = self._read_package()
        self.manifest = Manifest(self.folder)
        self._loose: list[str] = []
        self.all_variants = list(dict.fromkeys(self._all_runs["variant"])) if self._is_batch else []
        self.variants = self.known(variants, "variant") if variants else self.all_variants
        self.baseline = self._choose_baseline(baseline)
        if variants and self.baseline not in self.variants:
            self.variants = [self.baseline, *self.variants]

    # What the batch was

    @property
    def name(self) -> str:
        """Name of the experiment."""
        return self.package.get("name", self.folder.name)

    @property
    def title(self) -> str:
        """Title of the experiment; its name where there is none."""
        return self.package.get("title") or self.name

    @property
    def description(self) -> str:
        """What the experiment says of itself; may be empty."""
        return self.package.get("description", "")

    @property
    def tables(self) -> list[str]:
        """Names of the tables that the data package describes and that are in the folder."""
        return [name for name, path in self._paths.items() if (self.folder / path).exists()]

    def has(self, table: str) -> bool:
        """Whether a table is in the folder."""
        return table in self.tables

    @property
    def unverified(self) -> list[str]:
        """Names of the files that were read and of which no manifest records what they should be."""
        return list(self._loose)

    def columns(self, table: str) -> dict[str, dict]:
        """The fields of a table by name, as the data package describes them."""
        return {field["name"]: field for field in self._resource(table)["schema"]["fields"]}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """The measures of runs.csv by id, in the order of the columns."""
        return (
            {
                name: Measure(name, field.get("unit", "–"), field.get("description", name))
                for name, field in self.columns("runs").items()
                if field["type"] in ("number", "integer") and name not in KEY and name not in self.factors
            }
            if self._is_batch
            else {}
        )

    @cached_property
    def factors(self) -> list[str]:
        """The factors of a factorial or of a table of points: the columns that hold levels."""
        planned = self.manifest.plan.get("factors")
        if planned is not None:
            return list(planned)
        return [
            name
            for name, field in self.columns("runs").items()
            if field.get("description", "").startswith("level of the factor")
        ]

    def levels(self, factor: str) -> list[str]:
        """The levels of a factor among the chosen variants: by number where all are numbers, else as they
        come.
        """
        texts = list(dict.fromkeys(self.runs[factor].dropna().astype(str)))
        return sorted(texts, key=float) if self.is_numeric(factor) else texts

    def is_numeric(self, factor: str) -> bool:
        """Whether every level of a factor is a finite number."""
        levels = pd.to_numeric(self.runs[factor].dropna().drop_duplicates().astype(str), errors="coerce")
        return len(levels) > 0 and bool(levels.notna().all())

    @property
    def replicates(self) -> int:
        """The most replicates that any variant has."""
        return int(self.runs.groupby("variant", observed=True)["replicate"].nunique().max())

    def present(self, measures) -> list[str]:
        """Those of some measures that the results hold with at least one defined value."""
        return [m for m in measures if m in self.measures and self.runs[m].notna().any()]

    # The tables

    @cached_property
    def runs(self) -> pd.DataFrame:
        """One row a run, of the chosen variants in their order; `variant` is an ordered category."""
        return self._ordered(self._all_runs)

    @cached_property
    def flows(self) -> pd.DataFrame:
        """What kinds of actors gave one another: one row per run, giver, receiver, resource and purpose."""
        return self._ordered(self._read("flows"))

    @cached_property
    def places(self) -> pd.DataFrame:
        """One row per run and neighbourhood, with coordinates in kilometres."""
        return self._ordered(self._read("places"))

    @cached_property
    def changes(self) -> pd.DataFrame | None:
        """In what the settings of the chosen variants differ from the baseline of the experiment, a row a
        path of the scenario (columns of variants.csv, as texts; empty where nothing is said). None where no
        table tells.
        """
        if not self.has("variants"):
            return None
        table = self._read("variants").astype(object)
        table = table.where(table.notna(), "").astype(str)
        return table[table["variant"].isin(self.variants)].reset_index(drop=True)

    @cached_property
    def failures(self) -> pd.DataFrame:
        """One row per run that failed; empty where none did."""
        if not self.has("failures"):
            return pd.DataFrame(columns=[*KEY, "stage", "week", "reason", "command"])
        return self._ordered(self._read("failures"))

    def series(self, measures) -> pd.DataFrame:
        """One row per run and interval, with `variant`, `replicate`, `week` and the measures asked for.

        The file may be far larger than memory: only the columns asked for are kept, and they are read in
        parts.
        """
        wanted = self.known(list(measures), "measure")
        held = getattr(self, "_series", None)
        if held is None or any(m not in held for m in wanted):
            usual = [*COMPOSITES, *VITALITY, *ORDER, *FORMAL.keys(), *FORMAL.values()]
            before = [] if held is None else [c for c in held if c in self.measures]
            columns = dict.fromkeys([m for m in usual if m in self.measures] + before + wanted)
            described = self.columns("series")
            columns = [m for m in columns if m in described]
            held = self._series = self._ordered(self._read("series", [*KEY, "week", *columns]))
        missing = [m for m in wanted if m not in held]
        if missing:
            raise ResultsError(f"{self.folder / 'series.csv'} has no column {missing[0]!r}.")
        return held[["variant", "replicate", "week", *wanted]]

    def table(self, path: Path, numbers=()) -> pd.DataFrame:
        """A table that is not of a batch, such as claims.csv or sensitivity.csv; `numbers` are the columns
        that hold numbers, as far as it has them.
        """
        if not path.exists():
            raise ResultsError(f"{path} is not there.")
        self._note_unverified(path.name)
        return reading.read(path, numbers=numbers)

    # Reading

    @property
    def _is_batch(self) -> bool:
        return "runs" in self._paths

    def _read_package(self) -> dict:
        if not self.folder.exists():
            raise ResultsError(f"{self.folder} is not there. Give the folder that 'cogov batch' wrote.")
        if not self.folder.is_dir():
            raise ResultsError(f"{self.folder} is a file. Give the folder that holds runs.csv.")
        path = self.folder / "datapackage.json"
        claims = (self.folder / "claims.csv").exists() and not (self.folder / "runs.csv").exists()
        if not path.exists() and claims:
            return {"resources": []}
        if not path.exists():
            advice = "Give the folder that 'cogov batch' wrote: it holds runs.csv and datapackage.json."
            parts = self.folder / ".parts"
            if parts.exists():
                advice = "Its batch has not ended: give the same 'cogov batch' command again, and it goes on."
            raise ResultsError(f"{self.folder} has no datapackage.json. {advice}")
        package = read_json(path)
        resources = package.get("resources")
        if not isinstance(resources, list) or not (claims or any(r.get("name") == "runs" for r in resources)):
            raise ResultsError(f"{path} describes no table 'runs': it is not of a batch of cogov.")
        return package

    @property
    def _paths(self) -> dict[str, str]:
        return {resource["name"]: resource["path"] for resource in self.package["resources"]}

    def _resource(self, table: str) -> dict:
        for resource in self.package["resources"]:
            if resource["name"] == table:
                return resource
        advice = " Run the batch with --places." if table == "places" else ""
        raise ResultsError(f"{self.folder / 'datapackage.json'} describes no table {table!r}.{advice}")

    @cached_property
    def _all_runs(self) -> pd.DataFrame:
        runs = self._read("runs")
        if runs.empty:
            raise ResultsError(
                f"{self.folder / 'runs.csv'} holds no finished run. See failures.csv, or run the batch again."
            )
        return runs

    def _read(self, table: str, columns: list[str] | None = None) -> pd.DataFrame:
        path = self.folder / self._resource(table)["path"]
        remedy = self.manifest.repair
        if not path.exists():
            raise ResultsError(f"{path} is not there, though the data package describes it. {remedy}")
        verified = self.manifest.verify(path)
        if not verified:
            self._note_unverified(path.name)
        described = self.columns(table)
        # A week is empty where a run failed outside all weeks; a seed may be larger than whole numbers of
        # pandas.
        whole = [n for n in ("replicate", "week") if n in described and (table, n) != ("failures", "week")]
        frame = reading.read(
            path,
            numbers=[
                name
                for name, field in described.items()
                if field["type"] in ("number", "integer")
                and name not in ("seed", *whole)
                and table != "variants"
            ],
            whole=whole,
            columns=columns,
            required=columns or described,
            remedy=remedy,
            verified=verified,
        )
        if (not verified or table == "runs") and "replicate" in described:
            self._check(table, frame, path)
        return frame

    def _note_unverified(self, name: str) -> None:
        if name not in self._loose:
            self._loose.append(name)

    def _check(self, table: str, frame: pd.DataFrame, path: Path) -> None:
        """Raises ResultsError unless a table holds each run that it should, with one seed, and no row
        twice.
        """
        remedy = self.manifest.repair
        seed = str(self.manifest.plan.get("seed", next(iter(frame["seed"]), "")))
        # Compared as categories: there are few seeds, and may be millions of rows.
        if list(frame["seed"].cat.categories) != [seed] or frame["seed"].isna().any():
            for row in frame[frame["seed"] != seed].head(1).itertuples():
                raise ResultsError(
                    f"{path}: the seed {seed} expected in all rows, {row.seed} found in run "
                    f"{row.variant}:{row.replicate}; runs of different seeds are no pairs. {remedy}"
                )
        if table == "failures":
            return
        key = self._resource(table)["schema"].get("primaryKey") or ["variant", "replicate", *PLACE]
        key = [name for name in key if name in frame]
        for index, row in frame.loc[frame.duplicated(key), key].head(1).iterrows():
            named = ", ".join(
                [f"run {row.iloc[0]}:{row.iloc[1]}", *(f"{name} {row[name]}" for name in key[2:])]
            )
            raise ResultsError(f"{path}, row {index + 1} below the header: {named} is there twice. {remedy}")
        runs = frame[["variant", "replicate"]].drop_duplicates().to_numpy()
        found = {(str(variant), int(replicate)) for variant, replicate in runs}
        if table != "runs":
            runs = self._all_runs[["variant", "replicate"]].to_numpy()
            expected = {(str(variant), int(replicate)) for variant, replicate in runs}
        elif self.manifest.planned is None:
            return
        else:
            failed = self._read("failures") if self.has("failures") else frame.head(0)
            expected = self._planned(len(found), failed, path)
        if found == expected:
            return
        differences = [
            f"{words} {_listed(runs)}"
            for words, runs in (("missing:", expected - found), ("not expected:", found - expected))
            if runs
        ]
        raise ResultsError(
            f"{path}: {len(expected):,} runs expected, {len(found):,} found; {'; '.join(differences)}. "
            f"{remedy}"
        )

    def _planned(self, found: int, failed: pd.DataFrame, path: Path) -> set[tuple[str, int]]:
        """The runs of the plan that did not fail. Raises ResultsError where far more were planned than found,
        before they are counted one by one.
        """
        expected = self.manifest.planned - len(failed)
        if expected > 2 * found + 1_000_000:
            raise ResultsError(f"{path}: {expected:,} runs expected, {found:,} found. {self.manifest.repair}")
        gone = {(str(v), int(k)) for v, k in failed[["variant", "replicate"]].to_numpy()}
        return self.manifest.runs() - gone

    # Choosing

    def known(self, wanted: list[str], what: str) -> list[str]:
        known = {"variant": self.all_variants, "measure": list(self.measures), "factor": self.factors}[what]
        for name in wanted:
            if name not in known:
                raise ResultsError(f"{self.folder} has no {what} {name!r}. {_meant(name, known)}")
        return list(dict.fromkeys(wanted))

    def _choose_baseline(self, wanted: str | None) -> str:
        if wanted is not None:
            return self.known([wanted], "variant")[0]
        named = self.manifest.baseline
        if named is not None and self._is_batch and named not in self.all_variants:
            raise ResultsError(
                f"{self.folder / 'runs.csv'} has no run of {named!r}, the baseline that manifest.json names. "
                f"Choose another with --baseline. {_meant(named, self.all_variants)}"
            )
        return named or ("baseline" if "baseline" in self.all_variants else next(iter(self.variants), ""))

    def _ordered(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows of the chosen variants only, with `variant` as a category in their order."""
        chosen = frame[frame["variant"].isin(self.variants)].reset_index(drop=True)
        kind = pd.CategoricalDtype(self.variants, ordered=True)
        chosen["variant"] = chosen["variant"].astype(str).astype(kind)
        return chosen


def _listed(runs: set[tuple[str, int]]) -> str:
    """Some of the runs, as `--only` calls them."""
    names = [f"{variant}:{replicate}" for variant, replicate in sorted(runs)[:3]]
    return ", ".join(names) + (f" and {len(runs) - 3:,} more" if len(runs) > 3 else "")


def _meant(name: str, known: list[str]) -> str:
    """What may have been meant, or what there is."""
    from difflib import get_close_matches

    parted = next((k for k in known if "," in k and name in [part.strip() for part in k.split(",")]), None)
    if parted:
        quoted = shlex.quote('"' + parted.replace('"', '""') + '"')
        return f"A name with a comma goes in double quotes: {quoted}."
    close = get_close_matches(name, known, n=3)
    if close:
        return "Did you mean " + " or ".join(repr(c) for c in close) + "?"
    shown = ", ".join(shortened(k, 40) for k in known[:12])
    return f"There are: {shown}{f' and {len(known) - 12} more' if len(known) > 12 else ''}."
