//! Bitcoin mining: payout schemes, and what a purchase of machines earns over its life.

use hashinsight::mining::calculator::{
    BtcMinedReport, CalculatorRequest, DailyRevenueReport, ProfitabilityReport, RoiReport, RoiRequest,
    calculate_btc_mined, calculate_daily_revenue, calculate_profitability, calculate_roi,
};
use hashinsight::mining::forecast::{
    DepreciationReport, DepreciationRequest, ForecastReport, ForecastRequest, ForecastSimulation,
    InternalRateOfReturnReport, InternalRateOfReturnRequest, NetPresentValueReport, NetPresentValueRequest,
    depreciation, forecast, internal_rate_of_return, net_present_value,
};
use hashinsight::mining::profit::{HeatMapReport, HeatMapRequest, profit_heat_map};
use hashinsight::mining::reward::{
    PayoutAuditReport, PayoutAuditRequest, PayoutReport, PayoutRequest, ShareValueReport, ShareValueRequest, payout,
    payout_audit, share_value,
};

use crate::Operation;
use crate::operation::operation;

pub(crate) const TABLE: &[Operation] = &[
    operation! {
        /// Mean and variance of what a payout scheme pays: solo, PPS, FPPS, PPS+, PPLNS or TIDES.
        ///
        /// Means differ by fees alone; only PPS has no variance. Source: Rosenfeld, arXiv 1112.4980.
        document "mining.payout": PayoutRequest => PayoutReport, payout,
        example r#"{"scheme":{"pplns":{"fee":0.02,"window_days":1}},"hashrate_ths":10000,"pool_hashrate_ths":10000000,"network_basis":{"difficulty":130000000000000},"subsidy_sat":312500000,"fees_per_block_sat":4000000,"fees_standard_deviation_sat":3000000,"days":30}"#
    },
    operation! {
        /// What a share is worth under PPS and FPPS: the probability that it is a block, times what a block pays.
        document "mining.share_value": ShareValueRequest => ShareValueReport, share_value,
        example r#"{"share_difficulty":65536,"network_basis":{"difficulty":100000000000000},"subsidy_sat":312500000,"fees_per_block_sat":5000000,"pool_fee":0.02}"#
    },
    operation! {
        /// Whether a pool paid what it owed: the difference as luck, fee, stale shares and what is left unexplained, and
        /// the exact probability that an honest pool pays so little.
        document "mining.payout_audit": PayoutAuditRequest => PayoutAuditReport, payout_audit,
        example r#"{"received_sat":12500000,"hashrate_ths":10000,"pool_hashrate_ths":10000000,"network_basis":{"difficulty":130000000000000},"subsidy_sat":312500000,"fees_per_block_sat":4000000,"pool_fee":0.02,"stale":0.005,"days":30,"luck":{"blocks_found":40},"level":0.05}"#
    },
    operation! {
        /// Profit over a grid of bitcoin prices, difficulties and power prices, each cell as `mining.profit` computes it.
        document "mining.profit_heat_map": HeatMapRequest => HeatMapReport, profit_heat_map,
        example r#"{"base":{"hashrate_ths":200,"power_w":3500,"network_basis":{"difficulty":138955357012247.3},"subsidy_sat":312500000,"fees_per_block_sat":2000000,"btc_price_usd":73674,"pool_fee":0.02,"power_price_usd_per_kwh":0.05,"days":30},"btc_prices_usd":[60000,90000,120000],"difficulty_factors":[0.5,1,2],"power_prices_usd_per_kwh":[0.03,0.06]}"#
    },
    operation! {
        /// What a purchase of machines earns, step by step, with the option to switch off and without it: cash flow,
        /// net present value, rate of return, payback, depreciation and carbon dioxide.
        ///
        /// Static: the world stays as it is. Dynamic: one step per retarget with its real length, the halving by height,
        /// paths of difficulty, price and fees, decay of hashrate.
        document "mining.forecast": ForecastRequest => ForecastReport, forecast,
        example r#"{"project":{"hashrate_ths":270,"power_w":3645,"machine_price_usd":3335,"resale_usd":300,"start_ms":1781913600000,"height":1020000,"difficulty":130000000000000,"btc_price_usd":90000,"fees_per_block_sat":4000000,"pool_fee":0.02,"power_price_usd_per_kwh":0.05,"maintenance_usd_per_day":0.1,"uptime":0.97,"co2_kg_per_kwh":0.4},"algorithm":{"dynamic":{"difficulty":{"growth_per_step":0.01},"btc_price":{"growth_per_step":0.002},"hashrate_decay_per_month":0.003}},"steps":{"retargets":{"days":730}},"discount_rate_per_year":0.1,"depreciation":{"straight_line":{"years":4,"salvage_usd":300}}}"#
    },
    operation! {
        /// Monte Carlo of a purchase of machines: price and difficulty correlated over lags, or drawn from history in
        /// blocks; distribution of the net present value, probability of payback, value of the option to switch off.
        job ForecastSimulation,
        example r#"{"project":{"hashrate_ths":270,"power_w":3645,"machine_price_usd":3335,"start_ms":1781913600000,"height":1020000,"difficulty":130000000000000,"btc_price_usd":90000,"fees_per_block_sat":4000000,"pool_fee":0.02,"power_price_usd_per_kwh":0.05},"model":{"correlated":{"price_drift":0.005,"price_volatility":0.11,"difficulty_drift":0.01,"difficulty_volatility":0.046,"correlation_by_lag":[0,0.1,0.2,0.3,0.4]}},"retargets":52,"discount_rate_per_year":0.1,"paths":1024,"seed":"20260531","quantiles":[0.05,0.5,0.95]}"#
    },
    operation! {
        /// What cash flows are worth at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days.
        document "mining.net_present_value": NetPresentValueRequest => NetPresentValueReport, net_present_value,
        example r#"{"cash_flows":{"periodic":[-1000,400,400,400]},"discount_rate":0.1}"#
    },
    operation! {
        /// The rates at which cash flows are worth nothing: one, none or several, which are all told.
        document "mining.internal_rate_of_return": InternalRateOfReturnRequest => InternalRateOfReturnReport, internal_rate_of_return,
        example r#"{"cash_flows":{"dated":[{"time_ms":1700000000000,"usd":-10000},{"time_ms":1715552000000,"usd":7000},{"time_ms":1736000000000,"usd":4500}]}}"#
    },
    operation! {
        /// What a machine loses in the books each year: straight line, or MACRS five-year property with the half-year
        /// convention.
        document "mining.depreciation": DepreciationRequest => DepreciationReport, depreciation,
        example r#"{"cost_usd":3335,"method":{"straight_line":{"years":4,"salvage_usd":335}}}"#
    },
    operation! {
        /// Bitcoin that a project is expected to earn in a span, as the world stays or as it moves on.
        document "mining.calculate_btc_mined": CalculatorRequest => BtcMinedReport, calculate_btc_mined,
        example r#"{"project":{"hashrate_ths":200,"power_w":3500,"machine_price_usd":3000,"start_ms":1781913600000,"height":953568,"difficulty":130000000000000,"btc_price_usd":90000,"fees_per_block_sat":4000000,"pool_fee":0.02,"power_price_usd_per_kwh":0.05},"algorithm":"static","days":365}"#
    },
    operation! {
        /// What hashing earns per day before costs, as the world stays or as it moves on.
        document "mining.calculate_daily_revenue": CalculatorRequest => DailyRevenueReport, calculate_daily_revenue,
        example r#"{"project":{"hashrate_ths":200,"power_w":3500,"machine_price_usd":3000,"start_ms":1781913600000,"height":953568,"difficulty":130000000000000,"btc_price_usd":90000,"fees_per_block_sat":4000000,"pool_fee":0.02,"power_price_usd_per_kwh":0.05},"algorithm":{"dynamic":{"difficulty":{"growth_per_step":0.01},"btc_price":{"growth_per_step":0}}},"days":90}"#
    },
    operation! {
        /// What is left of the revenue of a span after power, hosting and maintenance.
        document "mining.calculate_profitability": CalculatorRequest => ProfitabilityReport, calculate_profitability,
        example r#"{"project":{"hashrate_ths":200,"power_w":3500,"machine_price_usd":3000,"start_ms":1781913600000,"height":953568,"difficulty":130000000000000,"btc_price_usd":90000,"fees_per_block_sat":4000000,"pool_fee":0.02,"power_price_usd_per_kwh":0.05,"hosting_fee_usd_per_kwh":0.01,"maintenance_usd_per_day":0.2},"algorithm":{"dynamic":{"difficulty":{"growth_per_step":0.01},"btc_price":{"growth_per_step":0}}},"days":365}"#
    },
    operation! {
        /// Whether machines earn back what they cost, when, and at which rate of return.
        document "mining.calculate_roi": RoiRequest => RoiReport, calculate_roi,
        example r#"{"project":{"hashrate_ths":200,"power_w":3500,"machine_price_usd":3000,"start_ms":1781913600000,"height":953568,"difficulty":130000000000000,"btc_price_usd":90000,"fees_per_block_sat":4000000,"pool_fee":0.02,"power_price_usd_per_kwh":0.05},"algorithm":{"dynamic":{"difficulty":{"growth_per_step":0.01},"btc_price":{"following":[91000,92000,93000]},"fees_per_block_sat":[4100000,4200000,4300000]}},"steps":{"months":{"count":4,"days_each":30.4375}},"discount_rate_per_year":0.1}"#
    },
];
