//! Coverage, policies and the floor.

use hashinsight::treasury::coverage::{
    CashForecastReport, CashForecastRequest, CoverageReport, CoverageRequest, LoanReport, LoanRequest,
    NetToGrossReport, NetToGrossRequest, RunwayReport, RunwayRequest, cash_forecast, coverage, loan, net_to_gross,
    runway,
};
use hashinsight::treasury::floor::{
    FloorReport, FloorRequest, ReverseStressReport, ReverseStressRequest, reverse_stress, robust_floor,
};
use hashinsight::treasury::optimal::{OptimalSalesReport, OptimalSalesRequest, optimal_sales};
use hashinsight::treasury::policy::{
    BasisReport, BasisRequest, CollarReport, CollarRequest, CoveredCallReport, CoveredCallRequest, DecideReport,
    DecideRequest, ExecutionScheduleReport, ExecutionScheduleRequest, ForwardHedgeReport, ForwardHedgeRequest,
    FundingReport, FundingRequest, annualised_basis, annualised_funding, collar, covered_call, decide,
    execution_schedule, forward_hedge,
};

use crate::operation::operations;

operations! { treasury:
    /// What a treasury is worth, how long its cash lasts, and the smallest sale that makes it last a span.
    document coverage: CoverageRequest => CoverageReport;
    /// The smallest sale that brings a sum after costs, rounded up to a satoshi.
    document net_to_gross: NetToGrossRequest => NetToGrossReport;
    /// How many steps cash and coins pay, selling as needed while the price moves by a factor.
    document runway: RunwayRequest => RunwayReport;
    /// Cash week by week, thirteen weeks by custom, with the sales that keep a floor of cash, and the covenants that are kept or broken.
    document cash_forecast: CashForecastRequest => CashForecastReport;
    /// Loan to value, margin call and liquidation of a loan against coins, what cures it, and how likely it comes to that.
    document loan: LoanRequest => LoanReport;
    /// What a policy trades now, and why: which rule, which numbers, and what it leaves in coins, cash and days.
    ///
    /// The same object decides live, in a backtest and in a simulation. Its state comes and goes with the documents.
    document decide: DecideRequest => DecideReport;
    /// The smallest sale that keeps every payment coverable in the worst case, with a certificate, or what is missing.
    ///
    /// The worst case is a promise: from one step to the next the price keeps at least a stated part of itself.
    document floor = robust_floor: FloorRequest => FloorReport;
    /// The smallest part of a joint shock of price, mined coins and payments after which no sale keeps every payment coverable.
    document reverse_stress: ReverseStressRequest => ReverseStressReport;
    /// The best sales on a lattice of prices for each objective, beside three rules: expected wealth, probability of ruin, tail, and the frontier.
    ///
    /// Dynamic programming in whole satoshis and millionths: a small tree's every policy is no better.
    document optimal_sales: OptimalSalesRequest => OptimalSalesReport;
    /// Basis of a dated future over spot, by the year.
    total document basis = annualised_basis: BasisRequest => BasisReport;
    /// Funding of a perpetual, by the year.
    document funding = annualised_funding: FundingRequest => FundingReport;
    /// A call sold against coins that are held: premium, break-even, yield by the year.
    total document covered_call: CoveredCallRequest => CoveredCallReport;
    /// The call whose sale pays for a put: a collar that costs nothing.
    document collar: CollarRequest => CollarReport;
    /// Slices of a sale over time: equal ones (TWAP), or those that weigh impact against risk (Almgren and Chriss 2000).
    document execution_schedule: ExecutionScheduleRequest => ExecutionScheduleReport;
    /// Forwards on hashprice or power in whole contracts, by a given part or by the least variance, and the result at each settlement price.
    document forward_hedge: ForwardHedgeRequest => ForwardHedgeReport;
}
