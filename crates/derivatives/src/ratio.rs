//! The logarithm of a quotient.

pub(crate) use hashinsight_numerics::ln_ratio as log_ratio;
