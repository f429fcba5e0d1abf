//! Where mempool.space is. It says no in plain text.

use crate::upstream::Upstream;

pub(super) const HOST: &str = "mempool.space";

pub(crate) struct MempoolSpace;

impl Upstream for MempoolSpace {
    const HOSTS: &'static [&'static str] = &[HOST];
}
