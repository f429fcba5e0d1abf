//! How far back, and what the answers have in common.

use hashinsight_units::{Error, FieldPath, Problem, Record};

use crate::error::refuse;

pub(super) const SOURCE: &str = "mempool_space";

/// Length of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "MempoolSpacePeriod")]
#[non_exhaustive]
pub enum Period {
    /// Three days.
    ThreeDays,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    ThreeMonths,
    /// Six months.
    SixMonths,
    /// A year.
    Year,
    /// Two years.
    TwoYears,
    /// Three years.
    ThreeYears,
}

impl Period {
    /// How many days it has at most.
    pub(super) const fn days(self) -> u32 {
        match self {
            Self::ThreeDays => 3,
            Self::Week => 7,
            Self::Month => 31,
            Self::ThreeMonths => 92,
            Self::SixMonths => 184,
            Self::Year => 366,
            Self::TwoYears => 731,
            Self::ThreeYears => 1096,
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::ThreeDays => "3d",
            Self::Week => "1w",
            Self::Month => "1m",
            Self::ThreeMonths => "3m",
            Self::SixMonths => "6m",
            Self::Year => "1y",
            Self::TwoYears => "2y",
            Self::ThreeYears => "3y",
        }
    }
}

pub(super) fn count(path: impl Into<FieldPath>, whole: i64, most: u32) -> Result<u32, Error> {
    let refused = |path| refuse(Problem::OutOfRange, path, whole, format!("0 to {most}"));
    u32::try_from(whole).ok().filter(|count| *count <= most).ok_or_else(|| refused(path.into()))
}
