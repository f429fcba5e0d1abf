// Generated from the operation table by `cargo xtask gen`.

import { type Columns, Job, type JobOptions, Stream, type Words, document, runColumns, runJob } from "../core.js";
import type { market } from "./market.js";
import type { units } from "./units.js";

/** Types of the domain. */
export declare namespace mining {
  /** Result of `decode_nbits`. */
  export interface DecodeNbitsReport {
    /** Compact target of the request. (answered as text) */
    readonly nbits: string | number;
    /** Target: the number that a block's hash must not exceed. */
    readonly target: string;
    /** Compact form of the target as consensus writes it; differs from `nbits` where that was not canonical. (answered as text) */
    readonly canonical_nbits: string | number;
    /** Difficulty by Bitcoin Core's mantissa division, to the last bit. */
    readonly difficulty: number;
    /**
     * Difficulty from the full target, `0xffff · 2^208 / target`; differs from `difficulty` where a small size cuts
     * mantissa digits off.
     */
    readonly target_difficulty: number;
    /** Work of one block, in whole hashes: `floor(2^256 / (target + 1))`, as it is added to the chainwork. */
    readonly work: string;
    /** Hashes that a block takes on average, `2^256 / (target + 1)`, to the nearest `f64` but one. */
    readonly expected_hashes: number;
  }

  /**
   * A bitcoin network.
   * - `mainnet`: The network whose coins are money.
   * - `testnet3`: Test network 3: a block more than 20 minutes after its predecessor may have difficulty 1.
   * - `testnet4`: Test network 4 (BIP94): the 20-minute rule, and a retarget that starts from the period's first block, whose difficulty is real.
   * - `signet`: Signed test network (BIP325), default challenge.
   * - `regtest`: Private test network: no retargeting, halving every 150 blocks.
   */
  export type Network =
    | "mainnet"
    | "testnet3"
    | "testnet4"
    | "signet"
    | "regtest";

  /** Result of `retarget`. */
  export interface RetargetReport {
    /** Compact target of the next period. (answered as text) */
    readonly next_nbits: string | number;
    /** Target of the next period. */
    readonly next_target: string;
    /** Difficulty of the next period, by Bitcoin Core's mantissa division. */
    readonly next_difficulty: number;
    /** Measured span of the period, in seconds; may be negative. */
    readonly actual_timespan_s: number;
    /** Span that the rule used, in seconds: 302,400 to 4,838,400. [from 0] */
    readonly clamped_timespan_s: number;
    /** Difficulty of the next period over that of the period that ends: old target / new target. */
    readonly difficulty_ratio: number;
    /** Whether the network retargets at all; where not, `next_nbits` is the old compact target. */
    readonly retargets: boolean;
  }

  /** Result of `permitted_transition`. */
  export interface PermittedTransitionReport {
    /** Whether the later block may follow the earlier one. */
    readonly permitted: boolean;
    /** Whether the height begins a period, where the target may change. */
    readonly begins_period: boolean;
  }

  /**
   * Whether a hash is proof of work, and if not, why.
   * - `valid`: The hash meets the target.
   * - `no_target`: `nBits` states no target: it is zero, negative or beyond 256 bits.
   * - `above_limit`: The target is easier than the network allows.
   * - `hash_above_target`: The hash exceeds the target.
   */
  export type ProofOfWork =
    | "valid"
    | "no_target"
    | "above_limit"
    | "hash_above_target";

  /** Result of `check_proof_of_work`. */
  export interface CheckProofOfWorkReport {
    /** Whether the hash is proof of work. */
    readonly valid: boolean;
    /** Verdict on the hash, with the reason where it is no proof of work. */
    readonly verdict: ProofOfWork;
  }

  /** Way to the next halving. */
  export interface NextHalving {
    /** Height of the first block of the next era. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Number of blocks from the block of the request to that block. [from 0] */
    readonly blocks: number;
    /** Time until that block at the given pace, in days of 86,400 s; `never` at a pace of zero. */
    readonly days: units.Outcome;
  }

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type NextHalvingOutcome =
    | { readonly value: NextHalving }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: units.OutcomeUndefined; readonly value?: undefined };

  /** Result of `subsidy`. */
  export interface SubsidyReport {
    /** New coins of the block, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Coins issued up to the block, itself and the genesis block included, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly cumulative_issuance_sat: number;
    /** Number of halvings up to the block. [from 0] */
    readonly era: number;
    /** Next halving; `never` once no subsidy is left to halve. */
    readonly next_halving: NextHalvingOutcome;
  }

  /** Result of `implied_hashrate`. */
  export interface ImpliedHashrateReport {
    /** Implied hashrate in TH/s by the customary approximation `D · 2^32 / spacing`. */
    readonly hashrate_ths: number;
    /** Implied hashrate in TH/s by `2^256 / (target + 1) / spacing`, exact but for rounding. */
    readonly exact_hashrate_ths: number;
  }

  /**
   * What is known of the network, exactly one of these.
   *
   * In JSON `{"difficulty": 1.3e14}`, `{"nbits": "0x170240c3"}`, `{"network_hashrate_ths": 9.3e8}` or
   * `{"hashprice_usd_per_phs_day": 49.1}`.
   * - `difficulty`: A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation.
   * - `nbits`: A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes.
   * - `network_hashrate_ths`: The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much.
   * - `hashprice_usd_per_phs_day`: A hashprice in USD/PH/day: a block takes as many hashes as earn its reward at that hashprice. Needs the reward of a block and the price of a bitcoin at which it was told.
   * - `hashprice_sat_per_phs_day`: A hashprice in satoshis/PH/day, at most 1e18. Needs the reward of a block.
   */
  export type NetworkBasis =
    | { readonly difficulty: number }
    | { readonly nbits: string | number }
    | { readonly network_hashrate_ths: number }
    | { readonly hashprice_usd_per_phs_day: number }
    | { readonly hashprice_sat_per_phs_day: number };

  /**
   * The name of a `NetworkBasis`, for reports.
   * - `difficulty`: A difficulty was given.
   * - `nbits`: A compact target was given.
   * - `network_hashrate`: A network hashrate was given.
   * - `hashprice`: A hashprice was given.
   */
  export type BasisName =
    | "difficulty"
    | "nbits"
    | "network_hashrate"
    | "hashprice";

  /** The network as a calculation used it. */
  export interface NetworkUsed {
    /** Basis of the figures: what was given. */
    readonly basis: BasisName;
    /**
     * Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate or a
     * hashprice.
     */
    readonly difficulty: number;
    /** Mean number of hashes that a block takes. */
    readonly hashes_per_block: number;
    /** Block spacing, in seconds, that ties the network's hashrate to the hashes per block. */
    readonly spacing_s: number;
    /** Hashrate of the network at that spacing, in TH/s. */
    readonly network_hashrate_ths: number;
  }

  /** Result of `expected_reward`. */
  export interface ExpectedRewardReport {
    /** Network as the calculation used it. */
    readonly network: NetworkUsed;
    /** Mean number of blocks found in the span. */
    readonly expected_blocks: number;
    /** Mean reward of the blocks in BTC, before the pool's fee. */
    readonly gross_btc: number;
    /** Fee of the pool, in BTC. */
    readonly pool_fee_btc: number;
    /** Mean reward after the pool's fee, in BTC: `gross_btc - pool_fee_btc`. */
    readonly expected_btc: number;
  }

  /** Result of `hashprice`. */
  export interface HashpriceReport {
    /** Network as the calculation used it. */
    readonly network: NetworkUsed;
    /** Hashprice in satoshis per PH/s per day. */
    readonly hashprice_sat_per_phs_day: number;
    /** Hashprice in US dollars per PH/s per day. */
    readonly hashprice_usd_per_phs_day: number;
  }

  /** Result of `realized_hashprice`. */
  export interface RealizedHashpriceReport {
    /** Realized hashprice in satoshis per PH/s of the day. */
    readonly hashprice_sat_per_phs_day: number;
    /** Realized hashprice in US dollars per PH/s of the day. */
    readonly hashprice_usd_per_phs_day: number;
    /** Fraction of the reward that was fees; undefined for a day without reward. */
    readonly fee_share: units.Outcome;
  }

  /**
   * The values of four inputs, each alone and all else as it is, at which `net_usd` is 0.
   *
   * `never`: no value of the input is good enough, it is always a loss. `unbounded`: no value is bad enough, it is
   * always a profit. `undefined`: it is exactly nothing at every value. Negative values appear only for the power price,
   * which can be negative.
   */
  export interface BreakEvens {
    /** Highest power price that still pays, in USD/kWh: `(revenue - hosting - maintenance) / energy`. */
    readonly power_price_usd_per_kwh: units.Outcome;
    /** Lowest bitcoin price that still pays, in USD: `(power + hosting + maintenance) / expected BTC`. */
    readonly btc_price_usd: units.Outcome;
    /**
     * Lowest hashprice that still pays, in USD/PH/day, before the pool's fee as markets quote it:
     * `hashprice · (power + hosting + maintenance) / revenue`, taken at the machine's own hours.
     */
    readonly hashprice_usd_per_phs_day: units.Outcome;
    /** Highest difficulty that still pays: `difficulty · revenue / (power + hosting + maintenance)`. */
    readonly difficulty: units.Outcome;
  }

  /** What one bitcoin costs to produce, in USD. `never` where nothing is mined: no money makes one. */
  export interface CostOfBitcoin {
    /** Direct cost of a bitcoin, in USD: power and hosting over the BTC received after the pool's fee. Below this price it is better to switch off. */
    readonly direct_usd: units.Outcome;
    /** Cash cost of a bitcoin, in USD: direct cost and maintenance. Below this price cash runs out. */
    readonly cash_usd: units.Outcome;
    /**
     * All-in cost of a bitcoin, in USD: cash cost and straight-line depreciation of the machine. Below this price the machine does not earn itself back.
     * `undefined` without a machine price.
     */
    readonly all_in_usd: units.Outcome;
  }

  /**
   * Result of `profit`.
   *
   * `gross_revenue_usd - pool_fee_usd = revenue_usd` and `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd =
   * net_usd`, exactly when evaluated from left to right.
   */
  export interface ProfitReport {
    /** Network as the calculation used it. */
    readonly network: NetworkUsed;
    /** Mean reward in BTC, before the pool's fee. */
    readonly gross_btc: number;
    /** Mean reward in BTC, after the pool's fee. */
    readonly expected_btc: number;
    /** Revenue before the pool's fee, in USD: the value of `gross_btc`. */
    readonly gross_revenue_usd: number;
    /** Fee of the pool, in USD. */
    readonly pool_fee_usd: number;
    /** Revenue after the pool's fee, in USD. */
    readonly revenue_usd: number;
    /** Cost of power, in USD: energy times power price; negative where the price is. */
    readonly power_cost_usd: number;
    /** Cost of hosting, in USD: energy times hosting fee; 0 without a host. */
    readonly hosting_usd: number;
    /** Upkeep over the span, in USD. */
    readonly maintenance_usd: number;
    /** Profit in USD: revenue less power, hosting and maintenance. */
    readonly net_usd: number;
    /** Energy used, in kWh. */
    readonly energy_kwh: number;
    /** Straight-line depreciation over the span, in USD; not part of `net_usd`. */
    readonly depreciation_usd: units.Outcome;
    /** Efficiency, power over hashrate, in J/TH; undefined without hashrate. */
    readonly efficiency_j_per_th: units.Outcome;
    /** Hashprice at this difficulty and price, in USD/PH/day, before the pool's fee. */
    readonly hashprice_usd_per_phs_day: number;
    /** Break-evens: where profit turns into loss. */
    readonly break_even: BreakEvens;
    /** Cost of producing one bitcoin. */
    readonly cost_of_bitcoin: CostOfBitcoin;
  }

  /** Inputs of `profit`. */
  export interface ProfitRequest {
    /** Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: number;
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
    /** Fraction of the reward that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
    readonly power_price_usd_per_kwh: number;
    /** Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
    readonly hosting_fee_usd_per_kwh?: number | undefined;
    /** Upkeep in USD per day, running or not. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly maintenance_usd_per_day?: number | undefined;
    /** Fraction of the time in which machines that are switched on run. Absent: all of it. [from 0.0 to 1.0] */
    readonly uptime?: number | undefined;
    /** Span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly days: number;
    /** Price of the machine, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only. [USD, from 0.0 to 1000000000000000.0] */
    readonly machine_price_usd?: number | undefined;
    /** Useful life in days, over which the machine is written off in equal parts. Goes with `machine_price_usd`. [d, above 0.0 to 1000000.0] */
    readonly useful_life_days?: number | undefined;
  }

  /**
   * Result of `profit_heat_map`. Cells stand in one list: the power price varies fastest, then the difficulty, then
   * the bitcoin price, so that cell `(i, j, k)` stands at `(i · factors + j) · power prices + k`.
   */
  export interface HeatMapReport {
    /** Lengths of the three axes: bitcoin prices, difficulty factors, power prices. */
    readonly shape: readonly (number)[];
    /** Prices of one bitcoin, in USD: the first axis. */
    readonly btc_prices_usd: readonly (number)[];
    /** Factors of difficulty: the second axis. */
    readonly difficulty_factors: readonly (number)[];
    /** Power prices in USD/kWh: the third axis. */
    readonly power_prices_usd_per_kwh: readonly (number)[];
    /** Difficulties of the factors. */
    readonly difficulty: readonly (number)[];
    /** Revenue after the pool's fee, in USD. */
    readonly revenue_usd: readonly (number)[];
    /** Revenue less power, hosting and maintenance, in USD. */
    readonly net_usd: readonly (number)[];
  }

  /** Blocks of one difficulty; of their mean difficulty where it changed. */
  export interface ObservedWorkBlocks {
    /** Number of blocks. [from 0] */
    readonly blocks: number;
    /** Mean difficulty of the blocks. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
  }

  /** The chainwork before the first block and after the last, as nodes report it. */
  export interface ObservedWorkChainwork {
    /** Chainwork up to the first block of the span, as hex digits. */
    readonly start: string;
    /** Chainwork up to the last block of the span, as hex digits. */
    readonly end: string;
  }

  /**
   * What the blocks of a span amount to.
   * - `blocks`: Blocks of one difficulty; of their mean difficulty where it changed.
   * - `chainwork`: The chainwork before the first block and after the last, as nodes report it.
   */
  export type ObservedWork =
    | { readonly blocks: ObservedWorkBlocks }
    | { readonly chainwork: ObservedWorkChainwork };

  /** Result of `observed_hashrate`. */
  export interface ObservedHashrateReport {
    /** Work in hashes. */
    readonly hashes: number;
    /** Mean hashrate of the span, in TH/s. */
    readonly hashrate_ths: number;
  }

  /**
   * What was fixed beforehand when blocks and time were counted.
   * - `fixed_time`: The time: blocks were counted in it, whatever they came to.
   * - `fixed_blocks`: The number of blocks: the time is what they took.
   */
  export type Sampling =
    | "fixed_time"
    | "fixed_blocks";

  /** Result of `hashrate_interval`. */
  export interface HashrateIntervalReport {
    /** Hashrate that the blocks show, in TH/s. */
    readonly hashrate_ths: number;
    /**
     * Hashrate without bias, in TH/s: `n - 1` over the time of a fixed number of blocks, `n` over a fixed time;
     * undefined for a fixed single block.
     */
    readonly unbiased_ths: units.Outcome;
    /** Lower end of the hashrate's interval, in TH/s. */
    readonly lower_ths: number;
    /** Upper end of the hashrate's interval, in TH/s. */
    readonly upper_ths: number;
    /** Lower end of the interval for the expected number of blocks. */
    readonly lower_blocks: number;
    /** Upper end of the interval for the expected number of blocks. */
    readonly upper_blocks: number;
  }

  /** A part of the span, at one difficulty. */
  export interface DifficultySpan {
    /** Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Length of the part in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Result of `mean_difficulty`. */
  export interface MeanDifficultyReport {
    /** Harmonic mean of the difficulty by time. */
    readonly difficulty: number;
    /** Length of all parts in days. */
    readonly days: number;
  }

  /** Result of `hashrate_from_shares`. */
  export interface HashrateFromSharesReport {
    /** Estimated hashrate, in TH/s. */
    readonly hashrate_ths: number;
    /** Standard error of the hashrate as a fraction of it, `1 / sqrt(shares)`; undefined without shares. */
    readonly relative_standard_error: units.Outcome;
  }

  /** The end of the previous period, for `Estimator::MempoolWindow`. */
  export interface PreviousPeriod {
    /** Header time of the block 503 below the tip, in Unix seconds. [from 0] */
    readonly window_start_s: number;
    /** Change of difficulty at the last retarget, as a fraction: 0.006 for +0.6 %. From -0.75 to 3. */
    readonly change: number;
  }

  /**
   * The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known,
   * blended with the end of the previous period into a window of 504 blocks, where that is given.
   */
  export interface EstimatorMempoolWindow {
    /** End of the previous period. Absent: no blending. */
    readonly previous?: PreviousPeriod | undefined;
  }

  /** As `elapsed`, with the band of the gamma posterior. */
  export interface EstimatorGammaPosterior {
    /** Confidence of the band, above 0 and below 1. [from 0.0 to 1.0] */
    readonly confidence: number;
  }

  /**
   * How the change is estimated.
   * - `elapsed`: The pace so far goes on: `1_209_600 · n / (2015 · elapsed) - 1`.
   * - `mempool_window`: The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known, blended with the end of the previous period into a window of 504 blocks, where that is given.
   * - `gamma_posterior`: As `elapsed`, with the band of the gamma posterior.
   */
  export type Estimator =
    | "elapsed"
    | { readonly mempool_window: EstimatorMempoolWindow }
    | { readonly gamma_posterior: EstimatorGammaPosterior };

  /** Band in which the change of difficulty lies with the given confidence. */
  export interface Band {
    /** Lower end of the change of difficulty, as a fraction. */
    readonly lower: number;
    /** Upper end of the change of difficulty, as a fraction. */
    readonly upper: number;
  }

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type BandOutcome =
    | { readonly value: Band }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: units.OutcomeUndefined; readonly value?: undefined };

  /** The tip is the period's last block: consensus has decided. */
  export interface OutlookSettled {
    /** Compact target of the next period. (answered as text) */
    readonly next_nbits: string | number;
  }

  /**
   * Whether the next target is known.
   * - `estimated`: Blocks of the period are missing: the change is an estimate.
   * - `settled`: The tip is the period's last block: consensus has decided.
   */
  export type Outlook =
    | "estimated"
    | { readonly settled: OutlookSettled };

  /** Result of `forecast_retarget`. */
  export interface ForecastRetargetReport {
    /** Change of difficulty at the next retarget, as a fraction, -0.75 to 3; before compact rounding. */
    readonly change: number;
    /** Band of the change at the estimator's confidence; undefined for an estimator without one. */
    readonly band: BandOutcome;
    /** Whether the next target is known. */
    readonly outlook: Outlook;
    /** Difficulty of the current retarget period. */
    readonly difficulty: number;
    /** Difficulty of the next period: estimated, or that of consensus once settled. */
    readonly next_difficulty: number;
    /** Height of the next period's first block. [blocks, from 0 to 4294967295] */
    readonly next_retarget_height: number;
    /** Number of block intervals of the period seen so far. [from 0] */
    readonly intervals: number;
    /** Number of blocks until the next period begins, its first one included. [from 0] */
    readonly remaining_blocks: number;
    /** Fraction of the period that has passed: `intervals / 2016`. */
    readonly progress: number;
    /** Number of blocks that the time since the period began would hold at 600 s each. */
    readonly expected_blocks: number;
    /** Mean block interval of the period so far, in whole milliseconds, rounded down. */
    readonly mean_interval_ms: number;
    /** Time until the next period begins at that pace, in milliseconds. */
    readonly remaining_ms: number;
    /** Time at which the next period begins at that pace, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly retarget_time_ms: number;
    /** Time since the tip's header, in milliseconds; negative where the header is ahead of the present. */
    readonly tip_age_ms: number;
    /**
     * Whether the present lies from two hours before to a day after the tip's header. If not, the tip is not the
     * latest block, or the present is not the present, and the estimate is of neither.
     */
    readonly tip_is_recent: boolean;
    /**
     * Correction of the time of the next block, in milliseconds. On networks with 20-minute blocks it is minus the time
     * since the last block (at most 20 minutes) once that and a mean interval exceed 20 minutes: the next block is due
     * earlier than the pace says. Otherwise 0.
     */
    readonly time_offset_ms: number;
  }

  /**
   * How long a solo miner tries.
   * - `days`: A span of time, in days of 86,400 s, at constant difficulty.
   * - `blocks`: A number of blocks of the network, each found by the miner with the probability of its share of the network's hashrate.
   */
  export type SoloHorizon =
    | { readonly days: number }
    | { readonly blocks: number };

  /** Result of `solo_odds`. */
  export interface SoloOddsReport {
    /** Network as the calculation used it. */
    readonly network: NetworkUsed;
    /** Mean number of blocks found within the horizon. */
    readonly expected_blocks: number;
    /** Probability of at least one block within the horizon. */
    readonly at_least_one: number;
    /** Mean wait for a block, in days; `never` without hashrate. */
    readonly mean_wait_days: units.Outcome;
    /** Wait that half of all miners exceed, in days: ln 2 times the mean. */
    readonly median_wait_days: units.Outcome;
    /** Levels of `wait_days`, as asked. */
    readonly quantiles: readonly (number)[];
    /** Wait for each of `quantiles`, in days: the wait that is not exceeded with that probability; `unbounded` for 1. */
    readonly wait_days: readonly (units.Outcome)[];
  }

  /** Result of `SoloIncome`. All figures are of the simulated paths. */
  export interface SoloIncomeReport {
    /** Number of simulated paths. [from 0] */
    readonly paths: number;
    /** Mean income in satoshis. */
    readonly mean_sat: number;
    /** Standard deviation of the income in satoshis (divisor: paths - 1). */
    readonly standard_deviation_sat: number;
    /** Standard error of the mean income, in satoshis: standard deviation over the root of the number of paths. */
    readonly standard_error_sat: number;
    /** Fraction of simulated paths without any income. */
    readonly zero_income_fraction: number;
    /** Mean number of blocks found. */
    readonly mean_blocks: number;
    /** Levels of `income_sat`, as asked. */
    readonly quantiles: readonly (number)[];
    /** Income for each of `quantiles`, in whole satoshis: the least that at least that part of the paths does not exceed. */
    readonly income_sat: readonly (number)[];
  }

  /**
   * Cooling of a machine.
   * - `air`: By fans.
   * - `hydro`: By water.
   * - `immersion`: In a bath of oil.
   */
  export type Cooling =
    | "air"
    | "hydro"
    | "immersion";

  /** One model of the catalog. */
  export interface AsicModel {
    /** Name of the model, with the hashrate in brackets where a name is sold in several ratings. */
    readonly model: string;
    /** Maker of the model. */
    readonly manufacturer: string;
    /** Nominal hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Nominal power in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: number;
    /** Power over hashrate, in J/TH. [J/TH, above 0.0 to 1000000000000000.0] */
    readonly efficiency_j_per_th: number;
    /** Month of release, `YYYY-MM`, where a source gives one. */
    readonly release?: string;
    /** Cooling of the model. */
    readonly cooling: Cooling;
    /** Sources of the figures, separated by semicolons. */
    readonly sources: string;
    /** Note on what the sources do not agree on; empty where they agree. */
    readonly note: string;
    /** Whether the sources contradict each other so much that the model is used only when asked for. */
    readonly doubtful: boolean;
  }

  /** Result of `machines`. */
  export interface MachinesReport {
    /** Models in the order of the catalog: by maker, newest first. */
    readonly machines: readonly (AsicModel)[];
  }

  /** What a machine hashes and draws; also several machines together, or a site. */
  export interface MachineSpec {
    /** Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: number;
  }

  /**
   * A machine: by the name of its model, or by figures of one's own.
   *
   * In JSON `{"model": "Antminer S21"}` or `{"spec": {"hashrate_ths": 200, "power_w": 3500}}`.
   * - `model`: A model of the catalog, see `find_machine`.
   * - `spec`: Hashrate and power as measured or tuned.
   */
  export type Machine =
    | { readonly model: string }
    | { readonly spec: MachineSpec };

  /** Machines of one kind and age. */
  export interface FleetGroup {
    /** Number of machines. [from 0] */
    readonly count: number;
    /** Machine of the group: model or own figures. */
    readonly machine: Machine;
    /** Age of the machines, in days of running. Goes with `decay_per_month`. [d, above 0.0 to 1000000.0] */
    readonly age_days?: number | undefined;
    /** Fraction of its hashrate that a machine loses each month. Goes with `age_days`. [from 0.0 to 1.0] */
    readonly decay_per_month?: number | undefined;
  }

  /** One group of a `FleetReport`. */
  export interface FleetGroupReport {
    /** Number of machines of the group. [from 0] */
    readonly count: number;
    /** Hashrate of one machine, after decay, in TH/s. */
    readonly hashrate_ths_each: number;
    /** Power of one machine at its plug, in watts. */
    readonly power_w_each: number;
    /** Hashrate of the group while running, in TH/s. */
    readonly hashrate_ths: number;
    /** Power of the group at the meter while running, in watts. */
    readonly meter_power_w: number;
    /** Efficiency, power at the meter over hashrate, in J/TH; undefined without hashrate. */
    readonly efficiency_j_per_th: units.Outcome;
  }

  /** Result of `fleet`. */
  export interface FleetReport {
    /** Number of machines of the fleet. [from 0] */
    readonly machines: number;
    /** Hashrate of the fleet while all machines run, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Power of the machines at their plugs while all run, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly machine_power_w: number;
    /** Power of the fleet at the meter while all machines run, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly meter_power_w: number;
    /** Mean hashrate at the given uptime, in TH/s. */
    readonly average_hashrate_ths: number;
    /** Mean power at the meter at the given uptime, in watts. */
    readonly average_meter_power_w: number;
    /** Efficiency, power at the meter over hashrate, in J/TH; undefined without hashrate. */
    readonly efficiency_j_per_th: units.Outcome;
    /** Figures of the groups, in the order of the request. */
    readonly groups: readonly (FleetGroupReport)[];
  }

  /** Result of `site_capacity`. */
  export interface SiteCapacityReport {
    /** Number of machines that fit; 0 where the site cannot feed one. [from 0] */
    readonly machines: number;
    /** Hashrate of the machines, in TH/s. */
    readonly hashrate_ths: number;
    /** Power of the machines at the meter, in watts. */
    readonly used_power_w: number;
    /** Power of the site that is left, in watts. */
    readonly spare_power_w: number;
  }

  /**
   * A day of the week.
   * - `monday`: Monday.
   * - `tuesday`: Tuesday.
   * - `wednesday`: Wednesday.
   * - `thursday`: Thursday.
   * - `friday`: Friday.
   * - `saturday`: Saturday.
   * - `sunday`: Sunday.
   */
  export type Weekday =
    | "monday"
    | "tuesday"
    | "wednesday"
    | "thursday"
    | "friday"
    | "saturday"
    | "sunday";

  /**
   * Days on which a window begins. A holiday counts as a Sunday.
   * - `weekdays`: Monday to Friday, but for holidays.
   * - `weekends`: Saturday and Sunday, and holidays.
   * - `holidays`: Holidays of the tariff alone.
   * - `on`: Days of the week that are listed; holidays are Sundays.
   */
  export type DayKind =
    | "weekdays"
    | "weekends"
    | "holidays"
    | { readonly on: readonly (Weekday)[] };

  /** A part of every year, by date. */
  export interface Season {
    /** Month of the first day, 1 to 12. [from 0 to 255] */
    readonly from_month: number;
    /** First day of the season in that month, 1 to 31. [from 0 to 255] */
    readonly from_day: number;
    /** Month of the last day, 1 to 12; before `from_month` in the next year. [from 0 to 255] */
    readonly to_month: number;
    /** Last day of the season in that month, 1 to 31; it belongs to the season. [from 0 to 255] */
    readonly to_day: number;
  }

  /** A window of the day with its price. It begins on the days and in the months named, and may end after midnight. */
  export interface TimeOfUseWindow {
    /** Hour of the beginning, 0 to 23. [from 0 to 255] */
    readonly from_hour: number;
    /**
     * Hour of the end, 1 to 24, or 0 with minutes; at or before the beginning on the next day: 22 to 6 is the night, 6
     * to 6 a whole day. [from 0 to 255]
     */
    readonly to_hour: number;
    /** Minute of the beginning, 0 to 59. Absent: 0. [from 0 to 255] */
    readonly from_minute?: number | undefined;
    /** Minute of the end, 0 to 59. Absent: 0. [from 0 to 255] */
    readonly to_minute?: number | undefined;
    /** Days on which the window begins. Absent: every day. */
    readonly days?: DayKind | undefined;
    /** Months, 1 to 12, in which the window begins. Absent: every month. */
    readonly months?: BigInt64Array | Float64Array | readonly (number | bigint)[] | undefined;
    /** Part of the year in which the window begins. Absent: all of it. */
    readonly season?: Season | undefined;
    /** Price within the window, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
    readonly price_usd_per_kwh: number;
  }

  /** Windows of the day, and the price outside of them. */
  export interface TimeOfUse {
    /** Windows of the day; where several hold, the first decides. */
    readonly windows: readonly (TimeOfUseWindow)[];
    /** Price outside all windows, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
    readonly otherwise_usd_per_kwh: number;
  }

  /** A price for every hour of a span. */
  export interface HourlySeries {
    /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Prices in USD/kWh, one per hour. */
    readonly usd_per_kwh: Float64Array | readonly (number)[];
  }

  /**
   * Price of a kWh.
   * - `flat_usd_per_kwh`: One price for every hour, in USD/kWh.
   * - `time_of_use`: Prices by windows of the day.
   * - `daily_usd_per_kwh`: 24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock.
   * - `hourly`: A price for every hour of a span, such as a market's settlement prices.
   * - `series`: A price for every 5, 15, 30 or 60 minutes of a span.
   */
  export type EnergyRates =
    | { readonly flat_usd_per_kwh: number }
    | { readonly time_of_use: TimeOfUse }
    | { readonly daily_usd_per_kwh: Float64Array | readonly (number)[] }
    | { readonly hourly: HourlySeries }
    | { readonly series: market.PowerPrices };

  /**
   * Rule by which clocks are an hour ahead in summer.
   * - `united_states`: From the second Sunday of March, 02:00 standard time, to the first Sunday of November, 02:00 daylight time.
   * - `european_union`: From the last Sunday of March to the last Sunday of October, 01:00 UTC.
   */
  export type DaylightSaving =
    | "united_states"
    | "european_union";

  /** A change of a clock's offset from UTC. */
  export interface OffsetChange {
    /** Instant of the change, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Offset from then on, in minutes east of UTC. [min, from -1080 to 1080] */
    readonly utc_offset_min: number;
  }

  /**
   * A wall clock.
   *
   * Of any time zone by its name, with the database of the caller's choice:
   *
   * By hand, and by the two rules that need no list:
   */
  export interface Clock {
    /** Standard time, or the offset before the first of `changes`, in minutes east of UTC: -360 in Texas. [min, from -1080 to 1080] */
    readonly utc_offset_min: number;
    /**
     * Rule by which the clock is an hour ahead of standard time in summer. Absent: it never is. Not together with
     * `changes`.
     */
    readonly daylight_saving?: DaylightSaving | undefined;
    /**
     * Changes of the offset, oldest first, as a time zone database has them. Absent: there are none but those of
     * `daylight_saving`.
     */
    readonly changes?: readonly (OffsetChange)[] | undefined;
  }

  /** A block of power bought ahead for every hour, used or not. */
  export interface ContractBlock {
    /** Power of the block, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: number;
    /** Price of the block's energy in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
    readonly price_usd_per_kwh: number;
  }

  /** A window of the day, such as the hours that make a demand charge. */
  export interface BillingWindow {
    /** Hour of the beginning, 0 to 23. [from 0 to 255] */
    readonly from_hour: number;
    /**
     * Hour of the end, 1 to 24, or 0 with minutes; at or before the beginning on the next day: 22 to 6 is the night, 6
     * to 6 a whole day. [from 0 to 255]
     */
    readonly to_hour: number;
    /** Minute of the beginning, 0 to 59. Absent: 0. [from 0 to 255] */
    readonly from_minute?: number | undefined;
    /** Minute of the end, 0 to 59. Absent: 0. [from 0 to 255] */
    readonly to_minute?: number | undefined;
    /** Days on which the window begins. Absent: every day. */
    readonly days?: DayKind | undefined;
    /** Months, 1 to 12, in which the window begins. Absent: every month. */
    readonly months?: BigInt64Array | Float64Array | readonly (number | bigint)[] | undefined;
    /** Part of the year in which the window begins. Absent: all of it. */
    readonly season?: Season | undefined;
  }

  /** A ratchet: a month is billed for at least a fraction of the highest peak of the months before it. */
  export interface DemandRatchet {
    /** Fraction of the earlier peak that is billed at least: 0.8 for 80 %. [from 0.0 to 1.0] */
    readonly fraction: number;
    /** Number of months before a month that are looked at, 1 to 24; 11 make a year with the month itself. [from 0] */
    readonly months: number;
    /** Calendar months, 1 to 12, whose peaks count. Absent: all. */
    readonly in_months?: BigInt64Array | Float64Array | readonly (number | bigint)[] | undefined;
    /** Peaks of the months before the span, in watts, the latest last. Absent: there were none. */
    readonly earlier_peaks_w?: Float64Array | readonly (number)[] | undefined;
  }

  /** A demand charge: for each kW of the highest mean load of a settlement interval in the month. */
  export interface DemandCharge {
    /** Rate of the charge in USD per kW and calendar month. [USD, from 0.0 to 1000000000000000.0] */
    readonly usd_per_kw_month: number;
    /** Windows of the day whose settlement intervals count, those that begin within. Absent: all intervals. */
    readonly windows?: readonly (BillingWindow)[] | undefined;
    /**
     * Highest load that counted in the first month before the span began, in watts. Absent: 0, the month begins with
     * the span. [W, from 0.0 to 1000000000000000.0]
     */
    readonly peak_so_far_w?: number | undefined;
    /** Floor of the billed demand by the peaks of earlier months. Absent: each month stands alone. */
    readonly ratchet?: DemandRatchet | undefined;
  }

  /** A charge for the load in one interval, such as that of a grid's highest load. */
  export interface CoincidentPeak {
    /** Instant within the settlement interval that counts, in Unix milliseconds. Outside the span nothing is charged. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Charge for each kW of the interval's mean load, in USD. [USD, from 0.0 to 1000000000000000.0] */
    readonly usd_per_kw: number;
    /** Probability that the interval counts; what is charged is the expectation. Absent: 1, it is known to count. [from 0.0 to 1.0] */
    readonly probability?: number | undefined;
  }

  /** A block of the month's use, with its charge on top of the price of energy. */
  export interface EnergyTier {
    /**
     * End of the block in kWh of the calendar month, above that of the block before. Absent, in the last block only: it
     * has no end.
     */
    readonly up_to_kwh?: number | undefined;
    /** Charge of a kWh in the block, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
    readonly usd_per_kwh: number;
  }

  /** A block of the month's use per kW of its demand. */
  export interface HoursUseBlock {
    /**
     * End of the block in kWh per kW of the month's demand, above that of the block before. Absent, in the last block
     * only: it has no end.
     */
    readonly up_to_kwh_per_kw?: number | undefined;
    /** Charge of a kWh in the block, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
    readonly usd_per_kwh: number;
  }

  /** Charges per kWh by hours of use of the month's demand, on top of the price of energy. */
  export interface HoursUse {
    /** Blocks of use per kW of demand, one after the other, at most 100. */
    readonly blocks: readonly (HoursUseBlock)[];
    /**
     * Place of the demand charge in the tariff whose billed demand counts, from 0, as a bill numbers them. Absent: the
     * month's highest mean load of a settlement interval within the span. [from 0]
     */
    readonly charge?: number | undefined;
  }

  /** A tariff: rates per kWh, and what comes on top. */
  export interface Tariff {
    /** Price of a kWh at each moment. */
    readonly energy: EnergyRates;
    /** Wall clock of windows, daily rates and billing months. Absent: UTC. */
    readonly clock?: Clock | undefined;
    /**
     * Demand charge for each kW of a calendar month's highest load, in USD per kW-month: the plainest of `demand`.
     * Absent: there is none besides those. [USD, from 0.0 to 1000000000000000.0]
     */
    readonly demand_charge_usd_per_kw_month?: number | undefined;
    /** Block of power bought ahead, settled at the price of each interval. Absent: nothing was bought ahead. */
    readonly contract?: ContractBlock | undefined;
    /** Settlement interval in minutes, in which energy is metered and billed: 5, 15, 30 or 60. Absent: 60. [from 0] */
    readonly settlement_minutes?: number | undefined;
    /** Holidays by local date: days that count as Sundays. Absent: there are none. */
    readonly holidays?: readonly (string)[] | undefined;
    /** Demand charges, at most 16, each for itself. Absent: there are none. */
    readonly demand?: readonly (DemandCharge)[] | undefined;
    /** Charges for the load in single intervals. Absent: there are none. */
    readonly coincident_peaks?: readonly (CoincidentPeak)[] | undefined;
    /** Charges per kWh by blocks of the calendar month's use, on top of `energy`. Absent: there are none. */
    readonly tiers?: readonly (EnergyTier)[] | undefined;
    /** Charges per kWh by hours of use of the month's demand (kWh/kW), on top of `energy`. Absent: there are none. */
    readonly hours_use?: HoursUse | undefined;
    /** Energy used in the first month before the span began, in kWh: where its blocks stand. Absent: 0. */
    readonly energy_so_far_kwh?: number | undefined;
    /** Fixed charge in USD for each calendar month that the span touches. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly fixed_usd_per_month?: number | undefined;
    /** Least that a calendar month is billed, in USD, all charges together. Absent: there is no least. [USD, from 0.0 to 1000000000000000.0] */
    readonly minimum_usd_per_month?: number | undefined;
  }

  /** Result of `tariff_prices`, one row per settlement interval. */
  export interface TariffPricesReport {
    /** Beginning of each interval, in Unix milliseconds. */
    readonly time_ms: readonly (number)[];
    /** Price of each interval, in USD/kWh: the mean where it changes within. */
    readonly usd_per_kwh: readonly (number)[];
    /** Hour that the tariff's wall clock shows at the beginning of each interval, 0 to 23. */
    readonly local_hour: readonly (number)[];
  }

  /** Columns of a `Bill`, one row per calendar month of the tariff's clock. */
  export interface BilledMonths {
    /** Calendar month, `YYYY-MM`. */
    readonly month: readonly (string)[];
    /** Energy used, in kWh. */
    readonly energy_kwh: readonly (number)[];
    /** Energy used at the price of its interval, in USD. */
    readonly energy_usd: readonly (number)[];
    /** Cost of the contract block above the price of its intervals, in USD. */
    readonly contract_usd: readonly (number)[];
    /** Highest mean load of an interval, in kW. */
    readonly peak_kw: readonly (number)[];
    /** Demand charges, in USD. */
    readonly demand_usd: readonly (number)[];
    /** Charges by blocks of the month's use, in USD. */
    readonly tier_usd: readonly (number)[];
    /** Charges for the load in coincident peaks, in USD. */
    readonly coincident_usd: readonly (number)[];
    /** Fixed charge, in USD. */
    readonly fixed_usd: readonly (number)[];
    /** Amount that the month is billed up to the minimum, in USD. */
    readonly minimum_usd: readonly (number)[];
  }

  /** Columns of a `Bill`, one row per demand charge and calendar month. */
  export interface BilledDemand {
    /** Place of the charge in the tariff, from 0; where `demand_charge_usd_per_kw_month` is given, it is the first. */
    readonly charge: readonly (number)[];
    /** Calendar month, `YYYY-MM`. */
    readonly month: readonly (string)[];
    /** Highest mean load of an interval that counts, in kW, that before the span included. */
    readonly peak_kw: readonly (number)[];
    /** Demand that is billed, in kW: the peak, or the floor that a ratchet sets. */
    readonly billed_kw: readonly (number)[];
    /** Demand charge, in USD. */
    readonly usd: readonly (number)[];
  }

  /**
   * Result of `bill`. `energy_usd + contract_usd + demand_usd + tier_usd + coincident_usd + fixed_usd + minimum_usd =
   * total_usd`, exactly when evaluated from left to right.
   */
  export interface Bill {
    /** Energy used, in kWh. */
    readonly energy_kwh: number;
    /** Energy used at the price of its interval, in USD. */
    readonly energy_usd: number;
    /**
     * Cost of the contract block above the price of its intervals, in USD; negative where it was a bargain, 0 without a
     * block.
     */
    readonly contract_usd: number;
    /** Demand charges, in USD. */
    readonly demand_usd: number;
    /** Charges by blocks of the month's use, in USD. */
    readonly tier_usd: number;
    /** Charges for the load in coincident peaks, in USD. */
    readonly coincident_usd: number;
    /** Fixed charges, in USD. */
    readonly fixed_usd: number;
    /** Amount that months are billed up to the minimum, in USD. */
    readonly minimum_usd: number;
    /** Amount to be paid, in USD. */
    readonly total_usd: number;
    /** Bill by calendar months. */
    readonly months: BilledMonths;
    /** Demand charges one by one. */
    readonly demand: BilledDemand;
  }

  /**
   * Unit of prices in a file.
   * - `usd_per_kwh`: US dollars per kilowatt-hour.
   * - `usd_per_mwh`: US dollars per megawatt-hour.
   */
  export type PriceUnit =
    | "usd_per_kwh"
    | "usd_per_mwh";

  /**
   * State of machines before the first hour.
   * - `on_hours`: The class has been running for this number of hours, 1 or more.
   * - `off_hours`: The class has been at rest for this number of hours, 1 or more.
   */
  export type InitialState =
    | { readonly on_hours: number }
    | { readonly off_hours: number };

  /** Equal machines that are switched together. */
  export interface DispatchClass {
    /** Name of the class in the report. */
    readonly name: string;
    /** Number of machines. [from 0] */
    readonly count: number;
    /** Machine of the class, in its normal mode. */
    readonly machine: Machine;
    /** Further power modes, such as a low and a high one; at most 16. Absent: there is only the normal mode. */
    readonly modes?: readonly (MachineSpec)[] | undefined;
    /** Minimum time in hours that a machine runs once it was started, 1 to 8784. Absent: one settlement interval. [from 0] */
    readonly min_up_hours?: number | undefined;
    /** Minimum time in hours that a machine rests once it was stopped, 1 to 8784. Absent: one settlement interval. [from 0] */
    readonly min_down_hours?: number | undefined;
    /** Cost of starting one machine, in USD. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly start_cost_usd?: number | undefined;
    /** State of the machines before the first hour. Absent: they ran, and may be stopped at once. */
    readonly initial?: InitialState | undefined;
  }

  /**
   * Limit of the load.
   * - `cap_w`: Greatest load at the meter, in watts.
   * - `shed_w`: Least reduction of the load against all machines in their normal mode, in watts.
   */
  export type PowerLimit =
    | { readonly cap_w: number }
    | { readonly shed_w: number };

  /** One class of a `MeritOrderReport`. */
  export interface MeritClassReport {
    /** Name of the class. */
    readonly name: string;
    /** Power price up to which the normal mode earns, in USD/MWh; unbounded where it draws nothing. */
    readonly break_even_usd_per_mwh: units.Outcome;
    /** Number of machines that run in each mode; the normal one first. */
    readonly running: readonly (number)[];
    /** Number of machines that are stopped. [from 0] */
    readonly stopped: number;
  }

  /** A step of the merit order, best first. */
  export interface MeritRow {
    /** Index of the class in the request. [from 0] */
    readonly class_index: number;
    /** Mode that the step leads to; 0 is the normal one. [from 0] */
    readonly mode: number;
    /** Power at the meter that the step adds per machine, in watts. */
    readonly added_w: number;
    /** Power price up to which the step earns, in USD/MWh; unbounded where it adds no power. */
    readonly break_even_usd_per_mwh: units.Outcome;
    /** Number of machines that run in that mode or in one that draws more. [from 0] */
    readonly machines: number;
  }

  /** Result of `merit_order`. */
  export interface MeritOrderReport {
    /** Classes in the order of the request. */
    readonly classes: readonly (MeritClassReport)[];
    /** Steps that earn at this price, best first. */
    readonly order: readonly (MeritRow)[];
    /** Load at the meter, in watts. */
    readonly load_w: number;
    /** Load below that of all machines in their normal mode, in watts; negative where better modes draw more. */
    readonly shed_w: number;
    /** Revenue less power, in USD per hour. */
    readonly margin_usd_per_hour: number;
    /** Margin lost to the limit, in USD per hour. */
    readonly loss_usd_per_hour: number;
    /**
     * Greatest margin that a better choice of whole machines could add, in USD per hour; 0 where this choice is the
     * best.
     */
    readonly optimality_gap_usd_per_hour: number;
  }

  /**
   * Hashprice of a span.
   * - `constant_usd_per_phs_day`: One hashprice for every hour, in USD/PH/day.
   * - `hourly_usd_per_phs_day`: One hashprice for each hour of the span, in USD/PH/day.
   */
  export type HashpriceCurve =
    | { readonly constant_usd_per_phs_day: number }
    | { readonly hourly_usd_per_phs_day: Float64Array | readonly (number)[] };

  /**
   * Reason of what a class does in an hour.
   * - `profitable`: Running: revenue covers power.
   * - `unprofitable`: At rest: revenue does not cover power.
   * - `held_on`: Running at a loss: to stop and start again would cost more, or its minimum time holds it.
   * - `held_off`: At rest although the hour would pay: a start would not pay, or its minimum time holds it.
   * - `limited`: Stopped, some or all of it, by the site's power limit, although the hour would pay.
   * - `demand_charge`: At rest although the hour would pay: it does not cover what its load adds to the month's demand charges and blocks.
   */
  export type DispatchReason =
    | "profitable"
    | "unprofitable"
    | "held_on"
    | "held_off"
    | "limited"
    | "demand_charge";

  /** One class of a `DispatchReport`. */
  export interface DispatchClassReport {
    /** Name of the class. */
    readonly name: string;
    /** Power price up to which the normal mode earns in the first interval, in USD/MWh; unbounded where it draws no power. */
    readonly break_even_usd_per_mwh: units.Outcome;
    /** Number of machines that run, by mode, the normal one first, and by settlement interval. */
    readonly running: readonly (readonly (number)[])[];
    /** Reason of what the class does in each settlement interval. */
    readonly reason: readonly (DispatchReason)[];
    /** Earnings above those of machines that always run in their normal mode, in USD; without start costs. */
    readonly saved_usd: number;
    /** Machine-hours: hours in which machines run, times their number. */
    readonly machine_hours: number;
    /** Number of starts, times the number of machines. [from 0] */
    readonly starts: number;
    /** Revenue of the span, in USD. */
    readonly revenue_usd: number;
    /** Energy at the meter, in kWh. */
    readonly energy_kwh: number;
    /** Cost of energy at the price of its intervals, in USD. */
    readonly energy_usd: number;
    /** Cost of starts, in USD. */
    readonly start_cost_usd: number;
  }

  /**
   * Result of `plan_dispatch`. `revenue_usd - start_cost_usd - bill.total_usd = net_usd`, exactly when evaluated
   * from left to right.
   */
  export interface DispatchReport {
    /** Power price of each settlement interval, in USD/kWh. */
    readonly price_usd_per_kwh: readonly (number)[];
    /** Load of each settlement interval at the meter, in watts. */
    readonly load_w: readonly (number)[];
    /**
     * Earnings of each settlement interval above those of all machines in their normal mode, in USD; energy at its
     * price, without start costs and what else the tariff charges.
     */
    readonly hourly_saved_usd: readonly (number)[];
    /** Classes in the order of the request. */
    readonly classes: readonly (DispatchClassReport)[];
    /** Revenue of the span, in USD. */
    readonly revenue_usd: number;
    /** Cost of starts, in USD. */
    readonly start_cost_usd: number;
    /** Bill of the tariff for the plan's load. */
    readonly bill: Bill;
    /** Profit of the plan, in USD. */
    readonly net_usd: number;
    /** Revenue if all machines always ran in their normal mode, in USD. */
    readonly always_on_revenue_usd: number;
    /** Bill of the tariff if all machines always ran in their normal mode. */
    readonly always_on_bill: Bill;
    /** Profit if all machines always ran in their normal mode, in USD. */
    readonly always_on_net_usd: number;
    /** Value of the plan, in USD: `net_usd - always_on_net_usd`. */
    readonly saved_usd: number;
    /**
     * Greatest profit that a better plan could add under the whole bill, in USD; 0 only where this plan is proven to be
     * the best. Above 0 where a limited interval was too hard to search, minimum times, start costs or initial states meet
     * a demand charge or a limit, or ratchets, peaks so far, blocks of use and minimum charges have a part in the bill.
     */
    readonly optimality_gap_usd: number;
  }

  /**
   * Difficulty from step to step.
   * - `growth_per_step`: Relative change at every step, as a fraction: 0.01 for +1 %. -0.75 to 3, the limits of a retarget.
   * - `following`: Difficulty of each step after the first.
   */
  export type DifficultyPath =
    | { readonly growth_per_step: number }
    | { readonly following: Float64Array | readonly (number)[] };

  /**
   * Bitcoin price from step to step.
   * - `growth_per_step`: Relative change at every step, as a fraction: 0.01 for +1 %. Above -1, at most 10.
   * - `following`: Price of each step after the first, in USD.
   */
  export type PricePath =
    | { readonly growth_per_step: number }
    | { readonly following: Float64Array | readonly (number)[] };

  /** The paths of `Algorithm::Dynamic`. A step is a retarget period, or a month where steps are months. */
  export interface DynamicPath {
    /** Difficulty after the first step. */
    readonly difficulty: DifficultyPath;
    /** Bitcoin price after the first step. */
    readonly btc_price: PricePath;
    /** Mean transaction fees per block, in satoshis, of each step after the first. Absent: as at the start. */
    readonly fees_per_block_sat?: Float64Array | readonly (number)[] | undefined;
    /** Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0. [from 0.0 to 1.0] */
    readonly hashrate_decay_per_month?: number | undefined;
  }

  /**
   * Course of difficulty, price and fees.
   * - `static`: Difficulty, price, fees, subsidy and hashrate stay as at the start.
   * - `dynamic`: Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays.
   */
  export type Algorithm =
    | "static"
    | { readonly dynamic: DynamicPath };

  /** Result of `power_curtailment_analysis`. */
  export interface PowerCurtailmentReport {
    /**
     * Hashprice of each hour, in USD/PH/day, before the pool's fee; the mean over an hour in which difficulty or
     * subsidy changes.
     */
    readonly hashprice_usd_per_phs_day: readonly (number)[];
    /** Plan of the hours: decisions, revenue and costs of each. */
    readonly plan: DispatchReport;
  }

  /** A solo pool: each block found pays all of itself, less the pool's fee. */
  export interface PayoutSchemeSoloPool {
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly fee: number;
  }

  /** Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees. */
  export interface PayoutSchemePps {
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly fee: number;
  }

  /** Full pay per share: subsidy and mean transaction fees of recent blocks for each share. */
  export interface PayoutSchemeFpps {
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly fee: number;
    /** Number of the network's blocks over which the pool averages transaction fees, 1 or more; 144 are customary. [from 0] */
    readonly window_blocks: number;
  }

  /** The subsidy per share, the transaction fees as PPLNS. */
  export interface PayoutSchemePpsPlus {
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly fee: number;
    /** Window of the transaction fees, in days. [d, above 0.0 to 1000000.0] */
    readonly window_days: number;
  }

  /** Pay per last N shares, with a window in time. */
  export interface PayoutSchemePplns {
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly fee: number;
    /** Window of the shares, in days. [d, above 0.0 to 1000000.0] */
    readonly window_days: number;
  }

  /** PPLNS with a window in work. */
  export interface PayoutSchemeTides {
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly fee: number;
    /** Window of the shares in multiples of the network's difficulty, above 0; OCEAN has 8. [from 0.0 to 1000000000000.0] */
    readonly window_difficulties: number;
  }

  /**
   * How a pool pays.
   * - `solo`: No pool: each block found pays all of itself.
   * - `solo_pool`: A solo pool: each block found pays all of itself, less the pool's fee.
   * - `pps`: Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees.
   * - `fpps`: Full pay per share: subsidy and mean transaction fees of recent blocks for each share.
   * - `pps_plus`: The subsidy per share, the transaction fees as PPLNS.
   * - `pplns`: Pay per last N shares, with a window in time.
   * - `tides`: PPLNS with a window in work.
   */
  export type PayoutScheme =
    | "solo"
    | { readonly solo_pool: PayoutSchemeSoloPool }
    | { readonly pps: PayoutSchemePps }
    | { readonly fpps: PayoutSchemeFpps }
    | { readonly pps_plus: PayoutSchemePpsPlus }
    | { readonly pplns: PayoutSchemePplns }
    | { readonly tides: PayoutSchemeTides };

  /**
   * Result of `payout`. `gross_btc - kept_fees_btc - pool_fee_btc = mean_btc`, exactly when evaluated from left to
   * right.
   */
  export interface PayoutReport {
    /** Network as the calculation used it. */
    readonly network: NetworkUsed;
    /** Mean subsidy and transaction fees from the miner's own work, in BTC. */
    readonly gross_btc: number;
    /** Transaction fees that the scheme does not pay out, in BTC: those of PPS. */
    readonly kept_fees_btc: number;
    /** Fee of the pool, in BTC. */
    readonly pool_fee_btc: number;
    /** Mean of what the miner is paid, in BTC. */
    readonly mean_btc: number;
    /** Variance of what the miner is paid, in BTC². */
    readonly variance_btc2: number;
    /** Standard deviation of what the miner is paid, in BTC. */
    readonly standard_deviation_btc: number;
    /** Coefficient of variation, standard deviation over mean; undefined where nothing is paid. */
    readonly coefficient_of_variation: units.Outcome;
    /** Mean number of blocks that the pool finds per day; undefined without a pool hashrate. */
    readonly pool_blocks_per_day: units.Outcome;
    /** Probability that a share is paid at all; undefined solo, where there are no shares. */
    readonly share_is_paid: units.Outcome;
  }

  /** Result of `share_value`. */
  export interface ShareValueReport {
    /** Network as the calculation used it. */
    readonly network: NetworkUsed;
    /** Probability that the share is a block. */
    readonly block_probability: number;
    /** Payment of PPS for the share, in BTC: the subsidy's part. */
    readonly pps_btc: number;
    /** Payment of FPPS for the share, in BTC: subsidy and fees. */
    readonly fpps_btc: number;
  }

  /**
   * Knowledge of the pool's luck.
   * - `paid_per_share`: The pool pays per share: its luck is not the miner's.
   * - `blocks_found`: Number of blocks that the pool found in the span.
   * - `unknown`: Not known: what was received tells how many blocks there were.
   */
  export type PoolLuck =
    | "paid_per_share"
    | { readonly blocks_found: number }
    | "unknown";

  /**
   * Result of `payout_audit`. `owed_btc + luck_btc + fee_btc + stale_btc + unexplained_btc = received_btc` up to
   * rounding.
   */
  export interface PayoutAuditReport {
    /** Network as the calculation used it. */
    readonly network: NetworkUsed;
    /** Payments received, in BTC. */
    readonly received_btc: number;
    /** Mean worth of the miner's work, in BTC. */
    readonly owed_btc: number;
    /** Effect of the pool's luck, in BTC: 0 where it is unknown or not the miner's. */
    readonly luck_btc: number;
    /** Fee of the pool, in BTC: 0 or negative. */
    readonly fee_btc: number;
    /** Loss to stale shares, in BTC: 0 or negative. */
    readonly stale_btc: number;
    /** Unexplained rest, in BTC: negative where something is missing. */
    readonly unexplained_btc: number;
    /** Mean number of blocks that the pool finds in the span. */
    readonly expected_pool_blocks: number;
    /** Number of blocks that the payments amount to, after fee and stale shares. */
    readonly paid_blocks: number;
    /** Probability that a pool of that hashrate finds at most `paid_blocks`; undefined where it pays per share. */
    readonly p_value: units.Outcome;
    /**
     * Whether less was paid than was due: by `unexplained_btc` where the pool pays per share or its blocks are known,
     * by `p_value` where they are not; `cannot_say` where no payment at all would be as likely as the level.
     */
    readonly suspicious: units.Verdict;
    /**
     * Time in days after which a pool that withholds 1 % is found out in 19 of 20 audits by the payments alone, at this
     * level; undefined where it pays per share.
     */
    readonly days_to_detect_one_percent: units.Outcome;
  }

  /** A purchase of machines, how they are run, and the network and market on the day they start. */
  export interface MiningProject {
    /** Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: number;
    /** Price of all machines, in USD, paid at the start. [USD, from 0.0 to 1000000000000000.0] */
    readonly machine_price_usd: number;
    /** Price at which the machines are sold at the end, in USD. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly resale_usd?: number | undefined;
    /** Start of the project, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
    /** Mean transaction fees per block at the start, in satoshis. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Fraction of the reward that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
    readonly power_price_usd_per_kwh: number;
    /** Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
    readonly hosting_fee_usd_per_kwh?: number | undefined;
    /** Upkeep in USD per day, running or not. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly maintenance_usd_per_day?: number | undefined;
    /** Fraction of the time in which machines that are switched on run. Absent: all of it. [from 0.0 to 1.0] */
    readonly uptime?: number | undefined;
    /** Carbon dioxide of the energy, in kg/kWh. Absent: emissions are not computed. [from 0.0 to 1000000000000.0] */
    readonly co2_kg_per_kwh?: number | undefined;
  }

  /** Steps at retargets and halvings, with their real lengths. */
  export interface ForecastStepsRetargets {
    /** Duration of the project in days, at most 36,525. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Months of a fixed length, twelve to the year; heights follow at 144 blocks a day. */
  export interface ForecastStepsMonths {
    /** Number of months, 1 to 1200. [from 0] */
    readonly count: number;
    /** Length of each month in days, 28 to 31: 30.4375 for a twelfth of 365.25 days. [d, above 0.0 to 1000000.0] */
    readonly days_each: number;
  }

  /**
   * Calendar months of a wall clock, the first one from the start of the project to its end; heights follow at 144
   * blocks a day.
   */
  export interface ForecastStepsCalendarMonths {
    /** Number of months that are touched, 1 to 1200. [from 0] */
    readonly count: number;
    /** Wall clock whose midnights begin the months. Absent: UTC. */
    readonly clock?: Clock | undefined;
  }

  /**
   * How the life of a project is cut into steps.
   * - `retargets`: Steps at retargets and halvings, with their real lengths.
   * - `months`: Months of a fixed length, twelve to the year; heights follow at 144 blocks a day.
   * - `calendar_months`: Calendar months of a wall clock, the first one from the start of the project to its end; heights follow at 144 blocks a day.
   */
  export type ForecastSteps =
    | { readonly retargets: ForecastStepsRetargets }
    | { readonly months: ForecastStepsMonths }
    | { readonly calendar_months: ForecastStepsCalendarMonths };

  /**
   * When in its first year a machine counts as placed in service.
   * - `full_year`: At its beginning.
   * - `half_year`: In its middle.
   * - `mid_quarter`: In the middle of a quarter, 1 to 4.
   */
  export type Convention =
    | "full_year"
    | "half_year"
    | { readonly mid_quarter: number };

  /** In equal parts down to a salvage value. */
  export interface DepreciationMethodStraightLine {
    /** Number of years, 1 to 100. [from 0] */
    readonly years: number;
    /** Book value at the end, in USD, at most what the bonus leaves of the cost. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly salvage_usd?: number | undefined;
    /**
     * Part of the first year that is written off: all of it, or half of it and half a year at the end. Absent:
     * `full_year`.
     */
    readonly convention?: Convention | undefined;
    /** Fraction of the cost that is written off at once. Absent: 0. [from 0.0 to 1.0] */
    readonly bonus?: number | undefined;
  }

  /** Property of United States tax law, to nothing. */
  export interface DepreciationMethodMacrs {
    /** Recovery period of the property in years: 3 or 5; computers, miners among them, are 5-year property. [from 0] */
    readonly years: number;
    /** When in the year it was placed in service, as the law has it. Absent: `half_year`. */
    readonly convention?: Convention | undefined;
    /** Fraction of the cost that is written off at once, see `bonus_depreciation`. Absent: 0. [from 0.0 to 1.0] */
    readonly bonus?: number | undefined;
  }

  /**
   * Method by which a machine is written off.
   * - `straight_line`: In equal parts down to a salvage value.
   * - `macrs_5`: Five-year property of United States tax law, half-year convention: six tax years, to nothing.
   * - `macrs`: Property of United States tax law, to nothing.
   */
  export type DepreciationMethod =
    | { readonly straight_line: DepreciationMethodStraightLine }
    | "macrs_5"
    | { readonly macrs: DepreciationMethodMacrs };

  /**
   * Columns of a forecast, one row per step: money, coins, blocks and days are sums over the stretches of a month between
   * its halvings and retargets.
   */
  export interface ForecastTable {
    /** Beginning of the step, in Unix milliseconds. */
    readonly start_ms: readonly (number)[];
    /** Length of the step in days. */
    readonly days: readonly (number)[];
    /** Height of the first block of the step. */
    readonly height: readonly (number)[];
    /** Blocks of the network in the step; whole between retargets, but in the last step. */
    readonly blocks: readonly (number)[];
    /** Difficulty of the network. */
    readonly difficulty: readonly (number)[];
    /** Price of one bitcoin, in USD. */
    readonly btc_price_usd: readonly (number)[];
    /** Subsidy of the first block of the step, in satoshis. */
    readonly subsidy_sat: readonly (number)[];
    /** Mean hashrate of the machines while running, in TH/s. */
    readonly hashrate_ths: readonly (number)[];
    /** Days of the step on which the machines are switched off, because revenue does not cover what running costs. */
    readonly days_off: readonly (number)[];
    /** BTC received after the pool's fee; 0 while switched off. */
    readonly btc: readonly (number)[];
    /** BTC received where the machines never switch off. */
    readonly always_on_btc: readonly (number)[];
    /** Revenue after the pool's fee, in USD: the value of `btc`. */
    readonly revenue_usd: readonly (number)[];
    /**
     * Cost of power, in USD; 0 while switched off, but for what a tariff charges all the same. A tariff's charges for a
     * month are told in the step in which the month ends.
     */
    readonly power_cost_usd: readonly (number)[];
    /** Cost of hosting, in USD; 0 while switched off. */
    readonly hosting_usd: readonly (number)[];
    /** Upkeep, in USD. */
    readonly maintenance_usd: readonly (number)[];
    /** Revenue less power, hosting and maintenance, in USD. */
    readonly net_usd: readonly (number)[];
    /** Net income where the machines never switch off, in USD. */
    readonly always_on_net_usd: readonly (number)[];
    /** Sum of `net_usd` up to and with the step, less the price of the machines, in USD. */
    readonly cumulative_usd: readonly (number)[];
  }

  /** No rate of return exists. */
  export interface InternalRateUndefined {
    /** Reason why no rate of return exists. */
    readonly reason: string;
  }

  /** There are several rates, and no reason to prefer one. */
  export interface InternalRateSeveral {
    /** All rates in ascending order, as fractions. */
    readonly rates: readonly (number)[];
  }

  /**
   * The rate at which flows are worth nothing: one, none or several.
   * - `value`: The only rate between -99.99 % and 1e6, as a fraction: 0.1 for 10 %.
   * - `undefined`: No rate of return exists.
   * - `several`: There are several rates, and no reason to prefer one.
   */
  export type InternalRate =
    | { readonly value: number }
    | { readonly undefined: InternalRateUndefined; readonly value?: undefined }
    | { readonly several: InternalRateSeveral; readonly value?: undefined };

  /** Value of the net income of a project. */
  export interface Valuation {
    /** Sum of the net income of all steps, in USD; without purchase and resale. */
    readonly net_usd: number;
    /** Net present value at the demanded rate, purchase and resale included, in USD. */
    readonly net_present_value_usd: number;
    /** Rate of return per year at which the net present value is 0. */
    readonly internal_rate_per_year: InternalRate;
    /**
     * Days until net income has paid for the machines, linear between retargets and halvings; `never` within the
     * horizon. Resale does not count.
     */
    readonly payback_days: units.Outcome;
    /** Days until net income, discounted at the demanded rate, has paid for the machines. */
    readonly discounted_payback_days: units.Outcome;
    /** Price of all machines at which the net present value is 0, in USD; negative where even as a gift they lose money. */
    readonly price_ceiling_usd: number;
    /** Price of the machines at which the net present value is 0, in USD per TH/s of the hashrate at the start. */
    readonly price_ceiling_usd_per_ths: units.Outcome;
  }

  /** A halving within the horizon. */
  export interface HalvingAhead {
    /** Height of the first block of the new era. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Expected time of that block, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
  }

  /** Power of a forecast under its tariff. */
  export interface ForecastBill {
    /** Bill of the tariff for the hours in which the machines run. */
    readonly bill: Bill;
    /** Bill of the tariff where the machines never switch off. */
    readonly always_on_bill: Bill;
    /**
     * Greatest sum of net income that other hours of running could add, in USD, before discounting; 0 where these hours
     * are proven to be the best.
     */
    readonly optimality_gap_usd: number;
  }

  /** Result of `depreciation`, one row per year. */
  export interface DepreciationReport {
    /** Year of use, from 1. */
    readonly year: readonly (number)[];
    /** Amount written off in the year, in USD, the bonus in the first one. */
    readonly depreciation_usd: readonly (number)[];
    /** Book value at the end of the year, in USD. */
    readonly book_value_usd: readonly (number)[];
  }

  /** Result of `forecast`. */
  export interface ForecastReport {
    /** Steps of the forecast. */
    readonly table: ForecastTable;
    /** Value with the option to switch off: of `net_usd` of the table. */
    readonly with_switch_off: Valuation;
    /** Value without the option to switch off: of `always_on_net_usd` of the table. */
    readonly always_on: Valuation;
    /** Value of the option to switch off, in USD: the difference of both net present values. */
    readonly switch_off_value_usd: number;
    /** Days on which the machines are switched off. */
    readonly days_off: number;
    /** BTC received. */
    readonly btc: number;
    /** Energy used, in kWh. */
    readonly energy_kwh: number;
    /** Carbon dioxide of that energy, in kg; undefined where the figure per kWh was not given. */
    readonly co2_kg: units.Outcome;
    /** Halvings within the horizon, all of them; the static algorithm keeps the first subsidy all the same. */
    readonly halvings: readonly (HalvingAhead)[];
    /** Bills of the tariff; absent where none was given. */
    readonly billed?: ForecastBill;
    /** Depreciation of the machines by year; absent where no method was given. */
    readonly depreciation?: DepreciationReport;
  }

  /** Normal moves of the logarithms per retarget period. */
  export interface CorrelatedModel {
    /** Mean move of the price's logarithm per retarget period, -1.4 to 1.4. */
    readonly price_drift: number;
    /** Standard deviation of the price's logarithmic move per retarget period, 0 to 1.4. */
    readonly price_volatility: number;
    /** Mean move of the difficulty's logarithm per retarget period, -1.4 to 1.4. */
    readonly difficulty_drift: number;
    /**
     * Standard deviation of the difficulty's logarithmic move per retarget period, 0 to 1.4; mainnet's of recent years
     * is 0.046.
     */
    readonly difficulty_volatility: number;
    /**
     * Correlation of the difficulty's move with the price's of the same period, of one period before, and so on: at
     * most 52 figures, whose squares add up to at most 1.
     */
    readonly correlation_by_lag: Float64Array | readonly (number)[];
  }

  /** Moves of the past, one pair per retarget period. */
  export interface BootstrapModel {
    /** Moves of the price's logarithm, one per retarget period, -10 to 10. */
    readonly log_price_moves: Float64Array | readonly (number)[];
    /** Moves of the difficulty's logarithm at the end of the same periods, -10 to 10. */
    readonly log_difficulty_moves: Float64Array | readonly (number)[];
    /** Number of consecutive periods that are drawn together, 1 or more. [from 0] */
    readonly block_periods: number;
  }

  /**
   * How price and difficulty move.
   * - `correlated`: Normal moves, those of the difficulty correlated with earlier ones of the price.
   * - `bootstrap`: Moves of the past in blocks.
   */
  export type PathModel =
    | { readonly correlated: CorrelatedModel }
    | { readonly bootstrap: BootstrapModel };

  /** Quantiles of the paths over time, one row per time and level. */
  export interface ForecastFan {
    /** Number of retarget periods from the start on, the running one included. */
    readonly retargets: readonly (number)[];
    /** Level of the quantiles of the row. */
    readonly quantile: readonly (number)[];
    /** Price of one bitcoin that this part of the paths does not exceed, in USD. */
    readonly btc_price_usd: readonly (number)[];
    /** Difficulty that this part of the paths does not exceed. */
    readonly difficulty: readonly (number)[];
    /**
     * Net income so far less the price of the machines, in USD, that this part of the paths does not exceed; neither
     * discounted nor with the resale.
     */
    readonly cumulative_usd: readonly (number)[];
  }

  /**
   * Input that a tornado moves.
   * - `btc_price`: Price of one bitcoin at the start.
   * - `difficulty`: Difficulty at the start.
   * - `fees`: Mean transaction fees per block.
   * - `hashrate`: Hashrate of the machines.
   * - `power`: Power of the machines.
   * - `power_price`: Price of power, without the hosting fee.
   * - `machine_price`: Price of the machines.
   */
  export type SensitivityInput =
    | "btc_price"
    | "difficulty"
    | "fees"
    | "hashrate"
    | "power"
    | "power_price"
    | "machine_price";

  /** Which input moves the mean net present value most: one row per input, the widest first. */
  export interface Tornado {
    /** Input that is moved. */
    readonly input: readonly (SensitivityInput)[];
    /** Mean net present value where the input is lower by the part that was asked for, in USD. */
    readonly lower_usd: readonly (number)[];
    /** Mean net present value where the input is higher by that part, in USD. */
    readonly higher_usd: readonly (number)[];
  }

  /** Result of `ForecastSimulation`. All figures are of the simulated paths. */
  export interface ForecastSimulationReport {
    /** Number of simulated paths. [from 0] */
    readonly paths: number;
    /** Mean net present value, in USD. */
    readonly mean_usd: number;
    /** Standard deviation of the net present value over the paths, in USD (divisor: paths - 1). */
    readonly standard_deviation_usd: number;
    /** Standard error of the mean, in USD: standard deviation over the root of the number of paths. */
    readonly standard_error_usd: number;
    /** Mean net present value of machines that never switch off, in USD. */
    readonly always_on_mean_usd: number;
    /** Mean value of the option to switch off, in USD. */
    readonly switch_off_value_usd: number;
    /** Fraction of the paths on which net income pays for the machines within the horizon. */
    readonly probability_of_payback: number;
    /** Fraction of the paths with a net present value above 0. */
    readonly probability_of_gain: number;
    /** Levels of the quantiles of `net_present_value_usd` and `payback_days`, as asked. */
    readonly quantiles: readonly (number)[];
    /** Quantiles of the net present value, in USD, in the order of `quantiles` (linear between paths). */
    readonly net_present_value_usd: readonly (number)[];
    /**
     * Means of the worst of the paths, each part as large as those of `quantiles`: of their net present value, in USD
     * (the expected shortfall as a value).
     */
    readonly expected_shortfall_usd: readonly (number)[];
    /**
     * Quantiles of the days until net income has paid for the machines, of all paths, in the order of `quantiles`;
     * `never` where fewer paths pay.
     */
    readonly payback_days: readonly (units.Outcome)[];
    /** Quantiles of price, difficulty and income over time; absent where `fan_retargets` names no time. */
    readonly fan?: ForecastFan;
    /** Mean net present value where one input is lower or higher; absent without `sensitivity`. */
    readonly tornado?: Tornado;
  }

  /** One flow of `CashFlows::Dated`. */
  export interface DatedCashFlow {
    /** Time of payment, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Amount received, in USD; negative for what is paid. */
    readonly usd: number;
  }

  /**
   * Cash flows in USD: positive where money comes in.
   * - `periodic`: One flow per period, in USD, the first one now. Rates are per period.
   * - `dated`: Flows with dates, none before the first. Rates are per year of 365 days.
   */
  export type CashFlows =
    | { readonly periodic: Float64Array | readonly (number)[] }
    | { readonly dated: readonly (DatedCashFlow)[] };

  /** Result of `net_present_value`. */
  export interface NetPresentValueReport {
    /** Value at the time of the first flow, in USD. */
    readonly net_present_value_usd: number;
    /** Sum of the flows, without interest, in USD. */
    readonly sum_usd: number;
  }

  /** Result of `internal_rate_of_return`. */
  export interface InternalRateOfReturnReport {
    /** Rate of return per period, or per year where flows are dated. */
    readonly rate: InternalRate;
  }

  /** Result of `bonus_depreciation`. */
  export interface BonusDepreciationReport {
    /** Fraction of the cost that may be written off at once. [from 0.0 to 1.0] */
    readonly bonus: number;
  }

  /** Result of `MiningCalculator::calculate_btc_mined`. */
  export interface BtcMinedReport {
    /** BTC received after the pool's fee, machines running throughout. */
    readonly btc: number;
    /** BTC received after the pool's fee where machines are switched off while revenue does not cover power and hosting. */
    readonly btc_with_switch_off: number;
    /** BTC received per day, machines running throughout. */
    readonly btc_per_day: number;
  }

  /** Result of `MiningCalculator::calculate_daily_revenue`. Machines run throughout, unless it says otherwise. */
  export interface DailyRevenueReport {
    /** Mean revenue per day after the pool's fee, in USD. */
    readonly mean_usd_per_day: number;
    /** Mean revenue per day, in USD, where machines are switched off while it does not cover power and hosting. */
    readonly mean_usd_per_day_with_switch_off: number;
    /** Revenue per day in the first step, in USD. */
    readonly first_usd_per_day: number;
    /** Revenue per day in the last step, in USD. */
    readonly last_usd_per_day: number;
  }

  /**
   * Result of `MiningCalculator::calculate_profitability`.
   * `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd = net_usd` up to rounding.
   */
  export interface ProfitabilityReport {
    /** Revenue after the pool's fee, in USD, machines switched off while it does not cover power and hosting. */
    readonly revenue_usd: number;
    /** Cost of power, in USD. */
    readonly power_cost_usd: number;
    /** Cost of hosting, in USD. */
    readonly hosting_usd: number;
    /** Upkeep, in USD. */
    readonly maintenance_usd: number;
    /** Profit: revenue less power, hosting and upkeep, in USD. */
    readonly net_usd: number;
    /** Profit if the machines ran throughout, in USD. */
    readonly always_on_net_usd: number;
    /** Profit over revenue; undefined without revenue. */
    readonly margin: units.Outcome;
    /** Days on which the machines are switched off. */
    readonly days_off: number;
  }

  /** Result of `MiningCalculator::calculate_roi`. */
  export interface RoiReport {
    /** Net income and resale over the price of the machines, less 1; undefined where they cost nothing. */
    readonly return_on_investment: units.Outcome;
    /** Value with the option to switch off. */
    readonly with_switch_off: Valuation;
    /** Value without the option to switch off. */
    readonly always_on: Valuation;
    /** Value of the option to switch off, in USD. */
    readonly switch_off_value_usd: number;
    /** Days on which the machines are switched off. */
    readonly days_off: number;
    /** Halvings within the horizon, all of them; the static algorithm keeps the first subsidy all the same. */
    readonly halvings: readonly (HalvingAhead)[];
  }

  /** Inputs of `decode_nbits`. */
  export interface DecodeNbitsRequest {
    /** Compact target of a block header. (answered as text) */
    readonly nbits: string | number;
  }

  /** Inputs of `retarget`. */
  export interface RetargetRequest {
    /** Network whose rules hold. */
    readonly network: Network;
    /** Compact target of the period's last block. (answered as text) */
    readonly nbits: string | number;
    /** Compact target of the period's first block: required on testnet4 (BIP94), refused elsewhere. (answered as text) */
    readonly first_nbits?: string | number | undefined;
    /** Header time of the period's first block, in Unix seconds. [from 0] */
    readonly first_time_s: number;
    /**
     * Header time of the period's last block, in Unix seconds. May lie before the first: header times are not
     * monotonic. [from 0]
     */
    readonly last_time_s: number;
  }

  /** Inputs of `permitted_transition`. */
  export interface PermittedTransitionRequest {
    /** Network whose rules hold. */
    readonly network: Network;
    /** Height of the later block. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Compact target of the earlier block. (answered as text) */
    readonly old_nbits: string | number;
    /** Compact target of the later block. (answered as text) */
    readonly new_nbits: string | number;
  }

  /** Inputs of `check_proof_of_work`. */
  export interface CheckProofOfWorkRequest {
    /** Hash of the block, in display order. */
    readonly hash: string;
    /** Compact target of the block's header. (answered as text) */
    readonly nbits: string | number;
    /** Network whose limit holds. */
    readonly network: Network;
  }

  /** Inputs of `subsidy`. */
  export interface SubsidyRequest {
    /** Height of the block. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Network whose schedule holds. */
    readonly network: Network;
    /** Pace of the chain, in blocks per day. Absent: 144, the pace that consensus aims at. [from 0.0 to 1000000000000.0] */
    readonly blocks_per_day?: number | undefined;
  }

  /** Inputs of `implied_hashrate`. */
  export interface ImpliedHashrateRequest {
    /** Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Mean time between blocks, in seconds; 600 is what consensus aims at. [s, above 0.0 to 100000000000.0] */
    readonly spacing_s: number;
  }

  /** Inputs of `expected_reward`. */
  export interface ExpectedRewardRequest {
    /** Hashrate of the miner, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Fraction that the pool keeps; 0 for solo mining. Below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Inputs of `hashprice`. */
  export interface HashpriceRequest {
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
  }

  /** Inputs of `realized_hashprice`: one day of the network. */
  export interface RealizedHashpriceRequest {
    /** Mean hashrate of the network on the day, in TH/s, as observed from its blocks. [TH/s, from 0.0 to 1e+24] */
    readonly network_hashrate_ths: number;
    /** New coins of the day, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly daily_issuance_sat: number;
    /** Transaction fees of the day, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly daily_fees_sat: number;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
  }

  /**
   * Inputs that all rows of `profit_batch` share; the fields mean what they mean in
   * `ProfitRequest`.
   */
  export interface ProfitBatchParams {
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly days: number;
    /** Fraction of the span in which the machines run. Absent: all of it. [from 0.0 to 1.0] */
    readonly uptime?: number | undefined;
    /** Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
    readonly hosting_fee_usd_per_kwh?: number | undefined;
    /** Upkeep of each row in USD per day. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly maintenance_usd_per_day?: number | undefined;
    /** Treatment of rows with refused values. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `mining.profit_batch` takes. */
  export interface ProfitBatchInput extends Columns {
    /** Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: Float64Array | readonly number[] | number;
    /** Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: Float64Array | readonly number[] | number;
    /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
    readonly power_price_usd_per_kwh: Float64Array | readonly number[] | number;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: Float64Array | readonly number[] | number;
  }

  /** Columns that `mining.profit_batch` answers. */
  export interface ProfitBatchColumns extends Columns {
    /** Revenue after the pool's fee, in USD. */
    readonly revenue_usd: Float64Array;
    /** Cost of power, in USD; negative where the power price is. */
    readonly power_cost_usd: Float64Array;
    /** Revenue less power, hosting and maintenance, in USD. */
    readonly net_usd: Float64Array;
    /** State of the row. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `profit_heat_map`. */
  export interface HeatMapRequest {
    /** Machine and all that does not vary; its price, difficulty and tariff are replaced by those of the grid. */
    readonly base: ProfitRequest;
    /** Prices of one bitcoin, in USD. */
    readonly btc_prices_usd: Float64Array | readonly (number)[];
    /** Factors of difficulty, by which the network is harder than in `base`, above 0: 1.1 for 10 % more. */
    readonly difficulty_factors: Float64Array | readonly (number)[];
    /** Power prices in USD/kWh. */
    readonly power_prices_usd_per_kwh: Float64Array | readonly (number)[];
  }

  /** Inputs that all rows of `hashprice_batch` share. */
  export interface HashpriceBatchParams {
    /** New coins per block, in satoshis. A series across a halving is two batches. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Treatment of rows with refused values. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `mining.hashprice_batch` takes. */
  export interface HashpriceBatchInput extends Columns {
    /** Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: Float64Array | readonly number[] | number;
    /** Mean transaction fees per block over a window of the caller's choice, in satoshis. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: Float64Array | readonly number[] | number;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: Float64Array | readonly number[] | number;
  }

  /** Columns that `mining.hashprice_batch` answers. */
  export interface HashpriceBatchColumns extends Columns {
    /** Hashprice in US dollars per PH/s per day. */
    readonly hashprice_usd_per_phs_day: Float64Array;
    /** Hashprice in satoshis per PH/s per day. */
    readonly hashprice_sat_per_phs_day: Float64Array;
    /** State of the row. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `observed_hashrate`. */
  export interface ObservedHashrateRequest {
    /** Work that was observed. */
    readonly work: ObservedWork;
    /** Span in which the work was done, in seconds. [s, above 0.0 to 100000000000.0] */
    readonly elapsed_s: number;
  }

  /** Inputs of `hashrate_interval`. */
  export interface HashrateIntervalRequest {
    /** Number of blocks found. [from 0] */
    readonly blocks: number;
    /** Difficulty of the blocks. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Span in which the blocks were found, in seconds. [s, above 0.0 to 100000000000.0] */
    readonly elapsed_s: number;
    /** Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0] */
    readonly confidence: number;
    /** What was fixed beforehand. Absent: the time. */
    readonly sampling?: Sampling | undefined;
  }

  /** Inputs of `mean_difficulty`. */
  export interface MeanDifficultyRequest {
    /** Parts of the span, in any order, 1 to 10,000. */
    readonly spans: readonly (DifficultySpan)[];
  }

  /** Inputs of `hashrate_from_shares`. */
  export interface HashrateFromSharesRequest {
    /** Number of accepted shares. [from 0] */
    readonly shares: number;
    /** Difficulty of each share. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly share_difficulty: number;
    /** Span in which the shares were found, in seconds. [s, above 0.0 to 100000000000.0] */
    readonly elapsed_s: number;
  }

  /** Inputs of `forecast_retarget`. */
  export interface ForecastRetargetRequest {
    /** Network whose rules hold; not regtest, which does not retarget. */
    readonly network: Network;
    /** Height of the tip. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Compact target of the period; on testnet4 that of its first block. (answered as text) */
    readonly nbits: string | number;
    /** Header time of the period's first block, in Unix seconds. [from 0] */
    readonly period_start_s: number;
    /** Header time of the tip, in Unix seconds. [from 0] */
    readonly last_block_s: number;
    /** Present time, in Unix milliseconds: after the period's first block. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly now_ms: number | Date | string;
    /** Estimator of the change of difficulty. */
    readonly estimator: Estimator;
  }

  /** Inputs of `solo_odds`. */
  export interface SoloOddsRequest {
    /** Hashrate of the miner, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** Horizon of the attempt, in days or in blocks of the network. */
    readonly horizon: SoloHorizon;
    /** Probabilities for which the waiting time is told: 0.5 for the median. [[] where absent] */
    readonly quantiles?: Float64Array | readonly (number)[] | undefined;
  }

  /** Inputs of `RunningHashrate`. */
  export interface RunningHashrateParams {
    /** Number of blocks whose work is counted; 120 is what Bitcoin Core takes, 2016 a whole period. [from 1 to 100000] */
    readonly window_blocks: number;
    /** Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0] */
    readonly confidence: number;
  }

  /** Columns that `mining.running_hashrate` takes. */
  export interface RunningHashrateInput extends Columns {
    /** Header time of the block, in Unix milliseconds; may lie before that of the block below. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: Float64Array | readonly number[] | number;
  }

  /** Columns that `mining.running_hashrate` answers. */
  export interface RunningHashrateColumns extends Columns {
    /** Hashrate of the network, in TH/s; NaN while warming up. */
    readonly hashrate_ths: Float64Array;
    /** Lower end of the hashrate's interval, in TH/s. */
    readonly lower_ths: Float64Array;
    /** Upper end of the hashrate's interval, in TH/s. */
    readonly upper_ths: Float64Array;
    /** Hashrate without the bias of a window of blocks, in TH/s; NaN while warming up and for a single interval. */
    readonly unbiased_ths: Float64Array;
  }

  /** One event of `mining.running_hashrate`. */
  export interface RunningHashrateEvent extends Columns {
    /** Header time of the block, in Unix milliseconds; may lie before that of the block below. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
  }

  /** One output of `mining.running_hashrate`. */
  export interface RunningHashrateRow extends Columns {
    /** Hashrate of the network, in TH/s; NaN while warming up. */
    readonly hashrate_ths: number;
    /** Lower end of the hashrate's interval, in TH/s. */
    readonly lower_ths: number;
    /** Upper end of the hashrate's interval, in TH/s. */
    readonly upper_ths: number;
    /** Hashrate without the bias of a window of blocks, in TH/s; NaN while warming up and for a single interval. */
    readonly unbiased_ths: number;
  }

  /** Inputs of `SoloIncome`. */
  export interface SoloIncomeRequest {
    /** Hashrate of the miner, in TH/s; at most the network's, `difficulty · 2^32 / 600 s`. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Difficulty at the start, 1 or more. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /**
     * Transaction fees of every block, in satoshis, at most 10,000 BTC; a mean may have a fraction, and a block pays
     * whole satoshis, rounded down. [sat, from 0.0 to 2100000000000000.0]
     */
    readonly fees_per_block_sat: number;
    /** Horizon in days, at most 36,525. [d, above 0.0 to 1000000.0] */
    readonly days: number;
    /** Mean change of the logarithm of difficulty at a retarget: 0.01 for about +1 %. From -1.4 to 1.4. */
    readonly drift_per_retarget: number;
    /**
     * Standard deviation of the change of the logarithm of difficulty at a retarget, 0 to 1.4; mainnet's of recent
     * years is 0.046.
     */
    readonly volatility_per_retarget: number;
    /** Number of simulated paths, 2 or more. [from 0] */
    readonly paths: number;
    /** Seed of the random numbers. (answered as decimal text) */
    readonly seed: bigint | number | string;
    /** Probabilities for which the income is told: 0.05 for the income that 5 % of the paths do not exceed. [[] where absent] */
    readonly quantiles?: Float64Array | readonly (number)[] | undefined;
    /** Fraction of each block that a solo pool keeps; below 1. Absent: there is no pool. [from 0.0 to 1.0] */
    readonly pool_fee?: number | undefined;
  }

  /** Inputs of `machines`. */
  export interface MachinesRequest {
    /** Text that the name or the maker of a model must contain, as people write it. Absent: all models. */
    readonly contains?: string | undefined;
    /** Whether models with contradictory sources are listed too. [false where absent] */
    readonly include_doubtful?: boolean | undefined;
  }

  /** Inputs of `document::find_machine`. */
  export interface FindMachineRequest {
    /** Name of a model; upper and lower case, spaces and hyphens, and the brand before the name make no difference. */
    readonly name: string;
    /** Whether a model with contradictory sources is answered too. [false where absent] */
    readonly include_doubtful?: boolean | undefined;
  }

  /** Inputs of `fleet`. */
  export interface FleetRequest {
    /** Machines of the fleet, group by group. */
    readonly groups: readonly (FleetGroup)[];
    /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1, nothing but the machines. [from 0.0 to 1000000000000.0] */
    readonly cooling_overhead?: number | undefined;
    /** Fraction of the time that machines run. Absent: all of it. [from 0.0 to 1.0] */
    readonly uptime?: number | undefined;
    /** Whether models with contradictory sources may be used. [false where absent] */
    readonly include_doubtful?: boolean | undefined;
  }

  /** Inputs of `site_capacity`. */
  export interface SiteCapacityRequest {
    /** Power that the site can draw at its meter, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly site_power_w: number;
    /** Machine to fill the site with; it draws power. */
    readonly machine: Machine;
    /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
    readonly cooling_overhead?: number | undefined;
    /** Whether a model with contradictory sources may be used. [false where absent] */
    readonly include_doubtful?: boolean | undefined;
  }

  /** Inputs that all rows of `fleet_batch` share. */
  export interface FleetBatchParams {
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Fraction of the time in which the machines run. Absent: all of it. [from 0.0 to 1.0] */
    readonly uptime?: number | undefined;
    /** Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
    readonly hosting_fee_usd_per_kwh?: number | undefined;
    /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
    readonly cooling_overhead?: number | undefined;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `mining.fleet_batch` takes. */
  export interface FleetBatchInput extends Columns {
    /** Number of machines, 0 to 4,294,967,295. [from 0] */
    readonly count: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** Nominal hashrate of one machine, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: Float64Array | readonly number[] | number;
    /** Power of one machine, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: Float64Array | readonly number[] | number;
    /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
    readonly power_price_usd_per_kwh: Float64Array | readonly number[] | number;
    /** Price of one machine, in USD. Absent, as a column or in a row: the payback is not known. [USD, from 0.0 to 1000000000000000.0] */
    readonly machine_price_usd?: Float64Array | readonly number[] | number | undefined;
    /** Fraction of its hashrate that a machine loses each month. Goes with `age_days`. Absent: the hashrate is nominal. [from 0.0 to 1.0] */
    readonly decay_per_month?: Float64Array | readonly number[] | number | undefined;
    /** Age of the machines, in days of running: 0 to 36,525. Goes with `decay_per_month`. */
    readonly age_days?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `mining.fleet_batch` answers. */
  export interface FleetBatchColumns extends Columns {
    /** Hashrate of the row after decay, in TH/s. */
    readonly hashrate_ths: Float64Array;
    /** Reward in BTC per day, before the pool's fee. */
    readonly gross_btc_per_day: Float64Array;
    /** Revenue after the pool's fee, in USD per day. */
    readonly revenue_usd_per_day: Float64Array;
    /** Cost of power, in USD per day. */
    readonly power_cost_usd_per_day: Float64Array;
    /** Revenue less power and hosting, in USD per day. */
    readonly net_usd_per_day: Float64Array;
    /** Payback time in days, price of the machines over the profit of a day; NaN where they never pay back. */
    readonly payback_days: Float64Array;
    /** State of the payback: `never` where there is no profit, `undefined` where the machines have no price. */
    readonly payback_status: Words<units.RowStatus>;
    /** State of the row. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `tariff_prices`. */
  export interface TariffPricesRequest {
    /** Tariff of the span. */
    readonly tariff: Tariff;
    /** Beginning of the first interval, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Number of hours, 1 to 175,320. [from 0] */
    readonly hours: number;
  }

  /** Inputs of `bill`. */
  export interface BillRequest {
    /** Tariff under which the load is billed. */
    readonly tariff: Tariff;
    /** Beginning of the first interval, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Mean load of each settlement interval at the meter, in watts. */
    readonly load_w: Float64Array | readonly (number)[];
  }

  /** Inputs of `read_prices`. */
  export interface ReadPricesRequest {
    /** Text of the file, heading included. */
    readonly text: string;
    /**
     * Heading of the column of prices. Absent: the only one that names a unit, such as `usd_per_mwh` or `USD/MWh`; with
     * `unit`, the only one besides the times where the headings name no unit.
     */
    readonly price_column?: string | undefined;
    /** Unit of the prices. Absent: the one that the heading names. */
    readonly unit?: PriceUnit | undefined;
    /**
     * Offset of times that state none, in minutes east of UTC. Absent: that of a heading such as `time_utc`, or such times
     * are refused. [min, from -1080 to 1080]
     */
    readonly utc_offset_min?: number | undefined;
  }

  /** Inputs of `merit_order`. */
  export interface MeritOrderRequest {
    /** Classes of equal machines; minimum times, start costs and initial states play no part in a single hour. */
    readonly classes: readonly (DispatchClass)[];
    /** Hashprice in USD/PH/day, before the pool's fee. [USD/PH/day, from 0.0 to 1e+18] */
    readonly hashprice_usd_per_phs_day: number;
    /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
    readonly power_price_usd_per_kwh: number;
    /** Limit of the load. Absent: there is no limit. */
    readonly limit?: PowerLimit | undefined;
    /** Fraction of the reward that the pool keeps; below 1. Absent: 0, the hashprice is what is paid out. [from 0.0 to 1.0] */
    readonly pool_fee?: number | undefined;
    /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
    readonly cooling_overhead?: number | undefined;
    /** Whether models with contradictory sources may be used. [false where absent] */
    readonly include_doubtful?: boolean | undefined;
  }

  /** Inputs of `plan_dispatch`. */
  export interface DispatchRequest {
    /** Classes of equal machines, at most 1000. */
    readonly classes: readonly (DispatchClass)[];
    /** Tariff of the site's power. */
    readonly tariff: Tariff;
    /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Number of hours, 1 to 175,320. [from 0] */
    readonly hours: number;
    /** Hashprice of the span, before the pool's fee. */
    readonly hashprice: HashpriceCurve;
    /** Fraction of the reward that the pool keeps; below 1. Absent: 0, the hashprice is what is paid out. [from 0.0 to 1.0] */
    readonly pool_fee?: number | undefined;
    /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
    readonly cooling_overhead?: number | undefined;
    /**
     * Greatest power that the site may draw at the meter, in watts. Absent: no limit. Together with minimum times, start
     * costs or initial states the plan keeps it, and `optimality_gap_usd` says what a better plan may leave. [W, from 0.0 to 1000000000000000.0]
     */
    readonly power_limit_w?: number | undefined;
    /** Whether models with contradictory sources may be used. [false where absent] */
    readonly include_doubtful?: boolean | undefined;
  }

  /** Inputs of `power_curtailment_analysis`. */
  export interface PowerCurtailmentRequest {
    /** Classes of equal machines, at most 1000. */
    readonly classes: readonly (DispatchClass)[];
    /** Tariff of the site's power. */
    readonly tariff: Tariff;
    /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Number of hours, 1 to 175,320. [from 0] */
    readonly hours: number;
    /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
    /** Mean transaction fees per block at the start, in satoshis. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Fraction of the reward that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Course of difficulty, price and fees; decay of hashrate plays no part here. */
    readonly algorithm: Algorithm;
    /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
    readonly cooling_overhead?: number | undefined;
    /** Greatest power that the site may draw at the meter, in watts. Absent: no limit. [W, from 0.0 to 1000000000000000.0] */
    readonly power_limit_w?: number | undefined;
    /** Whether models with contradictory sources may be used. [false where absent] */
    readonly include_doubtful?: boolean | undefined;
  }

  /** Inputs of `payout`. */
  export interface PayoutRequest {
    /** Scheme by which the pool pays. */
    readonly scheme: PayoutScheme;
    /** Hashrate of the miner, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /**
     * Hashrate of the pool, in TH/s, the miner's included. Needed where blocks of the pool are shared: PPS+, PPLNS,
     * TIDES. [TH/s, from 0.0 to 1e+24]
     */
    readonly pool_hashrate_ths?: number | undefined;
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Standard deviation of the transaction fees of a block, in satoshis. Absent: 0, all blocks pay the mean. [sat, from 0 to 2100000000000000] */
    readonly fees_standard_deviation_sat?: number | undefined;
    /** Span of mining, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Inputs of `share_value`. */
  export interface ShareValueRequest {
    /** Difficulty of the share, at most the network's. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly share_difficulty: number;
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
  }

  /** Inputs of `payout_audit`. */
  export interface PayoutAuditRequest {
    /** Payments of the pool for the span, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly received_sat: number;
    /** Mean hashrate of the miner over the span, in TH/s: above 0, stale shares included. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Mean hashrate of the pool, in TH/s, the miner's included. [TH/s, from 0.0 to 1e+24] */
    readonly pool_hashrate_ths: number;
    /** Difficulty, compact target or hashrate of the network: how hard a block is. */
    readonly network_basis: NetworkBasis;
    /** New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Fraction that the pool says it keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Fraction of the miner's shares that came too late; below 1. [from 0.0 to 1.0] */
    readonly stale: number;
    /** Span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly days: number;
    /** Knowledge of the pool's luck. */
    readonly luck: PoolLuck;
    /**
     * Level of the test, the fraction of honest pools that may be accused: above 0 and below 1, 0.05 by custom. It
     * counts where luck is unknown. [from 0.0 to 1.0]
     */
    readonly level: number;
    /**
     * Tolerance of the audit, the fraction of what is due by which the figures told may be off: below 1. It counts
     * where luck is known or not the miner's. Absent: 0.005. [from 0.0 to 1.0]
     */
    readonly tolerance?: number | undefined;
  }

  /** Inputs of `forecast`. */
  export interface ForecastRequest {
    /** Machines, how they are run, and the world at the start. */
    readonly project: MiningProject;
    /** Course of difficulty, price and fees: as at the start, or along a path. */
    readonly algorithm: Algorithm;
    /** Duration of the project, and its steps. */
    readonly steps: ForecastSteps;
    /** Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1. [1/year, from -0.99 to 10.0] */
    readonly discount_rate_per_year: number;
    /**
     * Tariff that is billed besides `power_price_usd_per_kwh`, which is then what else a kWh costs: 0 where the tariff
     * holds all. The machines run in the settlement intervals in which that pays under the whole bill; at most 20 years.
     * Absent: the power price is all.
     */
    readonly tariff?: Tariff | undefined;
    /** Method by which the machines are written off. Absent: no depreciation is computed. */
    readonly depreciation?: DepreciationMethod | undefined;
  }

  /** Inputs that all rows of `forecast_batch` share; the fields mean what they mean in a `ForecastRequest`. */
  export interface ForecastBatchParams {
    /** Start of all projects, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
    /** Mean transaction fees per block at the start, in satoshis. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
    /** Fraction that the pool keeps; below 1. [from 0.0 to 1.0] */
    readonly pool_fee: number;
    /** Fraction of the time in which the machines run. Absent: all of it. [from 0.0 to 1.0] */
    readonly uptime?: number | undefined;
    /** Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
    readonly hosting_fee_usd_per_kwh?: number | undefined;
    /** Upkeep of each row in USD per day. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly maintenance_usd_per_day?: number | undefined;
    /** Duration of the projects, and its steps. */
    readonly steps: ForecastSteps;
    /** Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1. [1/year, from -0.99 to 10.0] */
    readonly discount_rate_per_year: number;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `mining.forecast_batch` takes. */
  export interface ForecastBatchInput extends Columns {
    /** Hashrate of all machines at the start while running, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: Float64Array | readonly number[] | number;
    /** Power of all machines at the meter while running, in watts. [W, from 0.0 to 1000000000000000.0] */
    readonly power_w: Float64Array | readonly number[] | number;
    /** Price of all machines, in USD, paid at the start. [USD, from 0.0 to 1000000000000000.0] */
    readonly machine_price_usd: Float64Array | readonly number[] | number;
    /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
    readonly power_price_usd_per_kwh: Float64Array | readonly number[] | number;
    /** Relative change of the difficulty at every step, as a fraction: 0.01 for +1 %; -0.75 to 3. */
    readonly difficulty_growth_per_step: Float64Array | readonly number[] | number;
    /** Relative change of the bitcoin price at every step, as a fraction: 0.01 for +1 %; above -1, at most 10. */
    readonly btc_price_growth_per_step: Float64Array | readonly number[] | number;
    /** Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0. [from 0.0 to 1.0] */
    readonly hashrate_decay_per_month?: Float64Array | readonly number[] | number | undefined;
    /** Price at which the machines are sold at the end, in USD. Absent: 0. [USD, from 0.0 to 1000000000000000.0] */
    readonly resale_usd?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `mining.forecast_batch` answers. */
  export interface ForecastBatchColumns extends Columns {
    /** Net present value with the option to switch off, purchase and resale included, in USD. */
    readonly net_present_value_usd: Float64Array;
    /** Net present value where the machines never switch off, in USD. */
    readonly always_on_net_present_value_usd: Float64Array;
    /** Sum of the net income of all steps, in USD; without purchase and resale. */
    readonly net_usd: Float64Array;
    /** BTC received. */
    readonly btc: Float64Array;
    /** Energy used, in kWh. */
    readonly energy_kwh: Float64Array;
    /** Days on which the machines are switched off. */
    readonly days_off: Float64Array;
    /** Price of all machines at which the net present value is 0, in USD. */
    readonly price_ceiling_usd: Float64Array;
    /** Days until net income has paid for the machines; NaN where it never does. */
    readonly payback_days: Float64Array;
    /** State of the payback: `never` within the horizon. */
    readonly payback_status: Words<units.RowStatus>;
    /** Rate of return per year; NaN where there is none or more than one. */
    readonly internal_rate_per_year: Float64Array;
    /** State of the rate of return: `undefined` where there is none or more than one. */
    readonly internal_rate_status: Words<units.RowStatus>;
    /** State of the row. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `ForecastSimulation`. */
  export interface ForecastSimulationRequest {
    /** Machines, how they are run, and the world at the start; difficulty is 1 or more. */
    readonly project: MiningProject;
    /** Model of the moves of price and difficulty. */
    readonly model: PathModel;
    /** Number of retarget periods until the end, the running one included, 1 to 2608. [from 0] */
    readonly retargets: number;
    /** Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0. [from 0.0 to 1.0] */
    readonly hashrate_decay_per_month?: number | undefined;
    /** Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1. [1/year, from -0.99 to 10.0] */
    readonly discount_rate_per_year: number;
    /** Number of simulated paths, 2 to 1,000,000. [from 0] */
    readonly paths: number;
    /** Seed of the random numbers. (answered as decimal text) */
    readonly seed: bigint | number | string;
    /** Probabilities for which net present value and payback are reported. Absent: neither is. [[] where absent] */
    readonly quantiles?: Float64Array | readonly (number)[] | undefined;
    /**
     * Numbers of retarget periods after which the fan of the paths is told, ascending, from 1 to `retargets`: at most
     * 64, and 4 million with all paths. Absent: there is no fan. [[] where absent]
     */
    readonly fan_retargets?: BigInt64Array | Float64Array | readonly (number | bigint)[] | undefined;
    /**
     * Part by which the tornado moves each input down and up, above 0 and below 1: 0.1 for 10 %. On the same random
     * numbers; takes fifteen times as long. Absent: there is no tornado. [from 0.0 to 1.0]
     */
    readonly sensitivity?: number | undefined;
  }

  /** Inputs of `net_present_value`. */
  export interface NetPresentValueRequest {
    /** Cash flows to be valued. */
    readonly cash_flows: CashFlows;
    /** Discount rate per period, or per year where flows are dated, as a fraction: 0.1 for 10 %. At most 1. [1/year, from -0.99 to 10.0] */
    readonly discount_rate: number;
  }

  /** Inputs of `internal_rate_of_return`. */
  export interface InternalRateOfReturnRequest {
    /** Cash flows whose rate of return is wanted. */
    readonly cash_flows: CashFlows;
  }

  /** Inputs of `depreciation`. */
  export interface DepreciationRequest {
    /** Cost of the machine, in USD. [USD, from 0.0 to 1000000000000000.0] */
    readonly cost_usd: number;
    /** Method by which the machine is written off. */
    readonly method: DepreciationMethod;
  }

  /** Inputs of `bonus_depreciation`. */
  export interface BonusDepreciationRequest {
    /** Day on which a binding contract to acquire the property was made, from 2017-09-28 on. */
    readonly acquired: string;
    /** Day on which the property was placed in service, at or after `acquired`. */
    readonly placed_in_service: string;
  }

  /** Inputs of `calculate_btc_mined`, `calculate_daily_revenue` and `calculate_profitability`. */
  export interface CalculatorRequest {
    /** Machines, how they are run, and the world at the start. */
    readonly project: MiningProject;
    /** Course of difficulty, price and fees: as at the start, or along a path. */
    readonly algorithm: Algorithm;
    /** Span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Inputs of `calculate_btc_mined`, `calculate_daily_revenue` and `calculate_profitability`. */
  export interface CalculatorRequest {
    /** Machines, how they are run, and the world at the start. */
    readonly project: MiningProject;
    /** Course of difficulty, price and fees: as at the start, or along a path. */
    readonly algorithm: Algorithm;
    /** Span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Inputs of `calculate_btc_mined`, `calculate_daily_revenue` and `calculate_profitability`. */
  export interface CalculatorRequest {
    /** Machines, how they are run, and the world at the start. */
    readonly project: MiningProject;
    /** Course of difficulty, price and fees: as at the start, or along a path. */
    readonly algorithm: Algorithm;
    /** Span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Inputs of `calculate_roi`. */
  export interface RoiRequest {
    /** Machines, how they are run, and the world at the start. */
    readonly project: MiningProject;
    /** Course of difficulty, price and fees: as at the start, or along a path. */
    readonly algorithm: Algorithm;
    /** Duration of the project, and its steps. */
    readonly steps: ForecastSteps;
    /** Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1. [1/year, from -0.99 to 10.0] */
    readonly discount_rate_per_year: number;
  }

  /** The operations of `mining`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * Meaning of a compact target: the target, its difficulty, the work of a block, and the hashes it takes on average.
     *
     * The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole target
     * and `2^256 / (target + 1)` stand beside it under their own names.
     *
     * @example
     * ```ts
     * const answer = mining.decodeNbits({ nbits: "0x170331db" });
     * ```
     */
    decodeNbits(request: DecodeNbitsRequest): DecodeNbitsReport;
    /**
     * The compact target after a period of 2016 blocks, exactly as consensus computes it.
     *
     * `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's limit,
     * then rounded to compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target is the one
     * of the period's first block.
     *
     * @example
     * ```ts
     * const answer = mining.retarget({ network: "mainnet", nbits: "0x1d00ffff", first_time_s: 1261130161, last_time_s: 1262152739 });
     * ```
     */
    retarget(request: RetargetRequest): RetargetReport;
    /**
     * Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a factor 4
     * at its end.
     *
     * @example
     * ```ts
     * const answer = mining.permittedTransition({ network: "mainnet", height: 68544, old_nbits: "0x1c05a3f4", new_nbits: "0x1c0168fd" });
     * ```
     */
    permittedTransition(request: PermittedTransitionRequest): PermittedTransitionReport;
    /**
     * Whether a block hash satisfies its compact target on a network, and if not, why.
     *
     * @example
     * ```ts
     * const answer = mining.checkProofOfWork({
     *  network: "mainnet",
     *  nbits: "0x1d00ffff",
     *  hash: "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
     * });
     * ```
     */
    checkProofOfWork(request: CheckProofOfWorkRequest): CheckProofOfWorkReport;
    /**
     * New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving by
     * height.
     *
     * @example
     * ```ts
     * const answer = mining.subsidy({ height: 953568, network: "mainnet", blocks_per_day: 144 });
     * ```
     */
    subsidy(request: SubsidyRequest): SubsidyReport;
    /**
     * The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form beside
     * it.
     *
     * @example
     * ```ts
     * const answer = mining.impliedHashrate({ difficulty: 119120000000000, spacing_s: 600 });
     * ```
     */
    impliedHashrate(request: ImpliedHashrateRequest): ImpliedHashrateReport;
    /**
     * Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and fees.
     *
     * @example
     * ```ts
     * const answer = mining.expectedReward({
     *  hashrate_ths: 1000,
     *  network_basis: { difficulty: 100000000000000 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 0,
     *  pool_fee: 0,
     *  days: 1,
     * });
     * ```
     */
    expectedReward(request: ExpectedRewardRequest): ExpectedRewardReport;
    /**
     * Hashprice: expected earnings of one petahash per second per day, in US dollars and in satoshis.
     *
     * @example
     * ```ts
     * const answer = mining.hashprice({
     *  network_basis: { difficulty: 138955357012247.3 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 2000000,
     *  btc_price_usd: 73674,
     * });
     * ```
     */
    hashprice(request: HashpriceRequest): HashpriceReport;
    /**
     * Hashprice as a day paid it: issuance and fees of the day over the network's hashrate.
     *
     * @example
     * ```ts
     * const answer = mining.realizedHashprice({
     *  network_hashrate_ths: 558271813.8,
     *  daily_issuance_sat: 40625000000,
     *  daily_fees_sat: 120646658440,
     *  btc_price_usd: 64907.993,
     * });
     * ```
     */
    realizedHashprice(request: RealizedHashpriceRequest): RealizedHashpriceReport;
    /**
     * Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net, the
     * four break-evens, and the direct, cash and all-in cost of one bitcoin.
     *
     * @example
     * ```ts
     * const answer = mining.profit({
     *  hashrate_ths: 200,
     *  power_w: 3500,
     *  network_basis: { difficulty: 138955357012247.3 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 2000000,
     *  btc_price_usd: 73674,
     *  pool_fee: 0.02,
     *  power_price_usd_per_kwh: 0.05,
     *  days: 30,
     *  uptime: 0.98,
     *  hosting_fee_usd_per_kwh: 0.01,
     *  maintenance_usd_per_day: 0.2,
     *  machine_price_usd: 3200,
     *  useful_life_days: 1460,
     * });
     * ```
     */
    profit(request: ProfitRequest): ProfitReport;
    /**
     * Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.
     *
     * `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
     * that row, and the word in `status`).
     *
     * @example
     * ```ts
     * const columns = mining.profitBatch({
     *  hashrate_ths: [200, 110.5],
     *  power_w: [3500, 3250],
     *  power_price_usd_per_kwh: [0.05, -0.01],
     *  btc_price_usd: [73674, 73674],
     * }, {
     *  network_basis: { difficulty: 138955357012247.3 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 2000000,
     *  pool_fee: 0.02,
     *  days: 30,
     *  uptime: 0.98,
     * });
     * ```
     */
    profitBatch(columns: ProfitBatchInput, params: ProfitBatchParams): ProfitBatchColumns;
    /**
     * Profit over a grid of bitcoin prices, difficulties and power prices, each cell as `mining.profit` computes it.
     *
     * @example
     * ```ts
     * const answer = mining.profitHeatMap({
     *  base: { hashrate_ths: 200, power_w: 3500, network_basis: { difficulty: 138955357012247.3 }, subsidy_sat: 312500000, fees_per_block_sat: 2000000, btc_price_usd: 73674, pool_fee: 0.02, power_price_usd_per_kwh: 0.05, days: 30 },
     *  btc_prices_usd: [60000, 90000, 120000],
     *  difficulty_factors: [0.5, 1, 2],
     *  power_prices_usd_per_kwh: [0.03, 0.06],
     * });
     * ```
     */
    profitHeatMap(request: HeatMapRequest): HeatMapReport;
    /**
     * Hashprice of many days at once, each row as `mining.hashprice` computes it, bit for bit.
     *
     * @example
     * ```ts
     * const columns = mining.hashpriceBatch({
     *  difficulty: [136607070854775.06, 138955357012247.3],
     *  fees_per_block_sat: [2100000, 1900000],
     *  btc_price_usd: [73461.5, 73674],
     * }, { subsidy_sat: 312500000 });
     * ```
     */
    hashpriceBatch(columns: HashpriceBatchInput, params: HashpriceBatchParams): HashpriceBatchColumns;
    /**
     * The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a
     * difference of chainwork.
     *
     * @example
     * ```ts
     * const answer = mining.observedHashrate({ work: { blocks: { blocks: 130, difficulty: 86388559140000 } }, elapsed_s: 86400 });
     * ```
     */
    observedHashrate(request: ObservedHashrateRequest): ObservedHashrateReport;
    /**
     * The exact confidence interval of the network hashrate given a count of blocks in a fixed time (Garwood 1936:
     * chi-square quantiles of a Poisson count), or the time of a fixed number of blocks (Gamma), and the estimate without
     * bias.
     *
     * @example
     * ```ts
     * const answer = mining.hashrateInterval({ blocks: 144, difficulty: 138955357012247.3, elapsed_s: 86400, confidence: 0.95 });
     * ```
     */
    hashrateInterval(request: HashrateIntervalRequest): HashrateIntervalReport;
    /**
     * The difficulty that stands for a span in which it changed: the harmonic mean by time, at which a constant hashrate
     * finds as many blocks.
     *
     * @example
     * ```ts
     * const answer = mining.meanDifficulty({ spans: [{ difficulty: 126411437451912, days: 9.5 }, { difficulty: 138955357012247, days: 20.5 }] });
     * ```
     */
    meanDifficulty(request: MeanDifficultyRequest): MeanDifficultyReport;
    /**
     * A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative
     * standard error.
     *
     * @example
     * ```ts
     * const answer = mining.hashrateFromShares({ shares: 1000, share_difficulty: 65536, elapsed_s: 3600 });
     * ```
     */
    hashrateFromShares(request: HashrateFromSharesRequest): HashrateFromSharesReport;
    /**
     * The change at the next retarget, and its time, by a named estimator; the gamma posterior answers a band as well.
     *
     * @example
     * ```ts
     * const answer = mining.forecastRetarget({
     *  network: "mainnet",
     *  height: 750134,
     *  nbits: "0x1709ed88",
     *  period_start_s: 1660820820,
     *  last_block_s: 1660917166,
     *  now_ms: 1660917833000,
     *  estimator: { gamma_posterior: { confidence: 0.95 } },
     * });
     * ```
     */
    forecastRetarget(request: ForecastRetargetRequest): ForecastRetargetReport;
    /**
     * The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and
     * quantiles).
     *
     * @example
     * ```ts
     * const answer = mining.soloOdds({
     *  hashrate_ths: 1000,
     *  network_basis: { difficulty: 100000000000000 },
     *  horizon: { days: 365.25 },
     *  quantiles: [0.5, 0.95],
     * });
     * ```
     */
    soloOdds(request: SoloOddsRequest): SoloOddsReport;
    /**
     * The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it, with
     * the exact confidence bounds of a window of blocks, and without the bias of one.
     *
     * @example
     * ```ts
     * const stream = mining.runningHashrate({ window_blocks: 120, confidence: 0.95 });
     * const columns = stream.updateMany({
     *  time_ms: [1780012800000, 1780013150000, 1780014011000],
     *  difficulty: [138955357012247.3, 138955357012247.3, 138955357012247.3],
     * });
     * stream.free();
     * ```
     */
    runningHashrate(params: RunningHashrateParams, state?: Uint8Array): Stream<RunningHashrateEvent, RunningHashrateRow, RunningHashrateInput, RunningHashrateColumns>;
    /**
     * Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the
     * subsidy follows the height, blocks arrive as a Poisson process.
     *
     * @example
     * ```ts
     * const answer = await mining.soloIncome({
     *  hashrate_ths: 100000,
     *  difficulty: 138955357012247.3,
     *  height: 951552,
     *  fees_per_block_sat: 2000000,
     *  days: 365,
     *  drift_per_retarget: 0.01,
     *  volatility_per_retarget: 0.046,
     *  paths: 4096,
     *  seed: "20260531",
     *  quantiles: [0.05, 0.5, 0.95],
     * });
     * ```
     */
    soloIncome(params: SoloIncomeRequest, options?: JobOptions): Promise<SoloIncomeReport>;
    /** `soloIncome` in blocks: step, save, resume, split over workers, merge. */
    soloIncomeJob(params: SoloIncomeRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<SoloIncomeReport>;
    /**
     * The catalog of machines: nominal hashrate and power of public lists, with their sources.
     *
     * Models whose sources contradict each other are listed only with `include_doubtful`.
     *
     * @example
     * ```ts
     * const answer = mining.machines({ contains: "S21" });
     * ```
     */
    machines(request?: MachinesRequest): MachinesReport;
    /**
     * The machine of the catalog that has this name, upper and lower case alike, with or without its brand.
     *
     * @example
     * ```ts
     * const answer = mining.findMachine({ name: "S21 XP" });
     * ```
     */
    findMachine(request: FindMachineRequest): AsicModel;
    /**
     * Hashrate and power of a fleet: machines by model or by figures of one's own, with age, decay and cooling.
     *
     * @example
     * ```ts
     * const answer = mining.fleet({
     *  groups: [{ count: 100, machine: { model: "Antminer S21" } }, { count: 50, machine: { spec: { hashrate_ths: 110, power_w: 3250 } }, age_days: 730, decay_per_month: 0.005 }],
     *  cooling_overhead: 1.05,
     *  uptime: 0.97,
     * });
     * ```
     */
    fleet(request: FleetRequest): FleetReport;
    /**
     * Number of machines that a site can feed.
     *
     * @example
     * ```ts
     * const answer = mining.siteCapacity({ site_power_w: 20000000, machine: { spec: { hashrate_ths: 200, power_w: 3500 } }, cooling_overhead: 1.04 });
     * ```
     */
    siteCapacity(request: SiteCapacityRequest): SiteCapacityReport;
    /**
     * Earnings of groups of machines today, thousands at once, each with its age, decay and price.
     *
     * `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
     * that row, and the word in `status`).
     *
     * @example
     * ```ts
     * const columns = mining.fleetBatch({
     *  count: [100, 50],
     *  hashrate_ths: [200, 95],
     *  power_w: [3500, 3250],
     *  power_price_usd_per_kwh: [0.05, 0.08],
     *  machine_price_usd: [3000, 400],
     *  decay_per_month: [0, 0.005],
     *  age_days: [0, 730],
     * }, {
     *  network_basis: { difficulty: 138955357012247.3 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 2000000,
     *  btc_price_usd: 90000,
     *  pool_fee: 0.02,
     * });
     * ```
     */
    fleetBatch(columns: FleetBatchInput, params: FleetBatchParams): FleetBatchColumns;
    /**
     * Price of each settlement interval of a span: flat, by windows to the minute with weekdays, holidays and seasons,
     * 24 daily values, or a series of 5, 15, 30 or 60 minutes, on the wall clock of any time zone.
     *
     * @example
     * ```ts
     * const answer = mining.tariffPrices({
     *  tariff: { energy: { time_of_use: { windows: [{ from_hour: 21, from_minute: 30, to_hour: 5, to_minute: 30, price_usd_per_kwh: 0.03 }, { from_hour: 18, to_hour: 20, days: { on: ["monday", "friday"] }, price_usd_per_kwh: 0.15 }], otherwise_usd_per_kwh: 0.09 } }, clock: { utc_offset_min: 660, changes: [{ time_ms: 1775318400000, utc_offset_min: 600 }, { time_ms: 1791043200000, utc_offset_min: 660 }] }, holidays: ["2026-04-03", "2026-04-06"] },
     *  start_ms: 1775174400000,
     *  hours: 24,
     * });
     * ```
     */
    tariffPrices(request: TariffPricesRequest): TariffPricesReport;
    /**
     * Bill of a load under a tariff: energy at the price of its interval, a contract block settled at that price, demand
     * charges by window with ratchets, coincident peaks, blocks of the month's use, fixed and minimum charges.
     *
     * @example
     * ```ts
     * const answer = mining.bill({
     *  tariff: { energy: { series: { start_ms: 1785542400000, interval_minutes: 15, usd_per_kwh: [0.03, 0.05, 0.3, -0.01] } }, settlement_minutes: 15, contract: { power_w: 1000000, price_usd_per_kwh: 0.04 }, demand: [{ usd_per_kw_month: 9 }, { usd_per_kw_month: 12, windows: [{ from_hour: 0, to_hour: 0, to_minute: 30, days: "weekends" }], ratchet: { fraction: 0.8, months: 11, earlier_peaks_w: [1200000, 1900000] } }], coincident_peaks: [{ time_ms: 1785544200000, usd_per_kw: 16, probability: 0.25 }], tiers: [{ up_to_kwh: 210000, usd_per_kwh: 0.0149 }, { usd_per_kwh: 0.0107 }], energy_so_far_kwh: 209800, fixed_usd_per_month: 30 },
     *  start_ms: 1785542400000,
     *  load_w: [1000000, 1500000, 0, 1500000],
     * });
     * ```
     */
    bill(request: BillRequest): Bill;
    /**
     * Prices of a file as tools write it, ready for a tariff: commas, semicolons or tabs, quotes, further columns, times
     * with any offset, steps of 5 to 60 minutes; a gap is refused with its row.
     *
     * @example
     * ```ts
     * const answer = mining.readPrices({
     *  text: "time,usd_per_mwh,node\n2026-06-01 00:00:00+00:00,31.5,HB_WEST\n2026-06-01 00:15:00+00:00,29.0,HB_WEST\n2026-06-01 00:30:00+00:00,-4.2,HB_WEST\n2026-06-01 00:45:00+00:00,30.1,HB_WEST\n",
     * });
     * ```
     */
    readPrices(request: ReadPricesRequest): market.PowerPrices;
    /**
     * Machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or with
     * how much better the best can be.
     *
     * @example
     * ```ts
     * const answer = mining.meritOrder({
     *  classes: [{ name: "S19 Pro", count: 10, machine: { spec: { hashrate_ths: 110, power_w: 3250 } }, modes: [{ hashrate_ths: 90, power_w: 2400 }] }, { name: "S21", count: 10, machine: { model: "Antminer S21" } }],
     *  hashprice_usd_per_phs_day: 50,
     *  power_price_usd_per_kwh: 0.04,
     *  limit: { shed_w: 40000 },
     *  pool_fee: 0.02,
     * });
     * ```
     */
    meritOrder(request: MeritOrderRequest): MeritOrderReport;
    /**
     * Which machines run in which hour, why, what that saves, and what the tariff bills for it.
     *
     * By threshold where nothing couples the intervals, by dynamic programming with minimum times and start costs, in
     * whole machines under a power limit, and against everything that the tariff bills. The answer is the best there
     * is, or says how much more the best can leave.
     *
     * @example
     * ```ts
     * const answer = mining.planDispatch({
     *  classes: [{ name: "S19 Pro", count: 10, machine: { spec: { hashrate_ths: 110, power_w: 3250 } }, min_up_hours: 2, min_down_hours: 3, start_cost_usd: 0.05, initial: { on_hours: 5 } }],
     *  tariff: { energy: { daily_usd_per_kwh: [0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.06, 0.06, 0.06, 0.09, 0.12, 0.12, 0.12, 0.09, 0.06, 0.05, 0.03, 0.03] } },
     *  start_ms: 1785542400000,
     *  hours: 24,
     *  hashprice: { constant_usd_per_phs_day: 50 },
     *  cooling_overhead: 1.05,
     * });
     * ```
     */
    planDispatch(request: DispatchRequest): DispatchReport;
    /**
     * When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour,
     * as they are or as they move on.
     *
     * @example
     * ```ts
     * const answer = mining.powerCurtailmentAnalysis({
     *  classes: [{ name: "S19 XP", count: 100, machine: { spec: { hashrate_ths: 140, power_w: 3010 } } }],
     *  tariff: { energy: { time_of_use: { windows: [{ from_hour: 15, to_hour: 20, price_usd_per_kwh: 0.14 }], otherwise_usd_per_kwh: 0.05 } } },
     *  start_ms: 1785542400000,
     *  hours: 48,
     *  height: 1049900,
     *  difficulty: 130000000000000,
     *  btc_price_usd: 90000,
     *  fees_per_block_sat: 4000000,
     *  pool_fee: 0.02,
     *  algorithm: { dynamic: { difficulty: { growth_per_step: 0.01 }, btc_price: { growth_per_step: 0 } } },
     * });
     * ```
     */
    powerCurtailmentAnalysis(request: PowerCurtailmentRequest): PowerCurtailmentReport;
    /**
     * Mean and variance of what a payout scheme pays: solo, in a solo pool, PPS, FPPS, PPS+, PPLNS or
     * TIDES.
     *
     * Means differ by fees alone; only PPS has no variance. Source: Rosenfeld, arXiv 1112.4980.
     *
     * @example
     * ```ts
     * const answer = mining.payout({
     *  scheme: { pplns: { fee: 0.02, window_days: 1 } },
     *  hashrate_ths: 10000,
     *  pool_hashrate_ths: 10000000,
     *  network_basis: { difficulty: 130000000000000 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 4000000,
     *  fees_standard_deviation_sat: 3000000,
     *  days: 30,
     * });
     * ```
     */
    payout(request: PayoutRequest): PayoutReport;
    /**
     * Value of a share under PPS and FPPS: the probability that it is a block, times the reward of a block.
     *
     * @example
     * ```ts
     * const answer = mining.shareValue({
     *  share_difficulty: 65536,
     *  network_basis: { difficulty: 100000000000000 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 5000000,
     *  pool_fee: 0.02,
     * });
     * ```
     */
    shareValue(request: ShareValueRequest): ShareValueReport;
    /**
     * Audit of a pool's payment: the difference from what was owed as luck, fee, stale shares and what is left
     * unexplained, and the exact probability that an honest pool pays so little.
     *
     * @example
     * ```ts
     * const answer = mining.payoutAudit({
     *  received_sat: 12500000,
     *  hashrate_ths: 10000,
     *  pool_hashrate_ths: 10000000,
     *  network_basis: { difficulty: 130000000000000 },
     *  subsidy_sat: 312500000,
     *  fees_per_block_sat: 4000000,
     *  pool_fee: 0.02,
     *  stale: 0.005,
     *  days: 30,
     *  luck: { blocks_found: 40 },
     *  level: 0.05,
     * });
     * ```
     */
    payoutAudit(request: PayoutAuditRequest): PayoutAuditReport;
    /**
     * Income of a purchase of machines, step by step, with the option to switch off and without it: cash flow, net
     * present value, rate of return, payback, depreciation and carbon dioxide.
     *
     * Static: the world stays as it is. Dynamic: one step per retarget with its real length, the halving by height,
     * paths of difficulty, price and fees, decay of hashrate.
     *
     * @example
     * ```ts
     * const answer = mining.forecast({
     *  project: { hashrate_ths: 270, power_w: 3645, machine_price_usd: 3335, resale_usd: 300, start_ms: 1781913600000, height: 1020000, difficulty: 130000000000000, btc_price_usd: 90000, fees_per_block_sat: 4000000, pool_fee: 0.02, power_price_usd_per_kwh: 0.05, maintenance_usd_per_day: 0.1, uptime: 0.97, co2_kg_per_kwh: 0.4 },
     *  algorithm: { dynamic: { difficulty: { growth_per_step: 0.01 }, btc_price: { growth_per_step: 0.002 }, hashrate_decay_per_month: 0.003 } },
     *  steps: { retargets: { days: 730 } },
     *  discount_rate_per_year: 0.1,
     *  depreciation: { straight_line: { years: 4, salvage_usd: 300 } },
     * });
     * ```
     */
    forecast(request: ForecastRequest): ForecastReport;
    /**
     * Forecasts of many purchases of machines in many scenarios, each row as `mining.forecast` computes it, bit for bit.
     *
     * `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
     * that row, and the word in `status`).
     *
     * @example
     * ```ts
     * const columns = mining.forecastBatch({
     *  hashrate_ths: [270, 270, 110, 110],
     *  power_w: [3645, 3645, 3250, 3250],
     *  machine_price_usd: [3335, 3335, 400, 400],
     *  power_price_usd_per_kwh: [0.05, 0.05, 0.05, 0.05],
     *  difficulty_growth_per_step: [0, 0.02, 0, 0.02],
     *  btc_price_growth_per_step: [0, 0, 0, 0],
     *  hashrate_decay_per_month: [0, 0.002, 0, 0.002],
     *  resale_usd: [300, 300, 0, 0],
     * }, {
     *  start_ms: 1781913600000,
     *  height: 953568,
     *  difficulty: 130000000000000,
     *  btc_price_usd: 90000,
     *  fees_per_block_sat: 4000000,
     *  pool_fee: 0.02,
     *  steps: { months: { count: 24, days_each: 30.4375 } },
     *  discount_rate_per_year: 0.1,
     * });
     * ```
     */
    forecastBatch(columns: ForecastBatchInput, params: ForecastBatchParams): ForecastBatchColumns;
    /**
     * Monte Carlo of a purchase of machines: price and difficulty correlated over lags, or drawn from history in
     * blocks; distribution of the net present value, probability of payback, value of the option to switch off.
     *
     * @example
     * ```ts
     * const answer = await mining.forecastSimulation({
     *  project: { hashrate_ths: 270, power_w: 3645, machine_price_usd: 3335, start_ms: 1781913600000, height: 1020000, difficulty: 130000000000000, btc_price_usd: 90000, fees_per_block_sat: 4000000, pool_fee: 0.02, power_price_usd_per_kwh: 0.05 },
     *  model: { correlated: { price_drift: 0.005, price_volatility: 0.11, difficulty_drift: 0.01, difficulty_volatility: 0.046, correlation_by_lag: [0, 0.1, 0.2, 0.3, 0.4] } },
     *  retargets: 52,
     *  discount_rate_per_year: 0.1,
     *  paths: 1024,
     *  seed: "20260531",
     *  quantiles: [0.05, 0.5, 0.95],
     *  fan_retargets: [13, 26, 52],
     *  sensitivity: 0.1,
     * });
     * ```
     */
    forecastSimulation(params: ForecastSimulationRequest, options?: JobOptions): Promise<ForecastSimulationReport>;
    /** `forecastSimulation` in blocks: step, save, resume, split over workers, merge. */
    forecastSimulationJob(params: ForecastSimulationRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<ForecastSimulationReport>;
    /**
     * Value of cash flows at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days.
     *
     * @example
     * ```ts
     * const answer = mining.netPresentValue({ cash_flows: { periodic: [-1000, 400, 400, 400] }, discount_rate: 0.1 });
     * ```
     */
    netPresentValue(request: NetPresentValueRequest): NetPresentValueReport;
    /**
     * Rate at which cash flows are worth nothing: one, or the reason why there is no such rate, or all of several.
     *
     * @example
     * ```ts
     * const answer = mining.internalRateOfReturn({
     *  cash_flows: { dated: [{ time_ms: 1700000000000, usd: -10000 }, { time_ms: 1715552000000, usd: 7000 }, { time_ms: 1736000000000, usd: 4500 }] },
     * });
     * ```
     */
    internalRateOfReturn(request: InternalRateOfReturnRequest): InternalRateOfReturnReport;
    /**
     * Depreciation of a machine by year: straight line over whole or half first years, or MACRS of 3-year and 5-year
     * property with the half-year or mid-quarter convention, each with a part written off at once.
     *
     * @example
     * ```ts
     * const answer = mining.depreciation({ cost_usd: 3335, method: { straight_line: { years: 4, salvage_usd: 335 } } });
     * ```
     */
    depreciation(request: DepreciationRequest): DepreciationReport;
    /**
     * Bonus depreciation of United States tax law by the days of acquisition and service, as of July 2025.
     *
     * @example
     * ```ts
     * const answer = mining.bonusDepreciation({ acquired: "2025-03-01", placed_in_service: "2025-06-15" });
     * ```
     */
    bonusDepreciation(request: BonusDepreciationRequest): BonusDepreciationReport;
    /**
     * Bitcoin that a project is expected to earn in a span, as the world stays or as it moves on.
     *
     * @example
     * ```ts
     * const answer = mining.calculateBtcMined({
     *  project: { hashrate_ths: 200, power_w: 3500, machine_price_usd: 3000, start_ms: 1781913600000, height: 953568, difficulty: 130000000000000, btc_price_usd: 90000, fees_per_block_sat: 4000000, pool_fee: 0.02, power_price_usd_per_kwh: 0.05 },
     *  algorithm: "static",
     *  days: 365,
     * });
     * ```
     */
    calculateBtcMined(request: CalculatorRequest): BtcMinedReport;
    /**
     * Revenue of hashing per day before costs, as the world stays or as it moves on.
     *
     * @example
     * ```ts
     * const answer = mining.calculateDailyRevenue({
     *  project: { hashrate_ths: 200, power_w: 3500, machine_price_usd: 3000, start_ms: 1781913600000, height: 953568, difficulty: 130000000000000, btc_price_usd: 90000, fees_per_block_sat: 4000000, pool_fee: 0.02, power_price_usd_per_kwh: 0.05 },
     *  algorithm: { dynamic: { difficulty: { growth_per_step: 0.01 }, btc_price: { growth_per_step: 0 } } },
     *  days: 90,
     * });
     * ```
     */
    calculateDailyRevenue(request: CalculatorRequest): DailyRevenueReport;
    /**
     * Profit of a span: revenue less power, hosting and maintenance.
     *
     * @example
     * ```ts
     * const answer = mining.calculateProfitability({
     *  project: { hashrate_ths: 200, power_w: 3500, machine_price_usd: 3000, start_ms: 1781913600000, height: 953568, difficulty: 130000000000000, btc_price_usd: 90000, fees_per_block_sat: 4000000, pool_fee: 0.02, power_price_usd_per_kwh: 0.05, hosting_fee_usd_per_kwh: 0.01, maintenance_usd_per_day: 0.2 },
     *  algorithm: { dynamic: { difficulty: { growth_per_step: 0.01 }, btc_price: { growth_per_step: 0 } } },
     *  days: 365,
     * });
     * ```
     */
    calculateProfitability(request: CalculatorRequest): ProfitabilityReport;
    /**
     * Return on machines: whether they earn back their price, when, and at which rate.
     *
     * @example
     * ```ts
     * const answer = mining.calculateRoi({
     *  project: { hashrate_ths: 200, power_w: 3500, machine_price_usd: 3000, start_ms: 1781913600000, height: 953568, difficulty: 130000000000000, btc_price_usd: 90000, fees_per_block_sat: 4000000, pool_fee: 0.02, power_price_usd_per_kwh: 0.05 },
     *  algorithm: { dynamic: { difficulty: { growth_per_step: 0.01 }, btc_price: { following: [91000, 92000, 93000] }, fees_per_block_sat: [4100000, 4200000, 4300000] } },
     *  steps: { months: { count: 4, days_each: 30.4375 } },
     *  discount_rate_per_year: 0.1,
     * });
     * ```
     */
    calculateRoi(request: RoiRequest): RoiReport;
  }
}

/** Operations of the domain. */
export const mining: mining.Operations = {
  decodeNbits: (request) => document("mining.decode_nbits", request),
  retarget: (request) => document("mining.retarget", request),
  permittedTransition: (request) => document("mining.permitted_transition", request),
  checkProofOfWork: (request) => document("mining.check_proof_of_work", request),
  subsidy: (request) => document("mining.subsidy", request),
  impliedHashrate: (request) => document("mining.implied_hashrate", request),
  expectedReward: (request) => document("mining.expected_reward", request),
  hashprice: (request) => document("mining.hashprice", request),
  realizedHashprice: (request) => document("mining.realized_hashprice", request),
  profit: (request) => document("mining.profit", request),
  profitBatch: (columns, params) => runColumns("mining.profit_batch", [["hashrate_ths", "f64"], ["power_w", "f64"], ["power_price_usd_per_kwh", "f64"], ["btc_price_usd", "f64"]], ["revenue_usd", "power_cost_usd", "net_usd", "status"], columns, params),
  profitHeatMap: (request) => document("mining.profit_heat_map", request),
  hashpriceBatch: (columns, params) => runColumns("mining.hashprice_batch", [["difficulty", "f64"], ["fees_per_block_sat", "f64"], ["btc_price_usd", "f64"]], ["hashprice_usd_per_phs_day", "hashprice_sat_per_phs_day", "status"], columns, params),
  observedHashrate: (request) => document("mining.observed_hashrate", request),
  hashrateInterval: (request) => document("mining.hashrate_interval", request),
  meanDifficulty: (request) => document("mining.mean_difficulty", request),
  hashrateFromShares: (request) => document("mining.hashrate_from_shares", request),
  forecastRetarget: (request) => document("mining.forecast_retarget", request),
  soloOdds: (request) => document("mining.solo_odds", request),
  runningHashrate: (params, state) => new Stream("mining.running_hashrate", [["time_ms", "i64"], ["difficulty", "f64"]], ["hashrate_ths", "lower_ths", "upper_ths", "unbiased_ths"], params, state),
  soloIncome: async (params, options) => runJob(new Job("mining.solo_income", params), options),
  soloIncomeJob: (params, work) => new Job("mining.solo_income", params, work),
  machines: (request) => document("mining.machines", request),
  findMachine: (request) => document("mining.find_machine", request),
  fleet: (request) => document("mining.fleet", request),
  siteCapacity: (request) => document("mining.site_capacity", request),
  fleetBatch: (columns, params) => runColumns("mining.fleet_batch", [["count", "i64"], ["hashrate_ths", "f64"], ["power_w", "f64"], ["power_price_usd_per_kwh", "f64"], ["machine_price_usd", "f64"], ["decay_per_month", "f64"], ["age_days", "f64"]], ["hashrate_ths", "gross_btc_per_day", "revenue_usd_per_day", "power_cost_usd_per_day", "net_usd_per_day", "payback_days", "payback_status", "status"], columns, params),
  tariffPrices: (request) => document("mining.tariff_prices", request),
  bill: (request) => document("mining.bill", request),
  readPrices: (request) => document("mining.read_prices", request),
  meritOrder: (request) => document("mining.merit_order", request),
  planDispatch: (request) => document("mining.plan_dispatch", request),
  powerCurtailmentAnalysis: (request) => document("mining.power_curtailment_analysis", request),
  payout: (request) => document("mining.payout", request),
  shareValue: (request) => document("mining.share_value", request),
  payoutAudit: (request) => document("mining.payout_audit", request),
  forecast: (request) => document("mining.forecast", request),
  forecastBatch: (columns, params) => runColumns("mining.forecast_batch", [["hashrate_ths", "f64"], ["power_w", "f64"], ["machine_price_usd", "f64"], ["power_price_usd_per_kwh", "f64"], ["difficulty_growth_per_step", "f64"], ["btc_price_growth_per_step", "f64"], ["hashrate_decay_per_month", "f64"], ["resale_usd", "f64"]], ["net_present_value_usd", "always_on_net_present_value_usd", "net_usd", "btc", "energy_kwh", "days_off", "price_ceiling_usd", "payback_days", "payback_status", "internal_rate_per_year", "internal_rate_status", "status"], columns, params),
  forecastSimulation: async (params, options) => runJob(new Job("mining.forecast_simulation", params), options),
  forecastSimulationJob: (params, work) => new Job("mining.forecast_simulation", params, work),
  netPresentValue: (request) => document("mining.net_present_value", request),
  internalRateOfReturn: (request) => document("mining.internal_rate_of_return", request),
  depreciation: (request) => document("mining.depreciation", request),
  bonusDepreciation: (request) => document("mining.bonus_depreciation", request),
  calculateBtcMined: (request) => document("mining.calculate_btc_mined", request),
  calculateDailyRevenue: (request) => document("mining.calculate_daily_revenue", request),
  calculateProfitability: (request) => document("mining.calculate_profitability", request),
  calculateRoi: (request) => document("mining.calculate_roi", request),
};
