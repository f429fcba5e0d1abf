//! Quotes by the column: liquidation covers of isolated linear positions under geometric Brownian motion.
//!
//! The premium is the one of the single form, term by term and to its last digit, in whole minor units of the currency (cents); models beside
//! the first, sensitivities and the rules that look at one holder are not.

use hashinsight_derivatives::margin::{
    ContractKind, LiquidationBatchParams, LiquidationColumns, MaintenanceSchedule, Side, Venue, liquidation_batch,
};
use hashinsight_derivatives::pricing::{
    BarrierSide, Lognormal, Payout, TouchPayment, TouchRequest, touch, touch_at_hit,
};
use hashinsight_units::columns::{CHUNK, Columns, OnBadRow, RowStatus, rows};
use hashinsight_units::json::Told;
use hashinsight_units::{
    AssetPrice, At, Collateral, Decimal, Error, Fraction, Quantity, Rate, Record, Volatility, Years,
};
use multiversion::multiversion;

use super::Loadings;
use super::batch_terms::Terms;
use crate::refuse::refuse;

/// Parameters of [`quote_batch`], shared by all rows.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct QuoteBatchParams {
    /// Venue whose rules liquidate.
    #[record(example = "binance_usdm")]
    pub venue: Venue,
    /// Maintenance margin by size.
    pub maintenance: MaintenanceSchedule,
    /// Riskless rate per year, continuously compounded.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// What is added to the pure premium.
    pub loadings: Loadings,
    /// Fraction of the loss that is insured, as decimal text: above 0, at most 1. The loss is the margin less what the position has lost at the spot.
    #[record(example = "0.5")]
    pub of_loss: Decimal,
    /// Drift of the price per year: the carry under Q, what the insurer believes under P.
    #[record(default = Rate::constant(0.0))]
    pub drift_per_year: Rate,
    /// Fee for closing, as a fraction of the notional; it counts where the venue's rules count it.
    #[record(default = Fraction::ZERO)]
    pub close_fee_rate: Fraction,
    /// Greatest hit probability that is sold.
    #[record(default = Fraction::constant(0.5))]
    pub most_probability: Fraction,
    /// Digits after the point of the currency.
    #[record(range = 0..=4, default = 2)]
    pub digits: u32,
    /// Treatment of rows that cannot be used.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`quote_batch`]: an isolated linear position, insured against its liquidation from now on.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = QuoteColumns)]
#[non_exhaustive]
pub struct QuoteRow {
    /// Side of the position: long or short.
    pub side: Side,
    /// Size of the position, in units of base.
    pub quantity: Quantity,
    /// Average entry price, in quote currency.
    pub entry_price: AssetPrice,
    /// Margin of the position less the funding paid so far, in quote currency; at most 1e9.
    pub margin: Collateral,
    /// Mark price now, in quote currency.
    pub spot: AssetPrice,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
    /// Period of the cover, in years of 365 days.
    pub years: Years,
}

/// Result of one row of [`quote_batch`]. Money is in whole minor units: 56121 is 561.21 with two digits.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = QuoteTable)]
#[non_exhaustive]
pub struct QuoteLine {
    /// Liquidation price, in quote currency; NaN with status `never` or `every`.
    pub liquidation_price: f64,
    /// Hit probability: that the position is liquidated within the period.
    pub hit_probability: f64,
    /// Pure premium before rounding, in quote currency.
    pub pure_premium: f64,
    /// Maximum payout, in minor units.
    pub maximum_payout_minor: i64,
    /// Pure premium, in minor units.
    pub pure_minor: i64,
    /// Risk loading of the premium principle, in minor units.
    pub risk_loading_minor: i64,
    /// Expenses, fixed and in proportion, with commission and profit, in minor units.
    pub expense_minor: i64,
    /// Discount, in minor units; negative or 0.
    pub discount_minor: i64,
    /// Tax, in minor units.
    pub tax_minor: i64,
    /// Gross premium, in minor units: the sum of the five terms before.
    pub gross_minor: i64,
    /// Whether the cover is offered: the price is on the right side of a liquidation price, the hit probability not above what is sold, and the
    /// payout above 0.
    pub is_offered: bool,
    /// State of the row: `ok`, `never` where no price liquidates, `every` where the margin does not carry the position, `undefined` where a
    /// loading is beyond what is booked, or `refused`.
    pub status: RowStatus,
}

/// Premiums of many liquidation covers.
///
/// ```
/// use hashinsight_derivatives::margin::{MaintenanceSchedule, Side, Venue};
/// use hashinsight_insurance::actuarial::PremiumPrinciple;
/// use hashinsight_insurance::quote::{Loadings, QuoteBatchParams, QuoteColumns, quote_batch};
/// use hashinsight_units::{Collateral, Fraction, Rate};
/// let maintenance = MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? };
/// let loadings =
///     Loadings::new(PremiumPrinciple::StandardDeviation(0.1)).expense("0.15".parse().unwrap());
/// let half = "0.5".parse().unwrap();
/// let params = QuoteBatchParams::new(Venue::BinanceUsdm, maintenance, Rate::new(0.04)?, loadings, half);
/// let columns = QuoteColumns {
///     side: &[Side::Long, Side::Short],
///     quantity: &[0.5, 0.5],
///     entry_price: &[60_000.0, 60_000.0],
///     margin: &[3_000.0, 3_000.0],
///     spot: &[60_000.0, 60_000.0],
///     volatility: &[0.65, 0.65],
///     years: &[7.0 / 365.0, 7.0 / 365.0],
/// };
/// let table = quote_batch(&columns, &params)?;
/// assert_eq!(table.gross_minor, [56_121, 60_334]); // (444.34 + 68.50) / 0.85 for the short
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Loadings::validate`] at `loadings`; `insurance.of_loss.out_of_range`; those of the margin rules; a refused value of row 17 stands at
/// `spot[17]`, a margin beyond 1e9 or below what the table's leverage allows at `margin[17]`. `insurance.<column>.length` where columns differ in
/// length.
pub fn quote_batch(columns: &QuoteColumns<'_>, params: &QuoteBatchParams) -> Result<QuoteTable, Error> {
    params.check()?;
    params.loadings.validate().at("loadings")?;
    // A principle is asked once: for its parameter it may refuse, for numbers in range it does not.
    params.loadings.risk_loading_of(1.0, 0.5).at("loadings")?;
    let terms = Terms::new(params)?;
    columns.check_lengths()?;
    let (rate, drift) = (params.rate_per_year, params.drift_per_year);
    let carry_yield = Rate::new(rate.get() - drift.get())?;
    // As the single form comes to it, to the last bit.
    let drift = rate.get() - carry_yield.get();
    let QuoteColumns { side, quantity, entry_price, margin, .. } = *columns;
    let levels = liquidation_batch(
        &LiquidationColumns { side, quantity, entry_price, margin },
        &LiquidationBatchParams::new(params.venue, ContractKind::Linear, params.maintenance.clone())
            .close_fee_rate(params.close_fee_rate)
            .on_bad_row(params.on_bad_row),
    )?;
    let (mut done, mut fault) = (0, None);
    let kernel = |part: QuoteColumns<'_>, out: QuoteTablePart<'_>| {
        let place = done..done + out.status.len();
        let (level, status) = (&levels.liquidation_price[place.clone()], &levels.status[place.clone()]);
        let mut per_unit = [0.0; CHUNK];
        let per_unit = &mut per_unit[..place.len()];
        touches(&part, [rate.get(), drift], level, per_unit, out.hit_probability);
        for row in 0..place.len() {
            out.liquidation_price[row] = level[row];
            out.status[row] = status[row];
            if !part.row_holds(row) {
                continue;
            }
            if let Some(error) = params.out_of_bounds(&part, row) {
                fault.get_or_insert(error.in_row(place.start + row));
                out.status[row] = RowStatus::Refused;
            }
            if out.status[row] != RowStatus::Ok {
                let nothing = if out.status[row] == RowStatus::Never { 0.0 } else { f64::NAN };
                (out.hit_probability[row], out.pure_premium[row]) = (nothing, nothing);
                if out.status[row] == RowStatus::Refused {
                    out.liquidation_price[row] = f64::NAN;
                }
                continue;
            }
            if per_unit[row].is_nan() {
                per_unit[row] = by_time(&part, row, level[row], [rate, carry_yield]).unwrap_or(f64::NAN);
            }
            let Some((pure, booked)) = terms.book(at_stake(&part, row), per_unit[row], out.hit_probability[row]) else {
                out.pure_premium[row] = f64::NAN;
                out.status[row] = RowStatus::Undefined;
                continue;
            };
            out.pure_premium[row] = pure;
            out.maximum_payout_minor[row] = booked.payout;
            out.pure_minor[row] = booked.pure;
            out.risk_loading_minor[row] = booked.risk;
            out.expense_minor[row] = booked.expense;
            out.discount_minor[row] = booked.discount;
            out.tax_minor[row] = booked.tax;
            out.gross_minor[row] = booked.pure + booked.risk + booked.expense + booked.discount + booked.tax;
            let stands = match part.side[row] {
                Side::Long => part.spot[row] > level[row],
                Side::Short => part.spot[row] < level[row],
            };
            out.is_offered[row] =
                stands && booked.payout > 0 && out.hit_probability[row] <= params.most_probability.get();
        }
        done = place.end;
    };
    let table = rows::<_, QuoteTable>(*columns, params.on_bad_row, kernel)?;
    match (params.on_bad_row, fault) {
        (OnBadRow::Refuse, Some(error)) => Err(error),
        _ => Ok(table),
    }
}

/// Value of 1 at a touch and its probability, in lanes.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn touches(
    part: &QuoteColumns<'_>,
    [rate, drift]: [f64; 2],
    level: &[f64],
    value: &mut [f64],
    probability: &mut [f64],
) {
    let count = value.len();
    let [spot, volatility, years] = [part.spot, part.volatility, part.years].map(|column| &column[..count]);
    let (side, level, probability) = (&part.side[..count], &level[..count], &mut probability[..count]);
    for row in 0..count {
        let at = if matches!(side[row], Side::Long) { BarrierSide::Down } else { BarrierSide::Up };
        let numbers = [spot[row], level[row], years[row] + 0.0, rate, drift, volatility[row] + 0.0];
        [value[row], probability[row]] = touch_at_hit(at, numbers);
    }
}

/// The same where a negative rate needs the integral over the time of the touch.
fn by_time(part: &QuoteColumns<'_>, row: usize, level: f64, [rate, carry_yield]: [Rate; 2]) -> Option<f64> {
    let side = if part.side[row] == Side::Long { BarrierSide::Down } else { BarrierSide::Up };
    let price = Lognormal::new(
        Years::new(part.years[row]).ok()?,
        rate,
        carry_yield,
        Volatility::new(part.volatility[row]).ok()?,
    );
    let (spot, barrier) = (AssetPrice::new(part.spot[row]).ok()?, AssetPrice::new(level).ok()?);
    let one = Payout::Cash(Collateral::new(1.0).ok()?);
    Some(touch(&TouchRequest::new(spot, barrier, side, TouchPayment::AtHit, one, price)).ok()?.price)
}

/// What a position can still lose: its margin, less what it has lost at the spot.
fn at_stake(part: &QuoteColumns<'_>, row: usize) -> f64 {
    let lost = part.side[row].sign() * (part.quantity[row] * (part.entry_price[row] - part.spot[row]));
    let left = part.margin[row] - if lost > 0.0 { lost } else { 0.0 };
    if left > 0.0 { left } else { 0.0 }
}

/// Greatest margin of a row.
const MOST_MARGIN: f64 = 1e9;

impl QuoteBatchParams {
    /// What a row cannot be, beyond its own ranges.
    fn out_of_bounds(&self, part: &QuoteColumns<'_>, row: usize) -> Option<Error> {
        let (margin, notional) = (part.margin[row], part.quantity[row] * part.entry_price[row]);
        if margin > MOST_MARGIN || margin == 0.0 {
            return Some(refuse("margin", margin, "above 0, at most 1e9"));
        }
        let MaintenanceSchedule::Tiers(table) = &self.maintenance else { return None };
        let least = notional / table.tier_at(notional)?.max_leverage();
        (margin * (1.0 + 1e-9) < least).then(|| {
            refuse("margin", margin, format!("at least {}, by the leverage of the position's tier", Told(least)))
        })
    }
}
