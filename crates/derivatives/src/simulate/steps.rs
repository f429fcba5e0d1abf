//! Steps of the paths: at the dates of the request and at their jumps.

use hashinsight_numerics::{LANES, Philox};

use super::draws::{COUNT, Lanes, SIZES, TIMES};
use super::{JumpModel, jump_counts};

/// Jumps of the paths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Jumps {
    pub(super) model: JumpModel,
    /// Expected number of jumps.
    pub(super) expected: f64,
    /// +1 for a level above, -1 for one below.
    pub(super) toward: f64,
}

/// The steps of [`LANES`] paths with jumps, a row per step. A lane with fewer steps than others stands still in the last rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    pub(super) spans: Vec<Lanes>,
    /// Jumps at the end of the steps, toward the level.
    pub(super) leaps: Vec<Lanes>,
    /// Rows that end at the dates.
    pub(super) date_rows: Vec<[usize; LANES]>,
    /// Jumps of each path.
    pub(super) jumps: [u32; LANES],
    /// Greatest number of jumps. Where it is 0 the columns above are void: the rows are the dates.
    pub(super) most: usize,
    sizes: Vec<Lanes>,
    times: Vec<Lanes>,
}

impl Steps {
    /// Draws the jumps of the paths `first..first + LANES` and puts them between the dates.
    pub(super) fn draw(&mut self, jumps: &Jumps, dates: &[f64], random: Philox, first: u64) {
        self.jumps = jump_counts(jumps.expected, random, first, COUNT);
        let most = self.jumps.into_iter().fold(0, |most, count| if count > most { count } else { most }) as usize;
        self.most = most;
        if most == 0 {
            return;
        }
        self.times.resize(most, [0.0; LANES]);
        random.fill_uniform_rows(first, TIMES, &mut self.times);
        self.sizes.resize(most, [0.0; LANES]);
        jumps.model.sizes(random, first, SIZES, &mut self.sizes);

        let rows = dates.len() + most;
        self.date_rows.resize(dates.len(), [0; LANES]);
        for column in [&mut self.spans, &mut self.leaps] {
            column.clear();
            column.resize(rows, [0.0; LANES]);
        }
        let horizon = dates[dates.len() - 1];
        let mut times = Vec::with_capacity(most);
        for lane in 0..LANES {
            times.clear();
            times.extend(self.times[..self.jumps[lane] as usize].iter().map(|row| row[lane] * horizon));
            times.sort_unstable_by(f64::total_cmp);
            let (mut now, mut row, mut jump) = (0.0, 0, 0);
            for (date, end) in dates.iter().enumerate() {
                while jump < times.len() && times[jump] <= *end {
                    self.spans[row][lane] = times[jump] - now;
                    self.leaps[row][lane] = jumps.toward * self.sizes[jump][lane];
                    now = times[jump];
                    jump += 1;
                    row += 1;
                }
                self.spans[row][lane] = end - now;
                self.date_rows[date][lane] = row;
                now = *end;
                row += 1;
            }
        }
    }
}
