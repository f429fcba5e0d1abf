//! Words of which a payload has one.

use std::fmt;
use std::marker::PhantomData;

use hashinsight_units::record::Word;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A word of a choice of the family, where an upstream writes the same words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice<T>(pub(crate) T);

struct ChoiceReader<T>(PhantomData<T>);

impl<T: Word> Visitor<'_> for ChoiceReader<T> {
    type Value = Choice<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Choice<T>, E> {
        let code = T::WORDS.iter().position(|word| *word == text).and_then(|place| u8::try_from(place).ok());
        code.and_then(T::from_code).map(Choice).ok_or_else(|| E::custom(T::WORDS.join(" or ")))
    }
}

impl<'de, T: Word> Deserialize<'de> for Choice<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ChoiceReader(PhantomData))
    }
}
