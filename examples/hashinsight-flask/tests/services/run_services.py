"""The suites with real services: throw-away PostgreSQL and Redis on loopback, started here and ended here, and Chromium where it is installed.

python tests/services/run_services.py <folder of results>
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
BINARIES = Path("/usr/lib/postgresql/15/bin")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_postgres(*words: str) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *words] if os.geteuid() == 0 else list(words)


@contextmanager
def postgres() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="apps-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data, port = str(folder / "data"), free_port()
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run(as_postgres(str(BINARIES / "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "--no-sync"), **quiet)
    options = f"-k {folder} -p {port} -c fsync=off -c listen_addresses=127.0.0.1 -c max_connections=200"
    server = as_postgres(str(BINARIES / "pg_ctl"), "-D", data, "-o", options, "-l", str(folder / "log"), "-w")
    subprocess.run([*server, "start"], **quiet)
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}"
    finally:
        subprocess.run([*server, "-m", "immediate", "stop"], **quiet)
        shutil.rmtree(folder)


@contextmanager
def redis() -> Iterator[str]:
    port = free_port()
    words = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    # Whoever ends this program ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    results = Path(sys.argv[1]).resolve()
    results.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(results / "screenshots", ignore_errors=True)
    with postgres() as database, redis() as shared:
        environment = {**os.environ, "APPS_POSTGRES": database, "APPS_REDIS": shared, "APPS_SCREENSHOTS": str(results / "screenshots")}
        words = [sys.executable, "-m", "pytest", str(HERE.parent), "-n", "2", "--junitxml", str(results / "services.xml"), *sys.argv[2:]]
        code = subprocess.run(words, cwd=HERE.parent.parent, env=environment, check=False).returncode
    raise SystemExit(code)


if __name__ == "__main__":
    main()
