"""Every error that Dateline raises on purpose; each carries its data, a sentence that names the input, and the mend.

DatelineError
├── UsageError            a request that cannot be carried out as written (exit 2)
│   ├── QueryError        a query that does not parse, or asks for what is refused
│   ├── OutdatedStore     a store of an earlier version, which opening it to be written brings up to date
│   └── DataError         a mistake in a data file: file, line, what is allowed
├── UnreadableDocument    one input that is skipped; the others go on (exit 3)
├── NothingRead           not one of the inputs could be read, so that no graph was made (exit 3)
├── OutputError           a file or folder that could not be written (exit 4)
├── LimitReached          a limit of time, memory or rows was met (exit 5)
├── StoreInUse            another process owns the store (exit 6)
└── CheckFailed           the store does not hold what it should (exit 7)
"""

from __future__ import annotations

from collections.abc import Sequence


class DatelineError(Exception):
    """Base of all; `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(DatelineError):
    """A request that cannot be carried out as written."""

    exit_code = 2


class QueryError(UsageError):
    """A query that does not parse, names an unknown question, or asks for something that is refused."""


class OutdatedStore(UsageError):
    """A store of an earlier version; opening it to be written brings it up to date."""


class DataError(UsageError):
    """A mistake in a data file (types, triggers, actors, corrections)."""

    def __init__(self, file: str, line: int | None, problem: str, allowed: str = "") -> None:
        self.file, self.line, self.problem, self.allowed = file, line, problem, allowed
        where = f"{file}, line {line}" if line is not None else file
        super().__init__(f"{where}: {problem}" + (f"; allowed: {allowed}" if allowed else ""))


class UnreadableDocument(DatelineError):
    """One input that cannot be read; a run reports and skips it."""

    exit_code = 3

    def __init__(self, name: str, reason: str, mend: str) -> None:
        self.name, self.reason, self.mend = name, reason, mend
        super().__init__(f"{name}: {reason}; {mend}")


class NothingRead(DatelineError):
    """Not one of the inputs of a new graph could be read, so that none was made; `skipped` says why of each."""

    exit_code = 3

    def __init__(self, skipped: Sequence[UnreadableDocument]) -> None:
        self.skipped = tuple(skipped)
        super().__init__("\n".join(["nothing could be read, so that no graph was made", *map(str, self.skipped)]))


class OutputError(DatelineError):
    """A file or folder that could not be written; what was there before is intact."""

    exit_code = 4


class LimitReached(DatelineError):
    """A limit of time, memory or rows was met; the message says which."""

    exit_code = 5


class StoreInUse(DatelineError):
    """Another process owns the store; the message names it."""

    exit_code = 6


class CheckFailed(DatelineError):
    """The store does not hold what it should; the message lists what differs and the command that mends it."""

    exit_code = 7
