//! What the package brings along: the file to begin with, and the days that are used where a document names none.

use hashinsight_units::Record;

/// Sample days: 2024-05-01 to 2026-05-31, UTC, with open, high, low and close in whole US dollars, volume in whole BTC, and the difficulty of the
/// day's epoch. `data/README.md` says where they come from.
pub const SAMPLE_DAYS: &str = include_str!("../data/sample_days.csv");

/// Sample site as TOML: an invented fleet with an invented outlook, tariff and treasury. The file to begin with.
pub const SAMPLE_SITE: &str = include_str!("../data/site.toml");

/// File that the package brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum SampleFile {
    /// The sample site as TOML, with an explanation of every key.
    Site,
    /// The sample days as CSV.
    Days,
}

/// Inputs of [`sample_file`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SampleFileRequest {
    /// File that is asked for.
    #[record(example = "site")]
    pub file: SampleFile,
}

/// Result of [`sample_file`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SampleFileReport {
    /// Name of the file.
    pub name: &'static str,
    /// Text of the file.
    pub text: &'static str,
}

/// The sample site file to begin with, or the sample days.
///
/// ```
/// use hashinsight_report::{SampleFile, SampleFileRequest, sample_file};
/// assert!(sample_file(&SampleFileRequest::new(SampleFile::Site)).text.contains("[[machine]]"));
/// ```
pub fn sample_file(request: &SampleFileRequest) -> SampleFileReport {
    match request.file {
        SampleFile::Site => SampleFileReport { name: "site.toml", text: SAMPLE_SITE },
        SampleFile::Days => SampleFileReport { name: "sample_days.csv", text: SAMPLE_DAYS },
    }
}
