"""The weeks in which mechanisms begin or end, from the plan that the manifest records."""

from collections import defaultdict
from dataclasses import dataclass

from cogov_plots.options import Options
from cogov_plots.results import Results


@dataclass(frozen=True)
class Mark:
    """A week counted from the start of observation, and what begins or ends in it; empty where only given."""

    week: int
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def marks(results: Results, options: Options) -> list[Mark]:
    """The weeks to mark, in order: those of the command line, or else those in which a mechanism of a variant
    that is drawn begins or ends after the start of observation.

    Where no manifest records when (as in results of older versions), nothing is marked and a note says so.
    """
    if options.policy_weeks:
        return [Mark(week) for week in sorted(set(options.policy_weeks))]
    begins, ends = defaultdict(list), defaultdict(list)
    for variant in results.variants:
        design = results.manifest.variant(variant).get("design")
        if design is None:
            options.note(
                "no manifest records when mechanisms begin, so no weeks are marked; give them with "
                "--policy-weeks."
            )
            return []
        for policy in design["policies"]:
            for when, store in ((policy["from"], begins), (policy.get("until"), ends)):
                if when is not None and when > design["burnIn"]:
                    names = store[when - design["burnIn"]]
                    if policy["mechanism"] not in names:
                        names.append(policy["mechanism"])
    return [
        Mark(w, tuple(begins.get(w, ())), tuple(ends.get(w, ()))) for w in sorted(set(begins) | set(ends))
    ]


def onset(results: Results, options: Options) -> int:
    """The week in which the policy begins: the one asked for, or the first mark, or the start of
    observation.
    """
    if options.onset is not None:
        return options.onset
    found = [mark for mark in marks(results, options) if mark.begins or options.policy_weeks]
    return found[0].week if found else 0
