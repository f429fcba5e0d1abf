//! What one petahash earns per day: on the last day, and on every day of the sample.

use hashinsight::mining::profit::{HashpriceBatchParams, HashpriceColumns, OnBadRow, hashprice_batch};
use hashinsight::mining::reward::{HashpriceRequest, hashprice};
use hashinsight::units::{Date, Fault};
use serde::Serialize;

use crate::refusal::OrFault as _;
use crate::report::Inputs;
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
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Fault> {
        let last = hashprice(&HashpriceRequest {
            network_basis: inputs.network_basis(),
            subsidy_sat: inputs.subsidy,
            fees_per_block_sat: inputs.site.fees_per_block,
            btc_price_usd: inputs.day.close_usd,
        })
        .or_fault()?;
        let difficulty: Vec<f64> = inputs.days.iter().map(|day| day.difficulty.get()).collect();
        let price: Vec<f64> = inputs.days.iter().map(|day| day.close_usd.get()).collect();
        let fees = vec![inputs.site.fees_per_block.to_sat().cast_signed(); inputs.days.len()];
        let columns = HashpriceColumns { difficulty: &difficulty, fees_per_block_sat: &fees, btc_price_usd: &price };
        let params = HashpriceBatchParams { subsidy_sat: inputs.subsidy, on_bad_row: OnBadRow::Refuse };
        let table = hashprice_batch(&columns, &params).or_fault()?;
        Ok(Self {
            usd_per_phs_day: last.hashprice_usd_per_phs_day,
            sat_per_phs_day: last.hashprice_sat_per_phs_day,
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
