//! What a book has accumulated in one place: all covers of a bucket are triggered by the same move.

use std::collections::BTreeMap;

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_market::Instrument;
use hashinsight_numerics::ln_ratio;
use hashinsight_units::{AssetPrice, Error, Problem, Record, Timestamp};

use super::Covers;
use super::cover::alive;
use crate::refuse::tell;

/// Price of an instrument now.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SpotPrice {
    /// Instrument whose price it is.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Price at the instant of the valuation, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
}

/// Inputs of [`accumulation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccumulationRequest {
    /// Covers of the book, not triggered.
    pub covers: Covers,
    /// Prices of the instruments.
    pub prices: Vec<SpotPrice>,
    /// Instant of the valuation, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub time_ms: Timestamp,
    /// Width of a bucket of barriers, in the logarithm of barrier over price.
    #[record(range = 0.001..=10.0, default = 0.05)]
    pub bucket_width: f64,
}

/// What covers have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Exposure {
    /// Number of covers.
    pub covers: u64,
    /// Sum insured, in units of currency.
    pub sum_insured: f64,
    /// Premium, in units of currency.
    pub premium: f64,
    /// Part of the sum insured of the whole book.
    pub share: f64,
}

/// Covers of one instrument.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct InstrumentExposure {
    /// Instrument whose price triggers the covers.
    pub instrument: Instrument,
    /// What they add up to.
    #[record(flatten)]
    pub exposure: Exposure,
}

/// Covers of one instrument and side.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SideExposure {
    /// Instrument whose price triggers the covers.
    pub instrument: Instrument,
    /// Side of the price on which the barriers lie.
    pub side: BarrierSide,
    /// What they add up to.
    #[record(flatten)]
    pub exposure: Exposure,
}

/// Covers of one expiry.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ExpiryExposure {
    /// Instant of the expiry, in Unix milliseconds UTC.
    pub expiry_ms: Timestamp,
    /// What they add up to.
    #[record(flatten)]
    pub exposure: Exposure,
}

/// Covers of one instrument and side whose barriers are neighbors.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BucketExposure {
    /// Instrument whose price triggers the covers.
    pub instrument: Instrument,
    /// Side of the price on which the barriers lie.
    pub side: BarrierSide,
    /// Least distance of the bucket from the price, in the logarithm; below 0 for barriers that the price is beyond.
    pub distance: f64,
    /// Sum insured of this bucket and of all nearer ones of the instrument and side, in units of currency: what a move through it costs.
    pub cumulative_sum_insured: f64,
    /// What they add up to.
    #[record(flatten)]
    pub exposure: Exposure,
}

/// Result of [`accumulation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AccumulationReport {
    /// What the whole book adds up to.
    #[record(flatten)]
    pub exposure: Exposure,
    /// By instrument, in the order of their names.
    pub by_instrument: Vec<InstrumentExposure>,
    /// By instrument and side.
    pub by_side: Vec<SideExposure>,
    /// By expiry, the earliest first.
    pub by_expiry: Vec<ExpiryExposure>,
    /// By instrument, side and bucket of barriers, the nearest first.
    pub by_bucket: Vec<BucketExposure>,
}

/// The accumulations of a book by instrument, side, expiry and bucket of barriers.
///
/// ```
/// use hashinsight_derivatives::pricing::BarrierSide;
/// use hashinsight_insurance::book::{AccumulationRequest, BookCover, SpotPrice, accumulation};
/// use hashinsight_units::{AssetPrice, Collateral, Timestamp};
/// let [now, week] = [0, 7 * 86_400_000].map(|ms| Timestamp::from_ms(1_780_272_000_000 + ms));
/// let (now, week) = (now?, week?);
/// let price = SpotPrice::new("BTCUSDT".parse()?, AssetPrice::new(60_000.0)?);
/// let cover = |barrier: f64, sum: f64| {
///     let (barrier, sum) = (AssetPrice::new(barrier)?, Collateral::new(sum)?);
///     Ok(BookCover::new(price.instrument, BarrierSide::Down, barrier, sum, now, week))
/// };
/// let covers: Result<_, hashinsight_units::Error> = [cover(59_000.0, 100.0), cover(58_000.0, 300.0), cover(50_000.0, 600.0)].into_iter().collect();
/// let report = accumulation(&AccumulationRequest::new(covers?, vec![price], now))?;
/// let buckets: Vec<f64> = report.by_bucket.iter().map(|bucket| bucket.cumulative_sum_insured).collect();
/// assert_eq!(buckets, [400.0, 1000.0]); // within 5 %, and beyond
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Covers::rows`] at `covers`; `insurance.expiry_ms.out_of_range` for a cover that has ended; `insurance.prices.missing` for an instrument
/// without a price and `insurance.prices.several` for one that has two.
pub fn accumulation(request: &AccumulationRequest) -> Result<AccumulationReport, Error> {
    request.check()?;
    let covers = alive(&request.covers, request.time_ms)?;
    let mut prices = BTreeMap::new();
    for (row, price) in request.prices.iter().enumerate() {
        if prices.insert(price.instrument, price.spot.get()).is_some() {
            let allowed = "one price per instrument";
            return Err(tell("prices", Problem::Several, price.instrument, allowed).in_row(row));
        }
    }
    let is_up = |side: BarrierSide| side == BarrierSide::Up;
    let mut whole = Exposure::default();
    let (mut instruments, mut sides, mut expiries, mut buckets) =
        (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for cover in &covers {
        let Some(spot) = prices.get(&cover.instrument) else {
            return Err(tell("prices", Problem::Missing, cover.instrument, "a price of each instrument"));
        };
        let (key, side) = (cover.instrument, is_up(cover.side));
        let away = ln_ratio(cover.barrier.get(), *spot);
        let bucket = ((if side { away } else { -away }) / request.bucket_width).floor();
        #[expect(clippy::cast_possible_truncation, reason = "below 83 / 0.001")]
        let bucket = bucket as i64;
        let (sum, premium) = (cover.sum_insured.get(), cover.premium.get());
        let exposures: [&mut Exposure; 5] = [
            &mut whole,
            instruments.entry(key).or_default(),
            sides.entry((key, side)).or_default(),
            expiries.entry(cover.expiry_ms).or_default(),
            buckets.entry((key, side, bucket)).or_default(),
        ];
        for exposure in exposures {
            exposure.covers += 1;
            exposure.sum_insured += sum;
            exposure.premium += premium;
        }
    }
    let total = whole.sum_insured;
    let shared = |exposure: Exposure| Exposure {
        share: if total > 0.0 { exposure.sum_insured / total } else { 0.0 },
        ..exposure
    };
    let side_of = |up: bool| if up { BarrierSide::Up } else { BarrierSide::Down };
    let mut last = None;
    let mut cumulative = 0.0;
    let by_bucket = buckets.into_iter().map(|((instrument, up, bucket), exposure)| {
        cumulative = if last == Some((instrument, up)) { cumulative } else { 0.0 } + exposure.sum_insured;
        last = Some((instrument, up));
        BucketExposure {
            instrument,
            side: side_of(up),
            distance: bucket as f64 * request.bucket_width,
            cumulative_sum_insured: cumulative,
            exposure: shared(exposure),
        }
    });
    let by_bucket = by_bucket.collect();
    Ok(AccumulationReport {
        exposure: shared(whole),
        by_instrument: (instruments.into_iter())
            .map(|(instrument, exposure)| InstrumentExposure { instrument, exposure: shared(exposure) })
            .collect(),
        by_side: (sides.into_iter())
            .map(|((instrument, up), exposure)| SideExposure {
                instrument,
                side: side_of(up),
                exposure: shared(exposure),
            })
            .collect(),
        by_expiry: (expiries.into_iter())
            .map(|(expiry_ms, exposure)| ExpiryExposure { expiry_ms, exposure: shared(exposure) })
            .collect(),
        by_bucket,
    })
}
