//! Covers as a book sees them, and the markets that they hang on.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_market::Instrument;
use hashinsight_units::{AssetPrice, At, Collateral, Error, Problem, Rate, Record, Timestamp, Volatility};

use crate::refuse::{insufficient, length, tell};

/// Milliseconds of a year of 365 days.
pub(crate) const MS_PER_YEAR: f64 = 31_536_000_000.0;

/// One cover of a book: it pays its sum insured once the price touches the barrier between inception and expiry.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BookCover {
    /// Instrument whose price triggers the cover.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Side of the price on which the barrier lies: down for the liquidation of a long, up for that of a short.
    #[record(example = "down")]
    pub side: BarrierSide,
    /// Price whose touch triggers the cover, in quote currency.
    #[record(example = 54216.87)]
    pub barrier: AssetPrice,
    /// Sum insured that a touch makes due, in units of currency.
    #[record(example = 1500)]
    pub sum_insured: Collateral,
    /// Instant from which the price is watched, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub inception_ms: Timestamp,
    /// Instant until which the price is watched, in Unix milliseconds UTC; after the inception.
    #[record(example = 1_780_876_800_000)]
    pub expiry_ms: Timestamp,
    /// Premium of the cover, in units of currency.
    #[record(default = Collateral::constant(0.0))]
    pub premium: Collateral,
}

/// Covers of a book as columns, one entry per cover. None of them has been triggered yet.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Covers {
    /// Instruments whose prices trigger the covers.
    pub instrument: Vec<Instrument>,
    /// Sides of the price on which the barriers lie: down for the liquidation of a long, up for that of a short.
    pub side: Vec<BarrierSide>,
    /// Prices whose touch triggers the covers, in quote currency.
    pub barrier: Vec<AssetPrice>,
    /// Sums insured, in units of currency.
    pub sum_insured: Vec<Collateral>,
    /// Instants from which the price is watched, in Unix milliseconds UTC.
    pub inception_ms: Vec<Timestamp>,
    /// Instants until which the price is watched, in Unix milliseconds UTC; each after its inception.
    pub expiry_ms: Vec<Timestamp>,
    /// Premiums of the covers, in units of currency. Absent: none are known.
    pub premium: Option<Vec<Collateral>>,
}

impl Covers {
    /// The covers, row by row.
    ///
    /// # Errors
    /// `insurance.<column>.length` where a column has not as many entries as the instruments, `insurance.instrument.insufficient_data` for
    /// none, `insurance.expiry_ms.out_of_range` for an expiry that is not after its inception.
    pub fn rows(&self) -> Result<Vec<BookCover>, Error> {
        let rows = self.instrument.len();
        if rows == 0 {
            return Err(insufficient("instrument", 0, "at least one cover"));
        }
        let lengths = [
            ("side", self.side.len()),
            ("barrier", self.barrier.len()),
            ("sum_insured", self.sum_insured.len()),
            ("inception_ms", self.inception_ms.len()),
            ("expiry_ms", self.expiry_ms.len()),
            ("premium", self.premium.as_ref().map_or(rows, Vec::len)),
        ];
        if let Some((column, got)) = lengths.into_iter().find(|(_, got)| *got != rows) {
            return Err(length(column, got, rows));
        }
        let row = |row: usize| {
            let (inception_ms, expiry_ms) = (self.inception_ms[row], self.expiry_ms[row]);
            if expiry_ms <= inception_ms {
                let allowed = format!("after the inception, {}", inception_ms.to_ms());
                return Err(tell("expiry_ms", Problem::OutOfRange, expiry_ms.to_ms(), allowed).in_row(row));
            }
            Ok(BookCover {
                instrument: self.instrument[row],
                side: self.side[row],
                barrier: self.barrier[row],
                sum_insured: self.sum_insured[row],
                inception_ms,
                expiry_ms,
                premium: self.premium.as_ref().map_or(Collateral::constant(0.0), |premium| premium[row]),
            })
        };
        (0..rows).map(row).collect()
    }
}

impl FromIterator<BookCover> for Covers {
    fn from_iter<I: IntoIterator<Item = BookCover>>(rows: I) -> Self {
        let mut covers = Self::new(vec![], vec![], vec![], vec![], vec![], vec![]);
        let mut premiums = Vec::new();
        for row in rows {
            covers.instrument.push(row.instrument);
            covers.side.push(row.side);
            covers.barrier.push(row.barrier);
            covers.sum_insured.push(row.sum_insured);
            covers.inception_ms.push(row.inception_ms);
            covers.expiry_ms.push(row.expiry_ms);
            premiums.push(row.premium);
        }
        covers.premium(premiums)
    }
}

/// Price of an instrument now, and how it moves.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BookMarket {
    /// Instrument whose price it is.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Price at the instant of the valuation, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`, under the measure of the request.
    #[record(example = 0)]
    pub drift_per_year: Rate,
    /// Volatility per square root of a year; between jumps, where there are some.
    #[record(example = 0.65)]
    pub volatility: Volatility,
    /// Jumps of the price.
    #[record(default = JumpModel::None)]
    pub jumps: JumpModel,
}

/// Years of 365 days from one instant to another.
pub(crate) fn years(from: Timestamp, to: Timestamp) -> f64 {
    (to.to_ms() - from.to_ms()) as f64 / MS_PER_YEAR
}

/// The rows of a book in which every cover can still be triggered.
pub(crate) fn alive(covers: &Covers, time: Timestamp) -> Result<Vec<BookCover>, Error> {
    let rows = covers.rows().at("covers")?;
    if let Some(row) = rows.iter().position(|cover| cover.expiry_ms <= time) {
        let allowed = format!("after the valuation, {}", time.to_ms());
        let got = rows[row].expiry_ms.to_ms();
        return Err(tell("expiry_ms", Problem::OutOfRange, got, allowed).in_row(row).at("covers"));
    }
    Ok(rows)
}
