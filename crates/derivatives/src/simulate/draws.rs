//! Random numbers of a path: draws of different kinds are taken from different stretches of its stream, so that none shifts another.

use hashinsight_numerics::LANES;

/// First draw of the number of jumps.
pub(super) const COUNT: u64 = 0;
/// First draw of the times of the jumps.
pub(super) const TIMES: u64 = 1 << 32;
/// First draw of the sizes of the jumps.
pub(super) const SIZES: u64 = 2 << 32;
/// First draw of the diffusion.
pub(super) const NORMALS: u64 = 3 << 32;

/// One number of each of [`LANES`] pairs of paths.
pub(super) type Lanes = [f64; LANES];
