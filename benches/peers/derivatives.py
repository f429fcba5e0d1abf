"""Options, barriers and simulated paths from Python, beside QuantLib, vollib and NumPy: one process, one thread, kernel and peer in turn.

``cargo xtask bench --peers`` runs this. Times are per option, per path-step or per run, as the row says; every pair is held to one
another, or both to a closed form, before it is timed. The peers price only, most kernels tell greeks and check their input too.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import QuantLib as ql
from scipy.special import ndtr
from vollib.black.implied_volatility import implied_volatility as vollib_implied

import hashinsight as hi
from table import HEAD, race, row

VECTORS = Path(__file__).parents[2] / "crates/testkit/vectors/margin_kou_cover_vectors.json"
MANY, FEW = 1_000_000, 1_000
RATE = 0.03


def options(rows: int) -> dict[str, np.ndarray]:
    """Puts and calls around the money, with whole days to expiry as QuantLib's dates want them."""
    random = np.random.default_rng(7)
    return {
        "kind": random.choice([-1.0, 1.0], rows),
        "spot": random.uniform(90.0, 110.0, rows),
        "strike": random.uniform(90.0, 110.0, rows),
        "years": random.integers(30, 365, rows) / 365.0,
        "volatility": random.uniform(0.3, 1.0, rows),
    }


def head(columns: dict[str, np.ndarray], rows: int) -> dict[str, np.ndarray]:
    return {name: column[:rows] for name, column in columns.items()}


def words(kind: np.ndarray) -> pd.Categorical:
    """The kinds as the kernel takes them: words by their codes."""
    return pd.Categorical.from_codes((kind > 0.0).astype("int8"), ["put", "call"])


def lists(columns: dict[str, np.ndarray], *names: str) -> Iterator[tuple[float, ...]]:
    return zip(*(columns[name].tolist() for name in names), strict=True)


def numpy_vanilla(o: dict[str, np.ndarray]) -> np.ndarray:
    """As one writes it in a notebook, with scipy's normal distribution."""
    deviation = o["volatility"] * np.sqrt(o["years"])
    d1 = (np.log(o["spot"] / o["strike"]) + RATE * o["years"]) / deviation + 0.5 * deviation
    discounted = o["strike"] * np.exp(-RATE * o["years"])
    kind = o["kind"]
    return kind * (o["spot"] * ndtr(kind * d1) - discounted * ndtr(kind * (d1 - deviation)))


def ql_type(kind: float) -> int:
    return ql.Option.Call if kind > 0.0 else ql.Option.Put


def vanilla() -> None:
    many = options(MANY)
    few = head(many, FEW)
    told = {**many, "kind": words(many["kind"])}

    def kernel() -> object:
        return hi.derivatives.vanilla_batch(**told, rate_per_year=RATE, yield_per_year=0.0)

    def quantlib() -> list[float]:
        return [
            ql.blackFormula(ql_type(kind), strike, spot * math.exp(RATE * years), volatility * math.sqrt(years), math.exp(-RATE * years))
            for kind, spot, strike, years, volatility in lists(few, "kind", "spot", "strike", "years", "volatility")
        ]

    ours = kernel().price
    assert np.allclose(ours, numpy_vanilla(many), rtol=0.0, atol=1e-11)
    assert np.allclose(ours[:FEW], quantlib(), rtol=0.0, atol=1e-11)
    name = "derivatives.vanilla_batch, 1M options, price and greeks, per option"
    row(name, "NumPy and scipy.special.ndtr, price only", race(1, kernel, lambda: numpy_vanilla(many), (MANY, MANY)))
    row(name, "QuantLib blackFormula, price only", race(1, kernel, quantlib, (MANY, FEW)))


def implied() -> None:
    many = options(MANY)
    quotes = {
        "kind": many["kind"],
        "price": numpy_vanilla(many) * np.exp(RATE * many["years"]),  # undiscounted: Black on the forward
        "forward": many["spot"] * np.exp(RATE * many["years"]),
        "strike": many["strike"],
        "years": many["years"],
    }
    few = head(quotes, FEW)
    told = {**quotes, "kind": words(many["kind"])}

    def kernel() -> object:
        return hi.derivatives.implied_volatility_batch(**told, rate_per_year=0.0)

    def quantlib() -> list[float]:
        return [
            ql.blackFormulaImpliedStdDev(ql_type(kind), strike, forward, price, 1.0, 0.0, 0.5, 1e-12, 100) / math.sqrt(years)
            for kind, price, forward, strike, years in lists(few, *few)
        ]

    def vollib() -> list[float]:
        return [
            vollib_implied(price, forward, strike, 0.0, years, "c" if kind > 0.0 else "p")
            for kind, price, forward, strike, years in lists(few, *few)
        ]

    ours = kernel().implied_volatility
    # The price of 16 digits does not say more of the volatility.
    assert np.allclose(ours, many["volatility"], rtol=0.0, atol=1e-10)
    for peer in (quantlib(), vollib()):
        assert np.allclose(ours[:FEW], peer, rtol=0.0, atol=1e-9)
    name = "derivatives.implied_volatility_batch, 1M quotes, per quote"
    row(name, "vollib (py_vollib's successor)", race(1, kernel, vollib, (MANY, FEW)), ratio=50.0)
    row(name, "QuantLib blackFormulaImpliedStdDev, accuracy 1e-12", race(1, kernel, quantlib, (MANY, FEW)))


def hit() -> None:
    random = np.random.default_rng(8)
    columns = {
        "spot": random.uniform(55_000.0, 65_000.0, MANY),
        "barrier": random.uniform(40_000.0, 54_000.0, MANY),
        "years": random.uniform(1.0, 60.0, MANY) / 365.0,
        "volatility": random.uniform(0.4, 0.9, MANY),
    }

    def kernel() -> object:
        return hi.derivatives.hit_probability_batch(**columns, side="down", drift_per_year=0.1)

    def numpy() -> np.ndarray:
        distance = np.log(columns["spot"] / columns["barrier"])
        variance = columns["volatility"] ** 2
        deviation = columns["volatility"] * np.sqrt(columns["years"])
        drift = 0.1 - 0.5 * variance
        moved = drift * columns["years"]
        mirrored = np.exp(-2.0 * drift * distance / variance) * ndtr((moved - distance) / deviation)
        return ndtr((-distance - moved) / deviation) + mirrored

    assert np.allclose(kernel().probability, numpy(), rtol=0.0, atol=1e-13)
    times = race(1, kernel, numpy, (MANY, MANY))
    row("derivatives.hit_probability_batch, 1M levels, per level", "NumPy and scipy.special.ndtr, unchecked", times)


def quantlib_process() -> tuple[ql.SimpleQuote, ql.SimpleQuote, ql.BlackScholesMertonProcess, ql.Date]:
    today = ql.Date(1, 6, 2026)
    ql.Settings.instance().evaluationDate = today
    spot, volatility = ql.SimpleQuote(100.0), ql.SimpleQuote(0.5)
    days = ql.Actual365Fixed()
    flat = [ql.YieldTermStructureHandle(ql.FlatForward(today, rate, days)) for rate in (0.0, RATE)]
    smile = ql.BlackVolTermStructureHandle(ql.BlackConstantVol(today, ql.NullCalendar(), ql.QuoteHandle(volatility), days))
    return spot, volatility, ql.BlackScholesMertonProcess(ql.QuoteHandle(spot), *flat, smile), today


def quantlib_barriers(options: dict[str, np.ndarray]) -> Callable[[], list[float]]:
    spot, volatility, process, today = quantlib_process()
    engine = ql.AnalyticBarrierEngine(process)

    def price(at: float, strike: float, barrier: float, years: float, deviation: float) -> float:
        spot.setValue(at)
        volatility.setValue(deviation)
        exercise = ql.EuropeanExercise(today + round(years * 365.0))
        option = ql.BarrierOption(ql.Barrier.DownOut, barrier, 0.0, ql.PlainVanillaPayoff(ql.Option.Call, strike), exercise)
        option.setPricingEngine(engine)
        return option.NPV()

    return lambda: [price(*values) for values in lists(options, "spot", "strike", "barrier", "years", "volatility")]


def barrier() -> None:
    many = options(MANY)
    del many["kind"]
    many["barrier"] = np.random.default_rng(9).uniform(50.0, 79.0, MANY)
    quantlib = quantlib_barriers(head(many, FEW))

    def kernel() -> object:
        shared = {"kind": "call", "knock": "out", "side": "down", "rebate": 0.0, "rate_per_year": RATE, "yield_per_year": 0.0}
        return hi.derivatives.barrier_batch(**many, **shared)

    assert np.allclose(kernel().price[:FEW], quantlib(), rtol=0.0, atol=1e-10)
    times = race(1, kernel, quantlib, (MANY, FEW))
    row("derivatives.barrier_batch, 1M down-and-out calls, per option", "QuantLib AnalyticBarrierEngine", times, ratio=20.0)


def double_barrier() -> None:
    random = np.random.default_rng(10)
    many = {
        "spot": random.uniform(90.0, 110.0, MANY),
        "strike": random.uniform(90.0, 110.0, MANY),
        "lower": random.uniform(60.0, 80.0, MANY),
        "upper": random.uniform(120.0, 150.0, MANY),
        "years": random.integers(30, 365, MANY) / 365.0,
        "volatility": random.uniform(0.15, 0.5, MANY),
    }
    few = head(many, FEW)
    spot, volatility, process, today = quantlib_process()
    engine = ql.AnalyticDoubleBarrierEngine(process)

    def price(at: float, strike: float, lower: float, upper: float, years: float, deviation: float) -> float:
        spot.setValue(at)
        volatility.setValue(deviation)
        exercise = ql.EuropeanExercise(today + round(years * 365.0))
        payoff = ql.PlainVanillaPayoff(ql.Option.Call, strike)
        option = ql.DoubleBarrierOption(ql.DoubleBarrier.KnockOut, lower, upper, 0.0, payoff, exercise)
        option.setPricingEngine(engine)
        return option.NPV()

    def kernel() -> object:
        shared = {"kind": "call", "knock": "out", "rebate": 0.0, "rate_per_year": RATE, "yield_per_year": 0.0}
        return hi.derivatives.double_barrier_batch(**many, **shared)

    def quantlib() -> list[float]:
        return [price(*values) for values in lists(few, *few)]

    assert np.allclose(kernel().price[:FEW], quantlib(), rtol=0.0, atol=1e-9)
    times = race(1, kernel, quantlib, (MANY, FEW))
    row("derivatives.double_barrier_batch, 1M knock-out calls, per option", "QuantLib AnalyticDoubleBarrierEngine", times, ratio=20.0)


def barrier_greeks() -> None:
    """QuantLib has no greeks of barriers: differences of its price, as its users take them."""
    spot, volatility, process, today = quantlib_process()
    volatility.setValue(0.4)
    engine = ql.AnalyticBarrierEngine(process)
    exercise = ql.EuropeanExercise(today + 180)
    option = ql.BarrierOption(ql.Barrier.DownOut, 90.0, 3.0, ql.PlainVanillaPayoff(ql.Option.Call, 100.0), exercise)
    option.setPricingEngine(engine)
    terms = {"kind": "call", "knock": "out", "side": "down", "spot": 100.0, "strike": 100.0, "barrier": 90.0, "rebate": 3.0}
    market = {"years": 180.0 / 365.0, "rate_per_year": RATE, "yield_per_year": 0.0, "volatility": 0.4}

    def at(place: float, deviation: float) -> float:
        spot.setValue(place)
        volatility.setValue(deviation)
        return option.NPV()

    def quantlib() -> tuple[float, float, float]:
        up, middle, down = (at(100.0 + step, 0.4) for step in (0.01, 0.0, -0.01))
        vega = (at(100.0, 0.401) - at(100.0, 0.399)) / 0.002
        return (up - down) / 0.02, (up - 2.0 * middle + down) / 1e-4, vega

    def kernel() -> object:
        return hi.derivatives.barrier(**terms, **market)

    greeks = kernel().greeks
    assert np.allclose((greeks.delta, greeks.gamma, greeks.vega), quantlib(), rtol=1e-4, atol=1e-4)
    times = race(200, kernel, quantlib)
    row("derivatives.barrier, nine greeks in closed form, per option", "QuantLib AnalyticBarrierEngine, delta, gamma and vega by differences", times)


def binaries() -> None:
    """One price at a time, with nine greeks, beside QuantLib's price alone."""
    spot, volatility, process, today = quantlib_process()
    spot.setValue(100.0)
    volatility.setValue(0.4)
    market = {"years": 180.0 / 365.0, "rate_per_year": RATE, "yield_per_year": 0.0, "volatility": 0.4}
    expiry, cash = today + 180, 10.0
    at_hit = ql.AmericanExercise(today, expiry)
    at_expiry = ql.AmericanExercise(today, expiry, True)
    european = ql.EuropeanExercise(expiry)

    touched = ql.VanillaOption(ql.CashOrNothingPayoff(ql.Option.Put, 90.0, cash), at_hit)
    touched.setPricingEngine(ql.AnalyticDigitalAmericanEngine(process))
    struck = ql.BarrierOption(ql.Barrier.DownIn, 90.0, 0.0, ql.CashOrNothingPayoff(ql.Option.Call, 95.0, cash), at_expiry)
    struck.setPricingEngine(ql.AnalyticBinaryBarrierEngine(process))
    never = ql.DoubleBarrierOption(ql.DoubleBarrier.KnockOut, 80.0, 125.0, 0.0, ql.CashOrNothingPayoff(ql.Option.Call, 0.0, cash), european)
    never.setPricingEngine(ql.AnalyticDoubleBarrierBinaryEngine(process))
    corridor = ql.DoubleBarrierOption(ql.DoubleBarrier.KnockOut, 80.0, 125.0, 0.0, ql.PlainVanillaPayoff(ql.Option.Call, 98.0), european)
    corridor.setPricingEngine(ql.AnalyticDoubleBarrierEngine(process))
    payout = {"payout": {"cash": cash}, "spot": 100.0, **market}
    rows: list[tuple[str, str, ql.Instrument, Callable[[], object]]] = [
        (
            "derivatives.touch",
            "QuantLib AnalyticDigitalAmericanEngine",
            touched,
            lambda: hi.derivatives.touch(barrier=90.0, side="down", payment="at_hit", **payout),
        ),
        (
            "derivatives.digital_barrier",
            "QuantLib AnalyticBinaryBarrierEngine",
            struck,
            lambda: hi.derivatives.digital_barrier(
                kind="call", knock="in", side="down", strike=95.0, barrier=90.0, **payout
            ),
        ),
        (
            "derivatives.double_touch",
            "QuantLib AnalyticDoubleBarrierBinaryEngine",
            never,
            lambda: hi.derivatives.double_touch(
                spot=100.0, lower=80.0, upper=125.0, payment="no_touch", cash=cash, **market
            ),
        ),
        (
            "derivatives.double_barrier",
            "QuantLib AnalyticDoubleBarrierEngine",
            corridor,
            lambda: hi.derivatives.double_barrier(
                kind="call", knock="out", spot=100.0, strike=98.0, lower=80.0, upper=125.0, rebate=0.0, **market
            ),
        ),
    ]
    for name, engine, option, kernel in rows:

        def quantlib(option: ql.Instrument = option) -> float:
            spot.setValue(100.5)  # a price that is known is not computed again
            spot.setValue(100.0)
            return option.NPV()

        assert abs(kernel().price - quantlib()) < 1e-6, name
        row(f"{name}, one from Python with nine greeks", f"{engine}, price alone", race(200, kernel, quantlib))


PASSAGE = {"spot": 50_000.0, "barrier": 45_500.0, "side": "down", "drift_per_year": 0.0, "volatility": 0.55}
DISTANCE = math.log(PASSAGE["spot"] / PASSAGE["barrier"])
BATCH = 8192  # paths whose arrays stay in the cache


def numpy_bridge(paths: int, steps: int, years: float, seed: int, signs: tuple[float, ...] = (1.0,)) -> float:
    """Diffusion in equal steps, the touch within each drawn from the bridge; vectorized over paths, in place. Two signs: antithetic."""
    random = np.random.Generator(np.random.SFC64(seed))
    variance = PASSAGE["volatility"] ** 2 * years / steps
    drift, deviation, sharpness = -0.5 * variance, math.sqrt(variance), -2.0 / variance
    shock, after, chance, uniform = (np.empty(BATCH) for _ in range(4))
    hits = 0
    for _ in range(paths // (BATCH * len(signs))):
        left = [np.full(BATCH, DISTANCE) for _ in signs]
        touched = [np.zeros(BATCH, dtype=bool) for _ in signs]
        for _ in range(steps):
            random.standard_normal(out=shock)
            for twin, sign in enumerate(signs):
                np.multiply(shock, sign * deviation, out=after)
                after += drift
                after += left[twin]
                np.multiply(left[twin], after, out=chance)
                chance *= sharpness
                np.exp(chance, out=chance)  # at least 1 beyond the level
                random.random(out=uniform)
                touched[twin] |= uniform < chance
                left[twin], after = after, left[twin]
        hits += sum(int(twin.sum()) for twin in touched)
    return hits / paths


def steps() -> None:
    dates, pairs, years = 250, 32 * 1024, 30.0 / 365.0
    paths = 2 * pairs

    def kernel() -> object:
        shared = {"jumps": "none", "measure": "risk_neutral", "pairs": pairs, "dates": dates, "seed": 1}
        return hi.derivatives.simulate_passage(**PASSAGE, **shared, years=years)

    report = kernel()
    exact = report.control_probability
    assert abs(report.plain_probability - exact) < 5.0 * report.plain_standard_error
    error = math.sqrt(exact * (1.0 - exact) / paths)
    name = "derivatives.simulate_passage, 65,536 paths in antithetic pairs, 250 dates with bridge, per path-step"
    for signs, peer, ratio in (((1.0,), "a normal", 4.0), ((1.0, -1.0), "antithetic too: half a normal", None)):
        assert abs(numpy_bridge(paths, dates, years, 1, signs) - exact) < 5.0 * error
        work = lambda signs=signs: numpy_bridge(paths, dates, years, 2, signs)
        times = race(1, kernel, work, (paths * dates, paths * dates))
        row(name, f"NumPy, {peer}, exp and uniform per step", times, ratio=ratio)


def numpy_kou(case: dict[str, float], paths: int, steps: int, seed: int) -> float:
    """Plain simulation: small steps, the level looked at after each; jumps by their number in all paths of a step."""
    random = np.random.Generator(np.random.SFC64(seed))
    span = case["T"] / steps
    up, down = case["eta_up"], case["eta_down"]
    growth = case["p_up"] * up / (up - 1.0) + (1.0 - case["p_up"]) * down / (down + 1.0) - 1.0
    drift = (-0.5 * case["sigma"] ** 2 - case["lam"] * growth) * span
    deviation = case["sigma"] * math.sqrt(span)
    move = np.empty(BATCH)
    hits = 0
    for _ in range(paths // BATCH):
        left, least = np.full(BATCH, DISTANCE), np.full(BATCH, DISTANCE)
        for _ in range(steps):
            random.standard_normal(out=move)
            move *= deviation
            move += drift
            left += move
            jumps = random.poisson(case["lam"] * span * BATCH)
            rise = random.standard_exponential(jumps)
            rise *= np.where(random.random(jumps) < case["p_up"], 1.0 / up, -1.0 / down)
            np.add.at(left, random.integers(BATCH, size=jumps), rise)
            np.minimum(least, left, out=least)
        hits += int((least <= 0.0).sum())
    return hits / paths


def kou() -> None:
    case = next(row for row in json.loads(VECTORS.read_text())["kou_first_passage"] if row.get("T") == 7.0 / 365.0)
    jumps = {"jumps_per_year": case["lam"], "up_probability": case["p_up"], "up_rate": case["eta_up"], "down_rate": case["eta_down"]}
    pairs, paths = 256 * 1024, 4 * BATCH

    def kernel() -> object:
        shared = {"jumps": {"kou": jumps}, "measure": "risk_neutral", "pairs": pairs, "seed": 1}
        return hi.derivatives.simulate_passage(**PASSAGE, **shared, years=case["T"])

    report = kernel()
    exact = case["prob"]
    assert abs(report.probability - exact) < 5.0 * report.standard_error
    for name, count in (("hour", 168), ("5 minutes", 2016)):
        # Looked at so seldom, the level acts as if it were 0.5826 deviations of a step further away (Broadie, Glasserman and Kou).
        seldom = PASSAGE | {"barrier": PASSAGE["barrier"] * math.exp(-0.5826 * case["sigma"] * math.sqrt(case["T"] / count))}
        biased = hi.derivatives.kou_passage(**seldom, years=case["T"], jumps=jumps, overshoot=0.0, measure="risk_neutral").probability
        error = math.sqrt(biased * (1.0 - biased) / paths)
        assert abs(numpy_kou(case, paths, count, 1) - biased) < 5.0 * error
        # Seconds until the standard error is 1e-3: time times variance does not depend on the number of paths.
        times = race(1, kernel, lambda: numpy_kou(case, paths, count, 2), (report.standard_error**-2 * 1e-6, error**-2 * 1e-6))
        row(
            "derivatives.simulate_passage, Kou, 7 days, until the standard error is 0.001",
            f"NumPy, a step per {name}, no bridge (biased by {biased - exact:+.4f}, which does not count here)",
            times,
            ratio=30.0,
        )


def main() -> None:
    print(HEAD)
    for table in (vanilla, implied, hit, barrier, double_barrier, barrier_greeks, binaries, steps, kou):
        table()


if __name__ == "__main__":
    main()
