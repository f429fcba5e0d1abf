"""Where the suites keep their rows: SQLite files, or databases of the cluster that `APPS_POSTGRES` names. A copy of the migrated one for each test."""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from pathlib import Path

import sqlalchemy
from webkit.database import normal_url

SERVER = os.environ.get("APPS_POSTGRES")


def template(folder: Path) -> str:
    """The address of an empty database."""
    return _created(f"migrated_{uuid.uuid4().hex}") if SERVER else f"sqlite:///{folder / 'file.db'}"


def copy(source: str, folder: Path) -> str:
    if SERVER:
        return _created(f"copy_{uuid.uuid4().hex}", source.rpartition("/")[2])
    file = folder / "copy.db"
    shutil.copyfile(source.removeprefix("sqlite:///"), file)
    return f"sqlite:///{file}"


def restored(file: Path) -> str:
    """The address of a database that a backup was brought back into."""
    if not SERVER:
        return f"sqlite:///{file}"
    url = _created(f"restored_{uuid.uuid4().hex}")
    subprocess.run(["pg_restore", "--exit-on-error", f"--dbname={url}", str(file)], check=True)  # noqa: S607
    return url


def drop(url: str) -> None:
    if SERVER:
        _run(f'DROP DATABASE "{url.rpartition("/")[2]}" WITH (FORCE)')


def _created(name: str, of: str = "template0") -> str:
    _run(f'CREATE DATABASE "{name}" TEMPLATE "{of}"')
    return f"{SERVER}/{name}"


def _run(statement: str) -> None:
    engine = sqlalchemy.create_engine(normal_url(f"{SERVER}/postgres"), isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
