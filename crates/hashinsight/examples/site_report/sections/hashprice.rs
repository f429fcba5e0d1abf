//! What one petahash earns per day: on the last day, and on every day of the sample.

use hashinsight::mining::reward::{HashpriceBatchParams, HashpriceColumns, hashprice, hashprice_batch};
use hashinsight::units::{Date, Error};
use serde::Serialize;

use crate::inputs::Inputs;
use crate::view::{Plot, View, grouped};

/// Hashprice at the assumed fees.
#[derive(Debug, Serialize)]
pub(crate) struct Hashprice {
    /// USD per PH/s per day on the last day.
    usd_per_phs_day: f64,
    /// Satoshis per PH/s per day on the last day.
    sat_per_phs_day: f64,
    /// All days of the sample.
    days: Days,
}

/// One row per day.
#[derive(Debug, Serialize)]
struct Days {
    date: Vec<Date>,
    usd_per_phs_day: Vec<f64>,
}

impl Hashprice {
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Error> {
        let last = hashprice(inputs.day.difficulty, inputs.reward());
        let difficulty: Vec<f64> = inputs.days.iter().map(|day| day.difficulty.get()).collect();
        let price: Vec<f64> = inputs.days.iter().map(|day| day.close_usd.get()).collect();
        let fees = vec![inputs.site.fees_per_block.to_sat() as f64; inputs.days.len()];
        let columns = HashpriceColumns { difficulty: &difficulty, fees_per_block_sat: &fees, btc_price_usd: &price };
        let params = HashpriceBatchParams::new(inputs.subsidy);
        let table = hashprice_batch(&columns, &params)?;
        Ok(Self {
            usd_per_phs_day: last.to_usd_per_phs_day(inputs.day.close_usd),
            sat_per_phs_day: last.to_sat_per_phs_day(),
            days: Days {
                date: inputs.days.iter().map(|day| day.date).collect(),
                usd_per_phs_day: table.hashprice_usd_per_phs_day,
            },
        })
    }

    pub(crate) fn view(&self) -> View {
        let Self { usd_per_phs_day: usd, sat_per_phs_day: sat, days } = self;
        let values = &days.usd_per_phs_day;
        let by_value = |(_, a): &(&Date, &f64), (_, b): &(&Date, &f64)| a.total_cmp(b);
        let rows = || days.date.iter().zip(values);
        let extreme = |row: Option<(&Date, &f64)>| {
            row.map_or_else(String::new, |(date, value)| format!("{} on {date}", grouped(*value, 2)))
        };
        View {
            title: "Hashprice",
            facts: vec![
                ("hashprice", format!("{} USD/PH/day", grouped(*usd, 2))),
                ("in bitcoin", format!("{} sat/PH/day", grouped(*sat, 0))),
                ("lowest of the sample", extreme(rows().min_by(by_value))),
                ("highest", extreme(rows().max_by(by_value))),
            ],
            plots: vec![Plot::Days {
                title: "Hashprice in USD/PH/day, at the price and difficulty of each day and the assumed fees"
                    .to_owned(),
                unit: "USD/PH/day",
                days: days.date.clone(),
                values: values.clone(),
            }],
            tables: Vec::new(),
            notes: Vec::new(),
        }
    }
}
