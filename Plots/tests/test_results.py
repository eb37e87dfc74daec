"""Reading folders: what is there, and clear words for what is not."""

import json

import pandas as pd
import pytest

from cogov_plots import Results, ResultsError


def test_knows_tables_by_their_data_package(committed):
    assert committed.title == "Decisions released, with and without a hub"
    assert committed.tables == ["runs", "series", "flows", "places", "variants"]
    assert committed.factors == ["decisions", "hub"]
    assert len(committed.variants) == 8
    assert committed.baseline == committed.variants[0]
    assert committed.replicates == 3
    measure = committed.measures["participation_quarter"]
    assert measure.unit == "share"
    assert measure.meaning.startswith("adults who took part")
    assert not {"replicate", "seed", "decisions", "fingerprint"} & set(committed.measures)
    assert committed.levels("decisions") == ["0", "0.3", "0.6", "0.9"]
    assert committed.is_numeric("decisions") and not committed.is_numeric("hub")


def test_baseline_is_called_baseline_or_chosen(fresh):
    results = Results(fresh)
    assert results.baseline == "baseline"
    assert Results(fresh, baseline="embedded").baseline == "embedded"
    chosen = Results(fresh, variants=["居民自治", "embedded"])
    assert chosen.variants == ["baseline", "居民自治", "embedded"]
    assert list(chosen.runs["variant"].cat.categories) == chosen.variants


def test_series_hold_what_is_asked_for(committed):
    series = committed.series(["order", "meetings"])
    assert list(series.columns) == ["variant", "replicate", "week", "order", "meetings"]
    assert sorted(series["week"].unique()) == [8, 16, 24, 32]
    assert len(series) == 8 * 3 * 4


def test_series_in_many_parts_are_the_same(committed, monkeypatch):
    whole = committed.series(["vitality"])
    monkeypatch.setattr("cogov_plots.reading.CHUNK", 7)
    pd.testing.assert_frame_equal(Results(committed.folder).series(["vitality"]), whole)


def test_empty_fields_are_undefined_and_names_are_names(loose):
    path = loose / "runs.csv"
    runs = pd.read_csv(path, dtype=str, keep_default_na=False)
    runs.loc[0, "vitality"] = ""
    runs["variant"] = runs["variant"].replace(runs.loc[0, "variant"], "NA")
    runs.to_csv(path, index=False)
    results = Results(loose)
    assert results.variants[0] == "NA"
    assert results.runs["vitality"].isna().sum() == 1


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "datapackage.json").unlink(), "has no datapackage.json"),
        (lambda folder: (folder / "datapackage.json").write_text("{"), "cannot be read"),
        (lambda folder: (folder / "datapackage.json").write_text("[]"), "not a JSON object"),
        (lambda folder: (folder / "datapackage.json").write_text('{"resources": []}'), "no table 'runs'"),
        (lambda folder: (folder / "runs.csv").unlink(), "runs.csv is not there"),
        (lambda folder: (folder / "runs.csv").write_text(""), "runs.csv is empty"),
        (lambda folder: (folder / "runs.csv").write_text("a,b\n1,2\n"), "has no column 'variant'"),
        (lambda folder: _head(folder / "runs.csv", 1), "holds no finished run"),
        (lambda folder: _cut(folder / "runs.csv"), "the seed seven expected in all rows, 7 found"),
        (lambda folder: (folder / "manifest.json").write_text("no"), "cannot be read"),
    ],
)
def test_spoilt_folders_are_told(loose, spoil, told):
    spoil(loose)
    with pytest.raises(ResultsError, match=told):
        Results(loose)


def test_other_folders_are_told(tmp_path):
    with pytest.raises(ResultsError, match="is not there"):
        Results(tmp_path / "none")
    with pytest.raises(ResultsError, match="Give the folder that 'cogov batch' wrote"):
        Results(tmp_path)
    (tmp_path / ".parts").mkdir()
    with pytest.raises(ResultsError, match="has not ended"):
        Results(tmp_path)
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ResultsError, match="is a file"):
        Results(file)


def test_unknown_names_get_a_suggestion(committed):
    with pytest.raises(ResultsError, match=r"no measure 'vitalty'\. Did you mean 'vitality'"):
        committed.series(["vitalty"])
    with pytest.raises(ResultsError, match=r"no variant 'x'\. There are"):
        Results(committed.folder, baseline="x")


def test_works_without_a_manifest(copied):
    (copied / "manifest.json").unlink()
    results = Results(copied)
    assert results.factors == ["decisions", "hub"]
    package = json.loads((copied / "datapackage.json").read_text(encoding="utf-8"))
    assert results.title == package["title"]


def _head(path, lines: int) -> None:
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(True)[:lines]), encoding="utf-8")


def _cut(path) -> None:
    """A row with a word where a number stands."""
    text = path.read_text(encoding="utf-8").splitlines()
    text[1] = text[1].replace(",7,", ",seven,", 1)
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
