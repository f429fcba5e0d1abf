//! Module A and what it stands on.

mod change;
mod module;
mod switching;

use super::support::{case, numbers};
