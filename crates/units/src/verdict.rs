//! A yes, a no, or neither.

use crate::Record;

/// The answer to a question whose evidence may be absent. Absent evidence is no "no".
///
/// ```
/// use hashinsight_units::Verdict;
/// assert_eq!(serde_json::to_string(&Verdict::CannotSay)?, r#""cannot_say""#);
/// assert_eq!(Verdict::of(2 > 1), Verdict::Yes);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
pub enum Verdict {
    /// The statement holds.
    Yes,
    /// The statement does not hold.
    No,
    /// What was told decides neither.
    CannotSay,
}

impl Verdict {
    /// The verdict of evidence that is all there.
    pub const fn of(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}
