"""Lists of documents out of frames, documents that lead out and back, rows that compare."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import hashinsight as hi
import pandas as pd
import polars as pl
import pytest

LINES: Any = [
    {"source": "kraken_spot", "time_ms": 1704067200000, "kind": "deposit", "asset": "USD", "amount": "100000", "reference": "D1"},
    {"source": "kraken_spot", "time_ms": 1704153600000, "kind": "trade", "asset": "USD", "amount": "-42000", "reference": "T1", "fee": "67.2"},
    {"source": "kraken_spot", "time_ms": 1704153600000, "kind": "trade", "asset": "BTC", "amount": "1", "reference": "T1", "fee": "0"},
]
POLICY: Any = {"currency": "USD", "method": "fifo"}


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame])
def test_a_frame_is_a_list_of_its_rows(make: Any) -> None:
    expected = hi.treasury.statement_events(policy=POLICY, rows=LINES)
    assert hi.treasury.statement_events(policy=POLICY, rows=make(LINES)) == expected


def test_times_of_a_frame_are_utc_where_they_have_no_zone() -> None:
    expected = hi.treasury.statement_events(policy=POLICY, rows=LINES)
    frame = pd.DataFrame(LINES)
    for zone in (None, "UTC", "Asia/Shanghai"):
        times = pd.to_datetime(frame["time_ms"], unit="ms", utc=True)
        timed = frame.assign(time_ms=times.dt.tz_localize(None) if zone is None else times.dt.tz_convert(zone))
        assert hi.treasury.statement_events(policy=POLICY, rows=timed) == expected


def test_a_fault_in_a_frame_names_its_row() -> None:
    frame = pd.DataFrame(LINES)
    frame.loc[1, "kind"] = "trad"
    with pytest.raises(hi.HashInsightError) as told:
        hi.treasury.statement_events(policy=POLICY, rows=frame)
    assert told.value.path == "rows[1].kind"


def test_rows_of_a_frame_are_the_one_table_of_a_document() -> None:
    chain: Any = hi.example("derivatives.option_chain")["chain"]
    given = pd.DataFrame(chain["quotes"])
    assert hi.market.OptionChain.of_frame(given) == hi.market.OptionChain.from_dict(chain)


def test_whole_numbers_beyond_a_float_lead_out_and_back() -> None:
    quote = hi.insurance.quote(**hi.example("insurance.quote"))
    assert hi.insurance.Quote.from_dict(quote.to_dict()) == quote
    assert hi.insurance.Quote.from_dict(quote.to_dict(mode="json")) == quote


def test_rows_before_there_is_a_value_are_equal() -> None:
    def first() -> Any:
        stream = hi.mining.RunningHashrate(window_blocks=3, confidence=0.9)
        return stream.update(time_ms=dt.datetime(2026, 6, 1, tzinfo=dt.timezone.utc), difficulty=1.3e14)

    one, other = first(), first()
    assert one.hashrate_ths != one.hashrate_ths, "NaN: there is no span yet"
    assert (one, hash(one)) == (other, hash(other))
    assert one != None  # noqa: E711


def test_a_message_tells_ten_faults_and_how_many_more() -> None:
    lines: Any = [line | {"amount": "x"} for line in LINES * 10]
    with pytest.raises(hi.HashInsightError) as told:
        hi.treasury.statement_events(policy=POLICY, rows=lines)
    text = str(told.value).splitlines()
    assert (len(told.value.others), len(text), text[-1]) == (29, 11, "and 20 more")


def test_money_of_a_frame_is_text_or_decimal() -> None:
    lines: Any = [line | {"amount": Decimal(line["amount"])} for line in LINES]
    expected = hi.treasury.statement_events(policy=POLICY, rows=LINES)
    assert hi.treasury.statement_events(policy=POLICY, rows=pd.DataFrame(lines)) == expected
