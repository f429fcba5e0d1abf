"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, day, document, each, listed, operation, records, rows
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..units import Outcome

__all__ = [
    "DispatchClass",
    "DispatchClassDict",
    "DispatchClassReport",
    "DispatchReason",
    "DispatchReport",
    "HashpriceCurve",
    "HashpriceCurveDict",
    "HashpriceCurveLike",
    "InitialState",
    "InitialStateDict",
    "InitialStateLike",
    "MeritClassReport",
    "MeritOrderReport",
    "MeritRow",
    "PowerLimit",
    "PowerLimitDict",
    "PowerLimitLike",
    "merit_order",
    "plan_dispatch",
]


def __dir__() -> list[str]:
    return __all__


@document
class InitialState(Variant):
    """State of machines before the first hour.

    Cases
    -----
    on_hours
        The class has been running for this number of hours, 1 or more.
    off_hours
        The class has been at rest for this number of hours, 1 or more.
    """

    tag: Literal["on_hours", "off_hours"]
    content: int | None = None
    _route = "mining.merit_order:classes.[].initial"

    @classmethod
    def on_hours(cls, content: int) -> Self:
        """The class has been running for this number of hours, 1 or more."""
        return cls._made("on_hours", content)

    @classmethod
    def off_hours(cls, content: int) -> Self:
        """The class has been at rest for this number of hours, 1 or more."""
        return cls._made("off_hours", content)


class InitialStateDict(TypedDict, total=False):
    """``InitialState`` as a mapping: one of the keys, with its content."""

    on_hours: int
    off_hours: int


InitialStateLike: TypeAlias = "InitialState | InitialStateDict"
"""What is taken for a ``InitialState``."""


@document
class DispatchClass(Document):
    """Equal machines that are switched together.

    Attributes
    ----------
    name : str
        Name of the class in the report.
    count : int
        Number of machines. [from 0]
    machine : Machine
        Machine of the class, in its normal mode.
    modes : Rows[MachineSpec], optional
        Further power modes, such as a low and a high one; at most 16. Absent: there is only the normal mode.
    min_up_hours : int, optional
        Minimum time in hours that a machine runs once it was started, 1 to 8784. Absent: one settlement interval. [from 0]
    min_down_hours : int, optional
        Minimum time in hours that a machine rests once it was stopped, 1 to 8784. Absent: one settlement interval. [from 0]
    start_cost_usd : float, optional
        Cost of starting one machine, in USD. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    initial : InitialState, optional
        State of the machines before the first hour. Absent: they ran, and may be stopped at once.
    """

    name: str
    count: int
    machine: Machine
    modes: Rows[MachineSpec] | None = None
    min_up_hours: int | None = None
    min_down_hours: int | None = None
    start_cost_usd: float | None = None
    initial: InitialState | None = None
    _route = "mining.merit_order:classes.[]"

    def __init__(
        self,
        name: str,
        count: int,
        machine: MachineLike,
        modes: Sequence[MachineSpec | MachineSpecDict] | FrameLike | None = None,
        min_up_hours: int | None = None,
        min_down_hours: int | None = None,
        start_cost_usd: float | None = None,
        initial: InitialStateLike | None = None,
    ) -> None:
        self._fill({"name": name, "count": count, "machine": machine, "modes": modes, "min_up_hours": min_up_hours, "min_down_hours": min_down_hours, "start_cost_usd": start_cost_usd, "initial": initial})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["machine"] = Machine._read(document["machine"])
        if document.get("modes") is not None:
            document["modes"] = rows(MachineSpec._read, document["modes"])
        if document.get("initial") is not None:
            document["initial"] = InitialState._read(document["initial"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "count": self.count,
            "machine": self.machine,
            "modes": self.modes,
            "min_up_hours": self.min_up_hours,
            "min_down_hours": self.min_down_hours,
            "start_cost_usd": self.start_cost_usd,
            "initial": self.initial,
        }


class DispatchClassDict(TypedDict):
    """``DispatchClass`` as a mapping."""

    name: str
    count: int
    machine: MachineLike
    modes: NotRequired[Sequence[MachineSpec | MachineSpecDict] | None]
    min_up_hours: NotRequired[int | None]
    min_down_hours: NotRequired[int | None]
    start_cost_usd: NotRequired[float | None]
    initial: NotRequired[InitialStateLike | None]


@document
class PowerLimit(Variant):
    """Limit of the load.

    Cases
    -----
    cap_w
        Greatest load at the meter, in watts.
    shed_w
        Least reduction of the load against all machines in their normal mode, in watts.
    """

    tag: Literal["cap_w", "shed_w"]
    content: float | None = None
    _route = "mining.merit_order:limit"

    @classmethod
    def cap_w(cls, content: float) -> Self:
        """Greatest load at the meter, in watts."""
        return cls._made("cap_w", content)

    @classmethod
    def shed_w(cls, content: float) -> Self:
        """Least reduction of the load against all machines in their normal mode, in watts."""
        return cls._made("shed_w", content)


class PowerLimitDict(TypedDict, total=False):
    """``PowerLimit`` as a mapping: one of the keys, with its content."""

    cap_w: float
    shed_w: float


PowerLimitLike: TypeAlias = "PowerLimit | PowerLimitDict"
"""What is taken for a ``PowerLimit``."""


@document
class MeritClassReport(Document):
    """One class of a `MeritOrderReport`.

    Attributes
    ----------
    name : str
        Name of the class.
    break_even_usd_per_mwh : Outcome
        Power price up to which the normal mode earns, in USD/MWh; unbounded where it draws nothing.
    running : tuple[int, ...]
        Number of machines that run in each mode; the normal one first.
    stopped : int
        Number of machines that are stopped. [from 0]
    """

    name: str
    break_even_usd_per_mwh: Outcome
    running: tuple[int, ...]
    stopped: int

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["break_even_usd_per_mwh"] = outcome(document["break_even_usd_per_mwh"])
        document["running"] = listed(document["running"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "break_even_usd_per_mwh": self.break_even_usd_per_mwh,
            "running": self.running,
            "stopped": self.stopped,
        }


@document
class MeritRow(Document):
    """A step of the merit order, best first.

    Attributes
    ----------
    class_index : int
        Index of the class in the request. [from 0]
    mode : int
        Mode that the step leads to; 0 is the normal one. [from 0]
    added_w : float
        Power at the meter that the step adds per machine, in watts.
    break_even_usd_per_mwh : Outcome
        Power price up to which the step earns, in USD/MWh; unbounded where it adds no power.
    machines : int
        Number of machines that run in that mode or in one that draws more. [from 0]
    """

    class_index: int
    mode: int
    added_w: float
    break_even_usd_per_mwh: Outcome
    machines: int

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["break_even_usd_per_mwh"] = outcome(document["break_even_usd_per_mwh"])

    def _wire(self) -> dict[str, Any]:
        return {
            "class_index": self.class_index,
            "mode": self.mode,
            "added_w": self.added_w,
            "break_even_usd_per_mwh": self.break_even_usd_per_mwh,
            "machines": self.machines,
        }


@document
class MeritOrderReport(Document):
    """Result of `merit_order`.

    Attributes
    ----------
    classes : Rows[MeritClassReport]
        Classes in the order of the request.
    order : Rows[MeritRow]
        Steps that earn at this price, best first.
    load_w : float
        Load at the meter, in watts.
    shed_w : float
        Load below that of all machines in their normal mode, in watts; negative where better modes draw more.
    margin_usd_per_hour : float
        Revenue less power, in USD per hour.
    loss_usd_per_hour : float
        Margin lost to the limit, in USD per hour.
    optimality_gap_usd_per_hour : float
        Greatest margin that a better choice of whole machines could add, in USD per hour; 0 where this choice is the best.
    """

    classes: Rows[MeritClassReport]
    order: Rows[MeritRow]
    load_w: float
    shed_w: float
    margin_usd_per_hour: float
    loss_usd_per_hour: float
    optimality_gap_usd_per_hour: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["classes"] = rows(MeritClassReport._read, document["classes"])
        document["order"] = rows(MeritRow._read, document["order"])

    def _wire(self) -> dict[str, Any]:
        return {
            "classes": self.classes,
            "order": self.order,
            "load_w": self.load_w,
            "shed_w": self.shed_w,
            "margin_usd_per_hour": self.margin_usd_per_hour,
            "loss_usd_per_hour": self.loss_usd_per_hour,
            "optimality_gap_usd_per_hour": self.optimality_gap_usd_per_hour,
        }


@document
class HashpriceCurve(Variant):
    """Hashprice of a span.

    Cases
    -----
    constant_usd_per_phs_day
        One hashprice for every hour, in USD/PH/day.
    hourly_usd_per_phs_day
        One hashprice for each hour of the span, in USD/PH/day.
    """

    tag: Literal["constant_usd_per_phs_day", "hourly_usd_per_phs_day"]
    content: float | tuple[float, ...] | None = None
    _route = "mining.plan_dispatch:hashprice"

    @classmethod
    def constant_usd_per_phs_day(cls, content: float) -> Self:
        """One hashprice for every hour, in USD/PH/day."""
        return cls._made("constant_usd_per_phs_day", content)

    @classmethod
    def hourly_usd_per_phs_day(cls, content: ArrayLike) -> Self:
        """One hashprice for each hour of the span, in USD/PH/day."""
        return cls._made("hourly_usd_per_phs_day", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "hourly_usd_per_phs_day":
            return listed(content)
        return content


class HashpriceCurveDict(TypedDict, total=False):
    """``HashpriceCurve`` as a mapping: one of the keys, with its content."""

    constant_usd_per_phs_day: float
    hourly_usd_per_phs_day: ArrayLike


HashpriceCurveLike: TypeAlias = "HashpriceCurve | HashpriceCurveDict"
"""What is taken for a ``HashpriceCurve``."""


DispatchReason: TypeAlias = Literal["profitable", "unprofitable", "held_on", "held_off", "limited", "demand_charge"]
"""Reason of what a class does in an hour.

Cases
-----
profitable
    Running: revenue covers power.
unprofitable
    At rest: revenue does not cover power.
held_on
    Running at a loss: to stop and start again would cost more, or its minimum time holds it.
held_off
    At rest although the hour would pay: a start would not pay, or its minimum time holds it.
limited
    Stopped, some or all of it, by the site's power limit, although the hour would pay.
demand_charge
    At rest although the hour would pay: it does not cover what its load adds to the month's demand charges and blocks.
"""


@document
class DispatchClassReport(Document):
    """One class of a `DispatchReport`.

    Attributes
    ----------
    name : str
        Name of the class.
    break_even_usd_per_mwh : Outcome
        Power price up to which the normal mode earns in the first interval, in USD/MWh; unbounded where it draws no power.
    running : tuple[tuple[int, ...], ...]
        Number of machines that run, by mode, the normal one first, and by settlement interval.
    reason : tuple[DispatchReason, ...]
        Reason of what the class does in each settlement interval.
    saved_usd : float
        Earnings above those of machines that always run in their normal mode, in USD; without start costs.
    machine_hours : float
        Machine-hours: hours in which machines run, times their number.
    starts : int
        Number of starts, times the number of machines. [from 0]
    revenue_usd : float
        Revenue of the span, in USD.
    energy_kwh : float
        Energy at the meter, in kWh.
    energy_usd : float
        Cost of energy at the price of its intervals, in USD.
    start_cost_usd : float
        Cost of starts, in USD.
    """

    name: str
    break_even_usd_per_mwh: Outcome
    running: tuple[tuple[int, ...], ...]
    reason: tuple[DispatchReason, ...]
    saved_usd: float
    machine_hours: float
    starts: int
    revenue_usd: float
    energy_kwh: float
    energy_usd: float
    start_cost_usd: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["break_even_usd_per_mwh"] = outcome(document["break_even_usd_per_mwh"])
        document["running"] = each(lambda items: listed(items), document["running"])
        document["reason"] = listed(document["reason"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "break_even_usd_per_mwh": self.break_even_usd_per_mwh,
            "running": self.running,
            "reason": self.reason,
            "saved_usd": self.saved_usd,
            "machine_hours": self.machine_hours,
            "starts": self.starts,
            "revenue_usd": self.revenue_usd,
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "start_cost_usd": self.start_cost_usd,
        }


@document
class DispatchReport(WithPlot, Document):
    """Result of `plan_dispatch`. `revenue_usd - start_cost_usd - bill.total_usd = net_usd`, exactly when evaluated
    from left to right.

    Attributes
    ----------
    price_usd_per_kwh : tuple[float, ...]
        Power price of each settlement interval, in USD/kWh.
    load_w : tuple[float, ...]
        Load of each settlement interval at the meter, in watts.
    hourly_saved_usd : tuple[float, ...]
        Earnings of each settlement interval above those of all machines in their normal mode, in USD; energy at its price, without start costs and what else the tariff charges.
    classes : Rows[DispatchClassReport]
        Classes in the order of the request.
    revenue_usd : float
        Revenue of the span, in USD.
    start_cost_usd : float
        Cost of starts, in USD.
    bill : Bill
        Bill of the tariff for the plan's load.
    net_usd : float
        Profit of the plan, in USD.
    always_on_revenue_usd : float
        Revenue if all machines always ran in their normal mode, in USD.
    always_on_bill : Bill
        Bill of the tariff if all machines always ran in their normal mode.
    always_on_net_usd : float
        Profit if all machines always ran in their normal mode, in USD.
    saved_usd : float
        Value of the plan, in USD: `net_usd - always_on_net_usd`.
    optimality_gap_usd : float
        Greatest profit that a better plan could add under the whole bill, in USD; 0 only where this plan is proven to be the best. Above 0 where a limited interval was too hard to search, minimum times, start costs or initial states meet a demand charge or a limit, or ratchets, peaks so far, blocks of use and minimum charges have a part in the bill.
    """

    price_usd_per_kwh: tuple[float, ...]
    load_w: tuple[float, ...]
    hourly_saved_usd: tuple[float, ...]
    classes: Rows[DispatchClassReport]
    revenue_usd: float
    start_cost_usd: float
    bill: Bill
    net_usd: float
    always_on_revenue_usd: float
    always_on_bill: Bill
    always_on_net_usd: float
    saved_usd: float
    optimality_gap_usd: float
    _plotted = "dispatch"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["price_usd_per_kwh"] = listed(document["price_usd_per_kwh"])
        document["load_w"] = listed(document["load_w"])
        document["hourly_saved_usd"] = listed(document["hourly_saved_usd"])
        document["classes"] = rows(DispatchClassReport._read, document["classes"])
        document["bill"] = Bill._read(document["bill"])
        document["always_on_bill"] = Bill._read(document["always_on_bill"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price_usd_per_kwh": self.price_usd_per_kwh,
            "load_w": self.load_w,
            "hourly_saved_usd": self.hourly_saved_usd,
            "classes": self.classes,
            "revenue_usd": self.revenue_usd,
            "start_cost_usd": self.start_cost_usd,
            "bill": self.bill,
            "net_usd": self.net_usd,
            "always_on_revenue_usd": self.always_on_revenue_usd,
            "always_on_bill": self.always_on_bill,
            "always_on_net_usd": self.always_on_net_usd,
            "saved_usd": self.saved_usd,
            "optimality_gap_usd": self.optimality_gap_usd,
        }


@operation("mining.merit_order")
def merit_order(
    *,
    classes: Sequence[DispatchClass | DispatchClassDict] | FrameLike,
    hashprice_usd_per_phs_day: float,
    power_price_usd_per_kwh: float,
    limit: PowerLimitLike | None = None,
    pool_fee: float | None = None,
    cooling_overhead: float | None = None,
    include_doubtful: bool | None = None,
) -> MeritOrderReport:
    """Machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or with
    how much better the best can be.

    Parameters
    ----------
    classes : Sequence[DispatchClass | DispatchClassDict], or a DataFrame of their fields
        Classes of equal machines; minimum times, start costs and initial states play no part in a single hour.
    hashprice_usd_per_phs_day : float
        Hashprice in USD/PH/day, before the pool's fee. [USD/PH/day, from 0.0 to 1e+18]
    power_price_usd_per_kwh : float
        Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0]
    limit : PowerLimit, or its word or mapping, optional
        Limit of the load. Absent: there is no limit.
    pool_fee : float, optional
        Fraction of the reward that the pool keeps; below 1. Absent: 0, the hashprice is what is paid out. [from 0.0 to 1.0]
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used. [false where absent]

    Returns
    -------
    MeritOrderReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.merit_order(classes=[{"name": "S19 Pro", "count": 10, "machine": {"spec": {"hashrate_ths": 110, "power_w": 3250}}, "modes": [{"hashrate_ths": 90, "power_w": 2400}]}, {"name": "S21", "count": 10, "machine": {"model": "Antminer S21"}}], hashprice_usd_per_phs_day=50, power_price_usd_per_kwh=0.04, limit={"shed_w": 40000}, pool_fee=0.02)
    >>> report.load_w
    26900.0
    >>> report.shed_w
    40600.0
    """
    return MeritOrderReport._read(call("mining.merit_order", {"classes": records(classes), "hashprice_usd_per_phs_day": hashprice_usd_per_phs_day, "power_price_usd_per_kwh": power_price_usd_per_kwh, "limit": limit, "pool_fee": pool_fee, "cooling_overhead": cooling_overhead, "include_doubtful": include_doubtful}))


@operation("mining.plan_dispatch")
def plan_dispatch(
    *,
    classes: Sequence[DispatchClass | DispatchClassDict] | FrameLike,
    tariff: Tariff | TariffDict,
    start_ms: datetime.datetime | int | str,
    hours: int,
    hashprice: HashpriceCurveLike,
    pool_fee: float | None = None,
    cooling_overhead: float | None = None,
    power_limit_w: float | None = None,
    include_doubtful: bool | None = None,
) -> DispatchReport:
    """Which machines run in which hour, why, what that saves, and what the tariff bills for it.

    By threshold where nothing couples the intervals, by dynamic programming with minimum times and start costs, in
    whole machines under a power limit, and against everything that the tariff bills. The answer is the best there
    is, or says how much more the best can leave.

    Parameters
    ----------
    classes : Sequence[DispatchClass | DispatchClassDict], or a DataFrame of their fields
        Classes of equal machines, at most 1000.
    tariff : Tariff, or a mapping of its fields
        Tariff of the site's power.
    start_ms : datetime.datetime | int | str
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    hours : int
        Number of hours, 1 to 175,320. [from 0]
    hashprice : HashpriceCurve, or its word or mapping
        Hashprice of the span, before the pool's fee.
    pool_fee : float, optional
        Fraction of the reward that the pool keeps; below 1. Absent: 0, the hashprice is what is paid out. [from 0.0 to 1.0]
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    power_limit_w : float, optional
        Greatest power that the site may draw at the meter, in watts. Absent: no limit. Together with minimum times, start costs or initial states the plan keeps it, and `optimality_gap_usd` says what a better plan may leave. [W, from 0.0 to 1000000000000000.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used. [false where absent]

    Returns
    -------
    DispatchReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.plan_dispatch(classes=[{"name": "S19 Pro", "count": 10, "machine": {"spec": {"hashrate_ths": 110, "power_w": 3250}}, "min_up_hours": 2, "min_down_hours": 3, "start_cost_usd": 0.05, "initial": {"on_hours": 5}}], tariff={"energy": {"daily_usd_per_kwh": [0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.06, 0.06, 0.06, 0.09, 0.12, 0.12, 0.12, 0.09, 0.06, 0.05, 0.03, 0.03]}}, start_ms=1785542400000, hours=24, hashprice={"constant_usd_per_phs_day": 50}, cooling_overhead=1.05)
    >>> report.revenue_usd
    43.541666666666664
    >>> report.start_cost_usd
    0.5
    """
    return DispatchReport._read(call("mining.plan_dispatch", {"classes": records(classes), "tariff": tariff, "start_ms": start_ms, "hours": hours, "hashprice": hashprice, "pool_fee": pool_fee, "cooling_overhead": cooling_overhead, "power_limit_w": power_limit_w, "include_doubtful": include_doubtful}))


# Below, because the modules of a package name each other's types.
from ._machine import Machine, MachineLike, MachineSpec, MachineSpecDict
from ._tariff import Bill, Tariff, TariffDict
