"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

from .._documents import Document, FrameLike, Variant, call, document, each, operation, records, rows
from .._show import Rows

__all__ = [
    "FrontierPoint",
    "FrontierPolicy",
    "Objective",
    "ObjectiveDict",
    "OptimalSalesReport",
    "optimal_sales",
]


def __dir__() -> list[str]:
    return __all__


@document
class Objective(Document):
    """What is sought: the greatest mean of `W - penalty [ruined] - weight (target - W)+`.

    Attributes
    ----------
    ruin_penalty_usd : float
        Sum that a ruin counts for, in USD, 0 or more; a very large one seeks the least probability of ruin first.
    target_usd : float, optional
        Wealth at the end below which each missing dollar counts more, in USD. [0.0 where absent]
    shortfall_weight : float, optional
        Number of dollars that a dollar missing to the target counts for in addition, 0 or more. [0.0 where absent]
    """

    ruin_penalty_usd: float
    target_usd: float | None = None
    shortfall_weight: float | None = None
    _route = "treasury.optimal_sales:objectives.[]"

    def __init__(
        self,
        ruin_penalty_usd: float,
        target_usd: float | None = None,
        shortfall_weight: float | None = None,
    ) -> None:
        self._fill({"ruin_penalty_usd": ruin_penalty_usd, "target_usd": target_usd, "shortfall_weight": shortfall_weight})

    def _wire(self) -> dict[str, Any]:
        return {
            "ruin_penalty_usd": self.ruin_penalty_usd,
            "target_usd": self.target_usd,
            "shortfall_weight": self.shortfall_weight,
        }


class ObjectiveDict(TypedDict):
    """``Objective`` as a mapping."""

    ruin_penalty_usd: float
    target_usd: NotRequired[float | None]
    shortfall_weight: NotRequired[float | None]


@document
class FrontierPolicy(Variant):
    """Whose sales a point stands for.

    Cases
    -----
    objective
        The best sales of the objective at this place, counted from 0.
    as_needed
        What each payment lacks is sold.
    floor
        The smallest sale that meets every payment on the worst path is sold, and all coins where none does.
    sell_all
        All coins are sold at once.
    """

    tag: Literal["objective", "as_needed", "floor", "sell_all"]
    content: int | None = None


@document
class FrontierPoint(Document):
    """Wealth at the end under some sales: its mean, its ruin and its tail.

    Attributes
    ----------
    policy : FrontierPolicy
        Whose sales they are.
    sale_sat : int
        Sale now, in satoshis. [sat, from 0 to 2100000000000000]
    expected_wealth_usd : float
        Mean of coins at the last price and cash, in USD.
    ruin_probability : float
        Probability that a payment is not met.
    tail_mean_usd : float
        Mean of the worst part of the outcomes, in USD: the conditional value at risk as a level.
    objective_usd : float, optional
        Greatest mean of what is sought, in USD. Absent: a rule seeks nothing.
    on_frontier : bool
        Whether no other point has at least the mean, at most the ruin and at least the tail, and one of them better.
    """

    policy: FrontierPolicy
    sale_sat: int
    expected_wealth_usd: float
    ruin_probability: float
    tail_mean_usd: float
    on_frontier: bool
    objective_usd: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["policy"] = FrontierPolicy._read(document["policy"])

    def _wire(self) -> dict[str, Any]:
        return {
            "policy": self.policy,
            "sale_sat": self.sale_sat,
            "expected_wealth_usd": self.expected_wealth_usd,
            "ruin_probability": self.ruin_probability,
            "tail_mean_usd": self.tail_mean_usd,
            "objective_usd": self.objective_usd,
            "on_frontier": self.on_frontier,
        }


@document
class OptimalSalesReport(Document):
    """Result of `optimal_sales`.

    Attributes
    ----------
    points : Rows[FrontierPoint]
        Points: the best sales of each objective in their order, then the rules.
    """

    points: Rows[FrontierPoint]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["points"] = rows(FrontierPoint._read, document["points"])

    def _wire(self) -> dict[str, Any]:
        return {
            "points": self.points,
        }


@operation("treasury.optimal_sales")
def optimal_sales(
    *,
    price_usd: float,
    up: float,
    down: float,
    up_probability: float,
    coins_sat: int,
    cash_usd: Decimal | str,
    costs: Costs | CostsDict,
    payments_usd: Sequence[Decimal | str],
    mined_sat: int | None = None,
    sizes: int | None = None,
    objectives: Sequence[Objective | ObjectiveDict] | FrameLike,
    tail: float | None = None,
) -> OptimalSalesReport:
    """The best sales on a lattice of prices for each objective, beside three rules: expected wealth, probability of ruin, tail, and the frontier.

    Dynamic programming in whole satoshis and millionths: a small tree's every policy is no better.

    Parameters
    ----------
    price_usd : float
        Price of one bitcoin now, in USD. [USD, from 0.0 to 1000000000000.0]
    up : float
        Factor of the price in a move up, above that of a move down. [from 0.0 to 1000000000000.0]
    down : float
        Factor of the price in a move down, above 0. [from 0.0 to 1000000000000.0]
    up_probability : float
        Probability of a move up. [from 0.0 to 1.0]
    coins_sat : int
        Coins held, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal | str
        Cash held, in USD, 0 or more.
    costs : Costs, or a mapping of its fields
        Costs of a sale: in proportion to it.
    payments_usd : Sequence[Decimal | str]
        Payment at each step, in USD, the first now and a move of the price before each further one; 1 to 12 of them, 0 or more each.
    mined_sat : int, optional
        Coins that arrive before each further step, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent]
    sizes : int, optional
        Number of equal parts of all coins that a sale may be made of. [from 1 to 100; 4 where absent]
    objectives : Sequence[Objective | ObjectiveDict], or a DataFrame of their fields
        What is sought, each by itself: one point of the frontier.
    tail : float, optional
        Part of the outcomes that is the tail, above 0 and below 1. [from 0.0 to 1.0; 0.05 where absent]

    Returns
    -------
    OptimalSalesReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.optimal_sales(price_usd=100000, up=1.25, down=0.8, up_probability=0.5, coins_sat=300000000, cash_usd="20000", costs={"fee": 0.002}, payments_usd=["20000", "50000", "60000", "60000", "60000"], sizes=4, objectives=[{"ruin_penalty_usd": 0}, {"ruin_penalty_usd": 50000, "target_usd": 40000, "shortfall_weight": 0.5}, {"ruin_penalty_usd": 1000000000000}], tail=0.1)
    >>> len(report.points)
    6
    """
    return OptimalSalesReport._read(call("treasury.optimal_sales", {"price_usd": price_usd, "up": up, "down": down, "up_probability": up_probability, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "payments_usd": payments_usd, "mined_sat": mined_sat, "sizes": sizes, "objectives": records(objectives), "tail": tail}))


# Below, because the modules of a package name each other's types.
from ._coverage import Costs, CostsDict
