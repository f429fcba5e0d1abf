"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``.

calculator
----------
power_curtailment_analysis
    When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour, as they are or as they move on.
calculate_btc_mined
    Bitcoin that a project is expected to earn in a span, as the world stays or as it moves on.
calculate_daily_revenue
    Revenue of hashing per day before costs, as the world stays or as it moves on.
calculate_profitability
    Profit of a span: revenue less power, hosting and maintenance.
calculate_roi
    Return on machines: whether they earn back their price, when, and at which rate.

consensus
---------
decode_nbits
    Meaning of a compact target: the target, its difficulty, the work of a block, and the hashes it takes on average.
retarget
    The compact target after a period of 2016 blocks, exactly as consensus computes it.
permitted_transition
    Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a factor 4 at its end.
check_proof_of_work
    Whether a block hash satisfies its compact target on a network, and if not, why.
subsidy
    New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving by height.

dispatch
--------
merit_order
    Machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or with how much better the best can be.
plan_dispatch
    Which machines run in which hour, why, what that saves, and what the tariff bills for it.

forecast
--------
forecast
    Income of a purchase of machines, step by step, with the option to switch off and without it: cash flow, net present value, rate of return, payback, depreciation and carbon dioxide.
forecast_batch
    Forecasts of many purchases of machines in many scenarios, each row as `mining.forecast` computes it, bit for bit.
forecast_simulation
    Monte Carlo of a purchase of machines: price and difficulty correlated over lags, or drawn from history in blocks; distribution of the net present value, probability of payback, value of the option to switch off.

investment
----------
net_present_value
    Value of cash flows at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days.
internal_rate_of_return
    Rate at which cash flows are worth nothing: one, or the reason why there is no such rate, or all of several.
depreciation
    Depreciation of a machine by year: straight line over whole or half first years, or MACRS of 3-year and 5-year property with the half-year or mid-quarter convention, each with a part written off at once.
bonus_depreciation
    Bonus depreciation of United States tax law by the days of acquisition and service, as of July 2025.

machine
-------
machines
    The catalog of machines: nominal hashrate and power of public lists, with their sources.
find_machine
    The machine of the catalog that has this name, upper and lower case alike, with or without its brand.
fleet
    Hashrate and power of a fleet: machines by model or by figures of one's own, with age, decay and cooling.
site_capacity
    Number of machines that a site can feed.

network
-------
implied_hashrate
    The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form beside it.
observed_hashrate
    The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a difference of chainwork.
hashrate_interval
    The exact confidence interval of the network hashrate given a count of blocks in a fixed time (Garwood 1936: chi-square quantiles of a Poisson count), or the time of a fixed number of blocks (Gamma), and the estimate without bias.
mean_difficulty
    The difficulty that stands for a span in which it changed: the harmonic mean by time, at which a constant hashrate finds as many blocks.
hashrate_from_shares
    A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative standard error.
forecast_retarget
    The change at the next retarget, and its time, by a named estimator; the gamma posterior answers a band as well.
RunningHashrate
    The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it, with the exact confidence bounds of a window of blocks, and without the bias of one.

profit
------
profit
    Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net, the four break-evens, and the direct, cash and all-in cost of one bitcoin.
profit_batch
    Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.
profit_heat_map
    Profit over a grid of bitcoin prices, difficulties and power prices, each cell as `mining.profit` computes it.
fleet_batch
    Earnings of groups of machines today, thousands at once, each with its age, decay and price.

reward
------
expected_reward
    Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and fees.
hashprice
    Hashprice: expected earnings of one petahash per second per day, in US dollars and in satoshis.
realized_hashprice
    Hashprice as a day paid it: issuance and fees of the day over the network's hashrate.
hashprice_batch
    Hashprice of many days at once, each row as `mining.hashprice` computes it, bit for bit.
solo_odds
    The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and quantiles).
solo_income
    Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the subsidy follows the height, blocks arrive as a Poisson process.
payout
    Mean and variance of what a payout scheme pays: solo, in a solo pool, PPS, FPPS, PPS+, PPLNS or TIDES.
share_value
    Value of a share under PPS and FPPS: the probability that it is a block, times the reward of a block.
payout_audit
    Audit of a pool's payment: the difference from what was owed as luck, fee, stale shares and what is left unexplained, and the exact probability that an honest pool pays so little.

tariff
------
tariff_prices
    Price of each settlement interval of a span: flat, by windows to the minute with weekdays, holidays and seasons, 24 daily values, or a series of 5, 15, 30 or 60 minutes, on the wall clock of any time zone.
bill
    Bill of a load under a tariff: energy at the price of its interval, a contract block settled at that price, demand charges by window with ratchets, coincident peaks, blocks of the month's use, fixed and minimum charges.
read_prices
    Prices of a file as tools write it, ready for a tariff: commas, semicolons or tabs, quotes, further columns, times with any offset, steps of 5 to 60 minutes; a gap is refused with its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._keywords import unknown
from ._calculator import (
    BtcMinedReport,
    DailyRevenueReport,
    PowerCurtailmentReport,
    ProfitabilityReport,
    RoiReport,
    calculate_btc_mined,
    calculate_daily_revenue,
    calculate_profitability,
    calculate_roi,
    power_curtailment_analysis,
)
from ._consensus import (
    CheckProofOfWorkReport,
    DecodeNbitsReport,
    Network,
    NextHalving,
    NextHalvingOutcome,
    PermittedTransitionReport,
    ProofOfWork,
    RetargetReport,
    SubsidyReport,
    check_proof_of_work,
    decode_nbits,
    permitted_transition,
    retarget,
    subsidy,
)
from ._dispatch import (
    DispatchClass,
    DispatchClassDict,
    DispatchClassReport,
    DispatchReason,
    DispatchReport,
    HashpriceCurve,
    HashpriceCurveDict,
    HashpriceCurveLike,
    InitialState,
    InitialStateDict,
    InitialStateLike,
    MeritClassReport,
    MeritOrderReport,
    MeritRow,
    PowerLimit,
    PowerLimitDict,
    PowerLimitLike,
    merit_order,
    plan_dispatch,
)
from ._forecast import (
    Algorithm,
    AlgorithmDict,
    AlgorithmLike,
    BootstrapModel,
    BootstrapModelDict,
    CorrelatedModel,
    CorrelatedModelDict,
    DifficultyPath,
    DifficultyPathDict,
    DifficultyPathLike,
    DynamicPath,
    DynamicPathDict,
    ForecastBatchColumns,
    ForecastBill,
    ForecastFan,
    ForecastReport,
    ForecastSimulationJob,
    ForecastSimulationReport,
    ForecastSteps,
    ForecastStepsCalendarMonths,
    ForecastStepsCalendarMonthsDict,
    ForecastStepsDict,
    ForecastStepsLike,
    ForecastStepsMonths,
    ForecastStepsMonthsDict,
    ForecastStepsRetargets,
    ForecastStepsRetargetsDict,
    ForecastTable,
    HalvingAhead,
    MiningProject,
    MiningProjectDict,
    PathModel,
    PathModelDict,
    PathModelLike,
    PricePath,
    PricePathDict,
    PricePathLike,
    SensitivityInput,
    Tornado,
    Valuation,
    forecast,
    forecast_batch,
    forecast_simulation,
)
from ._investment import (
    BonusDepreciationReport,
    CashFlows,
    CashFlowsDict,
    CashFlowsLike,
    Convention,
    ConventionDict,
    ConventionLike,
    DatedCashFlow,
    DatedCashFlowDict,
    DepreciationMethod,
    DepreciationMethodDict,
    DepreciationMethodLike,
    DepreciationMethodMacrs,
    DepreciationMethodMacrsDict,
    DepreciationMethodStraightLine,
    DepreciationMethodStraightLineDict,
    DepreciationReport,
    InternalRate,
    InternalRateOfReturnReport,
    InternalRateSeveral,
    InternalRateUndefined,
    NetPresentValueReport,
    bonus_depreciation,
    depreciation,
    internal_rate_of_return,
    net_present_value,
)
from ._machine import (
    AsicModel,
    Cooling,
    FleetGroup,
    FleetGroupDict,
    FleetGroupReport,
    FleetReport,
    Machine,
    MachineDict,
    MachineLike,
    MachineSpec,
    MachineSpecDict,
    MachinesReport,
    SiteCapacityReport,
    find_machine,
    fleet,
    machines,
    site_capacity,
)
from ._network import (
    Band,
    BandOutcome,
    BasisName,
    DifficultySpan,
    DifficultySpanDict,
    Estimator,
    EstimatorDict,
    EstimatorGammaPosterior,
    EstimatorGammaPosteriorDict,
    EstimatorLike,
    EstimatorMempoolWindow,
    EstimatorMempoolWindowDict,
    ForecastRetargetReport,
    HashrateFromSharesReport,
    HashrateIntervalReport,
    ImpliedHashrateReport,
    MeanDifficultyReport,
    NetworkBasis,
    NetworkBasisDict,
    NetworkBasisLike,
    NetworkUsed,
    ObservedHashrateReport,
    ObservedWork,
    ObservedWorkBlocks,
    ObservedWorkBlocksDict,
    ObservedWorkChainwork,
    ObservedWorkChainworkDict,
    ObservedWorkDict,
    ObservedWorkLike,
    Outlook,
    OutlookSettled,
    PreviousPeriod,
    PreviousPeriodDict,
    RunningHashrate,
    RunningHashrateColumns,
    RunningHashrateRow,
    Sampling,
    forecast_retarget,
    hashrate_from_shares,
    hashrate_interval,
    implied_hashrate,
    mean_difficulty,
    observed_hashrate,
)
from ._profit import (
    BreakEvens,
    CostOfBitcoin,
    FleetBatchColumns,
    HeatMapReport,
    ProfitBatchColumns,
    ProfitReport,
    ProfitRequest,
    ProfitRequestDict,
    fleet_batch,
    profit,
    profit_batch,
    profit_heat_map,
)
from ._reward import (
    ExpectedRewardReport,
    HashpriceBatchColumns,
    HashpriceReport,
    PayoutAuditReport,
    PayoutReport,
    PayoutScheme,
    PayoutSchemeDict,
    PayoutSchemeFpps,
    PayoutSchemeFppsDict,
    PayoutSchemeLike,
    PayoutSchemePplns,
    PayoutSchemePplnsDict,
    PayoutSchemePps,
    PayoutSchemePpsDict,
    PayoutSchemePpsPlus,
    PayoutSchemePpsPlusDict,
    PayoutSchemeSoloPool,
    PayoutSchemeSoloPoolDict,
    PayoutSchemeTides,
    PayoutSchemeTidesDict,
    PoolLuck,
    PoolLuckDict,
    PoolLuckLike,
    RealizedHashpriceReport,
    ShareValueReport,
    SoloHorizon,
    SoloHorizonDict,
    SoloHorizonLike,
    SoloIncomeJob,
    SoloIncomeReport,
    SoloOddsReport,
    expected_reward,
    hashprice,
    hashprice_batch,
    payout,
    payout_audit,
    realized_hashprice,
    share_value,
    solo_income,
    solo_odds,
)
from ._tariff import (
    Bill,
    BilledDemand,
    BilledMonths,
    BillingWindow,
    BillingWindowDict,
    Clock,
    ClockDict,
    CoincidentPeak,
    CoincidentPeakDict,
    ContractBlock,
    ContractBlockDict,
    DayKind,
    DayKindDict,
    DayKindLike,
    DaylightSaving,
    DemandCharge,
    DemandChargeDict,
    DemandRatchet,
    DemandRatchetDict,
    EnergyRates,
    EnergyRatesDict,
    EnergyRatesLike,
    EnergyTier,
    EnergyTierDict,
    HourlySeries,
    HourlySeriesDict,
    HoursUse,
    HoursUseBlock,
    HoursUseBlockDict,
    HoursUseDict,
    OffsetChange,
    OffsetChangeDict,
    PriceUnit,
    Season,
    SeasonDict,
    Tariff,
    TariffDict,
    TariffPricesReport,
    TimeOfUse,
    TimeOfUseDict,
    TimeOfUseWindow,
    TimeOfUseWindowDict,
    Weekday,
    bill,
    read_prices,
    tariff_prices,
)

__all__ = [
    "Algorithm",
    "AlgorithmDict",
    "AlgorithmLike",
    "AsicModel",
    "Band",
    "BandOutcome",
    "BasisName",
    "Bill",
    "BilledDemand",
    "BilledMonths",
    "BillingWindow",
    "BillingWindowDict",
    "BonusDepreciationReport",
    "BootstrapModel",
    "BootstrapModelDict",
    "BreakEvens",
    "BtcMinedReport",
    "CashFlows",
    "CashFlowsDict",
    "CashFlowsLike",
    "CheckProofOfWorkReport",
    "Clock",
    "ClockDict",
    "CoincidentPeak",
    "CoincidentPeakDict",
    "ContractBlock",
    "ContractBlockDict",
    "Convention",
    "ConventionDict",
    "ConventionLike",
    "Cooling",
    "CorrelatedModel",
    "CorrelatedModelDict",
    "CostOfBitcoin",
    "DailyRevenueReport",
    "DatedCashFlow",
    "DatedCashFlowDict",
    "DayKind",
    "DayKindDict",
    "DayKindLike",
    "DaylightSaving",
    "DecodeNbitsReport",
    "DemandCharge",
    "DemandChargeDict",
    "DemandRatchet",
    "DemandRatchetDict",
    "DepreciationMethod",
    "DepreciationMethodDict",
    "DepreciationMethodLike",
    "DepreciationMethodMacrs",
    "DepreciationMethodMacrsDict",
    "DepreciationMethodStraightLine",
    "DepreciationMethodStraightLineDict",
    "DepreciationReport",
    "DifficultyPath",
    "DifficultyPathDict",
    "DifficultyPathLike",
    "DifficultySpan",
    "DifficultySpanDict",
    "DispatchClass",
    "DispatchClassDict",
    "DispatchClassReport",
    "DispatchReason",
    "DispatchReport",
    "DynamicPath",
    "DynamicPathDict",
    "EnergyRates",
    "EnergyRatesDict",
    "EnergyRatesLike",
    "EnergyTier",
    "EnergyTierDict",
    "Estimator",
    "EstimatorDict",
    "EstimatorGammaPosterior",
    "EstimatorGammaPosteriorDict",
    "EstimatorLike",
    "EstimatorMempoolWindow",
    "EstimatorMempoolWindowDict",
    "ExpectedRewardReport",
    "FleetBatchColumns",
    "FleetGroup",
    "FleetGroupDict",
    "FleetGroupReport",
    "FleetReport",
    "ForecastBatchColumns",
    "ForecastBill",
    "ForecastFan",
    "ForecastReport",
    "ForecastRetargetReport",
    "ForecastSimulationJob",
    "ForecastSimulationReport",
    "ForecastSteps",
    "ForecastStepsCalendarMonths",
    "ForecastStepsCalendarMonthsDict",
    "ForecastStepsDict",
    "ForecastStepsLike",
    "ForecastStepsMonths",
    "ForecastStepsMonthsDict",
    "ForecastStepsRetargets",
    "ForecastStepsRetargetsDict",
    "ForecastTable",
    "HalvingAhead",
    "HashpriceBatchColumns",
    "HashpriceCurve",
    "HashpriceCurveDict",
    "HashpriceCurveLike",
    "HashpriceReport",
    "HashrateFromSharesReport",
    "HashrateIntervalReport",
    "HeatMapReport",
    "HourlySeries",
    "HourlySeriesDict",
    "HoursUse",
    "HoursUseBlock",
    "HoursUseBlockDict",
    "HoursUseDict",
    "ImpliedHashrateReport",
    "InitialState",
    "InitialStateDict",
    "InitialStateLike",
    "InternalRate",
    "InternalRateOfReturnReport",
    "InternalRateSeveral",
    "InternalRateUndefined",
    "Machine",
    "MachineDict",
    "MachineLike",
    "MachineSpec",
    "MachineSpecDict",
    "MachinesReport",
    "MeanDifficultyReport",
    "MeritClassReport",
    "MeritOrderReport",
    "MeritRow",
    "MiningProject",
    "MiningProjectDict",
    "NetPresentValueReport",
    "Network",
    "NetworkBasis",
    "NetworkBasisDict",
    "NetworkBasisLike",
    "NetworkUsed",
    "NextHalving",
    "NextHalvingOutcome",
    "ObservedHashrateReport",
    "ObservedWork",
    "ObservedWorkBlocks",
    "ObservedWorkBlocksDict",
    "ObservedWorkChainwork",
    "ObservedWorkChainworkDict",
    "ObservedWorkDict",
    "ObservedWorkLike",
    "OffsetChange",
    "OffsetChangeDict",
    "Outlook",
    "OutlookSettled",
    "PathModel",
    "PathModelDict",
    "PathModelLike",
    "PayoutAuditReport",
    "PayoutReport",
    "PayoutScheme",
    "PayoutSchemeDict",
    "PayoutSchemeFpps",
    "PayoutSchemeFppsDict",
    "PayoutSchemeLike",
    "PayoutSchemePplns",
    "PayoutSchemePplnsDict",
    "PayoutSchemePps",
    "PayoutSchemePpsDict",
    "PayoutSchemePpsPlus",
    "PayoutSchemePpsPlusDict",
    "PayoutSchemeSoloPool",
    "PayoutSchemeSoloPoolDict",
    "PayoutSchemeTides",
    "PayoutSchemeTidesDict",
    "PermittedTransitionReport",
    "PoolLuck",
    "PoolLuckDict",
    "PoolLuckLike",
    "PowerCurtailmentReport",
    "PowerLimit",
    "PowerLimitDict",
    "PowerLimitLike",
    "PreviousPeriod",
    "PreviousPeriodDict",
    "PricePath",
    "PricePathDict",
    "PricePathLike",
    "PriceUnit",
    "ProfitBatchColumns",
    "ProfitReport",
    "ProfitRequest",
    "ProfitRequestDict",
    "ProfitabilityReport",
    "ProofOfWork",
    "RealizedHashpriceReport",
    "RetargetReport",
    "RoiReport",
    "RunningHashrate",
    "RunningHashrateColumns",
    "RunningHashrateRow",
    "Sampling",
    "Season",
    "SeasonDict",
    "SensitivityInput",
    "ShareValueReport",
    "SiteCapacityReport",
    "SoloHorizon",
    "SoloHorizonDict",
    "SoloHorizonLike",
    "SoloIncomeJob",
    "SoloIncomeReport",
    "SoloOddsReport",
    "SubsidyReport",
    "Tariff",
    "TariffDict",
    "TariffPricesReport",
    "TimeOfUse",
    "TimeOfUseDict",
    "TimeOfUseWindow",
    "TimeOfUseWindowDict",
    "Tornado",
    "Valuation",
    "Weekday",
    "bill",
    "bonus_depreciation",
    "calculate_btc_mined",
    "calculate_daily_revenue",
    "calculate_profitability",
    "calculate_roi",
    "check_proof_of_work",
    "decode_nbits",
    "depreciation",
    "expected_reward",
    "find_machine",
    "fleet",
    "fleet_batch",
    "forecast",
    "forecast_batch",
    "forecast_retarget",
    "forecast_simulation",
    "hashprice",
    "hashprice_batch",
    "hashrate_from_shares",
    "hashrate_interval",
    "implied_hashrate",
    "internal_rate_of_return",
    "machines",
    "mean_difficulty",
    "merit_order",
    "net_present_value",
    "observed_hashrate",
    "payout",
    "payout_audit",
    "permitted_transition",
    "plan_dispatch",
    "power_curtailment_analysis",
    "profit",
    "profit_batch",
    "profit_heat_map",
    "read_prices",
    "realized_hashprice",
    "retarget",
    "share_value",
    "site_capacity",
    "solo_income",
    "solo_odds",
    "subsidy",
    "tariff_prices",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = unknown(__name__, __all__)
