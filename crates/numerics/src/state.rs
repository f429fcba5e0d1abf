//! State bytes: how a [`Stream`](crate::stream::Stream) or a [`Job`](crate::job::Job) is put down and taken up again.
//!
//! ```text
//! "HISTATE" · format u8 · bits u16 · path length u16 · path · parameter hash u64 · payload · FNV-1a of all before u64
//! ```
//!
//! The payload is what serde writes of the state, in the format of `postcard` (a kept specification: numbers in fixed order, floats by
//! their bits). Bytes of another operation, other parameters, another format or another version of the result bits are refused as
//! `state.version.unsupported`: to go on with them would give a result that no uninterrupted run gives.
//!
//! ```
//! use hashinsight_numerics::state;
//!
//! let params = (144_u32, 0.95);
//! let bytes = state::save("mining.running_hashrate", &params, &(1.5, 7_u64));
//! let (mean, seen): (f64, u64) = state::restore("mining.running_hashrate", &params, &bytes)?;
//! assert_eq!((mean, seen), (1.5, 7));
//! let other: Result<(f64, u64), _> = state::restore("mining.running_hashrate", &(145_u32, 0.95), &bytes);
//! assert_eq!(other.unwrap_err().code(), "state.version.unsupported");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

use hashinsight_units::{Error, Fault, Problem};
use postcard::ser_flavors::Flavor;
use serde::Serialize;
use serde::de::DeserializeOwned;

const MAGIC: &[u8; 7] = b"HISTATE";
const FORMAT: u8 = 2;
/// Raised whenever a release changes any result bit: see "Numeric changes" in the changelog.
const RESULT_BITS: u16 = 2;

/// A value that the operation never writes.
pub fn impossible(value: &str) -> Error {
    Fault::new("state.bytes", Problem::OutOfRange).at("state").got(value).allowed("bytes as they were saved").into()
}

fn damaged() -> Error {
    Fault::new("state.bytes", Problem::Length).at("state").allowed("bytes as they were saved").into()
}

/// 64-bit FNV-1a (Fowler, Noll, Vo 1991; constants as in draft-eastlake-fnv).
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(FNV_OFFSET, |hash, byte| fnv1a_step(hash, *byte))
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

const fn fnv1a_step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The hash of parameters: over the values as read, in field order, defaults filled, floats by their bits, decimals without trailing
/// zeros. The same by every route.
pub fn param_hash(params: &impl Serialize) -> u64 {
    struct Hasher(u64);

    impl Flavor for Hasher {
        type Output = u64;

        fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
            self.0 = fnv1a_step(self.0, byte);
            Ok(())
        }

        fn finalize(self) -> postcard::Result<u64> {
            Ok(self.0)
        }
    }

    postcard::serialize_with_flavor(params, Hasher(FNV_OFFSET))
        .unwrap_or_else(|error| unreachable!("a hasher takes every byte, and lists know their length: {error}"))
}

fn header(path: &str, params: &impl Serialize) -> Vec<u8> {
    let path = path.as_bytes();
    let length = u16::try_from(path.len()).unwrap_or_else(|_| unreachable!("paths of operations are short"));
    let mut bytes = Vec::with_capacity(64 + path.len());
    bytes.extend_from_slice(MAGIC);
    bytes.push(FORMAT);
    bytes.extend_from_slice(&RESULT_BITS.to_le_bytes());
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(path);
    bytes.extend_from_slice(&param_hash(params).to_le_bytes());
    bytes
}

/// The bytes of a state.
pub fn save(path: &str, params: &impl Serialize, state: &impl Serialize) -> Vec<u8> {
    let mut bytes = postcard::to_extend(state, header(path, params))
        .unwrap_or_else(|error| unreachable!("memory takes every byte, and lists know their length: {error}"));
    let sum = fnv1a(&bytes);
    bytes.extend_from_slice(&sum.to_le_bytes());
    bytes
}

/// The state of saved bytes.
///
/// # Errors
/// `state.version.unsupported` unless the bytes were written by this operation with these parameters and this version;
/// `state.bytes.length` for damaged ones.
pub fn restore<T: DeserializeOwned>(path: &str, params: &impl Serialize, bytes: &[u8]) -> Result<T, Error> {
    let rest = bytes.strip_prefix(header(path, params).as_slice()).ok_or_else(|| {
        let allowed = format!("bytes saved by {path} with equal parameters and the same version");
        Fault::new("state.version", Problem::Unsupported).at("state").allowed(allowed)
    })?;
    let (payload, sum) = rest.split_last_chunk::<8>().ok_or_else(damaged)?;
    if fnv1a(&bytes[..bytes.len() - sum.len()]) != u64::from_le_bytes(*sum) {
        return Err(damaged());
    }
    match postcard::take_from_bytes(payload) {
        Ok((state, [])) => Ok(state),
        _ => Err(damaged()),
    }
}
