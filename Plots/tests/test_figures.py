"""What figures show: marks, labels, units; and what they say where tables do not allow them."""

import json
import shutil

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.patches import Ellipse, PathPatch

from cogov_plots import Results
from cogov_plots.figures import FIGURES, CannotDraw, make
from cogov_plots.options import Options


def draw(results, name, **choices):
    options = Options(**choices)
    return make(name, results, options), options


def texts(figure) -> str:
    """All text of a figure."""
    return "\n".join(text.get_text() for text in figure.findobj(plt.Text) if text.get_visible())


def labels(axes) -> tuple[str, str]:
    return axes.get_xlabel(), axes.get_ylabel()


def named(axes, label: str) -> list:
    """Lines with the label of a variant."""
    return [line for line in axes.lines if line.get_label() == label]


def marked(axes, gid: str) -> list:
    return [artist for artist in axes.get_children() if artist.get_gid() == gid]


def test_plane(fresh):
    results = Results(fresh)
    figure, _ = draw(results, "plane")
    axes = figure.axes[0]
    assert labels(axes) == ("Vitality (0–100)", "Order (0–100)")
    means = results.runs.groupby("variant", observed=True)[["vitality", "order"]].mean()
    for variant in results.variants:
        (mark,) = named(axes, variant)
        assert mark.get_xydata()[0] == pytest.approx(means.loc[variant].to_numpy())
    assert len([patch for patch in axes.patches if isinstance(patch, Ellipse)]) == 3
    # Beside it, the paired differences from the baseline.
    assert labels(figure.axes[1]) == ("difference in Vitality (0–100)", "difference in Order (0–100)")
    wide = results.runs.pivot(index="replicate", columns="variant", values=["vitality", "order"])
    (mark,) = named(figure.axes[1], "embedded")
    expected = [(wide[m]["embedded"] - wide[m]["baseline"]).mean() for m in ("vitality", "order")]
    assert mark.get_xydata()[0] == pytest.approx(expected)
    assert not named(figure.axes[1], "baseline")
    assert len(marked(axes, "front")) == 1
    assert len([text for text in axes.texts if getattr(text, "arrow_patch", None)]) == 2
    assert {text.get_text() for text in figure.legends[0].get_texts()} == {*results.variants, "Pareto front"}
    assert "95 % confidence of both means, 4 replicates" in texts(figure)
    marks = {(line.get_marker(), line.get_color()) for v in results.variants for line in named(axes, v)}
    assert len({marker for marker, _ in marks}) == len({colour for _, colour in marks}) == 3


def test_plane_of_other_measures_without_arrows(fresh):
    figure, _ = draw(Results(fresh), "plane", measures=("breadth", "grievance"), baseline_arrows=False)
    assert labels(figure.axes[0]) == ("Breadth (0–1)", "Grievance (0–1)")
    assert not [text for text in figure.axes[0].texts if getattr(text, "arrow_patch", None)]


def test_series_mark_the_weeks_of_the_scenario(fresh):
    results = Results(fresh)
    figure, options = draw(results, "series")
    assert not options.notes
    assert [labels(axes) for axes in figure.axes] == [
        ("week of observation", "Vitality (0–100)"),
        ("week of observation", "Order (0–100)"),
    ]
    for axes in figure.axes:
        (line,) = named(axes, "embedded")
        assert list(line.get_xdata()) == [4, 8, 12, 16, 20, 24]
        assert len([c for c in axes.collections if isinstance(c, PolyCollection)]) == 3
        # Week 16 of the run is week 8 of observation: the burn-in has 8.
        assert [line.get_xdata()[0] for line in axes.lines if len(set(line.get_xdata())) == 1] == [8]
    assert "1 (week 8): +empowerment" in texts(figure)


def test_series_mark_weeks_that_are_given(fresh):
    figure, _ = draw(Results(fresh), "series", policy_weeks=(12, 20), measures=("meetings",))
    axes = figure.axes[0]
    assert labels(axes)[1] == "Meetings (per neighbourhood and year)"
    assert [line.get_xdata()[0] for line in axes.lines if len(set(line.get_xdata())) == 1] == [12, 20]
    assert "Marked weeks: 12, 20." in texts(figure)


def test_series_tell_where_nothing_records_weeks(loose):
    _, options = draw(Results(loose), "series")
    assert "--policy-weeks" in options.notes[0]


def test_components(fresh):
    figure, _ = draw(Results(fresh), "components")
    everything = texts(figure).replace("\n", " ")
    for words in (
        "Vitality",
        "Order",
        "Participation quarter (share)",
        "Conflicts (per 10,000)",
        "Breadth (0–1)",
    ):
        assert words in everything
    axes = [a for part in figure.subfigs for a in part.axes]
    assert len(axes) == 12
    assert all(named(a, "embedded") for a in axes)
    assert [tick.get_text() for tick in axes[0].get_yticklabels()] == ["baseline", "embedded", "居民自治"]


def test_effects_are_the_paired_differences(fresh):
    results = Results(fresh)
    figure, _ = draw(results, "effects", measures=("vitality", "grievance"))
    wide = results.runs.pivot(index="replicate", columns="variant", values="vitality")
    expected = (wide["embedded"] - wide["baseline"]).mean()
    (mark,) = named(figure.axes[0], "embedded")
    assert mark.get_xdata()[0] == pytest.approx(expected)
    assert [a.get_title(loc="left") for a in figure.axes] == ["Vitality (0–100)", "Grievance (0–1)"]
    assert "Difference from baseline, paired by replicate" in texts(figure)
    full, _ = draw(results, "effects")
    assert len(full.axes) == 14


def test_interactions(committed):
    figure, _ = draw(committed, "interactions")
    assert len(figure.axes) == 2
    assert labels(figure.axes[0]) == ("decisions", "Vitality (0–100)")
    assert [text.get_text() for text in figure.axes[0].get_legend().get_texts()] == ["no-hub", "hub"]


def test_interactions_of_two_levels_show_effects(loose):
    runs = pd.read_csv(loose / "runs.csv", dtype=str, keep_default_na=False)
    runs[runs["decisions"].isin(["0", "0.9"])].to_csv(loose / "runs.csv", index=False)
    figure, _ = draw(Results(loose), "interactions")
    effects = figure.axes[1]
    names = [tick.get_text() for tick in effects.get_yticklabels()]
    assert names == ["decisions", "hub", "decisions × hub"]
    assert effects.get_xlabel().replace("\n", " ") == "effect on Vitality (0–100)"


def test_heatmap(committed):
    figure, _ = draw(committed, "heatmap")
    axes = figure.axes[0]
    assert labels(axes) == ("decisions", "hub")
    values = axes.images[0].get_array()
    cell = committed.runs[(committed.runs["decisions"] == "0.9") & (committed.runs["hub"] == "no-hub")]
    assert values.shape == (2, 4)
    assert values[0, 3] == pytest.approx(cell["vitality"].mean())
    assert "Vitality (0–100)" in texts(figure)


def test_curves(committed):
    figure, _ = draw(committed, "curves", measures=("initiative",))
    axes = figure.axes[0]
    assert labels(axes) == ("decisions", "Initiative (share)")
    assert len(axes.containers) == 2
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["no-hub", "hub"]


def test_curves_mark_an_inverted_u_and_a_threshold(loose):
    runs = pd.read_csv(loose / "runs.csv")
    at = runs["decisions"]
    wobble = np.sin(np.arange(len(runs))) * 0.01
    runs["vitality"] = 50 - 40 * (at - 0.45) ** 2 + wobble
    runs["order"] = 40 + 20 * (at > 0.5) + wobble
    runs.to_csv(loose / "runs.csv", index=False)
    figure, _ = draw(Results(loose), "curves")
    hill, step = figure.axes
    turns = marked(hill, "turn")
    assert len(turns) == 2 and turns[0].get_xdata()[0] == pytest.approx(0.45, abs=0.01)
    assert not marked(hill, "threshold") and len(marked(step, "threshold")) == 2
    assert "parabola" in texts(figure) and "Shaded" in texts(figure)


def test_flows(fresh):
    results = Results(fresh, variants=["baseline", "embedded"])
    figure, _ = draw(results, "flows")
    assert len(figure.axes) == 2
    money = results.flows[results.flows["resource"] == "money"]
    total = money.loc[money["variant"] == "baseline", "amount"].sum() / 4 / 1e6
    title = figure.axes[0].get_title()
    assert title.startswith("baseline: ") and title.endswith(" million yuan")
    assert float(title.split()[1]) == pytest.approx(total, abs=0.006)  # the title has two decimals
    streams = [patch for patch in figure.axes[0].patches if isinstance(patch, PathPatch)]
    assert len(streams) >= 3
    assert "Residents committee" in texts(figure)
    hours, _ = draw(results, "flows", resource="time")
    assert "thousand hours" in hours.axes[0].get_title()
    with pytest.raises(CannotDraw, match="there is: money, time"):
        draw(results, "flows", resource="gold")


def test_map(fresh):
    results = Results(fresh)
    figure, _ = draw(results, "map")
    maps = [axes for axes in figure.axes if axes.collections and len(axes.collections[0].get_offsets()) == 2]
    assert len(maps) == 6
    mine = results.places[results.places["variant"] == "baseline"]
    means = mine.groupby("place", observed=True)[["x", "y", "vitality"]].mean()
    assert np.asarray(maps[0].collections[0].get_offsets()) == pytest.approx(means[["x", "y"]].to_numpy())
    assert np.asarray(maps[0].collections[0].get_array()) == pytest.approx(means["vitality"].to_numpy())
    everything = texts(figure)
    assert "east (km)" in everything and "north (km)" in everything and "Order (0–100)" in everything


def with_mechanisms(folder, column) -> Results:
    """Results with other mechanisms in the neighbourhoods of places.csv."""
    places = pd.read_csv(folder / "places.csv", dtype=str, keep_default_na=False)
    places["mechanisms"] = column(places)
    places.to_csv(folder / "places.csv", index=False)
    return Results(folder)


def test_map_marks_where_a_mechanism_is(loose):
    """In one of three replicates a fund is in the second neighbourhood; a hub is everywhere and marks
    nothing.
    """

    def column(places):
        fund = (places["place"] == "custom 2") & (places["replicate"] == "2")
        fund &= places["variant"] == "decisions=0_hub"
        return np.where(places["variant"].str.endswith("_hub"), "blockHub", "") + np.where(fund, " fund", "")

    results = with_mechanisms(loose, column)
    figure, _ = draw(results, "map", measures=("vitality",))
    arcs = [marked(axes, "treated") for axes in figure.axes]
    assert [len(found) for found in arcs][:3] == [0, 1, 0]
    (arc,) = arcs[1]
    mine = results.places[(results.places["place"] == "custom 2")]
    mine = mine[mine["variant"] == "decisions=0_hub"]
    assert arc.get_xydata()[0] == pytest.approx(mine[["x", "y"]].mean().to_numpy())
    # Clockwise from the top, a third of the way round.
    path = arc.get_marker().vertices
    turned = np.degrees(np.arctan2(path[0][1], path[0][0]) - np.arctan2(path[-1][1], path[-1][0]))
    assert turned % 360 == pytest.approx(120, abs=0.1)
    assert "Arcs: fund." in texts(figure) and "in all replicates" in texts(figure)


def test_maps_of_older_results_say_that_it_is_not_recorded(loose):
    missing = "Which neighbourhoods a mechanism is in is not recorded."
    assert missing not in texts(draw(Results(loose), "map")[0])
    places = pd.read_csv(loose / "places.csv", dtype=str, keep_default_na=False)
    places.drop(columns="mechanisms").to_csv(loose / "places.csv", index=False)
    package = json.loads((loose / "datapackage.json").read_text(encoding="utf-8"))
    schema = next(r for r in package["resources"] if r["name"] == "places")["schema"]
    schema["fields"] = [field for field in schema["fields"] if field["name"] != "mechanisms"]
    (loose / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert missing in texts(draw(Results(loose), "map")[0])


@pytest.mark.parametrize("style", ["single", "double"])
def test_circles_and_names_of_a_map_lie_inside_the_frame(committed, style):
    figure, _ = draw(committed, "map", style=style)
    renderer = figure.canvas.get_renderer()
    for axes in figure.axes:
        if not axes.collections or not axes.texts:
            continue
        frame = axes.get_window_extent(renderer)
        for text in axes.texts:
            box = text.get_window_extent(renderer)
            assert frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0, text.get_text()
        (circles,) = axes.collections
        radii = np.sqrt(circles.get_sizes()) / 2 / 72 * figure.dpi
        for (x, y), radius in zip(axes.transData.transform(circles.get_offsets()), radii, strict=True):
            assert frame.x0 <= x - radius and x + radius <= frame.x1
            assert frame.y0 <= y - radius and y + radius <= frame.y1


def test_formal(committed):
    figure, _ = draw(committed, "formal")
    titles = [axes.get_title(loc="left") for axes in figure.axes]
    assert "Demands handled" in titles and "Administrative tasks done" in titles
    axes = figure.axes[titles.index("Demands handled")]
    variant = committed.variants[0]
    hollow, full = named(axes, variant)
    mine = committed.runs[committed.runs["variant"] == variant]
    assert hollow.get_xdata()[0] == pytest.approx(mine["completion_reported"].mean())
    assert full.get_xdata()[0] == pytest.approx(mine["completion_true"].mean())
    assert hollow.get_markerfacecolor() == "white"
    assert axes.get_xlabel() == "share"
    # There are no shares beyond 1, and marks on the edge are whole.
    for panel in figure.axes:
        assert panel.get_xlim()[0] >= 0 and panel.get_xlim()[1] <= 1
        assert all(not line.get_clip_on() for line in panel.lines if line.get_label() in committed.variants)


def test_event_counts_from_the_onset(fresh):
    figure, _ = draw(Results(fresh), "event")
    axes = figure.axes[0]
    assert labels(axes) == ("weeks since the onset", "difference in Vitality (0–100)")
    (line,) = named(axes, "embedded")
    assert list(line.get_xdata()) == [-4, 0, 4, 8, 12, 16]
    assert len(marked(axes, "onset")) == 1
    assert not named(axes, "baseline")
    assert "Onset: week 8." in texts(figure)
    with pytest.raises(CannotDraw, match="ends in week 24"):
        draw(Results(fresh), "event", onset=24)


def test_claims(committed):
    figure, _ = draw(committed, "claims")
    overview, effects = figure.axes
    cells = [patch for patch in overview.patches if (patch.get_gid() or "").startswith("cell")]
    assert len(cells) == 6
    assert {text.get_text().replace("\n", " ").replace("\u00a0", " ") for text in overview.texts[:-1]} == {
        *("A1, C1", "A2", "A3", "B1", "B2", "C2")
    }
    ticks = [tick.get_text() for tick in overview.get_yticklabels()]
    assert ticks == ["supported\n(3)", "conditional\n(1)", "contradicted\n(1)", "not identifiable\n(2)"]
    assert [tick.get_text() for tick in overview.get_xticklabels()][-1] == "not tried"
    assert overview.get_xlabel() == "robustness"
    # A row a claim, by verdict. In multiples of the smallest of interest; A1 is a decrease.
    rows = [tick.get_text() for tick in effects.get_yticklabels()]
    assert rows == ["A1", "B1", "C1", "A2", "A3", "B2", "C2"]
    assert named(effects, "A1")[0].get_xdata()[0] == pytest.approx(4.2)
    assert len(marked(effects, "too small")) == 1
    interval = next(line for line in effects.lines if len(set(line.get_xdata())) == 2)
    assert list(interval.get_xdata()) == pytest.approx([3.1, 5.3])
    assert effects.get_xlabel() == "effect, in multiples of the smallest of interest"


def test_claims_show_what_a_verdict_rests_on(committed):
    """A claim is contradicted whose first contrast lies on the right of 1: the second fails, and it is
    shown.
    """
    effects = draw(committed, "claims")[0].axes[1]
    first, second = named(effects, "A3")
    assert first.get_xdata()[0] == pytest.approx(2.1) and first.get_marker() == "o"
    assert second.get_xdata()[0] == pytest.approx(0.2) and second.get_marker() == "X"
    reasons = [text.get_text() for text in effects.texts]
    assert "fails: 2" in reasons and "open: 1; open as registered" in reasons
    assert "'hours_per_resolved' is undefined" in reasons
    assert {"holds", "open", "fails"} <= {text.get_text() for text in effects.get_legend().get_texts()}


def test_claims_without_tests_say_that_another_contrast_decides(loose):
    (loose / "tests.csv").unlink()
    figure, _ = draw(Results(loose), "claims")
    assert "another contrast decides" in [text.get_text() for text in figure.axes[1].texts]
    assert "There is no tests.csv" in texts(figure)


def test_claims_need_nothing_else(committed, tmp_path):
    shutil.copy(committed.folder / "claims.csv", tmp_path)
    results = Results(tmp_path)
    figure, _ = draw(results, "claims")
    assert len(figure.axes) == 2
    assert "Unverified, as no manifest records what they should be: claims.csv" in texts(figure)
    with pytest.raises(CannotDraw, match=r"no runs\.csv"):
        draw(results, "plane")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("supported", "proven", "verdict 'proven' is none of supported, conditional"),
        (",0.9,", ",9,", "robustness of A1 is no share"),
        ("verdict", "judgement", "no column 'verdict'"),
    ],
)
def test_claims_that_cannot_be_read_are_told(loose, old, new, told):
    path = loose / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CannotDraw, match=told):
        draw(Results(loose), "claims")


def test_sensitivity_shows_morris_and_sobol(committed):
    figure, _ = draw(committed, "sensitivity", measures=("order",))
    bars, scatter, sobol = figure.axes
    assert [tick.get_text() for tick in bars.get_yticklabels()] == [
        "inputEffect  1",
        "conflictChance  2",
        "voiceHotline  3",
    ]
    assert bars.patches[0].get_width() == pytest.approx(15.8)
    assert labels(scatter) == ("mean absolute effect μ* (0–100)", "standard deviation σ (0–100)")
    assert sobol.get_xlabel() == "share of the variance"


def test_sensitivity_reads_what_the_screening_writes(loose):
    (loose / "sensitivity.csv").unlink()
    (loose.parent / "elementary.csv").write_text(
        "scenario,kind,measure,parameter,mu_star,mu_star_interval,mu,sigma,mean\n"
        "baseline,level,order,patience,2.5,0.5,-2.5,0.7,61\n"
        "embedded,difference,order,patience,1.5,0.4,1.0,0.9,3\n",
        encoding="utf-8",
    )
    figure, _ = draw(Results(loose), "sensitivity")
    titles = [axes.get_title(loc="left") for axes in figure.axes]
    assert titles == ["Order, baseline", "", "Order, embedded − baseline", ""]


@pytest.mark.parametrize("style", ["single", "double"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_figure_fits_its_page_in_both_languages(committed, style, language):
    for name in FIGURES:
        figure, _ = draw(committed, name, style=style, language=language)
        width, height = figure.get_size_inches() * 25.4
        assert width == pytest.approx({"single": 89, "double": 183}[style])
        assert height <= 235
        if language == "zh" and name in ("plane", "series", "components", "event"):
            assert "活力" in texts(figure), name
        plt.close(figure)


def test_points_cannot_be_a_heat_map(loose):
    runs = pd.read_csv(loose / "runs.csv", dtype=str, keep_default_na=False)
    runs["hub"] = np.arange(len(runs)).astype(str)
    runs.to_csv(loose / "runs.csv", index=False)
    with pytest.raises(CannotDraw, match="not a grid"):
        draw(Results(loose), "heatmap")


def test_missing_tables_are_told(loose):
    (loose / "flows.csv").unlink()
    (loose / "places.csv").unlink()
    (loose / "claims.csv").unlink()
    (loose / "sensitivity.csv").unlink()
    results = Results(loose)
    for name, told in [
        ("flows", "no flows.csv"),
        ("map", "--places"),
        ("claims", "no claims.csv"),
        ("sensitivity", "no sensitivity.csv or elementary.csv, and it takes a sample over two"),
    ]:
        with pytest.raises(CannotDraw, match=told):
            draw(results, name)


def all_figures(results) -> tuple[list[str], dict[str, str]]:
    """The figures that can be drawn, and the reasons for the others."""
    drawn, reasons = [], {}
    for name in FIGURES:
        try:
            figure, _ = draw(results, name)
            drawn.append(name)
            plt.close(figure)
        except CannotDraw as reason:
            reasons[name] = str(reason)
    return drawn, reasons


def test_one_variant(fresh):
    results = Results(fresh, variants=["baseline"])
    drawn, reasons = all_figures(results)
    assert {"plane", "series", "components", "flows", "map", "formal"} <= set(drawn)
    assert "one variant only" in reasons["effects"] and "one variant only" in reasons["event"]


def test_one_replicate(loose):
    for table in ("runs", "series", "flows", "places"):
        frame = pd.read_csv(loose / f"{table}.csv", dtype=str, keep_default_na=False)
        frame[frame["replicate"] == "1"].to_csv(loose / f"{table}.csv", index=False)
    results = Results(loose)
    drawn, _ = all_figures(results)
    assert set(drawn) == set(FIGURES)
    assert "Fewer than three replicates" in texts(draw(results, "plane")[0])
    assert "One replicate: no intervals." in texts(draw(results, "effects")[0])


def test_hundred_variants(loose):
    many = []
    for table in ("runs", "series"):
        frame = pd.read_csv(loose / f"{table}.csv")
        first = frame["variant"].iloc[0]
        parts = []
        for k in range(100):
            part = frame[frame["variant"] == first].copy()
            part["variant"] = f"variant {k:03}"
            part["decisions"] = k / 100
            part["vitality"] += 5 * np.sin(k)
            part["order"] += 5 * np.cos(k)
            parts.append(part)
        many = pd.concat(parts)
        if table == "series":
            many = many.drop(columns="decisions")
        many.to_csv(loose / f"{table}.csv", index=False)
    for table in ("flows", "places"):
        (loose / f"{table}.csv").unlink()
    results = Results(loose)
    drawn, _ = all_figures(results)
    assert {"plane", "series", "components", "effects", "curves"} <= set(drawn)
    figure, options = draw(results, "plane")
    assert len(figure.legends[0].get_texts()) == 8 + 2
    assert "100 variants: 8 are picked out" in options.notes[0]
    assert len(marked(figure.axes[0], "others")[0].get_xdata()) == 92
    figure, options = draw(results, "effects")
    assert len(figure.axes[0].get_yticks()) == 45
    assert any("45 with the largest effects" in note for note in options.notes)


def test_undefined_values(loose):
    runs = pd.read_csv(loose / "runs.csv", dtype={"decisions": str})
    runs.loc[runs["replicate"] == 1, "vitality"] = np.nan
    runs.loc[runs["variant"] == runs["variant"].iloc[-1], ["vitality", "order"]] = np.nan
    runs["breadth"] = np.nan
    runs.to_csv(loose / "runs.csv", index=False)
    series = pd.read_csv(loose / "series.csv")
    series.loc[series["week"] == 16, ["vitality", "order"]] = np.nan
    series.to_csv(loose / "series.csv", index=False)
    results = Results(loose)
    drawn, _ = all_figures(results)
    assert set(drawn) == set(FIGURES)
    for name in ("components", "effects"):
        words = texts(draw(results, name)[0]).replace("\n", " ")
        assert "Left out, as undefined in every run: Breadth" in words and "Breadth (0–1)" not in words
    with pytest.raises(CannotDraw, match="no defined values of breadth"):
        draw(results, "series", measures=("breadth",))
    runs[["vitality", "order"]] = np.nan
    runs.to_csv(loose / "runs.csv", index=False)
    with pytest.raises(CannotDraw, match="no defined values of vitality, order"):
        draw(Results(loose), "plane")
