//! The ten signal modules.

use crate::operation::operations;

operations! { signals:
}
