"""Sources of data through the wheel: the bodies that the library keeps as samples, and bodies that nobody thought of."""

from __future__ import annotations

import json
import math
from contextlib import suppress
from typing import Any

import hashinsight as hi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from test_structure import ROOT

FIXTURES = ROOT.parent.parent / "crates/feeds/tests/fixtures"
SAMPLES = [
    json.loads(line.strip().rstrip(","))
    for line in (FIXTURES / "samples.json").read_text(encoding="utf-8").splitlines()
    if line.strip().startswith("{")
]


def at(document: Any, path: str) -> Any:
    """What stands at a JSON pointer; what is absent is nothing."""
    for step in path.strip("/").split("/"):
        if document is None:
            return None
        document = document[int(step)] if isinstance(document, list) else document.get(step)
    return document


def same(value: Any, expected: Any) -> bool:
    """The same, where a change of unit may cost a last bit."""
    if isinstance(expected, list):
        return len(value) == len(expected) and all(same(*pair) for pair in zip(value, expected, strict=True))
    return math.isclose(value, expected, rel_tol=1e-14) if isinstance(expected, float) else value == expected


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["file"])
def test_samples_of_sources(sample):
    """S2-19: fixtures (simple price, market_chart, ohlc, 429 body)

    S2-20: fixtures (stats, charts, q/*, ticker); unit tests GH/s→H/s

    S2-21: fixtures; builder+parser round trip; error object

    S2-22: fixtures (book summary, ticker, funding, DVOL, order book)

    Each body says what its list expects of it, in the units of the family, or is refused by the code that is expected.
    """
    body, ask = (FIXTURES / sample["file"]).read_bytes(), sample["ask"]
    if "refused" in sample:
        with pytest.raises(hi.HashInsightError) as refused:
            hi.feeds.parse(ask=ask, body=body, received_ms=sample["received_ms"])
        assert refused.value.code == sample["refused"]
        return
    # A node of one's own is asked at a path: where it stands, only its owner knows.
    assert hi.feeds.request(ask=ask).url.startswith("/" if "bitcoin_rpc" in ask else "https://")
    found = hi.feeds.parse(ask=ask, body=body, received_ms=sample["received_ms"]).to_dict(mode="json")["data"]
    for path, expected in sample["expect"].items():
        assert same(at(found, path), expected), (path, at(found, path))


def test_kinds_of_samples():
    """Every source of the document is among the samples, with each of the bodies that it names."""
    kinds = {source: {json.dumps(sample["ask"][source]) for sample in SAMPLES if source in sample["ask"]} for source in sources()}
    for source, words in {
        "coingecko": ("simple_price", "market_chart", "ohlc"),
        "blockchain_info": ("stats", "chart", "query", "ticker"),
        "deribit": ("book_summary", "ticker", "funding", "volatility_index", "order_book"),
        "coinwarz": ("profitability", "coin_information", "key_info"),
    }.items():
        for word in words:
            assert any(word in kind for kind in kinds[source]), (source, word)
    assert {"bitcoin_rpc", "mempool_space", "alternative_me"} <= set(kinds)


def sources() -> set[str]:
    return {source for sample in SAMPLES for source in sample["ask"]}


def test_venues_say_the_same_things():
    """S2-148: same `Ticker/Candle/Book/Funding` type from each

    Candles, books and tickers of every venue have the same fields, whatever the venue calls them.
    """
    shapes: dict[str, dict[str, set[str]]] = {"closed": {}, "bids": {}, "quote": {}}
    for sample in SAMPLES:
        if "refused" in sample:
            continue
        (source,) = sample["ask"]
        data = hi.feeds.parse(ask=sample["ask"], body=(FIXTURES / sample["file"]).read_bytes(), received_ms=sample["received_ms"]).data
        for name in shapes:
            part = getattr(data.payload, name, None)
            if part is not None:
                shapes[name].setdefault(type(part).__name__, set()).add(source)
    venues = {"binance", "okx", "coinbase", "deribit", "bybit"}
    for name, by_type in shapes.items():
        assert len(by_type) == 1, (name, by_type)
        assert len(next(iter(by_type.values())) & venues) >= 3, (name, by_type)


anything = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=12), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(place=some.integers(0, len(SAMPLES) - 1), body=anything, inside=some.booleans())
def test_any_body_is_read_or_refused(place, body, inside):
    """S2-130: property: any JSON → Ok or typed Err, never panic (cargo-fuzz / proptest)

    Whatever comes is read, or refused with a code; also where only a part of a right body is replaced.
    """
    sample = SAMPLES[place]
    if inside:
        try:
            whole = json.loads((FIXTURES / sample["file"]).read_bytes())
        except ValueError:
            whole = {}
        if isinstance(whole, dict) and whole:
            whole[sorted(whole)[0]] = body
            body = whole
    # Anything else than a refusal of the library fails here.
    with suppress(hi.HashInsightError):
        hi.feeds.parse(ask=sample["ask"], body=json.dumps(body).encode(), received_ms=sample["received_ms"])
