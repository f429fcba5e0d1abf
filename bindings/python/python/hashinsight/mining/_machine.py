"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, FrameLike, Variant, call, document, each, listed, operation, records, rows
from .._outcome import outcome
from .._show import Rows
from ..units import Outcome

__all__ = [
    "AsicModel",
    "Cooling",
    "FleetGroup",
    "FleetGroupDict",
    "FleetGroupReport",
    "FleetReport",
    "Machine",
    "MachineDict",
    "MachineLike",
    "MachineSpec",
    "MachineSpecDict",
    "MachinesReport",
    "SiteCapacityReport",
    "find_machine",
    "fleet",
    "machines",
    "site_capacity",
]


def __dir__() -> list[str]:
    return __all__


Cooling: TypeAlias = Literal["air", "hydro", "immersion"]
"""Cooling of a machine.

Cases
-----
air
    By fans.
hydro
    By water.
immersion
    In a bath of oil.
"""


@document
class AsicModel(Document):
    """One model of the catalog.

    Attributes
    ----------
    model : str
        Name of the model, with the hashrate in brackets where a name is sold in several ratings.
    manufacturer : str
        Maker of the model.
    hashrate_ths : float
        Nominal hashrate in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Nominal power in watts. [W, from 0.0 to 1000000000000000.0]
    efficiency_j_per_th : float
        Power over hashrate, in J/TH. [J/TH, above 0.0 to 1000000000000000.0]
    release : str, optional
        Month of release, `YYYY-MM`, where a source gives one.
    cooling : Cooling
        Cooling of the model.
    sources : str
        Sources of the figures, separated by semicolons.
    note : str
        Note on what the sources do not agree on; empty where they agree.
    doubtful : bool
        Whether the sources contradict each other so much that the model is used only when asked for.
    """

    model: str
    manufacturer: str
    hashrate_ths: float
    power_w: float
    efficiency_j_per_th: float
    cooling: Cooling
    sources: str
    note: str
    doubtful: bool
    release: str | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "manufacturer": self.manufacturer,
            "hashrate_ths": self.hashrate_ths,
            "power_w": self.power_w,
            "efficiency_j_per_th": self.efficiency_j_per_th,
            "release": self.release,
            "cooling": self.cooling,
            "sources": self.sources,
            "note": self.note,
            "doubtful": self.doubtful,
        }


@document
class MachinesReport(Document):
    """Result of `machines`.

    Attributes
    ----------
    machines : Rows[AsicModel]
        Models in the order of the catalog: by maker, newest first.
    """

    machines: Rows[AsicModel]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["machines"] = rows(AsicModel._read, document["machines"])

    def _wire(self) -> dict[str, Any]:
        return {
            "machines": self.machines,
        }


@document
class MachineSpec(Document):
    """What a machine hashes and draws; also several machines together, or a site.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0]
    """

    hashrate_ths: float
    power_w: float
    _route = "mining.site_capacity:machine.spec"

    def __init__(
        self,
        hashrate_ths: float,
        power_w: float,
    ) -> None:
        self._fill({"hashrate_ths": hashrate_ths, "power_w": power_w})

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "power_w": self.power_w,
        }


class MachineSpecDict(TypedDict):
    """``MachineSpec`` as a mapping."""

    hashrate_ths: float
    power_w: float


@document
class Machine(Variant):
    """A machine: by the name of its model, or by figures of one's own.

    In JSON `{"model": "Antminer S21"}` or `{"spec": {"hashrate_ths": 200, "power_w": 3500}}`.

    Cases
    -----
    model
        A model of the catalog, see `find_machine`.
    spec
        Hashrate and power as measured or tuned.
    """

    tag: Literal["model", "spec"]
    content: str | MachineSpec | None = None
    _route = "mining.site_capacity:machine"

    @classmethod
    def model(cls, content: str) -> Self:
        """A model of the catalog, see `find_machine`."""
        return cls._made("model", content)

    @classmethod
    def spec(cls, content: MachineSpec | MachineSpecDict) -> Self:
        """Hashrate and power as measured or tuned."""
        return cls._made("spec", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "spec":
            return MachineSpec._read(content)
        return content


class MachineDict(TypedDict, total=False):
    """``Machine`` as a mapping: one of the keys, with its content."""

    model: str
    spec: MachineSpec | MachineSpecDict


MachineLike: TypeAlias = "Machine | MachineDict"
"""What is taken for a ``Machine``."""


@document
class FleetGroup(Document):
    """Machines of one kind and age.

    Attributes
    ----------
    count : int
        Number of machines. [from 0]
    machine : Machine
        Machine of the group: model or own figures.
    age_days : float, optional
        Age of the machines, in days of running. Goes with `decay_per_month`. [d, above 0.0 to 1000000.0]
    decay_per_month : float, optional
        Fraction of its hashrate that a machine loses each month. Goes with `age_days`. [from 0.0 to 1.0]
    """

    count: int
    machine: Machine
    age_days: float | None = None
    decay_per_month: float | None = None
    _route = "mining.fleet:groups.[]"

    def __init__(
        self,
        count: int,
        machine: MachineLike,
        age_days: float | None = None,
        decay_per_month: float | None = None,
    ) -> None:
        self._fill({"count": count, "machine": machine, "age_days": age_days, "decay_per_month": decay_per_month})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["machine"] = Machine._read(document["machine"])

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "machine": self.machine,
            "age_days": self.age_days,
            "decay_per_month": self.decay_per_month,
        }


class FleetGroupDict(TypedDict):
    """``FleetGroup`` as a mapping."""

    count: int
    machine: MachineLike
    age_days: NotRequired[float | None]
    decay_per_month: NotRequired[float | None]


@document
class FleetGroupReport(Document):
    """One group of a `FleetReport`.

    Attributes
    ----------
    count : int
        Number of machines of the group. [from 0]
    hashrate_ths_each : float
        Hashrate of one machine, after decay, in TH/s.
    power_w_each : float
        Power of one machine at its plug, in watts.
    hashrate_ths : float
        Hashrate of the group while running, in TH/s.
    meter_power_w : float
        Power of the group at the meter while running, in watts.
    efficiency_j_per_th : Outcome
        Efficiency, power at the meter over hashrate, in J/TH; undefined without hashrate.
    """

    count: int
    hashrate_ths_each: float
    power_w_each: float
    hashrate_ths: float
    meter_power_w: float
    efficiency_j_per_th: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["efficiency_j_per_th"] = outcome(document["efficiency_j_per_th"])

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "hashrate_ths_each": self.hashrate_ths_each,
            "power_w_each": self.power_w_each,
            "hashrate_ths": self.hashrate_ths,
            "meter_power_w": self.meter_power_w,
            "efficiency_j_per_th": self.efficiency_j_per_th,
        }


@document
class FleetReport(Document):
    """Result of `fleet`.

    Attributes
    ----------
    machines : int
        Number of machines of the fleet. [from 0]
    hashrate_ths : float
        Hashrate of the fleet while all machines run, in TH/s. [TH/s, from 0.0 to 1e+24]
    machine_power_w : float
        Power of the machines at their plugs while all run, in watts. [W, from 0.0 to 1000000000000000.0]
    meter_power_w : float
        Power of the fleet at the meter while all machines run, in watts. [W, from 0.0 to 1000000000000000.0]
    average_hashrate_ths : float
        Mean hashrate at the given uptime, in TH/s.
    average_meter_power_w : float
        Mean power at the meter at the given uptime, in watts.
    efficiency_j_per_th : Outcome
        Efficiency, power at the meter over hashrate, in J/TH; undefined without hashrate.
    groups : Rows[FleetGroupReport]
        Figures of the groups, in the order of the request.
    """

    machines: int
    hashrate_ths: float
    machine_power_w: float
    meter_power_w: float
    average_hashrate_ths: float
    average_meter_power_w: float
    efficiency_j_per_th: Outcome
    groups: Rows[FleetGroupReport]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["efficiency_j_per_th"] = outcome(document["efficiency_j_per_th"])
        document["groups"] = rows(FleetGroupReport._read, document["groups"])

    def _wire(self) -> dict[str, Any]:
        return {
            "machines": self.machines,
            "hashrate_ths": self.hashrate_ths,
            "machine_power_w": self.machine_power_w,
            "meter_power_w": self.meter_power_w,
            "average_hashrate_ths": self.average_hashrate_ths,
            "average_meter_power_w": self.average_meter_power_w,
            "efficiency_j_per_th": self.efficiency_j_per_th,
            "groups": self.groups,
        }


@document
class SiteCapacityReport(Document):
    """Result of `site_capacity`.

    Attributes
    ----------
    machines : int
        Number of machines that fit; 0 where the site cannot feed one. [from 0]
    hashrate_ths : float
        Hashrate of the machines, in TH/s.
    used_power_w : float
        Power of the machines at the meter, in watts.
    spare_power_w : float
        Power of the site that is left, in watts.
    """

    machines: int
    hashrate_ths: float
    used_power_w: float
    spare_power_w: float

    def _wire(self) -> dict[str, Any]:
        return {
            "machines": self.machines,
            "hashrate_ths": self.hashrate_ths,
            "used_power_w": self.used_power_w,
            "spare_power_w": self.spare_power_w,
        }


@operation("mining.machines")
def machines(
    *,
    contains: str | None = None,
    include_doubtful: bool | None = None,
) -> MachinesReport:
    """The catalog of machines: nominal hashrate and power of public lists, with their sources.

    Models whose sources contradict each other are listed only with `include_doubtful`.

    Parameters
    ----------
    contains : str, optional
        Text that the name or the maker of a model must contain, as people write it. Absent: all models.
    include_doubtful : bool, optional
        Whether models with contradictory sources are listed too. [false where absent]

    Returns
    -------
    MachinesReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.machines(contains="S21")
    >>> len(report.machines)
    7
    """
    return MachinesReport._read(call("mining.machines", {"contains": contains, "include_doubtful": include_doubtful}))


@operation("mining.find_machine")
def find_machine(
    *,
    name: str,
    include_doubtful: bool | None = None,
) -> AsicModel:
    """The machine of the catalog that has this name, upper and lower case alike, with or without its brand.

    Parameters
    ----------
    name : str
        Name of a model; upper and lower case, spaces and hyphens, and the brand before the name make no difference.
    include_doubtful : bool, optional
        Whether a model with contradictory sources is answered too. [false where absent]

    Returns
    -------
    AsicModel

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.find_machine(name="S21 XP")
    >>> report.model
    'Antminer S21 XP'
    >>> report.manufacturer
    'Bitmain'
    """
    return AsicModel._read(call("mining.find_machine", {"name": name, "include_doubtful": include_doubtful}))


@operation("mining.fleet")
def fleet(
    *,
    groups: Sequence[FleetGroup | FleetGroupDict] | FrameLike,
    cooling_overhead: float | None = None,
    uptime: float | None = None,
    include_doubtful: bool | None = None,
) -> FleetReport:
    """Hashrate and power of a fleet: machines by model or by figures of one's own, with age, decay and cooling.

    Parameters
    ----------
    groups : Sequence[FleetGroup | FleetGroupDict], or a DataFrame of their fields
        Machines of the fleet, group by group.
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1, nothing but the machines. [from 0.0 to 1000000000000.0]
    uptime : float, optional
        Fraction of the time that machines run. Absent: all of it. [from 0.0 to 1.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used. [false where absent]

    Returns
    -------
    FleetReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.fleet(groups=[{"count": 100, "machine": {"model": "Antminer S21"}}, {"count": 50, "machine": {"spec": {"hashrate_ths": 110, "power_w": 3250}}, "age_days": 730, "decay_per_month": 0.005}], cooling_overhead=1.05, uptime=0.97)
    >>> report.machines
    150
    >>> report.hashrate_ths
    24876.594307757194
    """
    return FleetReport._read(call("mining.fleet", {"groups": records(groups), "cooling_overhead": cooling_overhead, "uptime": uptime, "include_doubtful": include_doubtful}))


@operation("mining.site_capacity")
def site_capacity(
    *,
    site_power_w: float,
    machine: MachineLike,
    cooling_overhead: float | None = None,
    include_doubtful: bool | None = None,
) -> SiteCapacityReport:
    """Number of machines that a site can feed.

    Parameters
    ----------
    site_power_w : float
        Power that the site can draw at its meter, in watts. [W, from 0.0 to 1000000000000000.0]
    machine : Machine, or its word or mapping
        Machine to fill the site with; it draws power.
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    include_doubtful : bool, optional
        Whether a model with contradictory sources may be used. [false where absent]

    Returns
    -------
    SiteCapacityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.site_capacity(site_power_w=20000000, machine={"spec": {"hashrate_ths": 200, "power_w": 3500}}, cooling_overhead=1.04)
    >>> report.machines
    5494
    >>> report.hashrate_ths
    1098800.0
    """
    return SiteCapacityReport._read(call("mining.site_capacity", {"site_power_w": site_power_w, "machine": machine, "cooling_overhead": cooling_overhead, "include_doubtful": include_doubtful}))
