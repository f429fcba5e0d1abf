//! Coverage, policies and the floor.

use crate::operation::operations;

operations! { treasury:
}
