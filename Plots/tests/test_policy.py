"""Weeks of mechanisms from the plan."""

import pytest
from conftest import seal

from cogov_plots import Results
from cogov_plots.options import Options
from cogov_plots.policy import Mark, marks, onset


def policy(mechanism: str, start: int, until: int | None = None) -> dict:
    return {"mechanism": mechanism, "from": start, "options": {}} | (
        {} if until is None else {"until": until}
    )


@pytest.fixture
def planned(copied):
    """Results in whose plan the first variant has no mechanisms, and the second those that a test names."""

    def plan(*policies: dict) -> Results:
        variants = Results(copied).manifest.plan["variants"]
        for variant in variants:
            variant["design"] = {
                "burnIn": 12,
                "observed": 32,
                "interval": 8,
                "residents": 1500,
                "policies": [],
            }
        variants[1]["design"]["policies"] = list(policies)
        seal(copied, plan={"variants": variants})
        return Results(copied)

    return plan


def test_begins_and_ends_of_any_variant_are_marked(planned):
    results = planned(
        policy("visits", 40),
        policy("pairing", 0, 50),
        policy("blockHub", 0),
        policy("empowerment", 5, 30),
        policy("empowerment", 52),
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


def test_only_variants_that_are_drawn_count(planned):
    folder = planned(policy("visits", 40)).folder
    names = Results(folder).variants
    assert marks(Results(folder, variants=[names[0], names[2]]), Options()) == []


def test_where_nothing_is_recorded_nothing_is_marked_and_it_is_said(loose):
    options = Options()
    assert marks(Results(loose), options) == [] and "--policy-weeks" in options.notes[0]
    assert onset(Results(loose), options) == 0
