"""One self-contained HTML page on a batch: what was run, what came out, and how to repeat it."""

import argparse
from pathlib import Path

from cogov_plots.options import Options
from cogov_plots.report.content import content
from cogov_plots.report.page import page
from cogov_plots.results import Results


def run(results: Results, chosen: argparse.Namespace) -> int:
    """The command `cogov-plots report`: writes the page and tells where. Exit status 0."""
    options = Options(language=chosen.language, level=chosen.level, measures=chosen.measures)
    out = Path(chosen.out) if chosen.out else results.folder / "report.html"
    if out.is_dir():
        out = out / "report.html"
    print(write(results, out, options))
    return 0


def write(results: Results, path: Path, options: Options | None = None) -> Path:
    """Writes the page; the same results, files and options give the same bytes.

    Raises ResultsError where tables are broken, and OSError where the file cannot be written.
    """
    text = page(content(results, options or Options()))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
