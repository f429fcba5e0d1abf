//! Every code that the rooms answer has a text in both languages: of customers, feeds, mining, signals, insurance and the treasury.
#![cfg(all(
    feature = "crm",
    feature = "feeds",
    feature = "insurance",
    feature = "mining",
    feature = "signals",
    feature = "texts",
    feature = "treasury"
))]
#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

use std::collections::BTreeSet;

use hashinsight::crm::activity::ActivityKind;
use hashinsight::crm::lifecycle::{LifecycleTableRequest, Subject, lifecycle_table};
use hashinsight::crm::role::{AccessDenial, Grant, Role, permissions};
use hashinsight::feeds::RefusalKind;
use hashinsight::insurance::book::RiskMeasure;
use hashinsight::insurance::claim::{
    AccountChange, Actor, BarClaimReason, ClaimDecision, ClaimReasonCode, ClaimState, PayoutFileState, PolicyState,
    PolicyStatesRequest, PolicySubject, policy_states,
};
use hashinsight::insurance::cover::{
    Alteration, Basis, Exclusion, LiquidationProof, PaymentTime, PerilKind, PriceKind,
};
use hashinsight::insurance::fund::{AssessmentOutcome, CapitalRegime, UnearnedBasis};
use hashinsight::insurance::quote::{
    Decision, ModelKind, ReasonCode as QuoteReason, RefundRule, SensitivityAbsence, SensitivityMethod,
};
use hashinsight::insurance::risk::IndexFactor;
use hashinsight::mining::dispatch::DispatchReason;
use hashinsight::mining::forecast::SensitivityInput;
use hashinsight::mining::machine::Cooling;
use hashinsight::mining::network::BasisName;
use hashinsight::mining::tariff::Weekday;
use hashinsight::signals::modules::ensemble::Action;
use hashinsight::signals::modules::{AssessmentStatus, ModuleName, ReasonCode};
use hashinsight::texts::{Language, texts};
use hashinsight::treasury::coverage::CashKind;
use hashinsight::treasury::ledger::{Account, LeftOutReason};
use hashinsight::units::record::Word;

/// The texts of these kinds are those of their words. `xtask gen --check` asks the same of every choice that crosses a border.
fn of_kinds(room: &str, kinds: &[(&str, &[&str])]) {
    for (kind, words) in kinds {
        let prefix = format!("{room}.{kind}.");
        let used: BTreeSet<String> = words.iter().map(|word| format!("{prefix}{word}")).collect();
        let known = texts(Language::En).map(|(key, _)| key).filter(|key| key.starts_with(&prefix));
        assert_eq!(known.collect::<BTreeSet<String>>(), used);
    }
}

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
    let others = ["activity_period", "clawback_rule", "deed", "lead_source", "lifecycle_change"];
    let is_asked = |key: &String| key.split('.').nth(1).is_some_and(|kind| !others.contains(&kind));
    let of_crm: BTreeSet<String> = known.into_iter().filter(|key| key.starts_with("crm.") && is_asked(key)).collect();
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
    of_kinds("signals", &kinds);
}

#[test]
fn every_code_of_feeds_has_a_text() {
    of_kinds("feeds", &[("refusal", RefusalKind::WORDS)]);
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
        ("liquidation_proof", LiquidationProof::WORDS),
        ("payment", PaymentTime::WORDS),
        ("refund_rule", RefundRule::WORDS),
        ("model", ModelKind::WORDS),
        ("decision", Decision::WORDS),
        ("reason", QuoteReason::WORDS),
        ("sensitivity_method", SensitivityMethod::WORDS),
        ("sensitivity_absence", SensitivityAbsence::WORDS),
        ("factor", IndexFactor::WORDS),
        ("assessment", AssessmentOutcome::WORDS),
        ("unearned", UnearnedBasis::WORDS),
        ("risk_measure", RiskMeasure::WORDS),
        ("capital_regime", CapitalRegime::WORDS),
        ("fund_entry", FUND_ENTRIES),
    ];
    of_kinds("insurance", &kinds);
}

#[test]
fn every_code_of_mining_has_a_text() {
    let kinds = [
        ("dispatch_reason", DispatchReason::WORDS),
        ("weekday", Weekday::WORDS),
        ("basis", BasisName::WORDS),
        ("cooling", Cooling::WORDS),
        ("sensitivity_input", SensitivityInput::WORDS),
    ];
    of_kinds("mining", &kinds);
}

#[test]
fn every_code_of_the_treasury_has_a_text() {
    let kinds = [("left_out", LeftOutReason::WORDS), ("account", Account::WORDS), ("cash_kind", CashKind::WORDS)];
    of_kinds("treasury", &kinds);
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
        ("bar_claim_reason", words(BarClaimReason::WORDS)),
        ("account_change", words(AccountChange::WORDS)),
        ("payout_file_state", words(PayoutFileState::WORDS)),
    ];
    for (kind, words) in kinds {
        let prefix = format!("insurance.{kind}.");
        let used: BTreeSet<String> = words.iter().map(|word| format!("{prefix}{word}")).collect();
        let known = texts(Language::En).map(|(key, _)| key).filter(|key| key.starts_with(&prefix));
        assert_eq!(known.collect::<BTreeSet<String>>(), used);
    }
}
