//! Histories of trades, for the ledger and what stands beside it.

use hashinsight::numerics::Philox;
use hashinsight::treasury::ledger::{Entry, Event, LedgerPolicy, Method, Purchase, Sale, Shortfall};
use hashinsight::units::{Amount, Currency, Decimal, Error, Money, Timestamp};

/// One trade.
#[derive(Clone, Copy, Debug)]
pub struct Trade {
    /// Unix milliseconds.
    pub time_ms: i64,
    /// Whether coins were sold.
    pub is_sale: bool,
    /// Satoshis.
    pub sat: u64,
    /// Price of one bitcoin in cents.
    pub cents: i64,
}

/// So many trades, an hour apart. Mixed: purchases and sales in turn, by chance. Else half of them are purchases, which all are held when
/// the sales begin.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "uniform numbers times 1e9")]
pub fn trades(count: usize, is_mixed: bool) -> Vec<Trade> {
    let mut uniform = vec![0.0; 3 * count];
    Philox::new(20_260_531).fill_uniform(40, 0, &mut uniform);
    let mut held = 0;
    let mut trades = Vec::with_capacity(count);
    for (hour, draw) in (1..).zip(uniform.chunks_exact(3)) {
        let is_sale = held > 1 && if is_mixed { draw[0] < 0.5 } else { 2 * trades.len() >= count };
        let most = if is_sale { (held / 2).min(200_000_000) } else { 100_000_000 };
        let sat = 1 + (draw[1] * most as f64) as u64;
        held = if is_sale { held - sat } else { held + sat };
        let time_ms = 1_230_940_800_000 + 3_600_000 * hour;
        trades.push(Trade { time_ms, is_sale, sat, cents: 100_000 + (draw[2] * 1e7) as i64 });
    }
    trades
}

/// The trades as events.
///
/// # Errors
/// None: the figures lie within their units.
pub fn events(trades: &[Trade]) -> Result<Vec<Event>, Error> {
    let event = |trade: &Trade| {
        let amount = Amount::from_sat(trade.sat)?;
        let value = i128::from(trade.sat) * i128::from(trade.cents);
        let value = Money::new(Decimal::from_i128_with_scale(value, 10), Currency::USD);
        let entry = if trade.is_sale {
            Entry::Sell(Sale::new(amount, value))
        } else {
            Entry::Buy(Purchase::new(amount, value))
        };
        Ok(Event::new(Timestamp::from_ms(trade.time_ms)?, entry))
    };
    trades.iter().map(event).collect()
}

/// A policy that lets cash fall below zero: the trades are all there is.
#[must_use]
pub fn policy(method: Method) -> LedgerPolicy {
    LedgerPolicy::new(Currency::USD, method).cash_below_zero(Shortfall::Allow)
}
