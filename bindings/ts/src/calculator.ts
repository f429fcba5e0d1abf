import type {
  Algorithm,
  BtcMinedReport,
  DailyRevenueReport,
  Mining,
  MiningProject,
  PowerCurtailmentReport,
  PowerCurtailmentRequest,
  ProfitabilityReport,
  RoiReport,
  RoiRequest,
} from "./generated.js";

/** Five questions about one project: the functions `mining.calculate…` with project and algorithm kept. */
export class MiningCalculator {
  constructor(
    readonly mining: Mining,
    readonly project: MiningProject,
    readonly algorithm: Algorithm = "static",
  ) {}

  /** Bitcoin that the project is expected to earn. */
  calculateBtcMined(request: { days: number }): BtcMinedReport {
    return this.mining.calculateBtcMined({ ...request, ...this.#kept() });
  }

  /** What hashing earns per day before costs. */
  calculateDailyRevenue(request: { days: number }): DailyRevenueReport {
    return this.mining.calculateDailyRevenue({ ...request, ...this.#kept() });
  }

  /** What is left after power, hosting and maintenance. */
  calculateProfitability(request: { days: number }): ProfitabilityReport {
    return this.mining.calculateProfitability({ ...request, ...this.#kept() });
  }

  /** Whether the machines earn back what they cost, when, and at which rate of return. */
  calculateRoi(request: Omit<RoiRequest, "project" | "algorithm">): RoiReport {
    return this.mining.calculateRoi({ ...request, ...this.#kept() });
  }

  /** When to switch off: `mining.powerCurtailmentAnalysis` with this algorithm. */
  powerCurtailmentAnalysis(request: Omit<PowerCurtailmentRequest, "algorithm">): PowerCurtailmentReport {
    return this.mining.powerCurtailmentAnalysis({ ...request, algorithm: this.algorithm });
  }

  #kept() {
    return { project: this.project, algorithm: this.algorithm };
  }
}
