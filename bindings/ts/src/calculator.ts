import { mining } from "./generated/mining.js";

/** Five questions about one project: the functions `mining.calculate…` with project and algorithm kept. */
export class MiningCalculator {
  constructor(
    readonly project: mining.MiningProject,
    readonly algorithm: mining.Algorithm = "static",
  ) {}

  /** Bitcoin that the project is expected to earn. */
  calculateBtcMined(request: { days: number }): mining.BtcMinedReport {
    return mining.calculateBtcMined({ ...request, ...this.#kept() });
  }

  /** What hashing earns per day before costs. */
  calculateDailyRevenue(request: { days: number }): mining.DailyRevenueReport {
    return mining.calculateDailyRevenue({ ...request, ...this.#kept() });
  }

  /** What is left after power, hosting and maintenance. */
  calculateProfitability(request: { days: number }): mining.ProfitabilityReport {
    return mining.calculateProfitability({ ...request, ...this.#kept() });
  }

  /** Whether the machines earn back what they cost, when, and at which rate of return. */
  calculateRoi(request: Omit<mining.RoiRequest, "project" | "algorithm">): mining.RoiReport {
    return mining.calculateRoi({ ...request, ...this.#kept() });
  }

  /** When to switch off: `mining.powerCurtailmentAnalysis` with this algorithm. */
  powerCurtailmentAnalysis(request: Omit<mining.PowerCurtailmentRequest, "algorithm">): mining.PowerCurtailmentReport {
    return mining.powerCurtailmentAnalysis({ ...request, algorithm: this.algorithm });
  }

  #kept() {
    return { project: this.project, algorithm: this.algorithm };
  }
}
