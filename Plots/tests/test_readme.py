"""The examples of README.md in Python and R run as they stand there, and its pictures are there and small.

Its commands are run by `.ci/documented`.
"""

import re
import shutil
import subprocess
import sys

import pytest
from conftest import HANGS, PROJECT

README = PROJECT / "Plots" / "README.md"
TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.M | re.S)


@pytest.fixture
def folder(fresh, tmp_path):
    """A folder that holds Results/tradeoff."""
    shutil.copytree(fresh, tmp_path / "Results" / "tradeoff")
    return tmp_path


@pytest.mark.parametrize("index", range(len(blocks("python"))))
def test_python(folder, index):
    environment = {"MPLBACKEND": "Agg", "PYTHONPATH": ":".join(sys.path), "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", blocks("python")[index]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=HANGS,
    )
    assert done.returncode == 0, done.stderr
    if "savefig" in blocks("python")[index]:
        assert (folder / "plane.svg").stat().st_size > 5_000
    else:
        assert "difference" in done.stdout


def test_r(folder):
    if shutil.which("Rscript") is None:
        pytest.skip("SKIPPED: no Rscript here: apt install r-base-core r-cran-ggplot2")
    if subprocess.run(["Rscript", "-e", "library(ggplot2)"], capture_output=True).returncode:
        pytest.skip("SKIPPED: R has no ggplot2: apt install r-cran-ggplot2")
    (block,) = blocks("r")
    (folder / "plane.R").write_text(block, encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", "plane.R"],
        cwd=folder,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=HANGS,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "plane.pdf").read_bytes().startswith(b"%PDF")
    assert re.search(r"^embedded: -?\d+\.\d\d \[", done.stdout, re.M), done.stdout


def test_no_example_is_without_a_language():
    fences = re.findall(r"^```(\w*)$", TEXT, re.M)
    assert set(fences[::2]) == {"sh", "python", "r"} and set(fences[1::2]) == {""}


def test_every_option_is_one(capsys):
    from cogov_plots.cli import main
    from cogov_plots.figures import FIGURES

    for name in FIGURES:
        (shown,) = re.findall(rf"^`cogov-plots {name} RESULTS(.*?)`", TEXT, re.M)
        assert main([name, "--help"]) == 0
        text = capsys.readouterr().out
        assert set(re.findall(r"--[a-z-]+", shown)) <= set(re.findall(r"--[a-z-]+", text))
    for option in set(re.findall(r"^\| `(--[a-z-]+)", TEXT, re.M)):
        assert main(["report", "--help"]) == 0 and option in capsys.readouterr().out


def test_pictures_are_there_and_small():
    named = re.findall(r"!\[[^]]+\]\((\S+)\)", TEXT)
    assert len(named) >= 13
    for name in named:
        assert 1_000 < (README.parent / name).stat().st_size < 200_000, name
    pictures = {path.name for path in (README.parent / "gallery").glob("*.png")}
    assert pictures == {name.partition("/")[2] for name in named}


def test_every_command_has_its_part():
    from cogov_plots.figures import FIGURES

    for name in FIGURES:
        assert f"### {name}\n" in TEXT and f"`cogov-plots {name} RESULTS" in TEXT
