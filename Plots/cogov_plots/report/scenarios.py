"""What was run, as the manifest tells it: the scenario files and the commands that repeat the batch."""

import shlex
from pathlib import Path, PurePosixPath

from cogov_plots.results import Results

LONGEST = 200_000
"""Characters of one file that go into a page."""
KINDS = (".json5", ".json", ".csv")
"""Endings of the files that cogov reads. A manifest that names anything else is not to be trusted with it."""


def scenario_files(results: Results, words: dict[str, str]) -> list[dict]:
    """The files that the manifest names: `path`, `text` (empty where it is not shown) and `note` on why."""
    found = []
    for path in map(str, results.manifest.get("files", [])):
        text, note = "", ""
        if not path.endswith(KINDS):
            note = words["file_kind"]
        else:
            text = _read(path, results.folder)
            note = words["file_missing"] if text is None else ""
            text = text or ""
        if len(text) > LONGEST:
            text, note = text[:LONGEST], words["file_long"].format(count=LONGEST)
        found.append({"path": path, "text": text, "note": note})
    return found


def _read(path: str, folder: Path) -> str | None:
    """Text of a file, named from the folder in which the batch was started; None where it is not found.

    That folder is looked for here and upwards from the results. A link to a file of another kind is not read.
    """
    for start in (Path.cwd(), *folder.resolve().parents):
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


def commands(results: Results, weeks: int | None, words: dict[str, str]) -> list[tuple[str, str]]:
    """Name and text of the commands that repeat the batch, one run of it, and the report.

    The manifest tells the first; one of an earlier version does not, and it is put together from the plan,
    without what was changed with --set.
    """
    files = [str(path) for path in results.manifest.get("files", [])]
    plan = results.manifest.get("plan", {})
    if not files:
        return []
    source = files[0]
    names = [variant.get("name") for variant in plan.get("variants", [])]
    if len(names) > 1 and PurePosixPath(source).stem in names:
        # The first file is already a variant: the batch was one of a folder of scenarios.
        source = str(PurePosixPath(source).parent)
    batch = ["cogov", "batch", source]
    if "seed" in plan:
        batch += ["--seed", str(plan["seed"])]
    if weeks is not None:
        batch += ["--weeks", str(weeks)]
    only = ["--only", f"{results.baseline}:1", "--out", "-"]
    report = ["cogov-plots", "report", results.folder.name]
    if known := results.manifest.get("command"):
        return [
            (words["repeat_batch"], str(known)),
            (words["repeat_one"], f"{known} {shlex.join(only)}"),
            (words["repeat_report"], shlex.join(report)),
        ]
    one = [*batch, *only]
    if "replicates" in plan and not plan.get("precision") and not plan.get("only"):
        batch += ["--replicates", str(plan["replicates"])]
    if plan.get("places"):
        batch += ["--places"]
    return [
        (words["repeat_batch"], shlex.join(batch)),
        (words["repeat_one"], shlex.join(one)),
        (words["repeat_report"], shlex.join(report)),
    ]
