"""The ledger beside rp2, from Python: one process, one input, kernel and peer in turn.

``cargo xtask bench --peers`` runs this beside rp2 1.7.2. rp2 reads no columns: its transactions are made before the clock starts, and
so are our columns. Purchases and sales take turns by chance. Gains differ by what the value of a trade loses below a millionth of a dollar.
"""

from __future__ import annotations

import importlib
import logging
import os
import random
import tempfile
from datetime import datetime, timezone
from time import perf_counter
from typing import Any

os.chdir(tempfile.gettempdir())  # rp2 writes a log into the folder that imports it

import numpy as np
from prezzemolo.avl_tree import AVLTree
from rp2.accounting_engine import AccountingEngine
from rp2.configuration import Configuration
from rp2.in_transaction import InTransaction
from rp2.input_data import InputData
from rp2.out_transaction import OutTransaction
from rp2.plugin.country.us import US
from rp2.rp2_decimal import RP2Decimal
from rp2.tax_engine import compute_tax
from rp2.transaction_set import TransactionSet

import hashinsight as hi

ROUNDS = 5
SETTINGS = """[general]
assets = BTC
exchanges = X
holders = H
[in_header]
timestamp = 0
asset = 1
exchange = 2
holder = 3
transaction_type = 4
spot_price = 5
crypto_in = 6
[out_header]
timestamp = 0
asset = 1
exchange = 2
holder = 3
transaction_type = 4
spot_price = 5
crypto_out_no_fee = 6
crypto_fee = 7
[intra_header]
timestamp = 0
asset = 1
from_exchange = 2
from_holder = 3
to_exchange = 4
to_holder = 5
spot_price = 6
crypto_sent = 7
crypto_received = 8
"""


def trades(count: int) -> list[tuple[int, str, int, int]]:
    """Unix milliseconds, kind, satoshis, whole dollars per bitcoin."""
    draw = random.Random(20_260_531)
    held, made = 0, []
    for index in range(count):
        is_sale = held > 1 and draw.random() < 0.5
        sat = draw.randrange(1, (held // 2 if is_sale else 100_000_000) + 1)
        held += -sat if is_sale else sat
        made.append((1_230_940_800_000 + 3_600_000 * (index + 1), "sell" if is_sale else "buy", sat, draw.randrange(1_000, 100_000)))
    return made


def columns(rows: list[tuple[int, str, int, int]]) -> dict[str, Any]:
    time_ms, kind, amount_sat, price = zip(*rows)
    none = np.zeros(len(rows), np.int64)
    sat = np.array(amount_sat, np.int64)
    return {
        "time_ms": np.array(time_ms, np.int64),
        "kind": list(kind),
        "amount_sat": sat,
        "value_micro": sat * np.array(price, np.int64) // 100,
        "fee_micro": none,
        "fee_sat": none,
        "wallet": none,
        "to_wallet": none,
    }


def inputs(configuration: Configuration, rows: list[tuple[int, str, int, int]]) -> InputData:
    bought, sold, moved = (TransactionSet(configuration, kind, "BTC") for kind in ("IN", "OUT", "INTRA"))
    for row, (time_ms, kind, sat, price) in enumerate(rows, 1):
        at = datetime.fromtimestamp(time_ms / 1000, timezone.utc).strftime("%Y-%m-%d %H:%M:%S +0000")
        amount, spot = RP2Decimal(sat) / RP2Decimal(10**8), RP2Decimal(price)
        if kind == "buy":
            bought.add_entry(InTransaction(configuration, at, "BTC", "X", "H", "BUY", spot, amount, fiat_fee=RP2Decimal("0"), row=row))
        else:
            sold.add_entry(OutTransaction(configuration, at, "BTC", "X", "H", "SELL", spot, amount, RP2Decimal("0"), row=row))
    return InputData("BTC", bought, sold, moved)


def main() -> None:
    logging.disable(logging.CRITICAL)
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as settings:
        settings.write(SETTINGS)
        settings.flush()
        configuration = Configuration(settings.name, US(), allow_negative_balances=True)
    print("| method | trades | hashinsight, trades/s | rp2 1.7.2, trades/s | ratio | gains differ by, USD |")
    print("|---|---:|---:|---:|---:|---:|")
    for count in (4_000, 40_000):
        rows = trades(count)
        frame = columns(rows)
        for method in ("fifo", "lifo", "hifo", "lofo"):
            best, gain = float("inf"), 0
            for _ in range(ROUNDS):
                start = perf_counter()
                table = hi.treasury.ledger_history(
                    policy={"currency": "USD", "method": method, "cash_below_zero": "allow"}, **frame
                )
                best = min(best, perf_counter() - start)
                gain = int(np.asarray(table.gain_micro).sum())
            module = importlib.import_module(f"rp2.plugin.accounting_method.{method}")
            methods: AVLTree[int, Any] = AVLTree()
            methods.insert_node(1970, module.AccountingMethod())
            data = inputs(configuration, rows)
            start = perf_counter()
            answer = compute_tax(configuration, AccountingEngine(years_2_methods=methods), data)
            seconds = perf_counter() - start
            theirs = sum((line.fiat_gain for line in answer.gain_loss_set), RP2Decimal("0"))
            apart = abs(float(theirs) - gain / 1e6)
            print(f"| {method} | {count} | {count / best:.3e} | {count / seconds:.3e} | {seconds / best:.0f}x | {apart:.6f} |")


if __name__ == "__main__":
    main()
