//! The list of upstreams: the one place, besides its folder and its `mod` line, that a new one is written into.

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

/// Calls a macro with the list: documentation, feature, folder, name, question and answer. Only questions and answers are left out with a
/// feature: any upstream may answer in the shape of another.
macro_rules! each_upstream {
    ($callback:ident) => {
        $callback! {
            /// alternative.me.
            "chain" alternative_me::AlternativeMe(AlternativeMeAsk => AlternativeMeData),
            /// Binance.
            "exchanges" binance::Binance(BinanceAsk => BinanceData),
            /// Bybit.
            "exchanges" bybit::Bybit(BybitAsk => BybitData),
            /// A bitcoin node.
            "chain" bitcoin_rpc::BitcoinRpc(BitcoinRpcAsk => BitcoinRpcData),
            /// Blockchain.info.
            "chain" blockchain_info::BlockchainInfo(BlockchainInfoAsk => BlockchainInfoData),
            /// Coinbase.
            "exchanges" coinbase::Coinbase(CoinbaseAsk => CoinbaseData),
            /// CoinGecko.
            "chain" coingecko::Coingecko(CoingeckoAsk => CoingeckoData),
            /// CoinWarz.
            "chain" coinwarz::Coinwarz(CoinwarzAsk => CoinwarzData),
            /// Deribit.
            "exchanges" deribit::Deribit(DeribitAsk => DeribitData),
            /// mempool.space.
            "chain" mempool_space::MempoolSpace(MempoolSpaceAsk => MempoolSpaceData),
            /// OKX.
            "exchanges" okx::Okx(OkxAsk => OkxData),
        }
    };
}
pub(crate) use each_upstream;

macro_rules! lookups {
    ($($(#[doc = $doc:literal])+ $feature:literal $folder:ident::$name:ident($ask:ident => $data:ident),)+) => {
        /// Where a key goes in a request to this host; `None` where it is a key of another upstream.
        pub(crate) fn key_place(host: &str, access: &Access) -> Option<KeyPlace> {
            $(if <crate::$folder::host::$name as Upstream>::HOSTS.contains(&host) {
                return <crate::$folder::host::$name as Upstream>::key_place(access);
            })+
            None
        }

        /// What a body says that has the shape of an upstream's error, and what its code means to an upstream of that
        /// shape.
        pub(crate) fn refusal(body: Said<'_>) -> Option<(Refusal, Option<RefusalKind>)> {
            let mut said = None;
            $(if let Some(refusal) = <crate::$folder::host::$name as Upstream>::refusal(body) {
                if let Some(kind) = <crate::$folder::host::$name as Upstream>::kind(&refusal.code) {
                    return Some((refusal, Some(kind)));
                }
                said.get_or_insert((refusal, None));
            })+
            said
        }
    };
}

each_upstream!(lookups);
