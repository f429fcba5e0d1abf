"""The start on one machine, as a stranger does it: one command, then pages; and a stop that ends everything."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import tomllib
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import config

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


def browser_of(address, email, password):
    """A browser that is logged in."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    content = json.dumps({"email": email, "password": password}).encode()
    browser.open(Request(f"{address}/login", content, {"X-CSRF-Token": token(browser, address), "Content-Type": "application/json"}))
    return browser


def token(browser, address):
    page = browser.open(Request(f"{address}/login", headers={"Accept": "text/html"})).read().decode()
    return page.partition('name="csrf_token" value="')[2].partition('"')[0]


def upload(address, password, started, answers):
    """A broker's 5,000 machines, which take a while; notes the status of the answer."""
    browser = browser_of(address, "broker@demo.example", password)
    lines = [f"Kind {place},1,{100 + place % 50} TH/s,3 kW,1000 USD" for place in range(5000)]
    content = "\n".join(["model,count,hashrate,power,price", *lines]).encode()
    asked = Request(f"{address}/site/fleet", content, {"X-CSRF-Token": token(browser, address), "Content-Type": "text/csv"})
    started.set()
    answers.append(browser.open(asked, timeout=60).status)


def resident_mib(pid):
    """Memory of a process and of those that it started, each by itself."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    status = Path(f"/proc/{pid}/status").read_text()
    own = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return [own, *(size for child in children for size in resident_mib(child))]


def test_start_and_stop(tmp_path):
    """S2-144: criterion + memory cap test (RSS < 200 MiB/worker)

    Tables, sample, demo users, worker and server come up by `demo.py`, each within its memory; SIGTERM ends them all, in order, once what is
    under way is answered. The kernels are timed by criterion in `cargo xtask bench`.
    """
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "FLASK_APP", "APPS_POSTGRES")}
    command = [sys.executable, str(ROOT / "demo.py"), str(tmp_path)]
    process = subprocess.Popen(command, env={**kept, "PORT": str(port)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert data(port, "/readyz") == {"ready": True, "database": True, "tables": True, "cache": True}
        feeds = data(port, "/network_stats", lambda found: found["feeds"]["btc_price_usd"]["state"] != "no_data")["feeds"]
        assert feeds["btc_price_usd"]["state"] == "stale" and "value" not in feeds["btc_price_usd"]
        assert data(port, "/miners")["miners"]
        sizes = resident_mib(process.pid)
        assert len(sizes) >= 4 and max(sizes) < 200, sizes
        started, answers = threading.Event(), []
        thread = threading.Thread(
            target=upload, args=(f"http://127.0.0.1:{port}", (tmp_path / "demo-password").read_text(), started, answers)
        )
        thread.start()
        assert started.wait(60)
        # The request is on its way when the end is asked for.
        time.sleep(0.3)
    finally:
        process.send_signal(signal.SIGTERM)
        told, _ = process.communicate(timeout=60)
    thread.join()
    assert process.returncode == 0, told
    assert answers == [200], "what was under way is answered before the end"
    assert f"http://127.0.0.1:{port}" in told and "owner@demo.example" in told and (tmp_path / "demo-password").read_text() in told
    assert (tmp_path / "demo-password").stat().st_mode & 0o077 == 0


def test_processes_without_redis_do_not_start(tmp_path):
    """However many processes are asked for, and wherever: more than one does not start without Redis, and says why."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "APPS_POSTGRES")}
    base = {
        **kept,
        "PYTHONPATH": f"{ROOT}:{ROOT.parent / 'webkit'}",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}",
        "PORT": str(free_port()),
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "app:create()"]
    for words, more in (
        ([], {"WEB_PROCESSES": "3"}),
        (["--workers", "2"], {}),
        ([], {"WEB_CONCURRENCY": "2", "GUNICORN_CMD_ARGS": "-w 2"}),
    ):
        ended = subprocess.run([*command, *words], cwd=ROOT, env={**base, **more}, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode != 0 and "REDIS_URL" in ended.stderr + ended.stdout, (words, more, ended.stderr[-500:])


def test_recipe_of_replit():
    """S2-116: file lint

    The file is TOML; what it runs is what the README says; its environment holds settings that there are, of the production profile, and no
    secret; the port that it opens is the one that the server listens on.
    """
    recipe = tomllib.loads((ROOT / ".replit").read_text(encoding="utf-8"))
    known = {name.upper() for name in config.Settings.model_fields} | {"HOST", "PORT", "FLASK_APP", "PYTHONPATH"}
    given = recipe["env"]
    assert set(given) <= known and not {name for name in given if "SECRET" in name or "KEY" in name or "URL" in name}
    assert given["PROFILE"] == "production" and given["UPSTREAMS"] == "live"
    assert (ROOT / given["PYTHONPATH"] / "webkit").is_dir() and (ROOT / recipe["entrypoint"]).is_file()
    for line in (" ".join(recipe["run"]), recipe["deployment"]["run"][-1]):
        assert "gunicorn --config gunicorn.conf.py" in line and "app:create()" in line
    assert "python worker.py" in recipe["deployment"]["run"][-1], "the worker asks the upstreams and sends letters of forgotten passwords"
    assert "--require-hashes --requirement requirements.lock" in recipe["deployment"]["build"][-1]
    assert [port["localPort"] for port in recipe["ports"]] == [int(given["PORT"])]
