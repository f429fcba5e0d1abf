//! Products: what an insurer offers, as data.

use hashinsight_market::Interval;
use hashinsight_units::json::Told;
use hashinsight_units::record::Word;
use hashinsight_units::{At, Decimal, Error, Money, Problem, Ratio, Record};

use super::{Basis, Cover, CoveredSum, PerilKind};
use crate::refuse::{refuse, tell};

/// Price of a product: a figure, or the rule of the quote.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
pub enum ProductPrice {
    /// Price before tax, whatever is covered. A quote declines where it does not pay for the risk.
    Fixed(Money),
    /// Price of the quote.
    Quoted,
}

/// Product that an insurer offers.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Product {
    /// Identifier of the product; each only once.
    #[record(example = "liquidation-half")]
    pub id: String,
    /// Name of the product.
    #[record(example = "Liquidation cover")]
    pub name: String,
    /// Description of the product, for its buyers.
    #[record(example = "Half of the margin of a position that is liquidated.")]
    pub description: String,
    /// Level of the coverage in the words of the insurer.
    #[record(example = "Fundamental")]
    pub coverage: String,
    /// Peril that the product insures.
    #[record(example = "liquidation")]
    pub peril: PerilKind,
    /// Price of the product.
    pub price: ProductPrice,
    /// Sum that is insured. Absent: each cover names its own.
    pub sum: Option<CoveredSum>,
    /// What a claim is paid by. Absent: each cover names it.
    pub basis: Option<Basis>,
    /// Greatest leverage that is insured. Absent: any.
    pub most_leverage: Option<Ratio>,
    /// Shortest period, in milliseconds. Absent: any.
    pub shortest_ms: Option<Interval>,
    /// Longest period, in milliseconds. Absent: any.
    pub longest_ms: Option<Interval>,
}

impl Product {
    /// Whether a cover is one of this product.
    ///
    /// # Errors
    /// `insurance.product.unknown` for a cover of another product, `insurance.peril.unsupported`, `sum` and `basis` for terms that are not the
    /// product's, `expires_ms` for a period and `leverage` for a leverage that it does not have.
    pub fn admits(&self, cover: &Cover) -> Result<(), Error> {
        if cover.product.as_deref() != Some(self.id.as_str()) {
            let got = cover.product.as_deref().unwrap_or("");
            return Err(tell("product", Problem::Unknown, got, self.id.as_str()));
        }
        if cover.peril.kind() != self.peril {
            let allowed = format!("{}, the peril of the product", self.peril.word());
            return Err(tell("peril", Problem::Unsupported, cover.peril.name(), allowed));
        }
        let terms = &cover.terms;
        if let Some(sum) = self.sum.filter(|sum| *sum != terms.sum) {
            let (got, allowed) = (terms.sum.to_string(), format!("{sum}, the sum of the product"));
            return Err(tell("sum", Problem::Unsupported, got, allowed)).at("terms");
        }
        if let Some(basis) = self.basis.filter(|basis| *basis != terms.basis) {
            let (got, allowed) = (terms.basis.word(), format!("{}, the basis of the product", basis.word()));
            return Err(tell("basis", Problem::Unsupported, got, allowed)).at("terms");
        }
        let period = terms.expires_ms.to_ms() - terms.starts_ms.to_ms();
        let shortest = self.shortest_ms.map_or(0, Interval::to_ms);
        let longest = self.longest_ms.map_or(i64::MAX, Interval::to_ms);
        if !(shortest..=longest).contains(&period) {
            let allowed = format!("{shortest} to {longest} ms after the beginning");
            return Err(tell("expires_ms", Problem::OutOfRange, terms.expires_ms.to_ms(), allowed)).at("terms");
        }
        match (cover.account.leverage(), self.most_leverage.map(Ratio::get)) {
            (Some(leverage), Some(most)) if leverage > most => {
                Err(refuse("leverage", leverage, format!("at most {}", Told(most)))).at("account")
            }
            _ => Ok(()),
        }
    }
}

/// Sample products: the two of the document that this room began with ("Insurance Type A", extensive at 100 and fundamental at 50; it names
/// neither currency nor coverage fraction, so the currency is that of its wallet, and each cover names its own sum), and one for each way of
/// quoting.
///
/// ```
/// use hashinsight_insurance::cover::{ProductPrice, sample_products};
/// let products = sample_products();
/// assert_eq!((products[0].coverage.as_str(), products[1].coverage.as_str()), ("Extensive", "Fundamental"));
/// assert_eq!(products[0].price, ProductPrice::Fixed("100 USDT".parse()?));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "constants")]
pub fn sample_products() -> Vec<Product> {
    let usdt = "USDT".parse().expect("a currency");
    let fixed = |amount: i64| ProductPrice::Fixed(Money::new(Decimal::from(amount), usdt));
    let of = |id: &str, name: &str, description: &str, coverage: &str, peril, price| {
        Product::new(id.into(), name.into(), description.into(), coverage.into(), peril, price)
    };
    let half = CoveredSum::Fraction { of_loss: Decimal::new(5, 1) };
    let (day, week) = (Interval::DAY, Interval::from_ms(7 * 86_400_000).expect("a week"));
    let twenty = Ratio::new(20.0).expect("a ratio");
    let type_a = |id, coverage, price| {
        of(id, "Insurance Type A", "Liquidation of one perpetual order.", coverage, PerilKind::Liquidation, price)
    };
    vec![
        type_a("type-a-extensive", "Extensive", fixed(100)),
        type_a("type-a-fundamental", "Fundamental", fixed(50)),
        of(
            "liquidation-half",
            "Liquidation cover",
            "Half of the margin of a position that is liquidated within the period.",
            "Half",
            PerilKind::Liquidation,
            ProductPrice::Quoted,
        )
        .sum(half)
        .basis(Basis::Indemnity)
        .most_leverage(twenty)
        .shortest_ms(day)
        .longest_ms(week),
        of(
            "exchange-default",
            "Exchange default cover",
            "Part of a balance with an exchange that fails.",
            "By agreement",
            PerilKind::ExchangeDefault,
            ProductPrice::Quoted,
        ),
    ]
}

/// Inputs of [`products`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ProductsRequest {
    /// Peril that the products insure. Absent: all products.
    pub peril: Option<PerilKind>,
}

/// Result of [`products`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ProductsReport {
    /// Products, as they can be sent with a quote.
    pub products: Vec<Product>,
}

/// The sample products, all or those of a peril.
pub fn products(request: &ProductsRequest) -> ProductsReport {
    let wanted = |product: &Product| request.peril.is_none_or(|peril| peril == product.peril);
    ProductsReport { products: sample_products().into_iter().filter(wanted).collect() }
}
