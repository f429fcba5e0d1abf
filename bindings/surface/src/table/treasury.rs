//! Ledger.

use crate::operation::operations;

operations! { treasury:
}
