"""The web server: threads in one process, or in several where they share Redis (`WEB_PROCESSES`)."""

import os
import tempfile
from typing import Any

from config import HOST, PORT, SettingsError, load

settings = load()
bind = f"{HOST}:{PORT}"
worker_class = "gthread"
workers = settings.web_processes
threads = 8
graceful_timeout = 20
timeout = 60
max_requests = 10_000
max_requests_jitter = 1_000
forwarded_allow_ips = "127.0.0.1"
# The application logs each request itself, with its number.
accesslog = None
control_socket_disable = True


# Each process writes its metrics here, so that whichever is asked tells those of all.
if workers > 1:
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="hashinsight-metrics-"))


def child_exit(_server: Any, worker: Any) -> None:
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)


def on_starting(server: Any) -> None:
    """Processes can be asked for here as well (`--workers`, WEB_CONCURRENCY): more than one shares limits and cache in Redis, or none starts."""
    if server.cfg.workers > 1 and not settings.redis_url:
        raise SettingsError("REDIS_URL: more than one web process shares its limits and cache there")
