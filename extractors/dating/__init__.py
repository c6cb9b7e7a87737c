"""Dating events: which time expression says when a claim's event began and ended, and what else the text allows."""

from dateline.extractors.dating.claims import date_claims, reconciled
from dateline.extractors.dating.datelines import day_of_report

__all__ = ["date_claims", "day_of_report", "reconciled"]
