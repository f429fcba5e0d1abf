//! Indicators.

use crate::operation::operations;

operations! { signals: }
