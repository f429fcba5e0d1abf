//! Interval by interval, what hashrate earns and what power costs.

use hashinsight_units::{At, Error, Hashprice, Record};

use crate::error;
use crate::tariff::Terms;

/// Hashprice of a span.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum HashpriceCurve {
    /// One hashprice for every hour, in USD/PH/day.
    #[record(example = 45.0)]
    ConstantUsdPerPhsDay(Hashprice),
    /// One hashprice for each hour of the span, in USD/PH/day.
    HourlyUsdPerPhsDay(Vec<Hashprice>),
}

impl HashpriceCurve {
    /// The hashprice of each interval, so many of which are an hour.
    pub(super) fn intervals(&self, hours: u32, per_hour: u32) -> Result<Vec<f64>, Error> {
        match self {
            Self::ConstantUsdPerPhsDay(hashprice) => Ok(vec![hashprice.get(); (hours * per_hour) as usize]),
            Self::HourlyUsdPerPhsDay(hourly) if hourly.len() == hours as usize => {
                let each = |hashprice: &Hashprice| std::iter::repeat_n(hashprice.get(), per_hour as usize);
                Ok(hourly.iter().flat_map(each).collect())
            }
            Self::HourlyUsdPerPhsDay(hourly) => {
                let (path, allowed) = ("hourly_usd_per_phs_day", "one hashprice per hour of the span");
                Err(error::list_length("hashprice", path, hourly.len(), allowed)).at("hashprice")
            }
        }
    }
}

/// What an interval is decided by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HourPrice {
    /// In USD/PH/day, before the pool's fee.
    pub(super) hashprice: f64,
    pub(super) usd_per_kwh: f64,
}

/// Interval by interval, what is given.
#[derive(Clone)]
pub(super) struct Hours {
    pub(super) hashprice: Vec<f64>,
    pub(super) price: Vec<f64>,
}

impl Hours {
    /// At what an interval costs by itself: its price, and its coincident peaks.
    pub(super) fn with_coincident(&self, terms: &Terms) -> Self {
        let mut cost = self.clone();
        for (interval, usd_per_kw) in &terms.coincident {
            cost.price[*interval] += usd_per_kw / terms.grid.hours_each();
        }
        cost
    }

    /// Hashprice and price of each interval.
    pub(super) fn iter(&self) -> impl Iterator<Item = HourPrice> {
        let both = self.hashprice.iter().zip(&self.price);
        both.map(|(hashprice, price)| HourPrice { hashprice: *hashprice, usd_per_kwh: *price })
    }
}
