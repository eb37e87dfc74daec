"""The tables of one batch, and what its data package says about them."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

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
CHUNK = 100_000


class ResultsError(Exception):
    """A folder that cannot be read as results. The text says what, where and what to do."""


@dataclass(frozen=True)
class Measure:
    """A column that holds a measure: its id, its unit and what it means, as the data package tells."""

    id: str
    unit: str
    meaning: str


class Results:
    """The results of one batch: the folder that `cogov run` or `cogov batch` wrote.

    Tables are read when they are asked for. An empty field is an undefined value and becomes NaN. A folder
    of claims alone (claims.csv without runs.csv) has no variants and no measures.

    Raises ResultsError where the folder is missing, is no results folder, or holds no finished run, and,
    when a table is asked for, where that table is missing or does not fit its description.
    """

    def __init__(self, folder: str | Path, baseline: str | None = None, variants: list[str] | None = None):
        """Opens a folder.

        baseline: the variant that others are compared with; the one called "baseline" or else the first.
        variants: the variants to read, in the order in which they are drawn; all by default.
        """
        self.folder = Path(folder)
        self.package = self._read_package()
        self.manifest = self._read_manifest()
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
        planned = self.manifest.get("plan", {}).get("factors")
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
            held = self._series = self._ordered(
                self._read("series", ["variant", "replicate", "week", *columns])
            )
        missing = [m for m in wanted if m not in held]
        if missing:
            raise ResultsError(f"{self.folder / 'series.csv'} has no column {missing[0]!r}.")
        return held[["variant", "replicate", "week", *wanted]]

    def table(self, name: str) -> pd.DataFrame:
        """Any table that another tool put beside these, such as claims.csv or sensitivity.csv.

        It needs no description: where the data package has none, the file name.csv of the folder is read.
        """
        path = self.folder / f"{name}.csv"
        if name in self._paths:
            return self._read(name)
        if not path.exists():
            raise ResultsError(f"{path} is not there.")
        return self.parse(path)

    def parse(self, path: Path) -> pd.DataFrame:
        """A CSV file that needs no description."""
        return self._parse(path, None)

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
        package = self._json(path)
        resources = package.get("resources")
        if not isinstance(resources, list) or not (claims or any(r.get("name") == "runs" for r in resources)):
            raise ResultsError(f"{path} describes no table 'runs': it is not of a batch of cogov.")
        return package

    def _read_manifest(self) -> dict:
        path = self.folder / "manifest.json"
        return self._json(path) if path.exists() else {}

    @staticmethod
    def _json(path: Path) -> dict:
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ResultsError(f"{path} cannot be read: {error}. Run the batch again.") from error
        if not isinstance(value, dict):
            raise ResultsError(f"{path} is not a JSON object. Run the batch again.")
        return value

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
        resource = self._resource(table)
        path = self.folder / resource["path"]
        if not path.exists():
            raise ResultsError(
                f"{path} is not there, though the data package describes it. Run the batch again."
            )
        described = self.columns(table)
        types = {
            name: {"number": "float64", "integer": "float64", "string": "str"}[field["type"]]
            for name, field in described.items()
            if field["type"] in ("number", "integer", "string")
        }
        # Columns that never are empty stay whole numbers.
        for name in ("replicate", "week"):
            if name in types and table != "failures":
                types[name] = "int64"
        frame = self._parse(path, types, columns)
        missing = [name for name in (columns or described) if name not in frame.columns]
        if missing:
            raise ResultsError(
                f"{path} has no column {missing[0]!r} that the data package describes. Run the batch again."
            )
        return frame

    @staticmethod
    def _parse(path: Path, types: dict | None, columns: list[str] | None = None) -> pd.DataFrame:
        wanted = None if columns is None else set(columns).__contains__
        try:
            # Names such as "none" or "NA" are names; only an empty field is undefined.
            reader = pd.read_csv(
                path,
                dtype=types,
                usecols=wanted,
                chunksize=CHUNK,
                keep_default_na=False,
                na_values=[""],
                encoding="utf-8",
            )
            parts = [_categories(part, types) for part in reader]
        except pd.errors.EmptyDataError as error:
            raise ResultsError(f"{path} is empty. Run the batch again.") from error
        except (OSError, ValueError) as error:
            raise ResultsError(f"{path} cannot be read: {error}. Run the batch again.") from error
        if len(parts) == 1:
            return parts[0]
        whole = {}
        for name in parts[0].columns:
            pieces = [part.pop(name) for part in parts]
            if isinstance(pieces[0].dtype, pd.CategoricalDtype):
                joined = pd.api.types.union_categoricals(pieces)
                whole[name] = pd.Series(joined)
            else:
                whole[name] = pd.concat(pieces, ignore_index=True)
        return pd.DataFrame(whole)

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
        return "baseline" if "baseline" in self.all_variants else next(iter(self.variants), "")

    def _ordered(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows of the chosen variants only, with `variant` as a category in their order."""
        chosen = frame[frame["variant"].isin(self.variants)].reset_index(drop=True)
        kind = pd.CategoricalDtype(self.variants, ordered=True)
        chosen["variant"] = chosen["variant"].astype(str).astype(kind)
        return chosen


def _categories(part: pd.DataFrame, types: dict | None) -> pd.DataFrame:
    """Text columns as categories. Not left to the reader: it would take the level "0" for a number."""
    texts = [name for name, kind in (types or {}).items() if kind == "str" and name in part]
    return part.astype(dict.fromkeys(texts, "category"))


def _meant(name: str, known: list[str]) -> str:
    """What may have been meant, or what there is."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=3)
    if close:
        return "Did you mean " + " or ".join(repr(c) for c in close) + "?"
    shown = ", ".join(known[:12]) + (f" and {len(known) - 12} more" if len(known) > 12 else "")
    return f"There are: {shown}."
