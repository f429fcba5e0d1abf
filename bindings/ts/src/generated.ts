// Generated from the operation table by `cargo xtask gen`.

import { type Backend, type Columns, Job, type JobOptions, Stream, type Words, document, runColumns, runJob } from "./core.js";

/** An exact amount of one currency. */
export interface Money {
  /** The number, as decimal text. (decimal text) */
  readonly amount: string;
  /** The currency. */
  readonly currency: string;
}

/**
 * A choice: a word, or a word with content.
 * - `nothing`: Nothing more to say.
 * - `number`: A number.
 */
export type EchoChoice =
  | "nothing"
  | { readonly number: number };

/** One field of each kind that crosses; all optional. */
export interface EchoDocument {
  /** Any finite number. */
  readonly number?: number;
  /** A list of finite numbers. */
  readonly numbers?: readonly (number)[];
  /** A quantity. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths?: number;
  /** Bitcoin that someone has. [sat, from 0 to 2100000000000000] */
  readonly amount_sat?: number;
  /** Bitcoin that flows. [sat, from -2100000000000000 to 2100000000000000] */
  readonly flow_sat?: number;
  /** A block height. [blocks, from 0 to 4294967295] */
  readonly height?: number;
  /** An instant. (milliseconds since 1970 UTC) [ms, from -62135532000000 to 253402235999999] */
  readonly time_ms?: number;
  /** A civil day. */
  readonly date?: string;
  /** Booked money. */
  readonly money?: Money;
  /** A 64-bit integer, as text. (answered as decimal text) */
  readonly count_u64?: bigint | string;
  /** A 128-bit integer, as text. (answered as decimal text) */
  readonly count_u128?: bigint | string;
  /** A truth value. */
  readonly flag?: boolean;
  /** Any text. */
  readonly text?: string;
  /** A choice. */
  readonly choice?: EchoChoice;
  /** The same once more, inside. */
  readonly inner?: EchoDocument;
}

/** Columns are echoed without parameters. */
export interface EchoParams {
}

/** Columns that `border.echo_columns` takes. */
export interface EchoColumnsInput extends Columns {
  /** Any floats. */
  readonly number: Float64Array | readonly number[];
  /** Any integers. */
  readonly integer: BigInt64Array | Float64Array | readonly number[];
}

/** Columns that `border.echo_columns` answers. */
export interface EchoColumnsColumns extends Columns {
  /** The floats. */
  readonly number: Float64Array;
  /** The integers. */
  readonly integer: BigInt64Array;
  /** Sign of the integer: negative, zero or positive. */
  readonly sign: Words;
}

/** What `decode_nbits` answers. */
export interface DecodeNbitsReport {
  /** The compact target as asked. */
  readonly nbits: string;
  /** The target: a block's hash must not be above it. */
  readonly target: string;
  /** The compact form of the target as consensus writes it; differs from `nbits` where that was not canonical. */
  readonly canonical_nbits: string;
  /** Difficulty by Bitcoin Core's mantissa division, to the last bit. */
  readonly difficulty: number;
  /** Difficulty from the full target, `0xffff · 2^208 / target`; differs from `difficulty` where a small size cuts mantissa digits off. */
  readonly target_difficulty: number;
  /** Work of one block in whole hashes, `floor(2^256 / (target + 1))`, as it is added to the chainwork. */
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

/** What `retarget` answers. */
export interface RetargetReport {
  /** The compact target of the next period. */
  readonly next_nbits: string;
  /** Its target. */
  readonly next_target: string;
  /** Its difficulty by Bitcoin Core's mantissa division. */
  readonly next_difficulty: number;
  /** The measured span of the period in seconds, possibly negative. */
  readonly actual_timespan_s: number;
  /** The span that the rule used, 302,400 to 4,838,400 seconds. [from 0] */
  readonly clamped_timespan_s: number;
  /** Difficulty of the next period over that of the period that ends: old target / new target. */
  readonly difficulty_ratio: number;
  /** Whether the network retargets at all; where not, `next_nbits` is the old one. */
  readonly retargets: boolean;
}

/** What `permitted_transition` answers. */
export interface PermittedTransitionReport {
  /** Whether the later block may follow. */
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

/** What `check_proof_of_work` answers. */
export interface CheckProofOfWorkReport {
  /** Whether the hash is proof of work. */
  readonly valid: boolean;
  /** The same with the reason. */
  readonly verdict: ProofOfWork;
}

/**
 */
export interface OutcomeUndefined {
  /** Why. */
  readonly reason: string;
}

/**
 * A number, or the reason why there is none.
 *
 * Reports carry no NaN and no infinity: a break-even price that does not exist is `Never`, not infinite.
 * - `value`: The number, always finite.
 * - `never`: It does not happen: no value is good enough.
 * - `unbounded`: There is no limit: every value is good enough, or the number exceeds what an `f64` holds.
 * - `undefined`: The question has no answer.
 */
export type Outcome =
  | { readonly value: number }
  | "never"
  | "unbounded"
  | { readonly undefined: OutcomeUndefined };

/**
 */
export interface NextHalvingAt {
  /** Height of the first block of the next era. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Blocks from the asked height to that block. [from 0] */
  readonly blocks: number;
  /** The same in days of 86,400 s at the asked pace; `never` at a pace of zero. */
  readonly days: Outcome;
}

/**
 * The next halving.
 * - `never`: No subsidy is left to halve.
 * - `at`: It comes.
 */
export type NextHalving =
  | "never"
  | { readonly at: NextHalvingAt };

/** What `subsidy` answers. */
export interface SubsidyReport {
  /** New coins of the block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** All coins issued up to the block, itself and the genesis block included, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly cumulative_issuance_sat: number;
  /** Halvings so far. [from 0] */
  readonly era: number;
  /** The next halving. */
  readonly next_halving: NextHalving;
}

/** What `implied_hashrate` answers. */
export interface ImpliedHashrateReport {
  /** `D · 2^32 / spacing` in TH/s, the customary approximation. */
  readonly hashrate_ths: number;
  /** `2^256 / (target + 1) / spacing` in TH/s, exact but for rounding. */
  readonly exact_hashrate_ths: number;
}

/**
 */
export interface ObservedWorkBlocks {
  /** Number of blocks. [from 0] */
  readonly blocks: number;
  /** Their mean difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
}

/**
 */
export interface ObservedWorkChainwork {
  /** Chainwork at the start. */
  readonly start: string;
  /** Chainwork at the end. */
  readonly end: string;
}

/**
 * What the blocks of a span amount to.
 * - `blocks`: So many blocks of a difficulty; of their mean difficulty where it changed.
 * - `chainwork`: The chainwork before the first block and after the last, as nodes report it.
 */
export type ObservedWork =
  | { readonly blocks: ObservedWorkBlocks }
  | { readonly chainwork: ObservedWorkChainwork };

/** What `observed_hashrate` answers. */
export interface ObservedHashrateReport {
  /** The work in hashes. */
  readonly hashes: number;
  /** The mean hashrate of the span in TH/s. */
  readonly hashrate_ths: number;
}

/** What `hashrate_interval` answers. */
export interface HashrateIntervalReport {
  /** Hashrate in TH/s. */
  readonly hashrate_ths: number;
  /** Lower end of the interval in TH/s. */
  readonly lower_ths: number;
  /** Upper end of the interval in TH/s. */
  readonly upper_ths: number;
  /** Lower end for the expected number of blocks. */
  readonly lower_blocks: number;
  /** Upper end for the expected number of blocks. */
  readonly upper_blocks: number;
}

/** What `hashrate_from_shares` answers. */
export interface HashrateFromSharesReport {
  /** Hashrate in TH/s. */
  readonly hashrate_ths: number;
  /** Its standard error as a part of itself, `1 / sqrt(shares)`; undefined without shares. */
  readonly relative_standard_error: Outcome;
}

/** The end of the previous period, for `Estimator::MempoolWindow`. */
export interface PreviousPeriod {
  /** Header time of the block 503 below the tip, in Unix seconds. [from 0] */
  readonly window_start_s: number;
  /** Change of difficulty at the last retarget, as a fraction: 0.006 for +0.6 %. From -0.75 to 3. */
  readonly change: number;
}

/**
 */
export interface EstimatorMempoolWindow {
  /** The end of the previous period. Absent: no blending. */
  readonly previous?: PreviousPeriod;
}

/**
 */
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

/**
 */
export interface BandInterval {
  /** Lower end of the change, as a fraction. */
  readonly lower: number;
  /** Upper end of the change, as a fraction. */
  readonly upper: number;
}

/**
 * How sure the forecast is.
 * - `not_estimated`: The estimator has none.
 * - `interval`: The change lies between these with the confidence that was asked for.
 */
export type Band =
  | "not_estimated"
  | { readonly interval: BandInterval };

/**
 */
export interface OutlookSettled {
  /** Compact target of the next period. */
  readonly next_nbits: string;
}

/**
 * Whether the next target is known.
 * - `estimated`: Blocks of the period are missing: the change is an estimate.
 * - `settled`: The tip is the period's last block: consensus has decided.
 */
export type Outlook =
  | "estimated"
  | { readonly settled: OutlookSettled };

/** What `forecast_retarget` answers. */
export interface ForecastRetargetReport {
  /** Change of difficulty at the next retarget, as a fraction, -0.75 to 3; before compact rounding. */
  readonly change: number;
  /** How sure that is. */
  readonly band: Band;
  /** Whether the next target is known. */
  readonly outlook: Outlook;
  /** Difficulty of this period. */
  readonly difficulty: number;
  /** Difficulty of the next period: estimated, or that of consensus once settled. */
  readonly next_difficulty: number;
  /** Height of the next period's first block. [blocks, from 0 to 4294967295] */
  readonly next_retarget_height: number;
  /** Block intervals of the period seen so far. [from 0] */
  readonly intervals: number;
  /** Blocks until the next period begins, its first one included. [from 0] */
  readonly remaining_blocks: number;
  /** `intervals / 2016`. */
  readonly progress: number;
  /** Blocks that the time since the period began would hold at 600 s each. */
  readonly expected_blocks: number;
  /** Mean interval so far in whole milliseconds, rounded down. */
  readonly mean_interval_ms: number;
  /** Time until the next period begins at that pace, in milliseconds. */
  readonly remaining_ms: number;
  /** When the next period begins at that pace, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from -62135532000000 to 253402235999999] */
  readonly retarget_time_ms: number;
  /**
   * On networks with 20-minute blocks, minus the time since the last block (at most 20 minutes) once that and a mean interval exceed 20
   * minutes: the next block is due earlier than the pace says. Otherwise 0.
   */
  readonly time_offset_ms: number;
}

/**
 * What is known of the network, exactly one of three.
 *
 * In JSON `{"difficulty": 1.3e14}`, `{"nbits": "0x170240c3"}` or `{"network_hashrate_ths": 9.3e8}`.
 * - `difficulty`: A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation.
 * - `nbits`: A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes.
 * - `network_hashrate_ths`: The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much.
 */
export type NetworkBasis =
  | { readonly difficulty: number }
  | { readonly nbits: string }
  | { readonly network_hashrate_ths: number };

/**
 * The name of a `NetworkBasis`, for reports.
 * - `difficulty`: A difficulty was given.
 * - `nbits`: A compact target was given.
 * - `network_hashrate`: A network hashrate was given.
 */
export type BasisName =
  | "difficulty"
  | "nbits"
  | "network_hashrate";

/** The network as a calculation used it. */
export interface NetworkUsed {
  /** Which of the three was given. */
  readonly basis: BasisName;
  /** Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate. */
  readonly difficulty: number;
  /** Hashes that a block takes on average. */
  readonly hashes_per_block: number;
  /** The block spacing, in seconds, that ties the network's hashrate to the hashes per block. */
  readonly spacing_s: number;
  /** The network's hashrate at that spacing, in TH/s. */
  readonly network_hashrate_ths: number;
}

/** What `expected_reward` answers. */
export interface ExpectedRewardReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Blocks found on average in the span. */
  readonly expected_blocks: number;
  /** Their reward in BTC, before the pool's fee. */
  readonly gross_btc: number;
  /** What the pool keeps of it, in BTC. */
  readonly pool_fee_btc: number;
  /** What is left, in BTC: `gross_btc - pool_fee_btc`. */
  readonly expected_btc: number;
}

/** What `hashprice` answers. */
export interface HashpriceReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Satoshis per PH/s per day. */
  readonly hashprice_sat_per_phs_day: number;
  /** US dollars per PH/s per day. */
  readonly hashprice_usd_per_phs_day: number;
}

/** What `realised_hashprice` answers. */
export interface RealisedHashpriceReport {
  /** Satoshis per PH/s of that day. */
  readonly hashprice_sat_per_phs_day: number;
  /** US dollars per PH/s of that day. */
  readonly hashprice_usd_per_phs_day: number;
  /** The part of the reward that was fees. */
  readonly fee_share: Outcome;
}

/**
 * How long a solo miner tries.
 * - `days`: A span of time, in days of 86,400 s, at constant difficulty.
 * - `blocks`: So many blocks of the network, each found by the miner with the probability of its share of the network's hashrate.
 */
export type SoloHorizon =
  | { readonly days: number }
  | { readonly blocks: number };

/** What `solo_odds` answers. */
export interface SoloOddsReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Blocks found on average within the horizon. */
  readonly expected_blocks: number;
  /** Probability of at least one block within the horizon. */
  readonly at_least_one: number;
  /** Mean wait for a block, in days; `never` without hashrate. */
  readonly mean_wait_days: Outcome;
  /** Wait that half of all miners exceed, in days: ln 2 times the mean. */
  readonly median_wait_days: Outcome;
  /** For each of `quantiles` the wait that is not exceeded with that probability, in days; `unbounded` for 1. */
  readonly wait_days: readonly (Outcome)[];
}

/**
 * The values of four inputs, each alone and all else as it is, at which `net_usd` is 0.
 *
 * `never`: no value of the input is good enough, it is always a loss. `unbounded`: no value is bad enough, it is always a profit.
 * `undefined`: it is exactly nothing at every value. Negative values appear only for the power price, which can be negative.
 */
export interface BreakEvens {
  /** The highest power price that still pays, in USD/kWh: `(revenue - hosting - maintenance) / energy`. */
  readonly power_price_usd_per_kwh: Outcome;
  /** The lowest bitcoin price that still pays, in USD: `(power + hosting + maintenance) / expected BTC`. */
  readonly btc_price_usd: Outcome;
  /**
   * The lowest hashprice that still pays, in USD/PH/day, before the pool's fee as markets quote it:
   * `hashprice · (power + hosting + maintenance) / revenue`, taken at the machine's own hours.
   */
  readonly hashprice_usd_per_phs_day: Outcome;
  /** The highest difficulty that still pays: `difficulty · revenue / (power + hosting + maintenance)`. */
  readonly difficulty: Outcome;
}

/** What one bitcoin costs to produce, in USD. `never` where nothing is mined: no money makes one. */
export interface CostOfBitcoin {
  /** Power and hosting over the BTC received after the pool's fee: below this price it is better to switch off. */
  readonly direct_usd: Outcome;
  /** Direct cost and maintenance: below this price cash runs out. */
  readonly cash_usd: Outcome;
  /**
   * Cash cost and straight-line depreciation of the machine: below this price the machine does not earn itself back. `undefined`
   * without a machine price.
   */
  readonly all_in_usd: Outcome;
}

/**
 * What `profit` answers.
 *
 * `gross_revenue_usd - pool_fee_usd = revenue_usd` and `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd = net_usd`, exactly
 * when evaluated from left to right.
 */
export interface ProfitReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** BTC mined on average, before the pool's fee. */
  readonly gross_btc: number;
  /** BTC received on average, after the pool's fee. */
  readonly expected_btc: number;
  /** USD value of `gross_btc`. */
  readonly gross_revenue_usd: number;
  /** What the pool keeps of it. */
  readonly pool_fee_usd: number;
  /** What is left: revenue after the pool's fee. */
  readonly revenue_usd: number;
  /** Energy times power price; negative where the price is. */
  readonly power_cost_usd: number;
  /** Energy times hosting fee; 0 without a host. */
  readonly hosting_usd: number;
  /** Upkeep over the span; 0 where none was given. */
  readonly maintenance_usd: number;
  /** The profit: revenue less power, hosting and maintenance. */
  readonly net_usd: number;
  /** Energy used, in kWh. */
  readonly energy_kwh: number;
  /** Straight-line depreciation over the span, in USD; not part of `net_usd`. */
  readonly depreciation_usd: Outcome;
  /** Power over hashrate, in J/TH. */
  readonly efficiency_j_per_th: Outcome;
  /** Hashprice at this difficulty and price, in USD/PH/day, before the pool's fee. */
  readonly hashprice_usd_per_phs_day: number;
  /** Where profit turns into loss. */
  readonly break_even: BreakEvens;
  /** What one bitcoin costs to produce. */
  readonly cost_of_bitcoin: CostOfBitcoin;
}

/**
 * What a batch does with a row that a unit refuses.
 * - `refuse`: The whole batch is refused with the first fault, by column, then by row.
 * - `report`: The row is marked in the status column and its results are NaN; the other rows are computed.
 */
export type OnBadRow =
  | "refuse"
  | "report";

/** What `SoloIncome` answers. All figures are of the simulated paths. */
export interface SoloIncomeReport {
  /** Number of paths. [from 0] */
  readonly paths: number;
  /** Mean income in satoshis. */
  readonly mean_sat: number;
  /** Standard deviation of the income in satoshis (divisor: paths - 1). */
  readonly standard_deviation_sat: number;
  /** Standard error of the mean in satoshis: standard deviation over the root of the number of paths. */
  readonly standard_error_sat: number;
  /** Part of the paths that earn nothing. */
  readonly nothing: number;
  /** Mean number of blocks found. */
  readonly mean_blocks: number;
  /** For each of `quantiles` the least income, in whole satoshis, that at least that part of the paths does not exceed. */
  readonly income_sat: readonly (number)[];
}

/** What `decode_nbits` is asked. */
export interface DecodeNbitsRequest {
  /** The compact target of a header. */
  readonly nbits: string;
}

/** What `retarget` is asked. */
export interface RetargetRequest {
  /** The network whose rules hold. */
  readonly network: Network;
  /** The compact target of the period's last block. */
  readonly nbits: string;
  /** The compact target of the period's first block: required on testnet4 (BIP94), refused elsewhere. */
  readonly first_nbits?: string;
  /** Header time of the period's first block, in Unix seconds. [from 0] */
  readonly first_time_s: number;
  /** Header time of the period's last block, in Unix seconds. May lie before the first: header times are not monotonic. [from 0] */
  readonly last_time_s: number;
}

/** What `permitted_transition` is asked. */
export interface PermittedTransitionRequest {
  /** The network whose rules hold. */
  readonly network: Network;
  /** Height of the later block. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Compact target of the block before it. */
  readonly old_nbits: string;
  /** Compact target of the block itself. */
  readonly new_nbits: string;
}

/** What `check_proof_of_work` is asked. */
export interface CheckProofOfWorkRequest {
  /** The block's hash in display order. */
  readonly hash: string;
  /** The compact target of its header. */
  readonly nbits: string;
  /** The network whose limit holds. */
  readonly network: Network;
}

/** What `subsidy` is asked. */
export interface SubsidyRequest {
  /** Height of the block. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** The network whose schedule holds. */
  readonly network: Network;
  /** The pace at which the time to the next halving is told. Absent: 144, the pace that consensus aims at. [from 0.0 to 1000000000000.0] */
  readonly blocks_per_day?: number;
}

/** What `implied_hashrate` is asked. */
export interface ImpliedHashrateRequest {
  /** Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Mean time between blocks in seconds; 600 is what consensus aims at. [s, above 0.0 to 100000000000.0] */
  readonly spacing_s: number;
}

/** What `observed_hashrate` is asked. */
export interface ObservedHashrateRequest {
  /** The work that was seen. */
  readonly work: ObservedWork;
  /** The span in which it was done, in seconds. [s, above 0.0 to 100000000000.0] */
  readonly elapsed_s: number;
}

/** What `hashrate_interval` is asked. */
export interface HashrateIntervalRequest {
  /** Blocks found. [from 0] */
  readonly blocks: number;
  /** Their difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** The span in which they were found, in seconds. [s, above 0.0 to 100000000000.0] */
  readonly elapsed_s: number;
  /** Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0] */
  readonly confidence: number;
}

/** What `hashrate_from_shares` is asked. */
export interface HashrateFromSharesRequest {
  /** Accepted shares. [from 0] */
  readonly shares: number;
  /** Difficulty of each. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly share_difficulty: number;
  /** The span in which they were found, in seconds. [s, above 0.0 to 100000000000.0] */
  readonly elapsed_s: number;
}

/** What `forecast_retarget` is asked. */
export interface ForecastRetargetRequest {
  /** The network whose rules hold; not regtest, which does not retarget. */
  readonly network: Network;
  /** Height of the tip. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Compact target of the period; on testnet4 that of its first block. */
  readonly nbits: string;
  /** Header time of the period's first block, in Unix seconds. [from 0] */
  readonly period_start_s: number;
  /** Header time of the tip, in Unix seconds. [from 0] */
  readonly last_block_s: number;
  /** The present, in Unix milliseconds. After the period's first block. (milliseconds since 1970 UTC) [ms, from -62135532000000 to 253402235999999] */
  readonly now_ms: number;
  /** How the change is estimated. */
  readonly estimator: Estimator;
}

/** What `expected_reward` is asked. */
export interface ExpectedRewardRequest {
  /** The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool keeps; 0 for solo mining. Below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** The span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
  readonly days: number;
}

/** What `hashprice` is asked. */
export interface HashpriceRequest {
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
}

/** What `realised_hashprice` is asked: one day of the network. */
export interface RealisedHashpriceRequest {
  /** The network's mean hashrate of the day in TH/s, as observed from its blocks. [TH/s, from 0.0 to 1e+24] */
  readonly network_hashrate_ths: number;
  /** New coins of the day, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly daily_issuance_sat: number;
  /** Transaction fees of the day, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly daily_fees_sat: number;
  /** Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
}

/** What `solo_odds` is asked. */
export interface SoloOddsRequest {
  /** The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** How long the miner tries. */
  readonly horizon: SoloHorizon;
  /** Probabilities for which the waiting time is told: 0.5 for the median. */
  readonly quantiles?: readonly (number)[];
}

/** What `profit` is asked. */
export interface ProfitRequest {
  /** Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Power drawn while running, at the meter, in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
  readonly power_price_usd_per_kwh: number;
  /** The span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
  readonly days: number;
  /** The part of the span in which the machine runs, hashing and drawing power. Absent: all of it. [from 0.0 to 1.0] */
  readonly uptime?: number;
  /** What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
  readonly hosting_fee_usd_per_kwh?: number;
  /** Upkeep in USD per day of the span, running or not. Absent: none. [USD, from 0.0 to 1000000000000000.0] */
  readonly maintenance_usd_per_day?: number;
  /** What the machine cost, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only. [USD, from 0.0 to 1000000000000000.0] */
  readonly machine_price_usd?: number;
  /** Days over which the machine is written off in equal parts. Goes with `machine_price_usd`. [d, above 0.0 to 1000000.0] */
  readonly useful_life_days?: number;
}

/** What all rows of `profit_batch` share; the fields mean what they mean in `ProfitRequest`. */
export interface ProfitBatchParams {
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** The span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
  readonly days: number;
  /** The part of the span in which the machines run. Absent: all of it. [from 0.0 to 1.0] */
  readonly uptime?: number;
  /** What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
  readonly hosting_fee_usd_per_kwh?: number;
  /** Upkeep of each row in USD per day. Absent: none. [USD, from 0.0 to 1000000000000000.0] */
  readonly maintenance_usd_per_day?: number;
  /** What to do with a row that a unit refuses. Absent: refuse the batch. */
  readonly on_bad_row?: OnBadRow;
}

/** Columns that `mining.profit_batch` takes. */
export interface ProfitBatchInput extends Columns {
  /** Hashrate. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: Float64Array | readonly number[];
  /** Power at the wall. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: Float64Array | readonly number[];
  /** Price of energy. [USD/kWh, from -1000.0 to 1000.0] */
  readonly power_price_usd_per_kwh: Float64Array | readonly number[];
  /** Price of one bitcoin. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: Float64Array | readonly number[];
}

/** Columns that `mining.profit_batch` answers. */
export interface ProfitBatchColumns extends Columns {
  /** Revenue before the pool's fee, USD. */
  readonly revenue_usd: Float64Array;
  /** Cost of power, USD. */
  readonly power_cost_usd: Float64Array;
  /** What is left after all costs, USD. */
  readonly net_usd: Float64Array;
  /** `ok` or `refused`. */
  readonly status: Words;
}

/** What all rows of `hashprice_batch` share. */
export interface HashpriceBatchParams {
  /** New coins per block, in satoshis. A series across a halving is two batches. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** What to do with a row that a unit refuses. Absent: refuse the batch. */
  readonly on_bad_row?: OnBadRow;
}

/** Columns that `mining.hashprice_batch` takes. */
export interface HashpriceBatchInput extends Columns {
  /** Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: Float64Array | readonly number[];
  /** Fees per block, averaged over the caller's window. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: BigInt64Array | Float64Array | readonly number[];
  /** Price of one bitcoin. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: Float64Array | readonly number[];
}

/** Columns that `mining.hashprice_batch` answers. */
export interface HashpriceBatchColumns extends Columns {
  /** Hashprice, USD per PH/s per day. */
  readonly hashprice_usd_per_phs_day: Float64Array;
  /** Hashprice, satoshis per PH/s per day. */
  readonly hashprice_sat_per_phs_day: Float64Array;
  /** `ok` or `refused`. */
  readonly status: Words;
}

/** What `RunningHashrate` is opened with. */
export interface RunningHashrateParams {
  /** Blocks whose work is counted, 1 to 100,000; 120 is what Bitcoin Core takes, 2016 a whole period. [from 0] */
  readonly window_blocks: number;
  /** Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0] */
  readonly confidence: number;
}

/** Columns that `mining.running_hashrate` takes. */
export interface RunningHashrateInput extends Columns {
  /** Time of the block. [ms, from -62135532000000 to 253402235999999] */
  readonly time_ms: BigInt64Array | Float64Array | readonly number[];
  /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: Float64Array | readonly number[];
}

/** Columns that `mining.running_hashrate` answers. */
export interface RunningHashrateColumns extends Columns {
  /** Hashrate, TH/s; NaN while warming up. */
  readonly hashrate_ths: Float64Array;
  /** Lower bound, TH/s. */
  readonly lower_ths: Float64Array;
  /** Upper bound, TH/s. */
  readonly upper_ths: Float64Array;
}

/** One event of `mining.running_hashrate`. */
export interface RunningHashrateEvent extends Columns {
  /** Time of the block. [ms, from -62135532000000 to 253402235999999] */
  readonly time_ms: number | bigint;
  /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
}

/** One output of `mining.running_hashrate`. */
export interface RunningHashrateRow extends Columns {
  /** Hashrate, TH/s; NaN while warming up. */
  readonly hashrate_ths: number;
  /** Lower bound, TH/s. */
  readonly lower_ths: number;
  /** Upper bound, TH/s. */
  readonly upper_ths: number;
}

/** What `SoloIncome` is opened with. */
export interface SoloIncomeRequest {
  /** The miner's hashrate in TH/s; at most the network's, `difficulty · 2^32 / 600 s`. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Difficulty at the start, 1 or more. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Transaction fees per block, in satoshis, at most 10,000 BTC. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Horizon in days, at most 36,525. [d, above 0.0 to 1000000.0] */
  readonly days: number;
  /** Mean change of the logarithm of difficulty at a retarget: 0.01 for about +1 %. From -1.4 to 1.4. */
  readonly drift_per_retarget: number;
  /** Standard deviation of that change, 0 to 1.4; mainnet's of recent years is 0.046. */
  readonly volatility_per_retarget: number;
  /** Number of simulated paths, 2 or more. [from 0] */
  readonly paths: number;
  /** Seed of the random numbers. (answered as decimal text) */
  readonly seed: bigint | string;
  /** Probabilities for which the income is told: 0.05 for the income that 5 % of the paths do not exceed. */
  readonly quantiles?: readonly (number)[];
}

/** The operations of `border`. Each throws {@link HashInsightError} on what it refuses. */
export interface Border {
  /** Answers the document it was given, one field of each kind that crosses: to prove that a binding loses nothing. */
  echo(request?: EchoDocument): EchoDocument;
  /** Answers the columns it was given, and the sign of each number as a word: to prove that a binding loses no bit, NaN included. */
  echoColumns(columns: EchoColumnsInput, params?: EchoParams): EchoColumnsColumns;
}

/** The operations of `mining`. Each throws {@link HashInsightError} on what it refuses. */
export interface Mining {
  /**
   * What a compact target says: the target, its difficulty, the work of a block, and the hashes it takes on average.
   *
   * The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole target and
   * `2^256 / (target + 1)` stand beside it under their own names.
   */
  decodeNbits(request: DecodeNbitsRequest): DecodeNbitsReport;
  /**
   * The compact target after a period of 2016 blocks, exactly as consensus computes it.
   *
   * `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's limit, then rounded to
   * compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target is the one of the period's first block.
   */
  retarget(request: RetargetRequest): RetargetReport;
  /** Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a factor 4 at its end. */
  permittedTransition(request: PermittedTransitionRequest): PermittedTransitionReport;
  /** Whether a block hash satisfies its compact target on a network, and if not, why. */
  checkProofOfWork(request: CheckProofOfWorkRequest): CheckProofOfWorkReport;
  /** New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving by height. */
  subsidy(request: SubsidyRequest): SubsidyReport;
  /** The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form beside it. */
  impliedHashrate(request: ImpliedHashrateRequest): ImpliedHashrateReport;
  /** The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a difference of chainwork. */
  observedHashrate(request: ObservedHashrateRequest): ObservedHashrateReport;
  /** The exact confidence interval of the network hashrate given a count of blocks (Garwood 1936: chi-square quantiles of a Poisson count). */
  hashrateInterval(request: HashrateIntervalRequest): HashrateIntervalReport;
  /** A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative standard error. */
  hashrateFromShares(request: HashrateFromSharesRequest): HashrateFromSharesReport;
  /** What the next retarget will change, and when, by a named estimator; the gamma posterior answers a band as well. */
  forecastRetarget(request: ForecastRetargetRequest): ForecastRetargetReport;
  /** Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and fees. */
  expectedReward(request: ExpectedRewardRequest): ExpectedRewardReport;
  /** Hashprice: what one petahash per second is expected to earn per day, in US dollars and in satoshis. */
  hashprice(request: HashpriceRequest): HashpriceReport;
  /** Hashprice as a day paid it: issuance and fees of the day over the network's hashrate. */
  realisedHashprice(request: RealisedHashpriceRequest): RealisedHashpriceReport;
  /** The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and quantiles). */
  soloOdds(request: SoloOddsRequest): SoloOddsReport;
  /**
   * Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net, the four
   * break-evens, and the direct, cash and all-in cost of one bitcoin.
   */
  profit(request: ProfitRequest): ProfitReport;
  /**
   * Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.
   *
   * `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in that row, and
   * the word in `status`).
   */
  profitBatch(columns: ProfitBatchInput, params: ProfitBatchParams): ProfitBatchColumns;
  /** Hashprice of many days at once, each row as `mining.hashprice` computes it, bit for bit. */
  hashpriceBatch(columns: HashpriceBatchInput, params: HashpriceBatchParams): HashpriceBatchColumns;
  /**
   * The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it, with its exact
   * confidence bounds.
   */
  runningHashrate(params: RunningHashrateParams, state?: Uint8Array): Stream<RunningHashrateEvent, RunningHashrateRow, RunningHashrateInput, RunningHashrateColumns>;
  /**
   * Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the subsidy follows the
   * height, blocks arrive as a Poisson process.
   */
  soloIncome(params: SoloIncomeRequest, options?: JobOptions): Promise<SoloIncomeReport>;
  /** `soloIncome` in blocks: step, save, resume, split over workers, merge. */
  soloIncomeJob(params: SoloIncomeRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<SoloIncomeReport>;
}

/** Every operation, by domain. */
export interface Operations {
  readonly border: Border;
  readonly mining: Mining;
}

/** The operations of a backend. */
export function bind(backend: Backend): Operations {
  return {
    border: {
      echo: (request) => document(backend, "border.echo", request),
      echoColumns: (columns, params) => runColumns(backend, "border.echo_columns", [["number", "f64"], ["integer", "i64"]], [["number", "f64"], ["integer", "i64"], ["sign", "words"]], columns, params),
    },
    mining: {
      decodeNbits: (request) => document(backend, "mining.decode_nbits", request),
      retarget: (request) => document(backend, "mining.retarget", request),
      permittedTransition: (request) => document(backend, "mining.permitted_transition", request),
      checkProofOfWork: (request) => document(backend, "mining.check_proof_of_work", request),
      subsidy: (request) => document(backend, "mining.subsidy", request),
      impliedHashrate: (request) => document(backend, "mining.implied_hashrate", request),
      observedHashrate: (request) => document(backend, "mining.observed_hashrate", request),
      hashrateInterval: (request) => document(backend, "mining.hashrate_interval", request),
      hashrateFromShares: (request) => document(backend, "mining.hashrate_from_shares", request),
      forecastRetarget: (request) => document(backend, "mining.forecast_retarget", request),
      expectedReward: (request) => document(backend, "mining.expected_reward", request),
      hashprice: (request) => document(backend, "mining.hashprice", request),
      realisedHashprice: (request) => document(backend, "mining.realised_hashprice", request),
      soloOdds: (request) => document(backend, "mining.solo_odds", request),
      profit: (request) => document(backend, "mining.profit", request),
      profitBatch: (columns, params) => runColumns(backend, "mining.profit_batch", [["hashrate_ths", "f64"], ["power_w", "f64"], ["power_price_usd_per_kwh", "f64"], ["btc_price_usd", "f64"]], [["revenue_usd", "f64"], ["power_cost_usd", "f64"], ["net_usd", "f64"], ["status", "words"]], columns, params),
      hashpriceBatch: (columns, params) => runColumns(backend, "mining.hashprice_batch", [["difficulty", "f64"], ["fees_per_block_sat", "i64"], ["btc_price_usd", "f64"]], [["hashprice_usd_per_phs_day", "f64"], ["hashprice_sat_per_phs_day", "f64"], ["status", "words"]], columns, params),
      runningHashrate: (params, state) => new Stream(backend, "mining.running_hashrate", [["time_ms", "i64"], ["difficulty", "f64"]], [["hashrate_ths", "f64"], ["lower_ths", "f64"], ["upper_ths", "f64"]], params, state),
      soloIncome: (params, options) => runJob(new Job(backend, "mining.solo_income", params), options),
      soloIncomeJob: (params, work) => new Job(backend, "mining.solo_income", params, work),
    },
  };
}
