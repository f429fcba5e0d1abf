"""Answers that many share: kept 15 minutes less a jitter, computed once for all who wait, served old while the source fails.

When an answer is fresh, stale or gone is decided by the family's `feeds.Freshness`; this file holds values and locks. With
`REDIS_URL` the values lie there, so that every process has them.
"""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import hashinsight as hi
from redis import Redis
from webkit.clock import Clock
from webkit.metrics import Metrics

import config


@dataclass
class Entry:
    #: One in the process asks; the others wait for what it gets.
    lock: threading.Lock = field(default_factory=threading.Lock)
    freshness: Any = None
    value: Any = None
    #: What the answer was made of: of another state of the rows it is none.
    made_of: str = ""


class Cache:
    def __init__(self, now: Clock, metrics: Metrics, redis_url: str | None = None) -> None:
        self._now, self._metrics = now, metrics
        self._entries: dict[str, Entry] = {}
        self._guard = threading.Lock()
        self._shared = Redis.from_url(redis_url) if redis_url else None

    def get(self, key: str, make: Callable[[], Any], made_of: str = "") -> Any:
        """The answer of a key; `made_of` names the state of the rows that it is made of, and a change of it makes a new one."""
        with self._guard:
            entry = self._entries.setdefault(key, Entry(freshness=_freshness()))
        with entry.lock:
            asked = entry.freshness.update(time_ms=self._now(), step="asked")
            if asked.serve == "fresh" and entry.made_of == made_of:
                return self._count(key, "hit", entry.value)
            if shared := self._from_others(f"{key}:{made_of}"):
                return self._count(key, "shared", shared)
            return self._renew(key, entry, make, made_of)

    def answers(self) -> bool:
        """Whether what processes share can be reached; one process alone shares nothing."""
        return self._shared is None or bool(self._shared.ping())

    def drop(self, key: str) -> None:
        """Forgets an answer whose rows have changed."""
        with self._guard:
            self._entries.pop(key, None)
        if self._shared:
            self._shared.delete(f"cache:{key}:")

    def _renew(self, key: str, entry: Entry, make: Callable[[], Any], made_of: str) -> Any:
        now: datetime = self._now()
        try:
            entry.value, entry.made_of = make(), made_of
        except Exception:
            failed = entry.freshness.update(time_ms=now, step="failed")
            if failed.serve == "stale":
                return self._count(key, "stale", entry.value)
            raise
        entry.freshness.update(time_ms=now, step="stored")
        if self._shared:
            self._shared.set(f"cache:{key}:{made_of}", json.dumps(entry.value), px=config.CACHE_MS)
        return self._count(key, "miss", entry.value)

    def _from_others(self, key: str) -> Any:
        text = self._shared.get(f"cache:{key}") if self._shared else None
        return text and json.loads(text)

    def _count(self, key: str, outcome: str, value: Any) -> Any:
        self._metrics.cache.labels(key.partition(":")[0], outcome).inc()
        return value


def _freshness() -> Any:
    # The jitter keeps the answers of a moment from running out in one moment.
    ttl_ms = random.randint(config.CACHE_LEAST_MS, config.CACHE_MS)  # noqa: S311
    return hi.feeds.Freshness(ttl_ms=ttl_ms, stale_if_error_ms=config.STALE_IF_ERROR_MS)
