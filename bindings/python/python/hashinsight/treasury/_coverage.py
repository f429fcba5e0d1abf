"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, Self, TypeAlias

from .._documents import Document, Variant, call, filled, instant
from ..units import AmountOutcome, Outcome

__all__ = [
    "Costs",
    "CoverageReport",
    "Cure",
    "Expenses",
    "ExpensesMonthly",
    "LoanOutlook",
    "LoanReport",
    "MonthConvention",
    "NetToGrossReport",
    "Payment",
    "RunwayReport",
    "TopUp",
    "coverage",
    "loan",
    "net_to_gross",
    "runway",
]


@dataclasses.dataclass(frozen=True, repr=False)
class Costs(Document):
    """Costs of a trade on the spot market.

    Attributes
    ----------
    fee : float
        Fee as a fraction of what is traded. [from 0.0 to 1.0]
    slippage : float, optional
        Fraction of the price that a trade of any size gives up. [from 0.0 to 1.0; 0.0 where absent]
    slippage_per_btc : float, optional
        Further fraction of the price given up for each bitcoin of a trade's size. [from 0.0 to 1.0; 0.0 where absent]
    fixed_usd : Decimal, optional
        Fee of each trade, in USD. ["0" where absent]
    """

    fee: float
    slippage: float | None = None
    slippage_per_btc: float | None = None
    fixed_usd: Decimal | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "fixed_usd" in document:
            document["fixed_usd"] = Decimal(document["fixed_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "slippage": self.slippage,
            "slippage_per_btc": self.slippage_per_btc,
            "fixed_usd": self.fixed_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Payment(Document):
    """A payment that falls due.

    Attributes
    ----------
    due_ms : datetime.datetime
        Instant by which it is paid, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    amount_usd : Decimal
        Sum that is paid, in USD, at least 0.
    """

    due_ms: datetime.datetime
    amount_usd: Decimal

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["due_ms"] = instant(document["due_ms"])
        document["amount_usd"] = Decimal(document["amount_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "due_ms": self.due_ms,
            "amount_usd": self.amount_usd,
        }


MonthConvention: TypeAlias = Literal["days30", "julian"]
"""Length of the month in which expenses are told.

Cases
-----
days30
    30 days.
julian
    The twelfth part of a Julian year: 365.25 / 12 = 30.4375 days.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class ExpensesMonthly(Document):
    """The same sum each month.

    Attributes
    ----------
    sum_usd : Decimal
        Sum of a month, in USD, at least 0.
    month : MonthConvention
        Length of the month in which the sum is told.
    """

    sum_usd: Decimal
    month: MonthConvention

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["sum_usd"] = Decimal(document["sum_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "sum_usd": self.sum_usd,
            "month": self.month,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Expenses(Variant):
    """Expenses that cash is held against.

    Cases
    -----
    dated
        The dated payments of the observation.
    monthly
        The same sum each month.
    """

    tag: Literal["dated", "monthly"]
    content: ExpensesMonthly | None = None

    @classmethod
    def dated(cls) -> Self:
        """The dated payments of the observation."""
        return cls("dated")

    @classmethod
    def monthly(cls, content: ExpensesMonthly | Mapping[str, Any]) -> Self:
        """The same sum each month."""
        return filled(cls, {"tag": "monthly", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "monthly":
            return ExpensesMonthly._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class TopUp(Document):
    """Smallest sale for a span.

    Attributes
    ----------
    short_usd : Decimal
        Cash that is missing for the span, in USD; 0 where none is.
    sale_sat : int, optional
        Smallest sale that brings it, in satoshis. Absent: all coins bring less. [sat, from 0 to 2100000000000000]
    """

    short_usd: Decimal
    sale_sat: int | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["short_usd"] = Decimal(document["short_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "short_usd": self.short_usd,
            "sale_sat": self.sale_sat,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoverageReport(Document):
    """Result of `coverage`.

    Attributes
    ----------
    coins_usd : Decimal
        Value of the coins at the price, in USD.
    total_usd : Decimal
        Value of coins and cash, in USD.
    coins_weight : Outcome
        Part of the value that is in coins, as a fraction; undefined where coins and cash are worth nothing.
    unrealised_usd : Decimal, optional
        Gain of the coins that is not realised, in USD. Absent: their cost is not known.
    unrealised_gain : Outcome
        Unrealised gain over the cost, as a fraction; undefined where the cost is not known or 0.
    coverage_days : Outcome
        Days that the cash pays; unbounded without expenses.
    coverage_days_with_coins : Outcome
        Days that cash and coins pay if all coins are sold now, after costs; unbounded without expenses.
    next_due_ms : datetime.datetime, optional
        Instant of the next payment, in Unix milliseconds UTC. Absent: no payment is dated. [ms, from 1230940800000 to 253402235999999]
    next_due_usd : Decimal, optional
        Sum of the payments of that instant, in USD. Absent: no payment is dated.
    top_up : TopUp, optional
        Smallest sale for the target. Absent: no target.
    """

    coins_usd: Decimal
    total_usd: Decimal
    coins_weight: Outcome
    unrealised_gain: Outcome
    coverage_days: Outcome
    coverage_days_with_coins: Outcome
    unrealised_usd: Decimal | None = None
    next_due_ms: datetime.datetime | None = None
    next_due_usd: Decimal | None = None
    top_up: TopUp | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["coins_usd"] = Decimal(document["coins_usd"])
        document["total_usd"] = Decimal(document["total_usd"])
        document["coins_weight"] = Outcome._read(document["coins_weight"])
        if "unrealised_usd" in document:
            document["unrealised_usd"] = Decimal(document["unrealised_usd"])
        document["unrealised_gain"] = Outcome._read(document["unrealised_gain"])
        document["coverage_days"] = Outcome._read(document["coverage_days"])
        document["coverage_days_with_coins"] = Outcome._read(document["coverage_days_with_coins"])
        if "next_due_ms" in document:
            document["next_due_ms"] = instant(document["next_due_ms"])
        if "next_due_usd" in document:
            document["next_due_usd"] = Decimal(document["next_due_usd"])
        if "top_up" in document:
            document["top_up"] = TopUp._read(document["top_up"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "coins_usd": self.coins_usd,
            "total_usd": self.total_usd,
            "coins_weight": self.coins_weight,
            "unrealised_usd": self.unrealised_usd,
            "unrealised_gain": self.unrealised_gain,
            "coverage_days": self.coverage_days,
            "coverage_days_with_coins": self.coverage_days_with_coins,
            "next_due_ms": self.next_due_ms,
            "next_due_usd": self.next_due_usd,
            "top_up": self.top_up,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class NetToGrossReport(Document):
    """Result of `net_to_gross`.

    Attributes
    ----------
    sale_sat : AmountOutcome
        Smallest sale that brings the sum, in satoshis; never where no sale does.
    proceeds_usd : Decimal, optional
        Proceeds of the sale after costs, in USD: at least the sum. Absent: there is no such sale.
    """

    sale_sat: AmountOutcome
    proceeds_usd: Decimal | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["sale_sat"] = AmountOutcome._read(document["sale_sat"])
        if "proceeds_usd" in document:
            document["proceeds_usd"] = Decimal(document["proceeds_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "sale_sat": self.sale_sat,
            "proceeds_usd": self.proceeds_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RunwayReport(Document):
    """Result of `runway`.

    Attributes
    ----------
    paid_steps : int
        Number of steps that are paid in full. [from 0]
    ended : bool
        Whether a step was not paid; otherwise the runway is longer than what was looked at.
    coins_sat : int
        Coins left after the last step that is paid, with those mined since, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal
        Cash left after the last step that is paid, in USD.
    price_usd : Decimal
        Price of one bitcoin in the step after the last that is paid, in USD.
    """

    paid_steps: int
    ended: bool
    coins_sat: int
    cash_usd: Decimal
    price_usd: Decimal

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["price_usd"] = Decimal(document["price_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "paid_steps": self.paid_steps,
            "ended": self.ended,
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "price_usd": self.price_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LoanOutlook(Document):
    """Beliefs about the price while a loan runs.

    Attributes
    ----------
    years : float
        Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    drift_per_year : float, optional
        Drift of the price per year, continuously compounded. [1/year, from -10.0 to 10.0; 0.0 where absent]
    volatility : float
        Volatility of the price per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    """

    years: float
    volatility: float
    drift_per_year: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "years": self.years,
            "drift_per_year": self.drift_per_year,
            "volatility": self.volatility,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Cure(Document):
    """Cure of a loan: coins or cash that restore its target.

    Attributes
    ----------
    coins_sat : AmountOutcome
        Coins to pledge besides, in satoshis; unbounded beyond all that exist.
    cash_usd : Decimal
        Debt to repay, in USD.
    """

    coins_sat: AmountOutcome
    cash_usd: Decimal

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["coins_sat"] = AmountOutcome._read(document["coins_sat"])
        document["cash_usd"] = Decimal(document["cash_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LoanReport(Document):
    """Result of `loan`.

    Attributes
    ----------
    ltv : Outcome
        Loan to value; unbounded for a debt against nothing.
    margin_price_usd : Outcome
        Price of one bitcoin at which a margin call comes, in USD; never without a debt, every price where nothing is pledged.
    liquidation_price_usd : Outcome
        Price of one bitcoin at which the coins are liquidated, in USD; never without a debt, every price where nothing is pledged.
    cure : Cure
        Cure at the price of now; nothing where the loan is within its target.
    cure_at_margin : Cure, optional
        Cure at the price of the margin call. Absent: there is no such price.
    margin_probability : float, optional
        Probability that the margin call comes within the horizon. Absent: no outlook.
    liquidation_probability : float, optional
        Probability that the coins are liquidated within the horizon, if nothing is cured. Absent: no outlook.
    """

    ltv: Outcome
    margin_price_usd: Outcome
    liquidation_price_usd: Outcome
    cure: Cure
    cure_at_margin: Cure | None = None
    margin_probability: float | None = None
    liquidation_probability: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["ltv"] = Outcome._read(document["ltv"])
        document["margin_price_usd"] = Outcome._read(document["margin_price_usd"])
        document["liquidation_price_usd"] = Outcome._read(document["liquidation_price_usd"])
        document["cure"] = Cure._read(document["cure"])
        if "cure_at_margin" in document:
            document["cure_at_margin"] = Cure._read(document["cure_at_margin"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "ltv": self.ltv,
            "margin_price_usd": self.margin_price_usd,
            "liquidation_price_usd": self.liquidation_price_usd,
            "cure": self.cure,
            "cure_at_margin": self.cure_at_margin,
            "margin_probability": self.margin_probability,
            "liquidation_probability": self.liquidation_probability,
        }


def coverage(
    *,
    observation: Observation | Mapping[str, Any],
    expenses: Expenses | Mapping[str, Any] | str,
    target_days: float | None = None,
) -> CoverageReport:
    """What a treasury is worth, how long its cash lasts, and the smallest sale that makes it last a span.

    Parameters
    ----------
    observation : Observation | Mapping[str, Any]
        Treasury, market and dated payments now.
    expenses : Expenses | Mapping[str, Any] | str
        Expenses that the cash is held against.
    target_days : float, optional
        Span that the cash is to last, in days of 86,400 s. Absent: no sale is asked for. [d, above 0.0 to 1000000.0]

    Returns
    -------
    CoverageReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.coverage(observation={"time_ms": 1735689600000, "price_usd": 113844, "coins_sat": 1250000000, "cash_usd": "600000", "cost_usd": "1187500", "costs": {"fee": 0.001, "slippage": 0.0005}, "liabilities": [{"due_ms": 1738281600000, "amount_usd": "200000"}, {"due_ms": 1740873600000, "amount_usd": "210000"}]}, expenses={"monthly": {"sum_usd": "200000", "month": "julian"}}, target_days=180)
    """
    return CoverageReport._read(call("treasury.coverage", {"observation": observation, "expenses": expenses, "target_days": target_days}))


def net_to_gross(
    *,
    net_usd: Decimal | str,
    price_usd: float,
    costs: Costs | Mapping[str, Any],
    most_sat: int | None = None,
) -> NetToGrossReport:
    """The smallest sale that brings a sum after costs, rounded up to a satoshi.

    Parameters
    ----------
    net_usd : Decimal | str
        Sum that the sale is to bring after costs, in USD.
    price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
    costs : Costs | Mapping[str, Any]
        Costs of a trade.
    most_sat : int, optional
        Most coins that can be sold, in satoshis. Absent: all that exist. [sat, from 0 to 2100000000000000]

    Returns
    -------
    NetToGrossReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.net_to_gross(net_usd="50000", price_usd=100000, costs={"fee": 0.001, "slippage": 0.0005})
    """
    return NetToGrossReport._read(call("treasury.net_to_gross", {"net_usd": net_usd, "price_usd": price_usd, "costs": costs, "most_sat": most_sat}))


def runway(
    *,
    cash_usd: Decimal | str,
    coins_sat: int,
    expense_usd: Decimal | str,
    price_usd: float,
    price_factor: float,
    costs: Costs | Mapping[str, Any],
    mined_sat: int | None = None,
    max_steps: int | None = None,
) -> RunwayReport:
    """How many steps cash and coins pay, selling as needed while the price moves by a factor.

    Parameters
    ----------
    cash_usd : Decimal | str
        Cash held, in USD, at least 0.
    coins_sat : int
        Coins held, in satoshis. [sat, from 0 to 2100000000000000]
    expense_usd : Decimal | str
        Sum that is paid in each step, in USD, at least 0.
    price_usd : float
        Price of one bitcoin in the first step, in USD. [USD, from 0.0 to 1000000000000.0]
    price_factor : float
        Price of each step over that of the step before, above 0, at most 10. [from 0.0 to 1000000000000.0]
    costs : Costs | Mapping[str, Any]
        Costs of a trade.
    mined_sat : int, optional
        Coins mined before each further step, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent]
    max_steps : int, optional
        Number of steps that are looked at. [from 1 to 100000; 1200 where absent]

    Returns
    -------
    RunwayReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.runway(cash_usd="600000", coins_sat=1250000000, expense_usd="200000", price_usd=100000, price_factor=0.95, costs={"fee": 0.001})
    """
    return RunwayReport._read(call("treasury.runway", {"cash_usd": cash_usd, "coins_sat": coins_sat, "expense_usd": expense_usd, "price_usd": price_usd, "price_factor": price_factor, "costs": costs, "mined_sat": mined_sat, "max_steps": max_steps}))


def loan(
    *,
    debt_usd: Decimal | str,
    collateral_sat: int,
    price_usd: float,
    target_ltv: float,
    margin_ltv: float,
    liquidation_ltv: float,
    outlook: LoanOutlook | Mapping[str, Any] | None = None,
) -> LoanReport:
    """Loan to value, margin call and liquidation of a loan against coins, what cures it, and how likely it comes to that.

    Parameters
    ----------
    debt_usd : Decimal | str
        Debt with interest so far, in USD, at least 0.
    collateral_sat : int
        Coins pledged, in satoshis. [sat, from 0 to 2100000000000000]
    price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
    target_ltv : float
        Loan to value that a cure restores, above 0. [from 0.0 to 1.0]
    margin_ltv : float
        Loan to value of a margin call, above that of the cure. [from 0.0 to 1.0]
    liquidation_ltv : float
        Loan to value of liquidation, above that of a margin call. [from 0.0 to 1.0]
    outlook : LoanOutlook | Mapping[str, Any], optional
        Beliefs about the price. Absent: no probabilities are told.

    Returns
    -------
    LoanReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.loan(debt_usd="1000000", collateral_sat=2000000000, price_usd=100000, target_ltv=0.5, margin_ltv=0.7, liquidation_ltv=0.8, outlook={"years": 0.4931506849315068, "volatility": 0.6})
    """
    return LoanReport._read(call("treasury.loan", {"debt_usd": debt_usd, "collateral_sat": collateral_sat, "price_usd": price_usd, "target_ltv": target_ltv, "margin_ltv": margin_ltv, "liquidation_ltv": liquidation_ltv, "outlook": outlook}))


# Below, because the modules of a package name each other's types.
from ._policy import Observation
