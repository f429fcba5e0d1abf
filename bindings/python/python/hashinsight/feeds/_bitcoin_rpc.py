"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, document, listed
from ..market import BlockStats

__all__ = [
    "BitcoinRpcAsk",
    "BitcoinRpcAskDict",
    "BitcoinRpcAskLike",
    "BitcoinRpcBlockStats",
    "BitcoinRpcBlockStatsDict",
    "BitcoinRpcData",
    "BitcoinRpcNetworkHashps",
    "BitcoinRpcNetworkHashpsDict",
    "BlockReport",
    "ChainInfo",
    "MiningState",
    "NetworkHashrate",
]


def __dir__() -> list[str]:
    return __all__


@document
class BitcoinRpcNetworkHashps(Document):
    """`getnetworkhashps`: the hashrate over a number of blocks.

    Attributes
    ----------
    blocks : int, optional
        Number of blocks over which the hashrate is estimated. Absent: since the last retarget. [from 0]
    height : int, optional
        Height of the last block that is looked at. Absent: the height of the tip. [blocks, from 0 to 4294967295]
    """

    blocks: int | None = None
    height: int | None = None
    _route = "feeds.request:ask.bitcoin_rpc.network_hashps"

    def __init__(
        self,
        blocks: int | None = None,
        height: int | None = None,
    ) -> None:
        self._fill({"blocks": blocks, "height": height})

    def _wire(self) -> dict[str, Any]:
        return {
            "blocks": self.blocks,
            "height": self.height,
        }


class BitcoinRpcNetworkHashpsDict(TypedDict):
    """``BitcoinRpcNetworkHashps`` as a mapping."""

    blocks: NotRequired[int | None]
    height: NotRequired[int | None]


@document
class BitcoinRpcBlockStats(Document):
    """`getblockstats`: reward of one block. (A pruned node no longer knows old blocks.)

    Attributes
    ----------
    height : int
        Height of the block. [blocks, from 0 to 4294967295]
    """

    height: int
    _route = "feeds.request:ask.bitcoin_rpc.block_stats"

    def __init__(
        self,
        height: int,
    ) -> None:
        self._fill({"height": height})

    def _wire(self) -> dict[str, Any]:
        return {
            "height": self.height,
        }


class BitcoinRpcBlockStatsDict(TypedDict):
    """``BitcoinRpcBlockStats`` as a mapping."""

    height: int


@document
class BitcoinRpcAsk(Variant):
    """Cases
    -----
    blockchain_info
        The chain and its tip.
    mining_info
        Difficulty, hashrate, mempool.
    network_hashps
        The hashrate over a number of blocks.
    block_stats
        Reward of one block.
    """

    tag: Literal["blockchain_info", "mining_info", "network_hashps", "block_stats"]
    content: BitcoinRpcNetworkHashps | BitcoinRpcBlockStats | None = None
    _route = "feeds.request:ask.bitcoin_rpc"

    @classmethod
    def blockchain_info(cls) -> Self:
        """The chain and its tip."""
        return cls._made("blockchain_info")

    @classmethod
    def mining_info(cls) -> Self:
        """Difficulty, hashrate, mempool."""
        return cls._made("mining_info")

    @classmethod
    def network_hashps(cls, content: BitcoinRpcNetworkHashps | BitcoinRpcNetworkHashpsDict) -> Self:
        """The hashrate over a number of blocks."""
        return cls._made("network_hashps", content)

    @classmethod
    def block_stats(cls, content: BitcoinRpcBlockStats | BitcoinRpcBlockStatsDict) -> Self:
        """Reward of one block."""
        return cls._made("block_stats", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "network_hashps":
            return BitcoinRpcNetworkHashps._read(content)
        if tag == "block_stats":
            return BitcoinRpcBlockStats._read(content)
        return content


class BitcoinRpcAskDict(TypedDict, total=False):
    """``BitcoinRpcAsk`` as a mapping: one of the keys, with its content."""

    network_hashps: BitcoinRpcNetworkHashps | BitcoinRpcNetworkHashpsDict
    block_stats: BitcoinRpcBlockStats | BitcoinRpcBlockStatsDict


BitcoinRpcAskLike: TypeAlias = "BitcoinRpcAsk | BitcoinRpcAskDict | Literal['blockchain_info', 'mining_info']"
"""What is taken for a ``BitcoinRpcAsk``."""


@document
class ChainInfo(Document):
    """The chain and its tip, as a node sees it.

    Attributes
    ----------
    chain : str
        Name of the network: `main`, `test`, `testnet4`, `signet` or `regtest`.
    height : int
        Height of the best block. [blocks, from 0 to 4294967295]
    headers : int
        Height of the best header that the node knows: above that of the best block while it catches up. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    nbits : int, optional
        Compact target (nBits) of the best block, said from version 29 on. [from 0]
    tip_time_s : int, optional
        Header time of the best block, in Unix seconds; said from version 23 on. [from 0]
    median_time_s : int
        Median of the last eleven header times, in Unix seconds. [from 0]
    initial_block_download : bool
        Whether the node is still catching up; its answers are old then.
    """

    chain: str
    height: int
    headers: int
    difficulty: float
    median_time_s: int
    initial_block_download: bool
    nbits: int | None = None
    tip_time_s: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "chain": self.chain,
            "height": self.height,
            "headers": self.headers,
            "difficulty": self.difficulty,
            "nbits": self.nbits,
            "tip_time_s": self.tip_time_s,
            "median_time_s": self.median_time_s,
            "initial_block_download": self.initial_block_download,
        }


@document
class MiningState(Document):
    """Mining state, as a node sees it.

    Attributes
    ----------
    chain : str
        Name of the network: `main`, `test`, `testnet4`, `signet` or `regtest`.
    height : int
        Height of the best block. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    nbits : int, optional
        Compact target (nBits) of the best block, said from version 29 on. [from 0]
    next_nbits : int, optional
        Compact target (nBits) of the next block, said from version 29 on. [from 0]
    hashrate_ths : float
        Hashrate of the network over the last 120 blocks, in TH/s (received as H/s). [TH/s, from 0.0 to 1e+24]
    mempool_transactions : int
        Number of transactions in the mempool. [from 0]
    warnings : tuple[str, ...]
        Warnings of the node, as text.
    """

    chain: str
    height: int
    difficulty: float
    hashrate_ths: float
    mempool_transactions: int
    warnings: tuple[str, ...]
    nbits: int | None = None
    next_nbits: int | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["warnings"] = listed(document["warnings"])

    def _wire(self) -> dict[str, Any]:
        return {
            "chain": self.chain,
            "height": self.height,
            "difficulty": self.difficulty,
            "nbits": self.nbits,
            "next_nbits": self.next_nbits,
            "hashrate_ths": self.hashrate_ths,
            "mempool_transactions": self.mempool_transactions,
            "warnings": self.warnings,
        }


@document
class NetworkHashrate(Document):
    """A hashrate by itself.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate of the network, in TH/s (received as H/s). [TH/s, from 0.0 to 1e+24]
    """

    hashrate_ths: float

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
        }


@document
class BlockReport(Document):
    """Reward of one block, and the fee rate of inclusion.

    Attributes
    ----------
    block : BlockStats
        Subsidy, fees and size of the block.
    median_fee_rate_sat_per_vb : float, optional
        Median fee rate by weight, in satoshis per virtual byte, where it was asked for.
    """

    block: BlockStats
    median_fee_rate_sat_per_vb: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["block"] = BlockStats._read(document["block"])

    def _wire(self) -> dict[str, Any]:
        return {
            "block": self.block,
            "median_fee_rate_sat_per_vb": self.median_fee_rate_sat_per_vb,
        }


@document
class BitcoinRpcData(Variant):
    """Cases
    -----
    blockchain_info
        The chain and its tip.
    mining_info
        Difficulty, hashrate, mempool.
    network_hashps
        The hashrate over a number of blocks.
    block_stats
        Reward of one block.
    """

    tag: Literal["blockchain_info", "mining_info", "network_hashps", "block_stats"]
    content: ChainInfo | MiningState | NetworkHashrate | BlockReport | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "blockchain_info":
            return ChainInfo._read(content)
        if tag == "mining_info":
            return MiningState._read(content)
        if tag == "network_hashps":
            return NetworkHashrate._read(content)
        if tag == "block_stats":
            return BlockReport._read(content)
        return content
