"""Parsed data of one upstream, as the other rooms take it."""

import datetime

import hashinsight as hi

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
