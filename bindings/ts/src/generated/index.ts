// Generated from the operation table by `cargo xtask gen`.

import { border } from "./border.js";
import { crm } from "./crm.js";
import { derivatives } from "./derivatives.js";
import { feeds } from "./feeds.js";
import { insurance } from "./insurance.js";
import { mining } from "./mining.js";
import { signals } from "./signals.js";
import { texts } from "./texts.js";
import { treasury } from "./treasury.js";

export type { market } from "./market.js";
export type { units } from "./units.js";
export { border, crm, derivatives, feeds, insurance, mining, signals, texts, treasury };

/** Every operation, by domain. */
export interface Operations {
  readonly border: border.Operations;
  readonly crm: crm.Operations;
  readonly derivatives: derivatives.Operations;
  readonly feeds: feeds.Operations;
  readonly insurance: insurance.Operations;
  readonly mining: mining.Operations;
  readonly signals: signals.Operations;
  readonly texts: texts.Operations;
  readonly treasury: treasury.Operations;
}

/** Every operation, by domain. */
export const domains: Operations = { border, crm, derivatives, feeds, insurance, mining, signals, texts, treasury };

/** Version of the library. */
export const version = "0.1.0";

/** Paths of all operations. */
export const operations: readonly string[] = [
  "border.echo",
  "border.echo_columns",
  "crm.lifecycle_table",
  "crm.change_state",
  "crm.points_score",
  "crm.predictive_score",
  "crm.win_probability",
  "crm.pipeline_forecast",
  "crm.accrue_commission",
  "crm.claw_back",
  "crm.role_table",
  "crm.check_access",
  "crm.append_event",
  "crm.verify_chain",
  "crm.inclusion_proof",
  "crm.check_inclusion",
  "crm.activity_report",
  "derivatives.liquidation",
  "derivatives.liquidation_batch",
  "derivatives.margin_account",
  "derivatives.vanilla",
  "derivatives.vanilla_batch",
  "derivatives.black76",
  "derivatives.implied_volatility",
  "derivatives.implied_volatility_batch",
  "derivatives.hit_probability",
  "derivatives.hit_probability_batch",
  "derivatives.discrete_hit_probability",
  "derivatives.touch",
  "derivatives.digital",
  "derivatives.digital_barrier",
  "derivatives.double_barrier",
  "derivatives.double_touch",
  "derivatives.barrier",
  "derivatives.barrier_batch",
  "derivatives.discrete_barrier",
  "derivatives.merton",
  "derivatives.kou",
  "derivatives.kou_passage",
  "derivatives.drawdown",
  "derivatives.default_leg",
  "derivatives.option_chain",
  "derivatives.realized_volatility",
  "derivatives.fit_jumps",
  "derivatives.simulate_passage",
  "feeds.request",
  "feeds.parse",
  "feeds.reconcile",
  "feeds.retain",
  "feeds.alert",
  "feeds.gaps",
  "feeds.daily",
  "feeds.freshness",
  "feeds.schedule",
  "insurance.premiums",
  "insurance.layers",
  "insurance.discretize",
  "insurance.aggregate_loss",
  "insurance.ruin",
  "insurance.credibility",
  "insurance.triangle",
  "insurance.reserve",
  "insurance.position_risk",
  "insurance.fit_risk_score",
  "insurance.risk_score",
  "mining.decode_nbits",
  "mining.retarget",
  "mining.permitted_transition",
  "mining.check_proof_of_work",
  "mining.subsidy",
  "mining.implied_hashrate",
  "mining.observed_hashrate",
  "mining.hashrate_interval",
  "mining.hashrate_from_shares",
  "mining.forecast_retarget",
  "mining.expected_reward",
  "mining.hashprice",
  "mining.realized_hashprice",
  "mining.solo_odds",
  "mining.profit",
  "mining.profit_batch",
  "mining.profit_heat_map",
  "mining.hashprice_batch",
  "mining.running_hashrate",
  "mining.solo_income",
  "mining.machines",
  "mining.fleet",
  "mining.site_capacity",
  "mining.fleet_batch",
  "mining.tariff_prices",
  "mining.bill",
  "mining.merit_order",
  "mining.plan_dispatch",
  "mining.power_curtailment_analysis",
  "mining.payout",
  "mining.share_value",
  "mining.payout_audit",
  "mining.forecast",
  "mining.forecast_simulation",
  "mining.net_present_value",
  "mining.internal_rate_of_return",
  "mining.depreciation",
  "mining.calculate_btc_mined",
  "mining.calculate_daily_revenue",
  "mining.calculate_profitability",
  "mining.calculate_roi",
  "signals.indicator_batch",
  "signals.indicator",
  "signals.regime",
  "signals.regime_filter",
  "signals.breakout",
  "signals.confluence",
  "signals.layers",
  "signals.miner_cycle",
  "signals.pattern",
  "signals.fit_regimes",
  "signals.sell_ladder",
  "signals.derivatives_pressure",
  "signals.microstructure",
  "signals.order_book",
  "signals.trade_costs",
  "signals.almgren_chriss",
  "signals.execution_plan",
  "signals.bandit_sizing",
  "signals.ensemble",
  "signals.reliability",
  "signals.evaluate",
  "signals.calibrate",
  "signals.walk_forward",
  "signals.forecast",
  "texts.catalogue",
  "treasury.ledger",
  "treasury.ledger_history",
  "treasury.roll_forward",
  "treasury.statement_events",
  "treasury.coverage",
  "treasury.net_to_gross",
  "treasury.runway",
  "treasury.loan",
  "treasury.decide",
  "treasury.floor",
  "treasury.reverse_stress",
  "treasury.basis",
  "treasury.funding",
  "treasury.covered_call",
  "treasury.collar",
  "treasury.performance",
  "treasury.drawdown_table",
  "treasury.monthly_returns",
  "treasury.rolling_performance",
  "treasury.sharpe_significance",
  "treasury.overfitting",
  "treasury.backtest",
  "treasury.backtest_sweep",
  "treasury.treasury_simulation",
  "treasury.stress_treasury",
];
