//! The last digit of what comes in percent, in GH/s and by the megawatt hour is the one that was received: recorded figures.

use crate::support::ask::{NOW_MS, read};
use hashinsight_feeds::{SettlementFormat, SettlementRequest, read_settlement};
use serde_json::json;

#[test]
fn a_point_is_moved_and_nothing_rounded() {
    let ticker = json!({"binance": {"ticker": {"market": "usdm", "instrument": "BTCUSDT", "quote_currency": "USDT"}}});
    let body = json!({"symbol": "BTCUSDT", "priceChangePercent": "-95.960", "lastPrice": "60000.00000200",
        "volume": "8913.30000000", "quoteVolume": "534798000.0", "closeTime": NOW_MS - 1});
    assert_eq!(read(&ticker, &body).0["change_24h"], json!(-0.9596)); // -95.96 / 100 is -0.9595999999999999

    let hashrate = json!({"bitcoin_rpc": {"network_hashps": {}}});
    let (data, _) = read(&hashrate, &json!({"result": 9.319_865_870_313_752e20, "error": null, "id": 1}));
    assert_eq!(data["hashrate_ths"], json!(931_986_587.031_375_2));

    let text = "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n08/05/2025,01:00,7RNCHSLR_ALL, 23.94,N\n";
    let request = SettlementRequest::new(
        SettlementFormat::ErcotSettlementPoint,
        text.to_owned(),
        "7RNCHSLR_ALL".parse().unwrap(),
    );
    let report = serde_json::to_value(read_settlement(&request).unwrap()).unwrap();
    assert_eq!(report["prices"]["usd_per_kwh"], json!([0.02394])); // 23.94 / 1000 is 0.023940000000000003
}
