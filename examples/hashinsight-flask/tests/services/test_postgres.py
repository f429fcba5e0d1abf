"""What only PostgreSQL shows: a connection that was killed, waiting for a row, indexes that are used, one worker of two."""

from __future__ import annotations

import threading
from datetime import timedelta

import sqlalchemy
from sqlalchemy import text
from webkit import audit, database

from models import MarketAnalytics
from worker import Worker


def test_killed_connection(logged, kit):
    """S2-66: kill backend via `pg_terminate_backend` between requests → next request OK"""
    client = logged("user")
    other = sqlalchemy.create_engine(database.normal_url(kit.settings.database_url), poolclass=sqlalchemy.NullPool)
    with other.connect() as connection:
        killed = connection.execute(
            text(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ).scalar()
    assert killed >= 1
    assert client.get("/treasury/dashboard").status_code == 200
    other.dispose()


def test_pool_is_bounded(kit):
    """S2-103: 31 concurrent → 30 served, 31st waits ≤ pool_timeout

    The last one waits no longer than the pool's time-out, here shortened.
    """
    kit.engine.pool._timeout = 0.5
    held = [kit.engine.connect() for _ in range(30)]
    try:
        try:
            kit.engine.connect()
            raise AssertionError("the thirty-first was served")
        except sqlalchemy.exc.TimeoutError:
            pass
        held.pop().close()
        held.append(kit.engine.connect())
    finally:
        for connection in held:
            connection.close()


def test_audit_of_many_at_once(kit, time):
    """Twenty writers at once make one chain: each waits for the one before, and none forks it."""

    def write(place):
        with kit.sessions.begin() as session:
            audit.append(session, time.now, f"writer-{place}", "tested")

    threads = [threading.Thread(target=write, args=(place,)) for place in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with kit.sessions() as session:
        assert audit.verify(session).is_intact
        assert len([event for event in audit.latest(session, 100) if event["did"] == "tested"]) == 20


def test_indexes_are_used(kit, time):
    """S2-104: = S2-67

    S2-67: `EXPLAIN` on 100k rows uses index (PG, enable_seqscan default)"""
    with kit.sessions.begin() as session:
        points = [
            {"recorded_at": time.now + timedelta(seconds=place), "btc_price": 1.0, "source": "collected", "technical_indicators": {}}
            for place in range(100_000)
        ]
        session.bulk_insert_mappings(MarketAnalytics, points)
    with kit.sessions() as session:
        session.execute(text("ANALYZE market_analytics"))
        for query in (
            "SELECT * FROM market_analytics ORDER BY recorded_at DESC LIMIT 1",
            "SELECT * FROM market_analytics WHERE recorded_at BETWEEN '2026-06-06' AND '2026-06-06 07:29'",
        ):
            plan = "\n".join(session.execute(text(f"EXPLAIN {query}")).scalars())
            assert "Index" in plan and "Seq Scan" not in plan, plan


def test_one_worker_of_two(kit, time):
    """A second worker that comes while a round goes on lets it pass."""
    worker = Worker(kit.settings, time)
    with kit.sessions.begin() as session:
        session.execute(text("SELECT pg_advisory_xact_lock(4200022)"))
        assert worker.collect() == {}
    worker._upstreams._client.close()
    worker.kit.engine.dispose()


def test_indicators_are_asked_by_their_content(kit, time):
    """S2-68: = S2-64

    S2-64: GIN query works on PG; fear_greed 0–100 check; hashrate stored in EH/s float or NUMERIC(30) (10^21 H/s overflows int64)

    Hashrates are floats of TH/s; a query by content works on the binary JSON.
    """
    with kit.sessions.begin() as session:
        session.add(
            MarketAnalytics(
                recorded_at=time.now,
                btc_price=1.0,
                network_hashrate=9.3e8,
                source="collected",
                technical_indicators={"rsi_14": {"value": 71.5}},
            )
        )
    with kit.sessions() as session:
        found = session.execute(
            text("""SELECT count(*) FROM market_analytics WHERE technical_indicators @> '{"rsi_14": {"value": 71.5}}'""")
        ).scalar()
        kind = session.execute(
            text(
                "SELECT data_type FROM information_schema.columns WHERE table_name = 'market_analytics' AND column_name = 'technical_indicators'"
            )
        ).scalar()
    assert (found, kind) == (1, "jsonb")


def test_the_suites_run_on_postgres(kit):
    """S2-07: suite on PG 15 local cluster (§3.4)"""
    with kit.engine.connect() as connection:
        assert connection.dialect.name == "postgresql"
        assert connection.execute(text("SHOW server_version")).scalar().startswith("15.")
