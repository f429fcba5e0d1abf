"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, FrameLike, Variant, call, document, each, instant, listed, operation, rows, wide
from .._frames import Columns
from .._plots import WithPlot
from .._show import Rows
from ..derivatives import MaintenanceSchedule, MaintenanceScheduleLike, Measure, Venue
from ..units import Money, MoneyDict, OnBadRow, Rounding

__all__ = [
    "CoinMotion",
    "CoinMotionDict",
    "CoinsModel",
    "CoinsModelDict",
    "Converted",
    "ConvertedDict",
    "CurrencyRate",
    "CurrencyRateDict",
    "Decision",
    "DecisionReason",
    "DecisionReasonDict",
    "EarlyCloseReport",
    "GbmModel",
    "GbmModelDict",
    "HazardModel",
    "HazardModelDict",
    "KouModel",
    "KouModelDict",
    "Loadings",
    "LoadingsDict",
    "MertonModel",
    "MertonModelDict",
    "ModelKind",
    "ModelPrice",
    "ModelPriceDict",
    "PremiumTerms",
    "PremiumTermsDict",
    "PriceModel",
    "PriceModelDict",
    "PriceModelLike",
    "Quote",
    "QuoteBatchColumns",
    "QuoteDict",
    "QuoteMarket",
    "QuoteMarketDict",
    "QuoteMeasure",
    "QuoteMeasureDict",
    "QuoteMeasureLike",
    "QuoteMeasureRealWorld",
    "QuoteMeasureRealWorldDict",
    "QuoteRequest",
    "QuoteRequestDict",
    "ReasonCode",
    "RefundRule",
    "Rules",
    "RulesDict",
    "Sensitivities",
    "SensitivitiesDict",
    "SensitivityAbsence",
    "SensitivityErrors",
    "SensitivityErrorsDict",
    "SensitivityMethod",
    "SimulationError",
    "SimulationErrorDict",
    "VerifyQuoteReport",
    "early_close",
    "quote",
    "quote_batch",
    "verify_quote",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@document
class QuoteMeasureRealWorld(Document):
    """P: the price drifts as declared.

    Attributes
    ----------
    drift_per_year : float
        Drift of the price per year that the insurer believes in. [1/year, from -10.0 to 10.0]
    """

    drift_per_year: float
    _route = "insurance.quote:market.measure.real_world"

    def __init__(
        self,
        drift_per_year: float,
    ) -> None:
        self._fill({"drift_per_year": drift_per_year})

    def _wire(self) -> dict[str, Any]:
        return {
            "drift_per_year": self.drift_per_year,
        }


class QuoteMeasureRealWorldDict(TypedDict):
    """``QuoteMeasureRealWorld`` as a mapping."""

    drift_per_year: float


@document
class QuoteMeasure(Variant):
    """Measure of hit probability and pure premium.

    Cases
    -----
    risk_neutral
        Q: the price drifts by its carry.
    real_world
        P: the price drifts as declared.
    """

    tag: Literal["risk_neutral", "real_world"]
    content: QuoteMeasureRealWorld | None = None
    _route = "insurance.quote:market.measure"

    @classmethod
    def risk_neutral(cls) -> Self:
        """Q: the price drifts by its carry."""
        return cls._made("risk_neutral")

    @classmethod
    def real_world(cls, content: QuoteMeasureRealWorld | QuoteMeasureRealWorldDict) -> Self:
        """P: the price drifts as declared."""
        return cls._made("real_world", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "real_world":
            return QuoteMeasureRealWorld._read(content)
        return content


class QuoteMeasureDict(TypedDict, total=False):
    """``QuoteMeasure`` as a mapping: one of the keys, with its content."""

    real_world: QuoteMeasureRealWorld | QuoteMeasureRealWorldDict


QuoteMeasureLike: TypeAlias = "QuoteMeasure | QuoteMeasureDict | Literal['risk_neutral']"
"""What is taken for a ``QuoteMeasure``."""


@document
class CurrencyRate(Document):
    """Rate of another currency at an instant.

    Attributes
    ----------
    currency : str
        Currency that is received.
    per_unit : Decimal
        Units of it for one unit of the currency of the cover, above 0, as decimal text.
    time_ms : datetime.datetime
        Instant at which the rate held, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    currency: str
    per_unit: Decimal
    time_ms: datetime.datetime
    _route = "insurance.claim:settle_rate"

    def __init__(
        self,
        currency: str,
        per_unit: Decimal | str,
        time_ms: datetime.datetime | int | str,
    ) -> None:
        self._fill({"currency": currency, "per_unit": per_unit, "time_ms": time_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["per_unit"] = Decimal(document["per_unit"])
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "per_unit": self.per_unit,
            "time_ms": self.time_ms,
        }


class CurrencyRateDict(TypedDict):
    """``CurrencyRate`` as a mapping."""

    currency: str
    per_unit: Decimal | str
    time_ms: datetime.datetime | int | str


@document
class QuoteMarket(Document):
    """Market that a quote is made in.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the market, in Unix milliseconds UTC: nothing of a cover may lie before it. [ms, from 1230940800000 to 253402235999999]
    spot : float
        Price of the kind that the trigger names, in quote currency. [from 1e-18 to 1e+18]
    rate_per_year : float
        Riskless rate per year of the quote currency, continuously compounded. [1/year, from -10.0 to 10.0]
    carry_per_year : float, optional
        Carry: drift of the price under Q, riskless rate less yield; 0 for a perpetual without funding. [1/year, from -10.0 to 10.0; 0.0 where absent]
    measure : QuoteMeasure, optional
        Measure of hit probability and pure premium. ["risk_neutral" where absent]
    exchange_rates : Rows[CurrencyRate], optional
        Rates from the currency of the cover, at which premium and payout are told in other currencies; none is later than the market. [[] where absent]
    """

    time_ms: datetime.datetime
    spot: float
    rate_per_year: float
    carry_per_year: float | None = None
    measure: QuoteMeasure | None = None
    exchange_rates: Rows[CurrencyRate] | None = None
    _route = "insurance.quote:market"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        spot: float,
        rate_per_year: float,
        carry_per_year: float | None = None,
        measure: QuoteMeasureLike | None = None,
        exchange_rates: Sequence[CurrencyRate | CurrencyRateDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"time_ms": time_ms, "spot": spot, "rate_per_year": rate_per_year, "carry_per_year": carry_per_year, "measure": measure, "exchange_rates": exchange_rates})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        if document.get("measure") is not None:
            document["measure"] = QuoteMeasure._read(document["measure"])
        if document.get("exchange_rates") is not None:
            document["exchange_rates"] = rows(CurrencyRate._read, document["exchange_rates"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "spot": self.spot,
            "rate_per_year": self.rate_per_year,
            "carry_per_year": self.carry_per_year,
            "measure": self.measure,
            "exchange_rates": self.exchange_rates,
        }


class QuoteMarketDict(TypedDict):
    """``QuoteMarket`` as a mapping."""

    time_ms: datetime.datetime | int | str
    spot: float
    rate_per_year: float
    carry_per_year: NotRequired[float | None]
    measure: NotRequired[QuoteMeasureLike | None]
    exchange_rates: NotRequired[Sequence[CurrencyRate | CurrencyRateDict] | None]


@document
class GbmModel(Document):
    """Geometric Brownian motion.

    Attributes
    ----------
    volatility : float
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    """

    volatility: float
    _route = "insurance.quote:model.gbm"

    def __init__(
        self,
        volatility: float,
    ) -> None:
        self._fill({"volatility": volatility})

    def _wire(self) -> dict[str, Any]:
        return {
            "volatility": self.volatility,
        }


class GbmModelDict(TypedDict):
    """``GbmModel`` as a mapping."""

    volatility: float


@document
class KouModel(Document):
    """Jumps with exponential tails (Kou 2002): by transform for one level that is watched from now on and for a gap, by simulation otherwise.

    Attributes
    ----------
    volatility : float
        Volatility between jumps, per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    jumps_per_year : float
        Expected number of jumps per year. [1/year, from 0.0 to 10000.0]
    up_probability : float
        Fraction of the jumps that go up. [from 0.0 to 1.0]
    up_rate : float
        Rate of the jumps up per unit of the logarithm, the inverse of their mean; above 1, or the mean price would be infinite. [from 0.001 to 1000000.0]
    down_rate : float
        Rate of the jumps down per unit of the logarithm, the inverse of their mean. [from 0.001 to 1000000.0]
    seed : int, optional
        Seed of the random numbers where there is no transform and paths are drawn, 64 bits.
    pairs : int, optional
        Number of antithetic pairs of paths where paths are drawn. [from 2 to 10000000; 8192 where absent]
    """

    volatility: float
    jumps_per_year: float
    up_probability: float
    up_rate: float
    down_rate: float
    seed: int | None = None
    pairs: int | None = None
    _route = "insurance.quote:model.kou"

    def __init__(
        self,
        volatility: float,
        jumps_per_year: float,
        up_probability: float,
        up_rate: float,
        down_rate: float,
        seed: int | None = None,
        pairs: int | None = None,
    ) -> None:
        self._fill({"volatility": volatility, "jumps_per_year": jumps_per_year, "up_probability": up_probability, "up_rate": up_rate, "down_rate": down_rate, "seed": seed, "pairs": pairs})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("seed") is not None:
            document["seed"] = int(document["seed"])

    def _wire(self) -> dict[str, Any]:
        return {
            "volatility": self.volatility,
            "jumps_per_year": self.jumps_per_year,
            "up_probability": self.up_probability,
            "up_rate": self.up_rate,
            "down_rate": self.down_rate,
            "seed": wide(self.seed),
            "pairs": self.pairs,
        }


class KouModelDict(TypedDict):
    """``KouModel`` as a mapping."""

    volatility: float
    jumps_per_year: float
    up_probability: float
    up_rate: float
    down_rate: float
    seed: NotRequired[int | None]
    pairs: NotRequired[int | None]


@document
class MertonModel(Document):
    """Normal jumps (Merton 1976), by simulation from jump to jump.

    Attributes
    ----------
    volatility : float
        Volatility between jumps, per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    jumps_per_year : float
        Expected number of jumps per year. [1/year, from 0.0 to 10000.0]
    mean_log_jump : float
        Mean of the logarithm of a jump. [from -10.0 to 10.0]
    log_jump_deviation : float
        Standard deviation of the logarithm of a jump. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    seed : int
        Seed of the random numbers, 64 bits.
    pairs : int, optional
        Number of antithetic pairs of paths. [from 2 to 10000000; 8192 where absent]
    """

    volatility: float
    jumps_per_year: float
    mean_log_jump: float
    log_jump_deviation: float
    seed: int
    pairs: int | None = None
    _route = "insurance.quote:model.merton"

    def __init__(
        self,
        volatility: float,
        jumps_per_year: float,
        mean_log_jump: float,
        log_jump_deviation: float,
        seed: int,
        pairs: int | None = None,
    ) -> None:
        self._fill({"volatility": volatility, "jumps_per_year": jumps_per_year, "mean_log_jump": mean_log_jump, "log_jump_deviation": log_jump_deviation, "seed": seed, "pairs": pairs})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["seed"] = int(document["seed"])

    def _wire(self) -> dict[str, Any]:
        return {
            "volatility": self.volatility,
            "jumps_per_year": self.jumps_per_year,
            "mean_log_jump": self.mean_log_jump,
            "log_jump_deviation": self.log_jump_deviation,
            "seed": wide(self.seed),
            "pairs": self.pairs,
        }


class MertonModelDict(TypedDict):
    """``MertonModel`` as a mapping."""

    volatility: float
    jumps_per_year: float
    mean_log_jump: float
    log_jump_deviation: float
    seed: int
    pairs: NotRequired[int | None]


@document
class CoinMotion(Document):
    """How the price of one coin moves.

    Attributes
    ----------
    coin : str
        Coin that moves.
    volatility : float
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    drift_per_year : float, optional
        Drift of the price per year under the measure of the market. Absent: that of the market. [1/year, from -10.0 to 10.0]
    """

    coin: str
    volatility: float
    drift_per_year: float | None = None
    _route = "insurance.quote:model.coins.coins.[]"

    def __init__(
        self,
        coin: str,
        volatility: float,
        drift_per_year: float | None = None,
    ) -> None:
        self._fill({"coin": coin, "volatility": volatility, "drift_per_year": drift_per_year})

    def _wire(self) -> dict[str, Any]:
        return {
            "coin": self.coin,
            "volatility": self.volatility,
            "drift_per_year": self.drift_per_year,
        }


class CoinMotionDict(TypedDict):
    """``CoinMotion`` as a mapping."""

    coin: str
    volatility: float
    drift_per_year: NotRequired[float | None]


@document
class CoinsModel(Document):
    """Correlated geometric Brownian motions of the coins of an account, by simulation in steps: for its liquidation and its margin call.

    Attributes
    ----------
    coins : Rows[CoinMotion]
        Coins that the account follows, each once.
    correlation : tuple[tuple[float, ...], ...]
        Correlations of the moves of the logarithms, a row per coin in their order: 1 on the diagonal, the same on both sides of it.
    seed : int
        Seed of the random numbers, 64 bits.
    pairs : int, optional
        Number of antithetic pairs of paths. [from 2 to 10000000; 8192 where absent]
    steps : int, optional
        Equal steps of the watch, an even number: what half of them would change is the bound of the bias. [from 2 to 4096; 64 where absent]
    """

    coins: Rows[CoinMotion]
    correlation: tuple[tuple[float, ...], ...]
    seed: int
    pairs: int | None = None
    steps: int | None = None
    _route = "insurance.quote:model.coins"

    def __init__(
        self,
        coins: Sequence[CoinMotion | CoinMotionDict] | FrameLike,
        correlation: Sequence[ArrayLike],
        seed: int,
        pairs: int | None = None,
        steps: int | None = None,
    ) -> None:
        self._fill({"coins": coins, "correlation": correlation, "seed": seed, "pairs": pairs, "steps": steps})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["coins"] = rows(CoinMotion._read, document["coins"])
        document["correlation"] = each(lambda items: listed(items), document["correlation"])
        document["seed"] = int(document["seed"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coins": self.coins,
            "correlation": self.correlation,
            "seed": wide(self.seed),
            "pairs": self.pairs,
            "steps": self.steps,
        }


class CoinsModelDict(TypedDict):
    """``CoinsModel`` as a mapping."""

    coins: Sequence[CoinMotion | CoinMotionDict]
    correlation: Sequence[ArrayLike]
    seed: int
    pairs: NotRequired[int | None]
    steps: NotRequired[int | None]


@document
class HazardModel(Document):
    """Hazard rates of an exchange.

    Attributes
    ----------
    hazards_per_year : tuple[float, ...]
        Hazard rates: defaults per year in each segment of time from the market on; the last one goes on.
    segment_ends_years : tuple[float, ...], optional
        Ends of all segments but the last, in years from the market: rising, one fewer than the hazards. [[] where absent]
    """

    hazards_per_year: tuple[float, ...]
    segment_ends_years: tuple[float, ...] | None = None
    _route = "insurance.quote:model.hazard"

    def __init__(
        self,
        hazards_per_year: ArrayLike,
        segment_ends_years: ArrayLike | None = None,
    ) -> None:
        self._fill({"hazards_per_year": hazards_per_year, "segment_ends_years": segment_ends_years})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["hazards_per_year"] = listed(document["hazards_per_year"])
        if document.get("segment_ends_years") is not None:
            document["segment_ends_years"] = listed(document["segment_ends_years"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hazards_per_year": self.hazards_per_year,
            "segment_ends_years": self.segment_ends_years,
        }


class HazardModelDict(TypedDict):
    """``HazardModel`` as a mapping."""

    hazards_per_year: ArrayLike
    segment_ends_years: NotRequired[ArrayLike | None]


@document
class PriceModel(Variant):
    """Model that a cover is priced by.

    Cases
    -----
    gbm
        Geometric Brownian motion, in closed form.
    kou
        Jumps with exponential tails, by transform or simulation.
    merton
        Normal jumps, by simulation.
    coins
        Correlated geometric Brownian motions of the coins of an account, by simulation.
    hazard
        Hazard rates of an exchange, in closed form.
    """

    tag: Literal["gbm", "kou", "merton", "coins", "hazard"]
    content: GbmModel | KouModel | MertonModel | CoinsModel | HazardModel | None = None
    _route = "insurance.quote:model"

    @classmethod
    def gbm(cls, content: GbmModel | GbmModelDict) -> Self:
        """Geometric Brownian motion, in closed form."""
        return cls._made("gbm", content)

    @classmethod
    def kou(cls, content: KouModel | KouModelDict) -> Self:
        """Jumps with exponential tails, by transform or simulation."""
        return cls._made("kou", content)

    @classmethod
    def merton(cls, content: MertonModel | MertonModelDict) -> Self:
        """Normal jumps, by simulation."""
        return cls._made("merton", content)

    @classmethod
    def coins(cls, content: CoinsModel | CoinsModelDict) -> Self:
        """Correlated geometric Brownian motions of the coins of an account, by simulation."""
        return cls._made("coins", content)

    @classmethod
    def hazard(cls, content: HazardModel | HazardModelDict) -> Self:
        """Hazard rates of an exchange, in closed form."""
        return cls._made("hazard", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "gbm":
            return GbmModel._read(content)
        if tag == "kou":
            return KouModel._read(content)
        if tag == "merton":
            return MertonModel._read(content)
        if tag == "coins":
            return CoinsModel._read(content)
        if tag == "hazard":
            return HazardModel._read(content)
        return content


class PriceModelDict(TypedDict, total=False):
    """``PriceModel`` as a mapping: one of the keys, with its content."""

    gbm: GbmModel | GbmModelDict
    kou: KouModel | KouModelDict
    merton: MertonModel | MertonModelDict
    coins: CoinsModel | CoinsModelDict
    hazard: HazardModel | HazardModelDict


PriceModelLike: TypeAlias = "PriceModel | PriceModelDict"
"""What is taken for a ``PriceModel``."""


@document
class Loadings(Document):
    """What an insurer adds to a pure premium. Shares are decimal text, fractions and not percent.

    Attributes
    ----------
    principle : PremiumPrinciple
        Premium principle of the risk loading, on the distribution of the payout.
    expense : Decimal, optional
        Expenses, as a fraction of the premium before discount and tax. Absent: none.
    commission : Decimal, optional
        Commission, as a fraction of the premium before discount and tax. Absent: none.
    profit : Decimal, optional
        Profit, as a fraction of the premium before discount and tax. Absent: none.
    fixed_expense : Decimal, optional
        Fixed expense of a cover, in its currency. Absent: none.
    discount : Decimal, optional
        Discount, as a fraction of the premium before discount and tax; it never goes below the pure premium. Absent: none.
    tax : Decimal, optional
        Tax, as a fraction of the premium after the discount. Absent: none.
    rounding : Rounding, optional
        Rounding of each term to the digits of the currency. ["half_even" where absent]
    """

    principle: PremiumPrinciple
    expense: Decimal | None = None
    commission: Decimal | None = None
    profit: Decimal | None = None
    fixed_expense: Decimal | None = None
    discount: Decimal | None = None
    tax: Decimal | None = None
    rounding: Rounding | None = None
    _route = "insurance.quote:loadings"

    def __init__(
        self,
        principle: PremiumPrincipleLike,
        expense: Decimal | str | None = None,
        commission: Decimal | str | None = None,
        profit: Decimal | str | None = None,
        fixed_expense: Decimal | str | None = None,
        discount: Decimal | str | None = None,
        tax: Decimal | str | None = None,
        rounding: Rounding | None = None,
    ) -> None:
        self._fill({"principle": principle, "expense": expense, "commission": commission, "profit": profit, "fixed_expense": fixed_expense, "discount": discount, "tax": tax, "rounding": rounding})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["principle"] = PremiumPrinciple._read(document["principle"])
        if document.get("expense") is not None:
            document["expense"] = Decimal(document["expense"])
        if document.get("commission") is not None:
            document["commission"] = Decimal(document["commission"])
        if document.get("profit") is not None:
            document["profit"] = Decimal(document["profit"])
        if document.get("fixed_expense") is not None:
            document["fixed_expense"] = Decimal(document["fixed_expense"])
        if document.get("discount") is not None:
            document["discount"] = Decimal(document["discount"])
        if document.get("tax") is not None:
            document["tax"] = Decimal(document["tax"])

    def _wire(self) -> dict[str, Any]:
        return {
            "principle": self.principle,
            "expense": self.expense,
            "commission": self.commission,
            "profit": self.profit,
            "fixed_expense": self.fixed_expense,
            "discount": self.discount,
            "tax": self.tax,
            "rounding": self.rounding,
        }


class LoadingsDict(TypedDict):
    """``Loadings`` as a mapping."""

    principle: PremiumPrincipleLike
    expense: NotRequired[Decimal | str | None]
    commission: NotRequired[Decimal | str | None]
    profit: NotRequired[Decimal | str | None]
    fixed_expense: NotRequired[Decimal | str | None]
    discount: NotRequired[Decimal | str | None]
    tax: NotRequired[Decimal | str | None]
    rounding: NotRequired[Rounding | None]


@document
class Rules(Document):
    """Rules of underwriting.

    Attributes
    ----------
    most_probability : float, optional
        Greatest hit probability that is sold: what is likelier than this is no insurance. [from 0.0 to 1.0; 0.5 where absent]
    refer_probability : float, optional
        Hit probability from which a quote is referred to an underwriter. Absent: none is. [from 0.0 to 1.0]
    most_model_range : float, optional
        Greatest range of the pure premium over the models, as a fraction of that of the quote's own model. Absent: any. [from 0.0 to 1000000000000.0]
    free_capacity : Decimal, optional
        Free capacity of the fund, in the currency of the cover: no maximum payout may exceed it. Absent: not asked.
    most_payout : Decimal, optional
        Greatest maximum payout of a cover, in its currency. Absent: any.
    most_leverage : float, optional
        Greatest leverage that is sold. Absent: any. [from 0.0 to 1000000000000.0]
    most_payout_of_loss : float, optional
        Greatest maximum payout as a fraction of the loss, where prices decide of the margin: more would reward who brings the peril about. [from 0.0 to 1.0; 1.0 where absent]
    held_by_holder : Decimal, optional
        Maximum payouts that the holder's other covers in force may claim, in the currency of the cover. Absent: there are none.
    most_per_holder : Decimal, optional
        Greatest sum of maximum payouts of one holder, in the currency of the cover. Absent: any.
    refused_countries : tuple[str, ...], optional
        Countries whose residents are not served, in the words of the insurer; the case of the letters does not count. [[] where absent]
    validity_ms : int, optional
        Validity of an offer from the time of the market on, in milliseconds. Absent: an hour. [ms, from 1 to 31622400000]
    """

    most_probability: float | None = None
    refer_probability: float | None = None
    most_model_range: float | None = None
    free_capacity: Decimal | None = None
    most_payout: Decimal | None = None
    most_leverage: float | None = None
    most_payout_of_loss: float | None = None
    held_by_holder: Decimal | None = None
    most_per_holder: Decimal | None = None
    refused_countries: tuple[str, ...] | None = None
    validity_ms: int | None = None
    _route = "insurance.quote:rules"

    def __init__(
        self,
        most_probability: float | None = None,
        refer_probability: float | None = None,
        most_model_range: float | None = None,
        free_capacity: Decimal | str | None = None,
        most_payout: Decimal | str | None = None,
        most_leverage: float | None = None,
        most_payout_of_loss: float | None = None,
        held_by_holder: Decimal | str | None = None,
        most_per_holder: Decimal | str | None = None,
        refused_countries: Sequence[str] | None = None,
        validity_ms: int | None = None,
    ) -> None:
        self._fill({"most_probability": most_probability, "refer_probability": refer_probability, "most_model_range": most_model_range, "free_capacity": free_capacity, "most_payout": most_payout, "most_leverage": most_leverage, "most_payout_of_loss": most_payout_of_loss, "held_by_holder": held_by_holder, "most_per_holder": most_per_holder, "refused_countries": refused_countries, "validity_ms": validity_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("free_capacity") is not None:
            document["free_capacity"] = Decimal(document["free_capacity"])
        if document.get("most_payout") is not None:
            document["most_payout"] = Decimal(document["most_payout"])
        if document.get("held_by_holder") is not None:
            document["held_by_holder"] = Decimal(document["held_by_holder"])
        if document.get("most_per_holder") is not None:
            document["most_per_holder"] = Decimal(document["most_per_holder"])
        if document.get("refused_countries") is not None:
            document["refused_countries"] = listed(document["refused_countries"])

    def _wire(self) -> dict[str, Any]:
        return {
            "most_probability": self.most_probability,
            "refer_probability": self.refer_probability,
            "most_model_range": self.most_model_range,
            "free_capacity": self.free_capacity,
            "most_payout": self.most_payout,
            "most_leverage": self.most_leverage,
            "most_payout_of_loss": self.most_payout_of_loss,
            "held_by_holder": self.held_by_holder,
            "most_per_holder": self.most_per_holder,
            "refused_countries": self.refused_countries,
            "validity_ms": self.validity_ms,
        }


class RulesDict(TypedDict):
    """``Rules`` as a mapping."""

    most_probability: NotRequired[float | None]
    refer_probability: NotRequired[float | None]
    most_model_range: NotRequired[float | None]
    free_capacity: NotRequired[Decimal | str | None]
    most_payout: NotRequired[Decimal | str | None]
    most_leverage: NotRequired[float | None]
    most_payout_of_loss: NotRequired[float | None]
    held_by_holder: NotRequired[Decimal | str | None]
    most_per_holder: NotRequired[Decimal | str | None]
    refused_countries: NotRequired[Sequence[str] | None]
    validity_ms: NotRequired[int | None]


@document
class QuoteRequest(Document):
    """Inputs of `quote`.

    Attributes
    ----------
    cover : Cover
        Cover that is asked for.
    market : QuoteMarket
        Market that the quote is made in.
    model : PriceModel
        Model that the premium stands on.
    loadings : Loadings
        What is added to the pure premium.
    rules : Rules, optional
        Rules of underwriting. [{"most_probability":0.5,"most_payout_of_loss":1.0,"refused_countries":[]} where absent]
    models : tuple[PriceModel, ...], optional
        Other models, for the range of the pure premium. [[] where absent]
    product : Product, optional
        Product that the cover is of. Absent: the cover is of none.
    risk_index : RiskIndexRequest, optional
        Factors of the risk index, a scorecard beside the premium and never part of it. Absent: no index.
    premium_currency : str, optional
        Currency that the premium is paid in. Absent: the currency of the cover.
    country : str, optional
        Country of the holder's residence, in the words of the insurer. Absent: not told.
    simulated_sensitivities : bool, optional
        Whether derivatives of a simulated premium are wanted: they cost twelve simulations more. Others always come. [false where absent]
    """

    cover: Cover
    market: QuoteMarket
    model: PriceModel
    loadings: Loadings
    rules: Rules | None = None
    models: tuple[PriceModel, ...] | None = None
    product: Product | None = None
    risk_index: RiskIndexRequest | None = None
    premium_currency: str | None = None
    country: str | None = None
    simulated_sensitivities: bool | None = None
    _route = "insurance.verify_quote:quote.request"

    def __init__(
        self,
        cover: Cover | CoverDict,
        market: QuoteMarket | QuoteMarketDict,
        model: PriceModelLike,
        loadings: Loadings | LoadingsDict,
        rules: Rules | RulesDict | None = None,
        models: Sequence[PriceModelLike] | None = None,
        product: Product | ProductDict | None = None,
        risk_index: RiskIndexRequest | RiskIndexRequestDict | None = None,
        premium_currency: str | None = None,
        country: str | None = None,
        simulated_sensitivities: bool | None = None,
    ) -> None:
        self._fill({"cover": cover, "market": market, "model": model, "loadings": loadings, "rules": rules, "models": models, "product": product, "risk_index": risk_index, "premium_currency": premium_currency, "country": country, "simulated_sensitivities": simulated_sensitivities})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cover"] = Cover._read(document["cover"])
        document["market"] = QuoteMarket._read(document["market"])
        document["model"] = PriceModel._read(document["model"])
        document["loadings"] = Loadings._read(document["loadings"])
        if document.get("rules") is not None:
            document["rules"] = Rules._read(document["rules"])
        if document.get("models") is not None:
            document["models"] = each(PriceModel._read, document["models"])
        if document.get("product") is not None:
            document["product"] = Product._read(document["product"])
        if document.get("risk_index") is not None:
            document["risk_index"] = RiskIndexRequest._read(document["risk_index"])

    def _wire(self) -> dict[str, Any]:
        return {
            "cover": self.cover,
            "market": self.market,
            "model": self.model,
            "loadings": self.loadings,
            "rules": self.rules,
            "models": self.models,
            "product": self.product,
            "risk_index": self.risk_index,
            "premium_currency": self.premium_currency,
            "country": self.country,
            "simulated_sensitivities": self.simulated_sensitivities,
        }


class QuoteRequestDict(TypedDict):
    """``QuoteRequest`` as a mapping."""

    cover: Cover | CoverDict
    market: QuoteMarket | QuoteMarketDict
    model: PriceModelLike
    loadings: Loadings | LoadingsDict
    rules: NotRequired[Rules | RulesDict | None]
    models: NotRequired[Sequence[PriceModelLike] | None]
    product: NotRequired[Product | ProductDict | None]
    risk_index: NotRequired[RiskIndexRequest | RiskIndexRequestDict | None]
    premium_currency: NotRequired[str | None]
    country: NotRequired[str | None]
    simulated_sensitivities: NotRequired[bool | None]


Decision: TypeAlias = Literal["offer", "refer", "decline"]
"""What becomes of a request.

Cases
-----
offer
    The cover is offered at the premium.
refer
    An underwriter decides; the premium is an indication.
decline
    The cover is not sold.
"""


ReasonCode: TypeAlias = Literal["already_triggered", "hit_probability_too_high", "model_range_too_wide", "capacity_exceeded", "payout_too_large", "leverage_too_high", "payout_exceeds_loss", "holder_limit_exceeded", "country_refused", "country_unknown", "price_below_pure", "probability_referred", "never_triggers", "none_simulated", "nothing_paid", "several_coins"]
"""Reason of a decision that is no offer.

Cases
-----
already_triggered
    The price stands at a level or beyond.
hit_probability_too_high
    The hit probability is above what is sold.
model_range_too_wide
    The models differ by more than what is sold.
capacity_exceeded
    The maximum payout exceeds the free capacity.
payout_too_large
    The maximum payout exceeds what is sold of one cover.
leverage_too_high
    The leverage exceeds what is sold.
payout_exceeds_loss
    The payout exceeds what its rule allows of the loss: a moral hazard.
holder_limit_exceeded
    The covers of the holder together exceed what is sold to one.
country_refused
    The country is not served.
country_unknown
    The country is not told, and not all countries are served.
price_below_pure
    The fixed price of the product does not pay for the risk.
probability_referred
    The hit probability is above what is sold without an underwriter.
never_triggers
    No price triggers the cover: it insures nothing.
none_simulated
    None of the simulated paths triggers the cover: what it costs is less than they can tell.
nothing_paid
    The terms pay nothing, whatever is lost.
several_coins
    The account is counted in its coin and holds several other currencies, of which the price follows one.
"""


@document
class DecisionReason(Document):
    """Reason of a decision, with the figure and its bound.

    Attributes
    ----------
    reason : ReasonCode
        Reason of the decision.
    figure : float, optional
        Figure that decides; absent where there is none.
    bound : float, optional
        Bound of the figure; absent where there is none.
    """

    reason: ReasonCode
    figure: float | None = None
    bound: float | None = None
    _route = "insurance.verify_quote:quote.reasons.[]"

    def __init__(
        self,
        reason: ReasonCode,
        figure: float | None = None,
        bound: float | None = None,
    ) -> None:
        self._fill({"reason": reason, "figure": figure, "bound": bound})

    def _wire(self) -> dict[str, Any]:
        return {
            "reason": self.reason,
            "figure": self.figure,
            "bound": self.bound,
        }


class DecisionReasonDict(TypedDict):
    """``DecisionReason`` as a mapping."""

    reason: ReasonCode
    figure: NotRequired[float | None]
    bound: NotRequired[float | None]


ModelKind: TypeAlias = Literal["gbm", "kou", "merton", "coins", "hazard"]
"""Kind of a model, without its figures.

Cases
-----
gbm
    Geometric Brownian motion.
kou
    Jumps with exponential tails.
merton
    Normal jumps.
coins
    Correlated geometric Brownian motions of several coins.
hazard
    Hazard rates of an exchange.
"""


@document
class SimulationError(Document):
    """How far a simulated number may be off.

    Attributes
    ----------
    pairs : int
        Number of antithetic pairs of paths. [from 0]
    seed : int
        Seed of the random numbers, 64 bits.
    probability_standard_error : float
        Standard error of the hit probability.
    pure_standard_error : float
        Standard error of the pure premium, in the currency of the cover.
    pure_bias_bound : float
        Bound of the pure premium's bias, in the currency of the cover.
    """

    pairs: int
    seed: int
    probability_standard_error: float
    pure_standard_error: float
    pure_bias_bound: float
    _route = "insurance.verify_quote:quote.price.simulation"

    def __init__(
        self,
        pairs: int,
        seed: int,
        probability_standard_error: float,
        pure_standard_error: float,
        pure_bias_bound: float,
    ) -> None:
        self._fill({"pairs": pairs, "seed": seed, "probability_standard_error": probability_standard_error, "pure_standard_error": pure_standard_error, "pure_bias_bound": pure_bias_bound})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["seed"] = int(document["seed"])

    def _wire(self) -> dict[str, Any]:
        return {
            "pairs": self.pairs,
            "seed": wide(self.seed),
            "probability_standard_error": self.probability_standard_error,
            "pure_standard_error": self.pure_standard_error,
            "pure_bias_bound": self.pure_bias_bound,
        }


class SimulationErrorDict(TypedDict):
    """``SimulationError`` as a mapping."""

    pairs: int
    seed: int
    probability_standard_error: float
    pure_standard_error: float
    pure_bias_bound: float


@document
class ModelPrice(Document):
    """Pure premium and hit probability by one model.

    Attributes
    ----------
    model : ModelKind
        Model of the numbers.
    pure_premium : float
        Pure premium: expected present value of the payout, in the currency of the cover.
    hit_probability : float
        Hit probability: that the cover is triggered within its period.
    simulation : SimulationError, optional
        How far the numbers may be off. Absent: neither of them is simulated.
    """

    model: ModelKind
    pure_premium: float
    hit_probability: float
    simulation: SimulationError | None = None
    _route = "insurance.verify_quote:quote.price"

    def __init__(
        self,
        model: ModelKind,
        pure_premium: float,
        hit_probability: float,
        simulation: SimulationError | SimulationErrorDict | None = None,
    ) -> None:
        self._fill({"model": model, "pure_premium": pure_premium, "hit_probability": hit_probability, "simulation": simulation})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("simulation") is not None:
            document["simulation"] = SimulationError._read(document["simulation"])

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "pure_premium": self.pure_premium,
            "hit_probability": self.hit_probability,
            "simulation": self.simulation,
        }


class ModelPriceDict(TypedDict):
    """``ModelPrice`` as a mapping."""

    model: ModelKind
    pure_premium: float
    hit_probability: float
    simulation: NotRequired[SimulationError | SimulationErrorDict | None]


SensitivityMethod: TypeAlias = Literal["closed", "transform", "common_numbers"]
"""Method by which derivatives are found.

Cases
-----
closed
    The derivatives of a closed formula.
transform
    The derivatives of a transform, inverted.
common_numbers
    Central differences of simulations on the same random numbers.
"""


@document
class SensitivityErrors(Document):
    """Standard errors of simulated derivatives, each in the unit of its derivative.

    Attributes
    ----------
    by_spot : float
        Standard error of the derivative by the price.
    by_spot_twice : float
        Standard error of the second derivative by the price.
    by_volatility : float
        Standard error of the derivative by volatility.
    by_time : float
        Standard error of the derivative by time.
    by_rate : float
        Standard error of the derivative by the riskless rate.
    by_drift : float
        Standard error of the derivative by the drift.
    """

    by_spot: float
    by_spot_twice: float
    by_volatility: float
    by_time: float
    by_rate: float
    by_drift: float
    _route = "insurance.verify_quote:quote.sensitivities.errors"

    def __init__(
        self,
        by_spot: float,
        by_spot_twice: float,
        by_volatility: float,
        by_time: float,
        by_rate: float,
        by_drift: float,
    ) -> None:
        self._fill({"by_spot": by_spot, "by_spot_twice": by_spot_twice, "by_volatility": by_volatility, "by_time": by_time, "by_rate": by_rate, "by_drift": by_drift})

    def _wire(self) -> dict[str, Any]:
        return {
            "by_spot": self.by_spot,
            "by_spot_twice": self.by_spot_twice,
            "by_volatility": self.by_volatility,
            "by_time": self.by_time,
            "by_rate": self.by_rate,
            "by_drift": self.by_drift,
        }


class SensitivityErrorsDict(TypedDict):
    """``SensitivityErrors`` as a mapping."""

    by_spot: float
    by_spot_twice: float
    by_volatility: float
    by_time: float
    by_rate: float
    by_drift: float


@document
class Sensitivities(Document):
    """Derivatives of the pure premium, in the currency of the cover.

    Attributes
    ----------
    by_spot : float
        Change of the pure premium per unit of the price.
    by_spot_twice : float
        Second derivative of the pure premium by the price.
    by_volatility : float
        Change of the pure premium per 1.00 of volatility, at a fixed drift.
    by_time : float
        Change of the pure premium per year that passes; beginning and end of the watch stay where they are.
    by_rate : float
        Change of the pure premium per 1.00 of the riskless rate, at a fixed drift.
    by_drift : float
        Change of the pure premium per 1.00 of the drift.
    method : SensitivityMethod
        Method by which the derivatives were found.
    errors : SensitivityErrors, optional
        Standard errors of the derivatives. Absent: they are not simulated.
    """

    by_spot: float
    by_spot_twice: float
    by_volatility: float
    by_time: float
    by_rate: float
    by_drift: float
    method: SensitivityMethod
    errors: SensitivityErrors | None = None
    _route = "insurance.verify_quote:quote.sensitivities"

    def __init__(
        self,
        by_spot: float,
        by_spot_twice: float,
        by_volatility: float,
        by_time: float,
        by_rate: float,
        by_drift: float,
        method: SensitivityMethod,
        errors: SensitivityErrors | SensitivityErrorsDict | None = None,
    ) -> None:
        self._fill({"by_spot": by_spot, "by_spot_twice": by_spot_twice, "by_volatility": by_volatility, "by_time": by_time, "by_rate": by_rate, "by_drift": by_drift, "method": method, "errors": errors})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("errors") is not None:
            document["errors"] = SensitivityErrors._read(document["errors"])

    def _wire(self) -> dict[str, Any]:
        return {
            "by_spot": self.by_spot,
            "by_spot_twice": self.by_spot_twice,
            "by_volatility": self.by_volatility,
            "by_time": self.by_time,
            "by_rate": self.by_rate,
            "by_drift": self.by_drift,
            "method": self.method,
            "errors": self.errors,
        }


class SensitivitiesDict(TypedDict):
    """``Sensitivities`` as a mapping."""

    by_spot: float
    by_spot_twice: float
    by_volatility: float
    by_time: float
    by_rate: float
    by_drift: float
    method: SensitivityMethod
    errors: NotRequired[SensitivityErrors | SensitivityErrorsDict | None]


SensitivityAbsence: TypeAlias = Literal["not_asked", "several_coins", "corner", "unresolved"]
"""Reason why there are no derivatives.

Cases
-----
not_asked
    The premium is simulated, and the request does not ask for derivatives by simulation.
several_coins
    Prices of several coins decide, and no derivative is by one of them alone.
corner
    The premium has a corner: the price stands at a level, nothing is left of the time, or nothing to chance.
unresolved
    The transform does not resolve them, or a step leads out of the range of its field.
"""


@document
class PremiumTerms(Document):
    """Terms of a premium, in the currency of the cover; they add up to the gross premium exactly.

    Attributes
    ----------
    pure : Decimal
        Pure premium: expected present value of the payout.
    risk_loading : Decimal
        Risk loading of the premium principle.
    fixed_expense : Decimal
        Fixed expense of a cover.
    expense : Decimal
        Expenses in proportion to the premium; with what rounding leaves.
    commission : Decimal
        Commission in proportion to the premium.
    profit : Decimal
        Profit in proportion to the premium.
    listing : Decimal
        Difference to the price of a product that has a fixed one, on these terms; 0 otherwise.
    discount : Decimal
        Discount, negative or 0.
    tax : Decimal
        Tax on the premium after the discount.
    gross : Decimal
        Gross premium: what the buyer pays, the sum of the terms above.
    """

    pure: Decimal
    risk_loading: Decimal
    fixed_expense: Decimal
    expense: Decimal
    commission: Decimal
    profit: Decimal
    listing: Decimal
    discount: Decimal
    tax: Decimal
    gross: Decimal
    _route = "insurance.verify_quote:quote.premium"

    def __init__(
        self,
        pure: Decimal | str,
        risk_loading: Decimal | str,
        fixed_expense: Decimal | str,
        expense: Decimal | str,
        commission: Decimal | str,
        profit: Decimal | str,
        listing: Decimal | str,
        discount: Decimal | str,
        tax: Decimal | str,
        gross: Decimal | str,
    ) -> None:
        self._fill({"pure": pure, "risk_loading": risk_loading, "fixed_expense": fixed_expense, "expense": expense, "commission": commission, "profit": profit, "listing": listing, "discount": discount, "tax": tax, "gross": gross})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["pure"] = Decimal(document["pure"])
        document["risk_loading"] = Decimal(document["risk_loading"])
        document["fixed_expense"] = Decimal(document["fixed_expense"])
        document["expense"] = Decimal(document["expense"])
        document["commission"] = Decimal(document["commission"])
        document["profit"] = Decimal(document["profit"])
        document["listing"] = Decimal(document["listing"])
        document["discount"] = Decimal(document["discount"])
        document["tax"] = Decimal(document["tax"])
        document["gross"] = Decimal(document["gross"])

    def _wire(self) -> dict[str, Any]:
        return {
            "pure": self.pure,
            "risk_loading": self.risk_loading,
            "fixed_expense": self.fixed_expense,
            "expense": self.expense,
            "commission": self.commission,
            "profit": self.profit,
            "listing": self.listing,
            "discount": self.discount,
            "tax": self.tax,
            "gross": self.gross,
        }


class PremiumTermsDict(TypedDict):
    """``PremiumTerms`` as a mapping."""

    pure: Decimal | str
    risk_loading: Decimal | str
    fixed_expense: Decimal | str
    expense: Decimal | str
    commission: Decimal | str
    profit: Decimal | str
    listing: Decimal | str
    discount: Decimal | str
    tax: Decimal | str
    gross: Decimal | str


@document
class Converted(Document):
    """Money in another currency, with the rate by which it was told.

    Attributes
    ----------
    money : Money
        Money in the other currency.
    rate : CurrencyRate, optional
        Rate, with its time. Absent: it is the currency of the cover.
    """

    money: Money
    rate: CurrencyRate | None = None
    _route = "insurance.verify_quote:quote.payable"

    def __init__(
        self,
        money: Money | MoneyDict,
        rate: CurrencyRate | CurrencyRateDict | None = None,
    ) -> None:
        self._fill({"money": money, "rate": rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["money"] = Money._read(document["money"])
        if document.get("rate") is not None:
            document["rate"] = CurrencyRate._read(document["rate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "money": self.money,
            "rate": self.rate,
        }


class ConvertedDict(TypedDict):
    """``Converted`` as a mapping."""

    money: Money | MoneyDict
    rate: NotRequired[CurrencyRate | CurrencyRateDict | None]


@document
class Quote(WithPlot, Document):
    """A quote: offer, referral or refusal, and all that it was computed from.

    Attributes
    ----------
    request : QuoteRequest
        What was asked, all of it.
    decision : Decision
        What becomes of the request.
    reasons : Rows[DecisionReason]
        Reasons of a decision that is no offer.
    frozen : FrozenTerms
        Terms that are frozen with the sale: trigger prices, margin, leverage, maximum payout.
    measure : Measure
        Measure of hit probability and pure premium: P with the declared drift, or Q.
    price : ModelPrice
        Pure premium and hit probability by the quote's own model.
    risk_loading : float
        Risk loading before rounding, in the currency of the cover.
    range : Rows[ModelPrice]
        Pure premium and hit probability by the other models, in the order of the request.
    least_pure_premium : float
        Least pure premium over all models, in the currency of the cover.
    greatest_pure_premium : float
        Greatest pure premium over all models, in the currency of the cover.
    sensitivities : Sensitivities, optional
        Derivatives of the pure premium. Absent: there are none, with a reason.
    sensitivities_absence : SensitivityAbsence, optional
        Reason why there are no derivatives. Absent: there are.
    premium : PremiumTerms, optional
        Terms of the premium, in the currency of the cover. Absent: the cover is not sold.
    payable : Converted, optional
        Gross premium in the currency that it is paid in. Absent: the cover is not sold.
    maximum_payout : Converted
        Maximum payout in the currency that a claim is paid in, at the rate of the quote.
    risk_index : RiskIndex, optional
        Risk index with its contributions. Absent: not asked for.
    valid_until_ms : datetime.datetime
        Last instant at which the offer can be taken, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    request: QuoteRequest
    decision: Decision
    reasons: Rows[DecisionReason]
    frozen: FrozenTerms
    measure: Measure
    price: ModelPrice
    risk_loading: float
    range: Rows[ModelPrice]
    least_pure_premium: float
    greatest_pure_premium: float
    maximum_payout: Converted
    valid_until_ms: datetime.datetime
    sensitivities: Sensitivities | None = None
    sensitivities_absence: SensitivityAbsence | None = None
    premium: PremiumTerms | None = None
    payable: Converted | None = None
    risk_index: RiskIndex | None = None
    _route = "insurance.verify_quote:quote"
    _plotted = "quote"

    def __init__(
        self,
        request: QuoteRequest | QuoteRequestDict,
        decision: Decision,
        reasons: Sequence[DecisionReason | DecisionReasonDict] | FrameLike,
        frozen: FrozenTerms | FrozenTermsDict,
        measure: Measure,
        price: ModelPrice | ModelPriceDict,
        risk_loading: float,
        range: Sequence[ModelPrice | ModelPriceDict] | FrameLike,
        least_pure_premium: float,
        greatest_pure_premium: float,
        maximum_payout: Converted | ConvertedDict,
        valid_until_ms: datetime.datetime | int | str,
        sensitivities: Sensitivities | SensitivitiesDict | None = None,
        sensitivities_absence: SensitivityAbsence | None = None,
        premium: PremiumTerms | PremiumTermsDict | None = None,
        payable: Converted | ConvertedDict | None = None,
        risk_index: RiskIndex | RiskIndexDict | None = None,
    ) -> None:
        self._fill({"request": request, "decision": decision, "reasons": reasons, "frozen": frozen, "measure": measure, "price": price, "risk_loading": risk_loading, "range": range, "least_pure_premium": least_pure_premium, "greatest_pure_premium": greatest_pure_premium, "sensitivities": sensitivities, "sensitivities_absence": sensitivities_absence, "premium": premium, "payable": payable, "maximum_payout": maximum_payout, "risk_index": risk_index, "valid_until_ms": valid_until_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["request"] = QuoteRequest._read(document["request"])
        document["reasons"] = rows(DecisionReason._read, document["reasons"])
        document["frozen"] = FrozenTerms._read(document["frozen"])
        document["price"] = ModelPrice._read(document["price"])
        document["range"] = rows(ModelPrice._read, document["range"])
        if document.get("sensitivities") is not None:
            document["sensitivities"] = Sensitivities._read(document["sensitivities"])
        if document.get("premium") is not None:
            document["premium"] = PremiumTerms._read(document["premium"])
        if document.get("payable") is not None:
            document["payable"] = Converted._read(document["payable"])
        document["maximum_payout"] = Converted._read(document["maximum_payout"])
        if document.get("risk_index") is not None:
            document["risk_index"] = RiskIndex._read(document["risk_index"])
        document["valid_until_ms"] = instant(document["valid_until_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "request": self.request,
            "decision": self.decision,
            "reasons": self.reasons,
            "frozen": self.frozen,
            "measure": self.measure,
            "price": self.price,
            "risk_loading": self.risk_loading,
            "range": self.range,
            "least_pure_premium": self.least_pure_premium,
            "greatest_pure_premium": self.greatest_pure_premium,
            "sensitivities": self.sensitivities,
            "sensitivities_absence": self.sensitivities_absence,
            "premium": self.premium,
            "payable": self.payable,
            "maximum_payout": self.maximum_payout,
            "risk_index": self.risk_index,
            "valid_until_ms": self.valid_until_ms,
        }


class QuoteDict(TypedDict):
    """``Quote`` as a mapping."""

    request: QuoteRequest | QuoteRequestDict
    decision: Decision
    reasons: Sequence[DecisionReason | DecisionReasonDict]
    frozen: FrozenTerms | FrozenTermsDict
    measure: Measure
    price: ModelPrice | ModelPriceDict
    risk_loading: float
    range: Sequence[ModelPrice | ModelPriceDict]
    least_pure_premium: float
    greatest_pure_premium: float
    sensitivities: NotRequired[Sensitivities | SensitivitiesDict | None]
    sensitivities_absence: NotRequired[SensitivityAbsence | None]
    premium: NotRequired[PremiumTerms | PremiumTermsDict | None]
    payable: NotRequired[Converted | ConvertedDict | None]
    maximum_payout: Converted | ConvertedDict
    risk_index: NotRequired[RiskIndex | RiskIndexDict | None]
    valid_until_ms: datetime.datetime | int | str


@document
class VerifyQuoteReport(Document):
    """Result of `verify_quote`.

    Attributes
    ----------
    holds : bool
        Whether every number is the same again, to the last bit.
    differences : tuple[str, ...]
        Parts of the quote that are not what its request leads to.
    """

    holds: bool
    differences: tuple[str, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["differences"] = listed(document["differences"])

    def _wire(self) -> dict[str, Any]:
        return {
            "holds": self.holds,
            "differences": self.differences,
        }


RefundRule: TypeAlias = Literal["pro_rata", "remaining_risk", "lesser"]
"""Share of a premium that is given back.

Cases
-----
pro_rata
    By time: the unexpired part of the period.
remaining_risk
    By risk: what the rest of the cover is worth now, of what all of it was worth; at most all.
lesser
    The lesser of both.
"""


@document
class EarlyCloseReport(Document):
    """Result of `early_close`, in the currency of the cover.

    Attributes
    ----------
    unexpired : float
        Unexpired part of the period, 0 to 1.
    remaining_pure_premium : float, optional
        Pure premium of the rest of the cover in the market in which it ends, by the model of the quote. Absent: the rule goes by time.
    remaining_risk : float, optional
        The same as a part of the pure premium at the sale, at most 1; 0 where that was 0. Absent: the rule goes by time.
    basis : Decimal
        Net premium less fixed expense and commission: what a share of is given back.
    net_refund : Decimal
        Refund before tax.
    tax_refund : Decimal
        Tax that is given back, in proportion to the net premium.
    refund : Decimal
        Refund: the sum of both, as the fund books it.
    kept : Decimal
        What the insurer has earned: the gross premium less the refund.
    payable : Converted
        Refund in the currency that the premium was paid in, at the rate of the sale.
    """

    unexpired: float
    basis: Decimal
    net_refund: Decimal
    tax_refund: Decimal
    refund: Decimal
    kept: Decimal
    payable: Converted
    remaining_pure_premium: float | None = None
    remaining_risk: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["basis"] = Decimal(document["basis"])
        document["net_refund"] = Decimal(document["net_refund"])
        document["tax_refund"] = Decimal(document["tax_refund"])
        document["refund"] = Decimal(document["refund"])
        document["kept"] = Decimal(document["kept"])
        document["payable"] = Converted._read(document["payable"])

    def _wire(self) -> dict[str, Any]:
        return {
            "unexpired": self.unexpired,
            "remaining_pure_premium": self.remaining_pure_premium,
            "remaining_risk": self.remaining_risk,
            "basis": self.basis,
            "net_refund": self.net_refund,
            "tax_refund": self.tax_refund,
            "refund": self.refund,
            "kept": self.kept,
            "payable": self.payable,
        }


@operation("insurance.quote")
def quote(
    *,
    cover: Cover | CoverDict,
    market: QuoteMarket | QuoteMarketDict,
    model: PriceModelLike,
    loadings: Loadings | LoadingsDict,
    rules: Rules | RulesDict | None = None,
    models: Sequence[PriceModelLike] | None = None,
    product: Product | ProductDict | None = None,
    risk_index: RiskIndexRequest | RiskIndexRequestDict | None = None,
    premium_currency: str | None = None,
    country: str | None = None,
    simulated_sensitivities: bool | None = None,
) -> Quote:
    """The price of a cover, or why it is not sold: pure premium, risk loading by a premium principle, expenses, discount, tax, maximum
    payout, hit probability and its measure, sensitivities or why there are none, the range over models.

    Geometric Brownian motion in closed form, Kou by transform, Merton and accounts in several coins by simulation with its standard error. The
    terms add up to the gross premium exactly. Everything that it was computed from is inside.

    Parameters
    ----------
    cover : Cover, or a mapping of its fields
        Cover that is asked for.
    market : QuoteMarket, or a mapping of its fields
        Market that the quote is made in.
    model : PriceModel, or its word or mapping
        Model that the premium stands on.
    loadings : Loadings, or a mapping of its fields
        What is added to the pure premium.
    rules : Rules, or a mapping of its fields, optional
        Rules of underwriting. [{"most_probability":0.5,"most_payout_of_loss":1.0,"refused_countries":[]} where absent]
    models : Sequence[PriceModelLike], optional
        Other models, for the range of the pure premium. [[] where absent]
    product : Product, or a mapping of its fields, optional
        Product that the cover is of. Absent: the cover is of none.
    risk_index : RiskIndexRequest, or a mapping of its fields, optional
        Factors of the risk index, a scorecard beside the premium and never part of it. Absent: no index.
    premium_currency : str, optional
        Currency that the premium is paid in. Absent: the currency of the cover.
    country : str, optional
        Country of the holder's residence, in the words of the insurer. Absent: not told.
    simulated_sensitivities : bool, optional
        Whether derivatives of a simulated premium are wanted: they cost twelve simulations more. Others always come. [false where absent]

    Returns
    -------
    Quote

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.quote(cover={"reference": "C-2026-000017", "account": {"position": {"venue": "binance_usdm", "instrument": "BTCUSDT", "coin": "BTC", "margin_currency": "USDT", "contract": "linear", "side": "long", "quantity": 0.5, "entry_price": 60000, "margin_mode": {"isolated": {"margin": 3000}}, "maintenance": {"tiers": {"source": "binance_usdm", "instrument": "BTCUSDT", "margin_currency": "USDT", "time_ms": 1729728000000, "notional_floor": [0, 50000, 600000, 3000000], "notional_cap": [50000, 600000, 3000000, 12000000], "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "deduction": [0, 50, 950, 11450], "max_leverage": [125, 100, 75, 50]}}}}, "peril": {"liquidation": {"venue": "binance_usdm", "instrument": "BTCUSDT", "price_kind": "mark"}}, "terms": {"starts_ms": 1780272000000, "expires_ms": 1780876800000, "sum": {"fraction": {"of_loss": "0.5"}}, "basis": "indemnity", "currency": "USDT", "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"]}, "product": "liquidation-half"}, market={"time_ms": 1780272000000, "spot": 60000, "rate_per_year": 0.04, "exchange_rates": [{"currency": "BTI", "per_unit": "490196078.4313725490", "time_ms": 1780271940000}]}, model={"gbm": {"volatility": 0.65}}, loadings={"principle": {"standard_deviation": 0.1}, "expense": "0.15", "commission": "0.05", "discount": "0.2", "tax": "0.06"}, rules={"most_probability": 0.5, "refer_probability": 0.4, "most_model_range": 0.5, "free_capacity": "250000", "most_payout": "50000", "most_leverage": 20}, models=[{"kou": {"volatility": 0.55, "jumps_per_year": 20, "up_probability": 0.45, "up_rate": 30, "down_rate": 25}}, {"merton": {"volatility": 0.55, "jumps_per_year": 20, "mean_log_jump": -0.005, "log_jump_deviation": 0.05, "seed": "20260531", "pairs": 2048}}], product={"id": "liquidation-half", "name": "Liquidation cover", "description": "Half of the margin of a position that is liquidated within the period.", "coverage": "Half", "peril": "liquidation", "price": "quoted", "sum": {"fraction": {"of_loss": "0.5"}}, "basis": "indemnity", "most_leverage": 20, "shortest_ms": 86400000, "longest_ms": 604800000}, risk_index={"factors": [{"factor": "liquidity_depth", "weight": 0.1, "sign": "lowers", "score": 93}, {"factor": "policy_type", "weight": 0.1, "sign": "raises", "score": 75}, {"factor": "win_rate", "weight": 0.1, "sign": "lowers", "score": 63}, {"factor": "margin_balance", "weight": 0.15, "sign": "lowers", "score": 58}, {"factor": "rsi", "weight": 0.1, "sign": "raises", "score": 40}, {"factor": "support_pressure", "weight": 0.1, "sign": "lowers", "score": 40}, {"factor": "market_sentiment", "weight": 0.1, "sign": "lowers", "score": 31}, {"factor": "policy_environment", "weight": 0.05, "sign": "lowers", "score": 28}, {"factor": "price_volatility", "weight": 0.2, "sign": "raises", "score": 15}]}, premium_currency="BTI")
    >>> report.decision
    'offer'
    >>> report.measure
    'risk_neutral'
    """
    return Quote._read(call("insurance.quote", {"cover": cover, "market": market, "model": model, "loadings": loadings, "rules": rules, "models": models, "product": product, "risk_index": risk_index, "premium_currency": premium_currency, "country": country, "simulated_sensitivities": simulated_sensitivities}))


@operation("insurance.verify_quote")
def verify_quote(
    *,
    quote: Quote | QuoteDict,
) -> VerifyQuoteReport:
    """A quote computed again from the request inside it: whether every number is the same, to the last bit.

    Parameters
    ----------
    quote : Quote, or a mapping of its fields
        Quote as it was stored.

    Returns
    -------
    VerifyQuoteReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.verify_quote(quote={"decision": "offer", "frozen": {"bankruptcy_price": 54000.0, "levels": [{"loss": "3000.00", "payout": "1500.00", "price": 54216.867469879515, "side": "down"}], "leverage": 10.0, "loss": "3000.00", "margin": 3000.0, "maximum_payout": "1500.00", "payout": "1500.00"}, "greatest_pure_premium": 410.1567465991047, "least_pure_premium": 323.194155708032, "maximum_payout": {"money": {"amount": "1500.00", "currency": "USDT"}}, "measure": "risk_neutral", "payable": {"money": {"amount": "247867647058.82352941", "currency": "BTI"}, "rate": {"currency": "BTI", "per_unit": "490196078.4313725490", "time_ms": 1780271940000}}, "premium": {"commission": "29.81", "discount": "-119.26", "expense": "89.45", "fixed_expense": "0.00", "gross": "505.65", "listing": "0.00", "profit": "0.00", "pure": "410.16", "risk_loading": "66.87", "tax": "28.62"}, "price": {"hit_probability": 0.27355615751404083, "model": "gbm", "pure_premium": 410.1567465991047}, "range": [{"hit_probability": 0.21556074383095647, "model": "kou", "pure_premium": 323.194155708032}], "reasons": [], "request": {"cover": {"account": {"position": {"close_fee_rate": 0.0, "coin": "BTC", "contract": "linear", "entry_price": 60000.0, "funding_paid": 0.0, "instrument": "BTCUSDT", "maintenance": {"tiers": {"deduction": [0.0, 50.0, 950.0, 11450.0], "instrument": "BTCUSDT", "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "margin_currency": "USDT", "max_leverage": [125.0, 100.0, 75.0, 50.0], "notional_cap": [50000.0, 600000.0, 3000000.0, 12000000.0], "notional_floor": [0.0, 50000.0, 600000.0, 3000000.0], "source": "binance_usdm", "time_ms": 1729728000000}}, "margin_currency": "USDT", "margin_mode": {"isolated": {"margin": 3000.0}}, "quantity": 0.5, "side": "long", "venue": "binance_usdm"}}, "peril": {"liquidation": {"instrument": "BTCUSDT", "price_kind": "mark", "venue": "binance_usdm"}}, "product": "liquidation-half", "reference": "C-2026-000017", "terms": {"alteration": "void", "basis": "indemnity", "currency": "USDT", "digits": 2, "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"], "expires_ms": 1780876800000, "payment": "at_trigger", "rounding": "toward_zero", "starts_ms": 1780272000000, "sum": {"fraction": {"of_loss": "0.5"}}}}, "loadings": {"commission": "0.05", "discount": "0.2", "expense": "0.15", "principle": {"standard_deviation": 0.1}, "rounding": "half_even", "tax": "0.06"}, "market": {"carry_per_year": 0.0, "exchange_rates": [{"currency": "BTI", "per_unit": "490196078.4313725490", "time_ms": 1780271940000}], "measure": "risk_neutral", "rate_per_year": 0.04, "spot": 60000.0, "time_ms": 1780272000000}, "model": {"gbm": {"volatility": 0.65}}, "models": [{"kou": {"down_rate": 25.0, "jumps_per_year": 20.0, "up_probability": 0.45, "up_rate": 30.0, "volatility": 0.55}}], "premium_currency": "BTI", "product": {"basis": "indemnity", "coverage": "Half", "description": "Half of the margin of a position that is liquidated within the period.", "id": "liquidation-half", "longest_ms": 604800000, "most_leverage": 20.0, "name": "Liquidation cover", "peril": "liquidation", "price": "quoted", "shortest_ms": 86400000, "sum": {"fraction": {"of_loss": "0.5"}}}, "risk_index": {"factors": [{"factor": "liquidity_depth", "score": 93.0, "sign": "lowers", "weight": 0.1}, {"factor": "policy_type", "score": 75.0, "sign": "raises", "weight": 0.1}, {"factor": "win_rate", "score": 63.0, "sign": "lowers", "weight": 0.1}, {"factor": "margin_balance", "score": 58.0, "sign": "lowers", "weight": 0.15}, {"factor": "rsi", "score": 40.0, "sign": "raises", "weight": 0.1}, {"factor": "support_pressure", "score": 40.0, "sign": "lowers", "weight": 0.1}, {"factor": "market_sentiment", "score": 31.0, "sign": "lowers", "weight": 0.1}, {"factor": "policy_environment", "score": 28.0, "sign": "lowers", "weight": 0.05}, {"factor": "price_volatility", "score": 15.0, "sign": "raises", "weight": 0.2}]}, "rules": {"free_capacity": "250000", "most_leverage": 20.0, "most_model_range": 0.5, "most_payout": "50000", "most_payout_of_loss": 1.0, "most_probability": 0.5, "refer_probability": 0.4, "refused_countries": []}}, "risk_index": {"base": 50.0, "contributions": [{"contribution": -4.3, "factor": "liquidity_depth"}, {"contribution": 2.5, "factor": "policy_type"}, {"contribution": -1.3, "factor": "win_rate"}, {"contribution": -1.2, "factor": "margin_balance"}, {"contribution": -1.0, "factor": "rsi"}, {"contribution": 1.0, "factor": "support_pressure"}, {"contribution": 1.9000000000000001, "factor": "market_sentiment"}, {"contribution": 1.1, "factor": "policy_environment"}, {"contribution": -7.0, "factor": "price_volatility"}], "coverage": 1.0, "index": 41.7}, "risk_loading": 66.86756829363821, "sensitivities": {"by_drift": -96.1734419011937, "by_rate": -4.4361188272174275, "by_spot": -0.12017251591101817, "by_spot_twice": 0.000025758711484978883, "by_time": -19573.0938144625, "by_volatility": 1155.5441436131907, "method": "closed"}, "valid_until_ms": 1780275600000})
    >>> report.holds
    True
    >>> len(report.differences)
    0
    """
    return VerifyQuoteReport._read(call("insurance.verify_quote", {"quote": quote}))


@operation("insurance.early_close")
def early_close(
    *,
    quote: Quote | QuoteDict,
    market: QuoteMarket | QuoteMarketDict,
    rule: RefundRule | None = None,
    retained: Decimal | str | None = None,
) -> EarlyCloseReport:
    """What a cover that ends before its time gives back of its premium: by time, by what the rest of it is worth now, or the lesser of both.

    What the sale has cost is spent. The refund is what the fund books, and stands beside what the insurer keeps.

    Parameters
    ----------
    quote : Quote, or a mapping of its fields
        Offer that was sold, as it was stored.
    market : QuoteMarket, or a mapping of its fields
        Market in which the cover ends: its instant lies between sale and expiry, and its price has reached no level.
    rule : RefundRule, optional
        Share of the premium that is given back. ["lesser" where absent]
    retained : Decimal | str, optional
        Part of a refund that the insurer keeps, as decimal text: 0 or more, below 1. Absent: nothing.

    Returns
    -------
    EarlyCloseReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.early_close(quote={"decision": "offer", "frozen": {"bankruptcy_price": 54000.0, "levels": [{"loss": "3000.00", "payout": "1500.00", "price": 54216.867469879515, "side": "down"}], "leverage": 10.0, "loss": "3000.00", "margin": 3000.0, "maximum_payout": "1500.00", "payout": "1500.00"}, "greatest_pure_premium": 410.1567465991047, "least_pure_premium": 323.194155708032, "maximum_payout": {"money": {"amount": "1500.00", "currency": "USDT"}}, "measure": "risk_neutral", "payable": {"money": {"amount": "247867647058.82352941", "currency": "BTI"}, "rate": {"currency": "BTI", "per_unit": "490196078.4313725490", "time_ms": 1780271940000}}, "premium": {"commission": "29.81", "discount": "-119.26", "expense": "89.45", "fixed_expense": "0.00", "gross": "505.65", "listing": "0.00", "profit": "0.00", "pure": "410.16", "risk_loading": "66.87", "tax": "28.62"}, "price": {"hit_probability": 0.27355615751404083, "model": "gbm", "pure_premium": 410.1567465991047}, "range": [{"hit_probability": 0.21556074383095647, "model": "kou", "pure_premium": 323.194155708032}], "reasons": [], "request": {"cover": {"account": {"position": {"close_fee_rate": 0.0, "coin": "BTC", "contract": "linear", "entry_price": 60000.0, "funding_paid": 0.0, "instrument": "BTCUSDT", "maintenance": {"tiers": {"deduction": [0.0, 50.0, 950.0, 11450.0], "instrument": "BTCUSDT", "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "margin_currency": "USDT", "max_leverage": [125.0, 100.0, 75.0, 50.0], "notional_cap": [50000.0, 600000.0, 3000000.0, 12000000.0], "notional_floor": [0.0, 50000.0, 600000.0, 3000000.0], "source": "binance_usdm", "time_ms": 1729728000000}}, "margin_currency": "USDT", "margin_mode": {"isolated": {"margin": 3000.0}}, "quantity": 0.5, "side": "long", "venue": "binance_usdm"}}, "peril": {"liquidation": {"instrument": "BTCUSDT", "price_kind": "mark", "venue": "binance_usdm"}}, "product": "liquidation-half", "reference": "C-2026-000017", "terms": {"alteration": "void", "basis": "indemnity", "currency": "USDT", "digits": 2, "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"], "expires_ms": 1780876800000, "payment": "at_trigger", "rounding": "toward_zero", "starts_ms": 1780272000000, "sum": {"fraction": {"of_loss": "0.5"}}}}, "loadings": {"commission": "0.05", "discount": "0.2", "expense": "0.15", "principle": {"standard_deviation": 0.1}, "rounding": "half_even", "tax": "0.06"}, "market": {"carry_per_year": 0.0, "exchange_rates": [{"currency": "BTI", "per_unit": "490196078.4313725490", "time_ms": 1780271940000}], "measure": "risk_neutral", "rate_per_year": 0.04, "spot": 60000.0, "time_ms": 1780272000000}, "model": {"gbm": {"volatility": 0.65}}, "models": [{"kou": {"down_rate": 25.0, "jumps_per_year": 20.0, "up_probability": 0.45, "up_rate": 30.0, "volatility": 0.55}}], "premium_currency": "BTI", "product": {"basis": "indemnity", "coverage": "Half", "description": "Half of the margin of a position that is liquidated within the period.", "id": "liquidation-half", "longest_ms": 604800000, "most_leverage": 20.0, "name": "Liquidation cover", "peril": "liquidation", "price": "quoted", "shortest_ms": 86400000, "sum": {"fraction": {"of_loss": "0.5"}}}, "risk_index": {"factors": [{"factor": "liquidity_depth", "score": 93.0, "sign": "lowers", "weight": 0.1}, {"factor": "policy_type", "score": 75.0, "sign": "raises", "weight": 0.1}, {"factor": "win_rate", "score": 63.0, "sign": "lowers", "weight": 0.1}, {"factor": "margin_balance", "score": 58.0, "sign": "lowers", "weight": 0.15}, {"factor": "rsi", "score": 40.0, "sign": "raises", "weight": 0.1}, {"factor": "support_pressure", "score": 40.0, "sign": "lowers", "weight": 0.1}, {"factor": "market_sentiment", "score": 31.0, "sign": "lowers", "weight": 0.1}, {"factor": "policy_environment", "score": 28.0, "sign": "lowers", "weight": 0.05}, {"factor": "price_volatility", "score": 15.0, "sign": "raises", "weight": 0.2}]}, "rules": {"free_capacity": "250000", "most_leverage": 20.0, "most_model_range": 0.5, "most_payout": "50000", "most_payout_of_loss": 1.0, "most_probability": 0.5, "refer_probability": 0.4, "refused_countries": []}}, "risk_index": {"base": 50.0, "contributions": [{"contribution": -4.3, "factor": "liquidity_depth"}, {"contribution": 2.5, "factor": "policy_type"}, {"contribution": -1.3, "factor": "win_rate"}, {"contribution": -1.2, "factor": "margin_balance"}, {"contribution": -1.0, "factor": "rsi"}, {"contribution": 1.0, "factor": "support_pressure"}, {"contribution": 1.9000000000000001, "factor": "market_sentiment"}, {"contribution": 1.1, "factor": "policy_environment"}, {"contribution": -7.0, "factor": "price_volatility"}], "coverage": 1.0, "index": 41.7}, "risk_loading": 66.86756829363821, "sensitivities": {"by_drift": -96.1734419011937, "by_rate": -4.4361188272174275, "by_spot": -0.12017251591101817, "by_spot_twice": 0.000025758711484978883, "by_time": -19573.0938144625, "by_volatility": 1155.5441436131907, "method": "closed"}, "valid_until_ms": 1780275600000}, market={"time_ms": 1780704000000, "spot": 62000, "rate_per_year": 0.04}, rule="lesser", retained="0.1")
    >>> report.unexpired
    0.2857142857142857
    >>> report.remaining_pure_premium
    8.504939525062461
    """
    return EarlyCloseReport._read(call("insurance.early_close", {"quote": quote, "market": market, "rule": rule, "retained": retained}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class QuoteBatchColumns(Columns):
    """Columns of ``quote_batch``, of the kind that came in.

    Attributes
    ----------
    liquidation_price : float64
        Liquidation price, in quote currency; NaN with status `never` or `every`.
    hit_probability : float64
        Hit probability: that the position is liquidated within the period.
    pure_premium : float64
        Pure premium before rounding, in quote currency.
    maximum_payout_minor : int64
        Maximum payout, in minor units.
    pure_minor : int64
        Pure premium, in minor units.
    risk_loading_minor : int64
        Risk loading of the premium principle, in minor units.
    expense_minor : int64
        Expenses, fixed and in proportion, with commission and profit, in minor units.
    discount_minor : int64
        Discount, in minor units; negative or 0.
    tax_minor : int64
        Tax, in minor units.
    gross_minor : int64
        Gross premium, in minor units: the sum of the five terms before.
    is_offered : bool
        Whether the cover is offered: the price is on the right side of a liquidation price, the hit probability not above what is sold, and the payout above 0.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok`, `never` where no price liquidates, `every` where the margin does not carry the position, `undefined` where a loading is beyond what is booked, or `refused`.
    """

    liquidation_price: Any
    hit_probability: Any
    pure_premium: Any
    maximum_payout_minor: Any
    pure_minor: Any
    risk_loading_minor: Any
    expense_minor: Any
    discount_minor: Any
    tax_minor: Any
    gross_minor: Any
    is_offered: Any
    status: Any


@overload
def quote_batch(
    *,
    side: ArrayLike,
    quantity: ArrayLike,
    entry_price: ArrayLike,
    margin: ArrayLike,
    spot: ArrayLike,
    volatility: ArrayLike,
    years: ArrayLike,
    venue: Venue,
    maintenance: MaintenanceScheduleLike,
    rate_per_year: float,
    loadings: Loadings | LoadingsDict,
    of_loss: Decimal | str,
    drift_per_year: float | None = None,
    close_fee_rate: float | None = None,
    most_probability: float | None = None,
    digits: int | None = None,
    on_bad_row: OnBadRow | None = None,
) -> QuoteBatchColumns: ...


@overload
def quote_batch(
    frame: _Frame,
    /,
    *,
    side: ArrayLike | None = None,
    quantity: ArrayLike | None = None,
    entry_price: ArrayLike | None = None,
    margin: ArrayLike | None = None,
    spot: ArrayLike | None = None,
    volatility: ArrayLike | None = None,
    years: ArrayLike | None = None,
    venue: Venue,
    maintenance: MaintenanceScheduleLike,
    rate_per_year: float,
    loadings: Loadings | LoadingsDict,
    of_loss: Decimal | str,
    drift_per_year: float | None = None,
    close_fee_rate: float | None = None,
    most_probability: float | None = None,
    digits: int | None = None,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
def quote_batch(
    frame: Any = None,
    /,
    *,
    side: Any = None,
    quantity: Any = None,
    entry_price: Any = None,
    margin: Any = None,
    spot: Any = None,
    volatility: Any = None,
    years: Any = None,
    venue: Venue,
    maintenance: MaintenanceScheduleLike,
    rate_per_year: float,
    loadings: Loadings | LoadingsDict,
    of_loss: Decimal | str,
    drift_per_year: float | None = None,
    close_fee_rate: float | None = None,
    most_probability: float | None = None,
    digits: int | None = None,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Premiums of many liquidation covers at once under geometric Brownian motion, in whole minor units, each term to the last digit of
    `insurance.quote`.

    Parameters
    ----------
    side : column of words (long, short)
        Side of the position: long or short.
    quantity : column of float64
        Size of the position, in units of base. [from 1e-18 to 1e+18]
    entry_price : column of float64
        Average entry price, in quote currency. [from 1e-18 to 1e+18]
    margin : column of float64
        Margin of the position less the funding paid so far, in quote currency; at most 1e9. [from 0.0 to 1e+18]
    spot : column of float64
        Mark price now, in quote currency. [from 1e-18 to 1e+18]
    volatility : column of float64
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    years : column of float64
        Period of the cover, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    venue : Venue
        Venue whose rules liquidate.
    maintenance : MaintenanceSchedule, or its word or mapping
        Maintenance margin by size.
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    loadings : Loadings, or a mapping of its fields
        What is added to the pure premium.
    of_loss : Decimal | str
        Fraction of the loss that is insured, as decimal text: above 0, at most 1. The loss is the margin less what the position has lost at the spot.
    drift_per_year : float, optional
        Drift of the price per year: the carry under Q, what the insurer believes under P. [1/year, from -10.0 to 10.0; 0.0 where absent]
    close_fee_rate : float, optional
        Fee for closing, as a fraction of the notional; it counts where the venue's rules count it. [from 0.0 to 1.0; 0.0 where absent]
    most_probability : float, optional
        Greatest hit probability that is sold. [from 0.0 to 1.0; 0.5 where absent]
    digits : int, optional
        Digits after the point of the currency. [from 0 to 4; 2 where absent]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

    Returns
    -------
    QuoteBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.insurance.quote_batch(side=["long", "short", "long", "long"], quantity=[0.5, 0.5, 1, 0.5], entry_price=[60000, 60000, 60000, 60000], margin=[3000, 3000, 600, 30000], spot=[60000, 60000, 60000, 60000], volatility=[0.65, 0.65, 0.65, 0.65], years=[0.019178082191780823, 0.019178082191780823, 0.0027397260273972603, 0.0821917808219178], venue="binance_usdm", maintenance={"tiers": {"source": "binance_usdm", "instrument": "BTCUSDT", "margin_currency": "USDT", "time_ms": 1729728000000, "notional_floor": [0, 50000, 600000, 3000000], "notional_cap": [50000, 600000, 3000000, 12000000], "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "deduction": [0, 50, 950, 11450], "max_leverage": [125, 100, 75, 50]}}, rate_per_year=0.04, loadings={"principle": {"standard_deviation": 0.1}, "expense": "0.15"}, of_loss="0.5", most_probability=0.5)
    >>> columns.liquidation_price[:3].tolist()
    [54216.867469879515, 65737.05179282869, 59648.24120603015]
    >>> columns.hit_probability[:3].tolist()
    [0.27355615751404083, 0.29634531246291185, 0.8653144290001458]
    """
    return _frames.call(
        "insurance.quote_batch",
        {"venue": venue, "maintenance": maintenance, "rate_per_year": rate_per_year, "loadings": loadings, "of_loss": of_loss, "drift_per_year": drift_per_year, "close_fee_rate": close_fee_rate, "most_probability": most_probability, "digits": digits, "on_bad_row": on_bad_row},
        frame,
        {"side": side, "quantity": quantity, "entry_price": entry_price, "margin": margin, "spot": spot, "volatility": volatility, "years": years},
        (("side", ("long", "short",)), ("quantity", "f64"), ("entry_price", "f64"), ("margin", "f64"), ("spot", "f64"), ("volatility", "f64"), ("years", "f64"),),
        ("liquidation_price", "hit_probability", "pure_premium", "maximum_payout_minor", "pure_minor", "risk_loading_minor", "expense_minor", "discount_minor", "tax_minor", "gross_minor", "is_offered", "status",),
        QuoteBatchColumns,
        True,
    )


# Below, because the modules of a package name each other's types.
from ._actuarial import PremiumPrinciple, PremiumPrincipleLike
from ._cover import Cover, CoverDict, FrozenTerms, FrozenTermsDict, Product, ProductDict
from ._risk import RiskIndex, RiskIndexDict, RiskIndexRequest, RiskIndexRequestDict
