//! Laws that hold for any history, at any policy.

use std::collections::BTreeMap;

use hashinsight_treasury::ledger::{
    Basis, Cash, CoinFee, Contribution, Entry, Event, FeePaid, FeePolicy, Fiat, Ledger, LedgerPolicy, Loss, LotPick,
    Mark, Match, Method, MissingCoins, Purchase, Receipt, Sale, Shortfall, Transfer,
};
use hashinsight_units::{Amount, Currency, Date, Decimal, Money, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{coins_only, day};

const METHODS: [Method; 7] = [
    Method::Fifo,
    Method::Lifo,
    Method::Hifo,
    Method::Lofo,
    Method::Average,
    Method::SpecificIdentification,
    Method::UnitedKingdom,
];

fn sat(amount: u64) -> Amount {
    Amount::from_sat(amount).unwrap()
}

/// Money with four decimal places: costs that no division of them leaves whole.
fn money() -> impl Strategy<Value = Money> {
    (0_i64..900_000_000).prop_map(|units| Money::new(Decimal::new(units, 4), Currency::USD))
}

fn coins() -> impl Strategy<Value = Amount> {
    prop_oneof![(1_u64..100).prop_map(sat), (1_u64..300_000_000).prop_map(sat)]
}

fn small() -> impl Strategy<Value = Amount> {
    (0_u64..50_000).prop_map(sat)
}

fn wallet() -> impl Strategy<Value = u32> {
    0_u32..3
}

fn entry() -> impl Strategy<Value = Entry> {
    let cash = || money().prop_map(Cash::new);
    prop_oneof![
        4 => (coins(), money(), money(), small(), wallet()).prop_map(|(amount, value, fee, fee_sat, wallet)| {
            Entry::Buy(Purchase::new(amount, value).fee(fee).fee_sat(fee_sat).wallet(wallet))
        }),
        2 => (coins(), money(), money(), wallet()).prop_map(|(amount, value, book, wallet)| {
            Entry::Mine(Receipt::new(amount, value).book_value(book).wallet(wallet))
        }),
        4 => (coins(), money(), money(), small(), wallet()).prop_map(|(amount, value, fee, fee_sat, wallet)| {
            Entry::Sell(Sale::new(amount, value).fee(fee).fee_sat(fee_sat).wallet(wallet))
        }),
        2 => (coins(), wallet(), wallet(), small(), money()).prop_map(|(amount, from, to, fee_sat, value)| {
            Entry::Transfer(Transfer::new(amount, from, to).fee_sat(fee_sat).fee_value(value))
        }),
        1 => (money(), small(), wallet()).prop_map(|(value, amount, wallet)| {
            Entry::Fee(FeePaid::new(value).amount_sat(amount).wallet(wallet))
        }),
        1 => (coins(), wallet()).prop_map(|(amount, wallet)| Entry::Lost(Loss::new(amount).wallet(wallet))),
        1 => (coins(), money(), money(), wallet()).prop_map(|(amount, cost, book, wallet)| {
            Entry::Contribute(Contribution::new(amount, cost).book_cost(book).wallet(wallet))
        }),
        1 => cash().prop_map(Entry::Income),
        1 => cash().prop_map(Entry::Opex),
        1 => cash().prop_map(Entry::Borrow),
        1 => cash().prop_map(Entry::Repay),
        1 => cash().prop_map(Entry::Interest),
        2 => cash().prop_map(Entry::Deposit),
        1 => cash().prop_map(Entry::Withdraw),
        1 => money().prop_map(|price| Entry::Mark(Mark::new(price))),
    ]
}

/// Events at intervals of 0 to 20 days, or an hour: on one day, within 30, beyond.
pub(super) fn history() -> impl Strategy<Value = Vec<Event>> {
    let hours = prop_oneof![Just(0_i64), Just(1), 1_i64..480];
    vec((hours, entry()), 1..60).prop_map(|steps| {
        let mut time = day(0).to_ms();
        let at = |(hours, entry): (i64, Entry)| {
            time += hours * 3_600_000;
            Event::new(Timestamp::from_ms(time).unwrap(), entry)
        };
        steps.into_iter().map(at).collect()
    })
}

fn policy() -> impl Strategy<Value = LedgerPolicy> {
    let fees = prop_oneof![Just(FeePolicy::InTheTrade), Just(FeePolicy::Expense), Just(FeePolicy::SeparateDisposal)];
    let coin_fee = prop_oneof![Just(CoinFee::Refuse), Just(CoinFee::Taxable), Just(CoinFee::AtCost)];
    let shortfall = || prop_oneof![Just(Shortfall::Refuse), Just(Shortfall::Allow)];
    let missing = prop_oneof![Just(MissingCoins::Refuse), Just(MissingCoins::ZeroCost)];
    let split =
        prop_oneof![Just(None), Just(Some(Date::new(2024, 1, 1).unwrap())), Just(Some(Date::new(2024, 4, 1).unwrap()))];
    (prop::sample::select(METHODS.to_vec()), fees, coin_fee, (shortfall(), shortfall()), missing, split).prop_map(
        |(method, fees, coin_fee, (cash, wallet), missing, split)| {
            let policy =
                LedgerPolicy::new(Currency::USD, method).fees(fees).cash_below_zero(cash).wallet_below_zero(wallet);
            let policy = policy.missing_coins(missing);
            let is_british = method == Method::UnitedKingdom;
            let coin_fee = if is_british && coin_fee == CoinFee::AtCost { CoinFee::Taxable } else { coin_fee };
            let policy = policy.coin_fee(coin_fee);
            match split {
                Some(date) if !is_british => policy.per_wallet_from(date),
                _ => policy,
            }
        },
    )
}

/// Names lots that are held, the newest first, where the method asks for names.
fn named(ledger: &Ledger, event: &Event) -> Event {
    let mut event = event.clone();
    if ledger.policy().method != Method::SpecificIdentification {
        return event;
    }
    let pick = |wallet: u32, amount: u64| {
        let mut left = amount;
        let mut picks = Vec::new();
        for lot in ledger.lots().iter().rev().filter(|lot| lot.wallet.is_none_or(|of| of == wallet)) {
            let part = left.min(lot.amount.to_sat());
            if part > 0 {
                picks.push(LotPick::new(lot.lot.unwrap(), sat(part)));
            }
            left -= part;
        }
        picks
    };
    let is_split = ledger.lots().iter().any(|lot| lot.wallet.is_some());
    match &mut event.entry {
        Entry::Sell(sale) => sale.lots = pick(sale.wallet, sale.amount_sat.to_sat() + sale.fee_sat.to_sat()),
        Entry::Transfer(transfer) => {
            let moved = if is_split { transfer.amount_sat.to_sat() } else { 0 };
            transfer.lots = pick(transfer.from_wallet, moved + transfer.fee_sat.to_sat());
        }
        Entry::Fee(fee) => fee.lots = pick(fee.wallet, fee.amount_sat.to_sat()),
        Entry::Lost(loss) => loss.lots = pick(loss.wallet, loss.amount_sat.to_sat()),
        _ => {}
    }
    event
}

/// Applies what is accepted, checks after every event, and answers what was accepted.
fn run(policy: &LedgerPolicy, events: &[Event]) -> (Ledger, Vec<Event>, Vec<Match>) {
    let mut ledger = Ledger::new(policy.clone()).unwrap();
    let (mut accepted, mut matches) = (Vec::new(), Vec::new());
    for event in events {
        let event = named(&ledger, event);
        let (before, matched) = (ledger.clone(), matches.clone());
        if ledger.apply_to(&event, &mut matches).is_ok() {
            accepted.push(event);
            check_sums(&ledger);
            check_change(&before, &ledger);
        } else {
            assert_eq!((&ledger, &matches), (&before, &matched), "a refused event changed something");
        }
    }
    (ledger, accepted, matches)
}

fn check_sums(ledger: &Ledger) {
    for basis in [Basis::Tax, Basis::Book] {
        assert_eq!(ledger.totals(basis).imbalance(), Fiat::ZERO);
    }
    let lots: u64 = ledger.lots().iter().map(|lot| lot.amount.to_sat()).sum();
    assert_eq!(lots, ledger.balance().to_sat());
    let wallets: i64 = ledger.wallets().map(|(_, amount)| amount.to_sat()).sum();
    assert_eq!(wallets, ledger.balance().to_sat().cast_signed());
    if ledger.policy().cash_below_zero == Shortfall::Refuse {
        assert!(ledger.cash() >= Fiat::ZERO);
    }
    if ledger.policy().wallet_below_zero == Shortfall::Refuse {
        assert!(ledger.wallets().all(|(_, amount)| amount.to_sat() >= 0));
    }
}

/// Between two events the change of equity less contributions is what was earned.
fn check_change(before: &Ledger, after: &Ledger) {
    for basis in [Basis::Tax, Basis::Book] {
        let earned = |ledger: &Ledger| {
            let totals = ledger.totals(basis);
            Some(totals.realised() + ledger.unrealised(basis)? + totals.income - totals.expenses)
        };
        let owned = |ledger: &Ledger| Some(ledger.equity()? - ledger.totals(basis).contributions);
        if let (Some(was), Some(is), Some(had), Some(has)) =
            (earned(before), earned(after), owned(before), owned(after))
        {
            assert_eq!(has - had, is - was);
        }
    }
}

/// What each lot cost: by the events, and by what left and what remains.
fn check_lots(ledger: &Ledger, events: &[Event], matches: &[Match]) {
    let mut cost: BTreeMap<u64, (i128, Decimal)> = BTreeMap::new();
    let mut add = |lot: Option<u64>, coins: u64, money: Fiat| {
        let sum = cost.entry(lot.unwrap_or(0)).or_default();
        sum.0 += i128::from(coins);
        sum.1 += money.to_decimal();
    };
    for found in matches {
        add(found.lot, found.amount.to_sat(), found.cost);
    }
    for lot in ledger.lots() {
        add(lot.lot, lot.amount.to_sat(), lot.cost);
    }
    let is_pooled = ledger.policy().method == Method::Average;
    let expenses = ledger.policy().fees == FeePolicy::Expense;
    let mut expected: BTreeMap<u64, (i128, Decimal)> = BTreeMap::new();
    for (number, event) in (0..).zip(events) {
        let (coins, money) = match &event.entry {
            Entry::Buy(purchase) if expenses => {
                // Half to even at 12 places, as decimals do it.
                let fee_share = purchase.value.amount() * Decimal::from(purchase.fee_sat.to_sat());
                let whole = Decimal::from(purchase.amount_sat.to_sat());
                let exact =
                    (fee_share / whole).round_dp_with_strategy(12, rust_decimal::RoundingStrategy::MidpointNearestEven);
                (purchase.amount_sat.to_sat() - purchase.fee_sat.to_sat(), purchase.value.amount() - exact)
            }
            Entry::Buy(purchase) => {
                let fee = purchase.fee.map_or(Decimal::ZERO, Money::amount);
                (purchase.amount_sat.to_sat() - purchase.fee_sat.to_sat(), purchase.value.amount() + fee)
            }
            Entry::Mine(receipt) => (receipt.amount_sat.to_sat(), receipt.value.amount()),
            Entry::Contribute(coins) => (coins.amount_sat.to_sat(), coins.cost.amount()),
            _ => continue,
        };
        let sum = expected.entry(if is_pooled { 0 } else { number }).or_default();
        sum.0 += i128::from(coins);
        sum.1 += money;
    }
    assert_eq!(cost, expected);
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(20_000))]

    #[test]
    fn any_history_adds_up_and_replays((policy, events) in (policy(), history())) {
        let (ledger, accepted, matches) = run(&policy, &events);
        let (again, rematched) = Ledger::replay(policy.clone(), &accepted).unwrap();
        prop_assert_eq!(&again, &ledger);
        prop_assert_eq!(&rematched, &matches);
        if policy.method != Method::UnitedKingdom {
            let gains = [Match::gain, Match::book_gain].map(|of| matches.iter().map(of).sum::<Fiat>());
            prop_assert_eq!(gains, [Basis::Tax, Basis::Book].map(|basis| ledger.totals(basis).realised()));
        }
        if policy.missing_coins == MissingCoins::Refuse && policy.method != Method::UnitedKingdom {
            check_lots(&ledger, &accepted, &matches);
        }
    }

    /// Later events change no earlier match, and in the United Kingdom none that is final.
    #[test]
    fn what_is_settled_stays((policy, events) in (policy(), history()), cut in 0_usize..60) {
        let (ledger, accepted, matches) = run(&policy, &events);
        let (early, first) = Ledger::replay(policy, &accepted[..cut.min(accepted.len())]).unwrap();
        prop_assert_eq!(&first[..], &matches[..first.len()]);
        let last = ledger.united_kingdom_disposals();
        for line in early.united_kingdom_disposals().iter().filter(|line| line.is_final && line.rule != hashinsight_treasury::ledger::MatchRule::SameDay) {
            prop_assert!(last.contains(line), "{line:?}");
        }
    }

    /// The method decides when a gain is realised: once everything is sold, the total is the same.
    #[test]
    fn selling_everything_gains_the_same(trades in vec((coins(), money(), any::<bool>()), 2..40), last in money()) {
        let mut totals = Vec::new();
        for method in METHODS.into_iter().filter(|method| *method != Method::SpecificIdentification) {
            let mut ledger = Ledger::new(coins_only(method)).unwrap();
            for (number, (amount, value, is_sale)) in (0..).zip(&trades) {
                let entry = if *is_sale { Entry::Sell(Sale::new(*amount, *value)) } else { Entry::Buy(Purchase::new(*amount, *value)) };
                let _ = ledger.apply(&Event::new(day(number), entry)); // a sale of more than there is falls out for every method
            }
            if ledger.balance() > Amount::ZERO {
                ledger.apply(&Event::new(day(99), Entry::Sell(Sale::new(ledger.balance(), last)))).unwrap();
            }
            prop_assert!(ledger.lots().is_empty());
            totals.push(ledger.totals(Basis::Tax).realised());
        }
        prop_assert!(totals.iter().all(|total| *total == totals[0]), "{totals:?}");
    }
}
