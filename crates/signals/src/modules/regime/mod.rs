//! A: in which regime trend and volatility are.

mod cusum;
mod fit;
mod run_length;
mod switching;
mod two_regimes;

pub use cusum::{Cusum, CusumAlarm, CusumOutput, CusumParams};
pub use fit::{FitRegimesReport, FitRegimesRequest, fit_regimes};
pub use run_length::{RunLength, RunLengthOutput, RunLengthParams};
pub use switching::{Filtered, SwitchingModel, SwitchingRegime};
