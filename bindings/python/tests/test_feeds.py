"""Parsed data of one upstream, as the other rooms take it."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import hashinsight as hi

NOW_MS = 1_780_730_885_000
FEES = '{"fastestFee":3,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}'


def test_case_29_an_instant_with_microseconds_is_the_millisecond_that_it_lies_in() -> None:
    received = datetime.datetime(2026, 6, 6, 7, 28, 5, 123456, tzinfo=datetime.timezone.utc)
    parsed = hi.feeds.parse(ask={"mempool_space": "recommended_fees"}, body=FEES, received_ms=received)
    assert not parsed.suspicious
    prices = hi.call(
        "feeds.parse",
        {"ask": {"blockchain_info": "ticker"}, "body": '{"USD":{"last":60823.0}}', "received_ms": received},
    )
    quotes = prices["data"]["blockchain_info"]["ticker"]["quotes"]
    assert quotes[0]["time_ms"] == 1_780_730_885_123


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_a_body_is_text_or_its_bytes(kind: type) -> None:
    ask: hi.feeds.FeedAskDict = {"mempool_space": "recommended_fees"}
    body = FEES.encode()
    written = hi.feeds.parse(ask=ask, body=FEES, received_ms=NOW_MS)
    assert hi.feeds.parse(ask=ask, body=kind(body), received_ms=NOW_MS) == written
    with pytest.raises(hi.HashInsightError, match="UTF-8") as refused:
        hi.feeds.parse(ask=ask, body=kind(b'{"fastestFee":3\xff}'), received_ms=NOW_MS)
    assert (refused.value.code, refused.value.path) == ("border.bytes.wrong_type", "body")


def fixture(name: str) -> bytes:
    return (Path(__file__).parents[3] / "crates" / "feeds" / "tests" / "fixtures" / name).read_bytes()


def test_a_difficulty_and_a_price_become_a_hashprice() -> None:
    got = hi.feeds.parse(ask={"bitcoin_rpc": "blockchain_info"}, body=fixture("obs_bitcoin_rpc_getblockchaininfo.json"), received_ms=1_769_215_600_000)
    spot = hi.feeds.parse(ask={"mempool_space": "prices"}, body=b'{"time":1769215000,"USD":89000,"EUR":76000}', received_ms=1_769_215_600_000)
    price = spot.quote("USD").last_price
    assert price is not None
    found = hi.mining.hashprice(network_basis={"difficulty": got.difficulty()}, subsidy_sat=312_500_000, fees_per_block_sat=2e6, btc_price_usd=price)
    expected = 86_400e15 / (141_668_107_417_558.2 * 2**32) * 3.145 * 89_000
    assert found.hashprice_usd_per_phs_day == pytest.approx(expected, rel=1e-12)


def test_candles_become_signals() -> None:
    day = 86_400_000
    start = 1_714_521_600_000
    rows = [
        [start + day * i, str(60_000 + 100 * i), str(60_150 + 100 * i), str(59_950 + 100 * i), str(60_100 + 100 * i), "10", start + day * (i + 1) - 1, str(600_000 + 1000 * i), 5, "5", "1", "0"]
        for i in range(30)
    ]
    candles: hi.feeds.BinanceCandlesDict = {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT", "interval_ms": day}
    got = hi.feeds.parse(ask={"binance": {"candles": candles}}, body=json.dumps(rows), received_ms=start + 30 * day)
    report = hi.signals.evaluate(bars=got.bars())
    assert len(got.bars().close) == len(report.decisions) == 30
    assert isinstance(got.bars(), hi.market.Bars)


def test_a_summary_becomes_a_smile_and_limits_a_liquidation() -> None:
    got = hi.feeds.parse(
        ask={"deribit": {"book_summary": {"currency": "BTC"}}},
        body=fixture("syn_deribit_book_summary_by_currency.json"),
        received_ms=1_765_541_480_000,
    )
    smile = hi.derivatives.option_chain(chain=got.option_chain(), rate_per_year=0.0)
    assert smile.expiries[0].expiry_ms == datetime.datetime(2026, 6, 26, 8, tzinfo=datetime.timezone.utc)
    limits = hi.feeds.parse(
        ask={"bybit": {"risk_limits": {"category": "linear", "instrument": "BTCUSDT", "margin_currency": "USDT"}}},
        body=fixture("syn_bybit_risk_limit_linear.json"),
        received_ms=NOW_MS,
    )
    example = {**hi.example("derivatives.liquidation"), "venue": "bybit_classic", "maintenance": {"tiers": limits.tier_table()}}
    price = hi.derivatives.liquidation(**example).liquidation_price.value
    assert price is not None and price > 0


def test_what_an_answer_does_not_hold_is_said() -> None:
    got = hi.feeds.parse(ask={"mempool_space": "prices"}, body='{"time":1780730404,"USD":60823,"EUR":52760}', received_ms=NOW_MS)
    assert got.quote("EUR").last_price == 52_760
    asked: list[tuple[Callable[[], object], str, str]] = [
        (got.bars, "feeds.bars.none", "an answer with bars"),
        (got.quote, "feeds.quote.several", "the name of one: BTC-EUR, BTC-USD, EUR, USD"),
        (lambda: got.quote("CHF"), "feeds.quote.none", "the name of one: BTC-EUR, BTC-USD, EUR, USD"),
    ]
    for call, code, allowed in asked:
        with pytest.raises(hi.HashInsightError) as refused:
            call()
        assert (refused.value.code, refused.value.path, refused.value.allowed) == (code, "data", allowed)
