"""The process of one query: reads a `Task` from standard input, writes the answer, pickled, to standard output.

Started by `query.ask` alone; a mistake of the user comes back as the name of an error and its message.
"""

from __future__ import annotations

import pickle
import resource
import sys
from pathlib import Path

from dateline.graph.errors import DatelineError
from dateline.graph.query import Task
from dateline.graph.store import open_store
from dateline.graph.table import Answer


def main() -> None:
    """Answer one task."""
    task: Task = pickle.loads(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_AS, (task.memory, task.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer: Answer | tuple[str, str]
    try:
        with open_store(Path(task.path), task.kind, read_only=True) as store:
            answer = store.query(task.text, task.bindings, task.limits)
    except DatelineError as error:
        answer = (type(error).__name__, str(error))
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    main()
