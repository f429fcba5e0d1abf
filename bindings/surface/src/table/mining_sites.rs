//! Bitcoin mining: machines and sites.

use hashinsight::mining::MiningError;
use hashinsight::mining::machine::{
    FleetReport, FleetRequest, MachinesReport, MachinesRequest, SiteCapacityReport, SiteCapacityRequest, fleet,
    machines, site_capacity,
};
use hashinsight::mining::profit::{FleetBatchParams, FleetColumns, PaybackStatus, RowStatus, fleet_batch};
#[cfg(feature = "schema")]
use hashinsight::units::{EnergyPrice, Fraction, Hashrate, Power, Usd};

use crate::Operation;
use crate::columns::ColumnBuffer;
use crate::operation::operation;

pub(crate) const TABLE: &[Operation] = &[
    operation! {
        /// The catalog of machines: nominal hashrate and power of public lists, with their sources.
        ///
        /// Models whose sources contradict each other are listed only with `include_doubtful`.
        document "mining.machines": MachinesRequest => MachinesReport, machines,
        example r#"{"contains":"S21"}"#
    },
    operation! {
        /// What a fleet hashes and draws: machines by model or by figures of one's own, with age, decay and cooling.
        document "mining.fleet": FleetRequest => FleetReport, fleet,
        example r#"{"groups":[{"count":100,"machine":{"model":"Antminer S21"}},{"count":50,"machine":{"spec":{"hashrate_ths":110,"power_w":3250}},"age_days":730,"decay_per_month":0.005}],"cooling_overhead":1.05,"uptime":0.97}"#
    },
    operation! {
        /// How many machines a site can feed.
        document "mining.site_capacity": SiteCapacityRequest => SiteCapacityReport, site_capacity,
        example r#"{"site_power_w":20000000,"machine":{"spec":{"hashrate_ths":200,"power_w":3500}},"cooling_overhead":1.04}"#
    },
    operation! {
        /// What groups of machines earn today, thousands at once, each with its age, decay and price.
        ///
        /// `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN
        /// in that row, and the word in `status`).
        columns "mining.fleet_batch": FleetBatchParams,
        in {
            /// Number of machines.
            count: I64 u32,
            /// Nominal hashrate of one machine.
            hashrate_ths: F64 Hashrate,
            /// Power of one machine.
            power_w: F64 Power,
            /// Price of energy.
            power_price_usd_per_kwh: F64 EnergyPrice,
            /// What one machine cost.
            machine_price_usd: F64 Usd,
            /// The part of its hashrate that a machine loses each month.
            decay_per_month: F64 Fraction,
            /// How long it has been running, in days.
            age_days: F64,
        } out {
            /// Hashrate of the row after decay, TH/s.
            hashrate_ths: F64,
            /// BTC per day, before the pool's fee.
            gross_btc_per_day: F64,
            /// Revenue after the pool's fee, USD per day.
            revenue_usd_per_day: F64,
            /// Cost of power, USD per day.
            power_cost_usd_per_day: F64,
            /// Revenue less power and hosting, USD per day.
            net_usd_per_day: F64,
            /// What the machines cost over the profit of a day; NaN where that never pays back.
            payback_days: F64,
            /// `ok`, `never` or `refused`.
            payback_status: Words,
            /// `ok` or `refused`.
            status: Words,
        },
        |params: &FleetBatchParams, columns| {
            let inputs = FleetColumns {
                count: columns.i64(0),
                hashrate_ths: columns.f64(1),
                power_w: columns.f64(2),
                power_price_usd_per_kwh: columns.f64(3),
                machine_price_usd: columns.f64(4),
                decay_per_month: columns.f64(5),
                age_days: columns.f64(6),
            };
            let table = fleet_batch(&inputs, params)?;
            let payback = |status: &PaybackStatus| match status {
                PaybackStatus::Ok => 0,
                PaybackStatus::Never => 1,
                _ => 2,
            };
            let status = |status: &RowStatus| u8::from(*status != RowStatus::Ok);
            Ok::<_, MiningError>(vec![
                ColumnBuffer::F64(table.hashrate_ths),
                ColumnBuffer::F64(table.gross_btc_per_day),
                ColumnBuffer::F64(table.revenue_usd_per_day),
                ColumnBuffer::F64(table.power_cost_usd_per_day),
                ColumnBuffer::F64(table.net_usd_per_day),
                ColumnBuffer::F64(table.payback_days),
                ColumnBuffer::Words {
                    codes: table.payback_status.iter().map(payback).collect(),
                    words: &["ok", "never", "refused"],
                },
                ColumnBuffer::Words { codes: table.status.iter().map(status).collect(), words: &["ok", "refused"] },
            ])
        },
        example r#"{"params":{"network_basis":{"difficulty":138955357012247.3},"subsidy_sat":312500000,"fees_per_block_sat":2000000,"btc_price_usd":90000,"pool_fee":0.02},"columns":{"count":[100,50],"hashrate_ths":[200,95],"power_w":[3500,3250],"power_price_usd_per_kwh":[0.05,0.08],"machine_price_usd":[3000,400],"decay_per_month":[0,0.005],"age_days":[0,730]}}"#
    },
];
