"""One round of the collector: ask, read, agree, keep, thin out, tell.

What is sent and how answers are read is the family's; how a request travels is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import hashinsight as hi

from repositories import market as rows
from services import market, network

Reading = tuple[str, datetime, float]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Fetched:
    """What came back: a body with the time at which it was made, or the reason why none did."""

    outcome: str
    body: bytes = b""
    made_at: datetime | None = None


@dataclass(frozen=True)
class Question:
    source: str
    ask: dict[str, Any]
    read: Callable[[Any, datetime], Iterator[Reading]]
    #: Keys that the source takes, by the family's word for where each goes; the first one that there is goes along.
    keys: tuple[str, ...] = ()
    #: Whether it answers nobody without one.
    needs_key: bool = False


def price_of(payload: Any, _now: datetime) -> Iterator[Reading]:
    yield "btc_price_usd", payload.price.time_ms, payload.price.last_price


def prices_of(payload: Any, _now: datetime) -> Iterator[Reading]:
    for quote in payload.quotes:
        if quote.quote_currency == "USD":
            yield "btc_price_usd", quote.time_ms, quote.last_price


def chain_of(payload: Any, now: datetime) -> Iterator[Reading]:
    yield from price_of(payload, now)
    yield "network_hashrate_ths", payload.time_ms, payload.hashrate_ths
    yield "height", payload.time_ms, payload.height


def hashrates_of(payload: Any, now: datetime) -> Iterator[Reading]:
    yield "network_hashrate_ths", now, payload.current_hashrate_ths
    yield "difficulty", now, payload.current_difficulty


def fees_of(payload: Any, now: datetime) -> Iterator[Reading]:
    yield "fees_per_block_sat", now, payload.fees_per_block_sat


def coin_of(payload: Any, now: datetime) -> Iterator[Reading]:
    if payload.price:
        yield "btc_price_usd", payload.price.time_ms, payload.price.last_price
    yield "difficulty", now, payload.difficulty
    yield "height", now, payload.height


def sentiment_of(payload: Any, _now: datetime) -> Iterator[Reading]:
    for time_ms, value in zip(payload.index.time_ms, payload.index.value, strict=True):
        yield "fear_greed_index", EPOCH + timedelta(milliseconds=int(time_ms)), float(value)  # layout: columns as an instant and a number


PRICE_OF_BITCOIN = {"coin": "bitcoin", "quote_currency": "USD"}
QUESTIONS = (
    Question("coingecko", {"coingecko": {"simple_price": PRICE_OF_BITCOIN}}, price_of, keys=("coingecko_pro", "coingecko_demo")),
    Question("coinwarz", {"coinwarz": {"coin_information": {"coin": "BTC"}}}, coin_of, keys=("coinwarz_query",), needs_key=True),
    Question("alternative_me", {"alternative_me": {"fear_and_greed": {"days": 1}}}, sentiment_of),
    Question("mempool_prices", {"mempool_space": "prices"}, prices_of),
    Question("blockchain_info", {"blockchain_info": "stats"}, chain_of),
    Question("mempool_hashrate", {"mempool_space": {"hashrate_history": {"period": "three_days"}}}, hashrates_of),
    Question("mempool_rewards", {"mempool_space": {"reward_stats": {"blocks": 144}}}, fees_of),
)


#: Services that a key can be stored for.
SERVICES = tuple(key for question in QUESTIONS for key in question.keys)


def ask(fetch: Callable[[str, Any], Fetched], keys: Mapping[str, str] | None = None) -> list[tuple[Question, Fetched]]:
    """Asks every source once. Nothing is written meanwhile: a source that lets others wait holds no row."""
    answers = []
    for question in QUESTIONS:
        access = next(({name: keys[name]} for name in question.keys if keys and name in keys), None)
        if access or not question.needs_key:
            answers.append((question, fetch(question.source, hi.feeds.request(ask=question.ask, access=access))))
    return answers


def store(database: Any, now: datetime, now_ms: int, fresh_ms: int, answers: list[tuple[Question, Fetched]]) -> dict[str, str]:
    """Reads and keeps what came; a source that failed leaves the others alone. Answers the outcome of each."""
    outcomes = {}
    for question, fetched in answers:
        outcomes[question.source] = outcome = take(database, question, now, fetched)
        rows.count_call(database, now.date(), question.source, outcome)
    keep(database, now, network.quantities(database, now_ms, fresh_ms))
    return outcomes


def take(database: Any, question: Question, now: datetime, fetched: Fetched) -> str:
    """The readings of one answer."""
    if fetched.outcome != "ok":
        return fetched.outcome
    # A cache on the way may hand out an old answer: what tells no time of its own is as old as that.
    at = min(now, fetched.made_at or now)
    try:
        report = hi.feeds.parse(ask=question.ask, body=fetched.body, received_ms=at)
    except hi.HashInsightError as error:
        return error.code[:40]
    for quantity, time, value in question.read(report.data.payload, at):
        if value is not None:
            rows.put_reading(database, quantity, question.source, time, value)
    return "ok"


def keep(database: Any, now: datetime, quantities: dict[str, dict[str, Any]]) -> None:
    """A point of the history, where fresh sources agree on a price; none is made up."""
    fresh = {name: said["value"] for name, said in quantities.items() if said["state"] == "fresh"}
    if "btc_price_usd" not in fresh:
        return
    rows.add_point(
        database,
        recorded_at=now,
        btc_price=fresh["btc_price_usd"],
        network_hashrate=fresh.get("network_hashrate_ths"),
        network_difficulty=fresh.get("difficulty"),
        network_height=fresh.get("height") and int(fresh["height"]) + 1,  # layout: sources tell the tip, the next block follows it
        fees_per_block=fresh.get("fees_per_block_sat"),
        fear_greed_index=fresh.get("fear_greed_index") and int(fresh["fear_greed_index"]),
        technical_indicators=market.technical(database)["indicators"],
        source="collected",
    )


def retain(database: Any, now_ms: int, points_per_day: int, keep_ms: int) -> int:
    """Thins the collected history to so many points a day; answers how many went."""
    points = rows.collected(database)
    if not points:
        return 0
    report = hi.feeds.retain(
        time_ms=[time for _, time in points],
        now_ms=now_ms,
        points_per_day=points_per_day,
        utc_offset_min=0,
        max_age_ms=keep_ms,
    )
    gone = [points[place][0] for place in (*report.thinned, *report.expired)]
    rows.forget(database, gone)
    return len(gone)


def alert(database: Any, now: datetime, threshold: float, hysteresis: float) -> bool:
    """Whether the price has just fallen to the threshold: told once, until it has come back."""
    point = rows.latest(database)
    if point is None or point.source != "collected" or point.recorded_at != now:
        return False
    settings = {"side": "below", "threshold": threshold, "hysteresis": hysteresis}
    saved = rows.state(database, "alert")
    stream = hi.feeds.Alert.restore(saved, **settings) if saved else hi.feeds.Alert(**settings)
    row = stream.update(time_ms=now, value=point.btc_price)
    rows.put_state(database, "alert", stream.save())
    return row.state == "fired"
