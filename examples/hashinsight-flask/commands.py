"""Commands: `flask --app app hi …`."""

from __future__ import annotations

import csv
import io
import subprocess
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import click
import hashinsight as hi
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask.cli import AppGroup
from sqlalchemy import text
from sqlalchemy.orm import Session
from webkit import accounts, audit, keys
from webkit.kit import Kit, kit

import config
from demo_book import Book
from models import MinerModel
from repositories import crm, market
from repositories.rows import Scope
from services import site

group = AppGroup("hi", help="Set up and look after the application.")
DEMO = {
    "owner@demo.example": ("owner", "owner"),
    "admin@demo.example": ("admin", "admin"),
    "broker@demo.example": ("broker", "mining_site"),
    "operator@demo.example": ("operator", "operator"),
    "finance@demo.example": ("finance", "finance"),
    "user@demo.example": ("user", "user"),
}


def install(app: Flask) -> None:
    app.cli.add_command(group)


def migrate(of: Kit, to: str = "head") -> None:
    settings = Config(Path(__file__).with_name("alembic.ini"))
    with of.engine.connect() as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base") if to == "base" else command.upgrade(settings, to)


@lru_cache
def head() -> str | None:
    """The newest form of the tables that this code knows."""
    return ScriptDirectory.from_config(Config(Path(__file__).with_name("alembic.ini"))).get_current_head()


def at_head(of: Kit) -> bool:
    with of.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head()


def seed(database: Session) -> None:
    """The catalog of machines and the sample days, each labelled as what it is."""
    known = {row.model_name for row in market.machines(database)}
    for machine in hi.mining.machines().machines:
        if machine.model not in known and not machine.doubtful:
            database.add(model_of(machine))
    days = csv.DictReader(io.StringIO(hi.report.sample_file(file="days").text))
    if not market.days(database):
        database.bulk_insert_mappings(market.MarketAnalytics, [day_of(row) for row in days])
        last = market.days(database)[-1]
        last.network_height = site.sample()["forecast"]["height"]
        last.fees_per_block = config.FEES_PER_BLOCK_SAT
    database.flush()


def model_of(machine: Any) -> MinerModel:
    return MinerModel(
        model_name=machine.model,
        manufacturer=machine.manufacturer,
        hashrate=machine.hashrate_ths,
        power_consumption=machine.power_w,
        efficiency=machine.efficiency_j_per_th,
        cooling=machine.cooling,
        sources=machine.sources,
    )


def day_of(row: dict[str, str]) -> dict[str, Any]:
    return {
        "recorded_at": datetime.fromisoformat(row["date"]).replace(hour=23, minute=59, second=59, tzinfo=UTC),
        "btc_price": float(row["close_usd"]),
        "high": float(row["high_usd"]),
        "low": float(row["low_usd"]),
        "volume_btc": float(row["volume_btc"]),
        "network_difficulty": float(row["difficulty"]),
        "technical_indicators": {},
        "source": "sample",
    }


@group.command("migrate")
def migrate_command() -> None:
    """Bring the tables to the newest form."""
    migrate(kit())


@group.command("seed")
def seed_command() -> None:
    """Put in the catalog of machines and the sample days."""
    with kit().sessions.begin() as database:
        seed(database)


@group.command("demo")
@click.option("--password", envvar="DEMO_PASSWORD", required=True, help="of every demo user")
def demo_command(password: str) -> None:
    """Tables, sample, a user of each kind and a broker's book, for a trial on one's own machine."""
    if kit().settings.production:
        raise click.ClickException("demo users are not for production")
    migrate(kit())
    with kit().sessions.begin() as database:
        seed(database)
        for email, (name, role) in DEMO.items():
            if accounts.by_email(database, email) is None:
                now = kit().clock()
                accounts.create(kit(), database, email=email, username=name, password=password, role=role, verified_at=now)
            click.echo(f"  {email}  ({role})")
        users = {role: accounts.by_email(database, email) for email, (_, role) in DEMO.items()}
        broker, *staff = (users[role] for role in ("mining_site", "finance", "admin"))
        if not crm.customers(database, Scope(broker.tenant, broker.id)):
            Book(database, kit().clock(), broker, staff).write()


@group.command("create-owner")
@click.argument("email")
@click.password_option(envvar="OWNER_PASSWORD")
def create_owner(email: str, password: str) -> None:
    """Make the first owner; no account is there by itself."""
    with kit().sessions.begin() as database:
        name = email.partition("@")[0]
        accounts.create(kit(), database, email=email, username=name, password=password, role="owner", verified_at=kit().clock())


@group.command("verify-audit")
def verify_audit() -> None:
    """Say whether the audit trail is as it was written; fails where it is not."""
    with kit().sessions() as database:
        report = audit.verify(database)
    click.echo(f"intact, head {report.head}" if report.is_intact else f"BROKEN: {report.to_json()}")
    if not report.is_intact:
        raise SystemExit(1)


@group.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write the whole database to a new file, while it is used: a copy of SQLite, or an archive of `pg_dump`."""
    url = kit().engine.url
    if file.exists():
        raise click.ClickException(f"{file} is there already")
    if url.get_backend_name() == "sqlite":
        with kit().engine.connect() as connection:
            connection.execute(text("VACUUM INTO :file"), {"file": str(file)})
    else:
        words = ["pg_dump", "--format=custom", f"--file={file}", f"--dbname={url.set(drivername='postgresql').render_as_string(False)}"]
        subprocess.run(words, check=True)  # noqa: S603
    file.chmod(0o600)


@group.command("rotate-keys")
def rotate_keys() -> None:
    """Encrypt every stored secret with the first key of FIELD_KEYS."""
    with kit().sessions.begin() as database:
        count = keys.rotate(database, kit().vault)
        audit.append(database, kit().clock(), "command", "keys.rotated", count=count)
    click.echo(f"{count} secrets")


@group.command("openapi")
def openapi() -> None:
    """Print the description of the interface."""
    from flask import current_app, json

    click.echo(json.dumps(current_app.spec, indent=2))  # type: ignore[attr-defined]
