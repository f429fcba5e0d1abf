//! The last `n` values in blocks (van Herk 1992; Gil and Werman 1993): sums, least and greatest values and moments that never drift.

use std::marker::PhantomData;

use hashinsight_numerics::state::impossible;
use hashinsight_units::Error;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What is gathered over a window: an associative operation.
pub(crate) trait Gather: Clone + std::fmt::Debug + Default {
    /// Of some neighboring values.
    type Item: Copy + std::fmt::Debug + Default + Serialize + DeserializeOwned;
    /// A value as it waits for the end of its block.
    fn keep(value: f64) -> Self::Item;
    /// A kept value, seen from `reference`.
    fn lift(kept: Self::Item, reference: f64) -> Self::Item;
    /// Of both.
    fn join(before: Self::Item, after: Self::Item) -> Self::Item;
    /// Whether it can come from finite values.
    fn is_possible(item: Self::Item) -> bool;
}

macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident = |$a:ident, $b:ident| $join:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default)]
            pub(crate) struct $name;

            impl Gather for $name {
                type Item = f64;

                #[inline(always)]
                fn keep(value: f64) -> f64 {
                    value
                }

                #[inline(always)]
                fn lift(kept: f64, _: f64) -> f64 {
                    kept
                }

                #[inline(always)]
                fn join($a: f64, $b: f64) -> f64 {
                    $join
                }

                fn is_possible(item: f64) -> bool {
                    item.is_finite()
                }
            }
        )*
    };
}

plain! {
    /// Sum.
    Total = |a, b| a + b;
    /// Least value; values are finite and zeros have one sign.
    Least = |a, b| if a < b { a } else { b };
    /// Greatest value.
    Greatest = |a, b| if a > b { a } else { b };
}

/// Sums of distances from a value of the window, and of their squares: nothing cancels but what is close together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moments;

impl Gather for Moments {
    type Item = [f64; 2];

    #[inline(always)]
    fn keep(value: f64) -> [f64; 2] {
        [value, 0.0]
    }

    #[inline(always)]
    fn lift([value, _]: [f64; 2], reference: f64) -> [f64; 2] {
        let distance = value - reference;
        [distance, distance * distance]
    }

    #[inline(always)]
    fn join(before: [f64; 2], after: [f64; 2]) -> [f64; 2] {
        [before[0] + after[0], before[1] + after[1]]
    }

    fn is_possible(item: [f64; 2]) -> bool {
        item[0].is_finite() && item[1].is_finite()
    }
}

/// The last `length` values. Blocks of that length are counted from the first value; what is gathered over the end of the last block
/// (right to left) and over the block that is coming in (left to right) makes the window. Each value is touched three times, whatever the
/// length; and no value remains in any sum after it has left.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound = "")]
pub(crate) struct Window<G: Gather> {
    /// Kept values of this block up to `at`; from there on, what is gathered from that place to the end of the last block.
    slots: Vec<G::Item>,
    at: u32,
    is_full: bool,
    /// What is gathered over the block that is coming in.
    head: G::Item,
    /// A value of every window that ends in this block: its first.
    reference: f64,
    #[serde(skip)]
    length: PhantomData<G>,
}

impl<G: Gather> Window<G> {
    pub(crate) fn prepare(&mut self, length: u32) -> Result<(), Error> {
        if self.slots.is_empty() && self.at == 0 && !self.is_full {
            self.slots = vec![G::Item::default(); length as usize];
        }
        let fits = self.slots.len() == length as usize && self.at < length;
        let finite = self.reference.is_finite() && G::is_possible(self.head);
        if fits && finite && self.slots.iter().all(|item| G::is_possible(*item)) {
            Ok(())
        } else {
            Err(impossible("window"))
        }
    }

    /// Turns a kept block into what is gathered from each place to its end.
    #[inline]
    fn turn(&mut self, reference: f64) {
        self.reference = reference;
        if !self.is_full {
            return;
        }
        let Some((last, others)) = self.slots.split_last_mut() else { return };
        *last = G::lift(*last, reference);
        let mut gathered = *last;
        for slot in others.iter_mut().rev() {
            gathered = G::join(G::lift(*slot, reference), gathered);
            *slot = gathered;
        }
    }

    /// Takes the next value: what is gathered over the window, once it is full.
    #[inline]
    pub(crate) fn next(&mut self, value: f64) -> Option<G::Item> {
        let mut out = None;
        self.each(&[value], |_, item| out = item);
        out
    }

    /// The value from which moments are seen.
    #[inline]
    pub(crate) fn reference(&self) -> f64 {
        self.reference
    }

    /// Takes values in order, and tells what is gathered at each, with the reference.
    #[inline(always)]
    pub(crate) fn each(&mut self, values: &[f64], mut tell: impl FnMut(f64, Option<G::Item>)) {
        let mut rest = values;
        while let Some(first) = rest.first() {
            if self.at == 0 {
                self.turn(*first);
            }
            let reference = self.reference;
            let at = self.at as usize;
            let (these, others) = rest.split_at(rest.len().min(self.slots.len() - at));
            rest = others;
            let mut head = self.head;
            let mut values = these.iter();
            if at == 0
                && let Some(value) = values.next()
            {
                let kept = G::keep(*value);
                head = G::lift(kept, reference);
                let item = match self.slots.get(1) {
                    None => Some(head),
                    Some(tail) => self.is_full.then(|| G::join(*tail, head)),
                };
                self.slots[0] = kept;
                tell(reference, item);
            }
            let start = if at == 0 { 1 } else { at };
            let end = at + these.len();
            let is_whole = end == self.slots.len();
            let inner = end - usize::from(is_whole);
            if inner > start {
                // Every value but the last of the block: the slot after it holds the rest of the window.
                let slots = &mut self.slots[start..=inner];
                let (is_full, count) = (self.is_full, inner - start);
                for k in 0..count {
                    let kept = G::keep(these[start - at + k]);
                    head = G::join(head, G::lift(kept, reference));
                    let tail = slots[k + 1];
                    slots[k] = kept;
                    tell(reference, if is_full { Some(G::join(tail, head)) } else { None });
                }
            }
            if is_whole && end > start {
                let kept = G::keep(these[end - 1 - at]);
                head = G::join(head, G::lift(kept, reference));
                self.slots[end - 1] = kept;
                tell(reference, Some(head));
            }
            self.head = head;
            self.is_full |= is_whole;
            self.at = if is_whole { 0 } else { u32::try_from(end).unwrap_or(u32::MAX) };
        }
    }
}
