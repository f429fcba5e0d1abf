//! Rows that a batch cannot use.

use hashinsight_units::{Error, FieldPath};

use crate::error;

/// Rows between two looks at whether one of them is refused.
pub(super) const BLOCK: usize = 1024;

/// What a batch does with a row that a unit refuses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum OnBadRow {
    /// The whole batch is refused with the first fault, by column, then by row.
    #[default]
    Refuse,
    /// The row is marked in the status column and its results are NaN; the other rows are computed.
    Report,
}

/// Whether a row was computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum RowStatus {
    /// Computed.
    #[default]
    Ok,
    /// A unit refused one of its values; the results are NaN.
    Refused,
}

/// One input column: its name, its values, the closed range in which they must lie, and the typed refusal of a value
/// outside.
pub(super) struct Column<'a> {
    pub(super) name: &'static str,
    pub(super) values: &'a [f64],
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) refuse: &'a dyn Fn(f64) -> Result<(), Refusal>,
}

/// Why a value is refused, before the row is known.
pub(super) enum Refusal {
    /// By its unit.
    Unit(Error),
    /// By the mining crate.
    Field { field: &'static str, allowed: &'static str },
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Unit(error)
    }
}

impl Column<'_> {
    pub(super) fn in_range(&self, row: usize) -> bool {
        let value = self.values[row];
        value >= self.low && value <= self.high
    }

    fn first_fault(&self) -> Option<Error> {
        let row = (0..self.values.len()).find(|row| !self.in_range(*row))?;
        let value = self.values[row];
        let path = FieldPath::new(self.name).index(row);
        Some(match (self.refuse)(value) {
            Ok(()) => unreachable!("{path}: the unit takes {value}, which its range refuses"),
            Err(Refusal::Unit(source)) => source.at(path),
            Err(Refusal::Field { field, allowed }) if !value.is_finite() => {
                error::not_finite(field, path, value, allowed)
            }
            Err(Refusal::Field { field, allowed }) => error::out_of_range(field, path, value, allowed),
        })
    }
}

/// The first fault by column, then by row, of columns one of whose rows is out of range.
pub(super) fn first_fault(columns: &[Column<'_>]) -> Error {
    let fault = columns.iter().find_map(Column::first_fault);
    fault.unwrap_or_else(|| unreachable!("a row is out of range, so the search by the same ranges finds it"))
}

/// Every column must be as long as the first.
pub(super) fn check_length(column: &'static str, rows: usize, expected: usize) -> Result<(), Error> {
    if rows == expected { Ok(()) } else { Err(error::column_length(column, rows, expected)) }
}

#[cfg(test)]
mod tests {
    use hashinsight_units::{Amount, Days, Difficulty, Faulty, Fraction, Price};

    use super::{OnBadRow, RowStatus};
    use crate::network::NetworkBasis;
    use crate::profit::{
        FleetBatchParams, FleetColumns, HashpriceBatchParams, HashpriceColumns, ProfitBatchParams, ProfitColumns,
        fleet_batch, hashprice_batch, profit_batch,
    };

    /// What a batch says of one row: its results and status, or the path of the refusal.
    type Said = Result<(Vec<f64>, RowStatus), String>;

    /// Every place at which a range may end, and what lies beside it.
    fn edges() -> Vec<f64> {
        let ends = [0.0, 1.0, 1e3, 1e12, 1e15, 1e24, 36_525.0, Difficulty::MIN.get(), Difficulty::MAX.get(), f64::MAX];
        let around = |end: f64| [end, end.next_up(), end.next_down()];
        let positive: Vec<f64> = ends.into_iter().flat_map(around).collect();
        let signed = positive.iter().flat_map(|end| [*end, -end]);
        signed.chain([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]).collect()
    }

    /// With each number of a good row at each edge: a batch that answers has numbers in every row that it calls good, and
    /// it refuses just those rows that it reports.
    fn walk<const C: usize>(good: [f64; C], run: impl Fn([f64; C], OnBadRow) -> Said) {
        let mut refused = 0;
        for column in 0..C {
            for edge in edges() {
                let mut row = good;
                row[column] = edge;
                let (numbers, status) = run(row, OnBadRow::Report).expect("a bad row is reported");
                assert_eq!(numbers.iter().all(|x| x.is_nan()), status == RowStatus::Refused, "{row:?}: {numbers:?}");
                match run(row, OnBadRow::Refuse) {
                    Ok((_, status)) => assert_eq!(status, RowStatus::Ok, "{row:?}"),
                    Err(path) => assert!(status == RowStatus::Refused && path.ends_with("[0]"), "{row:?}: {path}"),
                }
                refused += u32::from(status == RowStatus::Refused);
            }
        }
        assert!(refused > 10);
    }

    fn network() -> (NetworkBasis, Amount, Fraction) {
        let basis = NetworkBasis::Difficulty(Difficulty::new(1.249e14).unwrap());
        (basis, Amount::from_sat(312_500_000).unwrap(), Fraction::new(0.02).unwrap())
    }

    fn path(error: &crate::Error) -> String {
        error.fault().path().as_str().to_owned()
    }

    #[test]
    fn profit_batch_never_answers_nan_for_a_good_row() {
        let (network_basis, amount, pool_fee) = network();
        walk([200.0, 3500.0, 0.05, 1e5], |[hashrate, power, tariff, price], on_bad_row| {
            let params = ProfitBatchParams {
                network_basis,
                subsidy_sat: amount,
                fees_per_block_sat: amount,
                pool_fee,
                days: Days::new(30.0).unwrap(),
                uptime: None,
                hosting_fee_usd_per_kwh: None,
                maintenance_usd_per_day: None,
                on_bad_row,
            };
            let columns = ProfitColumns {
                hashrate_ths: &[hashrate],
                power_w: &[power],
                power_price_usd_per_kwh: &[tariff],
                btc_price_usd: &[price],
            };
            let table = profit_batch(&columns, &params).map_err(|error| path(&error))?;
            Ok((vec![table.revenue_usd[0], table.power_cost_usd[0], table.net_usd[0]], table.status[0]))
        });
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, reason = "the edges of i64 are wanted, and casts saturate")]
    fn hashprice_batch_never_answers_nan_for_a_good_row() {
        let (_, subsidy_sat, _) = network();
        walk([1.249e14, 5e6, 1e5], |[difficulty, fees, price], on_bad_row| {
            let columns = HashpriceColumns {
                difficulty: &[difficulty],
                fees_per_block_sat: &[if fees.is_nan() { i64::MIN } else { fees as i64 }],
                btc_price_usd: &[price],
            };
            let params = HashpriceBatchParams { subsidy_sat, on_bad_row };
            let table = hashprice_batch(&columns, &params).map_err(|error| path(&error))?;
            Ok((vec![table.hashprice_usd_per_phs_day[0], table.hashprice_sat_per_phs_day[0]], table.status[0]))
        });
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, reason = "the edges of i64 are wanted, and casts saturate")]
    fn fleet_batch_never_answers_nan_for_a_good_row() {
        let (network_basis, amount, pool_fee) = network();
        let good = [100.0, 200.0, 3500.0, 0.05, 3000.0, 0.01, 365.0];
        walk(good, |[count, hashrate, power, tariff, price, decay, age], on_bad_row| {
            let columns = FleetColumns {
                count: &[if count.is_nan() { i64::MIN } else { count as i64 }],
                hashrate_ths: &[hashrate],
                power_w: &[power],
                power_price_usd_per_kwh: &[tariff],
                machine_price_usd: &[price],
                decay_per_month: &[decay],
                age_days: &[age],
            };
            let params = FleetBatchParams {
                network_basis,
                subsidy_sat: amount,
                fees_per_block_sat: amount,
                btc_price_usd: Price::new(1e5).unwrap(),
                pool_fee,
                uptime: None,
                hosting_fee_usd_per_kwh: None,
                cooling_overhead: None,
                on_bad_row,
            };
            let table = fleet_batch(&columns, &params).map_err(|error| path(&error))?;
            Ok((vec![table.hashrate_ths[0], table.revenue_usd_per_day[0], table.net_usd_per_day[0]], table.status[0]))
        });
    }
}
