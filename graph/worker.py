"""The process of one query: reads a `Task` from standard input, writes the answer, pickled, to standard output.

Started by `child` alone; a mistake of the user comes back as the name of an error and its message. Whoever started it
kills it at the limit; where that process itself was killed, this one ends where it finds no task, and by an alarm.
"""

from __future__ import annotations

import pickle
import resource
import signal
import sys

from dateline.graph.child import Task
from dateline.graph.errors import DatelineError
from dateline.graph.query import evaluate
from dateline.graph.results import write
from dateline.graph.store import open_store
from dateline.graph.table import Answer


def main() -> None:
    """Answer one task."""
    told = sys.stdin.buffer.read()
    if not told:
        return
    task: Task = pickle.loads(told)
    signal.setitimer(signal.ITIMER_REAL, task.seconds)
    signal.setitimer(signal.ITIMER_PROF, task.quick or 0)  # of the processor; 0 is without end
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
