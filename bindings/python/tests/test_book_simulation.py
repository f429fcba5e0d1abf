"""A simulated book of covers: progress, cancelled half way, gone on with to the same bits."""

from __future__ import annotations

import hashlib
from typing import Any

import hashinsight as hi
import pytest

BOOK: dict[str, Any] = hi.example("insurance.book_simulation") | {"paths": 8192}


def _hash(report: hi.insurance.BookSimulationReport) -> str:
    return hashlib.sha256(report.to_json().encode()).hexdigest()


def test_a_book_tells_its_progress_and_goes_on_where_it_was_cancelled() -> None:
    seen: list[tuple[int, int]] = []
    whole = _hash(hi.insurance.book_simulation(**BOOK, progress=lambda done, total: seen.append((done, total))))
    assert seen == sorted(seen) and seen[-1][0] == seen[-1][1] > 1

    def stop(done: int, total: int) -> None:
        if 2 * done >= total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        hi.insurance.book_simulation(**BOOK, progress=stop)
    left = caught.value.job  # type: ignore[attr-defined]
    assert 0 < left.progress[0] < left.progress[1]
    assert _hash(left.run().report()) == whole
