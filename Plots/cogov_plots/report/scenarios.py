"""What was run, as the manifest tells it: what variants change, the scenario files, and the commands that
repeat the batch.
"""

import shlex
from pathlib import Path, PurePosixPath

import json5

from cogov_plots.results import Results

LONGEST = 200_000
"""Characters of one file that go into a page."""
KINDS = (".json5", ".json", ".csv")
"""Endings of the files that cogov reads. A manifest that names anything else is not to be trusted with it."""


def scenario_files(results: Results, words: dict[str, str]) -> list[dict]:
    """The files that the manifest names: `path`, `text` (empty where it is not shown) and `note` on why."""
    found = []
    for path in map(str, results.manifest.data.get("files", [])):
        text, note = "", ""
        if not path.endswith(KINDS):
            note = words["file_kind"]
        else:
            text = _read(path, results)
            note = words["file_missing"] if text is None else ""
            text = text or ""
        if len(text) > LONGEST:
            text, note = text[:LONGEST], words["file_long"].format(count=LONGEST)
        found.append({"path": path, "text": text, "note": note})
    return found


def _read(path: str, results: Results) -> str | None:
    """Text of a file, named from the folder in which the batch was started; None where it is not found.

    That folder is looked for upwards from the results, and here. A link to a file of another kind is not
    read.
    """
    started = results.manifest.started_in
    for start in [started] if started else [*results.folder.resolve().parents, Path.cwd()]:
        candidate = (start / path).resolve()
        if candidate.suffix in KINDS and candidate.is_file():
            try:
                return candidate.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                return None
    return None


def file_of(variant: str, files: list[dict]) -> int | None:
    """Index of the scenario file that is called like a variant."""
    return next((k for k, file in enumerate(files) if PurePosixPath(file["path"]).stem == variant), None)


def start_of(files: list[dict]) -> str | None:
    """The date on which runs start (year and month), where the scenario files agree on one."""
    starts = set()
    for file in files:
        if file["path"].endswith((".json5", ".json")) and file["text"]:
            try:
                weeks = json5.loads(file["text"]).get("weeks")
            except (ValueError, AttributeError):
                return None
            if isinstance(weeks, dict) and weeks.get("start") is not None:
                starts.add(str(weeks["start"])[:7])
    return starts.pop() if len(starts) == 1 else None


def month_after(start: str, weeks: int) -> str | None:
    """The month in which a week lies, counted from the month of the start: a month is 52/12 weeks, as in the
    model.
    """
    year, _, month = start.partition("-")
    if not (year.isdigit() and month.isdigit()):
        return None
    months = int(year) * 12 + int(month) - 1 + weeks * 12 // 52
    return f"{months // 12}-{months % 12 + 1:02}"


def changes(results: Results, words: dict[str, str]) -> dict:
    """What each variant changes: `rows` (a list of texts each, as `heads` names them), `none` (variants that
    are the same setting as the baseline), the `baseline` they are compared with, and `known`: "all" where a
    table tells every setting, "mechanisms" where only the plan does, "" where nothing does.
    """
    table = results.changes
    if table is not None:
        rows = [
            [
                row["variant"],
                row["path"],
                row["value"],
                row["baseline_value"] or "–",
                row.get("unit", ""),
                row.get("meaning", ""),
                _when(row, words),
                _where(row.get("where", ""), words),
            ]
            for row in table.to_dict("records")
        ]
        baseline = next(iter(table["baseline"]), results.manifest.baseline or results.baseline)
        known = "all"
    else:
        baseline = results.manifest.baseline or results.baseline
        designs = {v: results.manifest.variant(v).get("design") for v in [baseline, *results.variants]}
        known = "mechanisms" if all(designs.values()) else ""
        rows = _of_designs(designs, baseline, results.variants, words) if known else []
    told = {row[0] for row in rows}
    levels = {v: results.manifest.variant(v).get("levels", []) for v in results.variants}
    none = [v for v in results.variants if v not in told and v != baseline and not levels[v]]
    return {"rows": rows, "none": none if known == "all" else [], "baseline": baseline, "known": known}


def _when(row: dict, words: dict[str, str]) -> str:
    """From which week and month of the run, and until when."""
    parts = []
    for name, word in (("from", "from_when"), ("until", "until_when")):
        if week := row.get(name, ""):
            date = row.get(f"{name}_date", "")
            parts.append(words[word].format(week=week, date=f" ({date})" if date else ""))
    return ", ".join(parts)


def _where(text: str, words: dict[str, str]) -> str:
    if text in ("", "all"):
        return words["everywhere"] if text else ""
    try:
        share = float(text)
    except ValueError:
        return text
    return words["share_of_places"].format(share=f"{100 * share:g}")


def _of_designs(designs: dict, baseline: str, variants: list[str], words: dict[str, str]) -> list[list[str]]:
    """The mechanisms that a variant has and the baseline has not, and the other way round."""
    rows = []
    base = designs[baseline]["policies"]
    for variant in variants:
        mine = designs[variant]["policies"]
        for policies, others, value in ((mine, base, "true"), (base, mine, "false")):
            for policy in policies:
                if variant == baseline or policy in others:
                    continue
                path = f"mechanisms.{policy['mechanism']}"
                texts = {"from": str(policy["from"]), "until": str(policy.get("until") or "")}
                where = "; ".join(policy.get("places", [])) or str(policy.get("share", "all"))
                other = "–" if value == "true" else "true"
                place = [_when(texts, words), _where(where, words)] if value == "true" else ["", ""]
                rows.append([variant, path, value, other, "", "", *place])
                if value == "true":
                    rows += [
                        [variant, f"{path}.{name}", option, "–", "", "", "", ""]
                        for name, option in sorted(policy.get("options", {}).items())
                    ]
    return rows


def commands(results: Results, words: dict[str, str]) -> list[tuple[str, str]]:
    """Name and text of the commands that repeat the batch, one run of it, and the report, from the folder in
    which the batch was started.

    The manifest tells the first; one of an earlier version does not, and it is put together from the plan,
    without what was changed with --set.
    """
    manifest = results.manifest
    files = [str(path) for path in manifest.data.get("files", [])]
    if not files:
        return []
    batch = manifest.words or _guessed(manifest, files)
    one = manifest.data.get("commandOfOneRun")
    if not one:
        without = batch[: batch.index("--out")] if "--out" in batch else batch
        one = shlex.join([*without, "--only", f"{results.baseline}:1", "--out", "-"])
    return [
        (words["repeat_batch"], shlex.join(batch)),
        (words["repeat_one"], str(one)),
        (words["repeat_report"], shlex.join(["cogov-plots", "report", manifest.shown_folder])),
    ]


def _guessed(manifest, files: list[str]) -> list[str]:
    plan = manifest.plan
    source = files[0]
    names = [variant.get("name") for variant in plan.get("variants", [])]
    if len(names) > 1 and PurePosixPath(source).stem in names:
        # The first file is already a variant: the batch was one of a folder of scenarios.
        source = str(PurePosixPath(source).parent)
    batch = ["cogov", "batch", source]
    if "seed" in plan:
        batch += ["--seed", str(plan["seed"])]
    if "replicates" in plan and not plan.get("precision") and not plan.get("only"):
        batch += ["--replicates", str(plan["replicates"])]
    if plan.get("places"):
        batch += ["--places"]
    return [*batch, "--out", manifest.shown_folder]
