//! Triangles: cumulative amounts by origin and age.

use hashinsight_units::{Error, Record, Timestamp};

use crate::refuse::{insufficient, length, refuse};

/// Cumulative amounts: a row for each period of origin, oldest first, an amount for each age that it has reached.
///
/// ```
/// use hashinsight_insurance::reserving::Triangle;
/// let triangle = Triangle::new(vec![vec![100.0, 150.0, 160.0], vec![110.0, 160.0], vec![120.0]])?;
/// assert_eq!(triangle.latest().collect::<Vec<_>>(), [160.0, 160.0, 120.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Triangle(Vec<Vec<f64>>);

impl Triangle {
    /// A triangle, or a trapezoid, of cumulative amounts in units of currency.
    ///
    /// # Errors
    /// `insurance.cumulative.insufficient_data` without rows, or for an empty row; `length` for a row that is longer than the one before;
    /// `out_of_range` for an amount below 0 or above 1e18.
    pub fn new(cumulative: Vec<Vec<f64>>) -> Result<Self, Error> {
        if cumulative.is_empty() {
            return Err(insufficient("cumulative", "no row", "a row for each period of origin"));
        }
        for (i, row) in cumulative.iter().enumerate() {
            if row.is_empty() {
                return Err(insufficient("cumulative", "an empty row", "an amount for each age").in_row(i));
            }
            if i > 0 && row.len() > cumulative[i - 1].len() {
                return Err(length("cumulative", row.len(), cumulative[i - 1].len()).in_row(i));
            }
            if let Some(j) = row.iter().position(|amount| !(*amount >= 0.0 && *amount <= 1e18)) {
                return Err(refuse("cumulative", row[j], "0 to 1e18").in_row(i).in_row(j));
            }
        }
        Ok(Self(cumulative))
    }

    /// Rows of cumulative amounts, oldest origin first.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.0
    }

    /// Number of ages.
    pub fn ages(&self) -> usize {
        self.0[0].len()
    }

    /// Latest cumulative amount of each origin.
    pub fn latest(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|row| row[row.len() - 1])
    }
}

/// Payment on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimPayment {
    /// Time at which the claim arose, in Unix milliseconds UTC.
    #[record(example = 1714521600000)]
    pub occurred_ms: Timestamp,
    /// Time of the payment, in Unix milliseconds UTC.
    #[record(example = 1714608000000)]
    pub paid_ms: Timestamp,
    /// Amount of the payment in units of currency, negative for a recovery.
    #[record(range = -1e15..=1e15, example = 250)]
    pub amount: f64,
}

/// Inputs of [`triangle`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TriangleRequest {
    /// Payments, in any order.
    pub payments: Vec<ClaimPayment>,
    /// Begin of the first period of origin, in Unix milliseconds UTC.
    #[record(example = 1714521600000)]
    pub first_ms: Timestamp,
    /// Length of a period of origin, and of a step of age, in milliseconds.
    #[record(range = 1..=315_360_000_000_i64, example = 86400000)]
    pub period_ms: i64,
    /// Number of periods of origin.
    #[record(range = 1..=1000, example = 10)]
    pub periods: u32,
}

/// Result of [`triangle`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TriangleReport {
    /// Cumulative payments: a row for each period of origin, an amount for each age, in units of currency.
    pub cumulative: Vec<Vec<f64>>,
}

/// The triangle of payments, as known at the end of the last period of origin.
///
/// A payment belongs to the period in which its claim arose, and to the age of that period's claims at the end of the period in which it
/// was paid.
///
/// ```
/// use hashinsight_insurance::reserving::{ClaimPayment, TriangleRequest, triangle};
/// use hashinsight_units::Timestamp;
/// let day = |day: i64| Timestamp::from_ms(1_714_521_600_000 + day * 86_400_000);
/// let payments = vec![ClaimPayment::new(day(0)?, day(0)?, 100.0), ClaimPayment::new(day(0)?, day(1)?, 50.0)];
/// let report = triangle(&TriangleRequest::new(payments, day(0)?, 86_400_000, 2))?;
/// assert_eq!(report.cumulative, [vec![100.0, 150.0], vec![0.0]]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.occurred_ms.out_of_range` for a claim outside the periods, `insurance.paid_ms.out_of_range` for a payment before its claim or
/// after the last period, `insurance.amount.out_of_range`: each with the place of the payment.
pub fn triangle(request: &TriangleRequest) -> Result<TriangleReport, Error> {
    request.check()?;
    let periods = request.periods as usize;
    let first = request.first_ms.to_ms();
    let period_of = |at: Timestamp| (at.to_ms() - first).div_euclid(request.period_ms);
    let end = i64::from(request.periods);
    let mut cumulative: Vec<Vec<f64>> = (0..periods).map(|origin| vec![0.0; periods - origin]).collect();
    for (index, payment) in request.payments.iter().enumerate() {
        let refused = |field: &str, value: Timestamp, allowed: &str| {
            refuse(field, value.to_ms() as f64, allowed).at(hashinsight_units::FieldPath::new("payments").index(index))
        };
        payment.check().map_err(|error| error.at(hashinsight_units::FieldPath::new("payments").index(index)))?;
        let (origin, paid) = (period_of(payment.occurred_ms), period_of(payment.paid_ms));
        let Ok(origin) = usize::try_from(origin).map_err(drop).and_then(|o| if o < periods { Ok(o) } else { Err(()) })
        else {
            return Err(refused("occurred_ms", payment.occurred_ms, "a time within the periods of origin"));
        };
        if payment.paid_ms < payment.occurred_ms || paid >= end {
            return Err(refused("paid_ms", payment.paid_ms, "a time from the claim to the end of the last period"));
        }
        let Ok(age) = usize::try_from(paid).map(|paid| paid - origin) else {
            unreachable!("a payment is not before its claim, which is in a period")
        };
        cumulative[origin][age] += payment.amount;
    }
    for row in &mut cumulative {
        let mut total = 0.0;
        for amount in row {
            total += *amount;
            *amount = total;
        }
    }
    Ok(TriangleReport { cumulative })
}
