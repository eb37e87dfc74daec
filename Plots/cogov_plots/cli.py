"""The command line: every figure, one figure, or the report of a folder of results."""

import argparse
import sys
import warnings
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import matplotlib

from cogov_plots import figures, style
from cogov_plots.labels import LANGUAGES
from cogov_plots.options import CannotDraw, Extend, Options, names
from cogov_plots.results import Results, ResultsError

DONE, NOTHING, USAGE, BAD_INPUT, ENVIRONMENT = 0, 1, 2, 3, 4


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 nothing could be drawn, 2 usage, 3 unreadable results, 4 environment."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    matplotlib.use("Agg")
    warnings.showwarning = _show
    try:
        chosen = parser().parse_args(_with_command(arguments))
    except SystemExit as leaving:
        return int(leaving.code or 0)
    except NoFolder as error:
        return _fail(str(error), BAD_INPUT if error.is_alone else USAGE)
    try:
        results = Results(chosen.results, baseline=chosen.baseline, variants=chosen.variants)
        if chosen.command == "report":
            if not results.has("runs"):
                raise ResultsError(f"{results.folder} has no runs.csv: there is nothing to report on.")
            status = import_module("cogov_plots.report").run(results, chosen)
        else:
            status = _draw(results, chosen)
        if results.unverified:
            files = ", ".join(results.unverified)
            print(f"note: unverified, as no manifest records what they should be: {files}", file=sys.stderr)
        return status
    except ResultsError as error:
        return _fail(str(error), BAD_INPUT)
    except OSError as error:
        return _fail(f"{error}. Choose another folder with --out.", ENVIRONMENT)
    except KeyboardInterrupt:
        return _fail("stopped.", 130)


def _draw(results: Results, chosen: argparse.Namespace) -> int:
    out = Path(chosen.out) if chosen.out else results.folder / "figures"
    wanted = list(figures.FIGURES) if chosen.command == "all" else [chosen.command]
    options = options_of(chosen)
    drawn = 0
    for name in wanted:
        try:
            figure = figures.make(name, results, options)
        except CannotDraw as reason:
            print(f"{name}: not drawn: {reason}", file=sys.stderr, flush=True)
            continue
        try:
            for ending in chosen.format:
                print(style.save(figure, out / f"{name}.{ending}", options.dpi), flush=True)
        finally:
            matplotlib.pyplot.close(figure)
        drawn += 1
    for note in options.notes:
        print(f"note: {note}", file=sys.stderr)
    return DONE if drawn else NOTHING


def options_of(chosen: argparse.Namespace) -> Options:
    """The choices of the command line, as figures take them."""
    fields = Options.__dataclass_fields__
    return Options(**{name: value for name, value in vars(chosen).items() if name in fields})


class NoFolder(Exception):
    """The first word is neither a command nor a folder; `is_alone` where no other word follows."""

    def __init__(self, word: str, is_alone: bool):
        close = get_close_matches(word, commands(), n=1)
        meant = f"; did you mean '{close[0]}'?" if close else "."
        super().__init__(
            f"there is no folder {word!r} here, and no figure of that name{meant} Give the folder that "
            "'cogov batch' wrote, such as Results/tradeoff."
        )
        self.is_alone = is_alone


def _with_command(arguments: list[str]) -> list[str]:
    """`cogov-plots RESULTS` stands for `cogov-plots all RESULTS`."""
    if not arguments:
        return ["--help"]
    if arguments[0] in ("-h", "--help", "--version") or arguments[0] in commands():
        return arguments
    if not arguments[0].startswith("-") and not Path(arguments[0]).exists() and "/" not in arguments[0]:
        raise NoFolder(arguments[0], len(arguments) == 1 or arguments[1].startswith("-"))
    return ["all", *arguments]


def commands() -> dict[str, str]:
    """All commands with what they do."""
    return {
        "all": "Every figure that the tables allow (may be left out)",
        **figures.FIGURES,
        "report": "One self-contained HTML page on the batch",
    }


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    from cogov_plots.options import add_arguments

    top = argparse.ArgumentParser(
        prog="cogov-plots",
        description="Figures and a report from the results of cogov.",
        epilog="'cogov-plots RESULTS' writes every figure that the tables allow; "
        "'cogov-plots FIGURE --help' tells the options of one.",
    )
    top.add_argument("--version", action="version", version=_version())
    parts = top.add_subparsers(dest="command", required=True, metavar="FIGURE", title="figures and more")
    for name, summary in commands().items():
        part = parts.add_parser(name, help=summary, description=summary + ".")
        part.add_argument("results", metavar="RESULTS", help="folder that 'cogov run' or 'cogov batch' wrote")
        part.add_argument("--out", metavar="PATH", help=_out_help(name))
        part.add_argument(
            "--lang", dest="language", choices=LANGUAGES, default="en", help="language of labels"
        )
        part.add_argument("--baseline", metavar="VARIANT", help="variant that others are compared with")
        part.add_argument(
            "--variants",
            type=names,
            action=Extend,
            metavar="A,B,…",
            help="variants to draw, in this order; a name with a comma goes in double quotes",
        )
        part.add_argument(
            "--measures", type=names, action=Extend, metavar="A,B,…", default=(), help="measures to draw"
        )
        part.add_argument(
            "--format",
            type=_formats,
            default=["png", "svg", "pdf"],
            metavar="png,svg,pdf",
            help="formats to write; all three by default",
        )
        part.add_argument(
            "--style",
            choices=list(style.WIDTHS),
            default="double",
            help="width: one column of a journal (89 mm) or two (183 mm)",
        )
        add_arguments(part, name)
    return top


def _out_help(name: str) -> str:
    return "file to write" if name == "report" else "folder to write into; 'figures' in RESULTS by default"


def _formats(text: str) -> list[str]:
    wanted = list(dict.fromkeys(names(text.lower())))
    unknown = [ending for ending in wanted if ending not in style.FORMATS]
    if unknown or not wanted:
        raise argparse.ArgumentTypeError(f"{text!r}: png, svg and pdf are allowed, separated by commas")
    return wanted


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"cogov-plots {version('cogov-plots')}"
    except PackageNotFoundError:
        return "cogov-plots, not installed"


def _show(message, category, filename, lineno, file=None, line=None) -> None:
    print(f"warning: {message}", file=sys.stderr)


def _fail(text: str, status: int) -> int:
    print(f"cogov-plots: {text}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
