"""Nothing is left in English where Chinese is wanted, and English labels carry units."""

import ast
import re

import pytest
from conftest import PROJECT

import cogov_plots
from cogov_plots.figures import claims, flows, formal, sensitivity
from cogov_plots.labels import Labels, chinese
from cogov_plots.results import Measure, Results
from cogov_plots.style import has_chinese


def used_words() -> set[str]:
    """Every word or sentence that the figures say."""
    words = {"Vitality", "Order", *formal.TITLES.values(), *claims.LOOKS, *claims.OUTCOMES}
    words |= {sensitivity.CONSTANT, sensitivity.UNDEFINED}
    words |= {unit for unit, _ in flows.UNITS.values()}
    package = PROJECT / "Plots" / "cogov_plots"
    for path in [*package.glob("*.py"), *(package / "figures").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("say", "word"):
                    words.add(node.args[0].value)
    return words


def cases(file: str, enumeration: str) -> set[str]:
    """The cases of an enumeration of the model."""
    text = next((PROJECT / "Sources/Engine").rglob(file)).read_text(encoding="utf-8")
    body = text.split(f"enum {enumeration}", 1)[1].split("public ", 1)[0]
    return {
        name for line in re.findall(r"^\s*case ([\w, ]+)$", body, re.M) for name in re.split(r",\s*", line)
    }


def test_every_word_has_a_chinese_one():
    words = chinese()["words"]
    assert used_words() - set(words) == set()
    assert set(words) - used_words() == set(), "words that no figure says"
    for english, text in words.items():
        assert has_chinese(text), english
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", text)), english


def test_every_measure_and_unit_has_its_chinese(fresh):
    measures = Results(fresh).measures
    for measure in measures.values():
        assert has_chinese(chinese()["measures"][measure.id])
        assert has_chinese(chinese()["meanings"][measure.meaning])
        assert measure.unit == "–" or measure.unit in chinese()["units"]
    assert set(chinese()["measures"]) == set(measures)
    assert set(chinese()["meanings"]) == {measure.meaning for measure in measures.values()}


def test_every_actor_and_purpose_has_a_chinese_name():
    assert cases("ActorKind.swift", "ActorKind") == set(chinese()["actors"])
    assert cases("Purpose.swift", "Purpose") == set(chinese()["purposes"])


@pytest.mark.parametrize(
    ("id", "unit", "english", "other"),
    [
        ("participation_quarter", "share", "Participation quarter (share)", "季度参与率 (比例)"),
        ("associations_per_10k", "per 10,000", "Associations (per 10,000)", "自组织团体 (每万人)"),
        ("centre_users_60plus", "share", "Centre users 60+ (share)", "60岁及以上到访者 (比例)"),
        ("turnout_18_29", "share", "Turnout 18–29 (share)", "投票率（18–29岁） (比例)"),
        ("vo_correlation_time", "–", "Vo correlation time", "活力与秩序的相关（时间上）"),
        ("something_new", "per week", "Something new (per week)", "Something new (per week)"),
    ],
)
def test_axes_have_name_and_unit(id, unit, english, other):
    measure = Measure(id, unit, "")
    assert Labels("en").axis(measure) == english
    assert Labels("zh").axis(measure) == other


def test_actors_are_words():
    assert Labels().actor("residentsCommittee") == "Residents committee"
    assert Labels("zh").actor("residentsCommittee") == "居委会"
    with pytest.raises(ValueError, match="'en' and 'zh' are allowed"):
        Labels("de")
    assert cogov_plots.Measure is Measure
