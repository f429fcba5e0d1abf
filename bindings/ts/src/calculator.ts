import { mining } from "./generated/mining.js";

type Operation = (typeof mining)[keyof typeof mining];
/** An operation as a question: project and algorithm are kept. */
type Question<Of extends Operation> = (request: Omit<Parameters<Of>[0], "project" | "algorithm">) => ReturnType<Of>;

/** Five questions about one project: operations of `mining` with project and algorithm kept. */
export class MiningCalculator {
  constructor(
    readonly project: mining.MiningProject,
    readonly algorithm: mining.Algorithm = "static",
  ) {}

  readonly calculateBtcMined: Question<typeof mining.calculateBtcMined> = (request) => mining.calculateBtcMined({ ...request, ...this.#kept() });
  readonly calculateDailyRevenue: Question<typeof mining.calculateDailyRevenue> = (request) =>
    mining.calculateDailyRevenue({ ...request, ...this.#kept() });
  readonly calculateProfitability: Question<typeof mining.calculateProfitability> = (request) =>
    mining.calculateProfitability({ ...request, ...this.#kept() });
  readonly calculateRoi: Question<typeof mining.calculateRoi> = (request) => mining.calculateRoi({ ...request, ...this.#kept() });
  readonly powerCurtailmentAnalysis: Question<typeof mining.powerCurtailmentAnalysis> = (request) =>
    mining.powerCurtailmentAnalysis({ ...request, algorithm: this.algorithm });

  #kept() {
    return { project: this.project, algorithm: this.algorithm };
  }
}
