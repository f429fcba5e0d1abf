"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NotRequired, TypedDict

from .._documents import Document, FrameLike, call, day, document, operation, records

__all__ = [
    "BitnasdaqReport",
    "BumperReport",
    "BybitProtectionReport",
    "CoinbeneReport",
    "CoinbeneTier",
    "CoinbeneTierDict",
    "bitnasdaq_payout",
    "bumper_payout",
    "bybit_protection",
    "coinbene_payout",
]


def __dir__() -> list[str]:
    return __all__


@document
class CoinbeneTier(Document):
    """Ratio up to a cumulative sum insured.

    Attributes
    ----------
    ratio : Decimal
        Ratio of the payout, 0 to 1, as decimal text.
    up_to : Decimal, optional
        Greatest cumulative sum insured of the tier, as decimal text. Absent: there is none, and it is the last.
    """

    ratio: Decimal
    up_to: Decimal | None = None
    _route = "insurance.coinbene_payout:tiers.[]"

    def __init__(
        self,
        ratio: Decimal | str,
        up_to: Decimal | str | None = None,
    ) -> None:
        self._fill({"ratio": ratio, "up_to": up_to})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["ratio"] = Decimal(document["ratio"])
        if document.get("up_to") is not None:
            document["up_to"] = Decimal(document["up_to"])

    def _wire(self) -> dict[str, Any]:
        return {
            "ratio": self.ratio,
            "up_to": self.up_to,
        }


class CoinbeneTierDict(TypedDict):
    """``CoinbeneTier`` as a mapping."""

    ratio: Decimal | str
    up_to: NotRequired[Decimal | str | None]


@document
class CoinbeneReport(Document):
    """Result of `coinbene_payout`.

    Attributes
    ----------
    ratio : Decimal
        Ratio of the tier.
    payout : Decimal
        Payout, rounded down to 6 decimal places.
    break_even_probability : float
        Probability of a claim on the whole sum insured at which premiums pay for claims: `1 / (2 ratio)`.
    """

    ratio: Decimal
    payout: Decimal
    break_even_probability: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["ratio"] = Decimal(document["ratio"])
        document["payout"] = Decimal(document["payout"])

    def _wire(self) -> dict[str, Any]:
        return {
            "ratio": self.ratio,
            "payout": self.payout,
            "break_even_probability": self.break_even_probability,
        }


@document
class BitnasdaqReport(Document):
    """Result of `bitnasdaq_payout`.

    Attributes
    ----------
    trigger : Decimal
        Loss from which the cover pays: ten premiums.
    payout : Decimal
        Payout: half of the trigger, or 0 before it.
    break_even_probability : float
        Probability of a claim at which premiums pay for claims.
    """

    trigger: Decimal
    payout: Decimal
    break_even_probability: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["trigger"] = Decimal(document["trigger"])
        document["payout"] = Decimal(document["payout"])

    def _wire(self) -> dict[str, Any]:
        return {
            "trigger": self.trigger,
            "payout": self.payout,
            "break_even_probability": self.break_even_probability,
        }


@document
class BybitProtectionReport(Document):
    """Result of `bybit_protection`.

    Attributes
    ----------
    premium_usd : float
        Premium in dollars, before the factors of the pool.
    premium_btc : float
        Premium in coins.
    fee_usd : float
        Fee in dollars.
    payoff_btc : float
        Payoff at the settlement, in coins.
    """

    premium_usd: float
    premium_btc: float
    fee_usd: float
    payoff_btc: float

    def _wire(self) -> dict[str, Any]:
        return {
            "premium_usd": self.premium_usd,
            "premium_btc": self.premium_btc,
            "fee_usd": self.fee_usd,
            "payoff_btc": self.payoff_btc,
        }


@document
class BumperReport(Document):
    """Result of `bumper_payout`.

    Attributes
    ----------
    floor_price : Decimal
        Price below which the floor is paid, in dollars, as decimal text.
    is_claimed : bool
        Whether the floor is paid in stablecoins; otherwise the coins go back.
    payout_usd : Decimal
        Payout beyond what the coins are worth at the close, in dollars, as decimal text; 0 at or above the floor.
    received_usd : Decimal
        What the holder has at the close, less the premium, in dollars, as decimal text. Negative where the premium has used up all of it.
    premium_rate : float
        Premium as a fraction of the deposit.
    saving : float, optional
        Fraction of the put's premium that was saved; negative where the put was cheaper. Absent: not compared.
    """

    floor_price: Decimal
    is_claimed: bool
    payout_usd: Decimal
    received_usd: Decimal
    premium_rate: float
    saving: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["floor_price"] = Decimal(document["floor_price"])
        document["payout_usd"] = Decimal(document["payout_usd"])
        document["received_usd"] = Decimal(document["received_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "floor_price": self.floor_price,
            "is_claimed": self.is_claimed,
            "payout_usd": self.payout_usd,
            "received_usd": self.received_usd,
            "premium_rate": self.premium_rate,
            "saving": self.saving,
        }


@operation("insurance.coinbene_payout")
def coinbene_payout(
    *,
    loss: Decimal | str,
    margin: Decimal | str,
    insured: Decimal | str,
    liquidated: Decimal | str,
    opened: Decimal | str,
    cumulative: Decimal | str,
    tiers: Sequence[CoinbeneTier | CoinbeneTierDict] | FrameLike | None = None,
) -> CoinbeneReport:
    """What CoinBene's cover of a liquidation pays by its announcements, and the probability of a claim at which it breaks even.

    Parameters
    ----------
    loss : Decimal | str
        Loss by the liquidation, as decimal text.
    margin : Decimal | str
        Initial margin of the position, as decimal text.
    insured : Decimal | str
        Sum insured, which is also the premium, as decimal text.
    liquidated : Decimal | str
        Part of the position that was liquidated, as decimal text.
    opened : Decimal | str
        Size of the position when it was opened, as decimal text; not below the part liquidated.
    cumulative : Decimal | str
        Sum insured so far, with this cover, as decimal text.
    tiers : Sequence[CoinbeneTier | CoinbeneTierDict], or a DataFrame of their fields, optional
        Ratios by cumulative sum insured, rising. [[{"ratio":"0.85","up_to":"100"},{"ratio":"0.8","up_to":"500"},{"ratio":"0.75","up_to":"2000"},{"ratio":"0.7"}] where absent]

    Returns
    -------
    CoinbeneReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.coinbene_payout(loss="90", margin="100", insured="80", liquidated="10", opened="10", cumulative="80", tiers=[{"ratio": "0.85", "up_to": "100"}, {"ratio": "0.8", "up_to": "500"}, {"ratio": "0.75", "up_to": "2000"}, {"ratio": "0.7"}])
    >>> report.break_even_probability
    0.5882352941176471
    """
    return CoinbeneReport._read(call("insurance.coinbene_payout", {"loss": loss, "margin": margin, "insured": insured, "liquidated": liquidated, "opened": opened, "cumulative": cumulative, "tiers": records(tiers)}))


@operation("insurance.bitnasdaq_payout")
def bitnasdaq_payout(
    *,
    premium: Decimal | str,
    loss: Decimal | str,
) -> BitnasdaqReport:
    """What a day's cover of BitNasdaq's pool pays by its rules, and the probability of a claim at which it breaks even.

    Parameters
    ----------
    premium : Decimal | str
        Premium of a day's cover, as decimal text.
    loss : Decimal | str
        Cumulative loss of the position, realised and floating at the mark price, as decimal text.

    Returns
    -------
    BitnasdaqReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.bitnasdaq_payout(premium="10", loss="120.5")
    >>> report.break_even_probability
    0.2
    """
    return BitnasdaqReport._read(call("insurance.bitnasdaq_payout", {"premium": premium, "loss": loss}))


@operation("insurance.bybit_protection")
def bybit_protection(
    *,
    amount_usd: float,
    is_long: bool,
    spot: float,
    strike: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    settled: float,
) -> BybitProtectionReport:
    """Premium and payoff of Bybit's mutual insurance of an inverse position, by Black and Scholes.

    Parameters
    ----------
    amount_usd : float
        Amount of the position that is protected, in dollars; 500 to 200,000. [from 0.0 to 1e+18]
    is_long : bool
        Whether a long is protected, against a fall.
    spot : float
        Price of the index when the cover is bought. [from 1e-18 to 1e+18]
    strike : float
        Price from which the cover pays. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    settled : float
        Price at which the cover is settled. [from 1e-18 to 1e+18]

    Returns
    -------
    BybitProtectionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.bybit_protection(amount_usd=20000, is_long=True, spot=8000, strike=8000, years=0.0013698630136986301, rate_per_year=0, yield_per_year=0, volatility=0.8, settled=7000)
    >>> report.premium_usd
    236.23963013438382
    >>> report.premium_btc
    0.029529953766797977
    """
    return BybitProtectionReport._read(call("insurance.bybit_protection", {"amount_usd": amount_usd, "is_long": is_long, "spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "settled": settled}))


@operation("insurance.bumper_payout")
def bumper_payout(
    *,
    coins: Decimal | str,
    opened_price: Decimal | str,
    floor: Decimal | str,
    closed_price: Decimal | str,
    premium_usd: Decimal | str,
    put_premium_usd: Decimal | str | None = None,
) -> BumperReport:
    """What Bumper's price protection pays at its close, and what its premium saved beside a put, by the published terms.

    Parameters
    ----------
    coins : Decimal | str
        Coins that are protected, as decimal text: above 0, at most 10^6, with at most 6 decimal places.
    opened_price : Decimal | str
        Price of the coin when the position was opened, in dollars, as decimal text: above 0, at most 10^7, with at most 4 decimal places.
    floor : Decimal | str
        Floor, as a fraction of the price when the position was opened: above 0, at most 1, with at most 4 decimal places.
    closed_price : Decimal | str
        Price of the coin when the position is closed, in dollars, as decimal text: at most 10^7, with at most 4 decimal places.
    premium_usd : Decimal | str
        Premium that has accrued by the close, in dollars, as decimal text.
    put_premium_usd : Decimal | str, optional
        Premium of a put of the same strike and term, in dollars, as decimal text. Absent: not compared.

    Returns
    -------
    BumperReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.bumper_payout(coins="6.427", opened_price="1555.93", floor="0.7", closed_price="1000", premium_usd="192.06", put_premium_usd="506.63")
    >>> report.is_claimed
    True
    >>> report.premium_rate
    0.019206072771809732
    """
    return BumperReport._read(call("insurance.bumper_payout", {"coins": coins, "opened_price": opened_price, "floor": floor, "closed_price": closed_price, "premium_usd": premium_usd, "put_premium_usd": put_premium_usd}))
