"""Rows of the document that the library's treasury and signals fulfil, asked through the wheel: beside other programs, planted figures and hand calculations."""

from __future__ import annotations

import itertools
import json
import math
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import hashinsight as hi
import jsonschema
import pytest
from test_structure import ROOT

VECTORS = ROOT.parent.parent / "crates/testkit/vectors"
SATS = 100_000_000
DAY = timedelta(days=1)
COSTS = {"fee": 0.001, "slippage": 0.0005}


def vector(name):
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def usd(amount):
    return {"amount": str(amount), "currency": "USD"}


@pytest.mark.parametrize("method", ["fifo", "lifo", "hifo"])
def test_lots(method):
    """S2-42: conservation: Σ lots + sold = acquired; realised gain vs worked tables

    Purchases and sales of the table that rp2 worked out (Apache-2.0, run as an oracle); every coin is in a lot or was sold.
    """
    table = vector("lots_vectors")["A_no_fee"]
    events = [{"time_ms": "2019-12-31T00:00:00Z", "entry": {"deposit": {"value": usd(1_000_000)}}}]
    bought = sold = 0
    rows = [(time, "buy", amount, price) for time, amount, price, _ in table["lots"]]
    rows += [(time, "sell", amount, price) for time, amount, price, _ in table["sells"]]
    for time, kind, amount, price in sorted(rows):
        sats = int(Decimal(amount) * SATS)
        bought, sold = (bought + sats, sold) if kind == "buy" else (bought, sold + sats)
        events.append({"time_ms": time, "entry": {kind: {"amount_sat": sats, "value": usd(Decimal(amount) * Decimal(price))}}})
    report = hi.treasury.ledger(policy={"currency": "USD", "method": method}, events=events)
    held = sum(lot.amount_sat for lot in report.lots)
    assert held + sold == bought and held == report.balance_sat
    gains = [Decimal(str(line.gain)) for line in report.disposals]
    assert sum(gains) == Decimal(table["methods"][method]["total_gain"])
    wanted = sorted(Decimal(line["gain"]) for line in table["methods"][method]["lines"])
    assert sorted(gains) == wanted


def test_days_of_cover():
    """S2-43: days of cover = cash/burn; alert threshold

    600,000 USD of cash over 200,000 USD a month of 30.4375 days; below the threshold the treasury says how much is short, and above it nothing.
    """
    seen = {
        "time_ms": "2025-01-01T00:00:00Z",
        "price_usd": 100_000,
        "coins_sat": 0,
        "cash_usd": "600000",
        "costs": COSTS,
        "liabilities": [],
    }
    asked = {"observation": seen, "expenses": {"monthly": {"sum_usd": "200000", "month": "julian"}}}
    low = hi.treasury.coverage(**asked, target_days=180)
    assert low.coverage_days.value == pytest.approx(600_000 / (200_000 / 30.4375), rel=1e-14)
    assert float(low.top_up.short_usd) == pytest.approx(200_000 / 30.4375 * 180 - 600_000, abs=1e-5)
    assert float(hi.treasury.coverage(**asked, target_days=91).top_up.short_usd) == 0


def sample_bars(count):
    lines = [line.split(",") for line in hi.report.sample_file(file="days").text.splitlines()[1:]][-count:]
    names = ("open", "high", "low", "close", "volume_base")
    columns = {name: [float(line[place]) for line in lines] for place, name in enumerate(names, start=1)}
    opened = [datetime.fromisoformat(line[0]).replace(tzinfo=UTC) for line in lines]
    named = {"source": "sample", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86_400_000}
    return {**named, "open_time_ms": opened, **columns}


def backtest(count, policy, costs=COSTS, coins_sat=5 * SATS, bars=None):
    return hi.treasury.backtest(bars=bars or sample_bars(count), coins_sat=coins_sat, cash_usd="0", costs=costs, policy=policy)


def test_backtest_of_a_year():
    """S2-46: 366-row fixture runs; no look-ahead (truncate-future property); fees/slippage; buy-and-hold equals price ratio"""
    bars = sample_bars(366)
    close = bars["close"]
    held = backtest(366, "hold")
    assert held.bars == 366 and held.trades == 0
    assert held.performance_usd.value.total_return.value == pytest.approx(close[-1] / close[0] - 1, rel=1e-12)
    dca = {"dca": {"side": "sell", "sum_usd": "10000", "every_days": 30}}
    whole = backtest(366, dca)
    assert whole.trades >= 10
    for known in (40, 200, 300):
        cut = {name: column[:known] if isinstance(column, list) else column for name, column in bars.items()}
        part = backtest(known, dca, bars=cut)
        for name in ("time_ms", "sold_sat", "price_usd"):
            of_part, of_whole = list(getattr(part.trade_table, name)), list(getattr(whole.trade_table, name))
            assert of_part == of_whole[: len(of_part)], name
        assert list(part.equity.equity_usd) == list(whole.equity.equity_usd)[:known]
    # A sale brings its coins at the close less slippage, and of that less the fee.
    for sold, price, cash, cost in zip(*(list(getattr(whole.trade_table, name)) for name in TRADE), strict=True):
        gross = sold / SATS * price
        assert cash / 1e6 == pytest.approx(gross * (1 - COSTS["slippage"]) * (1 - COSTS["fee"]), abs=0.01)
        assert cost / 1e6 == pytest.approx(gross - cash / 1e6, abs=0.01)
    free = backtest(366, dca, costs={"fee": 0, "slippage": 0})
    assert free.coins_sat > whole.coins_sat and float(free.costs_usd) == 0


TRADE = ("sold_sat", "price_usd", "cash_micro_usd", "cost_micro_usd")


def test_average_true_range():
    """S2-50: Wilder ATR vs TA-Lib golden values"""
    reference = vector("ta_ref")
    bars = {name: reference[name] for name in ("high", "low", "close")}
    ours = hi.signals.indicator_batch(**bars, indicator={"atr": {"length": 14}}).value.tolist()
    theirs = reference["indicators"]["ATR_14"]["outputs"]["atr"]["values"]
    compared = [(one, two) for one, two in zip(ours, theirs, strict=True) if two is not None]
    assert len(compared) >= 200
    assert all(one == pytest.approx(two, rel=1e-12) for one, two in compared)


def test_order_book_and_slices():
    """S2-54: book-walk slippage exact; TWAP child orders sum to parent

    Ten coins into bids of 5 at 99.9, 8 at 99.8: five and five, so 99.85 on average against a middle of 100.
    """
    book = {"source": "kraken", "instrument": "XBT/USD", "quote_currency": "USD", "time_ms": "2024-04-20T00:00:00Z"}
    sides = {"bids": {"price": [99.9, 99.8, 99.7], "size_base": [5, 8, 4]}, "asks": {"price": [100.1], "size_base": [3]}}
    walk = hi.signals.order_book(book={**book, **sides}, imbalance_levels=1, side="sell", size_base=10).walk
    assert walk.mean_price.value == pytest.approx((5 * 99.9 + 5 * 99.8) / 10, rel=1e-15)
    assert walk.slippage.value == pytest.approx(1 - 99.85 / 100, rel=1e-12) and walk.worst_price.value == 99.8
    of = {"price_usd": 73_674, "spread": 0.0002, "volatility_per_day": 0.025, "daily_volume_base": 20_000, "horizon_days": 1}
    for parent, slices in itertools.product((2_500_000_000, 7, 100_000_007), (1, 6, 24)):
        children = hi.signals.execution_plan(parent_sat=parent, **of, schedule={"twap": {"slices": slices}}).slices_sat
        assert len(children) == slices and sum(children) == parent and max(children) - min(children) <= 1


def drawing(corners):
    """Bars along straight lines between corners, each with a quarter above and below."""
    closes = []
    for (start, low), (end, high) in itertools.pairwise(corners):
        closes += [low + (high - low) * (bar - start) / (end - start) for bar in range(start, end)]
    begin = datetime(2024, 1, 1, tzinfo=UTC)
    return {
        "time_ms": [begin + place * DAY for place in range(1, len(closes) + 1)],
        "open": closes,
        "high": [close + 0.25 for close in closes],
        "low": [close - 0.25 for close in closes],
        "close": closes,
    }


@pytest.mark.parametrize(
    ("corners", "kind", "neckline", "height"),
    [
        ([(32, 88), (48, 120), (60, 100), (75, 121), (110, 70)], "double_top", 99.75, -21.0),
        ([(40, 70), (55, 90), (70, 69.5), (110, 125)], "double_bottom", 90.25, 21.0),
    ],
)
def test_planted_patterns(corners, kind, neckline, height):
    """S2-52: planted double-top etc.; target = neckline ± height"""
    bars = drawing([(0, 80), (8, 95), (16, 82), (24, 97), *corners])
    rows = hi.signals.Pattern().update_many(**bars)
    broken = [place for place, event in enumerate(rows.event) if str(event) == "broken" and str(rows.pattern[place]) == kind]
    assert broken, set(map(str, rows.pattern))
    assert rows.neckline_price[broken[0]] == pytest.approx(neckline, abs=0.51)
    measured = rows.target_price[broken[0]] - rows.neckline_price[broken[0]]
    assert measured == pytest.approx(height, abs=1.01) and math.copysign(1, measured) == math.copysign(1, height)


def test_miner_cycle():
    """S2-51: formulas golden

    Puell multiple against the table that was worked out elsewhere; hashprice against subsidy over hashes times price.
    """
    table = vector("signal_ref")["E_puell_small"]
    prices = [issued / 450 for issued in table["daily_issuance_usd"]]
    begin = datetime(2024, 5, 1, tzinfo=UTC)
    days = {
        "time_ms": [begin + place * DAY for place in range(1, len(prices) + 1)],
        "btc_price_usd": prices,
        "subsidy_sat": [312_500_000] * len(prices),
        "difficulty": [1e14] * len(prices),
    }
    of = {"puell_length": 4, "cycle_length": 10, "hashprice_length": 10}
    rows = hi.signals.MinerCycle(**of, machine={"efficiency_j_per_th": 30, "power_price_usd_per_kwh": 0.06}).update_many(**days)
    for ours, theirs in zip(rows.puell, table["puell"], strict=True):
        assert math.isnan(ours) if theirs is None else ours == pytest.approx(theirs, rel=1e-12)
    for price, hashprice in zip(prices, rows.hashprice_usd_per_phs_day, strict=True):
        assert hashprice == pytest.approx(1e15 * 86_400 / (1e14 * 2**32) * 3.125 * price, rel=1e-12)


def opinions(**missing):
    example = hi.example("signals.ensemble")
    columns = {**example.pop("columns"), **missing}
    return hi.signals.Ensemble(**example).update_many(**{name: column for name, column in columns.items() if column is not None})


MODULES = ("regime", "breakout", "confluence", "layers", "miner_cycle", "pattern", "derivatives_pressure")


def test_ensemble():
    """S2-45: weights sum to 1; missing module re-weights; bounds [-1,1]

    S2-56: see S2-45; explain() contributions sum to score

    Two modules are fitted, of weights that add up to one; without one of them what the other says is the whole probability, the parts still add up
    to the score, and the coverage tells that something is missing.
    """
    whole, alone = opinions(), opinions(layers_score=None, layers_confidence=None)
    for rows in (whole, alone):
        for place in range(len(rows.score)):
            weights = [getattr(rows, f"{name}_weight")[place] for name in MODULES]
            assert math.fsum(weight for weight in weights if not math.isnan(weight)) == pytest.approx(1, abs=1e-12)
            parts = [getattr(rows, f"{name}_contribution")[place] for name in (*MODULES, "base_rate", "clamp")]
            told = math.fsum(part for part in parts if not math.isnan(part))
            assert told == pytest.approx(rows.score[place], abs=1e-12) and -1 <= rows.score[place] <= 1
    assert alone.probability.tolist() == alone.regime_probability.tolist() != whole.probability.tolist()
    assert all(less < full for less, full in zip(alone.coverage, whole.coverage, strict=True))


#: The document's five templates, each as a policy of the family.
TEMPLATES = {
    "opex_coverage": {"coverage_days": 90, "max_daily": 0.2},
    "layered": {"levels": [{"multiple": 1.2, "share": 0.15}, {"multiple": 1.5, "share": 0.2}], "share_of": "initial"},
    "mining_cycle": {"hashprice_percentile_above": 0.8, "puell_above": 1.5, "share": 0.1, "every_days": 30},
    "volatility_trigger": {"on_ratio": 1.5, "off_ratio": 1.1, "share": 0.25},
    "basis_funding": {"enter_per_year": 0.08, "exit_per_year": 0.03, "hedge": 0.5},
}
SEEN = {
    "time_ms": "2025-01-01T00:00:00Z",
    "price_usd": 85_000,
    "coins_sat": 1_250_000_000,
    "cash_usd": "0",
    "cost_usd": "625000",
    "costs": COSTS,
    "liabilities": [{"due_ms": "2025-01-15T00:00:00Z", "amount_usd": "100000"}],
    "signals": {"hashprice_percentile": 0.9, "puell": 2, "volatility_fast": 0.9, "volatility_slow": 0.5, "basis_per_year": 0.12},
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_templates(template):
    """S2-44: template count 5, each JSON-schema valid, deterministic plan on fixture

    Each template is valid by the schema of the operation, acts where its signal says so, the same each time, and not where the signal is absent.
    """
    assert len(TEMPLATES) == 5
    schema = json.loads((ROOT.parent.parent / "docs/schemas/treasury.decide.json").read_text(encoding="utf-8"))
    policy = {template: TEMPLATES[template]}
    request = {"policy": policy, "observation": SEEN}
    jsonschema.Draft202012Validator(schema.get("request", schema)).validate(json.loads(json.dumps(in_milliseconds(request))))
    decided = hi.treasury.decide(**request).to_dict(mode="json")
    assert decided == hi.treasury.decide(**request).to_dict(mode="json")
    quiet = {**SEEN, "signals": {}, "liabilities": [], "price_usd": 40_000}
    assert decided != hi.treasury.decide(policy=policy, observation=quiet).to_dict(mode="json")


def in_milliseconds(document):
    """A document with its instants as the schema has them."""
    if isinstance(document, dict):
        return {name: in_milliseconds(part) for name, part in document.items()}
    if isinstance(document, list):
        return [in_milliseconds(part) for part in document]
    if isinstance(document, str) and document.endswith("Z"):
        return int(datetime.fromisoformat(document).timestamp() * 1000)
    return document


def bars_of(closes):
    begin = datetime(2022, 1, 1, tzinfo=UTC)
    times = [begin + place * DAY for place in range(1, len(closes) + 1)]
    high, low = [close * 1.004 for close in closes], [close * 0.996 for close in closes]
    return {"time_ms": times, "open": closes, "high": high, "low": low, "close": closes}


def test_regimes():
    """S2-47: synthetic trend/range/vol regimes classified; prefix invariance

    A steady rise and a steady fall are trends of opposite signs, a wave is none; after a calm year of one percent a day, two months of six are
    turbulent, and the calm before was not. What is said of a day is the same whatever comes after it.
    """
    rise = [100 * 1.01**day for day in range(400)]
    made = {"rise": rise, "fall": [10_000 / price for price in rise], "wave": [100 + 3 * math.sin(day / 4) for day in range(400)]}
    last = {name: (rows.trend_momentum[-1], rows.adx[-1], rows.efficiency_ratio[-1]) for name, rows in regimes(made).items()}
    assert last["rise"][0] > 0.3 and last["fall"][0] < -0.3 and abs(last["wave"][0]) < 0.01
    assert all(last[name][1] > 60 > last["wave"][1] and last[name][2] > 0.9 > last["wave"][2] for name in ("rise", "fall"))
    random = Random(3)  # noqa: S311
    prices = [100.0]
    for day in range(460):
        prices.append(prices[-1] * math.exp(random.gauss(0, 0.01 if day < 400 else 0.06)))
    whole = hi.signals.Regime().update_many(**bars_of(prices))
    assert whole.turbulence_probability[200:401].mean() < 0.3 and whole.turbulence_probability[405:].mean() > 0.6
    part = hi.signals.Regime().update_many(**bars_of(prices[:420]))
    for name in ("score", "trend_momentum", "turbulence_probability", "volatility_rank"):
        assert getattr(part, name).tobytes() == getattr(whole, name)[:420].tobytes(), name


def regimes(made):
    return {name: hi.signals.Regime().update_many(**bars_of(closes)) for name, closes in made.items()}


def test_exhausted_breakout():
    """S2-48: synthetic exhausted breakout scores higher than healthy

    The same four closes above a range: on thin volume with long upper wicks, and on three times the volume, closing at their highs.
    """
    scores = {}
    for kind, wick, volume in (("exhausted", 6.0, 40.0), ("healthy", 0.2, 300.0)):
        closes = [100 + 2 * math.sin(day / 3) for day in range(120)]
        bars = bars_of(closes + [106 + 2 * day for day in range(4)])
        bars["open"] = closes + [close - 1.5 for close in bars["close"][120:]]
        bars["high"] = [close + 1 for close in closes] + [close + wick for close in bars["close"][120:]]
        bars["low"] = [close - 1 for close in closes] + [close - 2 for close in bars["close"][120:]]
        rows = hi.signals.Breakout().update_many(**bars, volume_base=[100.0] * 120 + [volume] * 4)
        assert [str(direction) for direction in rows.direction[119:]] == ["inside", *["up"] * 4]
        scores[kind] = rows.score[120:].tolist()
    assert all(tired > sound + 0.5 for tired, sound in zip(scores["exhausted"], scores["healthy"], strict=True))


@pytest.mark.parametrize("policy", [{"thompson": {"keep": 1.0}}, "ucb1"], ids=["thompson", "ucb1"])
def test_bandit(policy):
    """S2-55: seeded Thompson/UCB regret below linear; reproducible

    A price that falls by three percent a day, give or take two: to sell all is the best of three arms. What is lost against it in the second half
    of the days is clearly less than in the first; the same seed plays the same.
    """
    for seed in range(3):
        random = Random(seed)  # noqa: S311
        prices = [1e9]
        while len(prices) < 600:
            prices.append(prices[-1] * math.exp(random.gauss(-0.03, 0.02)))
        begin = datetime(2020, 1, 1, tzinfo=UTC)
        days = {"time_ms": [begin + place * DAY for place in range(600)], "price": prices, "score": [0.0] * 600}
        of = {"policy": policy, "fractions": [0, 0.5, 1], "horizon": 1, "cost": 0, "full_reward": 0.1, "seed": str(seed)}
        played = hi.signals.BanditSizing(**of).update_many(**days).arm_fraction
        regret = [math.fsum(1 - fraction for fraction in half) for half in (played[:300], played[300:])]
        assert 0 < regret[1] < 0.9 * regret[0], regret
        assert played.tobytes() == hi.signals.BanditSizing(**of).update_many(**days).arm_fraction.tobytes()
