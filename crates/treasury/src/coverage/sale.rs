//! From a sum that is needed to the coins that bring it.

use hashinsight_units::{Amount, At, Error, Fault, Outcome, Price, Problem, Record};

use super::{Cash, Costs, Execution};

/// Inputs of [`net_to_gross`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct NetToGrossRequest {
    /// Sum that the sale is to bring after costs, in USD.
    #[record(example = "50000")]
    pub net_usd: Cash,
    /// Price of one bitcoin, in USD.
    #[record(example = 100000)]
    pub price_usd: Price,
    /// Costs of a trade.
    pub costs: Costs,
    /// Most coins that can be sold, in satoshis. Absent: all that exist.
    pub most_sat: Option<Amount>,
}

/// Result of [`net_to_gross`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct NetToGrossReport {
    /// Smallest sale that brings the sum, in satoshis; never where no sale does.
    pub sale_sat: Outcome<Amount>,
    /// Proceeds of the sale after costs, in USD: at least the sum. Absent: there is no such sale.
    pub proceeds_usd: Option<Cash>,
}

/// The smallest sale that brings a sum after costs: rounded up to a satoshi, so that what is needed is there.
///
/// ```
/// use hashinsight_treasury::coverage::{Costs, NetToGrossRequest, net_to_gross};
/// use hashinsight_units::{Fraction, Outcome, Price};
/// let costs = Costs::new(Fraction::new(0.001)?).slippage(Fraction::new(0.0005)?);
/// let report = net_to_gross(&NetToGrossRequest::new("50000".parse()?, Price::new(100_000.0)?, costs))?;
/// assert_eq!(report.sale_sat, Outcome::Value("0.50075088 BTC".parse()?));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What [`Execution::new`] refuses.
pub fn net_to_gross(request: &NetToGrossRequest) -> Result<NetToGrossReport, Error> {
    let execution = at_price(request.price_usd, &request.costs)?;
    if request.net_usd < Cash::ZERO {
        let fault = Fault::new("treasury.net_usd", Problem::OutOfRange).at("net_usd").got(request.net_usd);
        return Err(fault.allowed("0 or more").into());
    }
    let most = request.most_sat.unwrap_or(Amount::MAX).to_sat().cast_signed();
    let Some(sale) = execution.gross(request.net_usd.to_micros(), most) else {
        return Ok(NetToGrossReport { sale_sat: Outcome::Never, proceeds_usd: None });
    };
    let proceeds_usd = Some(Cash::from_micros(execution.proceeds(sale))?);
    Ok(NetToGrossReport { sale_sat: Outcome::Value(Amount::from_signed_sat(sale)?), proceeds_usd })
}

/// An execution whose refusals name the fields of a request with `price_usd` and `costs`.
pub(crate) fn at_price(price: Price, costs: &Costs) -> Result<Execution, Error> {
    Execution::new(price, costs)
        .or_else(|error| if error.path().as_str() == "price_usd" { Err(error) } else { Err(error).at("costs") })
}
