"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, document, each, listed, operation, wide
from .._handles import Job, Progress
from .._plots import WithPlot

__all__ = [
    "JumpModel",
    "JumpModelDict",
    "JumpModelLike",
    "SimulatePassageJob",
    "SimulatePassageReport",
    "simulate_passage",
]


def __dir__() -> list[str]:
    return __all__


@document
class JumpModel(Variant):
    """Jumps of a simulated price.

    Cases
    -----
    none
        Without jumps: geometric Brownian motion.
    merton
        Normal in the logarithm (Merton 1976).
    kou
        Exponential in the logarithm, up and down (Kou 2002).
    """

    tag: Literal["none", "merton", "kou"]
    content: MertonJumps | KouJumps | None = None
    _route = "derivatives.simulate_passage:jumps"

    @classmethod
    def none(cls) -> Self:
        """Without jumps: geometric Brownian motion."""
        return cls._made("none")

    @classmethod
    def merton(cls, content: MertonJumps | MertonJumpsDict) -> Self:
        """Normal in the logarithm (Merton 1976)."""
        return cls._made("merton", content)

    @classmethod
    def kou(cls, content: KouJumps | KouJumpsDict) -> Self:
        """Exponential in the logarithm, up and down (Kou 2002)."""
        return cls._made("kou", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "merton":
            return MertonJumps._read(content)
        if tag == "kou":
            return KouJumps._read(content)
        return content


class JumpModelDict(TypedDict, total=False):
    """``JumpModel`` as a mapping: one of the keys, with its content."""

    merton: MertonJumps | MertonJumpsDict
    kou: KouJumps | KouJumpsDict


JumpModelLike: TypeAlias = "JumpModel | JumpModelDict | Literal['none']"
"""What is taken for a ``JumpModel``."""


@document
class SimulatePassageReport(WithPlot, Document):
    """Result of `SimulatePassage`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    pairs : int
        Number of antithetic pairs of paths. [from 0]
    probability : float
        Probability of a touch, adjusted by the control variate.
    survival_probability : float
        Probability of no touch, counted by the paths that survive and adjusted by the control variate.
    standard_error : float
        Standard error of the probability and of its complement, over pair means.
    plain_probability : float
        Probability of a touch without the control variate.
    plain_standard_error : float
        Standard error of the plain probability, over pair means.
    control_probability : float
        Touch probability of the control, in closed form.
    control_simulated : float
        Simulated touch probability of the control: within a few of its errors of the closed form, or the simulation is wrong.
    control_standard_error : float
        Standard error of the simulated control.
    control_weight : float
        Weight of the control in the adjustment, estimated from the same pairs.
    mean_jumps : float
        Mean number of jumps per path.
    plain_probability_by_date : tuple[float, ...]
        Probability of a touch by each of the dates, without the control variate; empty without `dates`.
    plain_standard_error_by_date : tuple[float, ...]
        Standard errors of the probabilities by date, over pair means.
    """

    measure: Measure
    pairs: int
    probability: float
    survival_probability: float
    standard_error: float
    plain_probability: float
    plain_standard_error: float
    control_probability: float
    control_simulated: float
    control_standard_error: float
    control_weight: float
    mean_jumps: float
    plain_probability_by_date: tuple[float, ...]
    plain_standard_error_by_date: tuple[float, ...]
    _plotted = "passage"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["plain_probability_by_date"] = listed(document["plain_probability_by_date"])
        document["plain_standard_error_by_date"] = listed(document["plain_standard_error_by_date"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "pairs": self.pairs,
            "probability": self.probability,
            "survival_probability": self.survival_probability,
            "standard_error": self.standard_error,
            "plain_probability": self.plain_probability,
            "plain_standard_error": self.plain_standard_error,
            "control_probability": self.control_probability,
            "control_simulated": self.control_simulated,
            "control_standard_error": self.control_standard_error,
            "control_weight": self.control_weight,
            "mean_jumps": self.mean_jumps,
            "plain_probability_by_date": self.plain_probability_by_date,
            "plain_standard_error_by_date": self.plain_standard_error_by_date,
        }


class SimulatePassageJob(Job):
    """``simulate_passage`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "derivatives.simulate_passage"
    _report: ClassVar[type[Any]] = SimulatePassageReport

    @operation("derivatives.simulate_passage")
    def __init__(
        self,
        *,
        spot: float,
        barrier: float,
        side: BarrierSide,
        years: float,
        drift_per_year: float,
        volatility: float,
        jumps: JumpModelLike,
        measure: Measure,
        pairs: int,
        dates: int | None = None,
        seed: int,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "jumps": jumps, "measure": measure, "pairs": pairs, "dates": dates, "seed": wide(seed)}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        spot: float,
        barrier: float,
        side: BarrierSide,
        years: float,
        drift_per_year: float,
        volatility: float,
        jumps: JumpModelLike,
        measure: Measure,
        pairs: int,
        dates: int | None = None,
        seed: int,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "jumps": jumps, "measure": measure, "pairs": pairs, "dates": dates, "seed": wide(seed)}, state)

    def report(self) -> SimulatePassageReport:
        """The result, once every block of the whole job is done."""
        result: SimulatePassageReport = self._result()
        return result


@operation("derivatives.simulate_passage")
def simulate_passage(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    years: float,
    drift_per_year: float,
    volatility: float,
    jumps: JumpModelLike,
    measure: Measure,
    pairs: int,
    dates: int | None = None,
    seed: int,
    progress: Progress = False,
) -> SimulatePassageReport:
    """First passage by simulation, with or without jumps: exact steps at the jumps only, Brownian bridge between them, antithetic pairs
    and a closed-form control variate.

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    side : BarrierSide
        Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on dates, it is seen there only if it still is on the first of them.
    years : float
        Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    drift_per_year : float
        Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    jumps : JumpModel, or its word or mapping
        Jumps of the price; at most 500 expected until the horizon.
    measure : Measure
        Measure that drift and jumps are of.
    pairs : int
        Number of antithetic pairs of paths, 2 or more. [from 2 to 4294967295]
    dates : int, optional
        Number of equally spaced dates, the last at the horizon, by each of which the probability is reported: 1 to 2000, and at most 2^32 of all pairs together. Paths stop at them too: the probability of the horizon keeps its mean, and its error becomes somewhat greater. Absent: no probabilities by date. [from 0]
    seed : int
        Seed of the random numbers, 64 bits.
    progress : bool or callable, optional
        True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).

    Returns
    -------
    SimulatePassageReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.simulate_passage(spot=50000, barrier=45500, side="down", years=0.019178082191780823, drift_per_year=0, volatility=0.55, jumps={"kou": {"jumps_per_year": 20, "up_probability": 0.45, "up_rate": 30, "down_rate": 25}}, measure="risk_neutral", pairs=4096, dates=7, seed=20260531)
    >>> report.measure
    'risk_neutral'
    >>> report.pairs
    4096
    """
    return SimulatePassageJob(spot=spot, barrier=barrier, side=side, years=years, drift_per_year=drift_per_year, volatility=volatility, jumps=jumps, measure=measure, pairs=pairs, dates=dates, seed=seed).run(progress).report()


# Below, because the modules of a package name each other's types.
from ._measure import Measure
from ._pricing import BarrierSide, KouJumps, KouJumpsDict, MertonJumps, MertonJumpsDict
