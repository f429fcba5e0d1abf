//! Cash flows, and what they are worth at a rate.

use hashinsight_numerics::{exp, ln_1p};
use hashinsight_units::{At, DiscountRate, Error, FieldPath, Order, Record, Timestamp};

use crate::error;

const MS_PER_YEAR: f64 = 365.0 * 86_400e3;
const MAX_USD: f64 = 1e15;
/// Bounds the scan for several roots to a fraction of a second.
const MAX_FLOWS: usize = 10_000;
const MAX_YEARS: f64 = 200.0;

/// Cash flows in USD: positive where money comes in.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum CashFlows {
    /// One flow per period, in USD, the first one now. Rates are per period.
    Periodic(Vec<f64>),
    /// Flows with dates, none before the first. Rates are per year of 365 days.
    Dated(Vec<DatedCashFlow>),
}

/// One flow of [`CashFlows::Dated`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DatedCashFlow {
    /// Time of payment, in Unix milliseconds.
    #[record(example = 1700000000000)]
    pub time_ms: Timestamp,
    /// Amount received, in USD; negative for what is paid.
    #[record(example = -10000)]
    pub usd: f64,
}

/// A flow and its time, in the unit of the rate.
pub(crate) type Flow = (f64, f64);

fn check_usd(usd: f64, path: impl Into<FieldPath>) -> Result<f64, Error> {
    if (-MAX_USD..=MAX_USD).contains(&usd) {
        Ok(usd)
    } else {
        Err(error::out_of_range("cash_flows", path, usd, "-1e15 to 1e15 USD"))
    }
}

impl DatedCashFlow {
    fn after(&self, first: Timestamp) -> Result<Flow, Error> {
        let usd = check_usd(self.usd, "usd")?;
        let years = (self.time_ms.to_ms() - first.to_ms()) as f64 / MS_PER_YEAR;
        if !(0.0..=MAX_YEARS).contains(&years) {
            let allowed = "within 200 years of the first flow, none before it";
            return Err(error::out_of_range("time", "time_ms", self.time_ms.to_ms(), allowed));
        }
        Ok((years, usd))
    }
}

impl CashFlows {
    /// (time, flow) in order of time, checked.
    pub(super) fn flows(&self) -> Result<Vec<Flow>, Error> {
        let flows: Vec<Flow> = match self {
            Self::Periodic(flows) => {
                let one = |(period, usd): (usize, &f64)| Ok((period as f64, check_usd(*usd, "").index(period)?));
                flows.iter().enumerate().map(one).collect::<Result<_, Error>>().at("periodic")?
            }
            Self::Dated(flows) => {
                let first = flows.first().map(|flow| flow.time_ms);
                let one = |(at, flow): (usize, &DatedCashFlow)| flow.after(first.unwrap_or(flow.time_ms)).index(at);
                let mut dated = flows.iter().enumerate().map(one).collect::<Result<Vec<_>, _>>().at("dated")?;
                dated.order_by(|a, b| a.0.total_cmp(&b.0));
                dated
            }
        };
        if flows.is_empty() || flows.len() > MAX_FLOWS {
            return Err(error::list_length("cash_flows", "", flows.len(), "1 to 10000 flows"));
        }
        Ok(flows)
    }

    /// Value of the flows at the time of the first one, in USD.
    ///
    /// # Errors
    /// As [`net_present_value`].
    pub fn net_present_value(&self, rate: DiscountRate) -> Result<f64, Error> {
        value_at(&self.flows().at("cash_flows")?, rate)
    }
}

/// Value at a force of interest `ln(1 + rate)`.
pub(crate) fn present_value(flows: &[Flow], force: f64) -> f64 {
    flows.iter().fold(0.0, |sum, (time, usd)| sum + usd * exp(-force * time))
}

fn value_at(flows: &[Flow], rate: DiscountRate) -> Result<f64, Error> {
    let value = present_value(flows, ln_1p(rate.get()));
    if value.is_finite() {
        return Ok(value);
    }
    let (field, allowed) = ("discount_rate", "a rate at which the value is finite");
    Err(error::out_of_range(field, field, rate.get(), allowed))
}

/// Inputs of [`net_present_value`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct NetPresentValueRequest {
    /// Cash flows to be valued.
    pub cash_flows: CashFlows,
    /// Discount rate per period, or per year where flows are dated, as a fraction: 0.1 for 10 %. At most 1.
    #[record(example = 0.1)]
    pub discount_rate: DiscountRate,
}

/// Result of [`net_present_value`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct NetPresentValueReport {
    /// Value at the time of the first flow, in USD.
    pub net_present_value_usd: f64,
    /// Sum of the flows, without interest, in USD.
    pub sum_usd: f64,
}

/// The value of cash flows at a rate.
///
/// # Errors
/// `mining.cash_flows.out_of_range`, `mining.cash_flows.length`, `mining.time.out_of_range`;
/// `mining.discount_rate.out_of_range` above 1, and where the value exceeds what an `f64` holds.
///
/// ```
/// use hashinsight_mining::investment::{CashFlows, NetPresentValueRequest, net_present_value};
/// use hashinsight_units::DiscountRate;
/// let flows = CashFlows::Periodic(vec![-1000.0, 400.0, 400.0, 400.0]);
/// let report = net_present_value(&NetPresentValueRequest::new(flows, DiscountRate::new(0.1)?))?;
/// assert!((report.net_present_value_usd + 5.259203606311075).abs() < 1e-9);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn net_present_value(request: &NetPresentValueRequest) -> Result<NetPresentValueReport, Error> {
    let flows = request.cash_flows.flows().at("cash_flows")?;
    if request.discount_rate.get() > 1.0 {
        let (field, allowed) = ("discount_rate", "-0.99 to 1 (a fraction, not percent: 0.1 for 10 %)");
        return Err(error::out_of_range(field, field, request.discount_rate.get(), allowed));
    }
    let net_present_value_usd = value_at(&flows, request.discount_rate)?;
    Ok(NetPresentValueReport { net_present_value_usd, sum_usd: flows.iter().fold(0.0, |sum, flow| sum + flow.1) })
}
