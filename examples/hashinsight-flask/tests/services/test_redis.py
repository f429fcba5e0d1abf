"""What processes share through Redis: limits and cached answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time as clock
import uuid
from pathlib import Path
from urllib.request import urlopen

import pytest
import redis
from conftest import PASSWORD
from test_start import ROOT, browser_of, free_port

from cache_manager import Cache


@pytest.fixture
def shared():
    url = os.environ["APPS_REDIS"]
    server = redis.Redis.from_url(url)
    server.flushdb()
    yield url
    server.flushdb()
    server.close()


def test_cache_of_two_processes(kit, time, shared):
    """S2-142: with real redis-server/valkey on localhost

    An answer that one process has made, another has as well, until it is dropped.
    """
    first, second, calls = Cache(time, kit.metrics, shared), Cache(time, kit.metrics, shared), []
    key = f"k:{uuid.uuid4()}"

    def make():
        calls.append(1)
        return {"calls": len(calls)}

    assert first.get(key, make) == second.get(key, make) == {"calls": 1}
    first.drop(key)
    third = Cache(time, kit.metrics, shared)
    assert third.get(key, make) == {"calls": 2}


def test_limit_of_two_processes(make, shared):
    """Two applications count the same attempts."""
    apps = [make(redis_url=shared, login_limit="4 per minute", web_processes=2) for _ in range(2)]
    codes = [apps[place % 2].test_client().log_in("user@example.com", "wrong").status_code for place in range(5)]
    assert codes == [401, 401, 401, 401, 429]


def test_three_processes(kit, shared, tmp_path):
    """S2-115: 3 worker pids; port env

    S2-08: start/stop, `--max-requests`

    Three processes serve at the port of the environment, are replaced after their number of requests without a request being lost, tell the
    metrics of all of them whoever is asked, and end with the first.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT}:{ROOT.parent / 'webkit'}",
        "DATABASE_URL": kit.settings.database_url,
        "REDIS_URL": shared,
        "WEB_PROCESSES": "3",
        "PORT": str(port),
        "BASE_URL": address,
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--max-requests", "10", "--max-requests-jitter", "2"]
    server = subprocess.Popen([*command, "app:create()"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                urlopen(f"{address}/healthz", timeout=5).read()
                break
            except OSError:
                clock.sleep(0.2)
        first = workers(server.pid)
        assert len(first) == 3
        for _ in range(60):
            assert urlopen(f"{address}/miners", timeout=20).status == 200
        browser = browser_of(address, "admin@example.com", PASSWORD)
        told = browser.open(f"{address}/metrics").read().decode()
        assert float(re.search(r'http_requests_total\{.*route="/miners".*\} (\S+)', told).group(1)) == 60
        assert not first & workers(server.pid), "each was replaced in the meantime"
    finally:
        server.terminate()
    assert server.wait(timeout=60) == 0 and workers(server.pid) == set()


def workers(pid):
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return set(children.read_text().split()) if children.exists() else set()
