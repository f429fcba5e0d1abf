//! Factors between units, once for the family.

/// Seconds in a day.
pub const SECONDS_PER_DAY: f64 = 86_400.0;
/// Hours in a day.
pub const HOURS_PER_DAY: f64 = 24.0;
/// Milliseconds in a day.
pub const MS_PER_DAY: i64 = 86_400_000;
/// Satoshis in a bitcoin.
pub const SAT_PER_BTC: f64 = 1e8;
/// Watts in a kilowatt.
pub const W_PER_KW: f64 = 1e3;
/// Hashes in a terahash.
pub const HASHES_PER_TH: f64 = 1e12;
/// `2^32`: the customary number of hashes per block and unit of difficulty, low by 1.5e-5 against the exact one.
pub const HASHES_PER_DIFFICULTY: f64 = 4_294_967_296.0;
/// Terahashes in a petahash.
pub const TH_PER_PH: f64 = 1e3;
