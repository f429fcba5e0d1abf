//! Consensus arithmetic, in integers only: what every node computes, bit for bit.
//!
//! | question | function | follows |
//! |---|---|---|
//! | what does `nBits` mean? | [`decode_nbits`], [`Nbits`] | `SetCompact`, `GetDifficulty`, `GetBlockProof` |
//! | what will the next period's `nBits` be? | [`retarget`] | `CalculateNextWorkRequired` |
//! | could `nBits` follow from the last? | [`permitted_transition`] | `PermittedDifficultyTransition` |
//! | does a hash meet its target? | [`check_proof_of_work`] | `CheckProofOfWorkImpl` |
//! | what does a block pay, and what was ever paid? | [`subsidy`], [`cumulative_issuance`] | `GetBlockSubsidy` |
//!
//! [`document`] holds the same with a request in and a report out, as other languages see them.
//!
//! All names on the right are Bitcoin Core's (`src/arith_uint256.cpp`, `src/pow.cpp`, `src/chain.cpp`,
//! `src/rpc/blockchain.cpp`, `src/validation.cpp`). Floating point appears only where Core itself shows a float
//! (difficulty) and in named estimates.
//!
//! Pitfalls kept on purpose, because consensus has them:
//! - a period spans 2016 blocks but only 2015 intervals are measured, so at a steady pace the target drifts by 1/2015;
//! - header times are not monotonic, so the measured span may be zero or negative (the clamp takes care of it);
//! - the new target is rounded down to 24 bits of mantissa.
//!
//! ```
//! use hashinsight_mining::consensus::{Network, Nbits, retarget};
//!
//! // Block 68,544, the largest step up that the rules allow: a quarter of the target.
//! let next = retarget(Nbits::new(0x1c05_a3f4), 1_279_008_237, 1_279_297_671, Network::Mainnet.params())?;
//! assert_eq!(next.to_string(), "0x1c0168fd");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod compact;
pub mod document;
mod hex;
mod params;
mod retarget;
mod subsidy;
mod target;
mod work;

pub use compact::{DecodeNbitsReport, DecodeNbitsRequest, DecodedNbits, Nbits, decode_nbits};
pub use document::{
    CheckProofOfWorkReport, CheckProofOfWorkRequest, NextHalving, PermittedTransitionReport,
    PermittedTransitionRequest, RetargetReport, RetargetRequest, SubsidyReport, SubsidyRequest,
};
pub use params::{Network, Params};
pub use retarget::{
    BLOCKS_PER_DAY, BLOCKS_PER_PERIOD, INTERVALS_PER_PERIOD, TARGET_SPACING_S, TARGET_TIMESPAN_S, clamp_timespan,
    permitted_transition, retarget,
};
pub use subsidy::{cumulative_issuance, next_halving_height, subsidy};
pub use target::{BlockHash, ProofOfWork, Target, check_proof_of_work};
pub use work::Work;

/// The 256-bit integer behind the sealed types; not part of the interface.
type U256 = ruint::Uint<256, 4>;
