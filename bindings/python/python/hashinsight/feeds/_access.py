"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias, TypedDict

from .._documents import Variant, call, document

__all__ = [
    "Access",
    "AccessDict",
    "AccessLike",
]


def __dir__() -> list[str]:
    return __all__


@document
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
    _route = "feeds.request:access"

    @classmethod
    def coinwarz_query(cls, content: str) -> Self:
        """Key of CoinWarz, sent in the query: every call needs it, and URLs in logs show it."""
        return cls._made("coinwarz_query", content)

    @classmethod
    def coingecko_demo(cls, content: str) -> Self:
        """Key of CoinGecko's Demo plan, sent in a header."""
        return cls._made("coingecko_demo", content)

    @classmethod
    def coingecko_pro(cls, content: str) -> Self:
        """Key of CoinGecko's Pro plan, sent in a header and to another host."""
        return cls._made("coingecko_pro", content)

    @classmethod
    def ankr_path(cls, content: str) -> Self:
        """Key of Ankr's bitcoin node, sent in the path."""
        return cls._made("ankr_path", content)

    @classmethod
    def binance_header(cls, content: str) -> Self:
        """Key of Binance, sent in a header; the signature of signed calls is the caller's: see `Request::query_string`."""
        return cls._made("binance_header", content)


class AccessDict(TypedDict, total=False):
    """``Access`` as a mapping: one of the keys, with its content."""

    coinwarz_query: str
    coingecko_demo: str
    coingecko_pro: str
    ankr_path: str
    binance_header: str


AccessLike: TypeAlias = "Access | AccessDict"
"""What is taken for a ``Access``."""
