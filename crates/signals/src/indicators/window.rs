//! The last `n` values in blocks (van Herk 1992; Gil and Werman 1993): sums, least and greatest values and moments that never drift.

use std::marker::PhantomData;

use hashinsight_numerics::state::impossible;
use hashinsight_units::Error;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What is gathered over a window: an associative operation.
pub(crate) trait Gather: Clone + std::fmt::Debug + Default {
    /// Of some neighboring values.
    type Item: Copy + std::fmt::Debug + Default + PartialEq + Serialize + DeserializeOwned;
    /// Of none.
    const NONE: Self::Item;
    /// A value as it waits for the end of its block.
    fn keep(value: f64) -> Self::Item;
    /// A kept value, seen from `reference`.
    fn lift(kept: Self::Item, reference: f64) -> Self::Item;
    /// Of both.
    fn join(before: Self::Item, after: Self::Item) -> Self::Item;
    /// Whether its numbers are finite.
    fn is_finite(item: Self::Item) -> bool;
}

macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident, $none:expr, |$a:ident, $b:ident| $join:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default)]
            pub(crate) struct $name;

            impl Gather for $name {
                type Item = f64;
                const NONE: f64 = $none;

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

                fn is_finite(item: f64) -> bool {
                    item.is_finite()
                }
            }
        )*
    };
}

plain! {
    /// Sum.
    Total, 0.0, |a, b| a + b;
    /// Least value; values are finite and zeros have one sign.
    Least, f64::INFINITY, |a, b| if a < b { a } else { b };
    /// Greatest value.
    Greatest, f64::NEG_INFINITY, |a, b| if a > b { a } else { b };
}

/// Sums of distances from a value of the window, and of their squares: nothing cancels but what is close together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moments;

impl Gather for Moments {
    type Item = [f64; 2];
    const NONE: [f64; 2] = [0.0; 2];

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

    fn is_finite(item: [f64; 2]) -> bool {
        item[0].is_finite() && item[1].is_finite()
    }
}

/// What is gathered from each place of a block to its end, from the end on.
struct Tail<G: Gather> {
    reference: f64,
    /// Over the whole fours, and over the values of the last.
    fours: G::Item,
    part: G::Item,
}

impl<G: Gather> Tail<G> {
    fn new(reference: f64) -> Self {
        Self { reference, fours: G::NONE, part: G::NONE }
    }

    /// Takes four kept values.
    #[inline(always)]
    fn four(&mut self, kept: [G::Item; 4]) -> [G::Item; 4] {
        let mut parts = kept.map(|kept| G::lift(kept, self.reference));
        for j in [2, 1, 0] {
            parts[j] = G::join(parts[j], parts[j + 1]);
        }
        let tails = parts.map(|part| G::join(part, self.fours));
        self.fours = tails[0];
        tails
    }

    /// Takes one kept value.
    #[inline(always)]
    fn one(&mut self, kept: G::Item) -> G::Item {
        self.part = G::join(G::lift(kept, self.reference), self.part);
        G::join(self.part, self.fours)
    }
}

/// The last `length` values. Blocks of that length are counted from the first value; what is gathered over the end of the last block (from
/// its end) and over the block that is coming in (from its start) makes the window. Each value is touched three times, whatever the length;
/// and no value remains in any sum after it has left. Both halves are gathered by fours, so that no operation waits for more than one of each
/// four before it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound = "")]
pub(crate) struct Window<G: Gather> {
    /// Kept values of this block up to `at`; from there on, what is gathered from that place to the end of the last block.
    slots: Vec<G::Item>,
    at: u32,
    is_full: bool,
    /// What is gathered over the whole fours of the block that is coming in, and over its last four.
    head: G::Item,
    four: G::Item,
    /// A value of every window that ends in this block: its first.
    reference: f64,
    #[serde(skip)]
    gather: PhantomData<G>,
}

impl<G: Gather> Window<G> {
    pub(crate) fn prepare(&mut self, length: u32) -> Result<(), Error> {
        if self.slots.is_empty() && self.at == 0 && !self.is_full {
            self.slots = vec![G::Item::default(); length as usize];
        }
        let fits = self.slots.len() == length as usize && self.at < length;
        let finite =
            self.reference.is_finite() && G::is_finite(self.four) && self.slots.iter().all(|s| G::is_finite(*s));
        if fits && finite && (G::is_finite(self.head) || self.head == G::NONE) {
            Ok(())
        } else {
            Err(impossible("window"))
        }
    }

    /// Begins a block: the last one becomes what is gathered from each place to its end.
    #[inline(always)]
    fn turn(&mut self, reference: f64) {
        (self.reference, self.head) = (reference, G::NONE);
        if self.is_full {
            let mut tail = Tail::<G>::new(reference);
            let mut fours = self.slots.rchunks_exact_mut(4);
            for four in &mut fours {
                four.copy_from_slice(&tail.four([four[0], four[1], four[2], four[3]]));
            }
            for slot in fours.into_remainder().iter_mut().rev() {
                *slot = tail.one(*slot);
            }
        }
    }

    /// Takes the next value: what is gathered over the window, once it is full.
    #[inline]
    pub(crate) fn next(&mut self, value: f64) -> Option<G::Item> {
        if self.at == 0 {
            self.turn(value);
        }
        let at = self.at as usize;
        let kept = G::keep(value);
        let lifted = G::lift(kept, self.reference);
        self.four = if at.is_multiple_of(4) { lifted } else { G::join(self.four, lifted) };
        let gathered = G::join(self.head, self.four);
        if at % 4 == 3 {
            self.head = gathered;
        }
        self.slots[at] = kept;
        let Some(tail) = self.slots.get(at + 1) else {
            (self.at, self.is_full) = (0, true);
            return Some(gathered);
        };
        self.at += 1;
        self.is_full.then(|| G::join(*tail, gathered))
    }

    /// The value from which moments are seen.
    #[inline]
    pub(crate) fn reference(&self) -> f64 {
        self.reference
    }

    /// Takes values in order, with the bits of [`next`](Self::next): what `answer` makes of the reference and what is gathered, or `warm`.
    #[inline(always)]
    pub(crate) fn map<T: Copy>(&mut self, values: &[f64], out: &mut [T], warm: T, answer: impl Fn(f64, G::Item) -> T) {
        let (mut done, length) = (0, self.slots.len());
        while done < values.len() {
            let first = done;
            while self.at == 0 && self.is_full && values.len() - done >= length {
                let before = if done > first { Some(&values[done - length..done]) } else { None };
                self.block(before, &values[done..done + length], &mut out[done..done + length], &answer);
                done += length;
            }
            if done > first {
                let block = &values[done - length..done];
                self.slots.iter_mut().zip(block).for_each(|(slot, value)| *slot = G::keep(*value));
            }
            done += self.fours(&values[done..], &mut out[done..], &answer);
            if let Some(value) = values.get(done) {
                out[done] = self.next(*value).map_or(warm, |item| answer(self.reference, item));
                done += 1;
            }
        }
    }

    /// Takes a whole block, behind one that lies in `before` or is kept; it is not kept itself.
    #[inline(always)]
    fn block<T: Copy>(
        &mut self,
        before: Option<&[f64]>,
        values: &[f64],
        out: &mut [T],
        answer: &impl Fn(f64, G::Item) -> T,
    ) {
        let reference = values[0];
        match before {
            None => self.turn(reference),
            Some(before) => {
                self.reference = reference;
                let mut tail = Tail::<G>::new(reference);
                let mut fours = before.rchunks_exact(4);
                let mut slots = self.slots.rchunks_exact_mut(4);
                for (four, slots) in (&mut fours).zip(&mut slots) {
                    slots.copy_from_slice(&tail.four([four[0], four[1], four[2], four[3]].map(G::keep)));
                }
                for (value, slot) in fours.remainder().iter().zip(slots.into_remainder()).rev() {
                    *slot = tail.one(G::keep(*value));
                }
            }
        }
        let (mut head, mut part, length) = (G::NONE, G::NONE, values.len());
        let (slots, out) = (&self.slots[..length], &mut out[..length]);
        let whole = (length - 1) / 4 * 4; // each of these fours has a slot after it
        let tails = slots[1..].chunks_exact(4);
        for ((values, tails), out) in values.chunks_exact(4).zip(tails).zip(out.chunks_exact_mut(4)) {
            let lift = |j: usize| G::lift(G::keep(values[j]), reference);
            let a = lift(0);
            let b = G::join(a, lift(1));
            let c = G::join(b, lift(2));
            part = G::join(c, lift(3));
            out[0] = answer(reference, G::join(tails[0], G::join(head, a)));
            out[1] = answer(reference, G::join(tails[1], G::join(head, b)));
            out[2] = answer(reference, G::join(tails[2], G::join(head, c)));
            head = G::join(head, part);
            out[3] = answer(reference, G::join(tails[3], head));
        }
        for at in whole..length {
            let lifted = G::lift(G::keep(values[at]), reference);
            part = if at == whole { lifted } else { G::join(part, lifted) };
            let gathered = G::join(head, part);
            out[at] = answer(reference, slots.get(at + 1).map_or(gathered, |tail| G::join(*tail, gathered)));
            if at % 4 == 3 {
                head = gathered;
            }
        }
        (self.head, self.four) = (head, part);
    }

    /// Takes whole fours up to the end of the block, if one can come next: how many values.
    #[inline(always)]
    fn fours<T: Copy>(&mut self, values: &[f64], out: &mut [T], answer: &impl Fn(f64, G::Item) -> T) -> usize {
        let (at, length) = (self.at as usize, self.slots.len());
        let count = values.len().min(length - at) / 4 * 4;
        if count == 0 || at % 4 > 0 || !self.is_full {
            return 0;
        }
        if at == 0 {
            self.turn(values[0]);
        }
        let (reference, mut head, mut part) = (self.reference, self.head, self.four);
        let (slots, after) = self.slots[at..].split_at_mut(count);
        let blocks = values.chunks_exact(4).zip(out.chunks_exact_mut(4));
        for (from, (values, out)) in (0..count).step_by(4).zip(blocks) {
            let kept = [values[0], values[1], values[2], values[3]].map(G::keep);
            let mut lifted = kept.map(|kept| G::lift(kept, reference));
            for j in 1..4 {
                lifted[j] = G::join(lifted[j - 1], lifted[j]);
            }
            let gathered = lifted.map(|part| G::join(head, part));
            let tails = [slots[from + 1], slots[from + 2], slots[from + 3]];
            for (j, tail) in tails.into_iter().enumerate() {
                out[j] = answer(reference, G::join(tail, gathered[j]));
            }
            let next = if from + 4 < count { slots.get(from + 4) } else { after.first() };
            out[3] = answer(reference, next.map_or(gathered[3], |tail| G::join(*tail, gathered[3])));
            slots[from..from + 4].copy_from_slice(&kept);
            (head, part) = (gathered[3], lifted[3]);
        }
        (self.head, self.four) = (head, part);
        self.at = if after.is_empty() { 0 } else { u32::try_from(at + count).unwrap_or(u32::MAX) };
        count
    }
}
