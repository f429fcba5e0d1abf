//! The forms in which upstreams write numbers, texts and words.

use hashinsight_market::Instrument;
use hashinsight_units::Currency;
use hashinsight_units::record::Word;

use super::shape::{Cell, Cells, Shape, Wire, Words};

/// A finite number, or the text of one. Integer literals beyond 2^64 (a network hashrate in H/s) are the nearest `f64`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number(pub(crate) f64);

/// A [`Number`] that may be `null`, `""` or, as a default, absent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Maybe(pub(crate) Option<f64>);

/// A whole number, also as text, and as a float without fraction (`1.780730885E12`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whole(pub(crate) i64);

/// A [`Whole`] that may be `null`, `""` or, as a default, absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MaybeWhole(pub(crate) Option<i64>);

/// A [`Maybe`] in percent, also as text with the sign (`"9.43%"`).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Percent(pub(crate) Option<f64>);

/// A word of a choice of the family, where an upstream writes the same words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice<T>(pub(crate) T);

/// Texts that may come as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Texts(pub(crate) Vec<String>);

impl Cells<'_> {
    fn number(&mut self) -> Option<f64> {
        if let Cell::Number(number) = self.next() { Some(number) } else { None }
    }

    fn whole(&mut self) -> Option<i64> {
        if let Cell::Whole(whole) = self.next() { Some(whole) } else { None }
    }
}

impl Wire for Number {
    const SHAPE: &'static Shape = &Shape::Number { optional: false, sign: "" };

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        cells.number().map(Self)
    }
}

impl Wire for Maybe {
    const SHAPE: &'static Shape = &Shape::Number { optional: true, sign: "" };

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        Some(Self(cells.number()))
    }
}

impl Wire for Percent {
    const SHAPE: &'static Shape = &Shape::Number { optional: true, sign: "%" };

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        Some(Self(cells.number()))
    }
}

impl Wire for Whole {
    const SHAPE: &'static Shape = &Shape::Whole { optional: false };

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        cells.whole().map(Self)
    }
}

impl Wire for MaybeWhole {
    const SHAPE: &'static Shape = &Shape::Whole { optional: true };

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        Some(Self(cells.whole()))
    }
}

impl Wire for bool {
    const SHAPE: &'static Shape = &Shape::Flag;

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        match cells.next() {
            Cell::Flag(flag) => Some(flag),
            Cell::Absent => Some(false), // by default
            _ => None,
        }
    }
}

impl Wire for String {
    const SHAPE: &'static Shape = &Shape::Text(Words { expected: "a string", refused: |_| None });

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        cells.text().map(str::to_owned)
    }
}

impl Wire for Instrument {
    const SHAPE: &'static Shape = &Shape::Text(Words {
        expected: "a string",
        refused: |text| text.parse::<Self>().err().map(|error| error.allowed().to_owned()),
    });

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        cells.text()?.parse().ok()
    }
}

impl Wire for Currency {
    const SHAPE: &'static Shape = &Shape::Text(Words {
        expected: "a string",
        refused: |text| text.parse::<Self>().err().map(|error| error.allowed().to_owned()),
    });

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        cells.text()?.parse().ok()
    }
}

impl<T: Word> Choice<T> {
    fn of(text: &str) -> Option<Self> {
        let code = T::WORDS.iter().position(|word| *word == text).and_then(|place| u8::try_from(place).ok());
        code.and_then(T::from_code).map(Self)
    }
}

impl<T: Word> Wire for Choice<T> {
    const SHAPE: &'static Shape = &Shape::Text(Words {
        expected: "a word",
        refused: |text| if Self::of(text).is_some() { None } else { Some(T::WORDS.join(" or ")) },
    });

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        Self::of(cells.text()?)
    }
}

impl Wire for Texts {
    const SHAPE: &'static Shape = &Shape::Texts;

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        Vec::take(cells).map(Self)
    }
}
