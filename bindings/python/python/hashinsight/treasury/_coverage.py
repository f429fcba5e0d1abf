"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, document, each, instant, listed, operation, records, rows
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..units import AmountOutcome, Outcome, TimestampOutcome

__all__ = [
    "CashForecastReport",
    "CashKind",
    "Costs",
    "CostsDict",
    "Covenant",
    "CovenantDict",
    "CovenantLike",
    "CovenantOutlook",
    "CoverageReport",
    "Cure",
    "Expenses",
    "ExpensesDict",
    "ExpensesLike",
    "ExpensesMonthly",
    "ExpensesMonthlyDict",
    "ForecastLine",
    "ForecastLineDict",
    "ForecastWeek",
    "LoanOutlook",
    "LoanOutlookDict",
    "LoanReport",
    "MonthConvention",
    "NetToGrossReport",
    "Payment",
    "PaymentDict",
    "RunwayReport",
    "TopUp",
    "cash_forecast",
    "coverage",
    "loan",
    "net_to_gross",
    "runway",
]


def __dir__() -> list[str]:
    return __all__


@document
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
    _route = "treasury.net_to_gross:costs"

    def __init__(
        self,
        fee: float,
        slippage: float | None = None,
        slippage_per_btc: float | None = None,
        fixed_usd: Decimal | str | None = None,
    ) -> None:
        self._fill({"fee": fee, "slippage": slippage, "slippage_per_btc": slippage_per_btc, "fixed_usd": fixed_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("fixed_usd") is not None:
            document["fixed_usd"] = Decimal(document["fixed_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "slippage": self.slippage,
            "slippage_per_btc": self.slippage_per_btc,
            "fixed_usd": self.fixed_usd,
        }


class CostsDict(TypedDict):
    """``Costs`` as a mapping."""

    fee: float
    slippage: NotRequired[float | None]
    slippage_per_btc: NotRequired[float | None]
    fixed_usd: NotRequired[Decimal | str | None]


@document
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
    _route = "treasury.backtest:expenses.[]"

    def __init__(
        self,
        due_ms: datetime.datetime | int | str,
        amount_usd: Decimal | str,
    ) -> None:
        self._fill({"due_ms": due_ms, "amount_usd": amount_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["due_ms"] = instant(document["due_ms"])
        document["amount_usd"] = Decimal(document["amount_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "due_ms": self.due_ms,
            "amount_usd": self.amount_usd,
        }


class PaymentDict(TypedDict):
    """``Payment`` as a mapping."""

    due_ms: datetime.datetime | int | str
    amount_usd: Decimal | str


MonthConvention: TypeAlias = Literal["days30", "julian"]
"""Length of the month in which expenses are told.

Cases
-----
days30
    30 days.
julian
    The twelfth part of a Julian year: 365.25 / 12 = 30.4375 days.
"""


@document
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
    _route = "treasury.coverage:expenses.monthly"

    def __init__(
        self,
        sum_usd: Decimal | str,
        month: MonthConvention,
    ) -> None:
        self._fill({"sum_usd": sum_usd, "month": month})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["sum_usd"] = Decimal(document["sum_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "sum_usd": self.sum_usd,
            "month": self.month,
        }


class ExpensesMonthlyDict(TypedDict):
    """``ExpensesMonthly`` as a mapping."""

    sum_usd: Decimal | str
    month: MonthConvention


@document
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
    _route = "treasury.coverage:expenses"

    @classmethod
    def dated(cls) -> Self:
        """The dated payments of the observation."""
        return cls._made("dated")

    @classmethod
    def monthly(cls, content: ExpensesMonthly | ExpensesMonthlyDict) -> Self:
        """The same sum each month."""
        return cls._made("monthly", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "monthly":
            return ExpensesMonthly._read(content)
        return content


class ExpensesDict(TypedDict, total=False):
    """``Expenses`` as a mapping: one of the keys, with its content."""

    monthly: ExpensesMonthly | ExpensesMonthlyDict


ExpensesLike: TypeAlias = "Expenses | ExpensesDict | Literal['dated']"
"""What is taken for a ``Expenses``."""


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["short_usd"] = Decimal(document["short_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "short_usd": self.short_usd,
            "sale_sat": self.sale_sat,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["coins_usd"] = Decimal(document["coins_usd"])
        document["total_usd"] = Decimal(document["total_usd"])
        document["coins_weight"] = outcome(document["coins_weight"])
        if document.get("unrealised_usd") is not None:
            document["unrealised_usd"] = Decimal(document["unrealised_usd"])
        document["unrealised_gain"] = outcome(document["unrealised_gain"])
        document["coverage_days"] = outcome(document["coverage_days"])
        document["coverage_days_with_coins"] = outcome(document["coverage_days_with_coins"])
        if document.get("next_due_ms") is not None:
            document["next_due_ms"] = instant(document["next_due_ms"])
        if document.get("next_due_usd") is not None:
            document["next_due_usd"] = Decimal(document["next_due_usd"])
        if document.get("top_up") is not None:
            document["top_up"] = TopUp._read(document["top_up"])

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


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["sale_sat"] = outcome(document["sale_sat"])
        if document.get("proceeds_usd") is not None:
            document["proceeds_usd"] = Decimal(document["proceeds_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "sale_sat": self.sale_sat,
            "proceeds_usd": self.proceeds_usd,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["price_usd"] = Decimal(document["price_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "paid_steps": self.paid_steps,
            "ended": self.ended,
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "price_usd": self.price_usd,
        }


CashKind: TypeAlias = Literal["receipt", "power", "payroll", "operating", "tax", "investment", "interest", "repayment", "drawn"]
"""Kind of a sum of the forecast.

Cases
-----
receipt
    Receipts of customers, hosting or hedges: cash comes.
power
    Power: an operating payment.
payroll
    Pay: an operating payment.
operating
    Any other operating payment.
tax
    Taxes: an operating payment.
investment
    Machines and construction: an operating payment.
interest
    Interest: a financing payment.
repayment
    Repayment of debt: a financing payment.
drawn
    Debt drawn: cash comes, and the debt grows.
"""


@document
class ForecastLine(Document):
    """A sum that comes or goes.

    Attributes
    ----------
    kind : CashKind
        Kind of the sum, which says whether it comes or goes.
    due_ms : datetime.datetime
        Instant at which it comes or goes, in Unix milliseconds UTC; one on the border of two weeks belongs to the earlier. [ms, from 1230940800000 to 253402235999999]
    amount_usd : Decimal
        Sum in USD, 0 or more.
    """

    kind: CashKind
    due_ms: datetime.datetime
    amount_usd: Decimal
    _route = "treasury.cash_forecast:lines.[]"

    def __init__(
        self,
        kind: CashKind,
        due_ms: datetime.datetime | int | str,
        amount_usd: Decimal | str,
    ) -> None:
        self._fill({"kind": kind, "due_ms": due_ms, "amount_usd": amount_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["due_ms"] = instant(document["due_ms"])
        document["amount_usd"] = Decimal(document["amount_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "due_ms": self.due_ms,
            "amount_usd": self.amount_usd,
        }


class ForecastLineDict(TypedDict):
    """``ForecastLine`` as a mapping."""

    kind: CashKind
    due_ms: datetime.datetime | int | str
    amount_usd: Decimal | str


@document
class Covenant(Variant):
    """A promise to a lender about the end of each week.

    Cases
    -----
    minimum_cash
        Cash is at least this sum, in USD.
    minimum_liquidity
        Cash and coins at the price are at least this sum, in USD.
    maximum_loan_to_value
        Debt is at most this part of the coins at the price.
    minimum_weeks_of_cash
        Cash is at least the operating payments of the weeks that follow, of so many of them.
    """

    tag: Literal["minimum_cash", "minimum_liquidity", "maximum_loan_to_value", "minimum_weeks_of_cash"]
    content: Decimal | float | int | None = None
    _route = "treasury.cash_forecast:covenants.[]"

    @classmethod
    def minimum_cash(cls, content: Decimal | str) -> Self:
        """Cash is at least this sum, in USD."""
        return cls._made("minimum_cash", content)

    @classmethod
    def minimum_liquidity(cls, content: Decimal | str) -> Self:
        """Cash and coins at the price are at least this sum, in USD."""
        return cls._made("minimum_liquidity", content)

    @classmethod
    def maximum_loan_to_value(cls, content: float) -> Self:
        """Debt is at most this part of the coins at the price."""
        return cls._made("maximum_loan_to_value", content)

    @classmethod
    def minimum_weeks_of_cash(cls, content: int) -> Self:
        """Cash is at least the operating payments of the weeks that follow, of so many of them."""
        return cls._made("minimum_weeks_of_cash", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "minimum_cash":
            return Decimal(content)
        if tag == "minimum_liquidity":
            return Decimal(content)
        return content


class CovenantDict(TypedDict, total=False):
    """``Covenant`` as a mapping: one of the keys, with its content."""

    minimum_cash: Decimal | str
    minimum_liquidity: Decimal | str
    maximum_loan_to_value: float
    minimum_weeks_of_cash: int


CovenantLike: TypeAlias = "Covenant | CovenantDict"
"""What is taken for a ``Covenant``."""


@document
class ForecastWeek(Document):
    """One week of the forecast.

    Attributes
    ----------
    end_ms : datetime.datetime
        End of the week, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    opening_usd : Decimal
        Cash at its beginning, in USD.
    receipts_usd : Decimal
        Receipts, in USD.
    drawn_usd : Decimal
        Debt drawn, in USD.
    operating_usd : Decimal
        Operating payments, taxes and investment, in USD.
    financing_usd : Decimal
        Interest and repayment, in USD.
    sold_sat : int
        Coins sold at its end, in satoshis. [sat, from 0 to 2100000000000000]
    proceeds_usd : Decimal
        Cash that the sale brings after costs, in USD.
    closing_usd : Decimal
        Cash at its end, in USD.
    coins_sat : int
        Coins at its end, in satoshis. [sat, from 0 to 2100000000000000]
    debt_usd : Decimal
        Debt at its end, in USD.
    """

    end_ms: datetime.datetime
    opening_usd: Decimal
    receipts_usd: Decimal
    drawn_usd: Decimal
    operating_usd: Decimal
    financing_usd: Decimal
    sold_sat: int
    proceeds_usd: Decimal
    closing_usd: Decimal
    coins_sat: int
    debt_usd: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["end_ms"] = instant(document["end_ms"])
        document["opening_usd"] = Decimal(document["opening_usd"])
        document["receipts_usd"] = Decimal(document["receipts_usd"])
        document["drawn_usd"] = Decimal(document["drawn_usd"])
        document["operating_usd"] = Decimal(document["operating_usd"])
        document["financing_usd"] = Decimal(document["financing_usd"])
        document["proceeds_usd"] = Decimal(document["proceeds_usd"])
        document["closing_usd"] = Decimal(document["closing_usd"])
        document["debt_usd"] = Decimal(document["debt_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "end_ms": self.end_ms,
            "opening_usd": self.opening_usd,
            "receipts_usd": self.receipts_usd,
            "drawn_usd": self.drawn_usd,
            "operating_usd": self.operating_usd,
            "financing_usd": self.financing_usd,
            "sold_sat": self.sold_sat,
            "proceeds_usd": self.proceeds_usd,
            "closing_usd": self.closing_usd,
            "coins_sat": self.coins_sat,
            "debt_usd": self.debt_usd,
        }


@document
class CovenantOutlook(Document):
    """How a covenant fares.

    Attributes
    ----------
    covenant : Covenant
        Covenant.
    headroom_usd : tuple[float, ...]
        What the end of each week has to spare in USD of cash or of collateral; below 0 where the covenant is broken.
    first_breach_ms : TimestampOutcome
        End of the first week that breaks it, in Unix milliseconds UTC. `never` where each keeps it.
    """

    covenant: Covenant
    headroom_usd: tuple[float, ...]
    first_breach_ms: TimestampOutcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["covenant"] = Covenant._read(document["covenant"])
        document["headroom_usd"] = listed(document["headroom_usd"])
        document["first_breach_ms"] = outcome(document["first_breach_ms"], instant)

    def _wire(self) -> dict[str, Any]:
        return {
            "covenant": self.covenant,
            "headroom_usd": self.headroom_usd,
            "first_breach_ms": self.first_breach_ms,
        }


@document
class CashForecastReport(WithPlot, Document):
    """Result of `cash_forecast`.

    Attributes
    ----------
    weeks : Rows[ForecastWeek]
        Weeks, in order.
    covenants : Rows[CovenantOutlook]
        Covenants, in the order of the request.
    first_shortfall_ms : TimestampOutcome
        End of the first week with cash below 0, in Unix milliseconds UTC. `never` where there is none.
    least_cash_usd : Decimal
        Least cash at the end of a week, in USD.
    """

    weeks: Rows[ForecastWeek]
    covenants: Rows[CovenantOutlook]
    first_shortfall_ms: TimestampOutcome
    least_cash_usd: Decimal
    _plotted = "cash_forecast"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["weeks"] = rows(ForecastWeek._read, document["weeks"])
        document["covenants"] = rows(CovenantOutlook._read, document["covenants"])
        document["first_shortfall_ms"] = outcome(document["first_shortfall_ms"], instant)
        document["least_cash_usd"] = Decimal(document["least_cash_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "weeks": self.weeks,
            "covenants": self.covenants,
            "first_shortfall_ms": self.first_shortfall_ms,
            "least_cash_usd": self.least_cash_usd,
        }


@document
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
    _route = "treasury.loan:outlook"

    def __init__(
        self,
        years: float,
        volatility: float,
        drift_per_year: float | None = None,
    ) -> None:
        self._fill({"years": years, "drift_per_year": drift_per_year, "volatility": volatility})

    def _wire(self) -> dict[str, Any]:
        return {
            "years": self.years,
            "drift_per_year": self.drift_per_year,
            "volatility": self.volatility,
        }


class LoanOutlookDict(TypedDict):
    """``LoanOutlook`` as a mapping."""

    years: float
    drift_per_year: NotRequired[float | None]
    volatility: float


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["coins_sat"] = outcome(document["coins_sat"])
        document["cash_usd"] = Decimal(document["cash_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["ltv"] = outcome(document["ltv"])
        document["margin_price_usd"] = outcome(document["margin_price_usd"])
        document["liquidation_price_usd"] = outcome(document["liquidation_price_usd"])
        document["cure"] = Cure._read(document["cure"])
        if document.get("cure_at_margin") is not None:
            document["cure_at_margin"] = Cure._read(document["cure_at_margin"])

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


@operation("treasury.coverage")
def coverage(
    *,
    observation: Observation | ObservationDict,
    expenses: ExpensesLike,
    target_days: float | None = None,
) -> CoverageReport:
    """What a treasury is worth, how long its cash lasts, and the smallest sale that makes it last a span.

    Parameters
    ----------
    observation : Observation, or a mapping of its fields
        Treasury, market and dated payments now.
    expenses : Expenses, or its word or mapping
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
    >>> report.coins_weight.value
    0.7034181063246089
    >>> report.unrealised_gain.value
    0.1983578947368421
    """
    return CoverageReport._read(call("treasury.coverage", {"observation": observation, "expenses": expenses, "target_days": target_days}))


@operation("treasury.net_to_gross")
def net_to_gross(
    *,
    net_usd: Decimal | str,
    price_usd: float,
    costs: Costs | CostsDict,
    most_sat: int | None = None,
) -> NetToGrossReport:
    """The smallest sale that brings a sum after costs, rounded up to a satoshi.

    Parameters
    ----------
    net_usd : Decimal | str
        Sum that the sale is to bring after costs, in USD.
    price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
    costs : Costs, or a mapping of its fields
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
    >>> report.sale_sat.value
    50075088
    """
    return NetToGrossReport._read(call("treasury.net_to_gross", {"net_usd": net_usd, "price_usd": price_usd, "costs": costs, "most_sat": most_sat}))


@operation("treasury.runway")
def runway(
    *,
    cash_usd: Decimal | str,
    coins_sat: int,
    expense_usd: Decimal | str,
    price_usd: float,
    price_factor: float,
    costs: Costs | CostsDict,
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
    costs : Costs, or a mapping of its fields
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
    >>> report.paid_steps
    7
    >>> report.ended
    True
    """
    return RunwayReport._read(call("treasury.runway", {"cash_usd": cash_usd, "coins_sat": coins_sat, "expense_usd": expense_usd, "price_usd": price_usd, "price_factor": price_factor, "costs": costs, "mined_sat": mined_sat, "max_steps": max_steps}))


@operation("treasury.cash_forecast")
def cash_forecast(
    *,
    start_ms: datetime.datetime | int | str,
    cash_usd: Decimal | str,
    coins_sat: int,
    debt_usd: Decimal | str | None = None,
    costs: Costs | CostsDict,
    price_usd: ArrayLike,
    mined_sat: ArrayLike | None = None,
    lines: Sequence[ForecastLine | ForecastLineDict] | FrameLike | None = None,
    cash_floor_usd: Decimal | str | None = None,
    covenants: Sequence[CovenantLike] | None = None,
) -> CashForecastReport:
    """Cash week by week, thirteen weeks by custom, with the sales that keep a floor of cash, and the covenants that are kept or broken.

    Parameters
    ----------
    start_ms : datetime.datetime | int | str
        Instant at which the first week begins, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    cash_usd : Decimal | str
        Cash at the start, in USD, 0 or more.
    coins_sat : int
        Coins at the start, in satoshis. [sat, from 0 to 2100000000000000]
    debt_usd : Decimal | str, optional
        Debt at the start, in USD, 0 or more. ["0" where absent]
    costs : Costs, or a mapping of its fields
        Costs of a sale.
    price_usd : array_like of float
        Price of one bitcoin that is assumed at the end of each week, in USD: as many weeks as prices, 13 by custom.
    mined_sat : array_like of int, optional
        Coins mined in each week, in satoshis. Absent: none are mined.
    lines : Sequence[ForecastLine | ForecastLineDict], or a DataFrame of their fields, optional
        Sums that come and go, in any order; those before the start and after the last week are refused. [[] where absent]
    cash_floor_usd : Decimal | str, optional
        Cash to which coins are sold at the end of each week that ends with less, in USD. Absent: no coins are sold.
    covenants : Sequence[CovenantLike], optional
        Covenants that the end of each week is held against. [[] where absent]

    Returns
    -------
    CashForecastReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.cash_forecast(start_ms=1780272000000, cash_usd="120000", coins_sat=500000000, debt_usd="150000", costs={"fee": 0.001, "slippage": 0.0005}, price_usd=[73674, 72000, 70500, 69000, 71250, 74000, 76500, 75200, 73000, 70000, 68500, 67000, 69500], mined_sat=[25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000], lines=[{"kind": "power", "due_ms": 1780876800000, "amount_usd": "45000"}, {"kind": "payroll", "due_ms": 1780963200000, "amount_usd": "30000"}, {"kind": "receipt", "due_ms": 1781049600000, "amount_usd": "12500"}, {"kind": "power", "due_ms": 1781481600000, "amount_usd": "45000"}, {"kind": "interest", "due_ms": 1782000000000, "amount_usd": "9000"}, {"kind": "drawn", "due_ms": 1782086400000, "amount_usd": "250000"}, {"kind": "investment", "due_ms": 1782172800000, "amount_usd": "180000"}, {"kind": "tax", "due_ms": 1785628800000, "amount_usd": "60000"}, {"kind": "repayment", "due_ms": 1787356800000, "amount_usd": "100000"}], cash_floor_usd="50000", covenants=[{"minimum_cash": "40000"}, {"minimum_liquidity": "400000"}, {"maximum_loan_to_value": 0.6}, {"minimum_weeks_of_cash": 2}])
    >>> len(report.weeks)
    13
    >>> len(report.covenants)
    4
    """
    return CashForecastReport._read(call("treasury.cash_forecast", {"start_ms": start_ms, "cash_usd": cash_usd, "coins_sat": coins_sat, "debt_usd": debt_usd, "costs": costs, "price_usd": price_usd, "mined_sat": mined_sat, "lines": records(lines), "cash_floor_usd": cash_floor_usd, "covenants": covenants}))


@operation("treasury.loan")
def loan(
    *,
    debt_usd: Decimal | str,
    collateral_sat: int,
    price_usd: float,
    target_ltv: float,
    margin_ltv: float,
    liquidation_ltv: float,
    outlook: LoanOutlook | LoanOutlookDict | None = None,
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
    outlook : LoanOutlook, or a mapping of its fields, optional
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
    >>> report.ltv.value
    0.5
    >>> report.margin_price_usd.value
    71428.57142857143
    """
    return LoanReport._read(call("treasury.loan", {"debt_usd": debt_usd, "collateral_sat": collateral_sat, "price_usd": price_usd, "target_ltv": target_ltv, "margin_ltv": margin_ltv, "liquidation_ltv": liquidation_ltv, "outlook": outlook}))


# Below, because the modules of a package name each other's types.
from ._policy import Observation, ObservationDict
