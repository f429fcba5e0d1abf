//! Every code that the rooms answer has a text in both languages: of customers, mining, signals, insurance and the treasury.
#![cfg(all(
    feature = "crm",
    feature = "insurance",
    feature = "mining",
    feature = "signals",
    feature = "texts",
    feature = "treasury"
))]
#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

use std::collections::BTreeSet;
use std::path::Path;

use hashinsight::crm::activity::ActivityKind;
use hashinsight::crm::lifecycle::{LifecycleTableRequest, Subject, lifecycle_table};
use hashinsight::crm::role::{AccessDenial, Grant, Role, permissions};
use hashinsight::insurance::book::RiskMeasure;
use hashinsight::insurance::claim::{
    AccountChange, Actor, ClaimDecision, ClaimReasonCode, ClaimState, PolicyState, PolicyStatesRequest, PolicySubject,
    policy_states,
};
use hashinsight::insurance::cover::{Alteration, Basis, Exclusion, PaymentTime, PerilKind, PriceKind};
use hashinsight::insurance::fund::{AssessmentOutcome, CapitalRegime, UnearnedBasis};
use hashinsight::insurance::quote::{Decision, ModelKind, ReasonCode as QuoteReason};
use hashinsight::insurance::risk::IndexFactor;
use hashinsight::mining::dispatch::DispatchReason;
use hashinsight::mining::machine::Cooling;
use hashinsight::mining::network::BasisName;
use hashinsight::mining::tariff::Weekday;
use hashinsight::signals::modules::ensemble::Action;
use hashinsight::signals::modules::{AssessmentStatus, ModuleName, ReasonCode};
use hashinsight::texts::{Language, texts};
use hashinsight::treasury::backtest::Candidates;
use hashinsight::treasury::coverage::{CashKind, Covenant, Expenses, MonthConvention};
use hashinsight::treasury::ledger::{
    Account, Basis as LedgerBasis, CoinFee, DisposalKind, Entry, EventKind, FeePolicy, LeftOutReason, LongTerm,
    MatchRule, Method, MissingCoins, Shortfall, Term,
};
use hashinsight::treasury::metrics::{QuantileConvention, TimeSplits};
use hashinsight::treasury::optimal::FrontierPolicy;
use hashinsight::treasury::policy::{HedgeRatio, HedgedQuantity, Memory, Policy, ShareOf, TradeSide, WhenInfeasible};
use hashinsight::treasury::scenario::{MoveModel, Stress};
use hashinsight::units::record::{Value, Word};

#[test]
fn every_code_of_crm_has_a_text() {
    let known: BTreeSet<String> = texts(Language::En).map(|(key, _)| key).collect();
    let mut used = BTreeSet::new();
    for subject in [Subject::Lead, Subject::Deal, Subject::Contract, Subject::Commission, Subject::Invoice] {
        let name = subject.word();
        used.insert(format!("crm.subject.{name}"));
        let table = lifecycle_table(&LifecycleTableRequest::new(subject));
        used.extend(table.states.iter().map(|row| format!("crm.{name}.{}", row.state)));
        used.extend(table.transitions.iter().map(|row| format!("crm.action.{}", row.action)));
    }
    used.extend(Role::WORDS.iter().map(|word| format!("crm.role.{word}")));
    used.extend(Grant::WORDS.iter().map(|word| format!("crm.grant.{word}")));
    used.extend(AccessDenial::WORDS.iter().map(|word| format!("crm.denial.{word}")));
    used.extend(ActivityKind::WORDS.iter().map(|word| format!("crm.activity.{word}")));
    used.extend(permissions().map(|name| format!("crm.permission.{name}")));
    for clause in ["flat", "percentage", "marginal_tiers", "cliff_tiers", "accelerator", "floor", "cap", "draw"] {
        used.insert(format!("crm.line.{clause}"));
    }
    for term in ["source", "email", "phone", "title", "cap", "all", "state", "age", "size", "clamp"] {
        used.insert(format!("crm.score.{term}"));
    }
    let of_crm: BTreeSet<String> = known.into_iter().filter(|key| key.starts_with("crm.")).collect();
    assert_eq!(of_crm, used);
}

#[test]
fn every_code_of_signals_has_a_text() {
    let kinds = [
        ("module", ModuleName::WORDS),
        ("status", AssessmentStatus::WORDS),
        ("action", Action::WORDS),
        ("reason", ReasonCode::WORDS),
    ];
    let used: BTreeSet<String> =
        kinds.iter().flat_map(|(kind, words)| words.iter().map(move |word| format!("signals.{kind}.{word}"))).collect();
    let known = texts(Language::En).map(|(key, _)| key).filter(|key| key.starts_with("signals."));
    assert_eq!(known.collect::<BTreeSet<String>>(), used);
}

const FUND_ENTRIES: &[&str] =
    &["capital", "withdrawal", "expense", "premium", "refund", "trigger", "report", "reserve", "payment", "close"];

#[test]
fn every_code_of_insurance_has_a_text() {
    let kinds = [
        ("peril", PerilKind::WORDS),
        ("price_kind", PriceKind::WORDS),
        ("basis", Basis::WORDS),
        ("exclusion", Exclusion::WORDS),
        ("alteration", Alteration::WORDS),
        ("payment", PaymentTime::WORDS),
        ("model", ModelKind::WORDS),
        ("decision", Decision::WORDS),
        ("reason", QuoteReason::WORDS),
        ("factor", IndexFactor::WORDS),
        ("assessment", AssessmentOutcome::WORDS),
        ("unearned", UnearnedBasis::WORDS),
        ("risk_measure", RiskMeasure::WORDS),
        ("capital_regime", CapitalRegime::WORDS),
        ("fund_entry", FUND_ENTRIES),
    ];
    for (kind, words) in kinds {
        let prefix = format!("insurance.{kind}.");
        let used: BTreeSet<String> = words.iter().map(|word| format!("{prefix}{word}")).collect();
        let known = texts(Language::En).map(|(key, _)| key).filter(|key| key.starts_with(&prefix));
        assert_eq!(known.collect::<BTreeSet<String>>(), used);
    }
}

#[test]
fn every_code_of_mining_has_a_text() {
    let kinds = [
        ("dispatch_reason", DispatchReason::WORDS),
        ("weekday", Weekday::WORDS),
        ("basis", BasisName::WORDS),
        ("cooling", Cooling::WORDS),
    ];
    let used: BTreeSet<String> =
        kinds.iter().flat_map(|(kind, words)| words.iter().map(move |word| format!("mining.{kind}.{word}"))).collect();
    let known = texts(Language::En).map(|(key, _)| key).filter(|key| key.starts_with("mining."));
    assert_eq!(known.collect::<BTreeSet<String>>(), used);
}

/// The words of a choice that is read, be they bare or with a content.
fn words_of<T: Value>() -> Vec<String> {
    let form = T::form();
    form.strip_prefix("one of ").unwrap().split(", ").map(str::to_owned).collect()
}

/// What the reason of a plan is called is what its policy is called; what a floor answers is never read.
const OF_ANSWERS: [(&str, &str, &[&str]); 1] = [("Floor", "floor", &["feasible", "infeasible"])];

#[test]
fn every_code_of_the_treasury_has_a_text() {
    let choices = [
        ("Account", "account", words_of::<Account>()),
        ("Basis", "basis", words_of::<LedgerBasis>()),
        ("Candidates", "candidates", words_of::<Candidates>()),
        ("CashKind", "cash_kind", words_of::<CashKind>()),
        ("CoinFee", "coin_fee", words_of::<CoinFee>()),
        ("Covenant", "covenant", words_of::<Covenant>()),
        ("DisposalKind", "disposal_kind", words_of::<DisposalKind>()),
        ("Entry", "event_kind", words_of::<Entry>()),
        ("EventKind", "event_kind", words_of::<EventKind>()),
        ("Expenses", "expenses", words_of::<Expenses>()),
        ("FeePolicy", "fee_policy", words_of::<FeePolicy>()),
        ("FrontierPolicy", "frontier_policy", words_of::<FrontierPolicy>()),
        ("HedgeRatio", "hedge_ratio", words_of::<HedgeRatio>()),
        ("HedgedQuantity", "hedged_quantity", words_of::<HedgedQuantity>()),
        ("LeftOutReason", "left_out", words_of::<LeftOutReason>()),
        ("LongTerm", "long_term", words_of::<LongTerm>()),
        ("MatchRule", "match_rule", words_of::<MatchRule>()),
        ("Memory", "memory", words_of::<Memory>()),
        ("Method", "method", words_of::<Method>()),
        ("MissingCoins", "missing_coins", words_of::<MissingCoins>()),
        ("MonthConvention", "month_convention", words_of::<MonthConvention>()),
        ("MoveModel", "move_model", words_of::<MoveModel>()),
        ("Policy", "policy", words_of::<Policy>()),
        ("QuantileConvention", "quantile_convention", words_of::<QuantileConvention>()),
        ("Reason", "policy", words_of::<Policy>()),
        ("ShareOf", "share_of", words_of::<ShareOf>()),
        ("Shortfall", "shortfall", words_of::<Shortfall>()),
        ("Stress", "stress", words_of::<Stress>()),
        ("Term", "term", words_of::<Term>()),
        ("TimeSplits", "time_splits", words_of::<TimeSplits>()),
        ("TradeSide", "trade_side", words_of::<TradeSide>()),
        ("WhenInfeasible", "when_infeasible", words_of::<WhenInfeasible>()),
    ];
    let mut used = BTreeSet::new();
    let mut named = BTreeSet::new();
    for (name, kind, words) in choices {
        named.insert(name.to_owned());
        used.extend(words.iter().map(|word| format!("treasury.{kind}.{word}")));
    }
    for (name, kind, words) in OF_ANSWERS {
        named.insert(name.to_owned());
        used.extend(words.iter().map(|word| format!("treasury.{kind}.{word}")));
    }
    let known = texts(Language::En).map(|(key, _)| key).filter(|key| key.starts_with("treasury."));
    assert_eq!(known.collect::<BTreeSet<String>>(), used);
    assert_eq!(
        choices_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../treasury/src")),
        named,
        "a choice without texts"
    );
}

/// Names of the choices of a crate that are records, read from its source: none is forgotten.
fn choices_of(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(choices_of(&path));
            continue;
        }
        let mut is_record = false;
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            if let Some(name) = line.strip_prefix("pub enum ") {
                names.extend(is_record.then(|| name.trim_end_matches(" {").to_owned()));
            }
            is_record = line.starts_with("#[") && (is_record || line.contains("Record"));
        }
    }
    names
}

#[test]
fn every_code_of_claims_has_a_text() {
    let moves = |subject| policy_states(&PolicyStatesRequest::new(subject)).moves.into_iter().map(|row| row.action);
    let actions: Vec<String> = moves(PolicySubject::Policy).chain(moves(PolicySubject::Claim)).collect();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    let kinds = [
        ("policy", words(PolicyState::WORDS)),
        ("claim", words(ClaimState::WORDS)),
        ("move", actions),
        ("actor", words(Actor::WORDS)),
        ("claim_decision", words(ClaimDecision::WORDS)),
        ("claim_reason", words(ClaimReasonCode::WORDS)),
        ("account_change", words(AccountChange::WORDS)),
    ];
    for (kind, words) in kinds {
        let prefix = format!("insurance.{kind}.");
        let used: BTreeSet<String> = words.iter().map(|word| format!("{prefix}{word}")).collect();
        let known = texts(Language::En).map(|(key, _)| key).filter(|key| key.starts_with(&prefix));
        assert_eq!(known.collect::<BTreeSet<String>>(), used);
    }
}
