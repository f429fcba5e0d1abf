"""The application on one machine, with nothing but Python: tables, sample, demo users, recorded upstreams, worker and web server.

Everything that it writes is in the folder that is given, by default `instance`.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import FrameType

import recorded_upstreams

HERE = Path(__file__).parent


def environment(folder: Path) -> dict[str, str]:
    """The local profile, with its files in the folder; what is set already stays."""
    here = {
        "FLASK_APP": f"{HERE / 'app.py'}:create",
        "DATABASE_URL": f"sqlite:///{folder / 'hashinsight.db'}",
        "MAIL_FOLDER": str(folder / "mail"),
        "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent / "webkit")]),
    }
    return {**here, **os.environ, "PYTHONPATH": here["PYTHONPATH"], "FLASK_APP": here["FLASK_APP"]}


def password(folder: Path) -> str:
    """One for all demo users, made once for this folder: none is known beforehand."""
    file = folder / "demo-password"
    if not file.exists():
        file.write_text(secrets.token_urlsafe(12), encoding="utf-8")
        file.chmod(0o600)
    return file.read_text(encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "instance").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    variables = {**environment(folder), "DEMO_PASSWORD": password(folder)}

    port = variables.get("PORT", "5000")
    print(f"\nHashInsight on http://127.0.0.1:{port}\nletters are files in {folder / 'mail'}")
    print(f"demo users, password {variables['DEMO_PASSWORD']}:", flush=True)
    subprocess.run([sys.executable, "-m", "flask", "hi", "demo"], cwd=HERE, env=variables, check=True)
    print("Ctrl-C ends it.\n", flush=True)
    server = recorded_upstreams.serve(0)
    variables["RECORDED_URL"] = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    started = [
        subprocess.Popen([sys.executable, *words], cwd=HERE, env=variables)  # noqa: S603
        for words in (("worker.py",), ("-m", "gunicorn", "--config", "gunicorn.conf.py", "app:create()"))
    ]

    def stop(_number: int, _frame: FrameType | None) -> None:
        for process in started:
            process.terminate()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    code = started[1].wait()
    stop(0, None)
    started[0].wait()
    raise SystemExit(code)


if __name__ == "__main__":
    main()
