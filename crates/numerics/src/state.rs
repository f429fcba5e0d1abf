//! State bytes: how a [`Stream`](crate::stream::Stream) or a [`Job`](crate::job::Job) is put down and taken up again.
//!
//! ```text
//! "HISTATE" · format u8 · bits u16 · path length u16 · path · parameter hash u64 · payload · FNV-1a of all before u64
//! ```
//!
//! Everything is little-endian and of fixed width. Bytes of another operation, other parameters, another format or another version of
//! the result bits are refused as `state.version.unsupported`: to go on with them would give a result that no uninterrupted run gives.
//!
//! ```
//! use hashinsight_numerics::state::{ParamHash, StateReader, StateWriter};
//!
//! let params = ParamHash::new().u64(144).f64(0.95);
//! let bytes = StateWriter::new("mining.running_hashrate", params).f64(1.5).u64(7).finish();
//! let mut state = StateReader::open(&bytes, "mining.running_hashrate", params)?;
//! assert_eq!((state.f64()?, state.u64()?), (1.5, 7));
//! state.end()?;
//! assert!(StateReader::open(&bytes, "mining.running_hashrate", ParamHash::new()).is_err());
//! # Ok::<(), hashinsight_numerics::state::StateError>(())
//! ```

use hashinsight_units::{Fault, Faulty};

const MAGIC: &[u8; 7] = b"HISTATE";
const FORMAT: u8 = 1;
/// Raised whenever a release changes any result bit: see "Numeric changes" in the changelog.
const RESULT_BITS: u16 = 1;

/// State bytes that cannot be taken up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// Not state bytes of this operation, these parameters and this version.
    #[error("state bytes are not of {path} with these parameters and this version of the library")]
    Unsupported {
        /// The operation that was asked to take them up.
        path: String,
    },
    /// Fewer or more bytes than the operation wrote.
    #[error("state bytes end too early or too late")]
    Length,
    /// A value that the operation never writes.
    #[error("state bytes hold an impossible {field}")]
    OutOfRange {
        /// Name of the value.
        field: &'static str,
    },
}

impl Faulty for StateError {
    fn fault(&self) -> Fault {
        match self {
            Self::Unsupported { path } => Fault::new("state.version.unsupported")
                .at("state")
                .allowed(format!("bytes saved by {path} with equal parameters and the same version")),
            Self::Length => Fault::new("state.bytes.length").at("state"),
            Self::OutOfRange { field } => Fault::new("state.bytes.out_of_range").at("state").got(field),
        }
    }
}

/// 64-bit FNV-1a (Fowler, Noll, Vo 1991; constants as in draft-eastlake-fnv).
pub fn fnv1a(bytes: &[u8]) -> u64 {
    fnv1a_from(0xcbf2_9ce4_8422_2325, bytes)
}

fn fnv1a_from(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// A hash of parameters, value by value in declared order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParamHash(u64);

impl Default for ParamHash {
    fn default() -> Self {
        Self::new()
    }
}

impl ParamHash {
    /// The hash of no parameters.
    pub fn new() -> Self {
        Self(fnv1a(&[]))
    }

    /// The hash so far.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Adds an integer.
    #[must_use]
    pub fn u64(self, value: u64) -> Self {
        Self(fnv1a_from(self.0, &value.to_le_bytes()))
    }

    /// Adds a number, by its bits.
    #[must_use]
    pub fn f64(self, value: f64) -> Self {
        self.u64(value.to_bits())
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        Self(fnv1a_from(self.u64(text.len() as u64).0, text.as_bytes()))
    }
}

/// Writes state bytes.
#[derive(Clone, Debug)]
pub struct StateWriter {
    bytes: Vec<u8>,
}

impl StateWriter {
    /// Begins with the header of an operation and its parameters.
    pub fn new(path: &str, params: ParamHash) -> Self {
        let path = path.as_bytes();
        let length = u16::try_from(path.len());
        let length = length.unwrap_or_else(|_| unreachable!("paths of operations are a few words"));
        let mut bytes = Vec::with_capacity(64 + path.len());
        bytes.extend_from_slice(MAGIC);
        bytes.push(FORMAT);
        bytes.extend_from_slice(&RESULT_BITS.to_le_bytes());
        bytes.extend_from_slice(&length.to_le_bytes());
        bytes.extend_from_slice(path);
        bytes.extend_from_slice(&params.0.to_le_bytes());
        Self { bytes }
    }

    /// Appends an integer.
    #[must_use]
    pub fn u64(mut self, value: u64) -> Self {
        self.bytes.extend_from_slice(&value.to_le_bytes());
        self
    }

    /// Appends a signed integer.
    #[must_use]
    pub fn i64(self, value: i64) -> Self {
        self.u64(value.cast_unsigned())
    }

    /// Appends a number, by its bits.
    #[must_use]
    pub fn f64(self, value: f64) -> Self {
        self.u64(value.to_bits())
    }

    /// Ends with the checksum.
    pub fn finish(mut self) -> Vec<u8> {
        let sum = fnv1a(&self.bytes);
        self.bytes.extend_from_slice(&sum.to_le_bytes());
        self.bytes
    }
}

/// Reads state bytes in the order in which they were written.
#[derive(Clone, Debug)]
pub struct StateReader<'a> {
    payload: &'a [u8],
}

impl<'a> StateReader<'a> {
    /// Checks header and checksum.
    ///
    /// # Errors
    /// [`StateError::Unsupported`] unless the bytes were written by this operation with these parameters and this version.
    pub fn open(bytes: &'a [u8], path: &str, params: ParamHash) -> Result<Self, StateError> {
        let unsupported = || StateError::Unsupported { path: path.to_owned() };
        let header = StateWriter::new(path, params).bytes;
        let rest = bytes.strip_prefix(header.as_slice()).ok_or_else(unsupported)?;
        let (payload, sum) = rest.split_last_chunk::<8>().ok_or(StateError::Length)?;
        let body = &bytes[..bytes.len() - sum.len()];
        if fnv1a(body) != u64::from_le_bytes(*sum) {
            return Err(StateError::Length);
        }
        Ok(Self { payload })
    }

    /// The next integer.
    ///
    /// # Errors
    /// [`StateError::Length`] where nothing is left.
    pub fn u64(&mut self) -> Result<u64, StateError> {
        let (value, rest) = self.payload.split_first_chunk::<8>().ok_or(StateError::Length)?;
        self.payload = rest;
        Ok(u64::from_le_bytes(*value))
    }

    /// The next signed integer.
    ///
    /// # Errors
    /// [`StateError::Length`] where nothing is left.
    pub fn i64(&mut self) -> Result<i64, StateError> {
        self.u64().map(u64::cast_signed)
    }

    /// The next number.
    ///
    /// # Errors
    /// [`StateError::Length`] where nothing is left.
    pub fn f64(&mut self) -> Result<f64, StateError> {
        self.u64().map(f64::from_bits)
    }

    /// A count of entries that follow, each at least `width` bytes: more than the bytes left is refused before anything is allocated.
    ///
    /// # Errors
    /// [`StateError::Length`].
    pub fn count(&mut self, width: usize) -> Result<usize, StateError> {
        let count = usize::try_from(self.u64()?).map_err(|_| StateError::Length)?;
        let fits = count.checked_mul(width).is_some_and(|bytes| bytes <= self.payload.len());
        if fits { Ok(count) } else { Err(StateError::Length) }
    }

    /// Nothing may be left.
    ///
    /// # Errors
    /// [`StateError::Length`] where something is.
    pub fn end(self) -> Result<(), StateError> {
        if self.payload.is_empty() { Ok(()) } else { Err(StateError::Length) }
    }
}
