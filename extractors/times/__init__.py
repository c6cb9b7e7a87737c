"""Time expressions: `find` spots them and reads them after TIMEX3 (ISO 24617-1) and EDTF (ISO 8601-2)."""

from dateline.extractors.times.chained import chained
from dateline.extractors.times.find import find

__all__ = ["chained", "find"]
