//! Intervals of statistics of days that hang together: the moving-block bootstrap (Künsch 1989).

use hashinsight_numerics::{Philox, QuantileMethod, quantile};
use hashinsight_units::{Error, Fraction, Record};

use crate::count::count;
use crate::refuse::{insufficient, out_of_range};

/// Interval of a statistic by resampling blocks of days.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BootstrapInterval {
    /// Lower end, the quantile of 2.5 %.
    pub low: f64,
    /// Upper end, the quantile of 97.5 %.
    pub high: f64,
    /// Number of resamples in which the statistic exists.
    pub resamples: u32,
}

/// The interval of 95 % of a statistic of days: each resample draws blocks of `block` days in a row, with replacement, until there are as many
/// days as before. The statistic sees indices of days, and answers none where it does not exist. `None` if it never does.
///
/// ```
/// use hashinsight_signals::walk_forward::block_bootstrap;
/// let returns: Vec<f64> = (0..100).map(|day| f64::from(day % 2)).collect();
/// let mean = |days: &[usize]| Some(days.iter().map(|day| returns[*day]).sum::<f64>() / days.len() as f64);
/// let interval = block_bootstrap(100, 1, 500, 7, mean)?.unwrap();
/// assert!(interval.low > 0.38 && interval.low < 0.44 && interval.high > 0.56 && interval.high < 0.62); // 1/2 and 1.96 / 20
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.block_bars.out_of_range` unless 1 to the number of days, `signals.days.insufficient_data` for none.
pub fn block_bootstrap(
    days: usize,
    block: usize,
    resamples: u32,
    seed: u64,
    statistic: impl Fn(&[usize]) -> Option<f64>,
) -> Result<Option<BootstrapInterval>, Error> {
    if days == 0 {
        return Err(insufficient("days", 0, "at least one day"));
    }
    if block == 0 || block > days {
        return Err(out_of_range("block_bars", block, format!("1 to {days}")));
    }
    let (random, starts, blocks) = (Philox::new(seed), days - block + 1, days.div_ceil(block));
    let mut values = Vec::with_capacity(resamples as usize);
    let mut drawn = Vec::with_capacity(blocks * block);
    for resample in 0..resamples {
        drawn.clear();
        for k in 0..blocks {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the starts")]
            let start = ((random.uniform(resample.into(), k as u64) * starts as f64) as usize).min(starts - 1);
            drawn.extend(start..start + block);
        }
        drawn.truncate(days);
        values.extend(statistic(&drawn));
    }
    if values.is_empty() {
        return Ok(None);
    }
    let resamples = count(values.len());
    let mut end = |p| quantile(&mut values, Fraction::constant(p), QuantileMethod::Linear);
    Ok(Some(BootstrapInterval { low: end(0.025)?, high: end(0.975)?, resamples }))
}
