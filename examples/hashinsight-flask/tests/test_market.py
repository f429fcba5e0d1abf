"""The market: the collector from recorded answers to pages, its silence, its thinning out, its one alert; and the cache."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import hashinsight as hi
import httpx
import pytest
import structlog
from pydantic import SecretStr
from sqlalchemy import select
from webkit import keys

import config
import recorded_upstreams
import translations
from api_client import Upstreams
from cache_manager import Cache
from models import FeedReading, MarketAnalytics
from repositories import market as rows
from services import collect
from services import market as services_market
from services import network as services_network
from worker import Worker, scheduler


@pytest.fixture
def recordings():
    server = recorded_upstreams.serve(0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def worker(app, kit, time, recordings):
    settings = kit.settings.model_copy(update={"recorded_url": recordings})
    made = Worker(settings, time)
    yield made
    made._upstreams._client.close()
    made.kit.engine.dispose()


def answering(kit, handler):
    """Upstreams that answer as a test says."""
    return Upstreams(kit.settings, kit.metrics, httpx.MockTransport(handler))


def test_from_upstream_to_page(worker, logged, time):
    """S2-128: T

    S2-127: pipeline test with fake upstream end to end

    Recorded answers are fetched over loopback, read, reconciled, stored, and shown.
    """
    assert set(worker.collect().values()) == {"ok"}
    client = logged("user")
    feeds = client.get("/network_stats").json["data"]["feeds"]
    assert feeds["btc_price_usd"] == {**feeds["btc_price_usd"], "state": "fresh", "value": 60823.2}
    assert feeds["fear_greed_index"]["value"] == 40
    points = client.get("/api/analytics/market-data?limit=1").json["data"]["points"]
    assert points[0]["fear_greed_index"] == 40
    assert points[0]["btc_price_usd"] == 60823.2 and points[0]["source"] == "collected"
    assert points[0]["recorded_at"] == "2026-06-06T07:28:30+00:00"
    assert "<dd>60,823.2" in client.page("/network_stats").text.replace("\n", "")


def test_stale_is_told_by_age(worker, client, time):
    """S2-77: from cache; `stale`, `source`, `age_s` fields

    A source that is silent is shown with its age, and its old number nowhere.
    """
    worker.collect()
    time.move(hours=5)
    said = client.get("/network_stats").json["data"]
    price = said["feeds"]["btc_price_usd"]
    assert price["state"] == "stale" and price["age_ms"] > 4 * 3_600_000 and "value" not in price
    assert all(source["verdict"] == "stale" and source["source"] for source in price["sources"])
    page = client.page("/network_stats").text
    assert translations.family("en")["feeds.reconciled.stale"] in page and "60,823" not in page and "60823" not in page


def test_one_dead_or_lying_upstream(worker, kit, time):
    """S2-35: one source stale/outlier → ignored; all down → last good + `stale:true`"""
    recorded = worker._upstreams

    def fetch(source, request):
        if source == "coingecko":
            return collect.Fetched("timeout")
        if source == "mempool_prices":
            return collect.Fetched("ok", b'{"time": 1780730404, "USD": 6082.3}', time.now)
        return recorded.fetch(source, request)

    with kit.sessions.begin() as database:
        outcomes = collect.store(database, time.now, int(time.now.timestamp() * 1000), config.FRESH_MS, collect.ask(fetch))
        assert outcomes["coingecko"] == "timeout"
        from services import network

        said = network.quantities(database, int(time.now.timestamp() * 1000), config.FRESH_MS)
        assert said["btc_price_usd"]["state"] in ("disputed", "fresh") and said["btc_price_usd"].get("value") != 6082.3
        assert said["network_hashrate_ths"]["state"] == "fresh"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (httpx.Response(500), "http_500"),
        (httpx.Response(429, headers={"Retry-After": "60"}), "http_429"),
        (httpx.Response(302, headers={"Location": "http://169.254.169.254/"}), "http_302"),
        (httpx.Response(200, text="<html>"), "feeds."),
        (httpx.Response(200, text='{"bitcoin": {'), "feeds."),
        (httpx.Response(200, content=b"x" * 1_100_000), "too_large"),
    ],
)
def test_bad_answers(kit, time, answer, outcome):
    """Errors, redirects, half and wrong bodies are outcomes; the collector goes on, and nothing is followed."""
    upstreams = answering(kit, lambda request: answer)
    with kit.sessions.begin() as database:
        outcomes = collect.store(database, time.now, int(time.now.timestamp() * 1000), config.FRESH_MS, collect.ask(upstreams.fetch))
        assert all(found.startswith(outcome) for found in outcomes.values()), outcomes
        assert {row.outcome for row in rows.usage(database)} == set(outcomes.values())
        assert rows.latest(database).source == "sample"


def test_usage_is_counted(kit, time):
    """S2-126: T

    What each call came to is in a table by day, and among the metrics.
    """
    upstreams = answering(kit, lambda request: httpx.Response(500))
    for _ in range(3):
        with kit.sessions.begin() as database:
            collect.store(database, time.now, int(time.now.timestamp() * 1000), config.FRESH_MS, collect.ask(upstreams.fetch))
    with kit.sessions() as database:
        assert {(row.source, row.outcome, row.calls) for row in rows.usage(database)} >= {("coingecko", "http_500", 3)}
    assert 'upstream_requests_total{outcome="http_500",source="coingecko"} 3.0' in kit.metrics.text().decode()


def test_a_source_that_lets_others_wait(kit, time, logged):
    """S2-106: web latency unchanged with hung upstream

    While the collector waits for an answer, pages are read and rows are written as ever.
    """
    waits, goes_on = threading.Event(), threading.Event()

    def handler(request):
        waits.set()
        goes_on.wait(30)
        return httpx.Response(500)

    worker = Worker(kit.settings, time, answering(kit, handler))
    thread = threading.Thread(target=worker.collect)
    thread.start()
    assert waits.wait(30)
    client = logged("mining_site")
    assert client.page("/network_stats").status_code == 200
    assert client.post("/crm/customer/add", json={"name": "meanwhile"}).status_code == 201
    assert thread.is_alive()
    goes_on.set()
    thread.join()
    worker.kit.engine.dispose()


def test_schedule(worker):
    """S2-129: trigger interval 900 s ± jitter, coalesce, max_instances=1"""
    job = scheduler(worker)._pending_jobs[0][0]
    assert (job.trigger.interval.total_seconds(), job.trigger.jitter) == (900, 60)
    assert (job.coalesce, job.max_instances) == (True, 1)


def test_only_hosts_of_the_family(kit):
    """A request to another host, or without encryption, is not sent."""
    sent = []
    upstreams = answering(kit, lambda request: sent.append(request) or httpx.Response(200))
    original = hi.feeds.request(ask={"mempool_space": "prices"})
    for url in ("https://evil.example/x", "http://mempool.space/api/v1/prices", "https://169.254.169.254/"):
        changed = hi.feeds.HttpRequest.from_dict({**original.to_dict(mode="json"), "url": url})
        assert upstreams.fetch("x", changed).outcome == "host_refused"
    assert not sent


def test_retention(kit, time):
    """S2-69: insert 50/day × 3 → 10/day kept, first and last kept, evenly spaced"""
    with kit.sessions.begin() as database:
        begin = datetime(2026, 6, 1, tzinfo=UTC)
        for day in range(3):
            for place in range(50):
                at = begin + timedelta(days=day, minutes=place * 28)
                rows.add_point(database, recorded_at=at, btc_price=1.0 + place, source="collected", technical_indicators={})
        gone = collect.retain(database, int(time.now.timestamp() * 1000), 10, config.KEEP_MS)
        left = [at for _, at in rows.collected(database)]
        assert (gone, len(left)) == (120, 30)
        for day in range(3):
            first = begin + timedelta(days=day)
            of_day = [at for at in left if first <= at < first + timedelta(days=1)]
            assert of_day[0] == first and of_day[-1] == first + timedelta(minutes=49 * 28)
            gaps = [(later - earlier).total_seconds() / 60 for earlier, later in pairwise(of_day)]
            assert max(gaps) - min(gaps) <= 2 * 28


def test_old_points_go(kit, time):
    """S2-70: older than N days removed in batches; dry-run count

    Points that are older than is kept are removed; those of the sample stay.
    """
    with kit.sessions.begin() as database:
        before = len(rows.days(database))
        old = time.now - timedelta(days=1200)
        rows.add_point(database, recorded_at=old, btc_price=1.0, source="collected", technical_indicators={})
        assert collect.retain(database, int(time.now.timestamp() * 1000), 10, config.KEEP_MS) == 1
        assert rows.collected(database) == [] and len(rows.days(database)) == before


def test_alert_once(kit, time):
    """An alert is told when the price falls to the threshold, not again before it has come back."""
    told = []
    for price in (61_000.0, 59_900.0, 59_000.0, 60_400.0, 60_600.0, 59_990.0):
        time.move(minutes=15)
        with kit.sessions.begin() as database:
            rows.add_point(database, recorded_at=time.now, btc_price=price, source="collected", technical_indicators={})
            told.append(collect.alert(database, time.now, 60_000.0, 500.0))
    assert told == [False, True, False, False, False, True]


def test_alert_letter(worker, letters, time):
    """The worker sends the letter, with the threshold that was set."""
    worker._settings = worker._settings.model_copy(update={"alert_below_usd": 70_000.0, "alert_to": "o@example.com"})
    worker.collect()
    time.move(minutes=5)
    worker.collect()
    assert len(letters()) == 1 and "70000.0 USD" in letters()[0]


def test_technical(logged, kit):
    """S2-79: indicator values equal library"""
    answer = logged("user").get("/api/analytics/technical").json["data"]
    with kit.sessions() as database:
        days = rows.days(database)
    close, high, low = ([getattr(day, name) for day in days] for name in ("btc_price", "high", "low"))
    assert answer["indicators"]["sma_20"]["value"] == pytest.approx(sum(close[-20:]) / 20, rel=1e-12)
    rsi = hi.signals.indicator_batch(close=close, indicator={"rsi": {"length": 14}}).value.tolist()[-1]
    atr = hi.signals.indicator_batch(close=close, high=high, low=low, indicator={"atr": {"length": 14}}).value.tolist()[-1]
    assert answer["indicators"]["rsi_14"]["value"] == rsi and answer["indicators"]["atr_14"]["value"] == atr
    assert answer["day"] == "2026-05-31" and answer["source"] == "sample"


def test_market_data(logged):
    """S2-78: range query, ≤10 per day"""
    client = logged("user")
    points = client.get("/api/analytics/market-data?since=2026-05-01T00:00:00%2B00:00&until=2026-05-10T23:59:59%2B00:00").json["data"][
        "points"
    ]
    assert [point["recorded_at"][:10] for point in points] == [f"2026-05-{day:02}" for day in range(1, 11)]
    assert client.get("/api/analytics/market-data?since=yesterday").status_code == 422
    assert client.get("/api/analytics/market-data?limit=100000").status_code == 422


def test_answers_on_demand_are_kept(logged, kit):
    """S2-134: T

    The second to ask is answered from the cache.
    """
    client = logged("user")
    first, second = (client.get("/api/analytics/technical").json["data"] for _ in range(2))
    assert first == second
    assert 'cache_requests_total{cache="technical",outcome="hit"} 1.0' in kit.metrics.text().decode()


def test_a_new_point_renews_what_is_kept(client, kit, time):
    """S2-101: invalidated on write

    Answers that are made of the newest point are made anew when there is a newer one, long before their time is over.
    """

    def price():
        return client.get("/network_stats").json["data"]["basis"]["btc_price_usd"]

    assert price() == price() == 73_674.0
    with kit.sessions.begin() as database:
        of = {"network_difficulty": 1.3e14, "network_height": 952_583, "fees_per_block": 2e6, "technical_indicators": {}}
        rows.add_point(database, recorded_at=time.now, btc_price=60_000.0, source="collected", **of)
    assert price() == 60_000.0
    assert 'cache_requests_total{cache="basis",outcome="hit"} 1.0' in kit.metrics.text().decode()


def test_keys_go_to_their_source(app, kit, time):
    """S2-18: fixture; key only in env, redacted from logs

    A source that needs a key is asked once there is one, of the environment or stored by an owner, which comes first; the key is in no log.
    """
    asked = []

    def handler(request):
        asked.append(request)
        name = recorded_upstreams.FILES.get(f"/{request.url.host}{request.url.path}")
        return httpx.Response(200, content=(recorded_upstreams.FOLDER / name).read_bytes()) if name else httpx.Response(404)

    def round_of(worker):
        asked.clear()
        outcomes = worker.collect()
        return outcomes, {request.url.host: request for request in asked}

    live = {"upstreams": "live"}
    first = Worker(kit.settings.model_copy(update=live), time, answering_live(kit, handler))
    outcomes, requests = round_of(first)
    assert "coinwarz" not in outcomes and "www.coinwarz.com" not in requests
    given = {**live, "api_keys": SecretStr("coinwarz_query:of-the-environment,coingecko_demo:CG-of-the-environment")}
    second = Worker(kit.settings.model_copy(update=given), time, answering_live(kit, handler))
    outcomes, requests = round_of(second)
    assert outcomes["coinwarz"] == "ok" and requests["www.coinwarz.com"].url.params["apikey"] == "of-the-environment"
    assert "CG-of-the-environment" in requests["api.coingecko.com"].headers.values()
    with kit.sessions.begin() as database:
        keys.store(database, kit.vault, "coinwarz_query", "stored-by-an-owner", time.now)
        said = {row.source for row in rows.readings(database, "difficulty")}
    assert said == {"coinwarz", "mempool_hashrate"}
    with structlog.testing.capture_logs() as lines:
        _, requests = round_of(second)
    assert requests["www.coinwarz.com"].url.params["apikey"] == "stored-by-an-owner"
    assert "coinwarz.com" in repr(lines) and "stored-by-an-owner" not in repr(lines) and "environment" not in repr(lines)
    for worker in (first, second):
        worker.kit.engine.dispose()


def answering_live(kit, handler):
    return Upstreams(kit.settings.model_copy(update={"upstreams": "live"}), kit.metrics, httpx.MockTransport(handler))


def test_words_of_visitors_fill_no_cache(client, app):
    """Searches are not kept: the cache has as many entries after many as before."""
    client.get("/miners")
    before = len(app.extensions["cache"]._entries)
    for place in range(20):
        client.get(f"/miners?contains=x{place}")
    assert len(app.extensions["cache"]._entries) == before


def test_cache_times(kit, time):
    """S2-100: time-machine: 14:59 hit, 15:01 miss; `Cache-Control: max-age`

    The jitter lies within the last tenth.
    """
    cache, calls = Cache(time, kit.metrics), []

    def make():
        calls.append(time.now)
        return len(calls)

    assert [cache.get("k", make), cache.get("k", make)] == [1, 1]
    time.move(minutes=13, seconds=29)
    assert cache.get("k", make) == 1
    time.move(minutes=1, seconds=32)
    assert cache.get("k", make) == 2


def test_cache_single_flight(kit, time):
    """S2-99: hit ratio metric; stampede test (100 threads → 1 upstream call)"""
    cache, calls, start = Cache(time, kit.metrics), [], threading.Barrier(100)

    def make():
        calls.append(1)
        threading.Event().wait(0.05)
        return "value"

    def ask():
        start.wait()
        cache.get("k", make)

    threads = [threading.Thread(target=ask) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 1
    text = kit.metrics.text().decode()
    assert 'cache_requests_total{cache="k",outcome="hit"} 99.0' in text


def test_cache_while_the_source_fails(kit, time):
    """While the source fails the old answer is served for an hour, then the failure is told."""
    cache = Cache(time, kit.metrics)
    cache.get("k", lambda: "old")

    def fails():
        raise RuntimeError

    time.move(minutes=20)
    assert cache.get("k", fails) == "old"
    time.move(minutes=70)
    with pytest.raises(RuntimeError):
        cache.get("k", fails)


def test_points_are_of_one_moment(kit, time):
    """Calculations stand on a point that has price, difficulty, height and fees; a half one is passed over."""
    with kit.sessions.begin() as database:
        rows.add_point(database, recorded_at=time.now, btc_price=1.0, source="collected", technical_indicators={})
        assert services_market.standing(database)["source"] == "sample"
        assert database.scalar(select(MarketAnalytics).where(MarketAnalytics.btc_price == 1.0)) is not None


class InMemory:
    """Readings without a database: what the collector asks of its repository, and nothing else."""

    def __init__(self):
        self.kept = {}

    def put_reading(self, _database, quantity, source, time, value):
        self.kept[quantity, source] = FeedReading(quantity=quantity, source=source, time=time, value=value)

    def readings(self, _database, quantity=None):
        return [self.kept[key] for key in sorted(self.kept) if quantity in (None, key[0])]


@pytest.mark.parametrize("kind", ["database", "memory"])
def test_repositories_are_replaceable(kit, time, kind, monkeypatch):
    """S2-138: in-memory fake passes the same contract tests

    The same readings go in and come out, the newest of a source in place of the one before, in the order of their names.
    """
    repository = rows if kind == "database" else InMemory()
    with kit.sessions() as database:
        for source, value in (("b", 1.0), ("a", 2.0), ("b", 3.0)):
            repository.put_reading(database, "btc_price_usd", source, time.now, value)
        repository.put_reading(database, "height", "a", time.now, 4.0)
        assert [(row.source, row.value) for row in repository.readings(database, "btc_price_usd")] == [("a", 2.0), ("b", 3.0)]
        assert [row.quantity for row in repository.readings(database)] == ["btc_price_usd", "btc_price_usd", "height"]
        monkeypatch.setattr(services_network, "rows", repository)
        said = services_network.quantities(database, int(time.now.timestamp() * 1000), config.FRESH_MS)
        assert said["height"]["value"] == 4.0 and said["btc_price_usd"]["state"] == "disputed"
