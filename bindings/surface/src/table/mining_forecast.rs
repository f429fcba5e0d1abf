//! Bitcoin mining: what a purchase of machines earns over its life.

use hashinsight::mining::calculator::document::{
    CalculatorRequest, RoiRequest, calculate_btc_mined, calculate_daily_revenue, calculate_profitability, calculate_roi,
};
use hashinsight::mining::calculator::{BtcMinedReport, DailyRevenueReport, ProfitabilityReport, RoiReport};
use hashinsight::mining::forecast::{
    ForecastBatchParams, ForecastCase, ForecastCaseTable, ForecastReport, ForecastRequest, ForecastSimulation,
    forecast, forecast_batch,
};
use hashinsight::mining::investment::{
    BonusDepreciationReport, BonusDepreciationRequest, DepreciationReport, DepreciationRequest,
    InternalRateOfReturnReport, InternalRateOfReturnRequest, NetPresentValueReport, NetPresentValueRequest,
    bonus_depreciation, depreciation, internal_rate_of_return, net_present_value,
};

use crate::operation::operations;

operations! { mining:
    /// Income of a purchase of machines, step by step, with the option to switch off and without it: cash flow, net
    /// present value, rate of return, payback, depreciation and carbon dioxide.
    ///
    /// Static: the world stays as it is. Dynamic: one step per retarget with its real length, the halving by height,
    /// paths of difficulty, price and fees, decay of hashrate.
    document forecast: ForecastRequest => ForecastReport;
    /// Forecasts of many purchases of machines in many scenarios, each row as `mining.forecast` computes it, bit for bit.
    ///
    /// `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
    /// that row, and the word in `status`).
    by_row columns forecast_batch: ForecastBatchParams, ForecastCase => ForecastCaseTable;
    /// Monte Carlo of a purchase of machines: price and difficulty correlated over lags, or drawn from history in
    /// blocks; distribution of the net present value, probability of payback, value of the option to switch off.
    job forecast_simulation: ForecastSimulation;
    /// Value of cash flows at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days.
    document net_present_value: NetPresentValueRequest => NetPresentValueReport;
    /// Rate at which cash flows are worth nothing: one, or the reason why there is no such rate, or all of several.
    document internal_rate_of_return: InternalRateOfReturnRequest => InternalRateOfReturnReport;
    /// Depreciation of a machine by year: straight line over whole or half first years, or MACRS of 3-year and 5-year
    /// property with the half-year or mid-quarter convention, each with a part written off at once.
    document depreciation: DepreciationRequest => DepreciationReport;
    /// Bonus depreciation of United States tax law by the days of acquisition and service, as of July 2025.
    document bonus_depreciation: BonusDepreciationRequest => BonusDepreciationReport;
    /// Bitcoin that a project is expected to earn in a span, as the world stays or as it moves on.
    document calculate_btc_mined: CalculatorRequest => BtcMinedReport;
    /// Revenue of hashing per day before costs, as the world stays or as it moves on.
    document calculate_daily_revenue: CalculatorRequest => DailyRevenueReport;
    /// Profit of a span: revenue less power, hosting and maintenance.
    document calculate_profitability: CalculatorRequest => ProfitabilityReport;
    /// Return on machines: whether they earn back their price, when, and at which rate.
    document calculate_roi: RoiRequest => RoiReport;
}
