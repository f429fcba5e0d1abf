"""Streams and jobs: handles that hold state on the native side."""

from __future__ import annotations

import concurrent.futures
import functools
import html
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, TypeVar

from . import _checkpoint, _frames, _native, _show
from ._arrays import Kind, value
from ._documents import filled
from ._words import Words
from .errors import HashInsightError, InputTypeError, StateError

if TYPE_CHECKING:
    import os

Progress: TypeAlias = bool | Callable[[int, int], object]

_Job = TypeVar("_Job", bound="Job")

_SLICE_S = 0.05
_SAVED_S = 5.0
_PARTS_PER_WORKER = 4


def _state(state: object) -> bytes:
    """Saved bytes, and nothing else: a lost checkpoint is no new beginning."""
    if not isinstance(state, bytes | bytearray | memoryview):
        raise InputTypeError("border.state.wrong_type", "state", type(state).__name__, "the bytes that save() gave")
    return bytes(state)


def _told(params: Mapping[str, Any]) -> str:
    """Parameters on one line."""
    given = [f"{name}={_show.cell(value)}" for name, value in params.items() if value is not None]
    line = ", ".join(given)
    return line if len(line) <= 100 else line[:97] + "..."


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
        buffers = self._taken(arrays)
        answer = _frames.answering(like)
        return filled(self._columns, {name: answer(buffer, name) for name, buffer in zip(self._outputs, buffers)})

    def _taken(self, arrays: Mapping[str, Any]) -> list[Any]:
        """Take the rows in slices, between which Ctrl-C is heard, and all or none of them."""
        native = self._open()
        lengths = set(map(len, arrays.values()))
        if len(lengths) != 1 or max(lengths) <= _frames._SLICE_ROWS:
            return native.update(arrays)
        before = native.save()
        try:
            parts = [native.update(part) for part in _frames.sliced(arrays, max(lengths))]
        except BaseException as error:
            self._native = native = _native.Stream(self._path, self._params, before)
            if isinstance(error, HashInsightError):
                return native.update(arrays)  # the row is told by its place in the whole
            raise
        return [_frames.joined(column) for column in zip(*parts)]

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

    def __repr__(self) -> str:
        columns = f"{', '.join(name for name, _ in self._inputs)} -> {', '.join(self._outputs)}"
        return f"<{type(self).__name__}({_told(self._params)}): {'closed' if self._native is None else columns}>"


class Job:
    """Base of the generated jobs: blocks of work that can be interrupted, saved, split and merged."""

    _path: ClassVar[str]
    _report: ClassVar[type[Any]]

    def __init__(self, params: Mapping[str, Any], blocks: tuple[int, int] | None = None, state: bytes | None = None) -> None:
        self._params = dict(params)
        self._native = _native.Job(self._path, self._params, blocks, state)
        # Which blocks it is to do, where that is one range: what was restored or merged may have gaps.
        self._blocks = (blocks or (0, self.progress[1])) if state is None else None

    @property
    def progress(self) -> tuple[int, int]:
        """Blocks of work done, blocks to do in all."""
        return self._native.progress()

    def step(self, blocks: int = 1) -> tuple[int, int]:
        """Do up to so many blocks of work."""
        return self._native.step(blocks)

    def run(
        self,
        progress: Progress = False,
        *,
        workers: int | None = None,
        executor: concurrent.futures.Executor | None = None,
        checkpoint: str | os.PathLike[str] | None = None,
    ) -> Self:
        """Do what is left.

        Ctrl-C stops between slices and loses nothing: the ``KeyboardInterrupt`` has the job, as far as it is, as its ``job``. The result has
        the same bits for every number of workers and on every engine.

        Parameters
        ----------
        progress : bool or callable, optional
            True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).
        workers : int, optional
            Processes to work in. Absent: this one.
        executor : concurrent.futures.Executor, optional
            Whose workers do the work, in ``workers`` times four parts: a pool of processes or threads, Dask's ``client.get_executor()``.
        checkpoint : path, optional
            File to keep what is done in, and to go on from where it is there: written every five seconds, and whenever a part is done.
        """
        try:
            if workers is None and executor is None:
                return self._run_here(progress, checkpoint)
            if workers is not None and (isinstance(workers, bool) or not isinstance(workers, int) or workers < 1):
                raise InputTypeError("job.workers.wrong_type", "workers", repr(workers), "a whole number from 1")
            if executor is not None and not callable(getattr(executor, "submit", None)):
                allowed = "an executor of concurrent.futures, as ProcessPoolExecutor(4)"
                raise InputTypeError("job.executor.wrong_type", "executor", type(executor).__name__, allowed)
            if executor is None:
                with concurrent.futures.ProcessPoolExecutor(workers) as pool:
                    return self._run_on(pool, workers or 1, progress, checkpoint)
            return self._run_on(executor, workers or getattr(executor, "_max_workers", None) or 4, progress, checkpoint)
        except KeyboardInterrupt as stop:
            stop.job = self  # type: ignore[attr-defined]
            done, total = self.progress
            stop.add_note(f"{self._path}: {done} of {total} blocks done; the exception's .job has them, .job.run() goes on")
            raise

    def _run_here(self, progress: Progress, checkpoint: str | os.PathLike[str] | None) -> Self:
        if checkpoint is not None:
            parts = _checkpoint.read(checkpoint, functools.partial(self._again, self._params))
            if parts:
                self._take(self.merged(parts))
        done, total = self.progress
        show, close = _reporter(self._path, progress, done, total)
        blocks, saved = 1, time.perf_counter()
        try:
            while done < total:
                start = time.perf_counter()
                done, total = self.step(blocks)
                show(done, total)
                now = time.perf_counter()
                blocks = max(1, min(blocks * 4, int(blocks * _SLICE_S / max(now - start, 1e-6))))
                if checkpoint is not None and now - saved > _SAVED_S:
                    _checkpoint.write(checkpoint, [self])
                    saved = now
        finally:
            close()
            if checkpoint is not None:
                _checkpoint.write(checkpoint, [self])
        return self

    def _run_on(
        self, pool: concurrent.futures.Executor, workers: int, progress: Progress, checkpoint: str | os.PathLike[str] | None
    ) -> Self:
        read = None if checkpoint is None else _checkpoint.read(checkpoint, functools.partial(self._again, self._params))
        parts = read or self.split(workers * _PARTS_PER_WORKER)
        total = sum(part.progress[1] for part in parts)
        done = sum(part.progress[0] for part in parts)
        show, close = _reporter(self._path, progress, done, total)
        places = {pool.submit(_finished, part): place for place, part in enumerate(parts) if part.progress[0] < part.progress[1]}
        try:
            for future in concurrent.futures.as_completed(places):
                place = places[future]
                done -= parts[place].progress[0]
                parts[place] = future.result()
                done += parts[place].progress[0]
                show(done, total)
                if checkpoint is not None:
                    _checkpoint.write(checkpoint, parts)
        finally:
            for future in places:
                future.cancel()
            close()
            # Parts that are not done are merged too: what is left of them is done by whoever goes on.
            self._take(self.merged(parts))
        return self

    def _take(self, other: Self) -> None:
        self._native, self._blocks = other._native, None

    def split(self, parts: int) -> list[Self]:
        """The job as so many jobs of about as many blocks each, at most one a block: for other processes and machines, and for ``merged``.

        Examples
        --------
        >>> import hashinsight as hi
        >>> job = hi.mining.SoloIncomeJob(
        ...     hashrate_ths=1e6, difficulty=1e14, height=840_000, fees_per_block_sat=5_000_000, days=30,
        ...     drift_per_retarget=0.01, volatility_per_retarget=0.03, paths=10_000, seed=7,
        ... )
        >>> whole = job.merged([part.run() for part in job.split(3)])
        >>> whole.report() == job.run().report()
        True
        """
        if isinstance(parts, bool) or not isinstance(parts, int) or parts < 1:
            raise InputTypeError("job.parts.wrong_type", "parts", repr(parts), "a whole number from 1")
        if self._blocks is None or self.progress[0]:
            raise StateError("job.split.unsupported", "", "a job that was begun, restored or merged", "a new job, or blocks=(from, to) of one")
        (start, end), total = self._blocks, self.progress[1]
        edges = [start + total * part // parts for part in range(parts)] + [end]
        kind = type(self)
        return [kind._shard(self._params, pair) for pair in zip(edges, edges[1:]) if pair[0] < pair[1]]

    @classmethod
    def merged(cls, parts: Iterable[Self]) -> Self:
        """The job that has what all of these have to do and have done; they stay as they are."""
        rest = iter(parts)
        first = next(rest, None)
        if first is None:
            raise StateError("job.parts.length", "parts", "0", "at least one part")
        whole = first._again(first._params, first.save())
        for part in rest:
            whole.merge(part)
        return whole

    def merge(self, other: Self) -> Self:
        """Take over what another shard has to do and has done."""
        self._native.merge(other._native)
        self._blocks = None
        return self

    def save(self) -> bytes:
        """The state as bytes, for ``restore`` with the same parameters."""
        return self._native.save()

    def _result(self) -> Any:
        return self._report._read(self._native.report())

    @classmethod
    def _shard(cls, params: Mapping[str, Any], blocks: tuple[int, int]) -> Self:
        job = cls.__new__(cls)
        Job.__init__(job, params, blocks)
        return job

    @classmethod
    def _again(cls, params: Mapping[str, Any], state: bytes) -> Self:
        job = cls.__new__(cls)
        Job.__init__(job, params, None, _state(state))
        return job

    @classmethod
    def _unpickled(cls, params: Mapping[str, Any], state: bytes, blocks: tuple[int, int] | None) -> Self:
        job = cls._again(params, state)
        job._blocks = blocks
        return job

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._unpickled, (self._params, self.save(), self._blocks)

    def __repr__(self) -> str:
        done, total = self.progress
        return f"<{type(self).__name__}({_told(self._params)}): {done} of {total} blocks done>"

    def _repr_html_(self) -> str:
        done, total = self.progress
        head = f"<p>{html.escape(self._path)}: {done} of {total} blocks done <progress value='{done}' max='{total}'></progress></p>"
        return head + _show.card(type(self).__name__, [(name, item) for name, item in self._params.items() if item is not None])


def _finished(part: _Job) -> _Job:
    """A part of a job when it is done: what a worker does."""
    return part.run()


def _reporter(title: str, progress: Progress, done: int, total: int) -> tuple[Callable[[int, int], object], Callable[[], object]]:
    if callable(progress):
        return progress, lambda: None
    if not progress:
        return (lambda _done, _total: None), lambda: None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return (lambda done, total: print(f"\r{title}: {done}/{total} blocks of work", end="", file=sys.stderr)), lambda: print(file=sys.stderr)
    bar = tqdm(total=total, initial=done, unit=" blocks of work", desc=title)
    return (lambda done, _total: bar.update(done - bar.n)), bar.close
