//! Errors of the crates as faults.

use hashinsight::units::{Fault, Faulty};

/// What any crate of the family refuses, in the one form that this program prints.
pub(crate) trait OrFault<T> {
    /// The value, or the fault.
    fn or_fault(self) -> Result<T, Fault>;
}

impl<T, E: Faulty> OrFault<T> for Result<T, E> {
    fn or_fault(self) -> Result<T, Fault> {
        self.map_err(|error| error.fault())
    }
}
