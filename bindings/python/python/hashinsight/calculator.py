"""The mining calculator as an object: a project and an algorithm, and the questions that are asked of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from . import mining

__all__ = ["MiningCalculator"]


@dataclasses.dataclass(frozen=True)
class MiningCalculator:
    """Five questions about one project: the functions ``mining.calculate_*`` with project and algorithm kept.

    ``algorithm`` is ``"static"`` (the world stays as it is) or ``{"dynamic": {...}}`` (difficulty, price, fees and hashrate follow paths).
    """

    project: mining.MiningProject | Mapping[str, Any]
    algorithm: mining.Algorithm | Mapping[str, Any] | str = "static"

    def calculate_btc_mined(self, *, days: float) -> mining.BtcMinedReport:
        """Bitcoin that the project is expected to earn."""
        return mining.calculate_btc_mined(project=self.project, algorithm=self.algorithm, days=days)

    def calculate_daily_revenue(self, *, days: float) -> mining.DailyRevenueReport:
        """What hashing earns per day before costs."""
        return mining.calculate_daily_revenue(project=self.project, algorithm=self.algorithm, days=days)

    def calculate_profitability(self, *, days: float) -> mining.ProfitabilityReport:
        """What is left after power, hosting and maintenance."""
        return mining.calculate_profitability(project=self.project, algorithm=self.algorithm, days=days)

    def calculate_roi(
        self, *, steps: mining.ForecastSteps | Mapping[str, Any] | str, discount_rate_per_year: float
    ) -> mining.RoiReport:
        """Whether the machines earn back what they cost, when, and at which rate of return."""
        return mining.calculate_roi(
            project=self.project, algorithm=self.algorithm, steps=steps, discount_rate_per_year=discount_rate_per_year
        )

    def power_curtailment_analysis(self, **request: Any) -> mining.PowerCurtailmentReport:
        """When to switch off: ``mining.power_curtailment_analysis`` with this algorithm."""
        return mining.power_curtailment_analysis(algorithm=self.algorithm, **request)
