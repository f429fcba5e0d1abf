//! Layers: what lies between a retention and a limit.
//!
//! ```text
//! E[min((X - r)+, l)] = LEV(r + l) - LEV(r),      LEV(d) = E[min(X, d)]
//! ```
//!
//! A quota share pays its part of each loss, and of the mean. (Klugman, Panjer and Willmot 2019, chapter 8.)

use hashinsight_units::{At, Error, Fraction, Outcome, Record};

use super::Severity;
use crate::refuse::within;

/// Part of each loss that a contract pays: what exceeds the retention, up to the limit, times the share.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Layer {
    /// Amount of each loss that is kept before the layer pays, in units of currency.
    #[record(default = 0.0)]
    pub retention: f64,
    /// Greatest payment for a loss before the share, in units of currency. Absent: without limit.
    pub limit: Option<f64>,
    /// Fraction of the layer that the contract pays.
    #[record(default = Fraction::ONE)]
    pub share: Fraction,
}

impl Layer {
    fn check(&self) -> Result<(), Error> {
        within("retention", self.retention, 0.0, 1e18)?;
        self.limit.map_or(Ok(()), |limit| within("limit", limit, 0.0, 1e18).map(drop))
    }

    /// Payment for a loss, in units of currency.
    ///
    /// ```
    /// use hashinsight_insurance::actuarial::Layer;
    /// use hashinsight_units::Fraction;
    /// let layer = Layer::new().retention(250.0).limit(500.0).share(Fraction::new(0.8)?);
    /// assert_eq!([200.0, 350.0, 2000.0].map(|loss| layer.payment(loss)), [0.0, 80.0, 400.0]);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn payment(&self, loss: f64) -> f64 {
        let excess = loss - self.retention;
        let excess = if excess > 0.0 { excess } else { 0.0 };
        self.share.get() * self.limit.map_or(excess, |limit| if excess < limit { excess } else { limit })
    }
}

/// Inputs of [`layers`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LayersRequest {
    /// Distribution of a loss.
    pub severity: Severity,
    /// Layers that are asked for.
    pub layers: Vec<Layer>,
}

/// Cost of one layer.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LayerCost {
    /// Mean payment per loss, in units of currency; `unbounded` without limit where the mean loss is.
    pub mean_per_loss: Outcome,
    /// Mean payment per loss that reaches the layer; `undefined` where none does.
    pub mean_per_payment: Outcome,
    /// Probability that a loss reaches the layer.
    pub payment_probability: f64,
}

/// Result of [`layers`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LayersReport {
    /// Mean of the whole loss, in units of currency.
    pub mean: Outcome,
    /// Costs of the layers, in the order of the request.
    pub layers: Vec<LayerCost>,
}

/// What each layer of a loss costs on average: excess of loss, and quota share by its share.
///
/// ```
/// use hashinsight_insurance::actuarial::{Layer, LayersRequest, LognormalLoss, Severity, layers};
/// let loss = Severity::Lognormal(LognormalLoss::new(5.0, 1.2));
/// let report = layers(&LayersRequest::new(loss, vec![Layer::new().retention(250.0).limit(250.0)]))?;
/// assert_eq!(format!("{:.6}", report.layers[0].mean_per_loss.value().unwrap()), "56.927168");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Severity::check`]; `insurance.retention.out_of_range` and `limit` outside 0 to 1e18.
pub fn layers(request: &LayersRequest) -> Result<LayersReport, Error> {
    let severity = &request.severity;
    severity.check().at("severity")?;
    let mean = severity.moments().0;
    let cost = |layer: &Layer| {
        layer.check()?;
        let payment_probability = severity.survival(layer.retention);
        let (from, to) = (layer.retention, layer.limit.map(|limit| layer.retention + limit));
        // Where few losses reach the layer its cost comes of the excess, which is as small.
        let excess = |amount: f64| if payment_probability < 0.5 { severity.excess(amount) } else { None };
        let cost = match (excess(from), to, to.and_then(excess)) {
            (Some(near), Some(_), Some(far)) => near - far,
            (Some(near), None, _) => near,
            (_, Some(to), _) => severity.limited(to) - severity.limited(from),
            (None, None, _) => mean - severity.limited(from),
        };
        // Rounding may not make a payment negative.
        let cost = if cost > 0.0 { layer.share.get() * cost } else { 0.0 };
        let mean_per_payment = if payment_probability > 0.0 {
            Outcome::of(cost / payment_probability)
        } else {
            Outcome::Undefined { reason: "no loss reaches the layer" }
        };
        Ok::<_, Error>(LayerCost { mean_per_loss: Outcome::of(cost), mean_per_payment, payment_probability })
    };
    let costs = request.layers.iter().enumerate().map(|(index, layer)| cost(layer).index(index).at("layers"));
    Ok(LayersReport { mean: Outcome::of(mean), layers: costs.collect::<Result<_, Error>>()? })
}

/// Limited expected values `E[min(X, d)]` of a loss at several limits, in units of currency.
///
/// ```
/// use hashinsight_insurance::actuarial::{ExponentialLoss, Severity, limited_expected_values};
/// let loss = Severity::Exponential(ExponentialLoss::new(1.0));
/// assert_eq!(limited_expected_values(&loss, &[0.0, 1e9])?, [0.0, 1.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Severity::limited_expected_value`], with the place in `limits`.
pub fn limited_expected_values(severity: &Severity, limits: &[f64]) -> Result<Vec<f64>, Error> {
    let values = limits.iter().enumerate().map(|(index, limit)| severity.limited_expected_value(*limit).index(index));
    values.collect()
}
