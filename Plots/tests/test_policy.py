"""Weeks of mechanisms from scenario files."""

import json

import pytest

from cogov_plots import Results
from cogov_plots.options import Options
from cogov_plots.policy import Mark, _week, marks, onset


@pytest.fixture
def with_files(copied):
    """Results whose manifest names files that a test writes."""

    def write(**files: str) -> Results:
        manifest = json.loads((copied / "manifest.json").read_text(encoding="utf-8"))
        manifest["files"] = [f"{name}.json5" for name in files]
        (copied / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        for name, text in files.items():
            (copied.parent / f"{name}.json5").write_text(text, encoding="utf-8")
        return Results(copied)

    return write


def test_weeks_of_dates_are_those_of_the_model():
    assert _week("2004-12", "2003-12") == 52
    assert _week("2009-01", "2003-12") == 264
    assert _week("2014-12-16", "2014-12") == 2
    assert _week(17, "2014-12") == 17
    assert _week("soon", "2014-12") is None and _week("2014-12", None) is None


def test_begins_and_ends_of_scenarios_and_of_variants(with_files):
    results = with_files(
        experiment="""{ variants: [{ name: "a", set: {
          "mechanisms.visits": { from: 40 }, "mechanisms.pairing.until": 50, "parameters.from": 3 } }] }""",
        base="""{ weeks: { start: "2014-12", burnIn: 12 }, // a comment
          mechanisms: { blockHub: true, empowerment: [{ from: 0, until: 30 }, { from: "2015-12" }] } }""",
    )
    assert marks(results, Options()) == [
        Mark(18, (), ("empowerment",)),
        Mark(28, ("visits",), ()),
        Mark(38, (), ("pairing",)),
        Mark(40, ("empowerment",), ()),
    ]
    assert onset(results, Options()) == 28
    assert onset(results, Options(onset=3)) == 3
    assert onset(results, Options(policy_weeks=(9, 5))) == 5


def test_files_that_disagree_mark_nothing_and_say_so(with_files):
    results = with_files(
        a="{ weeks: { burnIn: 8 }, mechanisms: { visits: { from: 20 } } }", b="{ weeks: { burnIn: 9 } }"
    )
    options = Options()
    assert marks(results, options) == [] and "do not agree" in options.notes[0]
    assert onset(results, options) == 0


def test_unreadable_files_mark_nothing_and_say_so(with_files):
    options = Options()
    assert marks(with_files(a="{ weeks: "), options) == [] and "cannot be read" in options.notes[0]
