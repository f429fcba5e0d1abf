//! The network on the last day of the sample.

use hashinsight::mining::network::{ImpliedHashrateRequest, implied_hashrate};
use hashinsight::units::{Amount, Date, Difficulty, Error, Hashrate, Price, Seconds};
use serde::Serialize;

use crate::inputs::Inputs;
use crate::view::{View, grouped};

/// Consensus aims at a block in ten minutes.
const SPACING: Seconds = Seconds::constant(600.0);

/// Market and network of one day.
#[derive(Debug, Serialize)]
pub(crate) struct Network {
    /// The day, UTC.
    date: Date,
    /// First price of the day in USD.
    open_usd: Price,
    /// Highest price.
    high_usd: Price,
    /// Lowest price.
    low_usd: Price,
    /// Last price: what all sections reckon with.
    btc_price_usd: Price,
    /// Difficulty of the day's epoch.
    difficulty: Difficulty,
    /// Whether the first day of that epoch is `exact` or `estimated`.
    epoch_date: String,
    /// Hashrate that stands for this difficulty at 600 s per block, TH/s.
    implied_hashrate_ths: f64,
    /// New coins per block, in satoshis.
    subsidy_sat: Amount,
}

impl Network {
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Error> {
        let day = &inputs.day;
        let request = ImpliedHashrateRequest::new(day.difficulty, SPACING);
        Ok(Self {
            date: day.date,
            open_usd: day.open_usd,
            high_usd: day.high_usd,
            low_usd: day.low_usd,
            btc_price_usd: day.close_usd,
            difficulty: day.difficulty,
            epoch_date: day.epoch_date.clone(),
            implied_hashrate_ths: implied_hashrate(&request)?.hashrate_ths,
            subsidy_sat: inputs.subsidy,
        })
    }

    pub(crate) fn view(&self) -> View {
        let usd = |price: Price| format!("{} USD", grouped(price.get(), 0));
        let range = format!("{} ({} to {})", usd(self.btc_price_usd), usd(self.low_usd), usd(self.high_usd));
        let hashrate = Hashrate::from_ths(self.implied_hashrate_ths).map_or(0.0, Hashrate::to_ehs);
        View {
            title: "Network",
            facts: vec![
                ("day", format!("{} (last of the sample)", self.date)),
                ("bitcoin price", range),
                (
                    "difficulty",
                    format!("{} (start of its epoch: {})", grouped(self.difficulty.get(), 1), self.epoch_date),
                ),
                ("implied hashrate", format!("{} EH/s at 600 s per block", grouped(hashrate, 1))),
                ("subsidy", format!("{} per block", self.subsidy_sat)),
            ],
            plots: Vec::new(),
            tables: Vec::new(),
            notes: Vec::new(),
        }
    }
}
