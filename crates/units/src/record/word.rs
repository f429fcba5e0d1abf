//! Choices of bare words.

/// A choice of bare words: what a column of words holds.
pub trait Word: Copy + 'static {
    /// The words, in declared order.
    const WORDS: &'static [&'static str];

    /// Place in [`WORDS`](Self::WORDS).
    fn code(self) -> u8;

    /// The word at that place.
    fn from_code(code: u8) -> Option<Self>;

    /// The word itself.
    fn word(self) -> &'static str {
        Self::WORDS[usize::from(self.code())]
    }
}
