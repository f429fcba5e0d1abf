//! Holding periods: how long coins must have been held for a long-term gain.

use hashinsight_units::{Date, Record};

/// Holding period of a long-term gain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum LongTerm {
    /// More than one year, by the calendar, counted from the day after the acquisition (United States, Rev. Rul. 66-7).
    MoreThanOneYear,
    /// At least so many days.
    #[record(example = 365)]
    Days(u32),
    /// The law knows no such gain.
    Never,
}

/// Term of a gain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Term {
    /// Held no longer than the holding period.
    ShortTerm,
    /// Held longer than the holding period.
    LongTerm,
    /// The coins have no one date of acquisition, as they came out of an average, or the rules know no holding period.
    Various,
}

impl LongTerm {
    /// Term of coins that were acquired and disposed of on these civil days.
    ///
    /// The day after the acquisition is the first of the year, so that the gain is long-term from the same date one year later; where that is
    /// a February 29 which the next year lacks, from March 1.
    ///
    /// ```
    /// use hashinsight_treasury::ledger::{LongTerm, Term};
    /// use hashinsight_units::Date;
    /// let term = |bought: &str, sold: &str| Ok::<_, hashinsight_units::Error>(LongTerm::MoreThanOneYear.term(bought.parse()?, sold.parse()?));
    /// assert_eq!(term("2023-06-01", "2024-06-01")?, Term::ShortTerm); // a year to the day is not more than one
    /// assert_eq!(term("2023-06-01", "2024-06-02")?, Term::LongTerm);
    /// assert_eq!(term("2023-02-28", "2024-02-29")?, Term::ShortTerm); // the year runs from March 1
    /// assert_eq!(term("2024-02-28", "2025-03-01")?, Term::LongTerm);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn term(self, acquired: Date, disposed: Date) -> Term {
        let is_long = match self {
            Self::MoreThanOneYear => long_from(acquired).is_some_and(|first| disposed.unix_day() >= first),
            Self::Days(days) => disposed.unix_day() - acquired.unix_day() >= i64::from(days),
            Self::Never => false,
        };
        if is_long { Term::LongTerm } else { Term::ShortTerm }
    }
}

/// Unix day on which more than one year has passed; nothing at the end of the calendar.
fn long_from(acquired: Date) -> Option<i64> {
    let begun = Date::from_unix_day(acquired.unix_day() + 1).ok()?;
    let year = begun.year() + 1;
    let same_date = Date::new(year, begun.month(), begun.day()).or_else(|_| Date::new(year, 3, 1));
    same_date.ok().map(Date::unix_day)
}
