"""The file of a job that was interrupted: its parts, each as its own state bytes, which prove what they are."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from .errors import StateError

_MAGIC = b"HIPARTS1"
_Job = TypeVar("_Job")


def write(path: str | os.PathLike[str], parts: Sequence[Any]) -> None:
    """Write the parts beside the file, then put them in its place: a crash leaves the old one."""
    states = [part.save() for part in parts]
    target = Path(path)
    beside = target.with_name(f"{target.name}.{os.getpid()}.part")
    beside.write_bytes(_MAGIC + struct.pack("<I", len(states)) + b"".join(struct.pack("<Q", len(state)) + state for state in states))
    os.replace(beside, target)


def read(path: str | os.PathLike[str], restore: Callable[[bytes], _Job]) -> list[_Job]:
    """The parts of the file; none where there is no file."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return []
    if data[: len(_MAGIC)] != _MAGIC:
        raise StateError("state.bytes.unknown", "checkpoint", str(path), "a file that run(checkpoint=...) has written")
    try:
        at = len(_MAGIC) + 4
        (count,) = struct.unpack_from("<I", data, len(_MAGIC))
        states = []
        for _ in range(count):
            (length,) = struct.unpack_from("<Q", data, at)
            states.append(data[at + 8 : at + 8 + length])
            at += 8 + length
    except struct.error as error:
        raise StateError("state.bytes.length", "checkpoint", str(path), "a file that is whole") from error
    return [restore(state) for state in states]
