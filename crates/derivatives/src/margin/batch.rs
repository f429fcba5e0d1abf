//! Liquidation prices by the column.

use hashinsight_units::columns::{Columns, OnBadRow, RowStatus, rows};
use hashinsight_units::{AssetPrice, At, Collateral, Error, Fraction, Quantity, Record};

use super::solve::Exposure;
use super::{ContractKind, MaintenanceSchedule, Side, Venue};
use crate::refuse::{Plain, refuse, unsupported};

/// Parameters of [`liquidation_batch`], shared by all rows.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LiquidationBatchParams {
    /// Venue whose rules apply.
    #[record(example = "binance_usdm")]
    pub venue: Venue,
    /// Kind of the contracts: linear or inverse.
    #[record(example = "linear")]
    pub contract: ContractKind,
    /// Maintenance margin by size.
    pub maintenance: MaintenanceSchedule,
    /// Fee for closing, as a fraction of the notional; with the greatest maintenance rate below 1.
    #[record(default = Fraction::ZERO)]
    pub close_fee_rate: Fraction,
    /// Treatment of rows that cannot be used.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`liquidation_batch`]: an isolated position.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = LiquidationColumns)]
#[non_exhaustive]
pub struct LiquidationRow {
    /// Side of the position: long or short.
    pub side: Side,
    /// Size of the position: units of base (linear) or contracts of one quote unit (inverse).
    pub quantity: Quantity,
    /// Average entry price, in quote currency.
    pub entry_price: AssetPrice,
    /// Margin of the position less the funding paid so far, in margin currency.
    pub margin: Collateral,
}

/// Result of one row of [`liquidation_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = LiquidationTable)]
#[non_exhaustive]
pub struct LiquidationLine {
    /// Liquidation price, in quote currency; NaN with status `never` or `every`.
    pub liquidation_price: f64,
    /// Bankruptcy price, in quote currency: equity pays the closing fee and nothing else. NaN where it never does.
    pub bankruptcy_price: f64,
    /// State of the row: `ok`, `never`, `every` or `refused`.
    pub status: RowStatus,
}

/// [`liquidation`](super::liquidation) for isolated positions, to the same bits.
///
/// ```
/// use hashinsight_derivatives::margin::{
///     ContractKind, LiquidationBatchParams, LiquidationColumns, MaintenanceSchedule, Side, Venue, liquidation_batch,
/// };
/// use hashinsight_units::columns::RowStatus;
/// use hashinsight_units::{Collateral, Fraction};
/// let maintenance = MaintenanceSchedule::Flat { rate: Fraction::new(0.0065)?, deduction: Collateral::new(950.0)? };
/// let params = LiquidationBatchParams::new(Venue::BinanceUsdm, ContractKind::Linear, maintenance);
/// let columns = LiquidationColumns {
///     side: &[Side::Long, Side::Long],
///     quantity: &[51.0, 20.0],
///     entry_price: &[60_000.0, 60_000.0],
///     margin: &[153_000.0, 1_200_000.0],
/// };
/// let table = liquidation_batch(&columns, &params)?;
/// assert_eq!(format!("{:.2}", table.liquidation_price[0]), "57354.17");
/// assert_eq!(table.status, [RowStatus::Ok, RowStatus::Never]); // the second is paid in full
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`liquidation`](super::liquidation), but for `derivatives.quantity.out_of_range` of a row that a flat deduction does not fit or whose
/// notional the table does not reach; a refused value of row 17 stands at `quantity[17]`. `derivatives.<column>.length` where columns
/// differ in length.
pub fn liquidation_batch(
    columns: &LiquidationColumns<'_>,
    params: &LiquidationBatchParams,
) -> Result<LiquidationTable, Error> {
    let fee = super::liquidation::check_rates(&params.maintenance, params.close_fee_rate)?;
    let (kind, venue) = (params.contract, params.venue);
    venue.check_contract(kind)?;
    params.maintenance.check_venue(venue).at("maintenance")?;
    if !venue.isolates() {
        return Err(unsupported("venue", "a venue without isolated margin", "a venue with margin of each position"));
    }
    let (mut done, mut fault) = (0, None);
    let kernel = |part: LiquidationColumns<'_>, out: LiquidationTablePart<'_>| {
        for row in 0..out.status.len() {
            let (quantity, entry) = (part.quantity[row], part.entry_price[row]);
            let exposure = Exposure {
                available: part.margin[row] + 0.0,
                other_requirement: 0.0,
                orientation: kind.orientation(part.side[row]),
                quantity,
                entry: kind.unit_value(entry),
                entry_notional: kind.notional(quantity, entry),
                fee,
                in_coins: kind == ContractKind::Linear,
            };
            let level =
                exposure.solve(&params.maintenance, venue, 1.0, exposure.entry).and_then(|(v, _)| kind.price(v));
            out.liquidation_price[row] = level.unwrap_or(f64::NAN);
            out.bankruptcy_price[row] = kind.price(exposure.bankruptcy(fee)).unwrap_or(f64::NAN);
            out.status[row] =
                if level.is_some() { RowStatus::Ok } else { exposure.without_level(&params.maintenance, venue) };
            if part.row_holds(row)
                && let Some(allowed) = misfit(&exposure, params)
            {
                (out.liquidation_price[row], out.bankruptcy_price[row]) = (f64::NAN, f64::NAN);
                out.status[row] = RowStatus::Refused;
                fault.get_or_insert_with(|| refuse("quantity", quantity, allowed).in_row(done + row));
            }
        }
        done += out.status.len();
    };
    let table = rows::<_, LiquidationTable>(*columns, params.on_bad_row, kernel)?;
    match (params.on_bad_row, fault) {
        (OnBadRow::Refuse, Some(error)) => Err(error),
        _ => Ok(table),
    }
}

/// What would fit the schedule, which is all rows', if a row's size does not.
fn misfit(exposure: &Exposure, params: &LiquidationBatchParams) -> Option<String> {
    if params.maintenance.is_beyond(exposure.entry_notional) {
        let cap = Plain(params.maintenance.greatest_notional());
        return Some(format!("a notional of at most {cap}, the last notional_cap of the tiers"));
    }
    let fits = exposure.check_deduction(&params.maintenance, params.venue, exposure.entry).is_ok();
    (!fits).then(|| "a size whose maintenance margin is not below 0 and covers the closing fee".to_owned())
}
