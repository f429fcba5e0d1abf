//! Barriers of one side, the nearest first: a touch of one is a touch of all that are nearer.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_units::Order;

use super::BookCover;

/// The covers of one side in rungs of equal or neighboring barriers, the nearest first.
#[derive(Clone, Debug)]
pub(crate) struct Ladder {
    pub(crate) rungs: Vec<Rung>,
    /// Rung of each cover of the side, by the number of the cover.
    pub(crate) rung_of: Vec<(usize, usize)>,
}

/// Barriers that are taken together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rung {
    /// The barrier nearest to the price.
    pub(crate) near: f64,
    /// The one farthest from it.
    pub(crate) far: f64,
    /// Sum insured of the rung.
    pub(crate) sum: f64,
}

impl Ladder {
    /// The covers of one side in at most so many rungs, of equal numbers of barriers; every barrier is its own rung where they suffice.
    pub(crate) fn new(covers: &[BookCover], side: BarrierSide, most: usize) -> Self {
        let mut order: Vec<(f64, usize)> = (covers.iter().enumerate())
            .filter(|(_, cover)| cover.side == side)
            .map(|(number, cover)| (cover.barrier.get(), number))
            .collect();
        match side {
            BarrierSide::Down => order.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))),
            BarrierSide::Up => order.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))),
        }
        let barriers = order.iter().zip(order.iter().skip(1)).filter(|(a, b)| a.0 != b.0).count() + 1;
        let count = if barriers < most { barriers } else { most };
        let (mut rungs, mut rung_of) = (Vec::<Rung>::with_capacity(count), Vec::with_capacity(order.len()));
        let (mut barrier, mut last) = (0, f64::NAN);
        for (level, number) in order {
            if level != last && !last.is_nan() {
                barrier += 1;
            }
            last = level;
            let rung = barrier * count / barriers;
            if rung == rungs.len() {
                rungs.push(Rung { near: level, far: level, sum: 0.0 });
            }
            rungs[rung].far = level;
            rungs[rung].sum += covers[number].sum_insured.get();
            rung_of.push((number, rung));
        }
        Self { rungs, rung_of }
    }

    /// Whether some rung holds more than one barrier.
    pub(crate) fn is_merged(&self) -> bool {
        self.rungs.iter().any(|rung| rung.near != rung.far)
    }

    /// Loss once so many rungs are touched, from 0 on.
    pub(crate) fn losses(&self) -> Vec<f64> {
        let mut sum = 0.0;
        let steps = self.rungs.iter().map(|rung| {
            sum += rung.sum;
            sum
        });
        std::iter::once(0.0).chain(steps).collect()
    }
}
