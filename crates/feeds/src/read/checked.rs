//! The reader of documents: it knows where it is. An object is an object, an array an array, and what is refused is told with its place and
//! as it was received.

use std::borrow::Cow;

use hashinsight_units::json::{Element, Elements, Entries, Node, float};
use hashinsight_units::{Error, FieldPath, Problem};

use super::found::Found;
use super::shape::{Cell, Field, Shape, Tape, Wire};

const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53

/// What stands in a document, by its shape.
pub(super) fn tape<'d>(shape: &'static Shape, node: Node<'d>) -> Result<Tape<'d>, Found> {
    let mut tape = Tape::default();
    let mut root = vec![Cell::Absent; shape.width()];
    value(&mut tape, shape, node, &mut root)?;
    tape.root = root;
    Ok(tape)
}

/// Reads one value, that at `path`.
pub(crate) fn value_at<T: Wire>(path: FieldPath, node: Node<'_>) -> Result<T, Error> {
    match tape(T::SHAPE, node) {
        Ok(tape) => tape.take().ok_or_else(|| Found::new(Problem::Unknown, node, "what was read").into_error_in(path)),
        Err(found) => Err(found.into_error_in(path)),
    }
}

fn value<'d>(tape: &mut Tape<'d>, shape: &'static Shape, node: Node<'d>, cells: &mut [Cell]) -> Result<(), Found> {
    let element = node.element();
    let wrong = |allowed: &str| Err(Found::new(Problem::WrongType, node, allowed));
    cells[0] = match (*shape, element) {
        (Shape::Maybe(_), Element::Null) => Cell::Absent,
        (Shape::Maybe(shape), _) => {
            value(tape, shape, node, &mut cells[1..])?;
            Cell::Present
        }
        (Shape::Each(shape), _) => match value(tape, shape, node, &mut cells[1..]) {
            Ok(()) => Cell::Present,
            Err(found) => tape.refuse(found.into_error()),
        },
        (Shape::Number { optional, sign }, element) => number(node, element, optional, sign)?,
        (Shape::Whole { optional }, element) => whole(node, element, optional)?,
        (Shape::Text(words), Element::Text(text)) => match (words.refused)(&text) {
            None => tape.text(text),
            Some(allowed) => return Err(Found::new(Problem::Unknown, node, allowed)),
        },
        (Shape::Text(words), _) => return wrong(words.expected),
        (Shape::Flag, Element::Bool(flag)) => Cell::Flag(flag),
        (Shape::Flag, _) => return wrong("a boolean"),
        (Shape::Texts, Element::Array(list)) => items(tape, <String as Wire>::SHAPE, list)?,
        (Shape::Texts, Element::Text(Cow::Borrowed(""))) => tape.list(Vec::new()),
        (Shape::Texts, Element::Text(text)) => {
            let cell = tape.text(text);
            tape.list(vec![cell])
        }
        (Shape::Texts, _) => return wrong("text or a list of texts"),
        (Shape::List(item), Element::Array(list)) => items(tape, item, list)?,
        (Shape::Object(fields), Element::Object(entries)) => return object(tape, fields, node, entries, cells),
        (Shape::Object(_), _) => return wrong("an object"),
        (Shape::Row(fields), Element::Array(list)) => return row(tape, fields, node, list, cells),
        (Shape::List(_) | Shape::Row(_), _) => return wrong("an array"),
    };
    Ok(())
}

fn items<'d>(tape: &mut Tape<'d>, item: &'static Shape, list: Elements<'d>) -> Result<Cell, Found> {
    let width = item.width();
    let mut cells = Vec::with_capacity(list.about() * width);
    for (index, node) in list.enumerate() {
        let start = cells.len();
        cells.resize(start + width, Cell::Absent);
        value(tape, item, node, &mut cells[start..])
            .map_err(|found| found.inside(FieldPath::default().index(index)))?;
    }
    Ok(tape.list(cells))
}

fn object<'d>(
    tape: &mut Tape<'d>,
    fields: &'static [Field],
    node: Node<'d>,
    entries: Entries<'d>,
    cells: &mut [Cell],
) -> Result<(), Found> {
    let mut seen = 0_u64;
    for (key, member) in entries {
        let Some((place, field)) = Field::find(fields, &key) else { continue };
        if seen & 1 << place != 0 {
            return Err(Found::new(Problem::Several, node, "the key once").inside(FieldPath::new(field.key())));
        }
        seen |= 1 << place;
        let read = value(tape, field.shape, member, &mut cells[field.at..]);
        read.map_err(|found| found.inside(FieldPath::new(&*key)))?;
    }
    let missing = fields.iter().enumerate().find(|(place, field)| !field.is_optional && seen & 1 << place == 0);
    missing.map_or(Ok(()), |(_, field)| Err(Found::missing().inside(FieldPath::new(field.key()))))
}

fn row<'d>(
    tape: &mut Tape<'d>,
    fields: &'static [Field],
    node: Node<'d>,
    mut list: Elements<'d>,
    cells: &mut [Cell],
) -> Result<(), Found> {
    for (place, field) in fields.iter().enumerate() {
        match list.next() {
            Some(member) => {
                let read = value(tape, field.shape, member, &mut cells[field.at..]);
                read.map_err(|found| found.inside(FieldPath::default().index(place)))?;
            }
            None if field.is_optional => break,
            None => {
                let names: Vec<&str> = fields.iter().map(Field::key).collect();
                return Err(Found::new(Problem::Length, node, format!("an array of {}", names.join(" "))));
            }
        }
    }
    Ok(())
}

fn number(node: Node<'_>, element: Element<'_>, optional: bool, sign: &str) -> Result<Cell, Found> {
    let allowed = "a finite number, or one as text";
    let number = match element {
        Element::Null if optional => return Ok(Cell::Absent),
        Element::Text(text) if text.is_empty() && optional => return Ok(Cell::Absent),
        Element::Number(number) => match number.value().filter(|number| number.is_finite()) {
            Some(number) => Some(number),
            None => return Err(Found::new(Problem::OutOfRange, node, allowed)),
        },
        Element::Text(text) => float(text.strip_suffix(sign).unwrap_or(&text)).filter(|number| number.is_finite()),
        _ => None,
    };
    number.map(Cell::Number).ok_or_else(|| Found::new(Problem::WrongType, node, allowed))
}

fn whole(node: Node<'_>, element: Element<'_>, optional: bool) -> Result<Cell, Found> {
    let allowed = "a whole number, or one as text";
    let read = match element {
        Element::Null if optional => return Ok(Cell::Absent),
        Element::Text(text) if text.is_empty() && optional => return Ok(Cell::Absent),
        Element::Number(number) => {
            let whole =
                match number.digits().filter(|_| number.is_integer).and_then(|digits| i64::try_from(digits).ok()) {
                    Some(digits) if number.token.starts_with('-') => Some(-digits),
                    Some(digits) => Some(digits),
                    // A float without fraction (`1.780730885E12`).
                    None => number.value().filter(|value| value.fract() == 0.0 && value.abs() <= EXACT).map(to_whole),
                };
            let Some(whole) = whole else { return Err(Found::new(Problem::OutOfRange, node, allowed)) };
            Some(whole)
        }
        Element::Text(text) => text.parse().ok(),
        _ => None,
    };
    read.map(Cell::Whole).ok_or_else(|| Found::new(Problem::WrongType, node, allowed))
}

#[expect(clippy::cast_possible_truncation, reason = "whole and at most 2^53")]
const fn to_whole(value: f64) -> i64 {
    value as i64
}
