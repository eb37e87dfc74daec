"""The command line."""

import os
import stat
import subprocess
import sys

import pandas as pd
import pytest
from conftest import COMMITTED

from cogov_plots.cli import main
from cogov_plots.figures import FIGURES


def test_a_folder_alone_writes_every_figure(tmp_path, capsys):
    assert main([str(COMMITTED), "--out", str(tmp_path), "--format", "svg"]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.svg" for name in FIGURES}
    assert len(capsys.readouterr().out.split()) == len(FIGURES)


def test_figures_go_beside_the_tables(copied):
    assert main(["plane", str(copied), "--format", "png,pdf", "--dpi", "72"]) == 0
    assert {path.name for path in (copied / "figures").iterdir()} == {"plane.png", "plane.pdf"}


@pytest.mark.parametrize("name", [*FIGURES, "all"])
def test_every_command_has_help(name, capsys):
    assert main([name, "--help"]) == 0
    text = capsys.readouterr().out
    for option in ("--variants", "--measures", "--baseline", "--lang", "--format", "--style", "--out"):
        assert option in text


def test_what_cannot_be_drawn_is_told(loose, tmp_path, capsys):
    copied = loose
    (copied / "places.csv").unlink()
    assert main(["map", str(copied), "--out", str(tmp_path)]) == 1
    assert "map: not drawn: there is no places.csv; run the batch with --places." in capsys.readouterr().err
    for name in ("series", "flows", "claims", "sensitivity"):
        (copied / f"{name}.csv").unlink()
    assert main([str(copied), "--out", str(tmp_path), "--format", "svg"]) == 0
    told = capsys.readouterr()
    drawn = {"plane", "components", "effects", "interactions", "heatmap", "curves", "formal"}
    assert {path.stem for path in tmp_path.glob("*.svg")} == drawn
    assert "flows: not drawn: there is no flows.csv." in told.err
    assert "series: not drawn" in told.err and "event: not drawn" in told.err


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["plane", "nowhere"], 3, "nowhere is not there"),
        (["plan", "x"], 2, "no figure of that name; did you mean 'plane'?"),
        (["nowhere"], 3, "there is no folder 'nowhere' here"),
        (["series", str(COMMITTED), "--measures", '"order'], 2, "quotes in a quoted name are doubled"),
        (["plane", str(COMMITTED), "--format", "gif"], 2, "png, svg and pdf are allowed"),
        (["plane", str(COMMITTED), "--level", "95"], 2, "between 0 and 1"),
        (["plane", str(COMMITTED), "--dpi", "0"], 2, "above 0"),
        (["series", str(COMMITTED), "--policy-weeks", "a"], 2, "whole weeks"),
        (["plane", str(COMMITTED), "--baseline", "elsewhere"], 3, "There are: decisions=0_no-hub"),
        (["plane", str(COMMITTED), "--measures", "vitality,ordr"], 3, "Did you mean 'order'"),
        (["heatmap", str(COMMITTED), "--factors", "hub,money"], 3, "no factor 'money'"),
        (["curves", str(COMMITTED), "--factor", "hub"], 1, "not all numbers"),
    ],
)
def test_mistakes_are_told(arguments, status, told, tmp_path, capsys):
    assert main([*arguments, "--out", str(tmp_path / "out")]) == status
    assert told in capsys.readouterr().err


def test_without_arguments_help_is_shown(capsys):
    assert main([]) == 0
    assert "cogov-plots RESULTS" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_told(tmp_path, capsys):
    if os.geteuid() == 0:
        out = tmp_path / "file"
        out.touch()
    else:
        out = tmp_path / "closed"
        out.mkdir()
        out.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert main(["plane", str(COMMITTED), "--out", str(out / "below")]) == 4
    assert "Choose another folder with --out" in capsys.readouterr().err


def test_names_with_commas_can_be_chosen(loose, capsys):
    change(loose, {"decisions=0_hub": 'base, line "x"', "decisions=0.3_hub": "a,b"})
    chosen = ["--variants", '"base, line ""x""",decisions=0.6_hub', "--variants", '"a,b"']
    assert main(["plane", str(loose), "--format", "svg", *chosen]) == 0
    svg = (loose / "figures" / "plane.svg").read_text(encoding="utf-8")
    for name in ('base, line "x"', "a,b", "decisions=0.6_hub"):
        assert f">{name}</text>" in svg
    capsys.readouterr()
    assert main(["plane", str(loose), "--variants", "base"]) == 3
    assert """in double quotes: '"base, line ""x""\"'.""" in capsys.readouterr().err


def change(folder, names: dict[str, str]) -> None:
    """Gives variants other names."""
    for table in ("runs", "series", "flows", "places"):
        frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
        frame["variant"] = frame["variant"].replace(names)
        frame.to_csv(folder / f"{table}.csv", index=False)


def test_figures_are_told_one_by_one(copied):
    """Each path is written as soon as its figure is, not when all are."""
    command = [sys.executable, "-m", "cogov_plots", str(copied), "--format", "svg"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        first = process.stdout.readline().strip()
        assert first.endswith("plane.svg")
        there = len(list((copied / "figures").glob("*.svg")))
        process.kill()
    assert there < len(FIGURES)
