//! Bitcoin mining.

use hashinsight::mining::MiningError;
use hashinsight::mining::consensus::{
    CheckProofOfWorkReport, CheckProofOfWorkRequest, DecodeNbitsReport, DecodeNbitsRequest, PermittedTransitionReport,
    PermittedTransitionRequest, RetargetReport, RetargetRequest, SubsidyReport, SubsidyRequest, check_proof_of_work,
    decode_nbits, permitted_transition, retarget, subsidy,
};
use hashinsight::mining::network::{
    BlockSeen, ForecastRetargetReport, ForecastRetargetRequest, HashrateFromSharesReport, HashrateFromSharesRequest,
    HashrateIntervalReport, HashrateIntervalRequest, ImpliedHashrateReport, ImpliedHashrateRequest,
    ObservedHashrateReport, ObservedHashrateRequest, RunningHashrate, RunningHashrateOutput, forecast_retarget,
    hashrate_from_shares, hashrate_interval, implied_hashrate, observed_hashrate,
};
use hashinsight::mining::profit::{
    HashpriceBatchParams, HashpriceColumns, ProfitBatchParams, ProfitColumns, ProfitReport, ProfitRequest, RowStatus,
    hashprice_batch, profit, profit_batch,
};
use hashinsight::mining::reward::{
    ExpectedRewardReport, ExpectedRewardRequest, HashpriceReport, HashpriceRequest, RealizedHashpriceReport,
    RealizedHashpriceRequest, SoloIncome, SoloOddsReport, SoloOddsRequest, expected_reward, hashprice,
    realized_hashprice, solo_odds,
};
#[cfg(feature = "schema")]
use hashinsight::units::{Amount, EnergyPrice, Hashrate, Power, Price};
use hashinsight::units::{Difficulty, Faulty, Timestamp};

use crate::Operation;
use crate::columns::ColumnBuffer;
use crate::operation::operation;

pub(crate) const TABLE: &[Operation] = &[
    operation! {
        /// What a compact target says: the target, its difficulty, the work of a block, and the hashes it takes on
        /// average.
        ///
        /// The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole
        /// target and `2^256 / (target + 1)` stand beside it under their own names.
        document "mining.decode_nbits": DecodeNbitsRequest => DecodeNbitsReport, decode_nbits,
        example r#"{"nbits":"0x170331db"}"#
    },
    operation! {
        /// The compact target after a period of 2016 blocks, exactly as consensus computes it.
        ///
        /// `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's
        /// limit, then rounded to compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target
        /// is the one of the period's first block.
        document "mining.retarget": RetargetRequest => RetargetReport, retarget,
        example r#"{"network":"mainnet","nbits":"0x1d00ffff","first_time_s":1261130161,"last_time_s":1262152739}"#
    },
    operation! {
        /// Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a
        /// factor 4 at its end.
        document "mining.permitted_transition": PermittedTransitionRequest => PermittedTransitionReport, permitted_transition,
        example r#"{"network":"mainnet","height":68544,"old_nbits":"0x1c05a3f4","new_nbits":"0x1c0168fd"}"#
    },
    operation! {
        /// Whether a block hash satisfies its compact target on a network, and if not, why.
        document "mining.check_proof_of_work": CheckProofOfWorkRequest => CheckProofOfWorkReport, check_proof_of_work,
        example r#"{"network":"mainnet","nbits":"0x1d00ffff","hash":"000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"}"#
    },
    operation! {
        /// New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving
        /// by height.
        document "mining.subsidy": SubsidyRequest => SubsidyReport, subsidy,
        example r#"{"height":953568,"network":"mainnet","blocks_per_day":144}"#
    },
    operation! {
        /// The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form
        /// beside it.
        document "mining.implied_hashrate": ImpliedHashrateRequest => ImpliedHashrateReport, implied_hashrate,
        example r#"{"difficulty":119120000000000,"spacing_s":600}"#
    },
    operation! {
        /// The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a
        /// difference of chainwork.
        document "mining.observed_hashrate": ObservedHashrateRequest => ObservedHashrateReport, observed_hashrate,
        example r#"{"work":{"blocks":{"blocks":130,"difficulty":86388559140000}},"elapsed_s":86400}"#
    },
    operation! {
        /// The exact confidence interval of the network hashrate given a count of blocks (Garwood 1936: chi-square
        /// quantiles of a Poisson count).
        document "mining.hashrate_interval": HashrateIntervalRequest => HashrateIntervalReport, hashrate_interval,
        example r#"{"blocks":144,"difficulty":138955357012247.3,"elapsed_s":86400,"confidence":0.95}"#
    },
    operation! {
        /// A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative
        /// standard error.
        document "mining.hashrate_from_shares": HashrateFromSharesRequest => HashrateFromSharesReport, hashrate_from_shares,
        example r#"{"shares":1000,"share_difficulty":65536,"elapsed_s":3600}"#
    },
    operation! {
        /// What the next retarget will change, and when, by a named estimator; the gamma posterior answers a band as
        /// well.
        document "mining.forecast_retarget": ForecastRetargetRequest => ForecastRetargetReport, forecast_retarget,
        example r#"{"network":"mainnet","height":750134,"nbits":"0x1709ed88","period_start_s":1660820820,"last_block_s":1660917166,"now_ms":1660917833000,"estimator":{"gamma_posterior":{"confidence":0.95}}}"#
    },
    operation! {
        /// Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and
        /// fees.
        document "mining.expected_reward": ExpectedRewardRequest => ExpectedRewardReport, expected_reward,
        example r#"{"hashrate_ths":1000,"network_basis":{"difficulty":100000000000000},"subsidy_sat":312500000,"fees_per_block_sat":0,"pool_fee":0,"days":1}"#
    },
    operation! {
        /// Hashprice: what one petahash per second is expected to earn per day, in US dollars and in satoshis.
        document "mining.hashprice": HashpriceRequest => HashpriceReport, hashprice,
        example r#"{"network_basis":{"difficulty":138955357012247.3},"subsidy_sat":312500000,"fees_per_block_sat":2000000,"btc_price_usd":73674}"#
    },
    operation! {
        /// Hashprice as a day paid it: issuance and fees of the day over the network's hashrate.
        document "mining.realized_hashprice": RealizedHashpriceRequest => RealizedHashpriceReport, realized_hashprice,
        example r#"{"network_hashrate_ths":558271813.8,"daily_issuance_sat":40625000000,"daily_fees_sat":120646658440,"btc_price_usd":64907.993}"#
    },
    operation! {
        /// The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and
        /// quantiles).
        document "mining.solo_odds": SoloOddsRequest => SoloOddsReport, solo_odds,
        example r#"{"hashrate_ths":1000,"network_basis":{"difficulty":100000000000000},"horizon":{"days":365.25},"quantiles":[0.5,0.95]}"#
    },
    operation! {
        /// Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net,
        /// the four break-evens, and the direct, cash and all-in cost of one bitcoin.
        document "mining.profit": ProfitRequest => ProfitReport, profit,
        example r#"{"hashrate_ths":200,"power_w":3500,"network_basis":{"difficulty":138955357012247.3},"subsidy_sat":312500000,"fees_per_block_sat":2000000,"btc_price_usd":73674,"pool_fee":0.02,"power_price_usd_per_kwh":0.05,"days":30,"uptime":0.98,"hosting_fee_usd_per_kwh":0.01,"maintenance_usd_per_day":0.2,"machine_price_usd":3200,"useful_life_days":1460}"#
    },
    operation! {
        /// Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.
        ///
        /// `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN
        /// in that row, and the word in `status`).
        columns "mining.profit_batch": ProfitBatchParams,
        in {
            /// Hashrate.
            hashrate_ths: F64 Hashrate,
            /// Power at the wall.
            power_w: F64 Power,
            /// Price of energy.
            power_price_usd_per_kwh: F64 EnergyPrice,
            /// Price of one bitcoin.
            btc_price_usd: F64 Price,
        } out {
            /// Revenue after the pool's fee, USD.
            revenue_usd: F64,
            /// Cost of power, USD.
            power_cost_usd: F64,
            /// What is left after all costs, USD.
            net_usd: F64,
            /// `ok` or `refused`.
            status: Words,
        },
        |params: &ProfitBatchParams, columns| {
            let inputs = ProfitColumns {
                hashrate_ths: columns.f64(0),
                power_w: columns.f64(1),
                power_price_usd_per_kwh: columns.f64(2),
                btc_price_usd: columns.f64(3),
            };
            let table = profit_batch(&inputs, params)?;
            Ok::<_, MiningError>(vec![
                ColumnBuffer::F64(table.revenue_usd),
                ColumnBuffer::F64(table.power_cost_usd),
                ColumnBuffer::F64(table.net_usd),
                status(&table.status),
            ])
        },
        example r#"{"params":{"network_basis":{"difficulty":138955357012247.3},"subsidy_sat":312500000,"fees_per_block_sat":2000000,"pool_fee":0.02,"days":30,"uptime":0.98},"columns":{"hashrate_ths":[200,110.5],"power_w":[3500,3250],"power_price_usd_per_kwh":[0.05,-0.01],"btc_price_usd":[73674,73674]}}"#
    },
    operation! {
        /// Hashprice of many days at once, each row as `mining.hashprice` computes it, bit for bit.
        columns "mining.hashprice_batch": HashpriceBatchParams,
        in {
            /// Difficulty.
            difficulty: F64 Difficulty,
            /// Fees per block, averaged over the caller's window.
            fees_per_block_sat: I64 Amount,
            /// Price of one bitcoin.
            btc_price_usd: F64 Price,
        } out {
            /// Hashprice, USD per PH/s per day.
            hashprice_usd_per_phs_day: F64,
            /// Hashprice, satoshis per PH/s per day.
            hashprice_sat_per_phs_day: F64,
            /// `ok` or `refused`.
            status: Words,
        },
        |params: &HashpriceBatchParams, columns| {
            let inputs = HashpriceColumns {
                difficulty: columns.f64(0),
                fees_per_block_sat: columns.i64(1),
                btc_price_usd: columns.f64(2),
            };
            let table = hashprice_batch(&inputs, params)?;
            Ok::<_, MiningError>(vec![
                ColumnBuffer::F64(table.hashprice_usd_per_phs_day),
                ColumnBuffer::F64(table.hashprice_sat_per_phs_day),
                status(&table.status),
            ])
        },
        example r#"{"params":{"subsidy_sat":312500000},"columns":{"difficulty":[136607070854775.06,138955357012247.3],"fees_per_block_sat":[2100000,1900000],"btc_price_usd":[73461.5,73674]}}"#
    },
    operation! {
        /// The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it,
        /// with its exact confidence bounds.
        stream RunningHashrate,
        in {
            /// Time of the block.
            time_ms: I64 Timestamp,
            /// Difficulty of the block.
            difficulty: F64 Difficulty,
        } out {
            /// Hashrate, TH/s; NaN while warming up.
            hashrate_ths: F64,
            /// Lower bound, TH/s.
            lower_ths: F64,
            /// Upper bound, TH/s.
            upper_ths: F64,
        },
        event |columns, row| {
            let (time, difficulty) = (columns.i64(0)[row], columns.f64(1)[row]);
            Ok(BlockSeen {
                time_ms: Timestamp::from_ms(time).map_err(|error| error.fault().at("time_ms"))?,
                difficulty: Difficulty::new(difficulty).map_err(|error| error.fault().at("difficulty"))?,
            })
        },
        output |outputs| {
            let column = |value: fn(&RunningHashrateOutput) -> f64| ColumnBuffer::F64(outputs.iter().map(value).collect());
            vec![column(|o| o.hashrate_ths), column(|o| o.lower_ths), column(|o| o.upper_ths)]
        },
        example r#"{"params":{"window_blocks":120,"confidence":0.95},"columns":{"time_ms":[1780012800000,1780013150000,1780014011000],"difficulty":[138955357012247.3,138955357012247.3,138955357012247.3]}}"#
    },
    operation! {
        /// Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the
        /// subsidy follows the height, blocks arrive as a Poisson process.
        job SoloIncome,
        example r#"{"hashrate_ths":100000,"difficulty":138955357012247.3,"height":951552,"fees_per_block_sat":2000000,"days":365,"drift_per_retarget":0.01,"volatility_per_retarget":0.046,"paths":4096,"seed":"20260531","quantiles":[0.05,0.5,0.95]}"#
    },
];

fn status(rows: &[RowStatus]) -> ColumnBuffer {
    let code = |status: &RowStatus| u8::from(*status != RowStatus::Ok);
    ColumnBuffer::Words { codes: rows.iter().map(code).collect(), words: &["ok", "refused"] }
}
