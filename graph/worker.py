"""The process of one query: reads a `Task` from standard input, writes the answer, pickled, to standard output.

Started by `query` alone; a mistake of the user comes back as the name of an error and its message. Whoever started it
kills it at the limit; where that process itself was killed, the alarm set here ends this one, so that none is left.
"""

from __future__ import annotations

import pickle
import resource
import signal
import sys

from dateline.graph.errors import DatelineError
from dateline.graph.query import Task, evaluate
from dateline.graph.results import write
from dateline.graph.store import open_store
from dateline.graph.table import Answer


def main() -> None:
    """Answer one task."""
    task: Task = pickle.loads(sys.stdin.buffer.read())
    signal.setitimer(signal.ITIMER_REAL, task.seconds)
    resource.setrlimit(resource.RLIMIT_AS, (task.memory, task.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    made: Answer | bytes | tuple[str, str]
    try:
        with open_store(task.store, read_only=True) as store:
            answer = evaluate(store, task.asked, task.limits)
        made = answer if task.form is None else write(answer, task.form).encode("utf-8", "replace")
    except DatelineError as error:
        made = (type(error).__name__, str(error))
    sys.stdout.buffer.write(pickle.dumps(made))


if __name__ == "__main__":
    main()
