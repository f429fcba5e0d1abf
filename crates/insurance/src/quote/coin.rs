//! The coin as unit of account.
//!
//! So many coins at an instant `t` are worth `S_t` each, and `e^(-r t) S_t / S_0` of a coin now. With the coin as numeraire (Geman, El Karoui and
//! Rochet 1995) their value is that of a payment in cash, at the rate `r - mu`, under a measure in which the price moves otherwise:
//!
//! ```text
//! diffusion        drift of the logarithm  + sigma^2
//! Merton's jumps   lambda e^(m + d^2 / 2),   mean m + d^2,   deviation d
//! Kou's jumps      lambda (1 + zeta),   up p eta_1 / ((eta_1 - 1)(1 + zeta)),   rates eta_1 - 1 and eta_2 + 1
//! ```
//!
//! Probabilities stay those of the first measure.

use hashinsight_derivatives::pricing::{KouJumps, MertonJumps};
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_numerics::exp;
use hashinsight_units::{Error, Fraction, Intensity, LogMove, Rate, TailRate};

use super::PriceModel;
use super::value::Setting;

/// Setting and model in which a payment of coins is one of cash.
pub(super) fn in_the_coin(setting: &Setting, model: &PriceModel) -> Result<(Setting, PriceModel), Error> {
    let mut turned = model.clone();
    let (sigma, before, after) = match &mut turned {
        PriceModel::Gbm(gbm) => (gbm.volatility.get(), JumpModel::None, JumpModel::None),
        PriceModel::Kou(kou) => {
            let before = JumpModel::Kou(kou.jumps);
            kou.jumps = kou_jumps(&kou.jumps, before.mean_growth())?;
            (kou.volatility.get(), before, JumpModel::Kou(kou.jumps))
        }
        PriceModel::Merton(merton) => {
            let before = JumpModel::Merton(merton.jumps);
            merton.jumps = merton_jumps(&merton.jumps)?;
            (merton.volatility.get(), before, JumpModel::Merton(merton.jumps))
        }
        PriceModel::Hazard(_) | PriceModel::Coins(_) => return Ok((*setting, turned)),
    };
    // What jumps add to the drift of the price changes with them.
    let of_jumps = |jumps: &JumpModel| jumps.intensity() * jumps.mean_growth();
    let drift = setting.drift.get() + sigma * sigma - of_jumps(&before) + of_jumps(&after);
    let rate = Rate::new(setting.rate.get() - setting.drift.get())?;
    Ok((Setting { rate, drift: Rate::new(drift)?, in_coin: false, ..*setting }, turned))
}

fn kou_jumps(jumps: &KouJumps, mean_growth: f64) -> Result<KouJumps, Error> {
    let (up, down, growth) = (jumps.up_rate.get(), jumps.down_rate.get(), 1.0 + mean_growth);
    Ok(KouJumps::new(
        Intensity::new(jumps.jumps_per_year.get() * growth)?,
        Fraction::new(jumps.up_probability.get() * up / (up - 1.0) / growth)?,
        TailRate::new(up - 1.0)?,
        TailRate::new(down + 1.0)?,
    ))
}

fn merton_jumps(jumps: &MertonJumps) -> Result<MertonJumps, Error> {
    let (mean, deviation) = (jumps.mean_log_jump.get(), jumps.log_jump_deviation.get());
    let variance = deviation * deviation;
    Ok(MertonJumps::new(
        Intensity::new(jumps.jumps_per_year.get() * exp(mean + 0.5 * variance))?,
        LogMove::new(mean + variance)?,
        jumps.log_jump_deviation,
    ))
}
