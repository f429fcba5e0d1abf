//! A smile as three quotes, and what it asks for a hedge: the put and the call of a quarter's delta around the straddle.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, normal_quantile};
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Error};

use super::option::sign;
use super::vanilla::Vanilla;
use super::vanna_volga::VannaVolgaRequest;
use super::{Lognormal, PriceGreeks};
use crate::refuse::refuse;

/// Forward delta of the quoted put and call.
const DELTA: f64 = 0.25;

/// The three quotes, as far as they are needed.
pub(super) struct Smile {
    pub(super) market: Lognormal,
    pub(super) spot: AssetPrice,
    pub(super) straddle: f64,
    pub(super) put: Wing,
    pub(super) call: Wing,
}

/// One of the quoted options beside the straddle.
pub(super) struct Wing {
    pub(super) strike: f64,
    /// `d1` and vega at the straddle's volatility.
    d1: f64,
    vega: f64,
    /// What the smile asks beyond the straddle's volatility.
    cost: f64,
}

impl Smile {
    pub(super) fn new(request: &VannaVolgaRequest) -> Result<Self, Error> {
        let VannaVolgaRequest { spot, years, rate_per_year, yield_per_year, atm_volatility, .. } = *request;
        let (time, sigma) = (years.get(), atm_volatility.get());
        if time == 0.0 {
            return Err(refuse("years", time, "above 0"));
        }
        if sigma == 0.0 {
            return Err(refuse("atm_volatility", sigma, "1e-9 to 20"));
        }
        let market = Lognormal::new(years, rate_per_year, yield_per_year, atm_volatility);
        let (rate, carry_yield) = (rate_per_year.get(), yield_per_year.get());
        let forward = spot.get() * exp((rate - carry_yield) * time);
        let deviation = sigma * time.sqrt();
        let quarter = -normal_quantile(DELTA)?;
        let wing = |kind: OptionKind, volatility: f64| {
            let own = volatility * time.sqrt();
            let strike = forward * exp(sign(kind) * own * quarter + 0.5 * own * own);
            let at = |volatility: f64| Vanilla {
                sign: sign(kind),
                spot: spot.get(),
                strike,
                years: time,
                rate,
                carry_yield,
                volatility,
            };
            // ln(F/K) by the strike's own exponent.
            let d1 = 0.5 * deviation - (sign(kind) * own * quarter + 0.5 * own * own) / deviation;
            let (flat, _, greeks) = at(sigma).evaluate();
            Wing { strike, d1, vega: greeks.vega, cost: at(volatility).price() - flat }
        };
        let straddle = forward * exp(0.5 * deviation * deviation);
        let put = wing(OptionKind::Put, request.put_25_volatility.get());
        let call = wing(OptionKind::Call, request.call_25_volatility.get());
        if put.d1 <= 0.0 || put.vega == 0.0 {
            let allowed = format!("a volatility whose strike is below the straddle's, {}", Told(straddle));
            return Err(refuse("put_25_volatility", request.put_25_volatility.get(), allowed));
        }
        if call.d1 >= 0.0 || call.vega == 0.0 {
            let allowed = format!("a volatility whose strike is above the straddle's, {}", Told(straddle));
            return Err(refuse("call_25_volatility", request.call_25_volatility.get(), allowed));
        }
        Ok(Self { market, spot, straddle, put, call })
    }

    /// What the smile asks beyond one volatility for the hedge of a vega, a vanna and a volga. The straddle itself costs nothing more.
    pub(super) fn cost(&self, greeks: &PriceGreeks) -> f64 {
        let Self { market, put, call, .. } = self;
        let deviation = market.volatility.get() * market.years.get().sqrt();
        // Moments of vega by d1: vanna is vega (1 - d1/s) / S, and volga vega d1 (d1 - s) / sigma.
        let first = deviation * (greeks.vega - self.spot.get() * greeks.vanna);
        let second = market.volatility.get() * greeks.volga + deviation * first;
        let weight = |one: &Wing, other: &Wing| (second - other.d1 * first) / (one.d1 * (one.d1 - other.d1)) / one.vega;
        weight(put, call) * put.cost + weight(call, put) * call.cost
    }
}
