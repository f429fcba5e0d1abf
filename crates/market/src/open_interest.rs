//! How many contracts are open.

use hashinsight_units::{Error, Record, Timestamp};

use crate::refuse::missing;
use crate::row::{after, columns, sealed};
use crate::{Instrument, Source, check};

/// Open interest at one instant, each contract counted once: in coins, in US dollars, or both.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "OpenInterest")]
pub struct OpenInterestFields {
    /// Exchange or service that published the open interest.
    #[record(example = "deribit")]
    pub source: Source,
    /// Contract whose open interest is counted, in the words of its source.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
    /// Instant of the count, in Unix milliseconds.
    #[record(example = 1_765_541_474_086)]
    pub time_ms: Timestamp,
    /// Open interest in units of base, that is in coins.
    pub open_base: Option<f64>,
    /// Notional of the open interest, in US dollars.
    pub open_usd: Option<f64>,
}

/// Contracts that are open at one instant, each counted once (not once per side): in coins, in US dollars, or both.
///
/// A source that counts contracts is converted by its parser, which knows the contract's size.
///
/// ```
/// use hashinsight_market::{OpenInterest, OpenInterestFields};
/// use hashinsight_units::Timestamp;
/// let time = Timestamp::from_ms(1_765_541_474_086)?;
/// let fields = OpenInterestFields::new("deribit".parse()?, "BTC-PERPETUAL".parse()?, time);
/// let open = OpenInterest::new(fields.open_usd(1_132_329_370.0))?;
/// assert_eq!(open.open_base(), None); // not said, not zero
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenInterest(OpenInterestFields);

sealed! {
    OpenInterest(OpenInterestFields), checked by check_open_interest,
    reads {
        source: Source, instrument: Instrument, time_ms: Timestamp, open_base: Option<f64>, open_usd: Option<f64>,
    }
}

fn check_open_interest(open: &mut OpenInterestFields) -> Result<(), Error> {
    check::optional("open_base", &mut open.open_base, check::amount)?;
    check::optional("open_usd", &mut open.open_usd, check::amount)?;
    if open.open_base.is_none() && open.open_usd.is_none() {
        return Err(missing("open_base", "at least one of open_base and open_usd"));
    }
    Ok(())
}

/// Open interest of one instrument as columns, oldest first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "OpenInterestHistory")]
pub struct OpenInterestHistoryColumns {
    /// Exchange or service that published the open interest.
    #[record(example = "deribit")]
    pub source: Source,
    /// Contract whose open interest is counted, in the words of its source.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
    /// Instants of the counts, in Unix milliseconds.
    pub time_ms: Vec<i64>,
    /// Open interest in units of base, that is in coins, for all instants or for none.
    pub open_base: Option<Vec<f64>>,
    /// Notionals of the open interest, in US dollars, for all instants or for none.
    pub open_usd: Option<Vec<f64>>,
}

/// Open interest of one instrument, oldest first.
///
/// ```
/// use hashinsight_market::OpenInterestHistory;
/// let history = OpenInterestHistory::new("okx".parse()?, "BTC-USDT-SWAP".parse()?);
/// assert_eq!(history.last(), None);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct OpenInterestHistory(OpenInterestHistoryColumns);

columns! {
    OpenInterestHistory(OpenInterestHistoryColumns) of OpenInterest(OpenInterestFields), next by open_interest_follows,
    same { source: Source, instrument: Instrument },
    columns { time_ms: i64 },
    optional { open_base: f64, open_usd: f64 }
}

fn open_interest_follows(history: &OpenInterestHistory, next: &OpenInterest) -> Result<(), Error> {
    after("time_ms", history.time_ms().last(), next.time_ms())
}
