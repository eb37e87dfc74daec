"""What a user may choose about figures."""

import argparse
import csv
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cogov_plots.labels import Labels
from cogov_plots.results import Results, ResultsError
from cogov_plots.statistics import pareto
from cogov_plots.style import Names

MANY = 8
"""Variants that can be told apart by colour, mark and line; of more, some are picked out."""


class CannotDraw(Exception):
    """The tables do not allow a figure. The text says why, and what would allow it."""


@dataclass(frozen=True)
class Options:
    """Choices for all figures; a figure reads those that concern it."""

    measures: tuple[str, ...] = ()
    language: str = "en"
    style: str = "double"
    level: float = 0.95
    dpi: int = 300
    baseline_arrows: bool = True
    policy_weeks: tuple[int, ...] = ()
    onset: int | None = None
    factor: str | None = None
    factors: tuple[str, ...] = ()
    resource: str = "money"
    table: str | None = None
    outputs: tuple[str, ...] = ()
    top: int = 12
    names: Names = field(default_factory=Names, compare=False, repr=False)
    """Names from outside as a figure shows them; every figure has its own."""
    captions: list[str] = field(default_factory=list, compare=False, repr=False)
    """Sentences that end the small print of the figure that is being drawn; every figure has its own."""
    notes: list[str] = field(default_factory=list, compare=False, repr=False)
    """Filled while drawing: what a figure leaves out, in words for the user."""

    @cached_property
    def labels(self) -> Labels:
        """Words in the language of the figures."""
        return Labels(self.language)

    def note(self, text: str) -> None:
        """Tells the user of something that a figure leaves out."""
        if text not in self.notes:
            self.notes.append(text)

    def chosen(self, results: Results, usual, least: int = 1) -> list[str]:
        """The measures to draw: those asked for, or else the usual ones, as far as they hold values.

        Raises CannotDraw where fewer than `least` are left, and ResultsError where one asked for is
        unknown.
        """
        if self.measures:
            results.known(list(self.measures), "measure")
        wanted = list(self.measures or usual)
        there = self.defined(results, wanted)
        if len(there) < least:
            names = ", ".join(wanted)
            raise CannotDraw(f"runs.csv holds no defined values of {names}.")
        return there

    def defined(self, results: Results, wanted) -> list[str]:
        """Those of some measures that have a value in some run; the small print names the others."""
        there = results.present(wanted)
        known = [m for m in wanted if m in results.measures]
        self.leave_out(
            results, known, there, self.labels.word("Left out, as undefined in every run: {names}.")
        )
        return there

    def leave_out(self, results: Results, measures: list[str], kept: list[str], sentence: str) -> None:
        """Adds a sentence to the small print that names the measures of a figure which are not kept."""
        if absent := [self.labels.measure(results.measures[m]) for m in measures if m not in kept]:
            self.captions.append(sentence.format(names=", ".join(absent)))


def highlighted(results: Results, options: Options) -> list[str]:
    """The variants that get a colour of their own.

    All, where they can be told apart; else the baseline and the variants that stand out on the plane of
    vitality and order: first its Pareto front, then those farthest from the baseline.
    """
    variants = results.variants
    if len(variants) <= MANY:
        return list(variants)
    picked = [results.baseline]
    if all(m in results.measures for m in ("vitality", "order")):
        means = results.runs.groupby("variant", observed=True)[["vitality", "order"]].mean()
        means = means.dropna()
        front = means.index[pareto(means["vitality"], means["order"])]
        spread = means.std().replace(0, np.nan).fillna(1)
        far = (
            (((means - means.loc[results.baseline]) / spread) ** 2).sum(axis=1)
            if (results.baseline in means.index)
            else means.sum(axis=1)
        )
        ranking = far.sort_values(ascending=False, kind="stable").index
        picked += [v for v in ranking if v in set(front)] + [v for v in ranking if v not in set(front)]
    else:
        picked += variants
    picked = list(dict.fromkeys(picked))[:MANY]
    options.note(
        f"{len(variants)} variants: {len(picked)} are picked out (the baseline, the Pareto front, and those "
        "farthest from the baseline); choose others with --variants."
    )
    return [v for v in variants if v in picked]


def _weeks(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: whole weeks separated by commas are allowed") from None


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r}: a whole number above 0 is allowed")
    return int(text)


def names(text: str) -> tuple[str, ...]:
    """Names separated by commas; one with a comma in it stands in double quotes, as in CSV."""
    try:
        fields = next(csv.reader([text], skipinitialspace=True, strict=True), [])
    except csv.Error as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}; quotes in a quoted name are doubled") from None
    return tuple(field.strip() for field in fields if field.strip())


class Extend(argparse.Action):
    """An option with names that may be given again to add more."""

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (*(getattr(namespace, self.dest) or ()), *values))


def add_arguments(parser: argparse.ArgumentParser, figure: str) -> None:
    """Adds the options of one figure (all of them for "all" and "report") to a command line."""
    parser.add_argument("--level", type=_share, default=0.95, help="level of intervals; 0.95 by default")
    parser.add_argument("--dpi", type=_positive, default=300, help="dots per inch of PNG; 300 by default")
    for name, figures, settings in ARGUMENTS:
        if figure in figures or figure in ("all", "report"):
            parser.add_argument(name, **settings)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{text!r}: a number between 0 and 1 is allowed, such as 0.95")
    return value


ARGUMENTS = [
    (
        "--no-arrows",
        ("plane",),
        {"dest": "baseline_arrows", "action": "store_false", "help": "no arrows from the baseline"},
    ),
    (
        "--policy-weeks",
        ("series", "event"),
        {
            "type": _weeks,
            "default": (),
            "metavar": "52,104",
            "help": "weeks of observation to mark, instead of those that the manifest records",
        },
    ),
    (
        "--resource",
        ("flows",),
        {"default": "money", "metavar": "RESOURCE", "help": "money (by default), time or venue"},
    ),
    (
        "--table",
        ("sensitivity",),
        {"metavar": "FILE", "help": "table of indices, instead of sensitivity.csv or elementary.csv"},
    ),
    (
        "--outputs",
        ("sensitivity",),
        {
            "type": lambda text: tuple(part.strip() for part in text.split(";") if part.strip()),
            "default": (),
            "metavar": "A;B",
            "help": "outputs of the table to draw, separated by semicolons",
        },
    ),
    (
        "--top",
        ("sensitivity",),
        {"type": _positive, "default": 12, "help": "parameters to rank; 12 by default"},
    ),
    (
        "--onset",
        ("event",),
        {"type": int, "metavar": "WEEK", "help": "week of observation in which the policy begins"},
    ),
    (
        "--factor",
        ("curves",),
        {"metavar": "FACTOR", "help": "numeric factor along the axis; the one with the most levels"},
    ),
    (
        "--factors",
        ("interactions", "heatmap", "curves"),
        {
            "type": names,
            "action": Extend,
            "default": (),
            "metavar": "A,B",
            "help": "factors: of the interactions, across and up of the heat map, of the lines of curves",
        },
    ),
]
"""Options of single figures: name, the figures that read it, and how it is parsed."""

__all__ = ["MANY", "CannotDraw", "Options", "ResultsError", "add_arguments", "highlighted", "names"]
