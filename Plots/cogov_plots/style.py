"""How figures look: sizes of journals, colours, marks, fonts; and how they are written, byte by byte the
same.
"""

import contextlib
import textwrap
import unicodedata
import warnings
from functools import cache
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
from matplotlib import font_manager
from matplotlib.figure import Figure

MILLIMETRE = 1 / 25.4
WIDTHS = {"single": 89, "double": 183}
"""Widths in millimetres: one column and two columns of a journal."""
TALLEST = 235
"""Height in millimetres that a page leaves for a figure and its caption."""

# Okabe and Ito's colours, which people with any common colour blindness tell apart; black first, yellow
# left out because it is too pale on white.
COLOURS = ["#000000", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#7A5C00"]
MARKERS = ["o", "s", "^", "D", "v", "P", "X", "p"]
LINES = ["-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1)), (0, (1, 1)), (0, (7, 2, 1, 2))]
FAINT = "#B8B8B8"
RULE = "#8A8A8A"
SEQUENTIAL = "viridis"

FORMATS = ("png", "svg", "pdf")
# Text stays text: searchable, and editable in a drawing program.
WRITING = {"svg.fonttype": "none", "pdf.fonttype": 42, "svg.hashsalt": "cogov", "savefig.bbox": None}
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "Heiti SC",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
FONT_ADVICE = (
    "No font with Chinese characters was found: labels are in English, and Chinese names show as boxes. "
    "Install one: Debian and Ubuntu 'apt install fonts-noto-cjk', Fedora 'dnf install "
    "google-noto-sans-cjk-fonts'; macOS and Windows bring one. Or put NotoSansSC-Regular.otf "
    "(https://fonts.google.com/noto) into your folder of fonts."
)


@cache
def chinese_font() -> str | None:
    """The first known font with Chinese characters on this machine; None where there is none."""
    found = _first_known()
    if found is None:
        # The list of fonts that matplotlib keeps may be older than the fonts.
        known = {entry.fname for entry in font_manager.fontManager.ttflist}
        for path in sorted(font_manager.findSystemFonts()):
            name = Path(path).name.lower().replace("-", "").replace(" ", "")
            hints = ("cjk", "notosanssc", "sourcehansans", "pingfang", "msyh", "simhei", "wqy", "heiti")
            if path not in known and any(hint in name for hint in hints):
                with contextlib.suppress(Exception):
                    font_manager.fontManager.addfont(path)
        found = _first_known()
    return found


def _first_known() -> str | None:
    names = {entry.name for entry in font_manager.fontManager.ttflist}
    return next((name for name in CHINESE_FONTS if name in names), None)


# Signs of Chinese, Japanese and Korean: radicals to syllables, compatibility forms, full-width forms.
_EAST = (("\u2e80", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))


def has_chinese(text: str) -> bool:
    """Whether a text holds characters that only a font for Chinese has."""
    return any(first <= letter <= last for letter in text for first, last in _EAST)


def width(text: str) -> int:
    """Letters that a text is wide: Chinese ones count twice, marks on others not at all."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


class Names:
    """Names from outside as one figure shows them: in one line, and short; `full` tells what was
    shortened.
    """

    def __init__(self):
        self._short: dict[tuple[str, int], str] = {}

    def __call__(self, text: str, most: int = 26) -> str:
        """The name in at most about `most` letters; different names stay different."""
        if (text, most) not in self._short:
            taken = {short for (other, _), short in self._short.items() if other != text}
            short, number = shortened(text, most), 1
            while short in taken:
                number += 1
                short = f"{_cut(clean(text), most - 4)}… ({number})"
            self._short[text, most] = short
        return self._short[text, most]

    @property
    def full(self) -> dict[str, str]:
        """Full names by the shortened ones, in the order in which they were asked for."""
        return {short: clean(text) for (text, _), short in self._short.items() if short != clean(text)}


def clean(text: str) -> str:
    """A text in one line: what controls a terminal or breaks a line becomes a space."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)


def shortened(text: str, most: int) -> str:
    """A text in one line of at most `most` letters; what is left out at its end shows as dots."""
    plain = clean(text)
    return plain if width(plain) <= most else _cut(plain, most) + "…"


def _cut(text: str, most: int) -> str:
    """The first letters of a text, as wide as `most` allows, without a space at the end."""
    kept = ""
    for letter in text:
        if width(kept + letter) > most - 1:
            break
        kept += letter
    return kept.rstrip()


@contextlib.contextmanager
def context(chinese: bool = False):
    """matplotlib's settings for figures of this package; with `chinese`, a font that has the characters.

    Where no font has them, a warning tells what to install. English figures use the font that
    comes with matplotlib alone, so that their bytes do not depend on the fonts of a machine.
    """
    family = ["DejaVu Sans"]
    if chinese:
        font = chinese_font()
        if font is None:
            warnings.warn(FONT_ADVICE, stacklevel=3)
            # Once is enough: matplotlib would tell it of every single character.
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        else:
            family = [font, "DejaVu Sans"]
    settings = {
        "font.family": family,
        "font.size": 7,
        "axes.titlesize": 7.5,
        "axes.labelsize": 7,
        "xtick.labelsize": 6.5,
        "ytick.labelsize": 6.5,
        "legend.fontsize": 6.5,
        "legend.frameon": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.linewidth": 0.6,
        "axes.axisbelow": True,
        "axes.unicode_minus": True,
        # Names are text, whatever signs are in them.
        "text.parse_math": False,
        "lines.linewidth": 1.1,
        "lines.markersize": 4,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.6,
        "xtick.major.size": 2.5,
        "ytick.major.size": 2.5,
        "figure.constrained_layout.use": True,
        "image.interpolation": "nearest",
    }
    with matplotlib.rc_context(), matplotlib.style.context("default"):
        matplotlib.rcParams.update(settings)
        yield


def figure(style: str, ratio: float = 0.6, height: float | None = None, **grid):
    """A figure of a journal's width, and its axes as `plt.subplots` gives them.

    style: "single" or "double" (a column of 89 mm or two of 183 mm); ratio: height over width; height:
    millimetres instead. No figure is taller than a page.
    """
    width = WIDTHS[style]
    tall = min(height if height is not None else width * ratio, TALLEST)
    return plt.subplots(figsize=(width * MILLIMETRE, tall * MILLIMETRE), **grid)


def look(index: int) -> dict:
    """Colour, marker and line of the variant at an index: the first eight differ in each of the three."""
    return {
        "color": COLOURS[index % len(COLOURS)],
        "marker": MARKERS[index % len(MARKERS)],
        "linestyle": LINES[index % len(LINES)],
    }


def footnote(drawn: Figure, text: str, style: str) -> None:
    """Small print under a figure: what marks and intervals mean. A journal's caption can take it over.

    What is added to it later (`add_to_footnote`) makes the figure taller, as far as a page allows.
    """
    drawn.small_print, drawn.small_style = text, style
    _write(drawn, _wrapped(drawn, text))


def add_to_footnote(drawn: Figure, text: str) -> bool:
    """Adds sentences to the small print; False where the page had no room for all of them."""
    before = len(_wrapped(drawn, drawn.small_print))
    drawn.small_print = f"{drawn.small_print} {text}".strip()
    lines = _wrapped(drawn, drawn.small_print)
    width, height = drawn.get_size_inches()
    room = max(2, int((TALLEST * MILLIMETRE - height) / LINE))
    whole = len(lines) - before <= room
    if not whole:
        lines = lines[: before + room]
        lines[-1] = lines[-1][:-2] + " …"
    drawn.set_size_inches(width, min(height + (len(lines) - before) * LINE, TALLEST * MILLIMETRE))
    _write(drawn, lines)
    return whole


LINE = 2.5 * MILLIMETRE
"""Height of a line of small print, in inches."""


def _wrapped(drawn: Figure, text: str) -> list[str]:
    letters = 80 if drawn.small_style == "single" else 170
    if has_chinese(text):
        letters //= 2
    return textwrap.wrap(text, letters)


def _write(drawn: Figure, lines: list[str]) -> None:
    if lines:
        drawn.supxlabel("\n".join(lines), x=0.01, ha="left", fontsize=5.5, color="#555555")


def save(drawn: Figure, path: Path, dpi: int = 300) -> Path:
    """Writes a figure; the same figure gives the same bytes. The format is the ending of the path."""
    ending = path.suffix[1:]
    metadata = {
        "svg": {"Date": None, "Creator": "cogov-plots"},
        "pdf": {"CreationDate": None, "ModDate": None, "Creator": "cogov-plots", "Producer": "matplotlib"},
        "png": {"Software": "cogov-plots"},
    }[ending]
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.part")
    try:
        with matplotlib.rc_context(WRITING):
            drawn.savefig(temporary, format=ending, dpi=dpi, metadata=metadata)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
