//! Bitcoin mining: tariffs, and when to switch off.

use hashinsight::mining::calculator::{PowerCurtailmentReport, PowerCurtailmentRequest, power_curtailment_analysis};
use hashinsight::mining::dispatch::{
    DispatchReport, DispatchRequest, MeritOrderReport, MeritOrderRequest, merit_order, plan_dispatch,
};
use hashinsight::mining::tariff::{Bill, BillRequest, TariffPricesReport, TariffPricesRequest, bill, tariff_prices};

use crate::operation::operations;

operations! { mining:
    /// Price of each hour of a span: flat, by time of use, 24 daily values, or an hourly series.
    document tariff_prices: TariffPricesRequest => TariffPricesReport;
    /// Bill of a load under a tariff: energy at the price of its hour, a contract block settled at that price, and
    /// demand charges per calendar month.
    document bill: BillRequest => Bill;
    /// Machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or with
    /// how much better the best can be.
    document merit_order: MeritOrderRequest => MeritOrderReport;
    /// Which machines run in which hour, why, what that saves, and what the tariff bills for it.
    ///
    /// By threshold where nothing couples the hours, by dynamic programming with minimum times and start costs, in
    /// whole machines under a power limit, and against the demand charge of each month. The answer is the best there
    /// is, or says how much more the best can leave.
    document plan_dispatch: DispatchRequest => DispatchReport;
    /// When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour,
    /// as they are or as they move on.
    document power_curtailment_analysis: PowerCurtailmentRequest => PowerCurtailmentReport;
}
