//! Equity and requirement of an account as the prices of a contract or of a coin move.

use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, At, Currency, Error, FieldPath, Fraction, Outcome};

use super::account::{AccountCollateral, AccountContract, AccountLevels, MarginAccountRequest};
use super::crossing::{Curve, Direction, Path};
use super::schedule::Tier;
use super::solve::rounded_away;
use super::venue::TakenAt;
use super::{ContractKind, Venue};
use crate::refuse::{insufficient, missing, refuse, several, unknown, unsupported};

/// An account whose parts fit together.
#[derive(Debug)]
pub(super) struct Account<'a> {
    pub(super) request: &'a MarginAccountRequest,
    pub(super) legs: Vec<Leg<'a>>,
}

/// What moves.
#[derive(Clone, Copy)]
pub(super) enum Moved<'a> {
    Contract(&'a AccountContract),
    Coin(Currency),
}

/// How the value of a leg in the account's currency follows the factor `u`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Linear: `u` is the factor of the price.
    Linear,
    /// Inverse in an account of the coin: `u` is the factor of the inverse price.
    InCoin,
    /// Inverse in an account of the quote currency: settled in coin, valued at the mark; `u` is the factor of the price.
    InQuote,
}

/// A position and its contract.
#[derive(Debug)]
pub(super) struct Leg<'a> {
    pub(super) contract: &'a AccountContract,
    index: usize,
    venue: Venue,
    form: Form,
    sign: f64,
    quantity: f64,
    entry: f64,
    mark: f64,
}

/// Terms of a curve.
pub(super) type Terms = [f64; 4];

fn add(sum: Terms, terms: Terms) -> Terms {
    std::array::from_fn(|i| sum[i] + terms[i])
}

fn scaled(terms: Terms, by: f64) -> Terms {
    terms.map(|term| term * by)
}

/// Terms of what does not move.
fn still(terms: Terms) -> Terms {
    [0.0, terms[0] + terms[1] + terms[2] + terms[3], 0.0, 0.0]
}

impl Leg<'_> {
    /// Notional in the currency of the tiers, at a factor.
    fn tier_notional(&self, u: f64) -> f64 {
        let now = self.contract.contract.notional(self.quantity, self.mark);
        if self.form == Form::InQuote { now / u } else { now * u }
    }

    /// The tier that decides at a factor.
    pub(super) fn tier(&self, u: f64) -> Tier {
        let kind = self.contract.contract;
        let at_entry = self.venue.maintenance_at() == TakenAt::Entry;
        let notional = if at_entry { kind.notional(self.quantity, self.entry) } else { self.tier_notional(u) };
        let tier = self.contract.maintenance.tier_of(notional);
        if self.form == Form::Linear { tier.of_coins(self.quantity) } else { tier }
    }

    /// Factors at which another tier begins.
    fn breaks(&self) -> impl Iterator<Item = f64> {
        let now = self.tier_notional(1.0);
        let schedule = &self.contract.maintenance;
        (1..schedule.len()).map(move |index| {
            let floor = schedule.tier(index).floor;
            if self.form == Form::InQuote { now / floor } else { floor / now }
        })
    }

    pub(super) fn profit(&self) -> Terms {
        let Self { sign, quantity, entry, mark, .. } = *self;
        match self.form {
            Form::Linear => [0.0, -sign * quantity * entry, sign * quantity * mark, 0.0],
            Form::InCoin => [0.0, sign * quantity / entry, -sign * quantity / mark, 0.0],
            Form::InQuote => [0.0, -sign * quantity, sign * quantity * mark / entry, 0.0],
        }
    }

    /// Maintenance margin and closing fee in a tier, as the venue counts them.
    pub(super) fn needs(&self, tier: &Tier) -> Terms {
        let Self { quantity, entry, mark, .. } = *self;
        let kind = self.contract.contract;
        let fee = if self.venue.fee_at() == TakenAt::Mark { self.contract.close_fee_rate.get() } else { 0.0 };
        if self.venue.maintenance_at() == TakenAt::Entry {
            let fixed = tier.margin(kind.notional(quantity, entry));
            return if self.form == Form::InQuote { [0.0, 0.0, fixed * mark, 0.0] } else { [0.0, fixed, 0.0, 0.0] };
        }
        let (rate, now) = (tier.rate + fee, kind.notional(quantity, mark));
        match self.form {
            Form::Linear | Form::InCoin => [0.0, -tier.deduction, now * rate, tier.growth * now * now],
            Form::InQuote => [tier.growth * now * quantity, quantity * rate, -tier.deduction * mark, 0.0],
        }
    }

    pub(super) fn notional(&self) -> f64 {
        if self.form == Form::InQuote { self.quantity } else { self.tier_notional(1.0) }
    }

    pub(super) fn unrealized(&self) -> f64 {
        still(self.profit())[1]
    }

    pub(super) fn requirement(&self) -> f64 {
        still(self.needs(&self.tier(1.0)))[1]
    }

    pub(super) fn rate(&self) -> f64 {
        let tier = self.tier(1.0);
        tier.rate + tier.growth * self.tier_notional(1.0)
    }

    fn notional_at_entry(&self) -> f64 {
        self.contract.contract.notional(self.quantity, self.entry)
    }

    /// Whether the tier that decides now is the last one beyond its cap.
    pub(super) fn is_beyond_table(&self) -> bool {
        let at_entry = self.venue.maintenance_at() == TakenAt::Entry;
        let notional = if at_entry { self.notional_at_entry() } else { self.tier_notional(1.0) };
        self.contract.maintenance.is_beyond(notional)
    }

    /// Refuses a table that ends below the position.
    fn check_size(&self) -> Result<(), Error> {
        let fits = self.contract.maintenance.check_notional(self.notional_at_entry());
        fits.at("maintenance").index(self.index).at("contracts")
    }

    /// Refuses a deduction that is more than the margin of the notional at a factor.
    fn check(&self, u: f64) -> Result<(), Error> {
        let (tier, notional) = (self.tier(u), self.tier_notional(u));
        if self.contract.maintenance.is_of_one_tier() && notional * tier.rate < tier.deduction {
            let allowed = format!(
                "at most {}, the maintenance margin of a notional of {}",
                Told(notional * tier.rate),
                Told(notional)
            );
            let place = FieldPath::new("contracts").index(self.index).field("maintenance").field("flat");
            return Err(refuse("deduction", tier.deduction, allowed).at(place));
        }
        Ok(())
    }
}

impl<'a> Account<'a> {
    pub(super) fn new(request: &'a MarginAccountRequest) -> Result<Self, Error> {
        let MarginAccountRequest { venue, currency, contracts, positions, collateral, .. } = request;
        if *venue == Venue::BybitClassic {
            let allowed = "bybit_unified: the classic rules are those of a position with a margin of its own";
            return Err(unsupported("venue", "bybit_classic", allowed));
        }
        let in_coin = contracts.iter().any(|contract| contract.coin == *currency);
        for (index, contract) in contracts.iter().enumerate() {
            let place = FieldPath::new("contracts").index(index);
            check_contract(request, contract, in_coin).map_err(|error| error.at(place.clone()))?;
            if contracts[..index].iter().any(|other| other.instrument == contract.instrument) {
                return Err(several("instrument", contract.instrument, "each contract once").at(place));
            }
        }
        for (index, item) in collateral.iter().enumerate() {
            let place = FieldPath::new("collateral").index(index);
            if collateral[..index].iter().any(|other| other.currency == item.currency) {
                return Err(several("currency", item.currency, "each currency once").at(place));
            }
            if item.price.is_none() && item.currency != *currency {
                let allowed = format!("the price of one {} in {currency}", item.currency);
                return Err(missing("price", &allowed).at(place));
            }
            if *venue == Venue::BinanceCoinm && item.currency != *currency {
                return Err(
                    unsupported("currency", item.currency, "the account's coin, as this venue has no other").at(place)
                );
            }
        }
        if positions.is_empty() {
            return Err(insufficient("positions", 0, "one position"));
        }
        let mut legs: Vec<Leg<'_>> = Vec::new();
        for (index, position) in positions.iter().enumerate() {
            let place = || FieldPath::new("positions").index(index);
            let same = |contract: &AccountContract| contract.instrument == position.instrument;
            let Some(at) = contracts.iter().position(same) else {
                return Err(unknown("instrument", position.instrument, "one of contracts").at(place()));
            };
            for (leg, other) in legs.iter().zip(positions) {
                if leg.index == at && other.side == position.side {
                    return Err(several("instrument", position.instrument, "one position on each side").at(place()));
                }
                if *venue == Venue::Kraken
                    && leg.index != at
                    && leg.contract.coin == contracts[at].coin
                    && other.side != position.side
                {
                    let allowed = "positions on one side of each coin: of two sides this venue counts the greater, which no rule here does";
                    return Err(unsupported("side", "the other side of another position", allowed).at(place()));
                }
                if leg.index == at && !venue.hedges() {
                    let allowed = "one position in each contract, as this venue has no hedge mode";
                    return Err(unsupported("side", "the other side of a position", allowed).at(place()));
                }
            }
            let contract = &contracts[at];
            let form = match contract.contract {
                ContractKind::Linear => Form::Linear,
                ContractKind::Inverse if in_coin => Form::InCoin,
                ContractKind::Inverse => Form::InQuote,
            };
            let leg = Leg {
                contract,
                index: at,
                venue: *venue,
                form,
                sign: position.side.sign(),
                quantity: position.quantity.get(),
                entry: position.entry_price.get(),
                mark: contract.mark_price.get(),
            };
            leg.check_size()?;
            leg.check(1.0)?;
            legs.push(leg);
        }
        Ok(Self { request, legs })
    }

    /// Whether the account is counted in the coin of its contracts.
    pub(super) fn in_coin(&self) -> bool {
        self.legs.iter().any(|leg| leg.form == Form::InCoin)
    }

    pub(super) fn collateral(&self) -> f64 {
        self.request.collateral.iter().fold(0.0, |sum, item| sum + worth(item))
    }

    pub(super) fn equity(&self) -> f64 {
        self.legs.iter().fold(self.collateral(), |sum, leg| sum + leg.unrealized())
    }

    pub(super) fn requirement(&self) -> f64 {
        self.legs.iter().fold(0.0, |sum, leg| sum + leg.requirement())
    }

    /// Contracts with positions, in the order of the request.
    pub(super) fn contracts(&self) -> Vec<Moved<'a>> {
        let held = |index: &usize| self.legs.iter().any(|leg| leg.index == *index);
        (0..self.request.contracts.len()).filter(held).map(|at| Moved::Contract(&self.request.contracts[at])).collect()
    }

    /// Coins of the contracts, then those of the collateral.
    pub(super) fn coins(&self) -> Vec<Moved<'a>> {
        let MarginAccountRequest { currency, collateral, .. } = self.request;
        let in_coin = self.in_coin();
        let held = self.legs.iter().map(|leg| leg.contract.coin);
        let owned = collateral.iter().map(|item| item.currency).filter(|own| own != currency && !in_coin);
        let mut coins: Vec<Currency> = Vec::new();
        for coin in held.chain(owned) {
            if !coins.contains(&coin) {
                coins.push(coin);
            }
        }
        coins.into_iter().map(Moved::Coin).collect()
    }

    /// Where the state changes as `moved` moves.
    pub(super) fn levels(&self, moved: &Moved<'a>, call: Option<Fraction>) -> Result<AccountLevels, Error> {
        let inverse = self.in_coin();
        let (of, price) = match moved {
            Moved::Contract(contract) => (contract.instrument.to_string(), contract.mark_price.get()),
            Moved::Coin(coin) => (coin.to_string(), self.price_of(*coin)),
        };
        let [liquidation_below, liquidation_above] = self.pair(moved, 1.0, 1.0);
        for u in [liquidation_below, liquidation_above].into_iter().flatten() {
            self.legs.iter().filter(|leg| leg.moves(moved)).try_for_each(|leg| leg.check(u))?;
        }
        let [bankruptcy_below, bankruptcy_above] = self.pair(moved, 1.0, 0.0);
        let called = call.map(|call| self.pair(moved, call.get(), 1.0));
        let level = |u: Option<f64>| {
            let price = u.map(|u| if inverse { price / u } else { price * u });
            price.filter(|price| AssetPrice::new(*price).is_ok()).map_or(Outcome::Never, Outcome::Value)
        };
        // What lies below in the inverse price lies above in the price.
        let sides =
            |[down, up]: [Option<f64>; 2]| if inverse { [level(up), level(down)] } else { [level(down), level(up)] };
        let [liquidation_below, liquidation_above] = sides([liquidation_below, liquidation_above]);
        let [bankruptcy_below, bankruptcy_above] = sides([bankruptcy_below, bankruptcy_above]);
        let [margin_call_below, margin_call_above] = called.map_or([None, None], |pair| sides(pair).map(Some));
        Ok(AccountLevels {
            of,
            price,
            liquidation_below,
            liquidation_above,
            bankruptcy_below,
            bankruptcy_above,
            margin_call_below,
            margin_call_above,
        })
    }

    fn price_of(&self, coin: Currency) -> f64 {
        let mark = self.legs.iter().find(|leg| leg.contract.coin == coin).map(|leg| leg.mark);
        let owned = || self.request.collateral.iter().find(|item| item.currency == coin)?.price;
        // A coin without either is the account's own currency.
        mark.or_else(|| Some(owned()?.get())).unwrap_or(1.0)
    }

    /// Factors down and up at which `share` of equity is no longer on the same side of `weight` of the requirement.
    fn pair(&self, moved: &Moved<'a>, share: f64, weight: f64) -> [Option<f64>; 2] {
        let breaks = self.legs.iter().filter(|leg| leg.moves(moved)).flat_map(Leg::breaks).collect();
        let rest = |u: f64| {
            let (mut sum, mut size) = ([0.0; 4], 0.0);
            let mut take = |terms: Terms, moves: bool| {
                let terms = if moves { terms } else { still(terms) };
                sum = add(sum, terms);
                size += terms[1].abs();
            };
            for item in &self.request.collateral {
                let moves = self.collateral_moves(item, moved);
                let value = share * worth(item);
                take(if moves { [0.0, 0.0, value, 0.0] } else { [0.0, value, 0.0, 0.0] }, moves);
            }
            for leg in &self.legs {
                let moves = leg.moves(moved);
                let needs = leg.needs(&leg.tier(if moves { u } else { 1.0 }));
                take(scaled(leg.profit(), share), moves);
                take(scaled(needs, -weight), moves);
            }
            sum[1] = rounded_away(sum[1], size);
            Curve::new(sum)
        };
        let path = Path::new(breaks, rest, 1.0);
        [Direction::Down, Direction::Up].map(|direction| path.change(direction).map(|change| change.at))
    }

    pub(super) fn collateral_moves(&self, item: &AccountCollateral, moved: &Moved<'_>) -> bool {
        let Moved::Coin(coin) = moved else { return false };
        // In an account of the coin everything else moves against it.
        if *coin == self.request.currency { item.currency != *coin } else { item.currency == *coin }
    }
}

impl Leg<'_> {
    pub(super) fn moves(&self, moved: &Moved<'_>) -> bool {
        match moved {
            Moved::Contract(contract) => contract.instrument == self.contract.instrument,
            Moved::Coin(coin) => self.contract.coin == *coin,
        }
    }
}

/// Value of collateral in the account's currency.
pub(super) fn worth(item: &AccountCollateral) -> f64 {
    let value = item.amount.get() * item.price.map_or(1.0, AssetPrice::get);
    if value > 0.0 { value * (1.0 - item.haircut.get()) } else { value }
}

fn check_contract(request: &MarginAccountRequest, contract: &AccountContract, in_coin: bool) -> Result<(), Error> {
    let MarginAccountRequest { venue, currency, .. } = request;
    venue.check_contract(contract.contract)?;
    super::liquidation::check_rates(&contract.maintenance, contract.close_fee_rate)?;
    let settled = if contract.contract == ContractKind::Inverse { contract.coin } else { *currency };
    let table = &contract.maintenance;
    table.check_contract(contract.instrument, settled).and_then(|()| table.check_venue(*venue)).at("maintenance")?;
    if in_coin && contract.contract == ContractKind::Linear {
        return Err(unsupported("contract", "linear", "inverse in an account that is counted in its coin"));
    }
    if in_coin && contract.coin != *currency {
        return Err(unsupported(
            "coin",
            contract.coin,
            "the account's coin, as other inverse contracts settle in theirs",
        ));
    }
    if *venue == Venue::BinanceCoinm && !in_coin {
        return Err(unsupported("coin", contract.coin, "the account's currency, as this venue counts in the coin"));
    }
    Ok(())
}
