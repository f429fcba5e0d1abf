//! A ladder of sell orders: prices further and further away, sizes in whole satoshis.
//!
//! ```text
//! price_i = anchor + unit · i^exponent,   i = 1 ... n
//! size_i  = budget · i / (1 + ... + n)   or   budget / n,   budget = floor(inventory · cap)
//! ```
//!
//! Sizes are rounded by the largest remainder (Hamilton's method), so that they add up to the budget to the satoshi.

use hashinsight_numerics::pow;
use hashinsight_units::{Amount, AssetPrice, Error, Fraction, Order, Record};

/// How a budget is spread over the layers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum LadderSizing {
    /// In proportion to the layer's number: most is sold at the highest price.
    #[default]
    Rising,
    /// The same in each layer.
    Equal,
}

/// Inputs of [`sell_ladder`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SellLadderRequest {
    /// Price above which the layers stand, in quote currency.
    #[record(example = 64_940)]
    pub anchor_price: AssetPrice,
    /// Distance of the first layer from the anchor, in quote currency: `layer_unit` of the module.
    #[record(example = 2_150)]
    pub layer_unit: AssetPrice,
    /// Number of layers.
    #[record(range = 1..=100, default = 5)]
    pub layers: u32,
    /// Exponent by which the distances grow: 1 for equal steps.
    #[record(range = 0.1..=5.0, default = 1.2)]
    pub exponent: f64,
    /// How the budget is spread over the layers.
    #[record(default = LadderSizing::Rising)]
    pub sizing: LadderSizing,
    /// Inventory, in satoshis.
    #[record(example = 1_000_000_000)]
    pub inventory_sat: Amount,
    /// Part of the inventory that the ladder may sell in all.
    #[record(default = Fraction::constant(0.25))]
    pub cap: Fraction,
}

/// One layer of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SellLayer {
    /// Price of the layer's order, in quote currency.
    pub price: f64,
    /// Size of the layer's order, in satoshis.
    pub size_sat: Amount,
}

/// Result of [`sell_ladder`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SellLadderReport {
    /// Layers, from the nearest.
    pub layers: Vec<SellLayer>,
    /// Sum of the layers' sizes, in satoshis: the budget.
    pub total_sat: Amount,
    /// Inventory that is left once every layer is sold, in satoshis.
    pub kept_sat: Amount,
}

/// Price of a layer.
pub(super) fn layer_price(anchor: f64, unit: f64, layer: u32, exponent: f64) -> f64 {
    anchor + unit * pow(f64::from(layer), exponent)
}

/// A ladder of sell orders that never sells more than its cap.
///
/// ```
/// use hashinsight_signals::modules::layers::{SellLadderRequest, sell_ladder};
/// use hashinsight_units::{Amount, AssetPrice, Fraction};
/// let (anchor, unit) = (AssetPrice::constant(60_000.0), AssetPrice::constant(2_000.0));
/// let request = SellLadderRequest::new(anchor, unit, Amount::constant(1_000)).layers(3).exponent(1.0).cap(Fraction::constant(0.1));
/// let ladder = sell_ladder(&request)?;
/// let layers: Vec<_> = ladder.layers.iter().map(|layer| (layer.price, layer.size_sat.to_sat())).collect();
/// assert_eq!(layers, [(62_000.0, 17), (64_000.0, 33), (66_000.0, 50)]);
/// assert_eq!(ladder.kept_sat.to_sat(), 900);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.layers.out_of_range`, `signals.exponent.out_of_range`.
pub fn sell_ladder(request: &SellLadderRequest) -> Result<SellLadderReport, Error> {
    request.check()?;
    let inventory = request.inventory_sat.to_sat();
    let budget = part_of(inventory, request.cap);
    let weight = |layer: u32| if request.sizing == LadderSizing::Rising { u64::from(layer) } else { 1 };
    let whole: u64 = (1..=request.layers).map(weight).sum();
    // At most 2.1e15 times 100: far from 2^64.
    let share = |layer: u32| (budget * weight(layer) / whole, budget * weight(layer) % whole);
    let mut sizes: Vec<u64> = (1..=request.layers).map(|layer| share(layer).0).collect();
    let mut order: Vec<u32> = (1..=request.layers).collect();
    order.order_by_key(|layer| (std::cmp::Reverse(share(*layer).1), *layer));
    let left = budget - sizes.iter().sum::<u64>();
    for (_, layer) in (0..left).zip(order) {
        sizes[layer as usize - 1] += 1;
    }
    let layers = (1..=request.layers).zip(sizes).map(|(layer, size)| {
        let price = layer_price(request.anchor_price.get(), request.layer_unit.get(), layer, request.exponent);
        Ok(SellLayer { price, size_sat: Amount::from_sat(size)? })
    });
    let layers = layers.collect::<Result<_, Error>>()?;
    Ok(SellLadderReport {
        layers,
        total_sat: Amount::from_sat(budget)?,
        kept_sat: Amount::from_sat(inventory - budget)?,
    })
}

/// `floor(amount · fraction)`, exact: a fraction is a whole number of `2^-(1074)` at most, and of `2^-k` for what it has digits.
fn part_of(amount: u64, fraction: Fraction) -> u64 {
    let bits = fraction.get().to_bits();
    let (exponent, digits) = (bits >> 52, bits & ((1 << 52) - 1));
    if exponent == 0 {
        return 0; // below 1e-307: no satoshi of all coins
    }
    let product = u128::from(amount) * u128::from(digits | 1 << 52);
    // The fraction is digits · 2^(exponent - 1075), at most 1: the shift is 52 or more.
    let shift = 1075 - exponent;
    u64::try_from(if shift < 128 { product >> shift } else { 0 }).unwrap_or_else(|_| unreachable!("at most the amount"))
}
