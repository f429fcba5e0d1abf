"""The mining calculator as an object: a project and an algorithm, and the questions that are asked of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import mining
from ._keywords import keywords

if TYPE_CHECKING:
    import datetime

    from ._documents import FrameLike

__all__ = ["MiningCalculator"]


@dataclasses.dataclass(frozen=True)
class MiningCalculator:
    """Five questions about one project: operations of ``mining`` with project and algorithm kept.

    ``algorithm`` is ``"static"`` (the world stays as it is) or ``{"dynamic": {...}}`` (difficulty, price, fees and hashrate follow paths).
    """

    project: mining.MiningProject | mining.MiningProjectDict
    algorithm: mining.AlgorithmLike = "static"

    @keywords(room="mining")
    def calculate_btc_mined(self, *, days: float) -> mining.BtcMinedReport:
        """``mining.calculate_btc_mined`` of the project."""
        return mining.calculate_btc_mined(project=self.project, algorithm=self.algorithm, days=days)

    @keywords(room="mining")
    def calculate_daily_revenue(self, *, days: float) -> mining.DailyRevenueReport:
        """``mining.calculate_daily_revenue`` of the project."""
        return mining.calculate_daily_revenue(project=self.project, algorithm=self.algorithm, days=days)

    @keywords(room="mining")
    def calculate_profitability(self, *, days: float) -> mining.ProfitabilityReport:
        """``mining.calculate_profitability`` of the project."""
        return mining.calculate_profitability(project=self.project, algorithm=self.algorithm, days=days)

    @keywords(room="mining")
    def calculate_roi(self, *, steps: mining.ForecastStepsLike, discount_rate_per_year: float) -> mining.RoiReport:
        """``mining.calculate_roi`` of the project."""
        return mining.calculate_roi(
            project=self.project, algorithm=self.algorithm, steps=steps, discount_rate_per_year=discount_rate_per_year
        )

    @keywords(room="mining")
    def power_curtailment_analysis(
        self,
        *,
        classes: Sequence[mining.DispatchClass | mining.DispatchClassDict] | FrameLike,
        tariff: mining.Tariff | mining.TariffDict,
        start_ms: datetime.datetime | int | str,
        hours: int,
        height: int,
        difficulty: float,
        btc_price_usd: float,
        fees_per_block_sat: float,
        pool_fee: float,
        cooling_overhead: float | None = None,
        power_limit_w: float | None = None,
        include_doubtful: bool | None = None,
    ) -> mining.PowerCurtailmentReport:
        """``mining.power_curtailment_analysis`` under the algorithm; its machines are the classes."""
        return mining.power_curtailment_analysis(
            classes=classes,
            tariff=tariff,
            start_ms=start_ms,
            hours=hours,
            height=height,
            difficulty=difficulty,
            btc_price_usd=btc_price_usd,
            fees_per_block_sat=fees_per_block_sat,
            pool_fee=pool_fee,
            algorithm=self.algorithm,
            cooling_overhead=cooling_overhead,
            power_limit_w=power_limit_w,
            include_doubtful=include_doubtful,
        )
