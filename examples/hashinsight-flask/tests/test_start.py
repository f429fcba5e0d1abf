"""The start on one machine, as a stranger does it: one command, then pages; and a stop that ends everything."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def data(port, path, until=lambda _: True):
    """The data of an answer, once it is there and as awaited."""
    for _ in range(300):
        try:
            with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
                found = json.load(answer)["data"]
                if until(found):
                    return found
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"{path} did not answer as awaited")


def test_start_and_stop(tmp_path):
    """Tables, sample, demo users, worker and server come up by `demo.py`; SIGTERM ends them all, in order."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "FLASK_APP", "APPS_POSTGRES")}
    command = [sys.executable, str(ROOT / "demo.py"), str(tmp_path)]
    process = subprocess.Popen(command, env={**kept, "PORT": str(port)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert data(port, "/readyz") == {"ready": True}
        feeds = data(port, "/network_stats", lambda found: found["feeds"]["btc_price_usd"]["state"] != "no_data")["feeds"]
        assert feeds["btc_price_usd"]["state"] == "stale" and "value" not in feeds["btc_price_usd"]
        assert data(port, "/miners")["miners"]
    finally:
        process.send_signal(signal.SIGTERM)
        told, _ = process.communicate(timeout=60)
    assert process.returncode == 0, told
    assert f"http://127.0.0.1:{port}" in told and "owner@demo.example" in told and (tmp_path / "demo-password").read_text() in told
    assert (tmp_path / "demo-password").stat().st_mode & 0o077 == 0
