"""Tables: the columns of the document, migrations up and down, exact amounts, and the engine's options."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import databases
import pytest
import sqlalchemy
from alembic import command
from alembic.config import Config
from conftest import NOW
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError
from webkit import audit
from webkit import database as webkit_database
from webkit.tables import UserAccess

import commands
from models import MarketAnalytics, TreasuryPosition


def columns(kit, table):
    return {column["name"]: column for column in inspect(kit.engine).get_columns(table)}


def unique(kit, table):
    found = inspect(kit.engine)
    by_index = [index["column_names"] for index in found.get_indexes(table) if index["unique"]]
    return [*(constraint["column_names"] for constraint in found.get_unique_constraints(table)), *by_index]


def test_user_access(kit):
    """S2-62: inspector equality test of columns/lengths/unique on SQLite+PG"""
    found = columns(kit, "user_access")
    lengths = {"email": 256, "username": 50, "password_hash": 512, "role": 20, "subscription_plan": 20}
    assert {name: found[name]["type"].length for name in lengths} == lengths
    assert {"id", "expires_at", "created_at"} <= set(found)
    assert ["email"] in unique(kit, "user_access") and ["username"] in unique(kit, "user_access")
    with kit.sessions.begin() as database, pytest.raises(IntegrityError):
        of = {"password_hash": "x", "role": "user", "tenant": "main", "created_at": NOW}
        database.add(UserAccess(email="user@example.com", username="again", **of))
        database.flush()


def test_miner_models(kit):
    """S2-63: idem + units in column comments

    Units stand in the model's comments; SQLite keeps none.
    """
    found = columns(kit, "miner_models")
    assert found["model_name"]["type"].length == 100 and found["manufacturer"]["type"].length == 50
    assert {"hashrate", "power_consumption", "efficiency", "price_usd"} <= set(found)
    assert ["model_name"] in unique(kit, "miner_models")


def test_market_analytics(kit):
    """The document's columns; sentiment is 0 to 100; an instant is there once."""
    names = {"id", "recorded_at", "btc_price", "network_hashrate", "network_difficulty", "fear_greed_index", "technical_indicators"}
    assert names <= set(columns(kit, "market_analytics"))
    for wrong in ({"fear_greed_index": 101}, {"fear_greed_index": -1}):
        with kit.sessions() as database, pytest.raises(IntegrityError):
            database.add(MarketAnalytics(recorded_at=NOW, btc_price=1.0, source="collected", **wrong))
            database.flush()


@pytest.fixture
def two(migrated, make, tmp_path):
    """An application on a database and a copy of it, with everything that the copy is asked."""
    (tmp_path / "replica").mkdir()
    url = databases.copy(migrated, tmp_path / "replica")
    app = make(database_replica_url=url)
    asked: list[str] = []
    replica = app.extensions["webkit"].replica

    @sqlalchemy.event.listens_for(replica, "before_cursor_execute")
    def _asked(_connection, _cursor, statement, *_more):
        asked.append(statement)

    yield app, asked
    replica.dispose()
    databases.drop(url)


def test_replica(two):
    """S2-141: reads go to replica bind, writes never (two SQLite/PG DBs)

    A point that only the copy has is shown; nothing that an owner does reaches the copy but questions; a session that ended on the database has
    ended, though the copy does not know.
    """
    app, asked = two
    kit, client = app.extensions["webkit"], app.test_client()
    with kit.replica.begin() as connection:
        connection.execute(
            sqlalchemy.insert(MarketAnalytics).values(recorded_at=NOW, btc_price=4321.5, source="collected", technical_indicators={})
        )
    asked.clear()
    assert client.log_in("owner@example.com").status_code == 200
    points = client.get("/api/analytics/market-data?limit=1").json["data"]["points"]
    assert [point["btc_price_usd"] for point in points] == [4321.5]
    for path in ("/miners", "/network_stats", "/api/analytics/technical", "/mining-calculator"):
        assert client.page(path).status_code in (200, 406)
    assert client.post("/calculate", json={"model": "Antminer S21 XP", "power_price_usd_per_kwh": 0.05}).status_code == 200
    customer = client.post("/crm/customer/add", json={"name": "Barn"}).json["data"]["id"]
    assert client.get(f"/crm/customer/{customer}").json["data"]["name"] == "Barn", "what was written is read at once"
    assert client.post("/site", json={"name": "Mill"}).status_code == 200 and client.get("/site").json["data"]["name"] == "Mill"
    assert client.get("/readyz").json["data"]["replica"] is True
    assert len(asked) >= 5 and all(statement.startswith("SELECT") for statement in asked)
    assert not [statement for statement in asked if "user_access" in statement or "web_sessions" in statement]
    assert client.post("/logout").status_code == 200 and client.get("/account").status_code == 401


def test_a_reader_writes_nothing(two):
    """A slip that would write to the copy is refused here, whatever the copy would do."""
    app, _ = two
    with app.app_context():
        reader = app.extensions["webkit"].reader()
        reader.add(MarketAnalytics(recorded_at=NOW, btc_price=1.0, source="collected"))
        for write in (reader.flush, reader.commit):
            with pytest.raises(RuntimeError):
                write()


def test_treasury_positions(logged, kit):
    """S2-65: 0.1+0.2 BTC exact; FK; status enum"""
    client = logged("user")
    for sat in (10_000_000, 20_000_000):
        new = {"btc_amount_sat": sat, "cost_basis_usd": "0.10", "acquisition_date": "2026-06-06"}
        assert client.post("/treasury/position/add", json=new).status_code == 201
    with kit.sessions() as database:
        found = database.scalars(select(TreasuryPosition)).all()
        assert sum(row.btc_amount for row in found) == 30_000_000
        assert sum(row.cost_basis for row in found) == Decimal("0.20")
    with kit.sessions() as database, pytest.raises(IntegrityError):
        of = {"tenant": "main", "cost_basis": Decimal(1), "acquisition_date": date(2026, 1, 1)}
        database.add(TreasuryPosition(user_id=99999, btc_amount=1, **of))
        database.flush()
    with kit.sessions() as database, pytest.raises(IntegrityError):
        database.add(TreasuryPosition(user_id=1, btc_amount=1, status="lost", **of))
        database.flush()


def test_position_is_checked(logged):
    """S2-82: validation: sat precision 8, date not future

    Satoshis are whole, so there is no ninth digit.
    """
    client = logged("user")
    good = {"btc_amount_sat": 1, "cost_basis_usd": "1.00", "acquisition_date": "2026-06-06"}
    for wrong in (
        {"acquisition_date": "2026-06-07"},
        {"btc_amount_sat": 0.5},
        {"btc_amount_sat": 0},
        {"cost_basis_usd": "1.001"},
        {"cost_basis_usd": "NaN"},
    ):
        assert client.post("/treasury/position/add", json={**good, **wrong}).status_code == 422, wrong
    assert client.post("/treasury/position/add", json=good).status_code == 201


def test_own_positions_only(logged):
    """S2-81: own data only"""
    new = {"btc_amount_sat": 5, "cost_basis_usd": "1.00", "acquisition_date": "2026-06-01"}
    logged("user").post("/treasury/position/add", json=new)
    assert len(logged("user").get("/treasury/dashboard").json["data"]["positions"]) == 1
    for other in ("admin", "owner", "second_site"):
        assert logged(other).get("/treasury/dashboard").json["data"]["positions"] == []


def test_migrations_up_and_down(kit):
    """Down to nothing and up again, without a difference between tables and models."""
    commands.migrate(kit, "base")
    assert set(inspect(kit.engine).get_table_names()) <= {"alembic_version"}
    commands.migrate(kit)
    settings = Config(commands.Path(commands.__file__).with_name("alembic.ini"))
    with kit.engine.connect() as connection:
        settings.attributes["connection"] = connection
        command.check(settings)


def test_urls_of_databases():
    """S2-117: url normaliser"""
    normal = webkit_database.normal_url
    assert normal("postgres://u:p@h/d") == normal("postgresql://u:p@h/d") == "postgresql+psycopg://u:p@h/d"
    assert normal("sqlite:///x.db") == "sqlite:///x.db"


def test_pool_options(monkeypatch):
    """The engine of PostgreSQL has the document's pool, and asks a connection whether it lives before it is used."""
    engine = webkit_database.connect("postgresql://u@localhost:1/none")
    assert (engine.pool.size(), engine.pool._max_overflow, engine.pool._pre_ping) == (10, 20, True)


def test_instants_are_of_utc(kit):
    """S2-131: UTC aware"""
    with kit.sessions() as database:
        point = database.scalar(select(MarketAnalytics).limit(1))
        assert point.recorded_at.utcoffset().total_seconds() == 0
    with kit.sessions() as database, pytest.raises((ValueError, sqlalchemy.exc.StatementError)):
        database.add(MarketAnalytics(recorded_at=NOW.replace(tzinfo=None), btc_price=1.0, source="x"))
        database.flush()


def test_health(client, kit):
    """S2-125: stop PG → ready 503, live 200

    The database that is lost is told by `/readyz`; `/healthz` goes on.
    """
    assert client.get("/healthz").status_code == 200 and client.get("/readyz").status_code == 200
    with kit.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    behind = client.get("/readyz")
    assert behind.status_code == 503 and behind.json["data"] == {"ready": False, "database": True, "tables": False, "cache": True}
    kit.engine.dispose()
    kit.sessions.configure(bind=webkit_database.connect("sqlite:////nowhere/at/all.db"))
    fresh = client.application.test_client()
    assert fresh.get("/readyz").status_code == 503 and fresh.get("/healthz").status_code == 200


def test_metrics(logged):
    """S2-10: gauges present

    S2-122: T

    Requests by route, queries, logins, and the process itself; no path and no user among the labels.
    """
    client = logged("admin")
    client.get("/miners")
    text_of = client.get("/metrics").text
    for name in ("http_requests_total", "db_query_duration_seconds_bucket", "login_attempts_total", "process_resident_memory_bytes"):
        assert name in text_of
    assert 'route="/miners"' in text_of and "example.com" not in text_of


def test_sample_is_labelled(kit):
    """Every seeded day says that it is of the sample."""
    with kit.sessions() as database:
        assert database.execute(text("SELECT DISTINCT source FROM market_analytics")).scalars().all() == ["sample"]


def test_session_of_two_instances(make):
    """S2-140: session survives instance switch

    Sessions lie in the database: whoever logs in at one instance is known at the other.
    """
    first, second = make(), make()
    client = first.test_client()
    client.log_in("user@example.com")
    other = second.test_client()
    other.set_cookie("session", client.get_cookie("session").value)
    assert other.get("/account").json["data"]["username"] == "user"


def test_restored_from_a_backup(app, kit, make, logged, tmp_path):
    """S2-118: restore drill

    A backup that was made while the application runs is one: tables at the newest form, every row, an audit trail that is intact, and pages.
    """
    logged("user")
    file = tmp_path / "backup"
    assert app.test_cli_runner().invoke(args=["hi", "backup", str(file)]).exit_code == 0
    assert app.test_cli_runner().invoke(args=["hi", "backup", str(file)]).exit_code != 0, "no backup is written over"
    url = databases.restored(file)
    restored = make(database_url=url)
    again = restored.extensions["webkit"]

    def counts(of):
        with of.engine.connect() as connection:
            names = inspect(of.engine).get_table_names()
            return {name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar() for name in names}  # noqa: S608

    assert counts(again) == counts(kit) and commands.at_head(again)
    with again.sessions() as database:
        assert audit.verify(database).is_intact
    client = restored.test_client()
    assert client.log_in("user@example.com").status_code == 200 and client.page("/dashboard").status_code == 200
    again.engine.dispose()
    databases.drop(url)
