"""Dispatch plans against mixed-integer programmes (HiGHS), from the definition of the bill.

`cases N` writes N requests of `mining.plan_dispatch`, one a line, with every feature on or off at random; `check REQUESTS ANSWERS` bills each
plan once more and solves for each the programme

    most of  revenue - starts - sum over months of max(subtotal, minimum)
    machines in each mode and interval: whole numbers, at most those that there are; starts and stops with minimum times
    demand >= load of each interval that counts, peaks so far, ratchets; blocks of the month's use one after the other
    blocks by hours of use: the demand is one of its floors, and the first block holds the lesser of use and end

and demands that no plan is better than the best, and none short of it by more than its gap.
"""

from __future__ import annotations

import json
import random
import sys
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

START_MS = 1_788_213_600_000  # 2026-08-31T22:00Z: the month ends after two hours
HOURS_BEFORE_MONTH = 2


def case(draw: random.Random) -> dict[str, Any]:
    """A site of a few classes through a few hours."""
    hours = draw.randint(3, 8)
    per_hour = draw.choice([1, 1, 2, 4])
    minutes = 60 // per_hour
    bound = draw.random() < 0.5
    classes = []
    for index in range(draw.randint(1, 3)):
        spec = lambda: {"hashrate_ths": draw.randint(60, 400), "power_w": draw.randint(1500, 6500)}
        one: dict[str, Any] = {"name": f"c{index}", "count": draw.randint(1, 6), "machine": {"spec": spec()}}
        if draw.random() < 0.5:
            one["modes"] = [spec() for _ in range(draw.randint(1, 2))]
        if bound:
            one["min_up_hours"], one["min_down_hours"] = draw.randint(1, 3), draw.randint(1, 3)
            one["start_cost_usd"] = round(draw.uniform(0, 0.3), 3)
            one["initial"] = {draw.choice(["on_hours", "off_hours"]): draw.randint(1, 4)}
        classes.append(one)
    usd = [round(draw.uniform(-0.03, 0.15), 4) for _ in range(hours * per_hour)]
    tariff: dict[str, Any] = {
        "energy": {"series": {"start_ms": START_MS, "interval_minutes": minutes, "usd_per_kwh": usd}},
        "settlement_minutes": minutes,
    }
    site_w = sum(one["count"] * max(m["power_w"] for m in [one["machine"]["spec"], *one.get("modes", [])]) for one in classes)
    if draw.random() < 0.7:
        tariff["demand"] = [_demand(draw, site_w) for _ in range(draw.randint(1, 3))]
    if draw.random() < 0.3:
        times = [START_MS + draw.randrange(hours * 60) * 60_000 for _ in range(2)]
        tariff["coincident_peaks"] = [{"time_ms": time, "usd_per_kw": round(draw.uniform(0, 0.2), 3)} for time in times]
    if draw.random() < 0.4:
        end = round(draw.uniform(0.05, 0.9) * site_w / 1e3 * hours, 1)
        prices = [round(draw.uniform(-0.02, 0.06), 4) for _ in range(2)]
        tariff["tiers"] = [{"up_to_kwh": end, "usd_per_kwh": prices[0]}, {"usd_per_kwh": prices[1]}]
        tariff["energy_so_far_kwh"] = round(draw.uniform(0, end), 1)
    if draw.random() < 0.3:
        first, rest = (round(draw.uniform(-0.02, 0.06), 4) for _ in range(2))
        end = round(draw.uniform(0.2, hours), 2)
        tariff["hours_use"] = {"blocks": [{"up_to_kwh_per_kw": end, "usd_per_kwh": first}, {"usd_per_kwh": rest}]}
        if "demand" in tariff and draw.random() < 0.5:
            tariff["hours_use"]["charge"] = draw.randrange(len(tariff["demand"]))
    if draw.random() < 0.3:
        tariff["fixed_usd_per_month"] = round(draw.uniform(0, 3), 2)
    if draw.random() < 0.3:
        tariff["minimum_usd_per_month"] = round(draw.uniform(0, 0.1) * site_w / 1e3 * hours * 0.5, 2)
    request: dict[str, Any] = {
        "classes": classes,
        "tariff": tariff,
        "start_ms": START_MS,
        "hours": hours,
        "hashprice": {"hourly_usd_per_phs_day": [round(draw.uniform(25, 70), 2) for _ in range(hours)]},
    }
    if draw.random() < 0.4:
        request["power_limit_w"] = round(site_w * draw.uniform(0.2, 1.1))
    return request


def _demand(draw: random.Random, site_w: int) -> dict[str, Any]:
    charge: dict[str, Any] = {"usd_per_kw_month": round(draw.uniform(0, 0.4), 3)}
    window = draw.choice([None, (22, 24), (0, 3), (23, 1)])
    if window:
        charge["windows"] = [{"from_hour": window[0], "to_hour": window[1]}]
    if draw.random() < 0.3:
        charge["peak_so_far_w"] = round(site_w * draw.uniform(0, 1))
    if draw.random() < 0.3:
        charge["ratchet"] = {
            "fraction": round(draw.uniform(0.3, 1), 2),
            "months": draw.randint(1, 2),
            "earlier_peaks_w": [round(site_w * draw.uniform(0, 1)) for _ in range(2)],
        }
    return charge


class Site:
    """What a request means, interval by interval."""

    def __init__(self, request: dict[str, Any]) -> None:
        tariff = request["tariff"]
        self.tariff = tariff
        self.per_hour = 60 // tariff["settlement_minutes"]
        self.n = request["hours"] * self.per_hour
        self.h = 1 / self.per_hour
        split = min(HOURS_BEFORE_MONTH * self.per_hour, self.n)
        self.months = [months for months in (range(split), range(split, self.n)) if months]
        self.usd = tariff["energy"]["series"]["usd_per_kwh"]
        self.hashprice = [p for p in request["hashprice"]["hourly_usd_per_phs_day"] for _ in range(self.per_hour)]
        self.limit_kw = request.get("power_limit_w", float("inf")) / 1e3
        self.classes = request["classes"]
        step = 3_600_000 // self.per_hour
        self.coincident = [((p["time_ms"] - START_MS) // step, p["usd_per_kw"]) for p in tariff.get("coincident_peaks", [])]
        self.tiers = tariff.get("tiers", [])
        self.hours_use = tariff.get("hours_use")
        self.so_far = tariff.get("energy_so_far_kwh", 0.0)
        self.fixed = tariff.get("fixed_usd_per_month", 0.0)
        self.minimum = tariff.get("minimum_usd_per_month", 0.0)

    def counts(self, charge: dict[str, Any], t: int) -> bool:
        if "windows" not in charge:
            return True
        hour = (22 + t // self.per_hour) % 24
        window = charge["windows"][0]
        begin, end = window["from_hour"], window["to_hour"]
        return begin <= hour < end if begin < end else hour >= begin or hour < end

    def known_kw(self, charge: dict[str, Any], month: int) -> float:
        """What is billed whatever the load is."""
        known = charge.get("peak_so_far_w", 0) / 1e3 if month == 0 else 0.0
        ratchet = charge.get("ratchet")
        if not ratchet:
            return known
        part, back, earlier = ratchet["fraction"], ratchet["months"], ratchet["earlier_peaks_w"]
        reach = [kw / 1e3 for age, kw in enumerate(reversed(earlier), start=1) if month + age <= back]
        if month == 1:
            reach.append(charge.get("peak_so_far_w", 0) / 1e3)
        return max([known, *(part * kw for kw in reach)])

    def tier_cost(self, kwh: float) -> float:
        usd, begin = 0.0, 0.0
        for tier in self.tiers:
            end = tier.get("up_to_kwh", float("inf"))
            usd += tier["usd_per_kwh"] * max(min(kwh, end) - begin, 0.0)
            begin = end
        return usd

    def hours_use_cost(self, kwh: float, kw: float) -> float:
        """Blocks that grow with the month's demand."""
        first, rest = self.hours_use["blocks"]
        end = first["up_to_kwh_per_kw"] * kw
        return first["usd_per_kwh"] * min(kwh, end) + rest["usd_per_kwh"] * max(kwh - end, 0.0)

    def bill(self, load_kw: list[float]) -> float:
        total = 0.0
        for month, span in enumerate(self.months):
            kwh = sum(load_kw[t] for t in span) * self.h
            before = self.so_far if month == 0 else 0.0
            usd = self.fixed + sum(load_kw[t] * self.usd[t] for t in span) * self.h
            usd += sum(load_kw[t] * rate for t, rate in self.coincident if t in span)
            usd += self.tier_cost(before + kwh) - self.tier_cost(before)
            demands = []
            for charge in self.tariff.get("demand", []):
                peaks = [max([load_kw[t] for t in s if self.counts(charge, t)], default=0.0) for s in self.months]
                billed = max(peaks[month], self.known_kw(charge, month))
                if month == 1 and "ratchet" in charge:
                    billed = max(billed, charge["ratchet"]["fraction"] * peaks[0])
                usd += charge["usd_per_kw_month"] * billed
                demands.append(billed)
            if self.hours_use:
                of = self.hours_use.get("charge")
                kw = max(load_kw[t] for t in span) if of is None else demands[of]
                usd += self.hours_use_cost(before + kwh, kw) - self.hours_use_cost(before, kw)
            total += max(usd, self.minimum) if self.minimum > 0 else usd
        return total


def best(site: Site) -> tuple[float, float] | None:
    """The most that any plan leaves, between two bounds; None where nothing keeps the limit."""
    columns: list[tuple[float, float, float, int]] = []  # USD, low, high, whole
    rows: list[tuple[dict[int, float], float, float]] = []

    def column(usd: float = 0.0, low: float = 0.0, high: float = np.inf, whole: int = 0) -> int:
        columns.append((usd, low, high, whole))
        return len(columns) - 1

    load: list[dict[int, float]] = [{} for _ in range(site.n)]
    for one in site.classes:
        modes = [one["machine"]["spec"], *one.get("modes", [])]
        count = one["count"]
        runs = []
        for t in range(site.n):
            here = []
            for mode in modes:
                kw, ths = mode["power_w"] / 1e3, mode["hashrate_ths"]
                usd = site.hashprice[t] * ths / 24e3 * site.h
                at = column(usd, 0, count, 1)
                load[t][at] = kw
                here.append(at)
            rows.append(({at: 1.0 for at in here}, 0, count))
            runs.append(here)
        _bind(site, one, count, runs, column, rows)
    if np.isfinite(site.limit_kw):
        rows += [(load[t], -np.inf, site.limit_kw) for t in range(site.n)]
    peaks = [[column() for _ in site.months] for _ in site.tariff.get("demand", [])]
    for month, span in enumerate(site.months):
        usd: dict[int, float] = {}  # the subtotal

        def add(terms: dict[int, float], by: float) -> None:
            for at, value in terms.items():
                usd[at] = usd.get(at, 0.0) + by * value

        for t in span:
            add(load[t], site.usd[t] * site.h)
        for t, rate in site.coincident:
            if t in span:
                add(load[t], rate)
        demands = []
        for charge, peak in zip(site.tariff.get("demand", []), peaks):
            rows += [({peak[month]: 1.0, **{at: -kw for at, kw in load[t].items()}}, 0, np.inf) for t in span if site.counts(charge, t)]
            billed = column(low=site.known_kw(charge, month))
            rows.append(({billed: 1.0, peak[month]: -1.0}, 0, np.inf))
            if month == 1 and "ratchet" in charge:
                rows.append(({billed: 1.0, peak[0]: -charge["ratchet"]["fraction"]}, 0, np.inf))
            add({billed: 1.0}, charge["usd_per_kw_month"])
            demands.append(billed)
        constant = site.fixed
        if site.hours_use:
            _hours_use(site, month, load, peaks, demands, column, rows, add)
        if site.tiers:
            before = site.so_far if month == 0 else 0.0
            constant -= site.tier_cost(before)
            begin, parts, full = 0.0, {}, None
            for tier in site.tiers:
                end = tier.get("up_to_kwh", 1e6)
                part = column(high=end - begin)
                if full is not None:
                    rows.append(({part: 1.0, full: -(end - begin)}, -np.inf, 0))  # only once the one before is full
                if "up_to_kwh" in tier:
                    full = column(high=1, whole=1)
                    rows.append(({part: 1.0, full: -(end - begin)}, 0, np.inf))
                parts[part] = 1.0
                add({part: 1.0}, tier["usd_per_kwh"])
                begin = end
            used: dict[int, float] = {}
            for t in span:
                for at, kw in load[t].items():
                    used[at] = used.get(at, 0.0) - kw * site.h
            rows.append((parts | used, before, before))
        paid = column(-1.0, site.minimum if site.minimum > 0 else -np.inf)
        rows.append(({paid: 1.0, **{at: -value for at, value in usd.items()}}, constant, np.inf))
    matrix = lil_array((len(rows), len(columns)))
    for row, (terms, _, _) in enumerate(rows):
        for at, value in terms.items():
            matrix[row, at] = value
    cost, low, high, whole = (np.array(values, float) for values in zip(*columns))
    limits = LinearConstraint(matrix.tocsr(), [r[1] for r in rows], [r[2] for r in rows])
    found = milp(-cost, integrality=whole, bounds=Bounds(low, high), constraints=limits, options={"mip_rel_gap": 0, "time_limit": 60})
    if found.status == 2:
        return None
    return -found.fun, -found.mip_dual_bound


def _hours_use(site: Site, month: int, load: Any, peaks: Any, demands: Any, column: Any, rows: Any, add: Any) -> None:
    """Blocks that grow with the demand: the demand itself, not more, and what of the use lies in the first block."""
    most = sum(one["count"] * max(m["power_w"] for m in [one["machine"]["spec"], *one.get("modes", [])]) for one in site.classes) / 1e3
    first, rest = site.hours_use["blocks"]
    end, span, of = first["up_to_kwh_per_kw"], site.months[month], site.hours_use.get("charge")
    if of is None:
        counted, known, earlier = list(span), 0.0, None
        demand = column()
        rows += [({demand: 1.0, **{at: -kw for at, kw in load[t].items()}}, 0, np.inf) for t in span]
    else:
        charge = site.tariff["demand"][of]
        counted, known, demand = [t for t in span if site.counts(charge, t)], site.known_kw(charge, month), demands[of]
        earlier = charge["ratchet"]["fraction"] if month == 1 and "ratchet" in charge else None
    far = 2 * max(most, known) + 1
    ties = []  # the demand is one of its floors
    for t in counted:
        ties.append(column(high=1, whole=1))
        rows.append(({demand: 1.0, ties[-1]: far, **{at: -kw for at, kw in load[t].items()}}, -np.inf, far))
    ties.append(column(high=1, whole=1))
    rows.append(({demand: 1.0, ties[-1]: far}, -np.inf, far + known))
    if earlier is not None:
        # The ratchet looks at the first month's own peak, which is then tied as well.
        before = [t for t in site.months[0] if site.counts(charge, t)]
        ties.append(column(high=1, whole=1))
        rows.append(({demand: 1.0, ties[-1]: far, peaks[of][0]: -earlier}, -np.inf, far))
        own = []
        for t in before:
            own.append(column(high=1, whole=1))
            rows.append(({peaks[of][0]: 1.0, own[-1]: far, **{at: -kw for at, kw in load[t].items()}}, -np.inf, far))
        own.append(column(high=1, whole=1))
        rows.append(({peaks[of][0]: 1.0, own[-1]: far}, -np.inf, far))
        rows.append(({at: 1.0 for at in own}, 1, 1))
    rows.append(({at: 1.0 for at in ties}, 1, 1))
    start = site.so_far if month == 0 else 0.0
    used: dict[int, float] = {}
    for t in span:
        for at, kw in load[t].items():
            used[at] = used.get(at, 0.0) + kw * site.h
    # min(use, end * demand), with and without the use before: what lies in the first block.
    big = 4 * (start + most * len(span) * site.h + end * far)

    def least(terms: dict[int, float], constant: float) -> int:
        value, which = column(low=-np.inf), column(high=1, whole=1)
        rows.append(({value: 1.0, **{at: -usd for at, usd in terms.items()}}, -np.inf, constant))
        rows.append(({value: 1.0, demand: -end}, -np.inf, 0))
        rows.append(({value: 1.0, which: big, **{at: -usd for at, usd in terms.items()}}, constant, np.inf))
        rows.append(({value: 1.0, demand: -end, which: -big}, -big, np.inf))
        return value

    difference = first["usd_per_kwh"] - rest["usd_per_kwh"]
    add({least(used, start): 1.0}, difference)
    if start > 0:
        add({least({}, start): 1.0}, -difference)
    add(used, rest["usd_per_kwh"])


def _bind(site: Site, one: dict[str, Any], count: int, runs: list[list[int]], column: Any, rows: list[Any]) -> None:
    """Starts, stops, minimum times and the state before."""
    up, down = (one.get(name, 0) * site.per_hour or 1 for name in ("min_up_hours", "min_down_hours"))
    start_usd, initial = one.get("start_cost_usd", 0.0), one.get("initial", {"on_hours": 10_000})
    if up == down == 1 and start_usd == 0 and "initial" not in one:
        return
    was_on = "on_hours" in initial
    passed = next(iter(initial.values())) * site.per_hour
    starts = [column(-start_usd, 0, count) for _ in range(site.n)]
    stops = [column(0.0, 0, count) for _ in range(site.n)]
    for t in range(site.n):
        now = {at: 1.0 for at in runs[t]}
        change = now | {starts[t]: -1.0, stops[t]: 1.0}
        if t == 0:
            rows.append((change, count if was_on else 0, count if was_on else 0))
        else:
            rows.append((change | {at: -1.0 for at in runs[t - 1]}, 0, 0))
        rows.append((now | {starts[k]: -1.0 for k in range(max(t - up + 1, 0), t + 1)}, 0, np.inf))
        rows.append((now | {stops[k]: 1.0 for k in range(max(t - down + 1, 0), t + 1)}, -np.inf, count))
        if was_on and t < up - passed:
            rows.append((now, count, count))
        if not was_on and t < down - passed:
            rows.append((now, 0, 0))


def check(request: dict[str, Any], report: dict[str, Any] | None) -> tuple[str, float]:
    """What became of a plan, and how far it is from the best in USD."""
    site = Site(request)
    bounds = best(site)
    if bounds is None or report is None:
        assert bounds is None and report is None, "a plan where none is, or none where one is"
        return "refused", 0.0
    found, most = bounds
    load_kw = [watts / 1e3 for watts in report["load_w"]]
    billed = report["bill"]["total_usd"]
    assert abs(site.bill(load_kw) - billed) <= 1e-9 * (1 + abs(billed)), f"billed {billed}, by the definition {site.bill(load_kw)}"
    assert all(kw <= site.limit_kw + 1e-6 for kw in load_kw), "the limit is exceeded"
    net, gap = report["net_usd"], report["optimality_gap_usd"]
    slack = 1e-6 * (1 + abs(found))  # what a solver's tolerances leave
    assert gap >= 0 and net <= most + slack, f"{net} is better than the best, {most}"
    assert net + gap >= found - slack, f"{net} and a gap of {gap}, but {found} is possible"
    return "proven" if gap == 0 else "the best" if net >= found - slack else "within its gap", max(found - net, 0.0)


def main(args: list[str]) -> None:
    if args[0] == "cases":
        draw = random.Random(27)
        for _ in range(int(args[1])):
            print(json.dumps(case(draw)))
        return
    told: dict[str, int] = {}
    short = worst = 0.0
    with open(args[1], encoding="utf-8") as asked, open(args[2], encoding="utf-8") as answered:
        for number, (request, answer) in enumerate(zip(asked, answered, strict=True)):
            try:
                word, usd = check(json.loads(request), json.loads(answer))
            except AssertionError as error:
                sys.exit(f"dispatch: case {number}: {error}\n{request}")
            told[word] = told.get(word, 0) + 1
            short, worst = short + usd, max(worst, usd)
    cases = sum(told.values())
    print(f"dispatch: HiGHS agrees with {cases} plans: {told}; {short / cases:.4f} USD short of the best in the mean, {worst:.4f} at most")


if __name__ == "__main__":
    main(sys.argv[1:])
