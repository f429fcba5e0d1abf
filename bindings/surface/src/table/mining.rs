//! Bitcoin mining, what a calculator's page asks: consensus, reward and profit.

use hashinsight::mining::consensus::{
    CheckProofOfWorkReport, CheckProofOfWorkRequest, DecodeNbitsReport, DecodeNbitsRequest, PermittedTransitionReport,
    PermittedTransitionRequest, RetargetReport, RetargetRequest, SubsidyReport, SubsidyRequest, decode_nbits,
    document as consensus,
};
use hashinsight::mining::network::{ImpliedHashrateReport, ImpliedHashrateRequest, implied_hashrate};
use hashinsight::mining::profit::{
    HeatMapReport, HeatMapRequest, ProfitBatchParams, ProfitReport, ProfitRequest, ProfitRow, ProfitTable, profit,
    profit_batch, profit_heat_map,
};
use hashinsight::mining::reward::{
    ExpectedRewardReport, ExpectedRewardRequest, HashpriceBatchParams, HashpriceReport, HashpriceRequest, HashpriceRow,
    HashpriceTable, RealizedHashpriceReport, RealizedHashpriceRequest, document as reward, expected_reward,
    hashprice_batch, realized_hashprice,
};

use crate::operation::operations;

operations! { mining:
    /// Meaning of a compact target: the target, its difficulty, the work of a block, and the hashes it takes on average.
    ///
    /// The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole target
    /// and `2^256 / (target + 1)` stand beside it under their own names.
    document decode_nbits: DecodeNbitsRequest => DecodeNbitsReport;
    /// The compact target after a period of 2016 blocks, exactly as consensus computes it.
    ///
    /// `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's limit,
    /// then rounded to compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target is the one
    /// of the period's first block.
    document retarget = consensus::retarget: RetargetRequest => RetargetReport;
    /// Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a factor 4
    /// at its end.
    document permitted_transition = consensus::permitted_transition: PermittedTransitionRequest => PermittedTransitionReport;
    /// Whether a block hash satisfies its compact target on a network, and if not, why.
    total document check_proof_of_work = consensus::check_proof_of_work: CheckProofOfWorkRequest => CheckProofOfWorkReport;
    /// New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving by
    /// height.
    total document subsidy = consensus::subsidy: SubsidyRequest => SubsidyReport;
    /// The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form beside
    /// it.
    document implied_hashrate: ImpliedHashrateRequest => ImpliedHashrateReport;
    /// Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and fees.
    document expected_reward: ExpectedRewardRequest => ExpectedRewardReport;
    /// Hashprice: expected earnings of one petahash per second per day, in US dollars and in satoshis.
    document hashprice = reward::hashprice: HashpriceRequest => HashpriceReport;
    /// Hashprice as a day paid it: issuance and fees of the day over the network's hashrate.
    document realized_hashprice: RealizedHashpriceRequest => RealizedHashpriceReport;
    /// Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net, the
    /// four break-evens, and the direct, cash and all-in cost of one bitcoin.
    document profit: ProfitRequest => ProfitReport;
    /// Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.
    ///
    /// `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
    /// that row, and the word in `status`).
    by_row columns profit_batch: ProfitBatchParams, ProfitRow => ProfitTable;
    /// Profit over a grid of bitcoin prices, difficulties and power prices, each cell as `mining.profit` computes it.
    document profit_heat_map: HeatMapRequest => HeatMapReport;
    /// Hashprice of many days at once, each row as `mining.hashprice` computes it, bit for bit.
    by_row columns hashprice_batch: HashpriceBatchParams, HashpriceRow => HashpriceTable;
}
