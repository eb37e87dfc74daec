"""Figures and a report from the tables that `cogov` writes."""

from cogov_plots.results import Measure, Results, ResultsError

__all__ = ["Measure", "Results", "ResultsError"]
