"""The newest blocks as a bitcoin node tells them: one's own, or a provider's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import hashinsight as hi

from repositories import market as rows
from services import network
from services.collect import Fetched

SOURCE = "bitcoin_rpc"
#: The provider's key, by the family's word for where it goes.
KEY = "ankr_path"
CHAIN = {"bitcoin_rpc": "blockchain_info"}
#: Blocks that are asked for anew in each round, so that one that left the chain is replaced.
SHOWN = 6


@dataclass
class Told:
    """What a round brought: the outcome of its last question, the chain, and the blocks."""

    outcome: str = "ok"
    chain: Any = None
    blocks: list[Any] = field(default_factory=list)


def ask(fetch: Callable[[str, Any], Fetched], keys: Mapping[str, str], own_node: bool, now: datetime) -> Told | None:
    """Asks for the tip and the blocks below it, the newest first; without a node nothing is asked, and what fails ends the round."""
    access = None if own_node else {KEY: keys[KEY]} if KEY in keys else None
    if access is None and not own_node:
        return None
    told = Told()

    def answer(question: Any) -> Any:
        fetched = fetch(SOURCE, hi.feeds.request(ask=question, access=access))
        if fetched.outcome != "ok":
            told.outcome = fetched.outcome
            return None
        try:
            return hi.feeds.parse(ask=question, body=fetched.body, received_ms=now).data.payload
        except hi.HashInsightError as error:
            told.outcome = error.code[:40]
            return None

    told.chain = answer(CHAIN)
    if told.chain is None or told.chain.initial_block_download:
        told.outcome = told.outcome if told.chain is None else "catching_up"
        return told
    for height in range(told.chain.height, told.chain.height - SHOWN, -1):  # layout: heights from the tip down
        block = answer({"bitcoin_rpc": {"block_stats": {"height": height}}})
        if block is None:
            break
        told.blocks.append(block)
    return told


def store(database: Any, now: datetime, told: Told | None) -> str | None:
    """Keeps the blocks, and height and difficulty as readings beside those of the other sources. Answers the outcome."""
    if told is None:
        return None
    rows.count_call(database, now.date(), SOURCE, told.outcome)
    if told.chain is not None and told.outcome != "catching_up":
        rows.put_reading(database, "height", SOURCE, now, told.chain.height)
        rows.put_reading(database, "difficulty", SOURCE, now, told.chain.difficulty)
    if told.blocks:
        rows.put_blocks(database, [row(block) for block in told.blocks])
    return told.outcome


def row(report: Any) -> dict[str, Any]:
    block = report.block
    return {
        "height": block.height,
        "time_s": block.time_s,
        "subsidy_sat": block.subsidy_sat,
        "fees_sat": block.fees_sat,
        "transactions": block.transactions,
        "weight": block.weight,
        "median_fee_rate": report.median_fee_rate_sat_per_vb,
    }


def panel(database: Any, now_ms: int, fresh_ms: int) -> dict[str, Any] | None:
    """The newest blocks where the node was asked lately; an old answer is told by its age alone, and without a node there is none."""
    reading = [row for row in rows.readings(database, "height") if row.source == SOURCE]
    if not reading:
        return None
    outcome = network.reconciled(reading, network.TOLERANCES["height"], now_ms, fresh_ms).outcome
    if outcome.tag != "fresh":
        return {"state": outcome.tag, "age_ms": outcome.content.age_ms if outcome.tag == "stale" else None, "blocks": []}
    return {"state": "fresh", "age_ms": None, "blocks": [shown(block) for block in rows.blocks(database, SHOWN)]}


def shown(block: Any) -> dict[str, Any]:
    names = ("height", "subsidy_sat", "fees_sat", "transactions", "weight", "median_fee_rate")
    return {"time": block.time.isoformat(), **{name: getattr(block, name) for name in names}}
