//! Bitcoin mining: tariffs, and when to switch off.

use hashinsight::market::PowerPrices;
use hashinsight::mining::calculator::{PowerCurtailmentReport, PowerCurtailmentRequest, power_curtailment_analysis};
use hashinsight::mining::dispatch::{
    DispatchReport, DispatchRequest, MeritOrderReport, MeritOrderRequest, merit_order, plan_dispatch,
};
use hashinsight::mining::tariff::{
    Bill, BillRequest, ReadPricesRequest, TariffPricesReport, TariffPricesRequest, bill, read_prices, tariff_prices,
};

use crate::operation::operations;

operations! { mining:
    /// Price of each settlement interval of a span: flat, by windows to the minute with weekdays, holidays and seasons,
    /// 24 daily values, or a series of 5, 15, 30 or 60 minutes, on the wall clock of any time zone.
    document tariff_prices: TariffPricesRequest => TariffPricesReport;
    /// Bill of a load under a tariff: energy at the price of its interval, a contract block settled at that price, demand
    /// charges by window with ratchets, coincident peaks, blocks of the month's use, fixed and minimum charges.
    document bill: BillRequest => Bill;
    /// Prices of a file as tools write it, ready for a tariff: commas, semicolons or tabs, quotes, further columns, times
    /// with any offset, steps of 5 to 60 minutes; a gap is refused with its row.
    document read_prices: ReadPricesRequest => PowerPrices;
    /// Machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or with
    /// how much better the best can be.
    document merit_order: MeritOrderRequest => MeritOrderReport;
    /// Which machines run in which hour, why, what that saves, and what the tariff bills for it.
    ///
    /// By threshold where nothing couples the intervals, by dynamic programming with minimum times and start costs, in
    /// whole machines under a power limit, and against everything that the tariff bills. The answer is the best there
    /// is, or says how much more the best can leave.
    document plan_dispatch: DispatchRequest => DispatchReport;
    /// When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour,
    /// as they are or as they move on.
    document power_curtailment_analysis: PowerCurtailmentRequest => PowerCurtailmentReport;
}
