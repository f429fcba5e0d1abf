"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self

from .._documents import Document, Variant, call, filled

__all__ = [
    "FeedAsk",
    "FeedData",
    "HttpRequest",
    "ParseReport",
    "RequestHeader",
    "parse",
    "request",
]


@dataclasses.dataclass(frozen=True, repr=False)
class FeedAsk(Variant):
    """A question to any upstream.

    Cases
    -----
    binance
        Binance.
    bitcoin_rpc
        A bitcoin node.
    blockchain_info
        Blockchain.info.
    coinbase
        Coinbase.
    coingecko
        CoinGecko.
    coinwarz
        CoinWarz.
    deribit
        Deribit.
    mempool_space
        mempool.space.
    """

    tag: Literal["binance", "bitcoin_rpc", "blockchain_info", "coinbase", "coingecko", "coinwarz", "deribit", "mempool_space"]
    content: BinanceAsk | BitcoinRpcAsk | BlockchainInfoAsk | CoinbaseAsk | CoingeckoAsk | CoinwarzAsk | DeribitAsk | MempoolSpaceAsk | None = None

    @classmethod
    def binance(cls, content: BinanceAsk | Mapping[str, Any] | str) -> Self:
        """Binance."""
        return filled(cls, {"tag": "binance", "content": content})

    @classmethod
    def bitcoin_rpc(cls, content: BitcoinRpcAsk | Mapping[str, Any] | str) -> Self:
        """A bitcoin node."""
        return filled(cls, {"tag": "bitcoin_rpc", "content": content})

    @classmethod
    def blockchain_info(cls, content: BlockchainInfoAsk | Mapping[str, Any] | str) -> Self:
        """Blockchain.info."""
        return filled(cls, {"tag": "blockchain_info", "content": content})

    @classmethod
    def coinbase(cls, content: CoinbaseAsk | Mapping[str, Any] | str) -> Self:
        """Coinbase."""
        return filled(cls, {"tag": "coinbase", "content": content})

    @classmethod
    def coingecko(cls, content: CoingeckoAsk | Mapping[str, Any] | str) -> Self:
        """CoinGecko."""
        return filled(cls, {"tag": "coingecko", "content": content})

    @classmethod
    def coinwarz(cls, content: CoinwarzAsk | Mapping[str, Any] | str) -> Self:
        """CoinWarz."""
        return filled(cls, {"tag": "coinwarz", "content": content})

    @classmethod
    def deribit(cls, content: DeribitAsk | Mapping[str, Any] | str) -> Self:
        """Deribit."""
        return filled(cls, {"tag": "deribit", "content": content})

    @classmethod
    def mempool_space(cls, content: MempoolSpaceAsk | Mapping[str, Any] | str) -> Self:
        """mempool.space."""
        return filled(cls, {"tag": "mempool_space", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "binance":
            return BinanceAsk._read(content)
        if tag == "bitcoin_rpc":
            return BitcoinRpcAsk._read(content)
        if tag == "blockchain_info":
            return BlockchainInfoAsk._read(content)
        if tag == "coinbase":
            return CoinbaseAsk._read(content)
        if tag == "coingecko":
            return CoingeckoAsk._read(content)
        if tag == "coinwarz":
            return CoinwarzAsk._read(content)
        if tag == "deribit":
            return DeribitAsk._read(content)
        if tag == "mempool_space":
            return MempoolSpaceAsk._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class RequestHeader(Document):
    """A header of a request.

    Attributes
    ----------
    name : str
        Name of the header.
    value : str
        Value of the header.
    """

    name: str
    value: str

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": self.value,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class HttpRequest(Document):
    """Result of `build_request`: an HTTP request, ready to be sent.

    Attributes
    ----------
    method : Method
        HTTP method.
    url : str
        Address, key included: for the socket. Of one's own node it is the path alone.
    headers : list[RequestHeader]
        HTTP headers, keys included.
    body : str, optional
        JSON body of a POST.
    for_log : str
        Method and address with the key masked: for the log.
    """

    method: Method
    url: str
    headers: list[RequestHeader]
    for_log: str
    body: str | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["headers"] = [RequestHeader._read(item) for item in document["headers"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "method": self.method,
            "url": self.url,
            "headers": self.headers,
            "body": self.body,
            "for_log": self.for_log,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class FeedData(Variant):
    """An answer of any upstream, to the question of the same name.

    Cases
    -----
    binance
        Binance.
    bitcoin_rpc
        A bitcoin node.
    blockchain_info
        Blockchain.info.
    coinbase
        Coinbase.
    coingecko
        CoinGecko.
    coinwarz
        CoinWarz.
    deribit
        Deribit.
    mempool_space
        mempool.space.
    """

    tag: Literal["binance", "bitcoin_rpc", "blockchain_info", "coinbase", "coingecko", "coinwarz", "deribit", "mempool_space"]
    content: BinanceData | BitcoinRpcData | BlockchainInfoData | CoinbaseData | CoingeckoData | CoinwarzData | DeribitData | MempoolSpaceData | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "binance":
            return BinanceData._read(content)
        if tag == "bitcoin_rpc":
            return BitcoinRpcData._read(content)
        if tag == "blockchain_info":
            return BlockchainInfoData._read(content)
        if tag == "coinbase":
            return CoinbaseData._read(content)
        if tag == "coingecko":
            return CoingeckoData._read(content)
        if tag == "coinwarz":
            return CoinwarzData._read(content)
        if tag == "deribit":
            return DeribitData._read(content)
        if tag == "mempool_space":
            return MempoolSpaceData._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class ParseReport(Document):
    """Result of `parse`.

    Attributes
    ----------
    data : FeedData
        Market data of the answer.
    suspicious : list[Suspicion]
        Oddities of the answer: implausible, contradictory or left out.
    """

    data: FeedData
    suspicious: list[Suspicion]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["data"] = FeedData._read(document["data"])
        document["suspicious"] = [Suspicion._read(item) for item in document["suspicious"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "data": self.data,
            "suspicious": self.suspicious,
        }


def request(
    *,
    ask: FeedAsk | Mapping[str, Any] | str,
    access: Access | Mapping[str, Any] | str | None = None,
) -> HttpRequest:
    """The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.

    `access` carries the caller's key to the one host it belongs to; `for_log` is the address with the key masked.

    Parameters
    ----------
    ask : FeedAsk | Mapping[str, Any] | str
        Question to an upstream.
    access : Access | Mapping[str, Any] | str, optional
        Key of the caller at that upstream. Absent: the upstream is asked without one.

    Returns
    -------
    HttpRequest

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.request(ask={"coingecko": {"simple_price": {"coin": "bitcoin", "quote_currency": "USD"}}}, access={"coingecko_demo": "CG-example"})
    """
    return HttpRequest._read(call("feeds.request", {"ask": ask, "access": access}))


def parse(
    *,
    ask: FeedAsk | Mapping[str, Any] | str,
    body: str,
    received_ms: datetime.datetime | int,
    max_bytes: int | None = None,
) -> ParseReport:
    """What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.

    `ask` is the question that was asked, `body` the answer as it came, `received_ms` when. What cannot be is refused with its
    path in the payload (`body.result[3].mark_price`), what is hard to believe is listed as `suspicious`, what the upstream
    refuses is `feeds.upstream.none`, `feeds.rate_limit.out_of_range`, `feeds.key.unsupported` or `feeds.method.unsupported`.

    Parameters
    ----------
    ask : FeedAsk | Mapping[str, Any] | str
        Question that was asked.
    body : str
        Answer of the upstream, as it came.
    received_ms : datetime.datetime | int
        Instant at which the answer came, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    max_bytes : int, optional
        Greatest length of the answer, in bytes. Absent: 1 MiB. [from 0]

    Returns
    -------
    ParseReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.parse(ask={"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT", "interval_ms": 3600000}}}, body="[[1780725600000,\\"60910.01\\",\\"60999.90\\",\\"60800.10\\",\\"60850.00\\",\\"812.25\\",1780729199999,\\"49470000.1\\",91000,\\"400.1\\",\\"24000000.5\\",\\"0\\"]]", received_ms=1780730885000)
    """
    return ParseReport._read(call("feeds.parse", {"ask": ask, "body": body, "received_ms": received_ms, "max_bytes": max_bytes}))


# Below, because the modules of a package name each other's types.
from ._access import Access
from ._binance import BinanceAsk, BinanceData
from ._bitcoin_rpc import BitcoinRpcAsk, BitcoinRpcData
from ._blockchain_info import BlockchainInfoAsk, BlockchainInfoData
from ._coinbase import CoinbaseAsk, CoinbaseData
from ._coingecko import CoingeckoAsk, CoingeckoData
from ._coinwarz import CoinwarzAsk, CoinwarzData
from ._deribit import DeribitAsk, DeribitData
from ._mempool_space import MempoolSpaceAsk, MempoolSpaceData
from ._payload import Suspicion
from ._request import Method
