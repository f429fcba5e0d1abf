//! The sample days of the project: a table of figures with its provenance beside it.

/// Milliseconds of a day.
pub(crate) const DAY_MS: i64 = 86_400_000;

/// One day of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SampleDay {
    /// Start of the day, in Unix milliseconds UTC.
    pub(crate) open_ms: i64,
    /// Closing price, in USD.
    pub(crate) close: f64,
}

/// The days, oldest first, without a gap.
pub(crate) fn days() -> Vec<SampleDay> {
    let text = include_str!("../../report/data/sample_days.csv");
    let day = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let date: hashinsight_units::Date = cells[0].parse().unwrap();
        let number = |index: usize| cells[index].parse().unwrap();
        SampleDay { open_ms: date.unix_day() * DAY_MS, close: number(4) }
    };
    let days: Vec<SampleDay> = text.lines().skip(1).map(day).collect();
    assert!(days.windows(2).all(|pair| pair[1].open_ms - pair[0].open_ms == DAY_MS));
    days
}

/// Ends of the days from the second on, and their returns.
pub(crate) fn returns_of_days() -> (Vec<i64>, Vec<f64>) {
    days().windows(2).map(|pair| (pair[1].open_ms + DAY_MS, pair[1].close / pair[0].close - 1.0)).unzip()
}
