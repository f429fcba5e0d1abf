//! One day of the network, and what it pays.

use hashinsight_mining::reward::{BlockReward, RealizedHashpriceRequest, hashprice, realized_hashprice};
use hashinsight_units::{Amount, Difficulty, Error, Hashrate, MeanAmount, Price, Record, Timestamp};

use crate::modules::event::out_of_range;

/// Blocks of a day by the rule of one block in 600 s.
const BLOCKS_PER_DAY: f64 = 144.0;

/// Basis of the income of miners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum IncomeBasis {
    /// What the rules of the network let a day expect: 144 subsidies, and a hashprice of the subsidy alone at the day's difficulty.
    #[default]
    ExpectedSubsidy,
    /// What the day has paid: its new coins, and its new coins and fees over its hashrate.
    CountedReward,
}

/// A day of the network that is over.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = NetworkDayColumns)]
#[non_exhaustive]
pub struct NetworkDay {
    /// Instant at which the day was over, the first at which it is known, in Unix milliseconds.
    #[record(example = 1_713_657_600_000)]
    pub time_ms: Timestamp,
    /// Price of one bitcoin at the end of the day, in US dollars: above 0.
    #[record(example = 64_940)]
    pub btc_price_usd: Price,
    /// New coins per block at the end of the day, in satoshis.
    #[record(example = 312_500_000)]
    pub subsidy_sat: Amount,
    /// New coins of the day as counted, in satoshis; a part of one is rounded. Absent, NaN in a column: not counted.
    pub issuance_sat: Option<MeanAmount>,
    /// Transaction fees of the day as counted, in satoshis; a part of one is rounded. Absent, NaN in a column: not counted.
    pub fees_sat: Option<MeanAmount>,
    /// Difficulty of the day. Absent, NaN in a column: not observed.
    pub difficulty: Option<Difficulty>,
    /// Mean hashrate of the network on the day, in TH/s, as observed from its blocks. Absent, NaN in a column: not observed.
    pub hashrate_ths: Option<Hashrate>,
}

/// What a day paid.
#[derive(Clone, Copy, Debug)]
pub(super) struct Income {
    /// New coins of the day, in US dollars.
    pub(super) issuance_usd: Option<f64>,
    /// Hashprice, in US dollars per PH/s per day.
    pub(super) hashprice: Option<f64>,
}

impl NetworkDay {
    /// # Errors
    /// `signals.btc_price_usd.out_of_range` for a price of 0; `mining.network_hashrate.out_of_range` for a hashrate too small for one block.
    pub(super) fn income(&self, basis: IncomeBasis) -> Result<Income, Error> {
        let price = self.btc_price_usd;
        if price.get() <= 0.0 {
            return Err(out_of_range("btc_price_usd", price.get(), "above 0, at most 1e12 USD"));
        }
        match basis {
            IncomeBasis::ExpectedSubsidy => {
                let issuance_usd = self.subsidy_sat.to_btc_f64() * BLOCKS_PER_DAY * price.get();
                let reward = BlockReward::new(self.subsidy_sat, MeanAmount::ZERO);
                let of = |difficulty| hashprice(difficulty, reward).to_usd_per_phs_day(price);
                Ok(Income { issuance_usd: Some(issuance_usd), hashprice: self.difficulty.map(of) })
            }
            IncomeBasis::CountedReward => {
                let issuance_usd = self.issuance_sat.map(|issuance| whole(issuance).to_btc_f64() * price.get());
                let hashprice = match (self.issuance_sat, self.fees_sat, self.hashrate_ths) {
                    (Some(issuance), Some(fees), Some(hashrate)) => {
                        let day = RealizedHashpriceRequest::new(hashrate, whole(issuance), whole(fees), price);
                        let paid = realized_hashprice(&day).map_err(|error| error.at("hashrate_ths"))?;
                        Some(paid.hashprice_usd_per_phs_day)
                    }
                    _ => None,
                };
                Ok(Income { issuance_usd, hashprice })
            }
        }
    }
}

/// The nearest whole number of satoshis.
fn whole(amount: MeanAmount) -> Amount {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2.1e15")]
    let sat = (amount.to_sat() + 0.5) as u64;
    Amount::from_sat(sat).unwrap_or_else(|_| unreachable!("a mean of amounts is not above the greatest"))
}
