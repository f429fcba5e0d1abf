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


def recorded(name: str) -> hi.feeds.ParseReport:
    """The answer that somebody recorded, read as the table of samples asks for it."""
    row = next(row for row in json.loads(fixture("samples.json")) if row["file"] == name)
    return hi.feeds.parse(ask=row["ask"], body=fixture(name), received_ms=row["received_ms"])


ERCOT = """DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag
06/01/2026,1,1,HB_WEST,HU,30,N
06/01/2026,1,2,HB_WEST,HU,-5,N
06/01/2026,1,3,HB_WEST,HU,20,N
06/01/2026,1,4,HB_WEST,HU,25,N
"""
LEDGER = """"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"
"L1","T1","2026-06-01 10:00:00","trade","","currency","ZUSD",-30000.0000,48.0000,1952.0000
"L2","T1","2026-06-01 10:00:00","trade","","currency","XXBT",0.5000000000,0.0000000000,0.5000000000
"""


def test_every_upstream_of_the_chain_feeds_mining() -> None:
    node, rewards, stats = recorded("obs_bitcoin_rpc_getmininginfo.json"), recorded("syn_mempool_reward_stats.json"), recorded("obs_blockchain_info_stats_2026.json")
    price = recorded("syn_mempool_prices.json").quote("USD").last_price
    assert price is not None
    subsidy = hi.mining.subsidy(height=node.height(), network="mainnet").subsidy_sat
    got = hi.mining.hashprice(network_basis={"difficulty": node.difficulty()}, subsidy_sat=subsidy, fees_per_block_sat=rewards.fees_per_block(), btc_price_usd=price)
    expected = 86_400e15 / (141_668_107_417_558.2 * 2**32) * (3.125 + 371_234_567 / 144 / 1e8) * price
    assert got.hashprice_usd_per_phs_day == pytest.approx(expected, rel=1e-12)
    dollars = stats.quote().last_price
    assert dollars is not None
    reward = hi.mining.hashprice(network_basis={"network_hashrate_ths": stats.hashrate()}, subsidy_sat=subsidy, fees_per_block_sat=recorded("obs_blockchain_info_stats_2016.json").fees_per_block(), btc_price_usd=dollars)
    assert reward.hashprice_usd_per_phs_day > 0
    coins = recorded("rec_coinwarz_profitability_2017.json")
    assert (coins.difficulty("BTC"), coins.height("BTC"), coins.quote("BTC").last_price) == (1_123_863_285_132.97, 489_018, 4596.48)
    assert recorded("rec_mempool_hashrate_3d.json").difficulty() > 1e12
    assert len(recorded("obs_blockchain_info_chart_hash_rate.json").series().value) == 3


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_feed_tariffs_and_ledgers(mark: str) -> None:
    grid = hi.feeds.read_settlement(format="ercot_settlement_point", text=mark + ERCOT, point="HB_WEST")
    prices = hi.mining.tariff_prices(tariff={"energy": {"series": grid.prices}, "settlement_minutes": 15}, start_ms=grid.prices.start_ms, hours=1)
    assert prices.usd_per_kwh == (0.03, -0.005, 0.02, 0.025)
    ledger = hi.feeds.read_statement(format="kraken_ledger", text=mark + LEDGER)
    statement = hi.treasury.statement_events(policy={"currency": "USD", "method": "fifo", "coin_fee": "taxable"}, rows=ledger.rows)
    assert len(statement.events) == 1


@pytest.mark.parametrize(
    "name",
    ["rec_binance_klines_spot.json", "rec_bybit_kline_inverse.json", "rec_coinbase_advanced_candles.json", "rec_deribit_tradingview_chart.json", "syn_okx_candles_swap.json", "rec_coingecko_ohlc.json"],
)
def test_bars_of_every_venue_feed_an_indicator(name: str) -> None:
    bars = recorded(name).bars()
    assert isinstance(bars, hi.market.Bars)
    assert list(hi.signals.indicator_batch(close=bars.close, indicator={"ema": {"length": 1}}).value) == list(bars.close)


@pytest.mark.parametrize("name", ["rec_binance_depth_usdm.json", "rec_okx_books.json", "rec_bybit_orderbook.json", "rec_coinbase_advanced_book.json", "syn_deribit_order_book_perpetual.json"])
def test_books_of_every_venue_are_walked(name: str) -> None:
    report = hi.signals.order_book(book=recorded(name).order_book(), side="sell", size_base=0.001)
    assert report.spread is not None


def test_funding_and_interest_of_every_venue_feed_signals() -> None:
    bars = recorded("rec_binance_klines_usdm.json").bars()
    for funding, interest in [
        ("rec_binance_funding_rate_usdm.json", "rec_binance_open_interest_hist_usdm.json"),
        ("rec_okx_funding_rate_history.json", "rec_binance_open_interest_hist_usdm.json"),
        ("rec_bybit_funding_history.json", "rec_bybit_open_interest_inverse.json"),
        ("rec_deribit_funding_rate_history.json", "rec_bybit_open_interest_inverse.json"),
    ]:
        history = hi.signals.DerivativesHistory(funding=recorded(funding).funding_history(), open_interest=recorded(interest).open_interest_history())
        assert len(hi.signals.evaluate(bars=bars, derivatives=history).decisions) == len(bars.close)
    assert recorded("rec_alternative_me_fng.json").series().value == (33.0, 47.0)


def test_a_byte_order_mark_is_passed_over_in_text_and_bytes() -> None:
    ask: hi.feeds.FeedAskDict = {"mempool_space": "recommended_fees"}
    plain = hi.feeds.parse(ask=ask, body=FEES, received_ms=NOW_MS)
    assert hi.feeds.parse(ask=ask, body="\ufeff" + FEES, received_ms=NOW_MS) == plain
    assert hi.feeds.parse(ask=ask, body=FEES.encode("utf-8-sig"), received_ms=NOW_MS) == plain
    said = hi.feeds.refusal(body=b'\xef\xbb\xbf{"code":-1121,"msg":"Invalid symbol."}', received_ms=NOW_MS).refusal
    assert said is not None
    assert (said.kind, said.message) == ("unknown_instrument", "Invalid symbol.")


def test_an_unreadable_header_does_not_cost_the_words() -> None:
    report = hi.feeds.refusal(body='{"code":-1003,"msg":"Too many requests."}', received_ms=NOW_MS, status=429, retry_after="soon")
    assert report.refusal is not None
    assert (report.refusal.kind, report.refusal.message, report.refusal.retry_after_ms) == ("rate_limited", "Too many requests.", None)
    assert [(odd.path, odd.value) for odd in report.suspicious] == [("retry_after", "soon")]
    moved = hi.feeds.refusal(body="", received_ms=NOW_MS, status=304).refusal
    assert moved is not None
    assert (moved.kind, moved.message) == ("other", "Not Modified")
