//! Quantities of markets: prices of assets, sizes, rates and volatilities.

use crate::quantity::quantity;

quantity! {
    /// Any finite number: a value of a series.
    Finite, "number", stored in "", -1.7976931348623157e308..=1.7976931348623157e308,
    allowed "a finite number", written "a number",
    symbols ["": 1.0 / 1.0]
}

quantity! {
    /// Price of an asset in its quote currency: 1e-18 to 1e18.
    AssetPrice, "asset_price", stored in "", 1e-18..=1e18,
    allowed "1e-18 to 1e18, in quote currency", written "a number",
    symbols ["": 1.0 / 1.0]
}

quantity! {
    /// Size of a position: units of base for linear contracts and options, contracts of one quote unit for inverse ones.
    Quantity, "quantity", stored in "", 1e-18..=1e18,
    allowed "1e-18 to 1e18", written "a number",
    symbols ["": 1.0 / 1.0]
}

quantity! {
    /// Amount of margin currency that may be nothing: 0 to 1e18.
    Collateral, "value", stored in "", 0.0..=1e18,
    allowed "0 to 1e18", written "a number",
    symbols ["": 1.0 / 1.0]
}

quantity! {
    /// Amount of margin currency that may be a loss: -1e15 to 1e15.
    Balance, "balance", stored in "", -1e15..=1e15,
    allowed "-1e15 to 1e15, in margin currency", written "a number",
    symbols ["": 1.0 / 1.0]
}

quantity! {
    /// Volatility: standard deviation of the logarithm of a price per square root of a year, a fraction and not percent.
    /// Above 0 it is at least 1e-9: a smaller one would only overflow.
    Volatility, "volatility", stored in "1/sqrt(year)", 0.0..=20.0, if not 0 from 1e-9,
    allowed "0, or 1e-9 to 20 per square root of a year (a fraction, not percent)", written "a number",
    symbols ["": 1.0 / 1.0, "%": 1.0 / 1e2, "1/sqrt(year)": 1.0 / 1.0]
}

quantity! {
    /// Continuously compounded rate, yield or drift per year, a fraction and not percent.
    Rate, "rate", stored in "1/year", -10.0..=10.0,
    allowed "-10 to 10 per year (a fraction, not percent)", written "a number",
    symbols ["": 1.0 / 1.0, "%": 1.0 / 1e2, "1/year": 1.0 / 1.0]
}

quantity! {
    /// Discount rate per year, compounded once a year, a fraction and not percent: -0.99 to 10.
    DiscountRate, "discount_rate", stored in "1/year", -0.99..=10.0,
    allowed "-0.99 to 10 per year (a fraction, not percent)", written "a number",
    symbols ["": 1.0 / 1.0, "%": 1.0 / 1e2, "1/year": 1.0 / 1.0]
}

quantity! {
    /// Span in years of 365 days: 0 to 30. Above 0 it is at least 1e-12, a thirtieth of a millisecond.
    Years, "years", stored in "years", 0.0..=30.0, if not 0 from 1e-12,
    allowed "0, or 1e-12 to 30 years of 365 days", written "a number",
    symbols ["": 1.0 / 1.0, "years": 1.0 / 1.0]
}

quantity! {
    /// Expected number of events per year: 0 to 10000.
    Intensity, "intensity", stored in "1/year", 0.0..=10000.0,
    allowed "0 to 10000 per year", written "a number",
    symbols ["": 1.0 / 1.0, "1/year": 1.0 / 1.0]
}

quantity! {
    /// Jump, drawdown or distance in the logarithm of a price: -10 to 10.
    LogMove, "log_move", stored in "", -10.0..=10.0,
    allowed "-10 to 10 in the logarithm of the price", written "a number",
    symbols ["": 1.0 / 1.0]
}

quantity! {
    /// Rate of an exponential distribution of jumps in the logarithm of a price: its inverse is the mean jump.
    TailRate, "tail_rate", stored in "", 1e-3..=1e6,
    allowed "0.001 to 1e6 per unit of the logarithm of the price", written "a number",
    symbols ["": 1.0 / 1.0]
}
