"""Streams and jobs: handles that hold state on the native side."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, ClassVar, Self, TypeAlias

from . import _frames, _native
from ._arrays import Kind, value
from ._documents import filled
from ._words import Words
from .errors import HashInsightError, InputTypeError

Progress: TypeAlias = bool | Callable[[int, int], object]

_SLICE_S = 0.05


def _state(state: object) -> bytes:
    """Saved bytes, and nothing else: a lost checkpoint is no new beginning."""
    if not isinstance(state, bytes | bytearray | memoryview):
        raise InputTypeError("border.state.wrong_type", "state", type(state).__name__, "the bytes that save() gave")
    return bytes(state)


class Stream:
    """Base of the generated streams. Pickles, copies, and works as a context manager."""

    _path: ClassVar[str]
    _inputs: ClassVar[Sequence[tuple[str, Kind]]]
    _outputs: ClassVar[Sequence[str]]
    _row: ClassVar[type[Any]]
    _columns: ClassVar[type[Any]]

    def __init__(self, params: Mapping[str, Any], state: bytes | None = None) -> None:
        self._params = dict(params)
        self._native: _native.Stream | None = _native.Stream(self._path, self._params, state)

    def _open(self) -> _native.Stream:
        if self._native is None:
            raise HashInsightError("border.handle.missing", "", "", "a handle that was not closed")
        return self._native

    def _one(self, event: Mapping[str, Any]) -> dict[str, Any]:
        given = ((name, kind) for name, kind in self._inputs if event[name] is not None)
        return {name: value(self._path, event[name], kind, name) for name, kind in given}

    def _first(self, buffers: Sequence[Any]) -> Any:
        values = (b[0] if isinstance(b, Words) else b[0].item() for b in buffers)
        return filled(self._row, dict(zip(self._outputs, values)))

    def _update(self, event: Mapping[str, Any]) -> Any:
        return self._first(self._open().update(self._one(event)))

    def _peek(self, event: Mapping[str, Any]) -> Any:
        return self._first(self._open().peek(self._one(event)))

    def _update_many(self, frame: Any, given: Mapping[str, Any]) -> Any:
        arrays, like = _frames.gather(self._path, self._params, frame, given, self._inputs)
        buffers = self._open().update(arrays)
        answer = _frames.answering(like)
        return self._columns(**{name: answer(buffer, name) for name, buffer in zip(self._outputs, buffers)})

    def finish(self) -> Any:
        """Close what is still open: its output, or None."""
        buffers = self._open().finish()
        return self._first(buffers) if any(map(len, buffers)) else None

    def reset(self) -> None:
        """Forget every event."""
        self._open().reset()

    def save(self) -> bytes:
        """The state as bytes, for ``restore`` with the same parameters."""
        return self._open().save()

    def copy(self) -> Self:
        """An independent stream in the same state."""
        return self._again(self._params, self.save())

    @classmethod
    def _again(cls, params: Mapping[str, Any], state: bytes) -> Self:
        stream = cls.__new__(cls)
        Stream.__init__(stream, params, _state(state))
        return stream

    def close(self) -> None:
        """Give the memory back."""
        self._native = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._again, (self._params, self.save())


class Job:
    """Base of the generated jobs: blocks of work that can be interrupted, saved, split and merged."""

    _path: ClassVar[str]
    _report: ClassVar[type[Any]]

    def __init__(
        self, params: Mapping[str, Any], blocks: tuple[int, int] | None = None, state: bytes | None = None
    ) -> None:
        self._params = dict(params)
        self._native = _native.Job(self._path, self._params, blocks, state)

    @property
    def progress(self) -> tuple[int, int]:
        """Blocks done, blocks to do in all."""
        return self._native.progress()

    def step(self, blocks: int = 1) -> tuple[int, int]:
        """Do up to so many blocks."""
        return self._native.step(blocks)

    def run(self, progress: Progress = False) -> Self:
        """Do what is left. ``progress=True`` shows a bar, a callable gets (done, total); Ctrl-C stops between slices and loses nothing."""
        done, total = self.progress
        show, close = _reporter(progress, done, total)
        blocks = 1
        try:
            while done < total:
                start = time.perf_counter()
                done, total = self.step(blocks)
                show(done, total)
                spent = time.perf_counter() - start
                blocks = max(1, min(blocks * 4, int(blocks * _SLICE_S / max(spent, 1e-6))))
        finally:
            close()
        return self

    def merge(self, other: Self) -> Self:
        """Take over what another shard has to do and has done."""
        self._native.merge(other._native)
        return self

    def save(self) -> bytes:
        """The state as bytes, for ``restore`` with the same parameters."""
        return self._native.save()

    def _result(self) -> Any:
        return self._report._read(self._native.report())

    @classmethod
    def _again(cls, params: Mapping[str, Any], state: bytes) -> Self:
        job = cls.__new__(cls)
        Job.__init__(job, params, None, _state(state))
        return job

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._again, (self._params, self.save())


def _reporter(progress: Progress, done: int, total: int) -> tuple[Callable[[int, int], object], Callable[[], object]]:
    if callable(progress):
        return progress, lambda: None
    if not progress:
        return (lambda _done, _total: None), lambda: None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return (lambda done, total: print(f"\r{done}/{total}", end="", file=sys.stderr)), lambda: print(file=sys.stderr)
    bar = tqdm(total=total, initial=done, unit="block")
    return (lambda done, _total: bar.update(done - bar.n)), bar.close
