//! The writer's lists and objects.

use serde::Serialize;
use serde::ser;

use super::push_f64;
use super::write::{Last, Unwritable, Writer, Written};
use crate::columns::ColumnBuffer;

/// What is between two brackets.
pub(super) struct Items<'a> {
    pub(super) writer: &'a mut Writer,
    pub(super) close: &'static str,
    pub(super) is_empty: bool,
    /// What a long list holds, as long as that is nothing but numbers of one kind.
    pub(super) numbers: Option<ColumnBuffer>,
}

impl Items<'_> {
    #[inline]
    fn separate(&mut self) {
        if !self.is_empty {
            self.writer.text.push(',');
        }
        self.is_empty = false;
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        if self.numbers.is_some() {
            return self.number(value);
        }
        self.separate();
        value.serialize(&mut *self.writer)
    }

    /// An item of a long list that has held nothing but numbers so far.
    fn number<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.last = Last::Asked;
        let start = self.writer.text.len();
        value.serialize(&mut *self.writer)?;
        match (std::mem::replace(&mut self.writer.last, Last::Unasked), &mut self.numbers) {
            (Last::Float(value), Some(ColumnBuffer::F64(floats))) => floats.push(value),
            (Last::Integer(value), Some(ColumnBuffer::I64(integers))) => integers.push(value),
            (Last::Integer(value), Some(ColumnBuffer::F64(floats))) if floats.is_empty() => {
                let mut integers = Vec::with_capacity(floats.capacity());
                integers.push(value);
                self.numbers = Some(ColumnBuffer::I64(integers));
            }
            (last, _) => {
                // Something else: what was kept is written after all, and before it.
                let written = self.writer.text.split_off(start);
                match self.numbers.take() {
                    Some(ColumnBuffer::F64(floats)) => self.all_kept(floats, Last::Float),
                    Some(ColumnBuffer::I64(integers)) => self.all_kept(integers, Last::Integer),
                    _ => {}
                }
                self.kept(last);
                self.writer.text.push_str(&written);
            }
        }
        Ok(())
    }

    fn all_kept<N>(&mut self, numbers: Vec<N>, kind: fn(N) -> Last) {
        for number in numbers {
            self.kept(kind(number));
        }
    }

    /// Writes an item that was kept; nothing of one that was written.
    fn kept(&mut self, last: Last) {
        self.separate();
        match last {
            Last::Float(value) => push_f64(&mut self.writer.text, value),
            Last::Integer(value) => self.writer.text.push_str(itoa::Buffer::new().format(value)),
            Last::Asked | Last::Unasked => {}
        }
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.separate();
        self.writer.name(name);
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        let Writer { text, lists, .. } = self.writer;
        if let Some(numbers) = self.numbers {
            text.push_str("null,");
            text.push_str(itoa::Buffer::new().format(lists.len()));
            lists.push(numbers);
        }
        text.push_str(self.close);
    }
}

macro_rules! lists {
    ($($list:ident::$method:ident),*) => {
        $(impl ser::$list for Items<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.item(value)
            }

            fn end(self) -> Written {
                self.close();
                Ok(())
            }
        })*
    };
}

lists!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

macro_rules! structs {
    ($($list:ident),*) => {
        $(impl ser::$list for Items<'_> {
            type Ok = ();
            type Error = Unwritable;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
                self.field(name, value)
            }

            fn end(self) -> Written {
                self.close();
                Ok(())
            }
        })*
    };
}

structs!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.separate();
        let start = self.writer.text.len();
        key.serialize(&mut *self.writer)?;
        // Keys are strings.
        self.writer.text[start..].starts_with('"').then_some(()).ok_or(Unwritable)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.text.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.close();
        Ok(())
    }
}
