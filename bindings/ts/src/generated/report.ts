// Generated from the operation table by `cargo xtask gen`.

import { type Columns, document } from "../core.js";
import type { derivatives } from "./derivatives.js";
import type { insurance } from "./insurance.js";
import type { signals } from "./signals.js";
import type { texts } from "./texts.js";
import type { treasury } from "./treasury.js";

/** Types of the domain. */
export declare namespace report {
  /**
   * Which machines of the catalog are shown.
   * - `undisputed`: Those whose sources agree.
   * - `all`: All of them, with what speaks against their figures.
   * - `none`: None of them.
   */
  export type SiteCatalog =
    | "undisputed"
    | "all"
    | "none";

  /** So many machines of one kind. */
  export interface SiteMachine {
    /** Model: one of the catalog, or any other with its figures. */
    readonly model: string;
    /** Number of machines. [from 1 to 1000000000] */
    readonly count: number;
    /** Hashrate of one machine while running, as text with its unit. Absent: that of the catalog. */
    readonly hashrate?: string | undefined;
    /** Power of one machine at the wall while running, as text with its unit. Absent: that of the catalog. */
    readonly power?: string | undefined;
    /** Price of one machine, as text with its unit. Absent: not known, and there is no return on it. */
    readonly price?: string | undefined;
  }

  /** Tip of the chain. */
  export interface SiteTip {
    /** Height of the last block. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Header time of the last block, in Unix seconds. [from 0] */
    readonly time_s: number;
    /** Header time of the first block of its epoch, in Unix seconds. [from 0] */
    readonly epoch_start_s: number;
    /** Compact target of the epoch. Absent: that of the last day's difficulty, if the epoch began by then. (answered as text) */
    readonly nbits?: string | number | undefined;
    /** Confidence of the band, in percent as text. Absent: 95 %. */
    readonly confidence?: string | undefined;
  }

  /** How the world is assumed to move on. */
  export interface SiteOutlook {
    /** Height of the next block on the midnight after the last day; it decides when the subsidy halves. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Change of difficulty per retarget, in percent as text: -75 % to 300 %. */
    readonly difficulty_growth: string;
    /** Change of the price per retarget, in percent as text: -99 % to 1000 %. */
    readonly price_growth: string;
    /** Return that is demanded per year, in percent as text: -50 % to 1000 %. */
    readonly discount_rate: string;
    /** Part of their hashrate that machines lose per month, in percent as text. Absent: nothing. */
    readonly hashrate_decay?: string | undefined;
  }

  /**
   * Rule of summer time.
   * - `united_states`: From the second Sunday of March to the first of November.
   * - `european_union`: From the last Sunday of March to the last of October.
   */
  export type DaylightRule =
    | "united_states"
    | "european_union";

  /**
   * Days of the week.
   * - `weekdays`: Monday to Friday.
   * - `weekends`: Saturday and Sunday.
   */
  export type WindowDays =
    | "weekdays"
    | "weekends";

  /** Window of the day with a price of its own. */
  export interface SiteTariffWindow {
    /** First hour of the window. [from 0 to 23] */
    readonly from_hour: number;
    /** Hour at which the window ends. [from 1 to 24] */
    readonly to_hour: number;
    /** Price within the window, as text with its unit. */
    readonly price: string;
    /** Days on which the window is open. Absent: every day. */
    readonly days?: WindowDays | undefined;
  }

  /** Prices of power hour by hour. */
  export interface SiteTariff {
    /** Whether the prices are invented: the report says so wherever it shows them. [false where absent] */
    readonly synthetic?: boolean | undefined;
    /**
     * Name of a file of hourly prices, instead of windows: a heading `time,usd_per_kwh` or `time,usd_per_mwh`, then one line per hour without
     * gaps.
     */
    readonly prices?: string | undefined;
    /** Price outside all windows, as text with its unit. Absent: with `prices` only. */
    readonly price?: string | undefined;
    /** Number of days from the midnight after the last day: 1 to 366. Absent: with `prices` only. [from 0] */
    readonly days?: number | undefined;
    /** Standard time of the windows, in minutes ahead of UTC. Absent: UTC. [min, from -1080 to 1080] */
    readonly utc_offset_min?: number | undefined;
    /** Rule of summer time. Absent: none. */
    readonly daylight_saving?: DaylightRule | undefined;
    /** Windows with a price of their own. [[] where absent] */
    readonly window?: readonly (SiteTariffWindow)[] | undefined;
  }

  /** Payment that is due once. */
  export interface SitePayment {
    /** Day on which it is due, UTC. */
    readonly due: string;
    /** Sum, as text with its unit. */
    readonly amount: string;
  }

  /** Coins, cash, costs of selling and what is to be paid. */
  export interface SiteTreasury {
    /** Coins held, as text with its unit. */
    readonly coins: string;
    /** Cash held, as text with its unit. */
    readonly cash: string;
    /** Cost of the coins, all together, as text with its unit. Absent: not known. */
    readonly cost?: string | undefined;
    /** What is paid every 30 days beside power, hosting and maintenance, as text with its unit. */
    readonly expenses: string;
    /** Fee of a sale, in percent of what is sold as text. */
    readonly fee: string;
    /** Slippage of a sale, in percent of the price as text. */
    readonly slippage: string;
    /** What the price keeps in the worst case of 30 days, in percent as text: the plan is safe for every path that does not fall further. */
    readonly worst_price: string;
    /**
     * Name of the file of `files` with the basis of futures at each day's close, and the funding of perpetuals. Absent: not known, and the template
     * that hedges is left out.
     */
    readonly futures?: string | undefined;
    /** Number of months of 30 days for which payments must be covered. [from 1 to 36; 6 where absent] */
    readonly months?: number | undefined;
    /** Cash that must never be spent, as text with its unit. Absent: none. */
    readonly reserve?: string | undefined;
    /** Payments that are due once. [[] where absent] */
    readonly payment?: readonly (SitePayment)[] | undefined;
  }

  /** Position in a perpetual contract that hedges what the site mines, for the quote of a cover against its liquidation. */
  export interface SiteHedge {
    /** Side of the position: short where it hedges coins that are to be mined. */
    readonly side: derivatives.Side;
    /** Size of the position, as text with its unit. */
    readonly quantity: string;
    /** Isolated margin of the position, as text with its unit. */
    readonly margin: string;
    /** Maintenance margin, in percent of the notional as text. */
    readonly maintenance: string;
    /** Number of days for which the cover is asked, from the midnight after the last day. [from 1 to 366] */
    readonly days: number;
    /** Part of the margin that is insured, in percent as text. */
    readonly covered: string;
    /** Risk loading of the insurer, in percent of the standard deviation of the payout as text. */
    readonly risk_loading: string;
    /** Expenses of the insurer, in percent of the premium as text. */
    readonly expenses: string;
    /** Riskless rate per year, in percent as text: -50 % to 100 %. */
    readonly rate: string;
    /** Average entry price, as text with its unit. Absent: the price of the last day. */
    readonly entry?: string | undefined;
    /** Volatility per root of a year, in percent as text: 1 % to 500 %. Absent: that of the last 90 days. */
    readonly volatility?: string | undefined;
  }

  /** Choices about the signals. */
  export interface SiteSignals {
    /** Days after which a sale is judged. [from 1 to 365; 7 where absent] */
    readonly horizon_days?: number | undefined;
    /**
     * Whether scores become probabilities by maps fitted to the days before the last horizon. `false`: by assumed maps, and nothing is sold but
     * trimmed. [true where absent]
     */
    readonly calibrated?: boolean | undefined;
  }

  /** File that a site document names. */
  export interface SiteFile {
    /** Name of the file, as the document writes it. */
    readonly name: string;
    /** Text of the file. */
    readonly text: string;
  }

  /**
   * Name of a section, in reading order.
   * - `answer`: The answer: what to run, what it earns, what to decide, and what would change that.
   * - `assumptions`: What is assumed because nothing measured says it.
   * - `network`: Price and network on the last day.
   * - `retarget`: The next change of difficulty.
   * - `hashprice`: What a petahash earns.
   * - `machines`: What machines earn, cost and leave.
   * - `algorithms`: The calculator's answers by both of its algorithms.
   * - `cash_flow`: Month by month what is left.
   * - `curtailment`: When which machines should rest.
   * - `treasury`: Coins, cash, the plan of sale and its guarantee, and every template over the past year.
   * - `insurance`: A cover against the liquidation of the hedge, and what the hedge may lose.
   * - `signals`: The ten signal modules and their decision.
   * - `difference`: What became different between two sites.
   */
  export type SectionName =
    | "answer"
    | "assumptions"
    | "network"
    | "retarget"
    | "hashprice"
    | "machines"
    | "algorithms"
    | "cash_flow"
    | "curtailment"
    | "treasury"
    | "insurance"
    | "signals"
    | "difference";

  /**
   * A word of the catalogue, or one that is nobody's but the site's.
   * - `code`: Code of a text of the catalogue.
   * - `text`: Text as it stands, the same in every language.
   */
  export type Label =
    | { readonly code: string }
    | { readonly text: string };

  /**
   * What a figure or a cell of a table shows.
   * - `number`: A number, in the unit beside it.
   * - `text`: A text that is the same in every language.
   * - `code`: Code of a text of the catalogue.
   * - `day`: A day, UTC.
   * - `instant`: An instant, in Unix milliseconds UTC.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   * - `no_data`: Nothing is known: code of what is missing in the site document.
   */
  export type Shown =
    | { readonly number: number }
    | { readonly text: string }
    | { readonly code: string }
    | { readonly day: string }
    | { readonly instant: number }
    | "never"
    | "unbounded"
    | "every"
    | "undefined"
    | { readonly no_data: string };

  /**
   * Unit of a number.
   * - `none`: None: words, days, instants.
   * - `count`: A count, or a height of the chain.
   * - `number`: A pure number with decimals.
   * - `fraction`: A fraction of 1, written in percent.
   * - `change`: A change as a fraction of 1, written in percent with its sign.
   * - `usd`: US dollars.
   * - `usd_per_day`: US dollars per day.
   * - `usd_per_kwh`: US dollars per kilowatt-hour.
   * - `usd_per_btc`: US dollars per bitcoin.
   * - `usd_per_phs_day`: US dollars per petahash per second and day.
   * - `usd_per_ths`: US dollars per terahash per second.
   * - `btc`: Bitcoin.
   * - `btc_per_day`: Bitcoin per day.
   * - `sat`: Satoshis.
   * - `sat_per_phs_day`: Satoshis per petahash per second and day.
   * - `ths`: Terahashes per second.
   * - `phs`: Petahashes per second.
   * - `ehs`: Exahashes per second.
   * - `w`: Watts.
   * - `kw`: Kilowatts.
   * - `j_per_th`: Joules per terahash.
   * - `difficulty`: Difficulty, written in trillions.
   * - `seconds`: Seconds.
   * - `hours`: Hours.
   * - `days`: Days.
   */
  export type Unit =
    | "none"
    | "count"
    | "number"
    | "fraction"
    | "change"
    | "usd"
    | "usd_per_day"
    | "usd_per_kwh"
    | "usd_per_btc"
    | "usd_per_phs_day"
    | "usd_per_ths"
    | "btc"
    | "btc_per_day"
    | "sat"
    | "sat_per_phs_day"
    | "ths"
    | "phs"
    | "ehs"
    | "w"
    | "kw"
    | "j_per_th"
    | "difficulty"
    | "seconds"
    | "hours"
    | "days";

  /**
   * Where a value comes from.
   * - `sample`: The sample days of the package.
   * - `days`: Days of the site's own file.
   * - `site`: The site document, as its owner states it.
   * - `synthetic`: The site document, which calls it invented.
   * - `catalog`: The catalog of machines.
   * - `calculated`: Calculated from days and site document.
   * - `assumed`: Calculated under assumptions of the site document about what is to come.
   */
  export type Source =
    | "sample"
    | "days"
    | "site"
    | "synthetic"
    | "catalog"
    | "calculated"
    | "assumed";

  /** A figure. */
  export interface Figure {
    /** Name of the figure. */
    readonly name: Label;
    /** Value of the figure. */
    readonly value: Shown;
    /** Unit of the value, where it is a number. */
    readonly unit: Unit;
    /** Source of the value. */
    readonly source: Source;
    /** Section that says why. Absent: the figure's own. */
    readonly link?: SectionName | undefined;
  }

  /**
   * Cells of a column: numbers, or what else is shown.
   * - `numbers`: Numbers, in the unit of the column.
   * - `shown`: Numbers with words where there is none.
   * - `texts`: Texts that are the same in every language.
   * - `codes`: Codes of texts of the catalogue.
   * - `days`: Days, UTC.
   * - `instants`: Instants, in Unix milliseconds UTC.
   */
  export type Cells =
    | { readonly numbers: readonly (number)[] }
    | { readonly shown: readonly (Shown)[] }
    | { readonly texts: readonly (string)[] }
    | { readonly codes: readonly (string)[] }
    | { readonly days: readonly (string)[] }
    | { readonly instants: readonly (number)[] };

  /** Numbers with a name. */
  export interface Series {
    /** Name of the series. */
    readonly name: Label;
    /** Values, one for each place, in the unit of the plot. */
    readonly values: readonly (number)[];
  }

  /** What happens at a place. */
  export interface PlotMark {
    /** Index of the place, from 0. [from 0] */
    readonly index: number;
    /** Name of what happens. */
    readonly name: Label;
  }

  /** Places that are set off from the others. */
  export interface Shading {
    /** Meaning of the shading. */
    readonly name: Label;
    /** Whether each place is shaded. */
    readonly at: readonly (boolean)[];
  }

  /** One or several series over the same places. */
  export interface Curves {
    /** Places, in order: days, instants or numbers. */
    readonly x: Cells;
    /** Series over the places, one to four. */
    readonly series: readonly (Series)[];
    /** Marks at some places. [[] where absent] */
    readonly marks?: readonly (PlotMark)[] | undefined;
    /** Shading of some places. Absent: none. */
    readonly shading?: Shading | undefined;
  }

  /** An estimate within its band. */
  export interface BandPlot {
    /** Places, in order. */
    readonly x: Cells;
    /** Lower end of the band at each place. */
    readonly lower: readonly (number)[];
    /** Estimate at each place. */
    readonly middle: readonly (number)[];
    /** Upper end of the band at each place. */
    readonly upper: readonly (number)[];
  }

  /** One bar per name. */
  export interface BarPlot {
    /** Names of the bars. */
    readonly names: readonly (Label)[];
    /** Values of the bars; those of a waterfall are steps that add up to its last bar, which is drawn in addition. */
    readonly values: readonly (number)[];
  }

  /** A number for each pair of two others. */
  export interface HeatMap {
    /** Name of what grows to the right. */
    readonly x_name: Label;
    /** Unit of what grows to the right. */
    readonly x_unit: Unit;
    /** Places to the right. */
    readonly x: readonly (number)[];
    /** Name of what grows downward. */
    readonly y_name: Label;
    /** Unit of what grows downward. */
    readonly y_unit: Unit;
    /** Places downward. */
    readonly y: readonly (number)[];
    /** Values, row by row from the top, as many as pairs of places. */
    readonly values: readonly (number)[];
  }

  /** One point per name. */
  export interface ScatterPlot {
    /** Names of the points. */
    readonly names: readonly (string)[];
    /** Name of what grows to the right. */
    readonly x_name: Label;
    /** Unit of what grows to the right. */
    readonly x_unit: Unit;
    /** Places of the points to the right. */
    readonly x: readonly (number)[];
    /** Places of the points upward, in the unit of the plot. */
    readonly y: readonly (number)[];
  }

  /** A column of a table. */
  export interface Column {
    /** Name of the column. */
    readonly name: Label;
    /** Unit of its numbers. */
    readonly unit: Unit;
    /** Cells of the column, as many as the table has rows. */
    readonly cells: Cells;
  }

  /** A table; the first column names the row. */
  export interface Table {
    /** Title of the table. */
    readonly title: Label;
    /** Columns, at least one, all of the same length. */
    readonly columns: readonly (Column)[];
    /** Whether a page shows the table only when it is asked for. [false where absent] */
    readonly folded?: boolean | undefined;
  }

  /**
   * Shape of a plot.
   * - `line`: Lines from place to place.
   * - `step`: Values that hold until the next place.
   * - `band`: An estimate within its band.
   * - `bar`: Bars from zero to either side.
   * - `heat_map`: A colour for each pair of places.
   * - `waterfall`: Bars that begin where the one before them ends, and their sum.
   * - `scatter`: A point for each name.
   * - `table`: A table instead of a drawing.
   */
  export type PlotShape =
    | { readonly line: Curves }
    | { readonly step: Curves }
    | { readonly band: BandPlot }
    | { readonly bar: BarPlot }
    | { readonly heat_map: HeatMap }
    | { readonly waterfall: BarPlot }
    | { readonly scatter: ScatterPlot }
    | { readonly table: Table };

  /** A plot. */
  export interface Plot {
    /** Title: what is shown. */
    readonly title: Label;
    /** Unit of the values. */
    readonly unit: Unit;
    /** Source of the values. */
    readonly source: Source;
    /** Shape with its data. */
    readonly shape: PlotShape;
  }

  /** Section of a report. */
  export interface Section {
    /** Name of the section. */
    readonly name: SectionName;
    /** Code of what is missing in the site document. Absent: nothing is. */
    readonly missing?: string | undefined;
    /** Figures, in order. [[] where absent] */
    readonly figures?: readonly (Figure)[] | undefined;
    /** Plots, in order. [[] where absent] */
    readonly plots?: readonly (Plot)[] | undefined;
    /** Tables, in order. [[] where absent] */
    readonly tables?: readonly (Table)[] | undefined;
    /** Codes of what a reader must know to read the figures right. [[] where absent] */
    readonly notes?: readonly (string)[] | undefined;
  }

  /** Result of `site`: sections in reading order, the answer first. */
  export interface Report {
    /** Name of the site. */
    readonly site: string;
    /** Day of the report, UTC: the last one that is known. */
    readonly day: string;
    /** Sections, in reading order. */
    readonly sections: readonly (Section)[];
  }

  /** Inputs of `site`. */
  export interface SiteRequest {
    /** Name of the site. */
    readonly name: string;
    /** Transaction fees of a block, averaged over a window of the owner's choice, as text with its unit. */
    readonly fees_per_block: string;
    /** Part of the reward that the pool keeps, in percent as text. */
    readonly pool_fee: string;
    /** Price of power, as text with its unit. It may be negative. */
    readonly power_price: string;
    /** Part of the day in which machines run, in percent as text. Absent: all of it. */
    readonly uptime?: string | undefined;
    /** Price of a host on top of that of power, as text with its unit. Absent: there is no host. */
    readonly hosting_fee?: string | undefined;
    /** Upkeep of one machine and day, as text with its unit. Absent: none. */
    readonly maintenance?: string | undefined;
    /** Machines of the catalog that are shown beside those of the site. ["undisputed" where absent] */
    readonly catalog?: SiteCatalog | undefined;
    /** Machines of the site. [[] where absent] */
    readonly machine?: readonly (SiteMachine)[] | undefined;
    /** Tip of the chain, for the retarget forecast. Absent: not known. */
    readonly tip?: SiteTip | undefined;
    /** Assumptions about the coming 24 months. Absent: none are made. */
    readonly forecast?: SiteOutlook | undefined;
    /** Prices of power hour by hour, for the curtailment plan. Absent: not known. */
    readonly tariff?: SiteTariff | undefined;
    /** Coins, cash and what is to be paid. Absent: not known. */
    readonly treasury?: SiteTreasury | undefined;
    /** Position that hedges what the site mines. Absent: not known, and no cover is quoted. */
    readonly hedge?: SiteHedge | undefined;
    /** Choices about the signals. Absent: the default ones. */
    readonly signals?: SiteSignals | undefined;
    /** Name of the file of `files` with price and difficulty day by day. Absent: the sample days of the package. */
    readonly days?: string | undefined;
    /** Files that the document names. [[] where absent] */
    readonly files?: readonly (SiteFile)[] | undefined;
    /** Sections to calculate. Absent: all. */
    readonly sections?: readonly (SectionName)[] | undefined;
  }

  /** Result of `render_text`, `render_html`, `render_json`, `render_svg` and `render_vega_lite`. */
  export interface Rendered {
    /** Text that was written. */
    readonly text: string;
  }

  /** Result of `render_fragment`. */
  export interface Fragment {
    /** Title of the report, as text. */
    readonly title: string;
    /** Sections of the report, as one HTML element of the class `site-report`. */
    readonly html: string;
    /** Style of that element, for a style sheet or a `<style>` element; nothing else is touched. */
    readonly style: string;
  }

  /** One file. */
  export interface RenderedFile {
    /** Name of the file. */
    readonly name: string;
    /** Text of the file. */
    readonly text: string;
  }

  /** Result of `render_csv`. */
  export interface RenderedFiles {
    /** Files, the one of figures first. */
    readonly files: readonly (RenderedFile)[];
  }

  /** Steps of a forecast. */
  export interface ForecastTableDrawn {
    /** Beginning of the step, in Unix milliseconds. */
    readonly start_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Revenue less power, hosting and maintenance, in USD. */
    readonly net_usd: Float64Array | readonly (number)[];
    /** Net income where the machines never switch off, in USD. */
    readonly always_on_net_usd: Float64Array | readonly (number)[];
  }

  /** What is drawn of a forecast. */
  export interface ForecastDrawn {
    /** Steps of the forecast. */
    readonly table: ForecastTableDrawn;
  }

  /** What is drawn of a heat map of profit. */
  export interface HeatMapDrawn {
    /** Prices of one bitcoin, in USD: the first axis. */
    readonly btc_prices_usd: Float64Array | readonly (number)[];
    /** Factors of difficulty: the second axis. */
    readonly difficulty_factors: Float64Array | readonly (number)[];
    /** Power prices in USD/kWh: the third axis, the fastest of the cells. */
    readonly power_prices_usd_per_kwh: Float64Array | readonly (number)[];
    /** Profit of each cell, in USD. */
    readonly net_usd: Float64Array | readonly (number)[];
  }

  /** What is drawn of a plan of dispatch. */
  export interface DispatchDrawn {
    /** Load of each settlement interval at the meter, in watts. */
    readonly load_w: Float64Array | readonly (number)[];
  }

  /** What is drawn of a simulated forecast. */
  export interface SimulationDrawn {
    /** Levels of the quantiles. */
    readonly quantiles: Float64Array | readonly (number)[];
    /** Quantiles of the net present value, in USD. */
    readonly net_present_value_usd: Float64Array | readonly (number)[];
  }

  /** What is drawn of a curtailment analysis. */
  export interface CurtailmentDrawn {
    /** Plan of the hours. */
    readonly plan: DispatchDrawn;
  }

  /** What is drawn of a simulated income of a miner alone. */
  export interface SoloIncomeDrawn {
    /** Levels of the quantiles. */
    readonly quantiles: Float64Array | readonly (number)[];
    /** Quantiles of the income, in satoshis. */
    readonly income_sat: Float64Array | readonly (number)[];
  }

  /** What is drawn of an expiry. */
  export interface ExpiryDrawn {
    /** Instant of the expiry, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expiry_ms: number | Date | string;
    /** Strikes of the smile, in quote currency. */
    readonly smile_strikes: Float64Array | readonly (number)[];
    /** Implied volatilities at the strikes, per square root of a year. */
    readonly smile_volatilities: Float64Array | readonly (number)[];
  }

  /** What is drawn of a chain of options. */
  export interface ChainDrawn {
    /** Expiries of the chain. */
    readonly expiries: readonly (ExpiryDrawn)[];
  }

  /** What is drawn of simulated passages. */
  export interface PassageDrawn {
    /** Probability of a touch, adjusted by the control variate. */
    readonly probability: number;
    /** Probability of a touch without the control variate. */
    readonly plain_probability: number;
    /** Touch probability of the control, in closed form. */
    readonly control_probability: number;
    /** Probability of a touch by each of the dates, without the control variate. */
    readonly plain_probability_by_date: Float64Array | readonly (number)[];
  }

  /** What is drawn of a decision. */
  export interface DecisionDrawn {
    /** Instant of the bar's close, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Action that is advised. */
    readonly action: signals.Action;
    /** Sell score: 0 to 100. Absent: the modules are not warm. */
    readonly sell_score?: number | undefined;
  }

  /** What is drawn of the signals of a history. */
  export interface SignalsDrawn {
    /** Decisions, bar by bar. */
    readonly decisions: readonly (DecisionDrawn)[];
  }

  /** What is drawn of a band. */
  export interface PriceBandDrawn {
    /** Probability that the price ends in the band, 0 to 1. */
    readonly level: number;
    /** Lower end of the band, in quote currency. */
    readonly low: number;
    /** Upper end of the band, in quote currency. */
    readonly high: number;
  }

  /** What is drawn of the forecast of a model. */
  export interface ModelForecastDrawn {
    /** Median price at the horizon, in quote currency. */
    readonly median_price: number;
    /** Bands of the price. */
    readonly bands: readonly (PriceBandDrawn)[];
  }

  /** What is drawn of a model. */
  export interface ModelDrawn {
    /** Model that forecasts. */
    readonly model: signals.ForecastModel;
    /** Forecast from the last bar. */
    readonly forecast: ModelForecastDrawn;
  }

  /** What is drawn of a forecast of the price. */
  export interface PriceForecastDrawn {
    /** Models, all with the same levels. */
    readonly models: readonly (ModelDrawn)[];
  }

  /** What is drawn of a bin of probabilities. */
  export interface ReliabilityBinDrawn {
    /** Mean of the probabilities in the bin. */
    readonly mean_probability: number;
    /** Part of their labels that came true. */
    readonly frequency: number;
    /** Lower end of the 95 % interval of the frequency. */
    readonly frequency_low: number;
    /** Upper end of the 95 % interval of the frequency. */
    readonly frequency_high: number;
  }

  /** What is drawn of the quality of probabilities. */
  export interface ReliabilityDrawn {
    /** Bins of equal width that hold any. */
    readonly bins: readonly (ReliabilityBinDrawn)[];
  }

  /** What is drawn of a walk-forward. */
  export interface WalkForwardDrawn {
    /** Quality of the pooled probabilities. Absent: there were none. */
    readonly calibration?: ReliabilityDrawn | undefined;
  }

  /** Treasury at each close. */
  export interface EquityDrawn {
    /** Closes of the bars, in Unix milliseconds UTC. */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Coins at the price, and cash, in USD. */
    readonly equity_usd: Float64Array | readonly (number)[];
  }

  /** What is drawn of a backtest. */
  export interface BacktestDrawn {
    /** Treasury at each close. */
    readonly equity: EquityDrawn;
  }

  /** What is drawn of a simulated treasury. */
  export interface TreasurySimulationDrawn {
    /** Levels of the quantiles. */
    readonly quantiles: Float64Array | readonly (number)[];
    /** Quantiles of the equity at the end, in USD. */
    readonly equity_usd: Float64Array | readonly (number)[];
  }

  /** What is drawn of a week. */
  export interface WeekDrawn {
    /** End of the week, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number | Date | string;
    /** Cash at its end, in USD. (decimal text) */
    readonly closing_usd: string;
  }

  /** What is drawn of a forecast of cash. */
  export interface CashForecastDrawn {
    /** Weeks, in order. */
    readonly weeks: readonly (WeekDrawn)[];
  }

  /** What is drawn of a step of the worst case. */
  export interface FloorStepDrawn {
    /** Instant of the decision, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Cash left, in USD. (decimal text) */
    readonly cash_usd: string;
  }

  /** What is drawn of a floor that holds. */
  export interface FeasibleDrawn {
    /** Certificate: the worst case step by step. */
    readonly certificate: readonly (FloorStepDrawn)[];
  }

  /** What is said of a floor that does not hold. */
  export interface InfeasibleDrawn {
    /** Least cash that would have to be added now, in USD. (decimal text) */
    readonly shortfall_usd: string;
  }

  /**
   * Floor that is drawn.
   * - `feasible`: Every payment is met in the worst case.
   * - `infeasible`: No plan meets every payment in the worst case.
   */
  export type FloorDrawnCase =
    | { readonly feasible: FeasibleDrawn }
    | { readonly infeasible: InfeasibleDrawn };

  /** What is drawn of a floor. */
  export interface FloorDrawn {
    /** Smallest sale with its certificate, or what is missing. */
    readonly floor: FloorDrawnCase;
  }

  /** What is drawn of a stress. */
  export interface StressRowDrawn {
    /** Stress. */
    readonly stress: treasury.Stress;
    /** Coins at the last price, and cash, in USD. */
    readonly equity_usd: number;
  }

  /** What is drawn of stresses. */
  export interface StressDrawn {
    /** Stresses, in order. */
    readonly rows: readonly (StressRowDrawn)[];
  }

  /** Terms of a premium, in units of its currency. */
  export interface PremiumDrawn {
    /** Pure premium: expected present value of the payout. (decimal text) */
    readonly pure: string;
    /** Risk loading of the premium principle. (decimal text) */
    readonly risk_loading: string;
    /** Fixed expense of a cover. (decimal text) */
    readonly fixed_expense: string;
    /** Expenses in proportion to the premium. (decimal text) */
    readonly expense: string;
    /** Commission in proportion to the premium. (decimal text) */
    readonly commission: string;
    /** Profit in proportion to the premium. (decimal text) */
    readonly profit: string;
    /** Difference to the price of a product that has a fixed one. (decimal text) */
    readonly listing: string;
    /** Discount, negative or 0. (decimal text) */
    readonly discount: string;
    /** Tax on the premium after the discount. (decimal text) */
    readonly tax: string;
  }

  /** What is drawn of a quote. */
  export interface QuoteDrawn {
    /** Terms of the premium. Absent: the quote has none. */
    readonly premium?: PremiumDrawn | undefined;
  }

  /** What is drawn of a distribution of losses. */
  export interface LossDrawn {
    /** Losses that can occur, ascending, in units of currency. */
    readonly losses: Float64Array | readonly (number)[];
    /** Probabilities that each of the losses is exceeded. */
    readonly exceedance_probabilities: Float64Array | readonly (number)[];
  }

  /** What is drawn of a simulated loss at a level. */
  export interface SimulatedTailDrawn {
    /** Probability that the loss stays at or below the value at risk. */
    readonly level: number;
    /** Value at risk, in units of currency. */
    readonly value_at_risk: number;
    /** Tail value at risk, in units of currency. */
    readonly tail_value_at_risk: number;
  }

  /** What is drawn of a simulated book. */
  export interface BookSimulationDrawn {
    /** Losses at the levels that were asked for. */
    readonly tails: readonly (SimulatedTailDrawn)[];
  }

  /** Reason why there is no number. */
  export interface ReasonDrawn {
    /** Reason in words. */
    readonly reason: string;
  }

  /**
   * Number that an answer may not have.
   * - `value`: The number.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type Held =
    | { readonly value: number }
    | "never"
    | "unbounded"
    | "every"
    | { readonly undefined: ReasonDrawn };

  /** What is drawn of a loss at a level. */
  export interface LossLevelDrawn {
    /** Probability that the loss stays at or below the value at risk. */
    readonly level: number;
    /** Value at risk, in units of currency. */
    readonly value_at_risk: Held;
    /** Tail value at risk, in units of currency. */
    readonly tail_value_at_risk: Held;
  }

  /** What is drawn of a sum of losses. */
  export interface AggregateDrawn {
    /** Losses at the levels that were asked for. */
    readonly levels: readonly (LossLevelDrawn)[];
  }

  /** From the loss to the payout, in units of currency. */
  export interface PayoutDrawn {
    /** Part of the loss that is insured, or the sum that was agreed. (decimal text) */
    readonly covered: string;
    /** Part of it that the deductible takes. (decimal text) */
    readonly deducted: string;
    /** Part of the rest that the holder bears as coinsurance. (decimal text) */
    readonly coinsured: string;
    /** Part of what is left that exceeds the limit. (decimal text) */
    readonly beyond_limit: string;
    /** Part of it below the last digit that is paid. (decimal text) */
    readonly rounding: string;
  }

  /** What is drawn of a claim. */
  export interface ClaimDrawn {
    /** How the payout comes of the loss. Absent: there is no loss. */
    readonly items?: PayoutDrawn | undefined;
  }

  /** What a factor adds to the risk index. */
  export interface ContributionDrawn {
    /** Factor of the index. */
    readonly factor: insurance.IndexFactor;
    /** Points that the factor adds to the index or takes from it. */
    readonly contribution: number;
  }

  /** What is drawn of a risk index. */
  export interface RiskIndexDrawn {
    /** Points of a request of which nothing speaks for or against it. */
    readonly base: number;
    /** Contributions of the factors. */
    readonly contributions: readonly (ContributionDrawn)[];
    /** Risk index from 0 to 100. Absent: no factor that counts has a score. */
    readonly index?: number | undefined;
  }

  /** What is drawn of a report on activities. */
  export interface ActivityDrawn {
    /** First day of each period. */
    readonly begin: readonly (string)[];
    /** Number of activities of each period. */
    readonly total: BigInt64Array | Float64Array | readonly (number | bigint)[];
  }

  /**
   * Answer that is drawn: as its room has given it, behind what it is.
   * - `forecast`: Answer of `mining.forecast`: profit of each step, with and without the option to switch off.
   * - `heat_map`: Answer of `mining.profit_heat_map`: profit by price and by power price, at the difficulty next to today's.
   * - `dispatch`: Answer of `mining.plan_dispatch`: load of each interval.
   * - `forecast_simulation`: Answer of `mining.forecast_simulation`: net present value by quantile.
   * - `power_curtailment`: Answer of `mining.power_curtailment_analysis`: load of each hour.
   * - `solo_income`: Answer of `mining.solo_income`: income by quantile.
   * - `option_chain`: Answer of `derivatives.option_chain`: smiles of all expiries.
   * - `passage`: Answer of `derivatives.simulate_passage`: probability of a touch by date.
   * - `signals`: Answer of `signals.evaluate`: sell score of each bar.
   * - `price_forecast`: Answer of `signals.forecast`: price at the horizon by probability, a line for each model.
   * - `walk_forward`: Answer of `signals.walk_forward`: how often the label came true, by the probability that was said.
   * - `reliability`: Answer of `signals.reliability`: how often the label came true, by the probability that was said.
   * - `backtest`: Answer of `treasury.backtest`: coins and cash at each close.
   * - `treasury_simulation`: Answer of `treasury.treasury_simulation`: equity by quantile.
   * - `cash_forecast`: Answer of `treasury.cash_forecast`: cash at the end of each week.
   * - `floor`: Answer of `treasury.floor`: cash in the worst case, step by step.
   * - `stress`: Answer of `treasury.stress_treasury`: equity under each stress.
   * - `quote`: Answer of `insurance.quote`: from the pure to the gross premium.
   * - `book_loss`: Answer of `insurance.book_loss`: probability that a loss is exceeded.
   * - `book_simulation`: Answer of `insurance.book_simulation`: loss at each level, and the mean beyond it.
   * - `aggregate_loss`: Answer of `insurance.aggregate_loss`: loss at each level, and the mean beyond it.
   * - `claim`: Answer of `insurance.claim`: from the loss that is covered to the payout.
   * - `risk_index`: Answer of `insurance.risk_index`: from the base to the index, factor by factor.
   * - `activity`: Answer of `crm.activity_report`: number of activities of each period.
   */
  export type Plotted =
    | { readonly forecast: ForecastDrawn }
    | { readonly heat_map: HeatMapDrawn }
    | { readonly dispatch: DispatchDrawn }
    | { readonly forecast_simulation: SimulationDrawn }
    | { readonly power_curtailment: CurtailmentDrawn }
    | { readonly solo_income: SoloIncomeDrawn }
    | { readonly option_chain: ChainDrawn }
    | { readonly passage: PassageDrawn }
    | { readonly signals: SignalsDrawn }
    | { readonly price_forecast: PriceForecastDrawn }
    | { readonly walk_forward: WalkForwardDrawn }
    | { readonly reliability: ReliabilityDrawn }
    | { readonly backtest: BacktestDrawn }
    | { readonly treasury_simulation: TreasurySimulationDrawn }
    | { readonly cash_forecast: CashForecastDrawn }
    | { readonly floor: FloorDrawn }
    | { readonly stress: StressDrawn }
    | { readonly quote: QuoteDrawn }
    | { readonly book_loss: LossDrawn }
    | { readonly book_simulation: BookSimulationDrawn }
    | { readonly aggregate_loss: AggregateDrawn }
    | { readonly claim: ClaimDrawn }
    | { readonly risk_index: RiskIndexDrawn }
    | { readonly activity: ActivityDrawn };

  /**
   * File that the package brings along.
   * - `site`: The sample site as TOML, with an explanation of every key.
   * - `days`: The sample days as CSV.
   */
  export type SampleFile =
    | "site"
    | "days";

  /** Result of `sample_file`. */
  export interface SampleFileReport {
    /** Name of the file. */
    readonly name: string;
    /** Text of the file. */
    readonly text: string;
  }

  /** Inputs of `difference`. */
  export interface DifferenceRequest {
    /** Site as it was. */
    readonly before: SiteRequest;
    /** Site as it becomes. */
    readonly after: SiteRequest;
  }

  /** Inputs of `render_text`, `render_html`, `render_fragment` and `render_csv`. */
  export interface RenderRequest {
    /** Report to draw. */
    readonly report: Report;
    /** Language of its words. */
    readonly language: texts.Language;
  }

  /** Inputs of `render_text`, `render_html`, `render_fragment` and `render_csv`. */
  export interface RenderRequest {
    /** Report to draw. */
    readonly report: Report;
    /** Language of its words. */
    readonly language: texts.Language;
  }

  /** Inputs of `render_text`, `render_html`, `render_fragment` and `render_csv`. */
  export interface RenderRequest {
    /** Report to draw. */
    readonly report: Report;
    /** Language of its words. */
    readonly language: texts.Language;
  }

  /** Inputs of `render_json`. */
  export interface RenderJsonRequest {
    /** Report to write. */
    readonly report: Report;
  }

  /** Inputs of `render_text`, `render_html`, `render_fragment` and `render_csv`. */
  export interface RenderRequest {
    /** Report to draw. */
    readonly report: Report;
    /** Language of its words. */
    readonly language: texts.Language;
  }

  /** Inputs of `render_svg` and `render_vega_lite`. */
  export interface RenderPlotRequest {
    /** Plot to draw. */
    readonly plot: Plot;
    /** Language of its words. */
    readonly language: texts.Language;
  }

  /** Inputs of `render_svg` and `render_vega_lite`. */
  export interface RenderPlotRequest {
    /** Plot to draw. */
    readonly plot: Plot;
    /** Language of its words. */
    readonly language: texts.Language;
  }

  /** Inputs of `plot`. */
  export interface PlotRequest {
    /** Answer that is drawn. */
    readonly answer: Plotted;
  }

  /** Inputs of `sample_file`. */
  export interface SampleFileRequest {
    /** File that is asked for. */
    readonly file: SampleFile;
  }

  /** The operations of `report`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * The report on a mining site: what to run now, what it earns, what to decide, and the sections that say why; numbers and codes, in no
     * language. The document is that of a site file: read its TOML, and put what it names into `files`.
     *
     * @example
     * ```ts
     * const answer = report.site({
     *  name: "Barn",
     *  fees_per_block: "0.02 BTC",
     *  pool_fee: "2 %",
     *  power_price: "0.05 USD/kWh",
     *  uptime: "98 %",
     *  catalog: "none",
     *  machine: [{ model: "Antminer S21 XP", count: 300, price: "4500 USD" }, { model: "S19j Pro, low power", count: 60, hashrate: "88 TH/s", power: "2.3 kW", price: "400 USD" }],
     *  forecast: { height: 951984, difficulty_growth: "1 %", price_growth: "0 %", discount_rate: "10 %" },
     *  tariff: { prices: "hours.csv" },
     *  treasury: { coins: "12.5 BTC", cash: "600000 USD", expenses: "100000 USD", fee: "0.1 %", slippage: "0.05 %", worst_price: "85 %", payment: [{ due: "2026-09-30", amount: "250000 USD" }] },
     *  hedge: { side: "short", quantity: "5 BTC", margin: "60000 USD", maintenance: "0.5 %", days: 14, covered: "50 %", risk_loading: "10 %", expenses: "15 %", rate: "4 %" },
     *  files: [{ name: "hours.csv", text: "time,usd_per_kwh\n2026-06-01T00:00Z,0.045\n2026-06-01T01:00Z,0.16\n2026-06-01T02:00Z,0.02\n" }],
     *  sections: ["answer", "assumptions", "network", "hashprice", "machines", "algorithms", "cash_flow", "curtailment", "treasury", "insurance"],
     * });
     * ```
     */
    site(request: SiteRequest): Report;
    /**
     * How one site became another: the profit of a day explained by what was changed, term by term, as a report of one section. From b to a
     * every term has the other sign, to the bit.
     *
     * @example
     * ```ts
     * const answer = report.difference({
     *  before: { name: "Barn", fees_per_block: "0.02 BTC", pool_fee: "2 %", power_price: "0.05 USD/kWh", machine: [{ model: "Antminer S21 XP", count: 300, price: "4500 USD" }, { model: "S19j Pro, low power", count: 60, hashrate: "88 TH/s", power: "2.3 kW", price: "400 USD" }] },
     *  after: { name: "Barn, dearer", fees_per_block: "0.02 BTC", pool_fee: "2 %", power_price: "0.06 USD/kWh", machine: [{ model: "Antminer S21 XP", count: 310, price: "4500 USD" }, { model: "S19j Pro, low power", count: 60, hashrate: "88 TH/s", power: "2.3 kW", price: "400 USD" }] },
     * });
     * ```
     */
    difference(request: DifferenceRequest): Report;
    /**
     * A report as plain text, in English or Chinese.
     *
     * @example
     * ```ts
     * const answer = report.renderText({
     *  report: { site: "Barn", day: "2026-05-31", sections: [{ name: "machines", figures: [{ name: { code: "report.figure.site_net" }, value: { number: 1845.63 }, unit: "usd_per_day", source: "calculated", link: "machines" }, { name: { text: "Hall" }, value: { text: "north" }, unit: "none", source: "site" }], plots: [{ title: { code: "report.title.site_day" }, unit: "usd_per_day", source: "calculated", shape: { waterfall: { names: [{ code: "report.column.revenue" }, { code: "report.column.power_cost" }], values: [4963.83, -3118.2] } } }], tables: [{ title: { code: "report.title.own_machines" }, columns: [{ name: { code: "report.column.machine" }, unit: "none", cells: { texts: ["Antminer S21 XP"] } }, { name: { code: "report.column.net" }, unit: "usd_per_day", cells: { shown: [{ number: 4.5 }] } }] }], notes: ["report.note.machine_profit"] }, { name: "retarget", missing: "report.missing.tip" }] },
     *  language: "zh",
     * });
     * ```
     */
    renderText(request: RenderRequest): Rendered;
    /**
     * A report as one page with its plots, in English or Chinese; the page fetches nothing and runs no script.
     *
     * @example
     * ```ts
     * const answer = report.renderHtml({
     *  report: { site: "Barn", day: "2026-05-31", sections: [{ name: "machines", figures: [{ name: { code: "report.figure.site_net" }, value: { number: 1845.63 }, unit: "usd_per_day", source: "calculated", link: "machines" }, { name: { text: "Hall" }, value: { text: "north" }, unit: "none", source: "site" }], plots: [{ title: { code: "report.title.site_day" }, unit: "usd_per_day", source: "calculated", shape: { waterfall: { names: [{ code: "report.column.revenue" }, { code: "report.column.power_cost" }], values: [4963.83, -3118.2] } } }], tables: [{ title: { code: "report.title.own_machines" }, columns: [{ name: { code: "report.column.machine" }, unit: "none", cells: { texts: ["Antminer S21 XP"] } }, { name: { code: "report.column.net" }, unit: "usd_per_day", cells: { shown: [{ number: 4.5 }] } }] }], notes: ["report.note.machine_profit"] }, { name: "retarget", missing: "report.missing.tip" }] },
     *  language: "zh",
     * });
     * ```
     */
    renderHtml(request: RenderRequest): Rendered;
    /**
     * A report as a part of a page of an application, with the style of that part, in English or Chinese: no script, and nothing is fetched.
     *
     * @example
     * ```ts
     * const answer = report.renderFragment({
     *  report: { site: "Barn", day: "2026-05-31", sections: [{ name: "machines", figures: [{ name: { code: "report.figure.site_net" }, value: { number: 1845.63 }, unit: "usd_per_day", source: "calculated", link: "machines" }, { name: { text: "Hall" }, value: { text: "north" }, unit: "none", source: "site" }], plots: [{ title: { code: "report.title.site_day" }, unit: "usd_per_day", source: "calculated", shape: { waterfall: { names: [{ code: "report.column.revenue" }, { code: "report.column.power_cost" }], values: [4963.83, -3118.2] } } }], tables: [{ title: { code: "report.title.own_machines" }, columns: [{ name: { code: "report.column.machine" }, unit: "none", cells: { texts: ["Antminer S21 XP"] } }, { name: { code: "report.column.net" }, unit: "usd_per_day", cells: { shown: [{ number: 4.5 }] } }] }], notes: ["report.note.machine_profit"] }, { name: "retarget", missing: "report.missing.tip" }] },
     *  language: "zh",
     * });
     * ```
     */
    renderFragment(request: RenderRequest): Fragment;
    /**
     * A report as JSON text on one line, with the same bytes in every language: to be kept, compared and hashed.
     *
     * @example
     * ```ts
     * const answer = report.renderJson({
     *  report: { site: "Barn", day: "2026-05-31", sections: [{ name: "machines", figures: [{ name: { code: "report.figure.site_net" }, value: { number: 1845.63 }, unit: "usd_per_day", source: "calculated", link: "machines" }, { name: { text: "Hall" }, value: { text: "north" }, unit: "none", source: "site" }], plots: [{ title: { code: "report.title.site_day" }, unit: "usd_per_day", source: "calculated", shape: { waterfall: { names: [{ code: "report.column.revenue" }, { code: "report.column.power_cost" }], values: [4963.83, -3118.2] } } }], tables: [{ title: { code: "report.title.own_machines" }, columns: [{ name: { code: "report.column.machine" }, unit: "none", cells: { texts: ["Antminer S21 XP"] } }, { name: { code: "report.column.net" }, unit: "usd_per_day", cells: { shown: [{ number: 4.5 }] } }] }], notes: ["report.note.machine_profit"] }, { name: "retarget", missing: "report.missing.tip" }] },
     * });
     * ```
     */
    renderJson(request: RenderJsonRequest): Rendered;
    /**
     * A report as CSV files: figures, tables, and the data behind each plot, with numbers in full.
     *
     * @example
     * ```ts
     * const answer = report.renderCsv({
     *  report: { site: "Barn", day: "2026-05-31", sections: [{ name: "machines", figures: [{ name: { code: "report.figure.site_net" }, value: { number: 1845.63 }, unit: "usd_per_day", source: "calculated", link: "machines" }, { name: { text: "Hall" }, value: { text: "north" }, unit: "none", source: "site" }], plots: [{ title: { code: "report.title.site_day" }, unit: "usd_per_day", source: "calculated", shape: { waterfall: { names: [{ code: "report.column.revenue" }, { code: "report.column.power_cost" }], values: [4963.83, -3118.2] } } }], tables: [{ title: { code: "report.title.own_machines" }, columns: [{ name: { code: "report.column.machine" }, unit: "none", cells: { texts: ["Antminer S21 XP"] } }, { name: { code: "report.column.net" }, unit: "usd_per_day", cells: { shown: [{ number: 4.5 }] } }] }], notes: ["report.note.machine_profit"] }, { name: "retarget", missing: "report.missing.tip" }] },
     *  language: "en",
     * });
     * ```
     */
    renderCsv(request: RenderRequest): RenderedFiles;
    /**
     * A plot of a report as an SVG file.
     *
     * @example
     * ```ts
     * const answer = report.renderSvg({
     *  plot: { title: { text: "Cash" }, unit: "usd", source: "assumed", shape: { line: { x: { days: ["2026-06-01", "2026-07-01", "2026-08-01"] }, series: [{ name: { text: "static" }, values: [0, 56176, 112352] }, { name: { text: "dynamic" }, values: [0, 54940, 106668] }], marks: [{ index: 1, name: { code: "report.word.halving" } }] } } },
     *  language: "en",
     * });
     * ```
     */
    renderSvg(request: RenderPlotRequest): Rendered;
    /**
     * A plot of a report as a Vega-Lite specification (JSON text), with its data in full, for those who restyle it.
     *
     * @example
     * ```ts
     * const answer = report.renderVegaLite({
     *  plot: { title: { text: "Cash" }, unit: "usd", source: "assumed", shape: { line: { x: { days: ["2026-06-01", "2026-07-01", "2026-08-01"] }, series: [{ name: { text: "static" }, values: [0, 56176, 112352] }, { name: { text: "dynamic" }, values: [0, 54940, 106668] }], marks: [{ index: 1, name: { code: "report.word.halving" } }] } } },
     *  language: "en",
     * });
     * ```
     */
    renderVegaLite(request: RenderPlotRequest): Rendered;
    /**
     * The plot of an answer of another room, as data: of a forecast, heat map, plan, chain, simulation, backtest, quote or loss. Answers
     * are given as they came, behind what they are: `{"forecast": ...}`.
     *
     * @example
     * ```ts
     * const answer = report.plot({
     *  answer: { forecast: { table: { start_ms: [1780272000000, 1782864000000, 1785542400000], net_usd: [1250.5, 0, 310.25], always_on_net_usd: [1250.5, -420.75, 310.25] } } },
     * });
     * ```
     */
    plot(request: PlotRequest): Plot;
    /**
     * The sample site file to begin with, or the sample days.
     *
     * @example
     * ```ts
     * const answer = report.sampleFile({ file: "site" });
     * ```
     */
    sampleFile(request: SampleFileRequest): SampleFileReport;
  }
}

/** Operations of the domain. */
export const report: report.Operations = {
  site: (request) => document("report.site", request),
  difference: (request) => document("report.difference", request),
  renderText: (request) => document("report.render_text", request),
  renderHtml: (request) => document("report.render_html", request),
  renderFragment: (request) => document("report.render_fragment", request),
  renderJson: (request) => document("report.render_json", request),
  renderCsv: (request) => document("report.render_csv", request),
  renderSvg: (request) => document("report.render_svg", request),
  renderVegaLite: (request) => document("report.render_vega_lite", request),
  plot: (request) => document("report.plot", request),
  sampleFile: (request) => document("report.sample_file", request),
};
