"""What processes share through Redis: limits and cached answers."""

from __future__ import annotations

import os
import uuid

import pytest
import redis

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
