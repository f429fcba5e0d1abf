//! A value that is calculated when it is first asked for.

use std::cell::OnceCell;

use hashinsight_units::Error;

pub(crate) struct Once<T>(OnceCell<T>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T> Once<T> {
    /// The value; a refusal is not kept.
    pub(crate) fn get(&self, make: impl FnOnce() -> Result<T, Error>) -> Result<&T, Error> {
        if let Some(value) = self.0.get() {
            return Ok(value);
        }
        let value = make()?;
        Ok(self.0.get_or_init(|| value))
    }

    /// The value, where it was asked for.
    pub(crate) fn into_inner(self) -> Option<T> {
        self.0.into_inner()
    }
}
