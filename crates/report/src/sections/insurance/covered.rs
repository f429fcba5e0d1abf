//! The quote of a cover for the hedge of the site, by its own period and by others.

use hashinsight_derivatives::estimation::{
    FitJumpsReport, FitJumpsRequest, RealizedVolatilityRequest, fit_jumps, realized_volatility,
};
use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Venue};
use hashinsight_derivatives::pricing::MertonJumps;
use hashinsight_insurance::actuarial::PremiumPrinciple;
use hashinsight_insurance::cover::{
    Basis, Cover, CoveredAccount, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
};
use hashinsight_insurance::quote::{
    GbmModel, Loadings, MertonModel, PriceModel, Quote, QuoteMarket, QuoteRequest, quote,
};
use hashinsight_numerics::ln_ratio;
use hashinsight_units::{
    AssetPrice, At, Collateral, Currency, Decimal, Error, Fraction, Intensity, LogMove, MS_PER_DAY, Quantity, Rate,
    Timestamp, Volatility, Years,
};

use crate::known::{Day, Known};
use crate::request::{SiteHedge, Written};

/// Days by which the volatility is estimated, and fewest that will do.
const WINDOW: usize = 90;
const FEWEST: usize = 30;
/// Days to which jumps are fitted, and fewest that will do.
const FITTED: usize = 365;
const FEWEST_FITTED: usize = 200;
/// Seed of the paths with jumps.
const SEED: u64 = 2026;
/// Days of the other periods that are quoted.
const PERIODS: [u32; 5] = [1, 3, 7, 14, 30];

/// A hedge, and what its cover costs.
pub(crate) struct Covered {
    pub(super) position: CoveredPosition,
    pub(super) spot: AssetPrice,
    pub(super) volatility: Volatility,
    pub(super) margin: f64,
    /// The quote that is asked for.
    pub(crate) quote: Quote,
    /// Quotes of other periods, by days.
    pub(super) by_days: Vec<(u32, Quote)>,
}

impl Covered {
    /// Absent: the document has no hedge, or too few days are known for a volatility.
    pub(crate) fn of(known: &Known<'_>) -> Result<Option<Self>, Error> {
        let Some(hedge) = &known.site.hedge else { return Ok(None) };
        let made = || {
            let Some(volatility) = volatility(known, hedge)? else { return Ok::<_, Error>(None) };
            let spot = AssetPrice::new(known.day().close_usd.get())?;
            let entry = hedge.entry.map_or(Ok(spot), |entry| AssetPrice::new(entry.get().get())).at("entry")?;
            let margin = hedge.margin.get().get().to_usd_f64();
            let position = position(hedge, spot, entry, margin)?;
            let ask = |days: u32, models: Vec<PriceModel>| -> Result<Quote, Error> {
                let starts = known.midnight()?;
                let expires = Timestamp::from_ms(starts.to_ms() + i64::from(days) * MS_PER_DAY)?;
                let sum = CoveredSum::Fraction { of_loss: decimal(hedge.covered) };
                let terms = Terms::new(starts, expires, sum, Basis::Indemnity, Currency::USD);
                let trigger = PriceTrigger::new("site".parse()?, position.instrument, PriceKind::Mark);
                let account = CoveredAccount::Position(position.clone());
                let cover = Cover::new("HEDGE".parse()?, account, Peril::Liquidation(trigger), terms);
                let rate = Rate::new(hedge.rate.get().within("rate", -50.0, 100.0)?)?;
                let market = QuoteMarket::new(starts, spot, rate);
                let model = PriceModel::Gbm(GbmModel::new(volatility));
                let principle = PremiumPrinciple::StandardDeviation(hedge.risk_loading.get().get());
                let loadings = Loadings::new(principle).expense(decimal(hedge.expenses));
                quote(&QuoteRequest::new(cover, market, model, loadings).models(models))
            };
            let quote = ask(hedge.days, jumps(known)?)?;
            let by_days = PERIODS.into_iter().map(|days| Ok((days, ask(days, Vec::new())?)));
            let by_days = by_days.collect::<Result<_, Error>>()?;
            Ok(Some(Self { position, spot, volatility, margin, quote, by_days }))
        };
        made().at("hedge")
    }
}

/// A percentage as it was written.
fn decimal(share: Written<Fraction>) -> Decimal {
    let text = share.get().get().to_string();
    text.parse().unwrap_or_else(|_| unreachable!("a fraction is a number"))
}

fn position(hedge: &SiteHedge, spot: AssetPrice, entry: AssetPrice, margin: f64) -> Result<CoveredPosition, Error> {
    let quantity = Quantity::new(hedge.quantity.get().to_btc_f64()).at("quantity")?;
    let margin = Collateral::new(margin).at("margin")?;
    let schedule = MaintenanceSchedule::Flat { rate: hedge.maintenance.get(), deduction: Collateral::new(0.0)? };
    let position = CoveredPosition::new(
        Venue::BinanceUsdm,
        "BTCUSD".parse()?,
        "BTC".parse()?,
        Currency::USD,
        Position::new(ContractKind::Linear, hedge.side, quantity, entry),
        MarginMode::Isolated { margin },
        schedule,
    );
    Ok(position.mark_price(spot))
}

/// The last days that are known, at most so many.
fn last<'a>(known: &'a Known<'_>, count: usize) -> &'a [Day] {
    let all = &known.days.all;
    &all[all.len().saturating_sub(count)..]
}

/// The stated volatility, or that of the last days; `None` where they are too few.
fn volatility(known: &Known<'_>, hedge: &SiteHedge) -> Result<Option<Volatility>, Error> {
    if let Some(stated) = hedge.volatility {
        return Volatility::new(stated.get().within("volatility", 1.0, 500.0)?).map(Some);
    }
    let days = last(known, WINDOW);
    if days.len() < FEWEST {
        return Ok(None);
    }
    let column = |of: fn(&Day) -> f64| days.iter().map(|day| AssetPrice::new(of(day))).collect::<Result<Vec<_>, _>>();
    let request = RealizedVolatilityRequest::new(
        column(|day| day.open_usd.get())?,
        column(|day| day.high_usd.get())?,
        column(|day| day.low_usd.get())?,
        column(|day| day.close_usd.get())?,
        day()?,
    );
    Volatility::new(realized_volatility(&request)?.close_to_close).map(Some)
}

fn day() -> Result<Years, Error> {
    Years::new(1.0 / 365.0)
}

/// Diffusion and jumps that make the past year most likely; nothing where the days are few, or there are none in it.
fn jumps(known: &Known<'_>) -> Result<Vec<PriceModel>, Error> {
    let days = last(known, FITTED + 1);
    if days.len() < FEWEST_FITTED {
        return Ok(Vec::new());
    }
    let returns = days.windows(2).map(|pair| ln_ratio(pair[1].close_usd.get(), pair[0].close_usd.get())).collect();
    let fit = fit_jumps(&FitJumpsRequest::new(returns, day()?))?;
    let FitJumpsReport { volatility, jumps_per_year, mean_log_jump, log_jump_deviation, .. } = fit;
    if jumps_per_year.value <= 0.0 || volatility.value <= 0.0 {
        return Ok(Vec::new());
    }
    let jumps = MertonJumps::new(
        Intensity::new(jumps_per_year.value)?,
        LogMove::new(mean_log_jump.value)?,
        Volatility::new(log_jump_deviation.value)?,
    );
    Ok(vec![PriceModel::Merton(MertonModel::new(Volatility::new(volatility.value)?, jumps, SEED))])
}
