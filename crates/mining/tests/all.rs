//! Every test of mining, one binary.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod basis;
mod billing;
mod calculator;
mod calendar;
mod cases;
mod consensus;
mod dispatch;
mod forecast;
mod forecast_batch;
mod forecast_tariff;
mod given;
mod investment;
mod machine;
mod network;
mod payout;
mod profit;
mod profit_batch;
mod profit_refusals;
mod reward;
mod simulation;
mod tariff;
mod uncertainty;
mod weaknesses;
mod whole_bill;
mod whole_machines;
mod written_forms;
