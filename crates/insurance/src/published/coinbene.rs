//! The contract insurance of CoinBene, by its announcements of 2020 and 2021.
//!
//! ```text
//! payout = 2 * ratio * min(loss, margin * liquidation / open, insured * liquidation / open)
//! ```

use hashinsight_units::{Decimal, Error, Problem, Record};

use super::amount;
use crate::refuse::{insufficient, tell};

/// Ratio up to a cumulative sum insured.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoinbeneTier {
    /// Ratio of the payout, 0 to 1, as decimal text.
    #[record(example = "0.85")]
    pub ratio: Decimal,
    /// Greatest cumulative sum insured of the tier, as decimal text. Absent: there is none, and it is the last.
    pub up_to: Option<Decimal>,
}

/// Inputs of [`coinbene_payout`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoinbeneRequest {
    /// Loss by the liquidation, as decimal text.
    #[record(example = "90")]
    pub loss: Decimal,
    /// Initial margin of the position, as decimal text.
    #[record(example = "100")]
    pub margin: Decimal,
    /// Sum insured, which is also the premium, as decimal text.
    #[record(example = "80")]
    pub insured: Decimal,
    /// Part of the position that was liquidated, as decimal text.
    #[record(example = "10")]
    pub liquidated: Decimal,
    /// Size of the position when it was opened, as decimal text; not below the part liquidated.
    #[record(example = "10")]
    pub opened: Decimal,
    /// Sum insured so far, with this cover, as decimal text.
    #[record(example = "80")]
    pub cumulative: Decimal,
    /// Ratios by cumulative sum insured, rising.
    #[record(default = coinbene_tiers())]
    pub tiers: Vec<CoinbeneTier>,
}

/// Result of [`coinbene_payout`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CoinbeneReport {
    /// Ratio of the tier.
    pub ratio: Decimal,
    /// Payout, rounded down to 6 decimal places.
    pub payout: Decimal,
    /// Probability of a claim on the whole sum insured at which premiums pay for claims: `1 / (2 ratio)`.
    pub break_even_probability: f64,
}

/// The ratios from 1 March 2021 on.
///
/// ```
/// assert_eq!(hashinsight_insurance::published::coinbene_tiers().len(), 4);
/// ```
pub fn coinbene_tiers() -> Vec<CoinbeneTier> {
    let tier = |percent, up_to: Option<i64>| CoinbeneTier {
        ratio: Decimal::new(percent, 2).normalize(),
        up_to: up_to.map(|limit| Decimal::new(limit, 0)),
    };
    vec![tier(85, Some(100)), tier(80, Some(500)), tier(75, Some(2000)), tier(70, None)]
}

/// The payout of CoinBene's cover of a liquidation.
///
/// ```
/// use hashinsight_insurance::published::{CoinbeneRequest, coinbene_payout};
/// let [loss, margin, insured, size, sold] = ["90", "100", "80", "10", "80"].map(|text| text.parse().unwrap());
/// let report = coinbene_payout(&CoinbeneRequest::new(loss, margin, insured, size, size, sold))?;
/// assert_eq!(report.payout.to_string(), "136");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.<field>.out_of_range` for an amount below 0, above 10^9 or of more than 6 decimal places, `insurance.liquidated.out_of_range` beyond the
/// position, `insurance.tiers.out_of_range` unless they rise to one without a limit, `insurance.tiers.insufficient_data` for none.
pub fn coinbene_payout(request: &CoinbeneRequest) -> Result<CoinbeneReport, Error> {
    let [loss, margin, cumulative, liquidated] = [
        ("loss", request.loss),
        ("margin", request.margin),
        ("cumulative", request.cumulative),
        ("liquidated", request.liquidated),
    ]
    .map(|(field, value)| amount(field, value, true));
    let (insured, opened) = (amount("insured", request.insured, false)?, amount("opened", request.opened, false)?);
    let (loss, margin, cumulative, liquidated) = (loss?, margin?, cumulative?, liquidated?);
    if liquidated > opened {
        return Err(tell("liquidated", Problem::OutOfRange, liquidated, format!("at most the position, {opened}")));
    }
    check_tiers(&request.tiers)?;
    let is_within = |tier: &&CoinbeneTier| tier.up_to.is_none_or(|limit| cumulative <= limit);
    let ratio = request.tiers.iter().find(is_within).map_or(Decimal::ZERO, |tier| tier.ratio);
    // Times the size of the position, so that no quotient is rounded before the end.
    let least = [loss * opened, margin * liquidated, insured * liquidated].into_iter().reduce(Ord::min);
    let payout = least.unwrap_or_default() / opened * Decimal::TWO * ratio;
    let ratio_f64 = hashinsight_units::json::float(&ratio.to_string()).unwrap_or(0.0);
    Ok(CoinbeneReport {
        ratio,
        payout: payout.trunc_with_scale(6).normalize(),
        break_even_probability: 1.0 / (2.0 * ratio_f64),
    })
}

/// Ratios above 0 and at most 1, limits that rise, and none at the end.
fn check_tiers(tiers: &[CoinbeneTier]) -> Result<(), Error> {
    if tiers.is_empty() {
        return Err(insufficient("tiers", 0, "at least one tier"));
    }
    let mut before = Some(Decimal::NEGATIVE_ONE);
    for (row, tier) in tiers.iter().enumerate() {
        let rises = match (before, tier.up_to) {
            (Some(before), Some(limit)) => limit > before,
            (Some(_), None) => true,
            (None, _) => false,
        };
        let is_last = row + 1 == tiers.len();
        let ratio_fits = tier.ratio > Decimal::ZERO && tier.ratio <= Decimal::ONE && tier.ratio.scale() <= 6;
        if !rises || tier.up_to.is_none() != is_last || !ratio_fits {
            let allowed = "ratios above 0 and at most 1, limits that rise, the last tier without a limit";
            return Err(tell("tiers", Problem::OutOfRange, tier.ratio, allowed).in_row(row));
        }
        before = tier.up_to;
    }
    Ok(())
}
