//! Settlement prices of power as grids publish them, as a series that a tariff takes.
//!
//! Traps: ERCOT's rows are Central Time without offset, and say which hour they end; the hour that the clock repeats in November comes
//! twice and is told apart by `DSTFlag`, the hour that it skips in March is missing. A file holds all points, some of them under several
//! types.
//!
//! ```
//! use hashinsight_feeds::{SettlementFormat, SettlementRequest, read_settlement};
//! let text = "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n\
//!     11/01/2026,2,4,HB_WEST,HU,30,N\n\
//!     11/01/2026,2,1,HB_WEST,HU,21.5,Y\n";
//! let request = SettlementRequest::new(SettlementFormat::ErcotSettlementPoint, text.to_owned(), "HB_WEST".parse()?);
//! let prices = read_settlement(&request)?.prices; // as a tariff takes them
//! // The quarter before 02:00 daylight time, and after it 01:00 again, standard time: 06:45 and 07:00 UTC.
//! assert_eq!((prices.start_ms.to_s(), prices.interval_minutes), (1_793_515_500, 15));
//! assert_eq!(prices.usd_per_kwh.iter().map(|price| price.get()).collect::<Vec<_>>(), [0.03, 0.0215]);
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod central_time;
mod ercot;

use hashinsight_market::{Instrument, PowerPrices};
use hashinsight_units::{Error, Record, Timestamp};

use crate::csv::Table;
use crate::payload::Doubts;
use crate::{Payload, Suspicion};

/// Format of a file of settlement prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum SettlementFormat {
    /// Settlement point prices of ERCOT: real time by quarters of an hour (NP6-905-CD), or day ahead by hours (NP4-190-CD).
    ErcotSettlementPoint,
}

/// Inputs of [`read_settlement`].
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct SettlementRequest {
    /// Format of the file.
    #[record(example = "ercot_settlement_point")]
    pub format: SettlementFormat,
    /// Text of the file, heading included.
    pub text: String,
    /// Name of the settlement point, like `HB_WEST`.
    #[record(example = "HB_WEST")]
    pub point: Instrument,
    /// Type of the settlement point, like `LZ`, where its name stands there with several.
    pub point_type: Option<String>,
}

/// Result of [`read_settlement`]: a price for every interval of a span, without gaps.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SettlementReport {
    /// Settlement point of the prices.
    pub point: Instrument,
    /// Prices in USD/kWh, one per interval of 15 or 60 minutes (received in USD/MWh), as a tariff takes them.
    pub prices: PowerPrices,
    /// Oddities of the file.
    pub suspicious: Vec<Suspicion>,
}

/// Prices of one settlement point of a file. A gap and a price that differs from another of the same interval are refused: a series is
/// never filled.
///
/// # Errors
/// `feeds.payload.missing` for another format, a point that the file does not have, and a gap; `feeds.payload.several` for two prices of an
/// interval, and for a point with several types; `feeds.payload.unknown` for a date, an hour or a flag that cannot be.
pub fn read_settlement(request: &SettlementRequest) -> Result<SettlementReport, Error> {
    let payload = Payload::new(request.text.as_bytes(), Timestamp::MAX);
    let mut doubts = Doubts::new(&payload);
    let table = Table::read(&request.text)?;
    let SettlementFormat::ErcotSettlementPoint = request.format;
    let prices = ercot::prices(&table, request, &mut doubts)?;
    let suspicious = doubts.done(()).suspicious;
    Ok(SettlementReport { point: request.point, prices, suspicious })
}
