"""Rows of the document that are the library's own to fulfil, asked for as this application asks, and beside hand calculations."""

from __future__ import annotations

import gzip
import json
import math
import re
from importlib.resources import files

import hashinsight as hi
import numpy as np
import pytest
from test_structure import ROOT

PROJECT = {
    "hashrate_ths": 200.0,
    "power_w": 3500.0,
    "machine_price_usd": 3000.0,
    "power_price_usd_per_kwh": 0.05,
    "pool_fee": 0.02,
    "btc_price_usd": 90_000.0,
    "difficulty": 1.3e14,
    "height": 953_568,
    "fees_per_block_sat": 0.0,
    "start_ms": "2026-05-31T00:00:00Z",
}


def mined(days, growth=None, **more):
    algorithm = (
        "static" if growth is None else {"dynamic": {"difficulty": {"growth_per_step": growth}, "btc_price": {"growth_per_step": 0}}}
    )
    return hi.mining.calculate_btc_mined(project={**PROJECT, **more}, algorithm=algorithm, days=days).btc


def by_hand(days, difficulty, subsidy_btc=3.125):
    """Hashes of the days over the hashes of a block, times the reward, less the fee."""
    return 200e12 * days * 86_400 / (difficulty * 2**32) * subsidy_btc * 0.98


def test_dynamic_algorithm():
    """S2-33: reduces to static when growth=0; epoch-by-epoch sum = hand calc; halving inside horizon

    With 1 % more difficulty at each retarget blocks come that much faster, so an epoch lasts 14 days over 1.01; the height is the first
    of an epoch. The second span begins 500 blocks before the halving of height 1,050,000.
    """
    assert mined(28, 0.0) == mined(28) == pytest.approx(by_hand(28, 1.3e14), rel=1e-14)
    epoch = 14 / 1.01
    epochs = [(epoch, 1.3e14), (epoch, 1.3e14 * 1.01), (28 - 2 * epoch, 1.3e14 * 1.01**2)]
    assert mined(28, 0.01) == pytest.approx(math.fsum(by_hand(days, difficulty) for days, difficulty in epochs), rel=1e-5)
    before = 500 * 600 / 86_400
    halved = by_hand(before, 1.3e14) + by_hand(100 - before, 1.3e14, 1.5625)
    assert mined(100, 0.0, height=1_049_500) == pytest.approx(halved, rel=1e-4)


def test_revenue_of_pools():
    """S2-38: pool fee PPS/FPPS/PPLNS, uptime

    A share is paid its chance of a block times what the scheme shares out: the subsidy (PPS), with fees (FPPS), and by PPLNS what was found,
    in the measure of one's shares.
    """
    of = {"share_difficulty": 65_536, "network_basis": {"difficulty": 1e14}, "subsidy_sat": 312_500_000, "fees_per_block_sat": 5_000_000}
    chance = 65_536 / 1e14
    share = hi.mining.share_value(**of, pool_fee=0.02)
    assert share.pps_btc == pytest.approx(chance * 3.125 * 0.98, rel=1e-14)
    assert share.fpps_btc == pytest.approx(chance * (3.125 + 0.05) * 0.98, rel=1e-14)
    day = {"hashrate_ths": 200.0, "power_w": 3500.0, "power_price_usd_per_kwh": 0.05, "btc_price_usd": 90_000.0, "days": 1}
    world = {"network_basis": {"difficulty": 1.3e14}, "subsidy_sat": 312_500_000, "fees_per_block_sat": 0.0}
    full = hi.mining.profit(**day, **world, pool_fee=0.0).revenue_usd
    assert full == pytest.approx(by_hand(1, 1.3e14) / 0.98 * 90_000, rel=1e-14)
    assert hi.mining.profit(**day, **world, pool_fee=0.02, uptime=0.9).revenue_usd == pytest.approx(full * 0.98 * 0.9, rel=1e-14)


def test_arrays_cross_as_they_are():
    """S2-09: `numpy` 2.x buffer test

    An array goes in as it lies, also one that may not be written, and an array comes out; a list gives the same bits.
    """
    assert np.__version__.startswith("2.")
    price = np.linspace(60_000.0, 90_000.0, 1000)
    price.flags.writeable = False
    of = {"difficulty": np.full(1000, 1.3e14), "fees_per_block_sat": np.full(1000, 4e6)}
    plain = {"subsidy_sat": 312_500_000}
    from_arrays = hi.mining.hashprice_batch(btc_price_usd=price, **of, **plain)
    from_lists = hi.mining.hashprice_batch(btc_price_usd=price.tolist(), **{name: column.tolist() for name, column in of.items()}, **plain)
    assert isinstance(from_arrays.hashprice_usd_per_phs_day, np.ndarray) and from_arrays.hashprice_usd_per_phs_day.dtype == np.float64
    assert from_arrays.hashprice_usd_per_phs_day.tobytes() == np.asarray(from_lists.hashprice_usd_per_phs_day).tobytes()


def test_files_are_small():
    """S2-107: sizes budget

    Style and scripts are small as they are written; the module is within the budget of the package, packed as a server sends it.
    """
    own = [file for file in (ROOT / "static").iterdir() if file.suffix in (".css", ".js")]
    packed = {file.name: len(gzip.compress(file.read_bytes())) for file in own}
    assert len(packed) >= 2 and sum(packed.values()) < 6_000, packed
    module = ROOT / "static/wasm/mining_bg.wasm"
    if module.exists():
        assert len(gzip.compress(module.read_bytes())) < 350_000


def test_scripts_are_modules_without_handlers_in_pages():
    """S2-14: eslint, no inline handlers (CSP)

    Scripts are modules in strict mode, and templates hold neither handlers nor scripts of their own; the journeys run them under the policy.
    """
    for file in (ROOT / "templates").glob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\son[a-z]+\s*=", text), file.name
        for script in re.findall(r"<script[^>]*>", text):
            assert 'type="module"' in script and " src=" in script, (file.name, script)
    for file in [*(ROOT / "static").glob("*.js"), ROOT / "templates/offline.js"]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\bvar\b|\beval\b|[^=!]==[^=]|!=[^=]|innerHTML|document\.write", text), file.name


def test_catalog_of_the_package_is_typed():
    """The wheel carries its types, so that an application is checked against them."""
    assert files("hashinsight").joinpath("py.typed").is_file()
    assert json.loads(hi.mining.machines().to_json())["machines"]
