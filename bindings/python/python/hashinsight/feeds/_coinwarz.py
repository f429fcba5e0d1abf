"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, day, document, rows
from .._show import Rows
from ..market import Quote

__all__ = [
    "CoinwarzAsk",
    "CoinwarzAskDict",
    "CoinwarzAskLike",
    "CoinwarzCoinInformation",
    "CoinwarzCoinInformationDict",
    "CoinwarzData",
    "KeyAllowance",
    "MinedCoin",
    "MinedCoins",
]


def __dir__() -> list[str]:
    return __all__


@document
class CoinwarzCoinInformation(Document):
    """`GET /v1/api/coininformation`: one coin.

    Attributes
    ----------
    coin : str
        Tag of the coin, like `BTC`.
    """

    coin: str
    _route = "feeds.request:ask.coinwarz.coin_information"

    def __init__(
        self,
        coin: str,
    ) -> None:
        self._fill({"coin": coin})

    def _wire(self) -> dict[str, Any]:
        return {
            "coin": self.coin,
        }


class CoinwarzCoinInformationDict(TypedDict):
    """``CoinwarzCoinInformation`` as a mapping."""

    coin: str


@document
class CoinwarzAsk(Variant):
    """Cases
    -----
    profitability
        All coins.
    coin_information
        One coin.
    key_info
        Allowance of the key.
    """

    tag: Literal["profitability", "coin_information", "key_info"]
    content: CoinwarzCoinInformation | None = None
    _route = "feeds.request:ask.coinwarz"

    @classmethod
    def profitability(cls) -> Self:
        """All coins."""
        return cls._made("profitability")

    @classmethod
    def coin_information(cls, content: CoinwarzCoinInformation | CoinwarzCoinInformationDict) -> Self:
        """One coin."""
        return cls._made("coin_information", content)

    @classmethod
    def key_info(cls) -> Self:
        """Allowance of the key."""
        return cls._made("key_info")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "coin_information":
            return CoinwarzCoinInformation._read(content)
        return content


class CoinwarzAskDict(TypedDict, total=False):
    """``CoinwarzAsk`` as a mapping: one of the keys, with its content."""

    coin_information: CoinwarzCoinInformation | CoinwarzCoinInformationDict


CoinwarzAskLike: TypeAlias = "CoinwarzAsk | CoinwarzAskDict | Literal['profitability', 'key_info']"
"""What is taken for a ``CoinwarzAsk``."""


@document
class MinedCoin(Document):
    """A coin, as a miner sees it.

    Attributes
    ----------
    coin : str
        Tag of the coin, like `BTC`.
    algorithm : str
        Proof-of-work algorithm of the coin.
    height : int
        Height of the tip. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    block_reward_coins : float
        Block reward, in coins.
    block_time_s : float, optional
        Target time between blocks, in seconds.
    price : Quote, optional
        Price of the coin; absent where the exchange is offline.
    healthy : bool
        Whether the chain and the exchange of the coin are online and CoinWarz calls it healthy.
    """

    coin: str
    algorithm: str
    height: int
    difficulty: float
    block_reward_coins: float
    healthy: bool
    block_time_s: float | None = None
    price: Quote | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("price") is not None:
            document["price"] = Quote._read(document["price"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coin": self.coin,
            "algorithm": self.algorithm,
            "height": self.height,
            "difficulty": self.difficulty,
            "block_reward_coins": self.block_reward_coins,
            "block_time_s": self.block_time_s,
            "price": self.price,
            "healthy": self.healthy,
        }


@document
class MinedCoins(Document):
    """Coins that CoinWarz lists.

    Attributes
    ----------
    coins : Rows[MinedCoin]
        Coins in the order received: by profitability.
    """

    coins: Rows[MinedCoin]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["coins"] = rows(MinedCoin._read, document["coins"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coins": self.coins,
        }


@document
class KeyAllowance(Document):
    """Allowance of a key.

    Attributes
    ----------
    plan : str
        Name of the plan at CoinWarz.
    approved : bool
        Whether CoinWarz accepts the key.
    calls : int
        Number of calls of the plan. [from 0]
    calls_left : int
        Number of calls that are left. [from 0]
    calls_per_day : int, optional
        Number of calls of a day, where the plan has such a limit. [from 0]
    calls_left_today : int, optional
        Number of calls that are left today. [from 0]
    """

    plan: str
    approved: bool
    calls: int
    calls_left: int
    calls_per_day: int | None = None
    calls_left_today: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "plan": self.plan,
            "approved": self.approved,
            "calls": self.calls,
            "calls_left": self.calls_left,
            "calls_per_day": self.calls_per_day,
            "calls_left_today": self.calls_left_today,
        }


@document
class CoinwarzData(Variant):
    """Cases
    -----
    profitability
        All coins.
    coin_information
        One coin.
    key_info
        Allowance of the key.
    """

    tag: Literal["profitability", "coin_information", "key_info"]
    content: MinedCoins | MinedCoin | KeyAllowance | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "profitability":
            return MinedCoins._read(content)
        if tag == "coin_information":
            return MinedCoin._read(content)
        if tag == "key_info":
            return KeyAllowance._read(content)
        return content
