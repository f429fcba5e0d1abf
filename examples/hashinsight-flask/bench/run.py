"""Load on the application as it runs in earnest: PostgreSQL, Redis and three processes, all started and ended here.

python bench/run.py <python with locust> <folder of results> [users] [seconds]
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests/services")]

from run_services import free_port, postgres, redis  # noqa: E402

from bench import goals  # noqa: E402

PROCESSES = 3
#: The limits of one visitor would be those of the whole crowd, which comes from one address.
WIDE = {"DEFAULT_LIMIT": "1000000 per minute", "LOGIN_LIMIT": "1000000 per minute", "CALCULATION_LIMIT": "1000000 per minute"}


@contextmanager
def application(environment: dict[str, str], address: str) -> Iterator[None]:
    words = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--log-level", "warning", "app:create()"]
    server = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                urlopen(f"{address}/readyz", timeout=5).read()
                break
            except OSError:
                time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait()


def metrics(address: str, password: str) -> str:
    """The application's own metrics, which an administrator reads."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = browser.open(Request(f"{address}/login", headers={"Accept": "text/html"})).read().decode()
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    form = {"csrf_token": token, "email": "admin@demo.example", "password": password}
    browser.open(Request(f"{address}/login", urlencode(form).encode(), {"Accept": "text/html"})).read()
    return browser.open(f"{address}/metrics").read().decode()


def main() -> None:
    locust, results = str(Path(sys.argv[1]).absolute()), Path(sys.argv[2]).resolve()
    users, seconds = (*sys.argv[3:], *("50", "30")[len(sys.argv[3:]) :])
    results.mkdir(parents=True, exist_ok=True)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with postgres() as database, redis() as shared:
        environment = {
            **os.environ,
            **WIDE,
            "FLASK_APP": f"{ROOT / 'app.py'}:create",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT.parent / "webkit")]),
            "DATABASE_URL": f"{database}/postgres",
            "REDIS_URL": shared,
            "WEB_PROCESSES": str(PROCESSES),
            "PORT": str(port),
            "BASE_URL": address,
            "DEMO_PASSWORD": secrets.token_urlsafe(12),
        }
        subprocess.run([sys.executable, "-m", "flask", "hi", "demo"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        with application(environment, address):
            words = [
                locust,
                "-m",
                "locust",
                "-f",
                str(HERE / "load.py"),
                "--headless",
                "--only-summary",
                "--reset-stats",
                "--host",
                address,
            ]
            words += ["--users", users, "--spawn-rate", "10", "--run-time", f"{seconds}s", "--csv", str(results / "load")]
            apart = {name: value for name, value in environment.items() if name != "PYTHONPATH"}
            subprocess.run(words, cwd=results, env=apart, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            told = metrics(address, environment["DEMO_PASSWORD"])
    print(f"{users} users for {seconds} s, {PROCESSES} processes, PostgreSQL and Redis on this machine; from when all of them have come")
    lines = [*goals.requests(results / "load_stats.csv"), goals.queries(told)]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
