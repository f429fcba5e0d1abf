"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, FrameLike, Variant, call, day, document, each, instant, listed, operation, rows
from .._show import Rows
from ..derivatives import BarrierSide, ContractKind, MaintenanceSchedule, MaintenanceScheduleLike, MarginAccountRequest, MarginAccountRequestDict, MarginMode, MarginModeLike, Side, Venue
from ..units import Money, MoneyDict, Rounding

__all__ = [
    "Alteration",
    "Basis",
    "Cover",
    "CoverDict",
    "CoveredAccount",
    "CoveredAccountDict",
    "CoveredAccountLike",
    "CoveredDrawdown",
    "CoveredDrawdownDict",
    "CoveredLevel",
    "CoveredLevelDict",
    "CoveredLevels",
    "CoveredLevelsDict",
    "CoveredLoss",
    "CoveredLossDict",
    "CoveredMarginCall",
    "CoveredMarginCallDict",
    "CoveredPosition",
    "CoveredPositionDict",
    "CoveredSum",
    "CoveredSumDict",
    "CoveredSumFixed",
    "CoveredSumFixedDict",
    "CoveredSumFraction",
    "CoveredSumFractionDict",
    "CoveredSumLike",
    "ExchangeBalance",
    "ExchangeBalanceDict",
    "Exclusion",
    "FrozenTerms",
    "FrozenTermsDict",
    "LiquidationProof",
    "PaymentTime",
    "PayoutItems",
    "PayoutItemsDict",
    "Peril",
    "PerilDict",
    "PerilKind",
    "PerilLike",
    "PriceKind",
    "PriceTrigger",
    "PriceTriggerDict",
    "Product",
    "ProductDict",
    "ProductPrice",
    "ProductPriceDict",
    "ProductPriceLike",
    "ProductsReport",
    "Terms",
    "TermsDict",
    "TriggerLevel",
    "TriggerLevelDict",
    "VenueDefault",
    "VenueDefaultDict",
    "frozen_terms",
    "products",
]


def __dir__() -> list[str]:
    return __all__


PerilKind: TypeAlias = Literal["liquidation", "margin_call", "price_level", "two_sided_level", "loss_threshold", "drawdown", "gap", "exchange_default"]
"""Kind of a peril, without its figures.

Cases
-----
liquidation
    Liquidation of the covered account.
margin_call
    Margin call of the covered account.
price_level
    Price that reaches a level.
two_sided_level
    Price that reaches either of two levels.
loss_threshold
    Loss of the covered position that reaches a threshold.
drawdown
    Fall of the price from its running maximum.
gap
    Liquidation beyond the bankruptcy price.
exchange_default
    Default of the exchange.
"""


@document
class ProductPrice(Variant):
    """Price of a product: a figure, or the rule of the quote.

    Cases
    -----
    fixed
        Price before tax, whatever is covered. A quote declines where it does not pay for the risk.
    quoted
        Price of the quote.
    """

    tag: Literal["fixed", "quoted"]
    content: Money | None = None
    _route = "insurance.quote:product.price"

    @classmethod
    def fixed(cls, content: Money | MoneyDict) -> Self:
        """Price before tax, whatever is covered. A quote declines where it does not pay for the risk."""
        return cls._made("fixed", content)

    @classmethod
    def quoted(cls) -> Self:
        """Price of the quote."""
        return cls._made("quoted")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "fixed":
            return Money._read(content)
        return content


class ProductPriceDict(TypedDict, total=False):
    """``ProductPrice`` as a mapping: one of the keys, with its content."""

    fixed: Money | MoneyDict


ProductPriceLike: TypeAlias = "ProductPrice | ProductPriceDict | Literal['quoted']"
"""What is taken for a ``ProductPrice``."""


@document
class CoveredSumFraction(Document):
    """Fraction of the loss.

    Attributes
    ----------
    of_loss : Decimal
        Fraction of the loss that is insured, as decimal text: above 0, at most 1.
    """

    of_loss: Decimal
    _route = "insurance.frozen_terms:terms.sum.fraction"

    def __init__(
        self,
        of_loss: Decimal | str,
    ) -> None:
        self._fill({"of_loss": of_loss})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["of_loss"] = Decimal(document["of_loss"])

    def _wire(self) -> dict[str, Any]:
        return {
            "of_loss": self.of_loss,
        }


class CoveredSumFractionDict(TypedDict):
    """``CoveredSumFraction`` as a mapping."""

    of_loss: Decimal | str


@document
class CoveredSumFixed(Document):
    """Fixed sum, of an indemnity at most the loss.

    Attributes
    ----------
    amount : Decimal
        Sum that is insured, in the currency of the cover, as decimal text: above 0.
    """

    amount: Decimal
    _route = "insurance.frozen_terms:terms.sum.fixed"

    def __init__(
        self,
        amount: Decimal | str,
    ) -> None:
        self._fill({"amount": amount})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["amount"] = Decimal(document["amount"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount": self.amount,
        }


class CoveredSumFixedDict(TypedDict):
    """``CoveredSumFixed`` as a mapping."""

    amount: Decimal | str


@document
class CoveredSum(Variant):
    """Sum that is insured.

    Cases
    -----
    fraction
        Fraction of the loss.
    fixed
        Fixed sum, of an indemnity at most the loss.
    """

    tag: Literal["fraction", "fixed"]
    content: CoveredSumFraction | CoveredSumFixed | None = None
    _route = "insurance.frozen_terms:terms.sum"

    @classmethod
    def fraction(cls, content: CoveredSumFraction | CoveredSumFractionDict) -> Self:
        """Fraction of the loss."""
        return cls._made("fraction", content)

    @classmethod
    def fixed(cls, content: CoveredSumFixed | CoveredSumFixedDict) -> Self:
        """Fixed sum, of an indemnity at most the loss."""
        return cls._made("fixed", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "fraction":
            return CoveredSumFraction._read(content)
        if tag == "fixed":
            return CoveredSumFixed._read(content)
        return content


class CoveredSumDict(TypedDict, total=False):
    """``CoveredSum`` as a mapping: one of the keys, with its content."""

    fraction: CoveredSumFraction | CoveredSumFractionDict
    fixed: CoveredSumFixed | CoveredSumFixedDict


CoveredSumLike: TypeAlias = "CoveredSum | CoveredSumDict"
"""What is taken for a ``CoveredSum``."""


Basis: TypeAlias = Literal["indemnity", "valued"]
"""What a claim is paid by.

Cases
-----
indemnity
    The loss that was proved: never more than it.
valued
    The sum that was agreed when the cover was bought, whatever the loss.
"""


@document
class Product(Document):
    """Product that an insurer offers.

    Attributes
    ----------
    id : str
        Identifier of the product; each only once.
    name : str
        Name of the product.
    description : str
        Description of the product, for its buyers.
    coverage : str
        Level of the coverage in the words of the insurer.
    peril : PerilKind
        Peril that the product insures.
    price : ProductPrice
        Price of the product.
    sum : CoveredSum, optional
        Sum that is insured. Absent: each cover names its own.
    basis : Basis, optional
        What a claim is paid by. Absent: each cover names it.
    most_leverage : float, optional
        Greatest leverage that is insured. Absent: any. [from 0.0 to 1000000000000.0]
    shortest_ms : int, optional
        Shortest period, in milliseconds. Absent: any. [ms, from 1 to 31622400000]
    longest_ms : int, optional
        Longest period, in milliseconds. Absent: any. [ms, from 1 to 31622400000]
    """

    id: str
    name: str
    description: str
    coverage: str
    peril: PerilKind
    price: ProductPrice
    sum: CoveredSum | None = None
    basis: Basis | None = None
    most_leverage: float | None = None
    shortest_ms: int | None = None
    longest_ms: int | None = None
    _route = "insurance.quote:product"

    def __init__(
        self,
        id: str,
        name: str,
        description: str,
        coverage: str,
        peril: PerilKind,
        price: ProductPriceLike,
        sum: CoveredSumLike | None = None,
        basis: Basis | None = None,
        most_leverage: float | None = None,
        shortest_ms: int | None = None,
        longest_ms: int | None = None,
    ) -> None:
        self._fill({"id": id, "name": name, "description": description, "coverage": coverage, "peril": peril, "price": price, "sum": sum, "basis": basis, "most_leverage": most_leverage, "shortest_ms": shortest_ms, "longest_ms": longest_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["price"] = ProductPrice._read(document["price"])
        if document.get("sum") is not None:
            document["sum"] = CoveredSum._read(document["sum"])

    def _wire(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "coverage": self.coverage,
            "peril": self.peril,
            "price": self.price,
            "sum": self.sum,
            "basis": self.basis,
            "most_leverage": self.most_leverage,
            "shortest_ms": self.shortest_ms,
            "longest_ms": self.longest_ms,
        }


class ProductDict(TypedDict):
    """``Product`` as a mapping."""

    id: str
    name: str
    description: str
    coverage: str
    peril: PerilKind
    price: ProductPriceLike
    sum: NotRequired[CoveredSumLike | None]
    basis: NotRequired[Basis | None]
    most_leverage: NotRequired[float | None]
    shortest_ms: NotRequired[int | None]
    longest_ms: NotRequired[int | None]


@document
class ProductsReport(Document):
    """Result of `products`.

    Attributes
    ----------
    products : Rows[Product]
        Products, as they can be sent with a quote.
    """

    products: Rows[Product]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["products"] = rows(Product._read, document["products"])

    def _wire(self) -> dict[str, Any]:
        return {
            "products": self.products,
        }


@document
class CoveredPosition(Document):
    """Position that is covered, as it is when the cover is bought.

    Attributes
    ----------
    venue : Venue
        Venue whose rules liquidate.
    instrument : str
        Contract of the position, in the words of the venue.
    coin : str
        Coin whose price the contract follows.
    margin_currency : str
        Currency of the margin: the coin itself for inverse contracts.
    contract : ContractKind
        Kind of the contract: linear or inverse.
    side : Side
        Side of the position: long or short.
    quantity : float
        Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18]
    entry_price : float
        Average entry price, in quote currency. [from 1e-18 to 1e+18]
    margin_mode : MarginMode
        Margin behind the position.
    maintenance : MaintenanceSchedule
        Maintenance margin by size.
    close_fee_rate : float, optional
        Fee for closing, as a fraction of the notional; it counts where the venue's rules count it. [from 0.0 to 1.0; 0.0 where absent]
    funding_paid : float, optional
        Funding paid before the cover was bought, net, in margin currency. Negative where it was received. [from -1000000000000000.0 to 1000000000000000.0; 0.0 where absent]
    mark_price : float, optional
        Mark price when the cover is bought, in quote currency. Absent: the entry price. [from 1e-18 to 1e+18]
    """

    venue: Venue
    instrument: str
    coin: str
    margin_currency: str
    contract: ContractKind
    side: Side
    quantity: float
    entry_price: float
    margin_mode: MarginMode
    maintenance: MaintenanceSchedule
    close_fee_rate: float | None = None
    funding_paid: float | None = None
    mark_price: float | None = None
    _route = "insurance.frozen_terms:account.position"

    def __init__(
        self,
        venue: Venue,
        instrument: str,
        coin: str,
        margin_currency: str,
        contract: ContractKind,
        side: Side,
        quantity: float,
        entry_price: float,
        margin_mode: MarginModeLike,
        maintenance: MaintenanceScheduleLike,
        close_fee_rate: float | None = None,
        funding_paid: float | None = None,
        mark_price: float | None = None,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "coin": coin, "margin_currency": margin_currency, "contract": contract, "side": side, "quantity": quantity, "entry_price": entry_price, "margin_mode": margin_mode, "maintenance": maintenance, "close_fee_rate": close_fee_rate, "funding_paid": funding_paid, "mark_price": mark_price})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["margin_mode"] = MarginMode._read(document["margin_mode"])
        document["maintenance"] = MaintenanceSchedule._read(document["maintenance"])

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "coin": self.coin,
            "margin_currency": self.margin_currency,
            "contract": self.contract,
            "side": self.side,
            "quantity": self.quantity,
            "entry_price": self.entry_price,
            "margin_mode": self.margin_mode,
            "maintenance": self.maintenance,
            "close_fee_rate": self.close_fee_rate,
            "funding_paid": self.funding_paid,
            "mark_price": self.mark_price,
        }


class CoveredPositionDict(TypedDict):
    """``CoveredPosition`` as a mapping."""

    venue: Venue
    instrument: str
    coin: str
    margin_currency: str
    contract: ContractKind
    side: Side
    quantity: float
    entry_price: float
    margin_mode: MarginModeLike
    maintenance: MaintenanceScheduleLike
    close_fee_rate: NotRequired[float | None]
    funding_paid: NotRequired[float | None]
    mark_price: NotRequired[float | None]


@document
class ExchangeBalance(Document):
    """Balance that stands with an exchange.

    Attributes
    ----------
    venue : str
        Exchange that holds the balance.
    currency : str
        Currency of the balance.
    amount : float
        Amount of the balance, in its currency; above 0. [from 0.0 to 1e+18]
    """

    venue: str
    currency: str
    amount: float
    _route = "insurance.frozen_terms:account.balance"

    def __init__(
        self,
        venue: str,
        currency: str,
        amount: float,
    ) -> None:
        self._fill({"venue": venue, "currency": currency, "amount": amount})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "currency": self.currency,
            "amount": self.amount,
        }


class ExchangeBalanceDict(TypedDict):
    """``ExchangeBalance`` as a mapping."""

    venue: str
    currency: str
    amount: float


@document
class CoveredAccount(Variant):
    """What is covered.

    Cases
    -----
    position
        One position with its margin.
    account
        A whole account: its positions on one equity, and its collateral coin by coin.
    balance
        A balance with an exchange.
    """

    tag: Literal["position", "account", "balance"]
    content: CoveredPosition | MarginAccountRequest | ExchangeBalance | None = None
    _route = "insurance.frozen_terms:account"

    @classmethod
    def position(cls, content: CoveredPosition | CoveredPositionDict) -> Self:
        """One position with its margin."""
        return cls._made("position", content)

    @classmethod
    def account(cls, content: MarginAccountRequest | MarginAccountRequestDict) -> Self:
        """A whole account: its positions on one equity, and its collateral coin by coin."""
        return cls._made("account", content)

    @classmethod
    def balance(cls, content: ExchangeBalance | ExchangeBalanceDict) -> Self:
        """A balance with an exchange."""
        return cls._made("balance", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "position":
            return CoveredPosition._read(content)
        if tag == "account":
            return MarginAccountRequest._read(content)
        if tag == "balance":
            return ExchangeBalance._read(content)
        return content


class CoveredAccountDict(TypedDict, total=False):
    """``CoveredAccount`` as a mapping: one of the keys, with its content."""

    position: CoveredPosition | CoveredPositionDict
    account: MarginAccountRequest | MarginAccountRequestDict
    balance: ExchangeBalance | ExchangeBalanceDict


CoveredAccountLike: TypeAlias = "CoveredAccount | CoveredAccountDict"
"""What is taken for a ``CoveredAccount``."""


PriceKind: TypeAlias = Literal["mark", "last", "index"]
"""Kind of price that a trigger looks at: a wick of one kind does not trigger a cover on another.

Cases
-----
mark
    Mark price: the price at which the venue liquidates.
last
    Price of the last trade.
index
    Price of the index that the mark follows.
"""


@document
class PriceTrigger(Document):
    """Price that a trigger looks at.

    Attributes
    ----------
    venue : str
        Exchange or service that publishes the price.
    instrument : str
        Contract whose price is looked at, in the words of the venue.
    price_kind : PriceKind
        Kind of the price.
    """

    venue: str
    instrument: str
    price_kind: PriceKind
    _route = "insurance.frozen_terms:peril.liquidation"

    def __init__(
        self,
        venue: str,
        instrument: str,
        price_kind: PriceKind,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "price_kind": price_kind})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "price_kind": self.price_kind,
        }


class PriceTriggerDict(TypedDict):
    """``PriceTrigger`` as a mapping."""

    venue: str
    instrument: str
    price_kind: PriceKind


@document
class CoveredMarginCall(Document):
    """Margin call of the covered account.

    Attributes
    ----------
    venue : str
        Exchange or service that publishes the price.
    instrument : str
        Contract whose price is looked at, in the words of the venue.
    price_kind : PriceKind
        Kind of the price.
    call_ratio : float
        Margin ratio (requirement over equity) at which the call comes: above 0, below 1. [from 0.0 to 1.0]
    """

    venue: str
    instrument: str
    price_kind: PriceKind
    call_ratio: float
    _route = "insurance.frozen_terms:peril.margin_call"

    def __init__(
        self,
        venue: str,
        instrument: str,
        price_kind: PriceKind,
        call_ratio: float,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "price_kind": price_kind, "call_ratio": call_ratio})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "price_kind": self.price_kind,
            "call_ratio": self.call_ratio,
        }


class CoveredMarginCallDict(TypedDict):
    """``CoveredMarginCall`` as a mapping."""

    venue: str
    instrument: str
    price_kind: PriceKind
    call_ratio: float


@document
class CoveredLevel(Document):
    """Price that reaches a level.

    Attributes
    ----------
    venue : str
        Exchange or service that publishes the price.
    instrument : str
        Contract whose price is looked at, in the words of the venue.
    price_kind : PriceKind
        Kind of the price.
    side : BarrierSide
        Side of the price on which the level lies.
    level : float
        Level of the price, in quote currency. [from 1e-18 to 1e+18]
    """

    venue: str
    instrument: str
    price_kind: PriceKind
    side: BarrierSide
    level: float
    _route = "insurance.frozen_terms:peril.price_level"

    def __init__(
        self,
        venue: str,
        instrument: str,
        price_kind: PriceKind,
        side: BarrierSide,
        level: float,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "price_kind": price_kind, "side": side, "level": level})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "price_kind": self.price_kind,
            "side": self.side,
            "level": self.level,
        }


class CoveredLevelDict(TypedDict):
    """``CoveredLevel`` as a mapping."""

    venue: str
    instrument: str
    price_kind: PriceKind
    side: BarrierSide
    level: float


@document
class CoveredLevels(Document):
    """Price that reaches either of two levels.

    Attributes
    ----------
    venue : str
        Exchange or service that publishes the price.
    instrument : str
        Contract whose price is looked at, in the words of the venue.
    price_kind : PriceKind
        Kind of the price.
    lower : float
        Lower level of the price, in quote currency. [from 1e-18 to 1e+18]
    upper : float
        Upper level of the price, in quote currency; above the lower one. [from 1e-18 to 1e+18]
    """

    venue: str
    instrument: str
    price_kind: PriceKind
    lower: float
    upper: float
    _route = "insurance.frozen_terms:peril.two_sided_level"

    def __init__(
        self,
        venue: str,
        instrument: str,
        price_kind: PriceKind,
        lower: float,
        upper: float,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "price_kind": price_kind, "lower": lower, "upper": upper})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "price_kind": self.price_kind,
            "lower": self.lower,
            "upper": self.upper,
        }


class CoveredLevelsDict(TypedDict):
    """``CoveredLevels`` as a mapping."""

    venue: str
    instrument: str
    price_kind: PriceKind
    lower: float
    upper: float


@document
class CoveredLoss(Document):
    """Loss of the covered position that reaches a threshold.

    Attributes
    ----------
    venue : str
        Exchange or service that publishes the price.
    instrument : str
        Contract whose price is looked at, in the words of the venue.
    price_kind : PriceKind
        Kind of the price.
    threshold : float
        Threshold of the loss, realized and floating, in margin currency; above 0. [from 0.0 to 1e+18]
    """

    venue: str
    instrument: str
    price_kind: PriceKind
    threshold: float
    _route = "insurance.frozen_terms:peril.loss_threshold"

    def __init__(
        self,
        venue: str,
        instrument: str,
        price_kind: PriceKind,
        threshold: float,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "price_kind": price_kind, "threshold": threshold})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "price_kind": self.price_kind,
            "threshold": self.threshold,
        }


class CoveredLossDict(TypedDict):
    """``CoveredLoss`` as a mapping."""

    venue: str
    instrument: str
    price_kind: PriceKind
    threshold: float


@document
class CoveredDrawdown(Document):
    """Fall of the price from its running maximum since the cover began to watch.

    Attributes
    ----------
    venue : str
        Exchange or service that publishes the price.
    instrument : str
        Contract whose price is looked at, in the words of the venue.
    price_kind : PriceKind
        Kind of the price.
    fall : float
        Fall from the running maximum, as a fraction of it: above 0, below 1. [from 0.0 to 1.0]
    """

    venue: str
    instrument: str
    price_kind: PriceKind
    fall: float
    _route = "insurance.frozen_terms:peril.drawdown"

    def __init__(
        self,
        venue: str,
        instrument: str,
        price_kind: PriceKind,
        fall: float,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "price_kind": price_kind, "fall": fall})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "price_kind": self.price_kind,
            "fall": self.fall,
        }


class CoveredDrawdownDict(TypedDict):
    """``CoveredDrawdown`` as a mapping."""

    venue: str
    instrument: str
    price_kind: PriceKind
    fall: float


@document
class VenueDefault(Document):
    """Default of an exchange.

    Attributes
    ----------
    venue : str
        Exchange that may default.
    loss_given_default : float
        Fraction of the balance that is lost in a default, agreed for the price; above 0. [from 0.0 to 1.0]
    """

    venue: str
    loss_given_default: float
    _route = "insurance.frozen_terms:peril.exchange_default"

    def __init__(
        self,
        venue: str,
        loss_given_default: float,
    ) -> None:
        self._fill({"venue": venue, "loss_given_default": loss_given_default})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "loss_given_default": self.loss_given_default,
        }


class VenueDefaultDict(TypedDict):
    """``VenueDefault`` as a mapping."""

    venue: str
    loss_given_default: float


@document
class Peril(Variant):
    """Insured peril.

    Cases
    -----
    liquidation
        Liquidation of the covered account.
    margin_call
        Margin call of the covered account.
    price_level
        Price that reaches a level.
    two_sided_level
        Price that reaches either of two levels.
    loss_threshold
        Loss of the covered position that reaches a threshold.
    drawdown
        Fall of the price from its running maximum.
    gap
        Liquidation beyond the bankruptcy price: what the fill costs more than the margin.
    exchange_default
        Default of the exchange.
    """

    tag: Literal["liquidation", "margin_call", "price_level", "two_sided_level", "loss_threshold", "drawdown", "gap", "exchange_default"]
    content: PriceTrigger | CoveredMarginCall | CoveredLevel | CoveredLevels | CoveredLoss | CoveredDrawdown | VenueDefault | None = None
    _route = "insurance.frozen_terms:peril"

    @classmethod
    def liquidation(cls, content: PriceTrigger | PriceTriggerDict) -> Self:
        """Liquidation of the covered account."""
        return cls._made("liquidation", content)

    @classmethod
    def margin_call(cls, content: CoveredMarginCall | CoveredMarginCallDict) -> Self:
        """Margin call of the covered account."""
        return cls._made("margin_call", content)

    @classmethod
    def price_level(cls, content: CoveredLevel | CoveredLevelDict) -> Self:
        """Price that reaches a level."""
        return cls._made("price_level", content)

    @classmethod
    def two_sided_level(cls, content: CoveredLevels | CoveredLevelsDict) -> Self:
        """Price that reaches either of two levels."""
        return cls._made("two_sided_level", content)

    @classmethod
    def loss_threshold(cls, content: CoveredLoss | CoveredLossDict) -> Self:
        """Loss of the covered position that reaches a threshold."""
        return cls._made("loss_threshold", content)

    @classmethod
    def drawdown(cls, content: CoveredDrawdown | CoveredDrawdownDict) -> Self:
        """Fall of the price from its running maximum."""
        return cls._made("drawdown", content)

    @classmethod
    def gap(cls, content: PriceTrigger | PriceTriggerDict) -> Self:
        """Liquidation beyond the bankruptcy price: what the fill costs more than the margin."""
        return cls._made("gap", content)

    @classmethod
    def exchange_default(cls, content: VenueDefault | VenueDefaultDict) -> Self:
        """Default of the exchange."""
        return cls._made("exchange_default", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "liquidation":
            return PriceTrigger._read(content)
        if tag == "margin_call":
            return CoveredMarginCall._read(content)
        if tag == "price_level":
            return CoveredLevel._read(content)
        if tag == "two_sided_level":
            return CoveredLevels._read(content)
        if tag == "loss_threshold":
            return CoveredLoss._read(content)
        if tag == "drawdown":
            return CoveredDrawdown._read(content)
        if tag == "gap":
            return PriceTrigger._read(content)
        if tag == "exchange_default":
            return VenueDefault._read(content)
        return content


class PerilDict(TypedDict, total=False):
    """``Peril`` as a mapping: one of the keys, with its content."""

    liquidation: PriceTrigger | PriceTriggerDict
    margin_call: CoveredMarginCall | CoveredMarginCallDict
    price_level: CoveredLevel | CoveredLevelDict
    two_sided_level: CoveredLevels | CoveredLevelsDict
    loss_threshold: CoveredLoss | CoveredLossDict
    drawdown: CoveredDrawdown | CoveredDrawdownDict
    gap: PriceTrigger | PriceTriggerDict
    exchange_default: VenueDefault | VenueDefaultDict


PerilLike: TypeAlias = "Peril | PerilDict"
"""What is taken for a ``Peril``."""


Exclusion: TypeAlias = Literal["platform_failure", "venue_outage", "holder_closed", "margin_withdrawn", "auto_deleveraging", "delisting", "wash_trading"]
"""Cause that is not paid for.

Cases
-----
platform_failure
    Technical failure of the platform that sells the cover.
venue_outage
    Outage of the venue.
holder_closed
    Position that the holder closed.
margin_withdrawn
    Margin that the holder took out.
auto_deleveraging
    Deleveraging by the venue in favor of others' losses.
delisting
    Contract that the venue delisted or settled early.
wash_trading
    Trades of the holder with itself.
"""


Alteration: TypeAlias = Literal["void", "as_frozen"]
"""What becomes of a cover when the holder changes the covered account.

Cases
-----
void
    The cover is void from then on.
as_frozen
    The cover is judged by the levels of the account as it was bought, as long as there is one: what was closed can no longer be liquidated, called or lost.
"""


LiquidationProof: TypeAlias = Literal["mark", "venue_event", "both"]
"""What proves a liquidation.

Cases
-----
mark
    The mark that reaches the level, whatever the venue tells.
venue_event
    The liquidation that the venue tells, whatever the mark.
both
    Both: the mark, and the venue's liquidation within the time that counts as seen.
"""


PaymentTime: TypeAlias = Literal["at_trigger", "at_expiry"]
"""Moment of a payment.

Cases
-----
at_trigger
    When the peril happens.
at_expiry
    When the cover expires.
"""


@document
class Terms(Document):
    """Terms of a cover.

    Attributes
    ----------
    starts_ms : datetime.datetime
        Beginning of the period, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    expires_ms : datetime.datetime
        End of the period, in Unix milliseconds UTC: what happens at this instant is after it. At most 3 years after its beginning. [ms, from 1230940800000 to 253402235999999]
    sum : CoveredSum
        Sum that is insured.
    basis : Basis
        What a claim is paid by.
    currency : str
        Currency of sum, deductible, limit and payout: the margin currency of the covered account.
    waiting_ms : int, optional
        Waiting period after the beginning, in which nothing triggers, in milliseconds. The watch begins behind it, at the price that stands then, which may be beyond a level. Absent: there is none. [ms, from 1 to 31622400000]
    deductible : Decimal, optional
        Deductible: the part of a covered loss that is not paid, in the currency of the cover, as decimal text. Absent: there is none.
    coinsurance : Decimal, optional
        Coinsurance: the fraction of what exceeds the deductible that the holder bears, as decimal text; 0 to below 1. Absent: there is none.
    limit : Decimal, optional
        Limit: the most that is paid, in the currency of the cover, as decimal text. Absent: no limit but the sum.
    exclusions : tuple[Exclusion, ...], optional
        Causes that are not paid for. [[] where absent]
    alteration : Alteration, optional
        What becomes of the cover when the holder changes the account. ["void" where absent]
    liquidation_proof : LiquidationProof, optional
        What proves a liquidation. Absent: both, the mark and the liquidation that the venue tells.
    payment : PaymentTime, optional
        Moment of the payment. ["at_trigger" where absent]
    settle_currency : str, optional
        Currency that a claim is paid in, at the rate of the day it is paid. Absent: the currency of the cover.
    digits : int, optional
        Digits after the point of the currency of the cover. [from 0 to 8; 2 where absent]
    rounding : Rounding, optional
        Rounding of a payout to these digits. ["toward_zero" where absent]
    """

    starts_ms: datetime.datetime
    expires_ms: datetime.datetime
    sum: CoveredSum
    basis: Basis
    currency: str
    waiting_ms: int | None = None
    deductible: Decimal | None = None
    coinsurance: Decimal | None = None
    limit: Decimal | None = None
    exclusions: tuple[Exclusion, ...] | None = None
    alteration: Alteration | None = None
    liquidation_proof: LiquidationProof | None = None
    payment: PaymentTime | None = None
    settle_currency: str | None = None
    digits: int | None = None
    rounding: Rounding | None = None
    _route = "insurance.frozen_terms:terms"

    def __init__(
        self,
        starts_ms: datetime.datetime | int | str,
        expires_ms: datetime.datetime | int | str,
        sum: CoveredSumLike,
        basis: Basis,
        currency: str,
        waiting_ms: int | None = None,
        deductible: Decimal | str | None = None,
        coinsurance: Decimal | str | None = None,
        limit: Decimal | str | None = None,
        exclusions: Sequence[Exclusion] | None = None,
        alteration: Alteration | None = None,
        liquidation_proof: LiquidationProof | None = None,
        payment: PaymentTime | None = None,
        settle_currency: str | None = None,
        digits: int | None = None,
        rounding: Rounding | None = None,
    ) -> None:
        self._fill({"starts_ms": starts_ms, "expires_ms": expires_ms, "sum": sum, "basis": basis, "currency": currency, "waiting_ms": waiting_ms, "deductible": deductible, "coinsurance": coinsurance, "limit": limit, "exclusions": exclusions, "alteration": alteration, "liquidation_proof": liquidation_proof, "payment": payment, "settle_currency": settle_currency, "digits": digits, "rounding": rounding})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["starts_ms"] = instant(document["starts_ms"])
        document["expires_ms"] = instant(document["expires_ms"])
        document["sum"] = CoveredSum._read(document["sum"])
        if document.get("deductible") is not None:
            document["deductible"] = Decimal(document["deductible"])
        if document.get("coinsurance") is not None:
            document["coinsurance"] = Decimal(document["coinsurance"])
        if document.get("limit") is not None:
            document["limit"] = Decimal(document["limit"])
        if document.get("exclusions") is not None:
            document["exclusions"] = listed(document["exclusions"])

    def _wire(self) -> dict[str, Any]:
        return {
            "starts_ms": self.starts_ms,
            "expires_ms": self.expires_ms,
            "sum": self.sum,
            "basis": self.basis,
            "currency": self.currency,
            "waiting_ms": self.waiting_ms,
            "deductible": self.deductible,
            "coinsurance": self.coinsurance,
            "limit": self.limit,
            "exclusions": self.exclusions,
            "alteration": self.alteration,
            "liquidation_proof": self.liquidation_proof,
            "payment": self.payment,
            "settle_currency": self.settle_currency,
            "digits": self.digits,
            "rounding": self.rounding,
        }


class TermsDict(TypedDict):
    """``Terms`` as a mapping."""

    starts_ms: datetime.datetime | int | str
    expires_ms: datetime.datetime | int | str
    sum: CoveredSumLike
    basis: Basis
    currency: str
    waiting_ms: NotRequired[int | None]
    deductible: NotRequired[Decimal | str | None]
    coinsurance: NotRequired[Decimal | str | None]
    limit: NotRequired[Decimal | str | None]
    exclusions: NotRequired[Sequence[Exclusion] | None]
    alteration: NotRequired[Alteration | None]
    liquidation_proof: NotRequired[LiquidationProof | None]
    payment: NotRequired[PaymentTime | None]
    settle_currency: NotRequired[str | None]
    digits: NotRequired[int | None]
    rounding: NotRequired[Rounding | None]


@document
class TriggerLevel(Document):
    """Price that triggers a cover, and what is paid there.

    Attributes
    ----------
    side : BarrierSide
        Side of the price at sale on which the level lies.
    price : float
        Price that triggers, in quote currency.
    loss : Decimal
        Loss at this level, in the currency of the cover, as decimal text.
    payout : Decimal
        Payout at this level, in the currency of the cover, as decimal text.
    """

    side: BarrierSide
    price: float
    loss: Decimal
    payout: Decimal
    _route = "insurance.verify_quote:quote.frozen.levels.[]"

    def __init__(
        self,
        side: BarrierSide,
        price: float,
        loss: Decimal | str,
        payout: Decimal | str,
    ) -> None:
        self._fill({"side": side, "price": price, "loss": loss, "payout": payout})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["loss"] = Decimal(document["loss"])
        document["payout"] = Decimal(document["payout"])

    def _wire(self) -> dict[str, Any]:
        return {
            "side": self.side,
            "price": self.price,
            "loss": self.loss,
            "payout": self.payout,
        }


class TriggerLevelDict(TypedDict):
    """``TriggerLevel`` as a mapping."""

    side: BarrierSide
    price: float
    loss: Decimal | str
    payout: Decimal | str


@document
class FrozenTerms(Document):
    """Terms that are frozen when a cover is bought: they are judged by, whatever the holder does to the account afterwards.

    Attributes
    ----------
    margin : float
        What stands behind the account, in its currency.
    levels : Rows[TriggerLevel]
        Prices that trigger, lower one first; empty where none does, for a drawdown or the default of an exchange, and for an account in several coins, whose equity decides.
    loss : Decimal
        Loss that the price of the cover stands on: the greatest at its levels, the margin for a drawdown, loss given default for an exchange.
    payout : Decimal
        Payout for this loss, in the currency of the cover, as decimal text.
    maximum_payout : Decimal
        Maximum payout, in the currency of the cover, as decimal text: no claim is paid more.
    leverage : float, optional
        Leverage: notional over margin; absent for a balance with an exchange.
    bankruptcy_price : float, optional
        Bankruptcy price, in quote currency: for a gap the price beyond which a fill costs more than the margin.
    """

    margin: float
    levels: Rows[TriggerLevel]
    loss: Decimal
    payout: Decimal
    maximum_payout: Decimal
    leverage: float | None = None
    bankruptcy_price: float | None = None
    _route = "insurance.verify_quote:quote.frozen"

    def __init__(
        self,
        margin: float,
        levels: Sequence[TriggerLevel | TriggerLevelDict] | FrameLike,
        loss: Decimal | str,
        payout: Decimal | str,
        maximum_payout: Decimal | str,
        leverage: float | None = None,
        bankruptcy_price: float | None = None,
    ) -> None:
        self._fill({"margin": margin, "levels": levels, "loss": loss, "payout": payout, "maximum_payout": maximum_payout, "leverage": leverage, "bankruptcy_price": bankruptcy_price})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["levels"] = rows(TriggerLevel._read, document["levels"])
        document["loss"] = Decimal(document["loss"])
        document["payout"] = Decimal(document["payout"])
        document["maximum_payout"] = Decimal(document["maximum_payout"])

    def _wire(self) -> dict[str, Any]:
        return {
            "margin": self.margin,
            "levels": self.levels,
            "loss": self.loss,
            "payout": self.payout,
            "maximum_payout": self.maximum_payout,
            "leverage": self.leverage,
            "bankruptcy_price": self.bankruptcy_price,
        }


class FrozenTermsDict(TypedDict):
    """``FrozenTerms`` as a mapping."""

    margin: float
    levels: Sequence[TriggerLevel | TriggerLevelDict]
    loss: Decimal | str
    payout: Decimal | str
    maximum_payout: Decimal | str
    leverage: NotRequired[float | None]
    bankruptcy_price: NotRequired[float | None]


@document
class Cover(Document):
    """Cover: what a quote sells, and what a claim is judged against.

    Attributes
    ----------
    reference : str
        Reference of the cover with its insurer; no two covers have the same.
    account : CoveredAccount
        What is covered, as it is when the cover is bought.
    peril : Peril
        Peril that is insured.
    terms : Terms
        Terms of the cover.
    product : str, optional
        Identifier of the product that was sold. Absent: the cover is of no product.
    """

    reference: str
    account: CoveredAccount
    peril: Peril
    terms: Terms
    product: str | None = None
    _route = "insurance.quote:cover"

    def __init__(
        self,
        reference: str,
        account: CoveredAccountLike,
        peril: PerilLike,
        terms: Terms | TermsDict,
        product: str | None = None,
    ) -> None:
        self._fill({"reference": reference, "account": account, "peril": peril, "terms": terms, "product": product})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["account"] = CoveredAccount._read(document["account"])
        document["peril"] = Peril._read(document["peril"])
        document["terms"] = Terms._read(document["terms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "account": self.account,
            "peril": self.peril,
            "terms": self.terms,
            "product": self.product,
        }


class CoverDict(TypedDict):
    """``Cover`` as a mapping."""

    reference: str
    account: CoveredAccountLike
    peril: PerilLike
    terms: Terms | TermsDict
    product: NotRequired[str | None]


@document
class PayoutItems(Document):
    """How a payout comes of a loss, in the currency of the cover.

    Attributes
    ----------
    loss : Decimal
        Loss that is claimed, as decimal text.
    covered : Decimal
        Part of the loss that is insured, or the sum that was agreed.
    deducted : Decimal
        Part of it that the deductible takes.
    coinsured : Decimal
        Part of the rest that the holder bears as coinsurance.
    beyond_limit : Decimal
        Part of what is left that exceeds the limit.
    rounding : Decimal
        Part of it below the last digit that is paid.
    payout : Decimal
        Payout: what is covered, less all of the above.
    """

    loss: Decimal
    covered: Decimal
    deducted: Decimal
    coinsured: Decimal
    beyond_limit: Decimal
    rounding: Decimal
    payout: Decimal
    _route = "insurance.verify_claim:claim.items"

    def __init__(
        self,
        loss: Decimal | str,
        covered: Decimal | str,
        deducted: Decimal | str,
        coinsured: Decimal | str,
        beyond_limit: Decimal | str,
        rounding: Decimal | str,
        payout: Decimal | str,
    ) -> None:
        self._fill({"loss": loss, "covered": covered, "deducted": deducted, "coinsured": coinsured, "beyond_limit": beyond_limit, "rounding": rounding, "payout": payout})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["loss"] = Decimal(document["loss"])
        document["covered"] = Decimal(document["covered"])
        document["deducted"] = Decimal(document["deducted"])
        document["coinsured"] = Decimal(document["coinsured"])
        document["beyond_limit"] = Decimal(document["beyond_limit"])
        document["rounding"] = Decimal(document["rounding"])
        document["payout"] = Decimal(document["payout"])

    def _wire(self) -> dict[str, Any]:
        return {
            "loss": self.loss,
            "covered": self.covered,
            "deducted": self.deducted,
            "coinsured": self.coinsured,
            "beyond_limit": self.beyond_limit,
            "rounding": self.rounding,
            "payout": self.payout,
        }


class PayoutItemsDict(TypedDict):
    """``PayoutItems`` as a mapping."""

    loss: Decimal | str
    covered: Decimal | str
    deducted: Decimal | str
    coinsured: Decimal | str
    beyond_limit: Decimal | str
    rounding: Decimal | str
    payout: Decimal | str


@operation("insurance.products")
def products(
    *,
    peril: PerilKind | None = None,
) -> ProductsReport:
    """Sample products of an insurer: peril, price or rule, sum, bounds of leverage and period.

    Parameters
    ----------
    peril : PerilKind, optional
        Peril that the products insure. Absent: all products.

    Returns
    -------
    ProductsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.products(peril="liquidation")
    >>> len(report.products)
    3
    """
    return ProductsReport._read(call("insurance.products", {"peril": peril}))


@operation("insurance.frozen_terms")
def frozen_terms(
    *,
    reference: str,
    account: CoveredAccountLike,
    peril: PerilLike,
    terms: Terms | TermsDict,
    product: str | None = None,
) -> FrozenTerms:
    """What a cover says for good when it is sold: the prices that trigger it, what is lost there and what is paid, margin and leverage.

    Terms that contradict each other, an account that could not stand and a tier table of another contract are refused with their place.

    Parameters
    ----------
    reference : str
        Reference of the cover with its insurer; no two covers have the same.
    account : CoveredAccount, or its word or mapping
        What is covered, as it is when the cover is bought.
    peril : Peril, or its word or mapping
        Peril that is insured.
    terms : Terms, or a mapping of its fields
        Terms of the cover.
    product : str, optional
        Identifier of the product that was sold. Absent: the cover is of no product.

    Returns
    -------
    FrozenTerms

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.frozen_terms(reference="C-2026-000017", account={"position": {"venue": "binance_usdm", "instrument": "BTCUSDT", "coin": "BTC", "margin_currency": "USDT", "contract": "linear", "side": "long", "quantity": 0.5, "entry_price": 60000, "margin_mode": {"isolated": {"margin": 3000}}, "maintenance": {"tiers": {"source": "binance_usdm", "instrument": "BTCUSDT", "margin_currency": "USDT", "time_ms": 1729728000000, "notional_floor": [0, 50000, 600000, 3000000], "notional_cap": [50000, 600000, 3000000, 12000000], "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "deduction": [0, 50, 950, 11450], "max_leverage": [125, 100, 75, 50]}}}}, peril={"liquidation": {"venue": "binance_usdm", "instrument": "BTCUSDT", "price_kind": "mark"}}, terms={"starts_ms": 1780272000000, "expires_ms": 1780876800000, "sum": {"fraction": {"of_loss": "0.5"}}, "basis": "indemnity", "currency": "USDT", "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"]}, product="liquidation-half")
    >>> report.margin
    3000.0
    >>> report.leverage
    10.0
    """
    return FrozenTerms._read(call("insurance.frozen_terms", {"reference": reference, "account": account, "peril": peril, "terms": terms, "product": product}))
