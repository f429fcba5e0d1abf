"""What json and pandas need for the payloads of ``crates/feeds/benches/payloads.rs``: the same rows, the same digits.

``cargo bench -p hashinsight-feeds`` measures the parsers; this needs pandas only: ``python benches/peers/feeds.py``.
"""

from __future__ import annotations

import io
import json
import statistics
import time
from collections.abc import Callable

import pandas as pd

ROUNDS = 31
ROWS = 1000
START_MS = 1_776_996_000_000
KLINE = ["open_ms", "open", "high", "low", "close", "volume", "close_ms", "quote_volume", "trades", "taker_base", "taker_quote", "unused"]
KLINE_FLOATS = ["open", "high", "low", "close", "volume", "quote_volume", "taker_base", "taker_quote"]


def klines() -> str:
    """A thousand hours, prices of eight decimals as Binance writes them."""
    rows = []
    for i in range(ROWS):
        open_ms = START_MS + 3_600_000 * i
        price = 60_000.0 + ((i * 7919) % 5000) / 7.0
        volume = price / 73.0
        numbers = [price, price * 1.01, price * 0.99, price * 1.003, volume]
        texts = ",".join(f'"{number:.8f}"' for number in numbers)
        rows.append(
            f'[{open_ms},{texts},{open_ms + 3_599_999},"{price * volume:.8f}",{1000 + i},'
            f'"{volume / 2.0:.8f}","{price * volume / 2.0:.8f}","0"]'
        )
    return f"[{','.join(rows)}]"


def summaries() -> str:
    """A thousand options: twenty expiries, twenty-five strikes, calls and puts."""
    rows = []
    for month in range(1, 21):
        for strike in range(ROWS // 40):
            for kind in "CP":
                moneyness = (50_000 + 2000 * strike) / 95_012.3
                pays = 1.0 - moneyness if kind == "C" else moneyness - 1.0
                premium = 0.01 + strike / 9970.0 + max(pays, 0.0)
                bid = "null" if strike % 5 == 0 else f"{premium * 0.98:.4f}"
                rows.append(
                    f'{{"instrument_name":"BTC-{1 + month % 28}JUN{27 + month // 28}-{50_000 + 2000 * strike}-{kind}",'
                    f'"base_currency":"BTC","quote_currency":"BTC","volume":{premium * 91.0:.1f},"volume_usd":{premium * 8_000_000.0:.2f},'
                    f'"price_change":null,"open_interest":{premium * 7000.0:.1f},"mid_price":null,"mark_price":{premium:.6f},'
                    f'"mark_iv":{40.0 + premium * 100.0:.2f},"low":null,"last":{premium:.4f},"high":null,"underlying_index":"BTC-JUN27",'
                    f'"underlying_price":{95_012.3 + premium:.4f},"interest_rate":0.0,"estimated_delivery_price":92263.55,'
                    f'"creation_timestamp":1776996000000,"bid_price":{bid},"ask_price":{premium * 1.02:.4f}}}'
                )
    return f'{{"jsonrpc":"2.0","result":[{",".join(rows)}],"usIn":1,"usOut":2,"usDiff":1,"testnet":false}}'


OKX_ROWS = 300


def okx_candles() -> str:
    """The most rows that OKX answers, newest first: nine texts each."""
    rows = []
    for i in reversed(range(OKX_ROWS)):
        price = 60_000.0 + ((i * 7919) % 5000) / 7.0
        quote = price / 73.0 * price
        numbers = [f"{number:.1f}" for number in (price, price * 1.01, price * 0.99, price * 1.003)]
        cells = [str(START_MS + 3_600_000 * i), *numbers, f"{price / 73.0:.8f}", f"{quote:.8f}", f"{quote:.8f}", "1"]
        rows.append("[" + ",".join(f'"{cell}"' for cell in cells) + "]")
    return f'{{"code":"0","msg":"","data":[{",".join(rows)}]}}'


def bybit_candles() -> str:
    """A thousand hours as Bybit writes them, newest first."""
    rows = []
    for i in reversed(range(ROWS)):
        price = 60_000.0 + ((i * 7919) % 5000) / 7.0
        numbers = [f"{number:.1f}" for number in (price, price * 1.01, price * 0.99, price * 1.003)]
        cells = [str(START_MS + 3_600_000 * i), *numbers, f"{price / 73.0:.3f}", f"{price / 73.0 * price:.4f}"]
        rows.append("[" + ",".join(f'"{cell}"' for cell in cells) + "]")
    head = '{"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":['
    return head + ",".join(rows) + ']},"retExtInfo":{},"time":1780600000000}'


def decimal(value: int, places: int) -> str:
    """A decimal of so many places."""
    whole, rest = divmod(abs(value), 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{places}}"


def ledger() -> str:
    """A thousand lines of Kraken's ledger: five hundred trades of two legs, and balances that follow from them."""
    lines = ['"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"']
    btc, usd = 0, 10**12  # in 1e-10 BTC and 1e-4 USD
    for i in range(ROWS // 2):
        day, hour = 1 + i // 24, i % 24
        moment = f"2024-{1 + day // 28:02}-{1 + day % 28:02} {hour:02}:00:00"
        coins = 100_000_000 + 100_009 * i
        cost = coins * 60_000 // 1_000_000
        fee = cost * 16 // 10_000
        btc, usd = btc + coins, usd - cost - fee
        head = f'"T{i:05}","{moment}","trade","","currency"'
        lines.append(f'"L{i:05}A",{head},"XXBT",{decimal(coins, 10)},0.0000000000,{decimal(btc, 10)}')
        lines.append(f'"L{i:05}B",{head},"ZUSD",{decimal(-cost, 4)},{decimal(fee, 4)},{decimal(usd, 4)}')
    return "\n".join(lines) + "\n"


def okx_frame(body: bytes) -> pd.DataFrame:
    return pd.DataFrame(json.loads(body)["data"]).astype(float)


def bybit_frame(body: bytes) -> pd.DataFrame:
    return pd.DataFrame(json.loads(body)["result"]["list"]).astype(float)


def ledger_frame(body: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(body), parse_dates=["time"])


def candles_frame(body: bytes) -> pd.DataFrame:
    frame = pd.DataFrame(json.loads(body), columns=KLINE)
    return frame.astype(dict.fromkeys(KLINE_FLOATS, float))


def summaries_frame(body: bytes) -> pd.DataFrame:
    frame = pd.DataFrame(json.loads(body)["result"])
    numbers = [name for name in frame.columns if name not in ("instrument_name", "base_currency", "quote_currency", "underlying_index")]
    return frame.astype(dict.fromkeys(numbers, float))


def median(work: Callable[[], object]) -> float:
    """Seconds, the median of rounds of ten."""

    def once() -> float:
        start = time.perf_counter()
        for _ in range(10):
            work()
        return (time.perf_counter() - start) / 10

    return statistics.median(once() for _ in range(ROUNDS))


def main() -> None:
    for name, body, frame, rows in (
        ("Binance candles", klines().encode(), candles_frame, ROWS),
        ("Deribit book summary", summaries().encode(), summaries_frame, ROWS),
        ("OKX candles", okx_candles().encode(), okx_frame, OKX_ROWS),
        ("Bybit candles", bybit_candles().encode(), bybit_frame, ROWS),
        ("Kraken ledger", ledger().encode(), ledger_frame, ROWS),
    ):
        assert len(frame(body)) == rows
        print(f"{name}, {rows} rows, {len(body)} bytes: json and pandas {median(lambda: frame(body)) * 1e3:.2f} ms")  # noqa: B023


if __name__ == "__main__":
    main()
