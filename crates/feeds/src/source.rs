//! The names under which this crate publishes.

use hashinsight_market::{Instrument, Source};
use hashinsight_units::{Currency, Error};

use crate::error::in_body;

#[expect(clippy::expect_used, reason = "names are written in this crate, and tests read every one")]
pub(crate) fn source(name: &'static str) -> Source {
    name.parse().expect("the name of a source")
}

pub(crate) fn instrument(name: &str) -> Result<Instrument, Error> {
    name.parse().map_err(in_body(""))
}

pub(crate) fn currency(path: &str, code: &str) -> Result<Currency, Error> {
    code.parse().map_err(in_body(path))
}
