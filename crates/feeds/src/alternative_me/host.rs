//! Where alternative.me is, how it says no.

use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "api.alternative.me";

pub(crate) struct AlternativeMe;

impl Upstream for AlternativeMe {
    const HOSTS: &'static [&'static str] = &[HOST];

    /// `{"metadata": {"error": "..."}}`
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        let message = body.get("metadata").get("error").words()?;
        Some(Refusal { code: String::new(), message })
    }
}
