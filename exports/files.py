"""Files written whole or not at all, under names that no data can lead astray."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
import unicodedata
from pathlib import Path

from dateline.graph.errors import OutputError

_NOT_WORD = re.compile(r"[^a-z0-9]+")
MAX_SLUG = 80


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Put `data` into the file `path`, replacing what it held.

    The bytes go to a temporary file in the same folder and reach the disk before it takes the name, so that a reader
    or a power cut finds the old content or the new, never a part. A symbolic link is replaced, its target untouched.
    Raises `OutputError` where the folder cannot be written or the name is a folder or device.
    """
    target = Path(path)
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            raise OutputError(f"{target} is no regular file; give the name of a file")
        _replace(target, data)
    except OSError as error:
        raise OutputError(
            f"{target} could not be written ({error.strerror or error}); what was there is unchanged; "
            "choose a folder that exists, can be written and has room"
        ) from error


def slug(name: str) -> str:
    """A file name made from data: ASCII letters, digits and hyphens, at most `MAX_SLUG` long, never empty.

    >>> slug("../Iraqi Parliament: <vote>")
    'iraqi-parliament-vote'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return _NOT_WORD.sub("-", plain)[:MAX_SLUG].strip("-") or "unnamed"


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.part")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; systems that cannot open a folder are left as they are."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
