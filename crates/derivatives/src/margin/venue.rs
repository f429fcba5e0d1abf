//! How venues decide.

use hashinsight_units::{Error, Record};

use super::ContractKind;
use crate::refuse::unsupported;

/// Convention of a venue for liquidation. Conventions change: each says where and when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Venue {
    /// Maintenance at the mark, with deduction; the closing fee does not count. Binance FAQ "How to calculate liquidation price of USDⓈ-M
    /// futures contracts", read 2024.
    BinanceUsdm,
    /// Maintenance at the mark, in coin, with deduction; the closing fee does not count. Binance COIN-M liquidation calculator and FAQ, read 2024.
    BinanceCoinm,
    /// Maintenance at the entry value, the closing fee at the bankruptcy price. Bybit help centre before unified accounts (inverse and
    /// isolated linear contracts), examples of 2019 to 2023.
    BybitClassic,
    /// Maintenance at the mark, with deduction, closing fee at the mark. Bybit help centre, unified trading account, read 2026.
    BybitUnified,
    /// Margin ratio (margin and profit over maintenance and closing fee, both at the mark) falls to 100 %. OKX help centre, formula only,
    /// read 2026; the same form at Gate.
    Okx,
    /// Maintenance at the entry value; liquidation before bankruptcy, and the difference is the fund's. BTSE support, read 2026.
    Btse,
    /// Maintenance at the mark, by tiers without deduction; the closing fee does not count. Collateral of several currencies with haircuts
    /// behind linear contracts, the coin behind inverse ones; one position per contract. Kraken support, "Equity protection process" (its
    /// example: 1,000 contracts from 8,000 on 0.01 bitcoin are liquidated at 7,481 and bankrupt at 7,407) and "Margining & liquidations:
    /// multi-collateral", whose netting across maturities is not computed here; stored copies, read 2026.
    Kraken,
    /// Maintenance at the mark, by a rate that grows with the position in coin; the closing fee does not count. The account is the margin: no
    /// position has one of its own, and each contract has one position. Deribit support, notice of 11 January 2022 (1 % and 0.005 % per
    /// bitcoin) and "Linear perpetual" (25 bitcoin at 100,000 need 28,125 USDC); standard margin; stored copies, read 2026.
    Deribit,
}

/// Price at which a term is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TakenAt {
    Mark,
    Entry,
    Bankruptcy,
    /// Not at all: the term does not count.
    Nowhere,
}

impl Venue {
    /// Price at which maintenance is taken.
    pub(crate) const fn maintenance_at(self) -> TakenAt {
        match self {
            Self::BybitClassic | Self::Btse => TakenAt::Entry,
            Self::BinanceUsdm | Self::BinanceCoinm | Self::BybitUnified | Self::Okx | Self::Kraken | Self::Deribit => {
                TakenAt::Mark
            }
        }
    }

    /// Price at which the closing fee is taken.
    pub(crate) const fn fee_at(self) -> TakenAt {
        match self {
            Self::BinanceUsdm | Self::BinanceCoinm | Self::Btse | Self::Kraken | Self::Deribit => TakenAt::Nowhere,
            Self::BybitClassic => TakenAt::Bankruptcy,
            Self::BybitUnified | Self::Okx => TakenAt::Mark,
        }
    }

    /// Sources whose tier tables are the venue's, its usual one first. Gate's rules are those of OKX.
    pub(crate) const fn publishers(self) -> &'static [&'static str] {
        match self {
            Self::BinanceUsdm => &["binance_usdm"],
            Self::BinanceCoinm => &["binance_coinm"],
            Self::BybitClassic | Self::BybitUnified => &["bybit"],
            Self::Okx => &["okx", "gate"],
            Self::Btse => &["btse"],
            Self::Kraken => &["kraken"],
            Self::Deribit => &["deribit"],
        }
    }

    /// Refuses contracts that the venue does not have.
    pub(crate) fn check_contract(self, kind: ContractKind) -> Result<(), Error> {
        match (self, kind) {
            (Self::BinanceUsdm, ContractKind::Inverse) => {
                Err(unsupported("contract", "inverse", "linear, as this venue has no inverse contracts"))
            }
            (Self::BinanceCoinm, ContractKind::Linear) => {
                Err(unsupported("contract", "linear", "inverse, as this venue has no linear contracts"))
            }
            _ => Ok(()),
        }
    }

    /// Whether a position can have a margin of its own.
    pub(crate) const fn isolates(self) -> bool {
        !matches!(self, Self::Deribit)
    }

    /// Whether a long and a short of one contract can stand side by side.
    pub(crate) const fn hedges(self) -> bool {
        !matches!(self, Self::Kraken | Self::Deribit)
    }
}
