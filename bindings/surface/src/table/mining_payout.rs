//! Bitcoin mining: payout schemes of pools.

use hashinsight::mining::reward::{
    PayoutAuditReport, PayoutAuditRequest, PayoutReport, PayoutRequest, ShareValueReport, ShareValueRequest, payout,
    payout_audit, share_value,
};

use crate::operation::operations;

operations! { mining:
    /// Mean and variance of what a payout scheme pays: solo, in a solo pool, PPS, FPPS, PPS+, PPLNS or
    /// TIDES.
    ///
    /// Means differ by fees alone; only PPS has no variance. Source: Rosenfeld, arXiv 1112.4980.
    document payout: PayoutRequest => PayoutReport;
    /// Value of a share under PPS and FPPS: the probability that it is a block, times the reward of a block.
    document share_value: ShareValueRequest => ShareValueReport;
    /// Audit of a pool's payment: the difference from what was owed as luck, fee, stale shares and what is left
    /// unexplained, and the exact probability that an honest pool pays so little.
    document payout_audit: PayoutAuditRequest => PayoutAuditReport;
}
