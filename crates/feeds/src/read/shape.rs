//! What stands where in an answer, and of which kind, as tables: one reader takes every shape out of a document, another
//! out of bytes. Both put what they read into the same cells, in the order of the table.

use std::borrow::Cow;

use hashinsight_units::Error;

/// The shape of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// A finite number, or the text of one, which may end with the sign. An optional one may be `null` or `""`.
    Number { optional: bool, sign: &'static str },
    /// A whole number, or the text of one.
    Whole { optional: bool },
    /// A text, and what it must be.
    Text(Words),
    /// `true` or `false`.
    Flag,
    /// A list of texts, or one text, where `""` is an empty list.
    Texts,
    /// A value of that shape, or `null`.
    Maybe(&'static Self),
    /// A row that others do not depend on: what it refuses is its own.
    Each(&'static Self),
    /// A list.
    List(&'static Self),
    /// An object: unknown keys are ignored.
    Object(&'static [Field]),
    /// An object that an upstream writes as an array: the first elements by position, and whatever it may append later.
    Row(&'static [Field]),
}

/// What a text must be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// Words for it, where no text comes.
    pub(super) expected: &'static str,
    /// What would be allowed, where it is not.
    pub(super) refused: fn(&str) -> Option<String>,
}

/// A field of an object or a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// The name of the field here, which is that of its key where no other is given.
    name: &'static str,
    keys: &'static [&'static str],
    pub(super) shape: &'static Shape,
    /// Whether it may be absent.
    pub(super) is_optional: bool,
    /// The first of its cells.
    pub(super) at: usize,
}

impl Shape {
    /// How many cells a value takes.
    pub(super) const fn width(&self) -> usize {
        match self {
            Self::Number { .. } | Self::Whole { .. } | Self::Text(_) | Self::Flag | Self::Texts | Self::List(_) => 1,
            Self::Maybe(shape) | Self::Each(shape) => 1 + shape.width(),
            Self::Object(fields) | Self::Row(fields) => match fields.last() {
                Some(last) => last.at + last.shape.width(),
                None => 0,
            },
        }
    }
}

impl Field {
    pub(crate) const fn new(
        name: &'static str,
        keys: &'static [&'static str],
        shape: &'static Shape,
        is_optional: bool,
    ) -> Self {
        Self { name, keys, shape, is_optional: is_optional || matches!(shape, Shape::Maybe(_)), at: 0 }
    }

    /// Fields one after the other.
    pub(crate) const fn in_order<const N: usize>(mut fields: [Self; N]) -> [Self; N] {
        assert!(N <= 64, "one bit of a mask each");
        let (mut place, mut at) = (0, 0);
        while place < N {
            fields[place].at = at;
            at += fields[place].shape.width();
            place += 1;
        }
        fields
    }

    /// Its key, the first of several.
    pub(super) const fn key(&self) -> &'static str {
        match self.keys.first() {
            Some(key) => key,
            None => self.name,
        }
    }

    /// The field of this key, with its place.
    pub(super) fn find(fields: &'static [Self], key: &str) -> Option<(usize, &'static Self)> {
        let is_its = |field: &Self| if field.keys.is_empty() { field.name == key } else { field.keys.contains(&key) };
        fields.iter().enumerate().find(|(_, field)| is_its(field))
    }
}

/// What was read of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Nothing, or `null`.
    Absent,
    /// The mark of a value that is there: its cells follow. Of [`Shape::Maybe`] and [`Shape::Each`].
    Present,
    Number(f64),
    Whole(i64),
    Flag(bool),
    /// The place of a text.
    Text(usize),
    /// The place of a list.
    List(usize),
    /// The place of what a row was refused for.
    Refused(usize),
}

/// All that was read of a body.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Tape<'d> {
    pub(super) root: Vec<Cell>,
    /// The cells of lists, item by item.
    pub(super) lists: Vec<Vec<Cell>>,
    pub(super) texts: Vec<Cow<'d, str>>,
    pub(super) refused: Vec<Error>,
}

impl<'d> Tape<'d> {
    pub(super) fn text(&mut self, text: Cow<'d, str>) -> Cell {
        self.texts.push(text);
        Cell::Text(self.texts.len() - 1)
    }

    pub(super) fn list(&mut self, cells: Vec<Cell>) -> Cell {
        self.lists.push(cells);
        Cell::List(self.lists.len() - 1)
    }

    pub(super) fn refuse(&mut self, error: Error) -> Cell {
        self.refused.push(error);
        Cell::Refused(self.refused.len() - 1)
    }

    /// The same without what it was read from.
    pub(super) fn kept<'k>(self) -> Tape<'k> {
        let texts = self.texts.into_iter().map(|text| Cow::Owned(text.into_owned())).collect();
        Tape { root: self.root, lists: self.lists, texts, refused: self.refused }
    }

    pub(super) fn take<T: Wire>(&self) -> Option<T> {
        T::take(&mut Cells { tape: self, rest: &self.root })
    }
}

/// Cells that are still to be taken, in their order.
#[derive(Debug)]
pub(crate) struct Cells<'t> {
    tape: &'t Tape<'t>,
    rest: &'t [Cell],
}

impl<'t> Cells<'t> {
    pub(super) fn next(&mut self) -> Cell {
        let Some((first, rest)) = self.rest.split_first() else { return Cell::Absent };
        self.rest = rest;
        *first
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    pub(super) fn text(&mut self) -> Option<&'t str> {
        match self.next() {
            Cell::Text(place) => self.tape.texts.get(place).map(|text| &**text),
            _ => None,
        }
    }

    /// The cells of the list that comes next; by default none.
    fn list(&mut self) -> Option<Self> {
        let rest = match self.next() {
            Cell::List(place) => self.tape.lists.get(place)?,
            Cell::Absent => &[][..],
            _ => return None,
        };
        Some(Self { tape: self.tape, rest })
    }
}

/// What an upstream writes: its shape, and how it is taken out of the cells of that shape.
pub(crate) trait Wire: Sized {
    const SHAPE: &'static Shape;

    /// `None` where cells are of another shape.
    fn take(cells: &mut Cells<'_>) -> Option<Self>;
}

impl<T: Wire> Wire for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        let mut items = cells.list()?;
        let mut list = Self::with_capacity(items.rest.len() / const { T::SHAPE.width() });
        while !items.rest.is_empty() {
            list.push(T::take(&mut items)?);
        }
        Some(list)
    }
}

impl<T: Wire> Wire for Option<T> {
    const SHAPE: &'static Shape = &Shape::Maybe(T::SHAPE);

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        if cells.next() == Cell::Present {
            return T::take(cells).map(Some);
        }
        cells.skip(const { T::SHAPE.width() });
        Some(None)
    }
}

/// A row that others do not depend on: what it refuses is its own. The path begins at the row.
#[derive(Clone, Debug)]
pub(crate) struct Each<T>(pub(crate) Result<T, Error>);

impl<T: Wire> Wire for Each<T> {
    const SHAPE: &'static Shape = &Shape::Each(T::SHAPE);

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        if let Cell::Refused(place) = cells.next() {
            cells.skip(const { T::SHAPE.width() });
            return cells.tape.refused.get(place).map(|error| Self(Err(error.clone())));
        }
        T::take(cells).map(|row| Self(Ok(row)))
    }
}

/// Declares what an upstream writes: an object (`struct`) or a row (`row`), with a line for each field: its name, its type, and, where they
/// are needed, `default` for one that may be absent and the keys under which it comes.
macro_rules! wire {
    ($(#[$meta:meta])* $vis:vis struct $($rest:tt)+) => {
        $crate::read::wire! { @ Object [$(#[$meta])*] [$vis] $($rest)+ }
    };
    ($(#[$meta:meta])* $vis:vis row $($rest:tt)+) => {
        $crate::read::wire! { @ Row [$(#[$meta])* #[derive(Clone, Debug, PartialEq)]] [$vis] $($rest)+ }
    };
    (@ $shape:ident [$(#[$meta:meta])*] [$vis:vis] $name:ident $(<$generic:ident>)? {
        $($(#[$about:meta])* $at:vis $field:ident: $type:ty $(= $($default:ident)? $($key:literal)*)?),+ $(,)?
    }) => {
        $(#[$meta])*
        $vis struct $name $(<$generic>)? {
            $($(#[$about])* $at $field: $type,)+
        }

        impl $(<$generic: $crate::read::Wire>)? $crate::read::Wire for $name $(<$generic>)? {
            const SHAPE: &'static $crate::read::Shape = &$crate::read::Shape::$shape(&$crate::read::Field::in_order([$(
                $crate::read::Field::new(
                    stringify!($field),
                    &[$($($key),*)?],
                    <$type as $crate::read::Wire>::SHAPE,
                    !concat!($($(stringify!($default))?)?).is_empty(),
                ),
            )+]));

            fn take(cells: &mut $crate::read::Cells<'_>) -> Option<Self> {
                $(let $field = $crate::read::Wire::take(cells)?;)+
                Some(Self { $($field),+ })
            }
        }
    };
}
pub(crate) use wire;
