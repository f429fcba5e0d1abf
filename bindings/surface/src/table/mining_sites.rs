//! Bitcoin mining: machines, sites, tariffs, and when to switch off.

use hashinsight::mining::MiningError;
use hashinsight::mining::calculator::{PowerCurtailmentReport, PowerCurtailmentRequest, power_curtailment_analysis};
use hashinsight::mining::dispatch::{
    DispatchReport, DispatchRequest, MeritOrderReport, MeritOrderRequest, merit_order, plan_dispatch,
};
use hashinsight::mining::machine::{
    FleetReport, FleetRequest, MachinesReport, MachinesRequest, SiteCapacityReport, SiteCapacityRequest, fleet,
    machines, site_capacity,
};
use hashinsight::mining::profit::{FleetBatchParams, FleetColumns, PaybackStatus, RowStatus, fleet_batch};
use hashinsight::mining::tariff::{Bill, BillRequest, TariffPricesReport, TariffPricesRequest, bill, tariff_prices};
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
    operation! {
        /// The price of each hour of a span: flat, by time of use, 24 daily values, or an hourly series.
        document "mining.tariff_prices": TariffPricesRequest => TariffPricesReport, tariff_prices,
        example r#"{"tariff":{"energy":{"time_of_use":{"windows":[{"from_hour":22,"to_hour":6,"days":"weekdays","price_usd_per_kwh":0.03}],"otherwise_usd_per_kwh":0.09}},"clock":{"utc_offset_minutes":-360,"daylight_saving":"united_states"}},"start_ms":1785542400000,"hours":24}"#
    },
    operation! {
        /// What a load costs under a tariff: energy at the price of its hour, a contract block settled at that price,
        /// and demand charges per calendar month.
        document "mining.bill": BillRequest => Bill, bill,
        example r#"{"tariff":{"energy":{"hourly":{"start_ms":1785542400000,"usd_per_kwh":[0.03,0.3,-0.01]}},"demand_charge_usd_per_kw_month":9,"contract":{"power_w":1000000,"price_usd_per_kwh":0.04}},"start_ms":1785542400000,"load_w":[1000000,0,1500000]}"#
    },
    operation! {
        /// The machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or
        /// with how much better the best can be.
        document "mining.merit_order": MeritOrderRequest => MeritOrderReport, merit_order,
        example r#"{"classes":[{"name":"S19 Pro","count":10,"machine":{"spec":{"hashrate_ths":110,"power_w":3250}},"modes":[{"hashrate_ths":90,"power_w":2400}]},{"name":"S21","count":10,"machine":{"model":"Antminer S21"}}],"hashprice_usd_per_phs_day":50,"power_price_usd_per_kwh":0.04,"limit":{"shed_w":40000},"pool_fee":0.02}"#
    },
    operation! {
        /// Which machines run in which hour, why, what that saves, and what the tariff bills for it.
        ///
        /// By threshold where nothing couples the hours, by dynamic programming with minimum times and start costs, in
        /// whole machines under a power limit, and against the demand charge of each month. The answer is the best there
        /// is, or says how much more the best can leave.
        document "mining.plan_dispatch": DispatchRequest => DispatchReport, plan_dispatch,
        example r#"{"classes":[{"name":"S19 Pro","count":10,"machine":{"spec":{"hashrate_ths":110,"power_w":3250}},"min_up_hours":2,"min_down_hours":3,"start_cost_usd":0.05,"initial":{"on_hours":5}}],"tariff":{"energy":{"daily_usd_per_kwh":[0.03,0.03,0.03,0.03,0.03,0.03,0.05,0.05,0.05,0.05,0.05,0.05,0.06,0.06,0.06,0.09,0.12,0.12,0.12,0.09,0.06,0.05,0.03,0.03]}},"start_ms":1785542400000,"hours":24,"hashprice":{"constant_usd_per_phs_day":50},"cooling_overhead":1.05}"#
    },
    operation! {
        /// When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour,
        /// as they are or as they move on.
        document "mining.power_curtailment_analysis": PowerCurtailmentRequest => PowerCurtailmentReport, power_curtailment_analysis,
        example r#"{"classes":[{"name":"S19 XP","count":100,"machine":{"spec":{"hashrate_ths":140,"power_w":3010}}}],"tariff":{"energy":{"time_of_use":{"windows":[{"from_hour":15,"to_hour":20,"price_usd_per_kwh":0.14}],"otherwise_usd_per_kwh":0.05}}},"start_ms":1785542400000,"hours":48,"height":1049900,"difficulty":130000000000000,"btc_price_usd":90000,"fees_per_block_sat":4000000,"pool_fee":0.02,"algorithm":{"dynamic":{"difficulty":{"growth_per_step":0.01},"btc_price":{"growth_per_step":0}}}}"#
    },
];
