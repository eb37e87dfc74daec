"""The weeks in which mechanisms begin or end, read from the scenario files that the manifest names."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import json5

from cogov_plots.options import Options
from cogov_plots.results import Results

_DATE = re.compile(r"^(\d{4})-(\d{2})(?:-(\d{2}))?$")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Mark:
    """A week counted from the start of observation, and what begins or ends in it; empty where only given."""

    week: int
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def marks(results: Results, options: Options) -> list[Mark]:
    """The weeks to mark, in order: those of the command line, or else those of the scenario files.

    From the files come `from` and `until` of the mechanisms of any variant, as far as they lie after the
    start of observation. Not seen are changes that `--set` made, files that changed since, and settings of
    a factorial. Where a file is gone, or files disagree on when observation begins, nothing is marked and a
    note tells so.
    """
    if options.policy_weeks:
        return [Mark(week) for week in sorted(set(options.policy_weeks))]
    named = results.manifest.get("files", [])
    if not named:
        return []
    texts = []
    for name in named:
        if not name.endswith(".json5"):
            continue
        path = _find(name, results, options)
        if path is None:
            options.note(
                f"{name} is not there, so no weeks of mechanisms are marked; give the project's folder with "
                "--scenarios, or the weeks with --policy-weeks."
            )
            return []
        texts.append((name, path))
    files = []
    for name, path in texts:
        try:
            files.append(json5.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            options.note(f"{name} cannot be read ({error}); no weeks of mechanisms are marked.")
            return []
    events = [event for content in files if isinstance(content, dict) for event in _events(content)]
    if not events:
        return []
    schedules = [content["weeks"] for content in files if isinstance(content.get("weeks"), dict)]
    starts = {s["start"] for s in schedules if "start" in s}
    burns = {s["burnIn"] for s in schedules if "burnIn" in s}
    if len(burns) != 1 or len(starts) > 1:
        options.note(
            "the scenario files do not agree on when observation begins, so no weeks are marked; "
            "give them with --policy-weeks."
        )
        return []
    begins, ends = defaultdict(list), defaultdict(list)
    for mechanism, when, kind in events:
        week = _week(when, next(iter(starts), None))
        if week is not None and week > next(iter(burns)):
            store = begins if kind == "from" else ends
            if mechanism not in store[week - next(iter(burns))]:
                store[week - next(iter(burns))].append(mechanism)
    return [
        Mark(w, tuple(begins.get(w, ())), tuple(ends.get(w, ()))) for w in sorted(set(begins) | set(ends))
    ]


def onset(results: Results, options: Options) -> int:
    """The week in which the policy begins: the one asked for, or the first mark, or the start of
    observation.
    """
    if options.onset is not None:
        return options.onset
    found = [mark for mark in marks(results, options) if mark.begins or options.policy_weeks]
    return found[0].week if found else 0


def _find(name: str, results: Results, options: Options) -> Path | None:
    """A file of the manifest. Its path is relative to the folder in which `cogov` was run."""
    folder = results.folder.resolve()
    roots = [options.scenarios] if options.scenarios else [Path.cwd(), *folder.parents]
    return next((Path(root) / name for root in roots if (Path(root) / name).is_file()), None)


def _events(content: dict):
    """(mechanism, week or date, "from" or "until") of a scenario, or of the variants of an experiment."""
    settings = [content]
    settings += [v for v in content.get("variants", []) if isinstance(v, dict)]
    for setting in settings:
        for mechanism, value in (setting.get("mechanisms") or {}).items():
            yield from _of_mechanism(mechanism, value)
        for path, value in (setting.get("set") or {}).items():
            parts = path.split(".")
            if parts[0] == "mechanisms" and len(parts) == 2:
                yield from _of_mechanism(parts[1], value)
            elif parts[0] == "mechanisms" and len(parts) == 3 and parts[2] in ("from", "until"):
                yield parts[1], value, parts[2]


def _of_mechanism(mechanism: str, value):
    for stretch in value if isinstance(value, list) else [value]:
        if isinstance(stretch, dict):
            for kind in ("from", "until"):
                if stretch.get(kind) is not None:
                    yield mechanism, stretch[kind], kind


def _week(when, start: str | None) -> int | None:
    """The week of the run in which a date lies: a month is 52/12 weeks, as in the model."""
    if isinstance(when, int):
        return when
    day, first = _DATE.match(str(when)), _DATE.match(str(start))
    if not day or not first:
        return None
    year, month = int(day[1]), int(day[2])
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    length = _LENGTHS[month - 1] + leap
    months = (year - int(first[1])) * 12 + month - int(first[2])
    return 52 * (months * length + int(day[3] or 1) - 1) // (12 * length)
