//! Liquidation prices by the column.

use hashinsight_units::{Fraction, wire};

use super::bankruptcy::bankruptcy;
use super::solve::{Exposure, price};
use super::{ContractKind, MaintenanceSchedule, Side, Venue};
use crate::batch::{BadRows, Column, RowState, table};
use crate::{AssetPrice, Collateral, DerivativesError, PriceLevel, Quantity};

/// What all rows of [`liquidation_batch`] share; the fields mean what they mean in [`LiquidationRequest`](super::LiquidationRequest).
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LiquidationBatchParams {
    /// Whose rules apply.
    pub venue: Venue,
    /// Linear or inverse.
    pub contract: ContractKind,
    /// Maintenance margin by size.
    pub maintenance: MaintenanceSchedule,
    /// Fee for closing, as a fraction of the notional. Absent: none.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub close_fee_rate: Option<Fraction>,
    /// What to do with a row that cannot be used. Absent: refuse the batch.
    #[serde(default)]
    pub on_bad_row: BadRows,
}

/// The columns of [`liquidation_batch`], all of one length: isolated positions.
#[derive(Clone, Copy, Debug)]
pub struct LiquidationColumns<'a> {
    /// 1 for long, -1 for short.
    pub side: &'a [f64],
    /// Units of base (linear) or contracts of one quote unit (inverse).
    pub quantity: &'a [f64],
    /// Average entry price.
    pub entry_price: &'a [f64],
    /// Margin of the position less the funding paid so far, in margin currency.
    pub margin: &'a [f64],
}

/// The answer of [`liquidation_batch`], as columns.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct LiquidationTable {
    /// Where the position is liquidated; NaN with status `never`.
    pub liquidation_price: Vec<f64>,
    /// Where equity pays the closing fee and nothing else; NaN where it never does.
    pub bankruptcy_price: Vec<f64>,
    /// What became of the row.
    pub status: Vec<RowState>,
}

/// [`liquidation`](super::liquidation) for isolated positions, to the same bits.
///
/// ```
/// use hashinsight_derivatives::margin::{
///     ContractKind, LiquidationBatchParams, LiquidationColumns, MaintenanceSchedule, Venue, binance_btcusdt,
///     liquidation_batch,
/// };
/// use hashinsight_derivatives::{BadRows, RowState};
/// let params = LiquidationBatchParams {
///     venue: Venue::BinanceUsdm,
///     contract: ContractKind::Linear,
///     maintenance: MaintenanceSchedule::Tiers(binance_btcusdt()?),
///     close_fee_rate: None,
///     on_bad_row: BadRows::Refuse,
/// };
/// let columns = LiquidationColumns {
///     side: &[1.0, 1.0],
///     quantity: &[51.0, 1.0],
///     entry_price: &[60_000.0, 60_000.0],
///     margin: &[153_000.0, 60_000.0],
/// };
/// let table = liquidation_batch(&columns, &params)?;
/// assert_eq!(format!("{:.2}", table.liquidation_price[0]), "57354.17");
/// assert_eq!(table.status, [RowState::Ok, RowState::Never]); // the second is paid in full
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// As [`liquidation`](super::liquidation); a refused value of row 17 stands at `quantity[17]`. `derivatives.<column>.length` where columns
/// differ in length.
pub fn liquidation_batch(
    columns: &LiquidationColumns<'_>,
    params: &LiquidationBatchParams,
) -> Result<LiquidationTable, DerivativesError> {
    let fee = super::liquidation::check_rates(&params.maintenance, params.close_fee_rate)?;
    let kind = params.contract;
    let inputs = [
        Column::of_signs("side", columns.side),
        Column::of::<Quantity>("quantity", columns.quantity),
        Column::of::<AssetPrice>("entry_price", columns.entry_price),
        Column::of::<Collateral>("margin", columns.margin),
    ];
    let kernel = |inputs: [&[f64]; 4], [liquidation, bankrupt]: [&mut [f64]; 2], states: &mut [RowState]| {
        for (row, state) in states.iter_mut().enumerate() {
            let [side, quantity, entry, margin] = inputs.map(|column| column[row]);
            let side = if side > 0.0 { Side::Long } else { Side::Short };
            let exposure = Exposure {
                available: margin + 0.0,
                other_requirement: 0.0,
                orientation: kind.orientation(side),
                quantity,
                entry: kind.unit_value(entry),
                entry_notional: kind.notional(quantity, entry),
                fee,
            };
            let found = exposure.solve(&params.maintenance, params.venue, 1.0).and_then(|(v, _)| price(kind, v));
            let level = found.map_or(PriceLevel::Never, PriceLevel::of).price();
            *state = if level.is_some() { RowState::Ok } else { RowState::Never };
            liquidation[row] = level.unwrap_or(f64::NAN);
            bankrupt[row] = bankruptcy(kind, &exposure).price().unwrap_or(f64::NAN);
        }
    };
    let ([liquidation_price, bankruptcy_price], status) = table(&inputs, params.on_bad_row, kernel)?;
    Ok(LiquidationTable { liquidation_price, bankruptcy_price, status })
}
