"""Metrics for Prometheus. Labels are routes, not paths, and no user is among them."""

from __future__ import annotations

import os
import time
from typing import Any

from flask import Flask, Response, g, request
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy import Engine, event

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2)


class Metrics:
    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        of = {"registry": self.registry}
        self.requests = Counter("http_requests", "Requests", ["method", "route", "status"], **of)
        self.seconds = Histogram("http_request_duration_seconds", "Time of requests", ["route"], buckets=BUCKETS, **of)
        self.query_seconds = Histogram("db_query_duration_seconds", "Time of queries", buckets=BUCKETS, **of)
        self.cache = Counter("cache_requests", "Cache", ["cache", "outcome"], **of)
        self.upstream = Counter("upstream_requests", "Calls of upstreams", ["source", "outcome"], **of)
        self.jobs = Counter("jobs", "Runs of jobs", ["job", "outcome"], **of)
        self.logins = Counter("login_attempts", "Attempts to log in", ["outcome"], **of)
        self.limited = Counter("rate_limited", "Requests refused by a limit", **of)
        self.audit_ok = Gauge(
            "audit_chain_ok", "Whether the audit trail was intact when it was last verified", multiprocess_mode="mostrecent", **of
        )

    def text(self) -> bytes:
        """The metrics of this process, or of all of them, where they share a folder for that."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self.registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)
        return generate_latest(together)

    def watch_requests(self, app: Flask) -> None:
        @app.before_request
        def _start() -> None:
            g.started = time.perf_counter()

        @app.after_request
        def _count(response: Response) -> Response:
            route = request.url_rule.rule if request.url_rule else "none"
            self.requests.labels(request.method, route, str(response.status_code)).inc()
            self.seconds.labels(route).observe(time.perf_counter() - g.get("started", time.perf_counter()))
            if response.status_code == 429:
                self.limited.inc()
            return response

    def watch_queries(self, engine: Engine) -> None:
        @event.listens_for(engine, "before_cursor_execute")
        def _before(_connection: Any, _cursor: Any, _text: str, _values: Any, context: Any, _many: bool) -> None:
            context.webkit_started = time.perf_counter()

        @event.listens_for(engine, "after_cursor_execute")
        def _after(_connection: Any, _cursor: Any, _text: str, _values: Any, context: Any, _many: bool) -> None:
            self.query_seconds.observe(time.perf_counter() - context.webkit_started)
