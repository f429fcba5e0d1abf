//! Measures of performance and risk of a series of returns.
