"""Names from outside, whatever signs are in them, are shown as they are, and never spoil a figure."""

import json
import re
import xml.etree.ElementTree as ET

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from conftest import COMMITTED

from cogov_plots import Results, style
from cogov_plots.figures import FIGURES, make
from cogov_plots.options import Options
from cogov_plots.report import write
from cogov_plots.style import Names

LONG = "A name that goes on " * 20
VARIANTS = [
    r"$\frac$",
    r"$x^{2$ \frac",
    "fund $80k vs $100k",
    '100 % of a_b, "c" & <b>d</b>',
    "صندوق الحي",
    "_hidden",
    LONG + "1",
    LONG + "2",
]
FACTOR, OTHER = r"share_of $\alpha$ & <i>", LONG + "factor"
LEVELS = [r"$\beta_$", LONG + "level"]
PLACES = [r"$\gamma$ 1_a", LONG + "place", "<b>&amp;"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The committed results with hostile names of variants, factors, levels, places, claims and
    parameters.
    """
    folder = tmp_path_factory.mktemp("names")
    names = Results(COMMITTED).variants
    renamed = {
        "variant": dict(zip(names, VARIANTS, strict=True)),
        "hub": dict(zip(["no-hub", "hub"], LEVELS, strict=True)),
        "place": {f"custom {k}": name for k, name in enumerate(PLACES, 1)},
        "claim": {"A1": r"$\frac$", "A3": LONG + "claim", "B1": "<b>_%"},
        "parameter": {"efficacyWeight": r"$\frac$_", "timeCost": LONG + "parameter"},
    }
    heads = {"decisions": FACTOR, "hub": OTHER}
    for path in COMMITTED.glob("*.csv"):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        for column, values in renamed.items():
            if column in table:
                table[column] = table[column].replace(values)
        if path.name == "runs.csv":
            table = table.rename(columns=heads)
        table.to_csv(folder / path.name, index=False)
    package = json.loads((COMMITTED / "datapackage.json").read_text(encoding="utf-8"))
    package["title"] = r"Title $\frac$ & <b>50 %_" + LONG
    for field in package["resources"][0]["schema"]["fields"]:
        field["name"] = heads.get(field["name"], field["name"])
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return folder


def texts(figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(plt.Text) if text.get_visible() and text.get_text()]


@pytest.mark.parametrize("width", ["single", "double"])
@pytest.mark.parametrize("name", FIGURES)
def test_figures_show_names_as_they_are(folder, tmp_path, name, width):
    # Warnings are errors here: of layouts that collapse, and of signs that no font has.
    figure = make(name, Results(folder), Options(style=width))
    shown = " ".join(texts(figure)).replace("\n", " ")
    for axes in figure.findobj(plt.Axes):
        box = axes.get_position()
        if axes.get_label() == "<colorbar>":
            continue
        assert box.width > 0.04 and box.height > 0.02, (name, width)
    if name in ("plane", "components", "effects", "formal", "series", "event"):
        others = VARIANTS[1:] if name in ("effects", "event") else VARIANTS
        for variant in others[:-2]:
            assert style.shortened(variant, 26) in shown, variant
        # Two names that differ in their last letter stay two, and the small print has both in full.
        assert "A name that goes on A nam… (2)" in shown or "(2)" in shown
        assert "Names in full" in shown
    if name in ("interactions", "heatmap", "curves"):
        assert r"share_of $\alpha$ & <i>" in shown and r"$\beta_$" in shown
    if name == "map":
        assert r"$\gamma$ 1_a" in shown and "<b>&amp;" in shown
    if name in ("claims", "sensitivity"):
        assert r"$\frac$" in shown
    path = style.save(figure, tmp_path / f"{name}.svg")
    svg = " ".join(text for text in ET.parse(path).getroot().itertext() if text.strip())
    if name == "plane":
        assert all(style.shortened(variant, 26) in svg for variant in VARIANTS[:4])
    assert max(map(len, texts(figure))) < 4_000
    plt.close(figure)


def test_the_report_shows_names_as_they_are(folder):
    page = write(Results(folder), folder / "report.html").read_text(encoding="utf-8")
    body = page.split("<body>")[1].split("<script")[0]
    assert "<b>d</b>" not in body
    for name in (
        r"$\frac$",
        "fund $80k vs $100k",
        "100 % of a_b, &#34;c&#34; &amp; &lt;b&gt;d&lt;/b&gt;",
        LONG + "2",
    ):
        assert name in body, name
    assert re.search(r"<h1>Title \$\\frac\$ &amp; &lt;b&gt;50 %_", body)


def test_names_are_in_one_line_short_and_different():
    names = Names()
    assert names("a\nb\x1b[31m") == "a b [31m"
    assert style.width(names("居民自治" * 30)) <= 26
    first, second = names(LONG + "1"), names(LONG + "2")
    assert first != second and names(LONG + "1") == first
    assert names.full[first] == LONG + "1" and names.full[second] == LONG + "2"
