"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from .._documents import Document, FrameLike, call, day, document, each, listed, operation, records, rows
from .._show import Rows
from ..derivatives import Side

__all__ = [
    "DaylightRule",
    "SiteCatalog",
    "SiteFile",
    "SiteFileDict",
    "SiteHedge",
    "SiteHedgeDict",
    "SiteMachine",
    "SiteMachineDict",
    "SiteOutlook",
    "SiteOutlookDict",
    "SitePayment",
    "SitePaymentDict",
    "SiteRequest",
    "SiteRequestDict",
    "SiteSignals",
    "SiteSignalsDict",
    "SiteTariff",
    "SiteTariffDict",
    "SiteTariffWindow",
    "SiteTariffWindowDict",
    "SiteTip",
    "SiteTipDict",
    "SiteTreasury",
    "SiteTreasuryDict",
    "WindowDays",
    "site",
]


def __dir__() -> list[str]:
    return __all__


SiteCatalog: TypeAlias = Literal["undisputed", "all", "none"]
"""Which machines of the catalog are shown.

Cases
-----
undisputed
    Those whose sources agree.
all
    All of them, with what speaks against their figures.
none
    None of them.
"""


@document
class SiteMachine(Document):
    """So many machines of one kind.

    Attributes
    ----------
    model : str
        Model: one of the catalog, or any other with its figures.
    count : int
        Number of machines. [from 1 to 1000000000]
    hashrate : str, optional
        Hashrate of one machine while running, as text with its unit. Absent: that of the catalog.
    power : str, optional
        Power of one machine at the wall while running, as text with its unit. Absent: that of the catalog.
    price : str, optional
        Price of one machine, as text with its unit. Absent: not known, and there is no return on it.
    """

    model: str
    count: int
    hashrate: str | None = None
    power: str | None = None
    price: str | None = None
    _route = "report.site:machine.[]"

    def __init__(
        self,
        model: str,
        count: int,
        hashrate: str | None = None,
        power: str | None = None,
        price: str | None = None,
    ) -> None:
        self._fill({"model": model, "count": count, "hashrate": hashrate, "power": power, "price": price})

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "count": self.count,
            "hashrate": self.hashrate,
            "power": self.power,
            "price": self.price,
        }


class SiteMachineDict(TypedDict):
    """``SiteMachine`` as a mapping."""

    model: str
    count: int
    hashrate: NotRequired[str | None]
    power: NotRequired[str | None]
    price: NotRequired[str | None]


@document
class SiteTip(Document):
    """Tip of the chain.

    Attributes
    ----------
    height : int
        Height of the last block. [blocks, from 0 to 4294967295]
    time_s : int
        Header time of the last block, in Unix seconds. [from 0]
    epoch_start_s : int
        Header time of the first block of its epoch, in Unix seconds. [from 0]
    nbits : str, optional
        Compact target of the epoch. Absent: that of the last day's difficulty, if the epoch began by then.
    confidence : str, optional
        Confidence of the band, in percent as text. Absent: 95 %.
    """

    height: int
    time_s: int
    epoch_start_s: int
    nbits: str | None = None
    confidence: str | None = None
    _route = "report.site:tip"

    def __init__(
        self,
        height: int,
        time_s: int,
        epoch_start_s: int,
        nbits: str | int | None = None,
        confidence: str | None = None,
    ) -> None:
        self._fill({"height": height, "time_s": time_s, "epoch_start_s": epoch_start_s, "nbits": nbits, "confidence": confidence})

    def _wire(self) -> dict[str, Any]:
        return {
            "height": self.height,
            "time_s": self.time_s,
            "epoch_start_s": self.epoch_start_s,
            "nbits": self.nbits,
            "confidence": self.confidence,
        }


class SiteTipDict(TypedDict):
    """``SiteTip`` as a mapping."""

    height: int
    time_s: int
    epoch_start_s: int
    nbits: NotRequired[str | int | None]
    confidence: NotRequired[str | None]


@document
class SiteOutlook(Document):
    """How the world is assumed to move on.

    Attributes
    ----------
    height : int
        Height of the next block on the midnight after the last day; it decides when the subsidy halves. [blocks, from 0 to 4294967295]
    difficulty_growth : str
        Change of difficulty per retarget, in percent as text: -75 % to 300 %.
    price_growth : str
        Change of the price per retarget, in percent as text: -99 % to 1000 %.
    discount_rate : str
        Return that is demanded per year, in percent as text: -50 % to 1000 %.
    hashrate_decay : str, optional
        Part of their hashrate that machines lose per month, in percent as text. Absent: nothing.
    """

    height: int
    difficulty_growth: str
    price_growth: str
    discount_rate: str
    hashrate_decay: str | None = None
    _route = "report.site:forecast"

    def __init__(
        self,
        height: int,
        difficulty_growth: str,
        price_growth: str,
        discount_rate: str,
        hashrate_decay: str | None = None,
    ) -> None:
        self._fill({"height": height, "difficulty_growth": difficulty_growth, "price_growth": price_growth, "discount_rate": discount_rate, "hashrate_decay": hashrate_decay})

    def _wire(self) -> dict[str, Any]:
        return {
            "height": self.height,
            "difficulty_growth": self.difficulty_growth,
            "price_growth": self.price_growth,
            "discount_rate": self.discount_rate,
            "hashrate_decay": self.hashrate_decay,
        }


class SiteOutlookDict(TypedDict):
    """``SiteOutlook`` as a mapping."""

    height: int
    difficulty_growth: str
    price_growth: str
    discount_rate: str
    hashrate_decay: NotRequired[str | None]


DaylightRule: TypeAlias = Literal["united_states", "european_union"]
"""Rule of summer time.

Cases
-----
united_states
    From the second Sunday of March to the first of November.
european_union
    From the last Sunday of March to the last of October.
"""


WindowDays: TypeAlias = Literal["weekdays", "weekends"]
"""Days of the week.

Cases
-----
weekdays
    Monday to Friday.
weekends
    Saturday and Sunday.
"""


@document
class SiteTariffWindow(Document):
    """Window of the day with a price of its own.

    Attributes
    ----------
    from_hour : int
        First hour of the window. [from 0 to 23]
    to_hour : int
        Hour at which the window ends. [from 1 to 24]
    price : str
        Price within the window, as text with its unit.
    days : WindowDays, optional
        Days on which the window is open. Absent: every day.
    """

    from_hour: int
    to_hour: int
    price: str
    days: WindowDays | None = None
    _route = "report.site:tariff.window.[]"

    def __init__(
        self,
        from_hour: int,
        to_hour: int,
        price: str,
        days: WindowDays | None = None,
    ) -> None:
        self._fill({"from_hour": from_hour, "to_hour": to_hour, "price": price, "days": days})

    def _wire(self) -> dict[str, Any]:
        return {
            "from_hour": self.from_hour,
            "to_hour": self.to_hour,
            "price": self.price,
            "days": self.days,
        }


class SiteTariffWindowDict(TypedDict):
    """``SiteTariffWindow`` as a mapping."""

    from_hour: int
    to_hour: int
    price: str
    days: NotRequired[WindowDays | None]


@document
class SiteTariff(Document):
    """Prices of power hour by hour.

    Attributes
    ----------
    synthetic : bool, optional
        Whether the prices are invented: the report says so wherever it shows them. [false where absent]
    prices : str, optional
        Name of a file of hourly prices, instead of windows: a heading `time,usd_per_kwh` or `time,usd_per_mwh`, then one line per hour without gaps.
    price : str, optional
        Price outside all windows, as text with its unit. Absent: with `prices` only.
    days : int, optional
        Number of days from the midnight after the last day: 1 to 366. Absent: with `prices` only. [from 0]
    utc_offset_min : int, optional
        Standard time of the windows, in minutes ahead of UTC. Absent: UTC. [min, from -1080 to 1080]
    daylight_saving : DaylightRule, optional
        Rule of summer time. Absent: none.
    window : Rows[SiteTariffWindow], optional
        Windows with a price of their own. [[] where absent]
    """

    synthetic: bool | None = None
    prices: str | None = None
    price: str | None = None
    days: int | None = None
    utc_offset_min: int | None = None
    daylight_saving: DaylightRule | None = None
    window: Rows[SiteTariffWindow] | None = None
    _route = "report.site:tariff"

    def __init__(
        self,
        synthetic: bool | None = None,
        prices: str | None = None,
        price: str | None = None,
        days: int | None = None,
        utc_offset_min: int | None = None,
        daylight_saving: DaylightRule | None = None,
        window: Sequence[SiteTariffWindow | SiteTariffWindowDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"synthetic": synthetic, "prices": prices, "price": price, "days": days, "utc_offset_min": utc_offset_min, "daylight_saving": daylight_saving, "window": window})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("window") is not None:
            document["window"] = rows(SiteTariffWindow._read, document["window"])

    def _wire(self) -> dict[str, Any]:
        return {
            "synthetic": self.synthetic,
            "prices": self.prices,
            "price": self.price,
            "days": self.days,
            "utc_offset_min": self.utc_offset_min,
            "daylight_saving": self.daylight_saving,
            "window": self.window,
        }


class SiteTariffDict(TypedDict):
    """``SiteTariff`` as a mapping."""

    synthetic: NotRequired[bool | None]
    prices: NotRequired[str | None]
    price: NotRequired[str | None]
    days: NotRequired[int | None]
    utc_offset_min: NotRequired[int | None]
    daylight_saving: NotRequired[DaylightRule | None]
    window: NotRequired[Sequence[SiteTariffWindow | SiteTariffWindowDict] | None]


@document
class SitePayment(Document):
    """Payment that is due once.

    Attributes
    ----------
    due : datetime.date
        Day on which it is due, UTC.
    amount : str
        Sum, as text with its unit.
    """

    due: datetime.date
    amount: str
    _route = "report.site:treasury.payment.[]"

    def __init__(
        self,
        due: datetime.date,
        amount: str,
    ) -> None:
        self._fill({"due": due, "amount": amount})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["due"] = day(document["due"])

    def _wire(self) -> dict[str, Any]:
        return {
            "due": self.due,
            "amount": self.amount,
        }


class SitePaymentDict(TypedDict):
    """``SitePayment`` as a mapping."""

    due: datetime.date
    amount: str


@document
class SiteTreasury(Document):
    """Coins, cash, costs of selling and what is to be paid.

    Attributes
    ----------
    coins : str
        Coins held, as text with its unit.
    cash : str
        Cash held, as text with its unit.
    cost : str, optional
        Cost of the coins, all together, as text with its unit. Absent: not known.
    expenses : str
        What is paid every 30 days beside power, hosting and maintenance, as text with its unit.
    fee : str
        Fee of a sale, in percent of what is sold as text.
    slippage : str
        Slippage of a sale, in percent of the price as text.
    worst_price : str
        What the price keeps in the worst case of 30 days, in percent as text: the plan is safe for every path that does not fall further.
    futures : str, optional
        Name of the file of `files` with the basis of futures at each day's close, and the funding of perpetuals. Absent: not known, and the template that hedges is left out.
    months : int, optional
        Number of months of 30 days for which payments must be covered. [from 1 to 36; 6 where absent]
    reserve : str, optional
        Cash that must never be spent, as text with its unit. Absent: none.
    payment : Rows[SitePayment], optional
        Payments that are due once. [[] where absent]
    """

    coins: str
    cash: str
    expenses: str
    fee: str
    slippage: str
    worst_price: str
    cost: str | None = None
    futures: str | None = None
    months: int | None = None
    reserve: str | None = None
    payment: Rows[SitePayment] | None = None
    _route = "report.site:treasury"

    def __init__(
        self,
        coins: str,
        cash: str,
        expenses: str,
        fee: str,
        slippage: str,
        worst_price: str,
        cost: str | None = None,
        futures: str | None = None,
        months: int | None = None,
        reserve: str | None = None,
        payment: Sequence[SitePayment | SitePaymentDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"coins": coins, "cash": cash, "cost": cost, "expenses": expenses, "fee": fee, "slippage": slippage, "worst_price": worst_price, "futures": futures, "months": months, "reserve": reserve, "payment": payment})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("payment") is not None:
            document["payment"] = rows(SitePayment._read, document["payment"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coins": self.coins,
            "cash": self.cash,
            "cost": self.cost,
            "expenses": self.expenses,
            "fee": self.fee,
            "slippage": self.slippage,
            "worst_price": self.worst_price,
            "futures": self.futures,
            "months": self.months,
            "reserve": self.reserve,
            "payment": self.payment,
        }


class SiteTreasuryDict(TypedDict):
    """``SiteTreasury`` as a mapping."""

    coins: str
    cash: str
    cost: NotRequired[str | None]
    expenses: str
    fee: str
    slippage: str
    worst_price: str
    futures: NotRequired[str | None]
    months: NotRequired[int | None]
    reserve: NotRequired[str | None]
    payment: NotRequired[Sequence[SitePayment | SitePaymentDict] | None]


@document
class SiteHedge(Document):
    """Position in a perpetual contract that hedges what the site mines, for the quote of a cover against its liquidation.

    Attributes
    ----------
    side : Side
        Side of the position: short where it hedges coins that are to be mined.
    quantity : str
        Size of the position, as text with its unit.
    margin : str
        Isolated margin of the position, as text with its unit.
    maintenance : str
        Maintenance margin, in percent of the notional as text.
    days : int
        Number of days for which the cover is asked, from the midnight after the last day. [from 1 to 366]
    covered : str
        Part of the margin that is insured, in percent as text.
    risk_loading : str
        Risk loading of the insurer, in percent of the standard deviation of the payout as text.
    expenses : str
        Expenses of the insurer, in percent of the premium as text.
    rate : str
        Riskless rate per year, in percent as text: -50 % to 100 %.
    entry : str, optional
        Average entry price, as text with its unit. Absent: the price of the last day.
    volatility : str, optional
        Volatility per root of a year, in percent as text: 1 % to 500 %. Absent: that of the last 90 days.
    """

    side: Side
    quantity: str
    margin: str
    maintenance: str
    days: int
    covered: str
    risk_loading: str
    expenses: str
    rate: str
    entry: str | None = None
    volatility: str | None = None
    _route = "report.site:hedge"

    def __init__(
        self,
        side: Side,
        quantity: str,
        margin: str,
        maintenance: str,
        days: int,
        covered: str,
        risk_loading: str,
        expenses: str,
        rate: str,
        entry: str | None = None,
        volatility: str | None = None,
    ) -> None:
        self._fill({"side": side, "quantity": quantity, "margin": margin, "maintenance": maintenance, "days": days, "covered": covered, "risk_loading": risk_loading, "expenses": expenses, "rate": rate, "entry": entry, "volatility": volatility})

    def _wire(self) -> dict[str, Any]:
        return {
            "side": self.side,
            "quantity": self.quantity,
            "margin": self.margin,
            "maintenance": self.maintenance,
            "days": self.days,
            "covered": self.covered,
            "risk_loading": self.risk_loading,
            "expenses": self.expenses,
            "rate": self.rate,
            "entry": self.entry,
            "volatility": self.volatility,
        }


class SiteHedgeDict(TypedDict):
    """``SiteHedge`` as a mapping."""

    side: Side
    quantity: str
    margin: str
    maintenance: str
    days: int
    covered: str
    risk_loading: str
    expenses: str
    rate: str
    entry: NotRequired[str | None]
    volatility: NotRequired[str | None]


@document
class SiteSignals(Document):
    """Choices about the signals.

    Attributes
    ----------
    horizon_days : int, optional
        Days after which a sale is judged. [from 1 to 365; 7 where absent]
    calibrated : bool, optional
        Whether scores become probabilities by maps fitted to the days before the last horizon. `false`: by assumed maps, and nothing is sold but trimmed. [true where absent]
    """

    horizon_days: int | None = None
    calibrated: bool | None = None
    _route = "report.site:signals"

    def __init__(
        self,
        horizon_days: int | None = None,
        calibrated: bool | None = None,
    ) -> None:
        self._fill({"horizon_days": horizon_days, "calibrated": calibrated})

    def _wire(self) -> dict[str, Any]:
        return {
            "horizon_days": self.horizon_days,
            "calibrated": self.calibrated,
        }


class SiteSignalsDict(TypedDict):
    """``SiteSignals`` as a mapping."""

    horizon_days: NotRequired[int | None]
    calibrated: NotRequired[bool | None]


@document
class SiteFile(Document):
    """File that a site document names.

    Attributes
    ----------
    name : str
        Name of the file, as the document writes it.
    text : str
        Text of the file.
    """

    name: str
    text: str
    _route = "report.site:files.[]"

    def __init__(
        self,
        name: str,
        text: str,
    ) -> None:
        self._fill({"name": name, "text": text})

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "text": self.text,
        }


class SiteFileDict(TypedDict):
    """``SiteFile`` as a mapping."""

    name: str
    text: str


@document
class SiteRequest(Document):
    """Inputs of `site`.

    Attributes
    ----------
    name : str
        Name of the site.
    fees_per_block : str
        Transaction fees of a block, averaged over a window of the owner's choice, as text with its unit.
    pool_fee : str
        Part of the reward that the pool keeps, in percent as text.
    power_price : str
        Price of power, as text with its unit. It may be negative.
    uptime : str, optional
        Part of the day in which machines run, in percent as text. Absent: all of it.
    hosting_fee : str, optional
        Price of a host on top of that of power, as text with its unit. Absent: there is no host.
    maintenance : str, optional
        Upkeep of one machine and day, as text with its unit. Absent: none.
    catalog : SiteCatalog, optional
        Machines of the catalog that are shown beside those of the site. ["undisputed" where absent]
    machine : Rows[SiteMachine], optional
        Machines of the site. [[] where absent]
    tip : SiteTip, optional
        Tip of the chain, for the retarget forecast. Absent: not known.
    forecast : SiteOutlook, optional
        Assumptions about the coming 24 months. Absent: none are made.
    tariff : SiteTariff, optional
        Prices of power hour by hour, for the curtailment plan. Absent: not known.
    treasury : SiteTreasury, optional
        Coins, cash and what is to be paid. Absent: not known.
    hedge : SiteHedge, optional
        Position that hedges what the site mines. Absent: not known, and no cover is quoted.
    signals : SiteSignals, optional
        Choices about the signals. Absent: the default ones.
    days : str, optional
        Name of the file of `files` with price and difficulty day by day. Absent: the sample days of the package.
    files : Rows[SiteFile], optional
        Files that the document names. [[] where absent]
    sections : tuple[SectionName, ...], optional
        Sections to calculate. Absent: all.
    """

    name: str
    fees_per_block: str
    pool_fee: str
    power_price: str
    uptime: str | None = None
    hosting_fee: str | None = None
    maintenance: str | None = None
    catalog: SiteCatalog | None = None
    machine: Rows[SiteMachine] | None = None
    tip: SiteTip | None = None
    forecast: SiteOutlook | None = None
    tariff: SiteTariff | None = None
    treasury: SiteTreasury | None = None
    hedge: SiteHedge | None = None
    signals: SiteSignals | None = None
    days: str | None = None
    files: Rows[SiteFile] | None = None
    sections: tuple[SectionName, ...] | None = None
    _route = "report.difference:before"

    def __init__(
        self,
        name: str,
        fees_per_block: str,
        pool_fee: str,
        power_price: str,
        uptime: str | None = None,
        hosting_fee: str | None = None,
        maintenance: str | None = None,
        catalog: SiteCatalog | None = None,
        machine: Sequence[SiteMachine | SiteMachineDict] | FrameLike | None = None,
        tip: SiteTip | SiteTipDict | None = None,
        forecast: SiteOutlook | SiteOutlookDict | None = None,
        tariff: SiteTariff | SiteTariffDict | None = None,
        treasury: SiteTreasury | SiteTreasuryDict | None = None,
        hedge: SiteHedge | SiteHedgeDict | None = None,
        signals: SiteSignals | SiteSignalsDict | None = None,
        days: str | None = None,
        files: Sequence[SiteFile | SiteFileDict] | FrameLike | None = None,
        sections: Sequence[SectionName] | None = None,
    ) -> None:
        self._fill({"name": name, "fees_per_block": fees_per_block, "pool_fee": pool_fee, "power_price": power_price, "uptime": uptime, "hosting_fee": hosting_fee, "maintenance": maintenance, "catalog": catalog, "machine": machine, "tip": tip, "forecast": forecast, "tariff": tariff, "treasury": treasury, "hedge": hedge, "signals": signals, "days": days, "files": files, "sections": sections})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("machine") is not None:
            document["machine"] = rows(SiteMachine._read, document["machine"])
        if document.get("tip") is not None:
            document["tip"] = SiteTip._read(document["tip"])
        if document.get("forecast") is not None:
            document["forecast"] = SiteOutlook._read(document["forecast"])
        if document.get("tariff") is not None:
            document["tariff"] = SiteTariff._read(document["tariff"])
        if document.get("treasury") is not None:
            document["treasury"] = SiteTreasury._read(document["treasury"])
        if document.get("hedge") is not None:
            document["hedge"] = SiteHedge._read(document["hedge"])
        if document.get("signals") is not None:
            document["signals"] = SiteSignals._read(document["signals"])
        if document.get("files") is not None:
            document["files"] = rows(SiteFile._read, document["files"])
        if document.get("sections") is not None:
            document["sections"] = listed(document["sections"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "fees_per_block": self.fees_per_block,
            "pool_fee": self.pool_fee,
            "power_price": self.power_price,
            "uptime": self.uptime,
            "hosting_fee": self.hosting_fee,
            "maintenance": self.maintenance,
            "catalog": self.catalog,
            "machine": self.machine,
            "tip": self.tip,
            "forecast": self.forecast,
            "tariff": self.tariff,
            "treasury": self.treasury,
            "hedge": self.hedge,
            "signals": self.signals,
            "days": self.days,
            "files": self.files,
            "sections": self.sections,
        }


class SiteRequestDict(TypedDict):
    """``SiteRequest`` as a mapping."""

    name: str
    fees_per_block: str
    pool_fee: str
    power_price: str
    uptime: NotRequired[str | None]
    hosting_fee: NotRequired[str | None]
    maintenance: NotRequired[str | None]
    catalog: NotRequired[SiteCatalog | None]
    machine: NotRequired[Sequence[SiteMachine | SiteMachineDict] | None]
    tip: NotRequired[SiteTip | SiteTipDict | None]
    forecast: NotRequired[SiteOutlook | SiteOutlookDict | None]
    tariff: NotRequired[SiteTariff | SiteTariffDict | None]
    treasury: NotRequired[SiteTreasury | SiteTreasuryDict | None]
    hedge: NotRequired[SiteHedge | SiteHedgeDict | None]
    signals: NotRequired[SiteSignals | SiteSignalsDict | None]
    days: NotRequired[str | None]
    files: NotRequired[Sequence[SiteFile | SiteFileDict] | None]
    sections: NotRequired[Sequence[SectionName] | None]


@operation("report.site")
def site(
    *,
    name: str,
    fees_per_block: str,
    pool_fee: str,
    power_price: str,
    uptime: str | None = None,
    hosting_fee: str | None = None,
    maintenance: str | None = None,
    catalog: SiteCatalog | None = None,
    machine: Sequence[SiteMachine | SiteMachineDict] | FrameLike | None = None,
    tip: SiteTip | SiteTipDict | None = None,
    forecast: SiteOutlook | SiteOutlookDict | None = None,
    tariff: SiteTariff | SiteTariffDict | None = None,
    treasury: SiteTreasury | SiteTreasuryDict | None = None,
    hedge: SiteHedge | SiteHedgeDict | None = None,
    signals: SiteSignals | SiteSignalsDict | None = None,
    days: str | None = None,
    files: Sequence[SiteFile | SiteFileDict] | FrameLike | None = None,
    sections: Sequence[SectionName] | None = None,
) -> Report:
    """The report on a mining site: what to run now, what it earns, what to decide, and the sections that say why; numbers and codes, in no
    language. The document is that of a site file: read its TOML, and put what it names into `files`.

    Parameters
    ----------
    name : str
        Name of the site.
    fees_per_block : str
        Transaction fees of a block, averaged over a window of the owner's choice, as text with its unit.
    pool_fee : str
        Part of the reward that the pool keeps, in percent as text.
    power_price : str
        Price of power, as text with its unit. It may be negative.
    uptime : str, optional
        Part of the day in which machines run, in percent as text. Absent: all of it.
    hosting_fee : str, optional
        Price of a host on top of that of power, as text with its unit. Absent: there is no host.
    maintenance : str, optional
        Upkeep of one machine and day, as text with its unit. Absent: none.
    catalog : SiteCatalog, optional
        Machines of the catalog that are shown beside those of the site. ["undisputed" where absent]
    machine : Sequence[SiteMachine | SiteMachineDict], or a DataFrame of their fields, optional
        Machines of the site. [[] where absent]
    tip : SiteTip, or a mapping of its fields, optional
        Tip of the chain, for the retarget forecast. Absent: not known.
    forecast : SiteOutlook, or a mapping of its fields, optional
        Assumptions about the coming 24 months. Absent: none are made.
    tariff : SiteTariff, or a mapping of its fields, optional
        Prices of power hour by hour, for the curtailment plan. Absent: not known.
    treasury : SiteTreasury, or a mapping of its fields, optional
        Coins, cash and what is to be paid. Absent: not known.
    hedge : SiteHedge, or a mapping of its fields, optional
        Position that hedges what the site mines. Absent: not known, and no cover is quoted.
    signals : SiteSignals, or a mapping of its fields, optional
        Choices about the signals. Absent: the default ones.
    days : str, optional
        Name of the file of `files` with price and difficulty day by day. Absent: the sample days of the package.
    files : Sequence[SiteFile | SiteFileDict], or a DataFrame of their fields, optional
        Files that the document names. [[] where absent]
    sections : Sequence[SectionName], optional
        Sections to calculate. Absent: all.

    Returns
    -------
    Report

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.site(name="Barn", fees_per_block="0.02 BTC", pool_fee="2 %", power_price="0.05 USD/kWh", uptime="98 %", catalog="none", machine=[{"model": "Antminer S21 XP", "count": 300, "price": "4500 USD"}, {"model": "S19j Pro, low power", "count": 60, "hashrate": "88 TH/s", "power": "2.3 kW", "price": "400 USD"}], forecast={"height": 951984, "difficulty_growth": "1 %", "price_growth": "0 %", "discount_rate": "10 %"}, tariff={"prices": "hours.csv"}, treasury={"coins": "12.5 BTC", "cash": "600000 USD", "expenses": "100000 USD", "fee": "0.1 %", "slippage": "0.05 %", "worst_price": "85 %", "payment": [{"due": "2026-09-30", "amount": "250000 USD"}]}, hedge={"side": "short", "quantity": "5 BTC", "margin": "60000 USD", "maintenance": "0.5 %", "days": 14, "covered": "50 %", "risk_loading": "10 %", "expenses": "15 %", "rate": "4 %"}, files=[{"name": "hours.csv", "text": "time,usd_per_kwh\\n2026-06-01T00:00Z,0.045\\n2026-06-01T01:00Z,0.16\\n2026-06-01T02:00Z,0.02\\n"}], sections=["answer", "assumptions", "network", "hashprice", "machines", "algorithms", "cash_flow", "curtailment", "treasury", "insurance"])
    >>> report.site
    'Barn'
    >>> len(report.sections)
    10
    """
    return Report._read(call("report.site", {"name": name, "fees_per_block": fees_per_block, "pool_fee": pool_fee, "power_price": power_price, "uptime": uptime, "hosting_fee": hosting_fee, "maintenance": maintenance, "catalog": catalog, "machine": records(machine), "tip": tip, "forecast": forecast, "tariff": tariff, "treasury": treasury, "hedge": hedge, "signals": signals, "days": days, "files": records(files), "sections": sections}))


# Below, because the modules of a package name each other's types.
from ._document import Report, SectionName
