"""The report as a file: what stands in it, that it is safe, complete in itself, and the same every time."""

import base64
import hashlib
import json
import re
import shlex
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from conftest import BASE, HANGS, seal

from cogov_plots import Results, ResultsError
from cogov_plots.cli import main
from cogov_plots.options import Options
from cogov_plots.report import content, write
from cogov_plots.report.content import words_in
from cogov_plots.report.costs import costs

HOSTILE = """</script><script>window.broken = 1</script><img src=x onerror="window.broken = 1">&amp;'%{x}"""
PICTURE = "data:image/svg+xml;base64,"
REPORT = Path(content.__code__.co_filename).parent


class Page(HTMLParser):
    """Elements, texts and links of a page, as a browser takes them apart."""

    def __init__(self, text: str):
        super().__init__()
        self.elements, self.addresses, self.ids, self.scripts, self.texts = [], [], [], [], []
        self._open = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.elements.append((tag, values))
        self.ids += [values["id"]] if "id" in values else []
        fetching = ("src", "href", "srcset", "poster", "data", "action", "background", "xlink:href")
        self.addresses += [(tag, values[name] or "") for name in fetching if name in values]
        self._open.append(tag)
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, text):
        if "script" in self._open:
            self.scripts[-1] += text
        elif "style" in self._open:
            self.style = text
        else:
            self.texts.append(text)

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.texts))

    @property
    def data(self) -> dict:
        return json.loads(self.scripts[0])


def report(folder: Path, out: Path, **options) -> Page:
    """The report on a folder, written and read again."""
    return Page(write(Results(folder), out / "report.html", Options(**options)).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(fresh, tmp_path_factory) -> Page:
    return report(fresh, tmp_path_factory.mktemp("page"))


@pytest.fixture
def spoilt(fresh, tmp_path) -> Path:
    """A copy of fresh results, with its scenario files, to change."""
    shutil.copytree(fresh.parent, tmp_path / "batch")
    return tmp_path / "batch" / "results"


def change(folder: Path, name: str, edit) -> None:
    """Edits a table, or a JSON file, as if the batch had written it so."""
    path = folder / name
    if path.suffix == ".csv":
        edit(pd.read_csv(path)).to_csv(path, index=False)
    else:
        value = json.loads(path.read_text(encoding="utf-8"))
        edit(value)
        path.write_text(json.dumps(value), encoding="utf-8")
    if (folder / "manifest.json").exists():
        seal(folder)


def loosen(folder: Path) -> None:
    """Takes the manifest away, so that tables may hold other runs than were planned."""
    (folder / "manifest.json").unlink()


# What stands in it


def test_tells_what_was_run(page, fresh):
    manifest = json.loads((fresh / "manifest.json").read_text())
    for text in [
        "Three ways",
        "baseline",
        "embedded",
        "居民自治",
        "12 finished, 0 failed",
        "Weeks observed 24 (2015-01 – 2015-07)",
        "Burn-in (weeks, not measured) 8 (2014-12 – 2015-01)",
    ]:
        assert text in page.words
    assert manifest["plan"]["version"] in page.words
    assert manifest["plan"]["variants"][1]["digest"][:12] in page.words
    assert manifest["machine"]["system"] in page.words


def test_has_every_section_and_no_id_twice(page):
    for section in [
        "run",
        "changes",
        "costs",
        "plane",
        "effects",
        "series",
        "components",
        "flows",
        "files",
        "repeat",
        "measures",
    ]:
        assert section in page.ids
    assert len(page.ids) == len(set(page.ids))
    anchors = {address[1:] for _, address in page.addresses if address.startswith("#")}
    assert anchors <= set(page.ids)


def test_every_measure_has_unit_and_meaning(page, fresh):
    for measure in Results(fresh).measures.values():
        assert (
            measure.id in page.words and measure.meaning in page.words and measure.unit in [*page.texts, "–"]
        )


def test_every_control_has_a_label(page):
    labelled = {values.get("for") for tag, values in page.elements if tag == "label"}
    inside = [values for tag, values in page.elements if tag == "input" and values.get("type") == "checkbox"]
    assert len(inside) == 3 + 2
    for tag, values in page.elements:
        if tag == "select" or (tag == "input" and values.get("type") == "number"):
            assert values["id"] in labelled


def test_means_and_differences_are_those_of_the_tables(page, fresh):
    runs = pd.read_csv(fresh / "runs.csv")
    wide = runs.pivot(index="replicate", columns="variant", values="order")
    mean, half, count = page.data["means"]["order"][1]
    assert mean == pytest.approx(wide["embedded"].mean(), rel=1e-5) and count == 4
    assert half == pytest.approx(3.182446 * wide["embedded"].std() / 2, rel=1e-5)
    pairs = wide["embedded"] - wide["baseline"]
    difference, low, high, correlation, count, _ = page.data["effects"]["0"]["order"][1]
    assert difference == pytest.approx(pairs.mean(), rel=1e-4) and count == 4
    assert high - low == pytest.approx(2 * 3.182446 * pairs.std() / 2, rel=1e-4)
    assert correlation == pytest.approx(wide["embedded"].corr(wide["baseline"]), rel=1e-4)
    # The other way round the sign turns: every variant may be the baseline.
    assert page.data["effects"]["1"]["order"][0][0] == pytest.approx(-difference, rel=1e-5)


def test_series_are_means_by_variant_and_week(page, fresh):
    series = pd.read_csv(fresh / "series.csv")
    means = series.groupby(["variant", "week"])["vitality"].mean()
    assert page.data["series"]["weeks"] == [4, 8, 12, 16, 20, 24]
    drawn = page.data["series"]["values"]["vitality"]
    for k, variant in enumerate(["baseline", "embedded", "居民自治"]):
        assert drawn[k]["means"] == pytest.approx(means[variant].tolist(), rel=1e-5)


def test_flows_are_means_of_a_run(page, fresh):
    flows = pd.read_csv(fresh / "flows.csv")
    mine = flows[(flows["variant"] == "embedded") & (flows["resource"] == "money")]
    links = [link for link in page.data["flows"]["links"] if link[0] == 1 and link[1] == "money"]
    assert sum(link[5] for link in links) == pytest.approx(mine["amount"].sum() / 4, rel=1e-4)


def test_flows_are_drawn_without_circles(page):
    from graphlib import TopologicalSorter

    graphs = {}
    for variant, resource, giver, receiver, _, _, returns in page.data["flows"]["links"]:
        if not returns:
            graphs.setdefault((variant, resource), {}).setdefault(receiver, set()).add(giver)
    assert graphs
    for graph in graphs.values():
        TopologicalSorter(graph).prepare()


def test_looks_are_those_of_the_figures(page):
    assert [v["colour"] for v in page.data["variants"]] == ["#000000", "#0072B2", "#D55E00"]


# How to repeat it


def test_the_command_makes_the_same_tables(page, fresh, program, tmp_path):
    command = next(line for line in page.texts if line.startswith("cogov batch"))
    for name in ("experiment.json5", "base.json5"):
        shutil.copy(fresh.parent / name, tmp_path)
    words = [str(program), *shlex.split(command)[1:], "--quiet"]
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True, timeout=HANGS)
    for table in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        assert (tmp_path / "results" / table).read_bytes() == (fresh / table).read_bytes()


def test_the_command_of_one_run_makes_its_row(page, fresh, program):
    command = next(line for line in page.texts if "--only" in line)
    words = [str(program), *shlex.split(command)[1:], "--quiet"]
    done = subprocess.run(words, cwd=fresh.parent, check=True, capture_output=True, text=True, timeout=HANGS)
    assert done.stdout.splitlines() == (fresh / "runs.csv").read_text(encoding="utf-8").splitlines()[:2]


def test_what_set_changed_is_told_or_known(spoilt, tmp_path):
    def older(manifest):
        """As of a program that did not record how one run is repeated."""
        manifest.update(command="cogov batch x --set a=1")
        manifest.pop("commandOfOneRun", None)

    change(spoilt, "manifest.json", older)
    shown = report(spoilt, tmp_path)
    assert "cogov batch x --set a=1 --only baseline:1 --out -" in shown.words
    assert "cogov batch x --set a=1 --out results" in shown.words
    assert "is not recorded" not in shown.words
    change(spoilt, "manifest.json", lambda manifest: manifest.pop("command"))
    assert "What was changed with --set is not recorded" in report(spoilt, tmp_path).words


def test_the_commands_work_from_where_the_batch_was_started(page, fresh, monkeypatch, tmp_path):
    """The batch writes to the very folder that was read, and the report names it as seen from there."""
    shutil.copytree(fresh.parent, tmp_path / "batch")
    monkeypatch.chdir(tmp_path / "batch")
    batch, report = (
        next(t for t in page.texts if t.startswith(w)) for w in ("cogov batch", "cogov-plots report")
    )
    assert shlex.split(batch)[-2:] == ["--out", "results"]
    assert main(shlex.split(report)[1:]) == 0
    assert (tmp_path / "batch" / "results" / "report.html").exists()


def test_a_command_that_the_manifest_records_is_used(spoilt, tmp_path):
    one = "cogov batch x --only baseline:1 --out -"
    known = {"command": "cogov batch x --out elsewhere --seed 3", "commandOfOneRun": one}
    change(spoilt, "manifest.json", lambda manifest: manifest.update(known))
    texts = report(spoilt, tmp_path).texts
    # The results were moved since: the command that repeats the batch writes to where they are.
    assert "cogov batch x --seed 3 --out results" in texts and one in texts


# What variants change, and cost


def test_mechanisms_are_told_from_the_plan(page):
    """When, where and how a variant differs, where no table of changes is there."""
    words = page.words
    if "mechanisms.empowerment true" not in words:
        pytest.fail(words[:2000])
    assert "from week 16" in words and "all neighbourhoods" in words
    assert "mechanisms.steeringStyle.veto" in words or "mechanisms.steeringStyle.relaying" in words


CHANGES = (
    "variant,baseline,path,value,baseline_value,unit,meaning,from,until,from_date,until_date,where\n"
    "embedded,baseline,mechanisms.autonomyFund,true,,,a fund of its own,16,,2015-03,,0.5\n"
    "embedded,baseline,mechanisms.autonomyFund.yuan,80000,,yuan,its budget,,,,,\n"
    "embedded,baseline,conditions.demandLoad,1.5,1,,demands against the usual,,,,,\n"
)


def describe_changes(folder: Path) -> None:
    (folder / "variants.csv").write_text(CHANGES, encoding="utf-8")
    names = CHANGES.partition("\n")[0].split(",")
    fields = [{"name": n, "type": "integer" if n in ("from", "until") else "string"} for n in names]
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    kept = [r for r in package["resources"] if r["name"] != "variants"]
    table = {"name": "variants", "path": "variants.csv", "schema": {"fields": fields}}
    (folder / "datapackage.json").write_text(json.dumps(package | {"resources": [*kept, table]}))
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    seal(folder, tables=manifest["tables"] | {"variants.csv": {"bytes": 0, "checksum": ""}})


def test_every_change_is_told_where_a_table_has_it(spoilt, tmp_path):
    describe_changes(spoilt)
    words = report(spoilt, tmp_path).words
    assert "embedded mechanisms.autonomyFund true – a fund of its own from week 16 (2015-03)" in words
    assert "50 % of neighbourhoods, drawn in each replicate" in words
    assert "embedded conditions.demandLoad 1.5 1 demands against the usual" in words
    assert "mechanisms.autonomyFund.yuan 80000 – yuan its budget" in words
    # The third variant has no row: it is the same setting, and that is said.
    assert "The same setting as baseline: 居民自治." in words
    (spoilt / "variants.csv").write_text(CHANGES.replace("80000", "90000"), encoding="utf-8")
    with pytest.raises(ResultsError, match="was changed since"):
        report(spoilt, tmp_path)


def test_costs_are_those_of_compare(page, fresh, program, tmp_path):
    command = [program, "compare", fresh, "--out", tmp_path / "comparison"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    table = pd.read_csv(tmp_path / "comparison" / "resources.csv").set_index(["variant", "resource"])
    found = costs(Results(fresh), Options().labels, words_in("en", 0.95), 0.95)
    for k, name in enumerate(("public_money", "public_hours", "public_rooms", "residents_hours")):
        told = table.loc[("embedded", name)]
        amount, change = found["rows"][1][k]
        assert float(amount.replace(",", "").replace("−", "-")) == pytest.approx(told["amount"], abs=0.5)
        assert float(found["rows"][0][k][0].replace(",", "")) == pytest.approx(
            told["baseline_amount"], abs=0.5
        )
        assert float(change.split()[0].replace("−", "-")) == pytest.approx(told["percent"], abs=0.06)
    assert "Per 1,000 residents and year" in page.words and "Residents' hours" in page.words
    payers = {(row["resource"], row["payer"]) for row in found["payers"]}
    assert ("Money", "Treasury") in payers and ("Time", "Residents committee") in payers


def test_findings_go_with_their_intervals(page):
    for rows in page.data["effects"]["0"].values():
        for difference, low, high, _, _, finding in rows[1:]:
            if finding in ("different", "small"):
                assert low > 0 or high < 0
            elif finding:
                assert low <= 0 <= high
            if finding == "same":
                assert difference == 0


def test_event_study_and_map_are_in_it(page):
    pictures = [v["src"] for tag, v in page.elements if tag == "img"]
    assert len(pictures) == 2 and all(source.startswith(PICTURE) for source in pictures)
    assert {"event", "map"} <= set(page.ids)
    svg = base64.b64decode(pictures[0].removeprefix(PICTURE))
    assert svg.startswith(b"<?xml") and b"<script" not in svg


def test_few_replicates_are_told(page):
    assert (
        "Only 4 replicates. An interval that holds zero does not show that there is no effect" in page.words
    )


def test_scenario_files_are_shown(page):
    assert "experiment.json5" in page.words and 'title: "Tiny"' in page.words


def test_scenario_files_that_are_gone_are_told(spoilt, tmp_path):
    (spoilt.parent / "base.json5").unlink()
    shown = report(spoilt, tmp_path)
    assert 'title: "Tiny"' not in shown.words
    assert "This file could not be read from here." in shown.words


def test_no_other_files_are_shown(spoilt, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("private words")
    (tmp_path / "link.json5").symlink_to(secret)
    names = [str(secret), str(tmp_path / "link.json5")]
    change(spoilt, "manifest.json", lambda manifest: manifest.update(files=names))
    shown = report(spoilt, tmp_path)
    assert "private words" not in shown.words and "Not shown: only scenario files" in shown.words


# Safe, complete in itself, the same every time


def test_everything_from_outside_is_escaped(spoilt, tmp_path):
    def rename(table):
        return table.replace({"embedded": HOSTILE, "subdistrictOffice": HOSTILE})

    for name in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        path = spoilt / name
        rename(pd.read_csv(path)).to_csv(path, index=False)

    def edit(manifest):
        manifest["plan"]["variants"][1]["name"] = HOSTILE
        manifest["machine"]["system"] = HOSTILE

    change(spoilt, "manifest.json", edit)
    change(spoilt, "datapackage.json", lambda package: package.update(title=HOSTILE, description=HOSTILE))
    with (spoilt.parent / "base.json5").open("a") as file:
        file.write("// " + HOSTILE)
    shown = report(spoilt, tmp_path)
    assert len(shown.scripts) == 3
    assert all(v["src"].startswith(PICTURE) for tag, v in shown.elements if tag == "img")
    assert shown.data["variants"][1]["name"] == HOSTILE
    assert shown.words.count("window.broken = 1") >= 8


def test_fetches_nothing(page):
    assert all(address.startswith(("#", "data:,", PICTURE)) for _, address in page.addresses)
    assert not {tag for tag, _ in page.elements} & {"iframe", "object", "embed", "base"}
    assert "url(" not in page.style and "@import" not in page.style
    own = (REPORT / "report.js").read_text(encoding="utf-8")
    assert not re.search(r"https?:|fetch\(|XMLHttpRequest|import\(|eval\(", own)


def test_only_its_own_scripts_may_run(page):
    policy = next(v["content"] for t, v in page.elements if v.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    for script in page.scripts[1:]:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]


def test_same_bytes_from_same_input(fresh, tmp_path):
    first = write(Results(fresh), tmp_path / "a.html").read_bytes()
    assert write(Results(fresh), tmp_path / "b.html").read_bytes() == first
    assert len(first) < 6_000_000
    assert str(tmp_path).encode() not in first


# Languages


def test_languages_have_the_same_words():
    words = json.loads((REPORT / "words.json").read_text(encoding="utf-8"))
    assert words["en"].keys() == words["zh"].keys()
    for key, english in words["en"].items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", words["zh"][key])), key
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in REPORT.iterdir()
        if path.suffix[1:] in ("py", "js", "html")
    )
    # The findings are named there.
    sources += (REPORT.parent / "statistics.py").read_text(encoding="utf-8")
    unused = [key for key in words["en"] if not re.search(rf"\b{key}\b", sources)]
    assert not unused


def test_chinese(fresh, tmp_path):
    shown = report(fresh, tmp_path, language="zh")
    assert ("html", {"lang": "zh-Hans"}) in shown.elements
    for text in ["运行内容", "如何重做", "指标的含义", "完成 12，失败 0"]:
        assert text in shown.words
    assert "What was run" not in shown.words


def test_the_level_stands_in_the_words(fresh, tmp_path):
    shown = report(fresh, tmp_path, level=0.9)
    assert "90 % intervals" in shown.words and "95 %" not in shown.words


# Results that are not as one would wish


def test_one_replicate(spoilt, tmp_path):
    loosen(spoilt)
    for name in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        change(spoilt, name, lambda table: table[table["replicate"] == 1])
    shown = report(spoilt, tmp_path)
    assert "There is one replicate only: no intervals can be given." in shown.words
    assert shown.data["means"]["order"][0][1] is None
    assert shown.data["effects"]["0"]["order"][1][1:4] == [None, None, None]


def test_one_variant(spoilt, tmp_path):
    loosen(spoilt)
    for name in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        change(spoilt, name, lambda table: table[table["variant"] == "embedded"])
    shown = report(spoilt, tmp_path)
    assert "There is only one variant: nothing to compare." in shown.words
    assert shown.data["effects"] is None


def test_undefined_values(spoilt, tmp_path):
    def edit(table):
        table.loc[table["variant"] == "embedded", ["vitality", "breadth"]] = np.nan
        table["grievance"] = np.nan
        return table

    change(spoilt, "runs.csv", edit)
    change(spoilt, "series.csv", edit)
    shown = report(spoilt, tmp_path)
    assert shown.data["means"]["vitality"][1] == [None, None, 0]
    assert shown.data["effects"]["0"]["grievance"][1][:2] == [None, None]
    assert "NaN" not in shown.scripts[0]


@pytest.mark.parametrize("table", ["series", "flows"])
def test_missing_tables_are_told(spoilt, tmp_path, table):
    (spoilt / f"{table}.csv").unlink()
    shown = report(spoilt, tmp_path)
    assert f"({table}.csv), so there is nothing to draw here." in shown.words
    assert shown.data[table] is None


def test_without_a_manifest(spoilt, tmp_path):
    (spoilt / "manifest.json").unlink()
    shown = report(spoilt, tmp_path)
    assert "not recorded" in shown.words and "The results name no scenario files." in shown.words


def test_failures_and_what_is_missing_are_told(spoilt, tmp_path):
    def fail(table):
        return table[~((table["variant"] == "embedded") & (table["replicate"] == 2))]

    for name in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        path = spoilt / name
        fail(pd.read_csv(path)).to_csv(path, index=False)
    failed = (
        "variant,replicate,seed,stage,week,reason,command\nembedded,2,3,week,7,out <of> luck,cogov batch x\n"
    )
    (spoilt / "failures.csv").write_text(failed)

    def describe(package):
        types = {"replicate": "integer", "seed": "integer", "week": "integer"}
        fields = [{"name": n, "type": types.get(n, "string")} for n in failed.split("\n")[0].split(",")]
        package["resources"].append(
            {"name": "failures", "path": "failures.csv", "schema": {"fields": fields}}
        )

    change(spoilt, "datapackage.json", describe)
    change(
        spoilt,
        "manifest.json",
        lambda manifest: manifest.update(status="finishedWithFailures", finished=11, failed=1),
    )
    shown = report(spoilt, tmp_path)
    for text in ["Runs that failed: 1.", "out <of> luck", "11 finished, 1 failed"]:
        assert text in shown.words


def test_a_hundred_variants(spoilt, tmp_path):
    loosen(spoilt)

    def many(table):
        return pd.concat(
            [table[table["variant"] == "embedded"].assign(variant=f"v{k}") for k in range(100)],
            ignore_index=True,
        )

    for name in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        change(spoilt, name, many)
    shown = report(spoilt, tmp_path)
    assert len(shown.data["variants"]) == 100 and list(shown.data["effects"]) == ["0"]
    looks = {(v["colour"], v["symbol"]) for v in shown.data["variants"][:60]}
    assert len(looks) == 60
    assert "the report holds differences from one baseline" in shown.words


def test_long_series_are_thinned_and_told(spoilt, tmp_path, monkeypatch):
    import sys

    monkeypatch.setattr(sys.modules["cogov_plots.report.content"], "MOST_SERIES", 300)
    shown = report(spoilt, tmp_path)
    assert "only vitality, order and their components are here" in shown.words
    assert "One interval in 2 is shown" in shown.words
    assert shown.data["series"]["weeks"] == [8, 16, 24]
    assert len(shown.data["series"]["values"]) == 14


def test_a_million_rows_do_not_enter_the_page(spoilt, tmp_path):
    loosen(spoilt)

    def long(table):
        parts = [table.assign(replicate=table["replicate"] + 4 * k) for k in range(400)]
        whole = pd.concat(parts, ignore_index=True)
        return (
            whole[["variant", "replicate", "seed", "week", "vitality", "order"]] if "week" in whole else whole
        )

    for name in ("runs.csv", "series.csv"):
        change(spoilt, name, long)
    for name in ("flows.csv", "places.csv"):
        (spoilt / name).unlink()

    def only(package):
        series = next(r for r in package["resources"] if r["name"] == "series")
        names = ["variant", "replicate", "seed", "week", "vitality", "order"]
        series["schema"]["fields"] = [f for f in series["schema"]["fields"] if f["name"] in names]

    change(spoilt, "datapackage.json", only)
    assert (spoilt / "series.csv").stat().st_size > 1_000_000
    shown = report(spoilt, tmp_path)
    assert list(shown.data["series"]["values"]) == ["vitality", "order"]
    assert len(shown.scripts[0]) < 100_000


# The command


def test_command(fresh, tmp_path, capsys):
    assert main(["report", str(fresh), "--lang", "zh", "--out", str(tmp_path / "报告.html")]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "报告.html")
    assert "运行内容" in (tmp_path / "报告.html").read_text(encoding="utf-8")


def test_command_chooses_variants_baseline_and_measures(fresh, tmp_path):
    words = ["--variants", "居民自治,embedded", "--baseline", "embedded", "--measures", "grievance,breadth"]
    assert main(["report", str(fresh), "--out", str(tmp_path), *words]) == 0
    shown = Page((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert [v["name"] for v in shown.data["variants"]] == ["居民自治", "embedded"]
    assert shown.data["baseline"] == 1
    chosen = [v["value"] for tag, v in shown.elements if tag == "option" and "selected" in v]
    assert chosen[:2] == ["grievance", "breadth"]


def test_warnings_come_first(batch):
    """What a batch warned of, and variants with the same runs, stand in the report as in its comparison."""
    variants = """{ base: "base.json5", seed: 3, replicates: 2, variants: [
      { name: "none" },
      { name: "nowhere", set: { "mechanisms.blockHub": { where: 0.01 } } },
      { name: "hub", set: { "mechanisms.blockHub": true } },
    ] }"""
    results = Results(batch(variants, BASE))
    notices = content(results, Options())["notices"]
    (warned,) = [text for text in notices if "in force nowhere" in text]
    assert warned.startswith("nowhere: 'blockHub' is in force nowhere: 'where' is 0.01 of 2 neighbourhoods")
    (same,) = [text for text in notices if "number by number" in text]
    assert same.startswith("none, nowhere: the same runs")
