"""The floor of the treasury against linear programmes over trees of prices (HiGHS), from its definition.

`cases N` writes N requests of `treasury.floor`, one a line; `check REQUESTS ANSWERS` solves for each the programme

    least first sale, or least missing cash, with in every node of the tree
    coins sold on the way there <= coins held and mined by then, at most so many in each step
    cash + proceeds - payments  >= reserve

where the price of each node is its parent's times the least factor, 1, or 1.3, and compares. Then it solves the trees on which the rule is
known to be the best of all policies, for expected wealth.
"""

import itertools
import json
import random
import sys

import highspy

DAY_MS, START_MS = 86_400_000, 1_735_689_600_000
UP = 1.3


def case(draw: random.Random) -> dict:
    """Numbers of a treasury whose worth is near what it owes, in steps of a day."""
    steps = draw.randint(1, 5)
    price, coins = round(draw.uniform(10_000, 200_000), 2), draw.randint(0, 5_000_000_000)
    worth = coins / 1e8 * price
    due = [round(draw.uniform(0.05, 0.8) * worth * 2 / steps, 2) + 1 for _ in range(steps)]
    sat = lambda most: draw.randint(0, most)
    terms = {"step_days": 1, "worst_factors": [round(draw.uniform(0.3, 0.95), 3) for _ in range(draw.randint(1, 3))]}
    if draw.random() < 0.5:
        terms["max_sales_sat"] = [sat(2 * coins // steps + 1) for _ in range(draw.randint(1, steps))]
    if draw.random() < 0.5:
        terms["mined_sat"] = [sat(coins // 4 + 1) for _ in range(draw.randint(1, steps))]
    if draw.random() < 0.3:
        terms["reserve_usd"] = str(round(draw.uniform(0, worth / 10), 2))
    return {
        "observation": {
            "time_ms": START_MS,
            "price_usd": price,
            "coins_sat": coins,
            "cash_usd": str(round(draw.choice([0, draw.uniform(0, worth)]), 2)),
            "costs": {"fee": round(draw.uniform(0, 0.01), 4), "slippage": round(draw.uniform(0, 0.01), 4)},
            "liabilities": [{"due_ms": START_MS + DAY_MS * t, "amount_usd": str(round(usd, 2))} for t, usd in enumerate(due)],
        },
        "terms": terms,
    }


def of_step(items: list, step: int, beyond):
    """Item of a step, or what counts beyond the list."""
    return items[step] if step < len(items) else beyond


def solved(columns: list, rows: list) -> highspy.Highs:
    """Least sum of cost * x over columns (cost, upper) and rows (lower, upper, {column: weight})."""
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("primal_feasibility_tolerance", 1e-10)
    model.setOptionValue("dual_feasibility_tolerance", 1e-10)
    for cost, upper in columns:
        model.addVar(0.0, upper)
        model.changeColCost(model.getNumCol() - 1, cost)
    for lower, upper, weights in rows:
        model.addRow(lower, upper, len(weights), list(weights), list(weights.values()))
    model.run()
    return model


def programme(request: dict) -> tuple[float, float]:
    """Least missing cash in USD, and least first sale in satoshis with that much cash."""
    seen, terms = request["observation"], request["terms"]
    price, factors = seen["price_usd"], terms["worst_factors"]
    keep = (1 - seen["costs"]["fee"]) * (1 - seen["costs"]["slippage"])
    due = [float(payment["amount_usd"]) for payment in seen["liabilities"]]
    limits, mined = terms.get("max_sales_sat", []), terms.get("mined_sat", [])
    # Bitcoin, and cash in worths of a bitcoin: numbers of about one size.
    coins, cash = seen["coins_sat"] / 1e8, float(seen["cash_usd"]) / price
    reserve = float(terms.get("reserve_usd", 0)) / price
    columns, rows = [(0.0, highspy.kHighsInf)], []  # column 0: missing cash
    level = [(1.0, ())]
    held, owed = coins, reserve - cash
    for step, pay in enumerate(due):
        held += of_step(mined, step - 1, 0) / 1e8 if step else 0
        owed += pay / price
        limit = of_step(limits, step, limits[-1]) / 1e8 if limits else highspy.kHighsInf
        following = []
        for worth, way in level:
            way = (*way, (len(columns), worth * keep))
            columns.append((0.0, limit))
            rows.append((-highspy.kHighsInf, held, {column: 1.0 for column, _ in way}))
            rows.append((owed, highspy.kHighsInf, {0: 1.0, **dict(way)}))
            following += [(worth * factor, way) for factor in (of_step(factors, step, factors[-1]), 1.0, UP)]
        level = following
    columns[0] = (1.0, highspy.kHighsInf)
    missing = solved(columns, rows).getObjectiveValue()
    columns[0], columns[1] = (0.0, max(missing, 0.0) * (1 + 1e-12)), (1.0, columns[1][1])
    return missing * price, solved(columns, rows).getObjectiveValue() * 1e8


def check(request: dict, answer: dict) -> str:
    """The verdict of the programme where it is that of the answer."""
    missing, sale = programme(request)
    price = request["observation"]["price_usd"]
    floor = answer["floor"]
    # A millionth of a dollar is rounded away in each step; HiGHS is exact to 1e-10 bitcoin in each row.
    near = 1e-5 + 1e-8 * price
    if "infeasible" in floor:
        told = float(floor["infeasible"]["shortfall_usd"])
        assert missing > 0 and abs(told - missing) <= near, f"missing {missing}, told {told}"
        return "refused"
    assert missing <= near, f"accepted, but {missing} is missing"
    told = floor["feasible"]["sale_sat"]
    assert sale - 2 <= told <= sale + 5, f"least sale {sale}, told {told}"
    return "accepted by a sale" if told else "accepted"


def wealth(coins: float, cash: float, pay: float) -> float | None:
    """Greatest expected wealth over a tree of three moves, 1.25 or 0.8 with equal chance, that never has less than no cash."""
    columns, rows = [], []
    sold = []  # each column with its sign in the expected wealth
    ways = {(): (100_000.0, 1.0, ())}
    for step in range(4):
        following = {}
        for moves, (price, chance, way) in ways.items():
            way = (*way, (len(columns), price))
            columns.append((0.0, highspy.kHighsInf))
            sold.append((price, chance, len(columns) - 1))
            rows.append((-highspy.kHighsInf, coins, {column: 1.0 for column, _ in way}))
            rows.append((pay * step - cash, highspy.kHighsInf, dict(way)))
            if step < 3:
                following |= {(*moves, m): (price * m, chance / 2, way) for m in (1.25, 0.8)}
        ways = following or ways
    # A coin that is sold brings its price instead of the mean price at the end: up and down by 1.025 in the mean.
    mean = [1.025 ** (3 - step) for step in range(4)]
    steps = list(itertools.chain.from_iterable([step] * 2**step for step in range(4)))
    columns = [(-chance * (price - price * mean[step]), upper) for (price, chance, _), step, (_, upper) in zip(sold, steps, columns)]
    model = solved(columns, rows)
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return cash - 3 * pay + coins * 100_000.0 * mean[0] - model.getObjectiveValue()


def main() -> None:
    if sys.argv[1] == "cases":
        draw = random.Random(40)
        for _ in range(int(sys.argv[2])):
            print(json.dumps(case(draw)))
        return
    counts: dict[str, int] = {}
    with open(sys.argv[2]) as requests, open(sys.argv[3]) as answers:
        for line, (request, answer) in enumerate(zip(requests, answers, strict=True), 1):
            try:
                verdict = check(json.loads(request), json.loads(answer))
            except AssertionError as difference:
                sys.exit(f"line {line}: {difference}\n{request}{answer}")
            counts[verdict] = counts.get(verdict, 0) + 1
    print(f"floor: HiGHS agrees with {sum(counts.values())} answers: {dict(sorted(counts.items()))}")
    known = [(3, 0, 60_000, 138_529.6875), (3, 0, 80_000, 73_967.1875), (2.2, 50_000, 75_000, 55_992.1875), (2, 0, 70_000, None)]
    for coins, cash, pay, expected in known:
        best = wealth(coins, cash, pay)
        if (best is None) != (expected is None) or expected and abs(best - expected) > 1e-3:
            sys.exit(f"tree of {coins} BTC, {cash} USD, {pay} a step: {best}, not {expected}")
        print(f"floor: {coins} BTC, {cash} USD, {pay} USD a step: greatest expected wealth {best}")


main()
