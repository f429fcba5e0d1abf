"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from typing import Literal, Self

from .._documents import Variant, call, filled

__all__ = [
    "Access",
]


@dataclasses.dataclass(frozen=True, repr=False)
class Access(Variant):
    """Where a key goes. Each stands for one host, and a request to another host does not take it.

    Cases
    -----
    coinwarz_query
        Key of CoinWarz, sent in the query: every call needs it, and URLs in logs show it.
    coingecko_demo
        Key of CoinGecko's Demo plan, sent in a header.
    coingecko_pro
        Key of CoinGecko's Pro plan, sent in a header and to another host.
    ankr_path
        Key of Ankr's bitcoin node, sent in the path.
    binance_header
        Key of Binance, sent in a header; the signature of signed calls is the caller's: see `Request::query_string`.
    """

    tag: Literal["coinwarz_query", "coingecko_demo", "coingecko_pro", "ankr_path", "binance_header"]
    content: str | None = None

    @classmethod
    def coinwarz_query(cls, content: str) -> Self:
        """Key of CoinWarz, sent in the query: every call needs it, and URLs in logs show it."""
        return filled(cls, {"tag": "coinwarz_query", "content": content})

    @classmethod
    def coingecko_demo(cls, content: str) -> Self:
        """Key of CoinGecko's Demo plan, sent in a header."""
        return filled(cls, {"tag": "coingecko_demo", "content": content})

    @classmethod
    def coingecko_pro(cls, content: str) -> Self:
        """Key of CoinGecko's Pro plan, sent in a header and to another host."""
        return filled(cls, {"tag": "coingecko_pro", "content": content})

    @classmethod
    def ankr_path(cls, content: str) -> Self:
        """Key of Ankr's bitcoin node, sent in the path."""
        return filled(cls, {"tag": "ankr_path", "content": content})

    @classmethod
    def binance_header(cls, content: str) -> Self:
        """Key of Binance, sent in a header; the signature of signed calls is the caller's: see `Request::query_string`."""
        return filled(cls, {"tag": "binance_header", "content": content})
