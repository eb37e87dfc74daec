"""Written figures: the same bytes, text as text, fonts that have the characters."""

import hashlib
import json
import os
import re
import warnings
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import pytest
from conftest import HERE, PROJECT
from matplotlib.font_manager import FontProperties, fontManager, get_font

from cogov_plots import Results, style
from cogov_plots.figures import FIGURES, make
from cogov_plots.options import Options

GOLDEN = HERE / "golden.json"


def written(results, name: str, path: Path, **choices) -> bytes:
    options = Options(**choices)
    figure = make(name, results, options)
    style.save(figure, path, options.dpi)
    plt.close(figure)
    return path.read_bytes()


def plain(svg: str) -> str:
    """Without what may differ in the last bits from machine to machine: numbers rounded to hundredths of a
    point, and ids that matplotlib makes from unrounded ones by their order.
    """
    names = {}
    svg = re.sub(r"\b[a-z][0-9a-f]{10}\b", lambda found: names.setdefault(found[0], f"id{len(names)}"), svg)
    svg = re.sub(r"-?\d+\.\d+", lambda found: f"{float(found[0]):.2f}", svg)
    return svg.replace("-0.00", "0.00")


def test_golden_figures(committed, tmp_path):
    """The SVG of every figure from the committed results, which a change of the model does not touch.

    UPDATE_GOLDEN=1 writes the hashes anew; look at the figures before.
    """
    pinned = f"matplotlib=={matplotlib.__version__}"
    if pinned not in (PROJECT / "Plots/pyproject.toml").read_text(encoding="utf-8"):
        pytest.skip(f"the golden figures are of another version than {pinned}")
    hashes = {
        name: hashlib.sha256(plain(svg.decode()).encode()).hexdigest()
        for name in FIGURES
        for svg in [written(committed, name, tmp_path / f"{name}.svg")]
    }
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(hashes, indent=2) + "\n", encoding="utf-8")
    assert hashes == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("ending", style.FORMATS)
def test_same_input_same_bytes(fresh, tmp_path, ending):
    first = written(Results(fresh), "plane", tmp_path / f"a.{ending}", dpi=100)
    assert len(first) > 5000
    assert written(Results(fresh), "plane", tmp_path / f"b.{ending}", dpi=100) == first
    assert not list(tmp_path.glob(".*.part"))


def test_text_stays_text(committed, tmp_path):
    svg = written(committed, "plane", tmp_path / "plane.svg").decode()
    assert ">Vitality (0–100)</text>" in svg and "<dc:date>" not in svg
    pdf = written(committed, "plane", tmp_path / "plane.pdf")
    assert b"/CIDFontType2" in pdf and b"/Type3" not in pdf and b"CreationDate" not in pdf


def test_chinese_is_drawn_with_a_font_that_has_it(committed, tmp_path):
    if style.chinese_font() is None:
        pytest.skip("no font with Chinese characters: install fonts-noto-cjk")
    with warnings.catch_warnings():
        # matplotlib warns of every character that a font lacks.
        warnings.simplefilter("error")
        for name in FIGURES:
            assert len(written(committed, name, tmp_path / f"{name}.png", language="zh", dpi=72)) > 5000
    font = get_font(fontManager.findfont(FontProperties(family=style.chinese_font())))
    assert all(font.get_char_index(ord(letter)) for letter in "活力秩序居委会")


def test_names_in_chinese_need_the_font_in_english_too(fresh, tmp_path):
    if style.chinese_font() is None:
        pytest.skip("no font with Chinese characters: install fonts-noto-cjk")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        written(Results(fresh), "plane", tmp_path / "plane.png", dpi=72)


def test_a_missing_font_is_told(committed, monkeypatch):
    monkeypatch.setattr(style, "chinese_font", lambda: None)
    with pytest.warns(UserWarning, match="apt install fonts-noto-cjk"):
        figure = make("plane", committed, Options(language="zh"))
    assert figure.axes[0].get_xlabel() == "Vitality (0–100)"


def test_looks_differ_in_colour_mark_and_line():
    looks = [style.look(k) for k in range(8)]
    for key in ("color", "marker", "linestyle"):
        assert len({str(look[key]) for look in looks}) == 8


def test_settings_of_the_user_are_left_alone(committed):
    before = dict(matplotlib.rcParams)
    make("plane", committed, Options())
    assert dict(matplotlib.rcParams) == before
