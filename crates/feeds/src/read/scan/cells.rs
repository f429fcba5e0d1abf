//! The cells of a shape, out of bytes.

use std::borrow::Cow;
use std::ops::Range;

use super::{Keys, Scan};
use crate::read::shape::{Cell, Field, Shape, Tape};

/// What a body is, by its shape, where the scanner can tell; and the places of its lists, without those inside of others.
pub(in crate::read) fn tape<'a>(shape: &'static Shape, body: &'a [u8]) -> Option<(Tape<'a>, Vec<Range<usize>>)> {
    let (scan, tape) = (Scan { rest: body }, Tape::default());
    let mut reader = Reader { body, scan, tape, lists: Vec::new(), depth: 0 };
    let mut root = vec![Cell::Absent; shape.width()];
    reader.value(shape, &mut root, None)?;
    reader.tape.root = root;
    reader.scan.rest.is_empty().then_some((reader.tape, reader.lists))
}

/// Room is made for so many items ahead.
const MOST_AHEAD: usize = 10_000;

struct Reader<'a> {
    body: &'a [u8],
    scan: Scan<'a>,
    tape: Tape<'a>,
    lists: Vec<Range<usize>>,
    /// In how many lists this is.
    depth: u32,
}

impl<'a> Reader<'a> {
    /// A value; `keys` are those of the object in the row before. What a text must be is left to who takes it.
    fn value(&mut self, shape: &'static Shape, cells: &mut [Cell], keys: Option<&mut Keys<'a>>) -> Option<()> {
        let (first, inner) = cells.split_first_mut()?;
        *first = match *shape {
            Shape::Number { optional: true, .. } | Shape::Whole { optional: true } if self.scan.nothing() => {
                Cell::Absent
            }
            Shape::Number { .. } => Cell::Number(self.scan.number()?),
            Shape::Whole { .. } => Cell::Whole(self.scan.whole()?),
            Shape::Text(_) => self.text()?,
            Shape::Flag => Cell::Flag(self.scan.flag()?),
            Shape::Maybe(_) if self.scan.word(b"null").is_some() => Cell::Absent,
            Shape::Maybe(shape) | Shape::Each(shape) => {
                self.value(shape, inner, keys)?;
                Cell::Present
            }
            Shape::List(item) => self.list(item)?,
            Shape::Texts => return None,
            Shape::Object(fields) => match keys {
                Some(keys) => return self.object(fields, cells, keys),
                None => return self.object(fields, cells, &mut Keys::default()),
            },
            Shape::Row(fields) => return self.row(fields, cells),
        };
        Some(())
    }

    #[inline(never)]
    fn text(&mut self) -> Option<Cell> {
        let text = self.scan.string()?;
        Some(self.tape.text(Cow::Borrowed(text)))
    }

    fn place(&self) -> usize {
        self.body.len() - self.scan.rest.len()
    }

    #[inline(never)]
    fn list(&mut self, item: &'static Shape) -> Option<Cell> {
        let first = self.place();
        self.scan.demand(b'[')?;
        let (width, mut keys, mut cells) = (item.width(), Keys::default(), Vec::new());
        self.depth += 1;
        if !self.scan.eat(b']') {
            loop {
                let start = cells.len();
                cells.resize(start + width, Cell::Absent);
                self.value(item, &mut cells[start..], Some(&mut keys))?;
                if !self.scan.eat(b',') {
                    self.scan.demand(b']')?;
                    break;
                }
                if start == 0 {
                    // The others are about as long as the first.
                    let others = self.scan.rest.len() / (self.place() - first);
                    cells.reserve(others.min(MOST_AHEAD) * width);
                }
            }
        }
        self.depth -= 1;
        if self.depth == 0 {
            self.lists.push(first..self.place());
        }
        Some(self.tape.list(cells))
    }

    #[inline(never)]
    fn object(&mut self, fields: &'static [Field], cells: &mut [Cell], keys: &mut Keys<'a>) -> Option<()> {
        self.scan.demand(b'{')?;
        let mut seen = 0_u64;
        for position in 0.. {
            if let Some((place, field)) = keys.next(&mut self.scan, fields, position)? {
                if seen & 1 << place != 0 {
                    return None;
                }
                seen |= 1 << place;
                self.value(field.shape, cells.get_mut(field.at..)?, None)?;
            }
            if !self.scan.eat(b',') {
                break;
            }
        }
        self.scan.demand(b'}')?;
        let is_there = |(place, field): (usize, &Field)| field.is_optional || seen & 1 << place != 0;
        fields.iter().enumerate().all(is_there).then_some(())
    }

    #[inline(never)]
    fn row(&mut self, fields: &'static [Field], cells: &mut [Cell]) -> Option<()> {
        self.scan.demand(b'[')?;
        let mut fields = fields.iter();
        let mut goes_on = !self.scan.eat(b']');
        while goes_on {
            match fields.next() {
                Some(field) => self.value(field.shape, cells.get_mut(field.at..)?, None)?,
                None => self.scan.ignore(super::MOST_DEPTH)?,
            }
            goes_on = self.scan.eat(b',');
            if !goes_on {
                self.scan.demand(b']')?;
            }
        }
        fields.all(|field| field.is_optional).then_some(())
    }
}
