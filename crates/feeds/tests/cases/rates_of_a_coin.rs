//! CoinWarz lists the rates of one coin by exchange, in dollars and in bitcoin, each with its time.

use crate::support::ask::{NOW_MS, NOW_S, paths, read, refused};
use serde_json::{Value, json};

fn ask(coin: &str) -> Value {
    json!({"coinwarz": {"coin_information": {"coin": coin}}})
}

fn body(coin: &str, rates: &Value) -> Value {
    let (algorithm, difficulty, reward, height) = match coin {
        "BTC" => ("SHA-256", 1.389e14, 3.125, 952_583),
        _ => ("Scrypt", 9.7e5, 6.25, 2_900_000),
    };
    json!({"Success": true, "Message": "", "Data": {"CoinTag": coin, "Algorithm": algorithm, "Difficulty": difficulty,
        "BlockReward": reward, "BlockCount": height, "ExchangeRates": rates, "IsExchangeOnline": true}})
}

#[test]
fn the_price_is_that_of_the_first_exchange_in_the_currency_of_the_coin() {
    let rates = |usd: f64, btc: f64, time: i64| {
        json!([{"Exchange": "A", "ToUSD": usd, "ToBTC": btc, "Volume": 1.5, "TimeStamp": time},
            {"Exchange": "B", "ToUSD": 1.01 * usd, "ToBTC": btc, "Volume": 9.5, "TimeStamp": time}])
    };
    for (time, ms) in [(NOW_S - 60, NOW_MS - 60_000), (NOW_MS - 60_000, NOW_MS - 60_000)] {
        let (coin, odd) = read(&ask("BTC"), &body("BTC", &rates(60_823.2, 1.0, time)));
        assert_eq!(coin["price"]["last_price"], 60_823.2);
        assert_eq!((&coin["price"]["quote_currency"], &coin["price"]["time_ms"]), (&json!("USD"), &json!(ms)));
        assert_eq!(paths(&odd), Vec::<&str>::new());
    }
    let (coin, _) = read(&ask("LTC"), &body("LTC", &rates(55.1, 0.000_906, NOW_S)));
    let price = &coin["price"];
    assert_eq!((&price["last_price"], &price["quote_currency"]), (&json!(0.000_906), &json!("BTC")));
    // A rate of days ago is not one of now.
    let (coin, odd) = read(&ask("BTC"), &body("BTC", &rates(60_823.2, 1.0, NOW_S - 172_800)));
    assert_eq!(coin["price"]["time_ms"], NOW_MS - 172_800_000);
    assert_eq!(paths(&odd), ["Data.ExchangeRates[0].TimeStamp"]);
    // Without a rate there is no price, and what cannot be one is refused where it stands.
    for none in [json!([]), json!([{"Exchange": "A", "ToUSD": null, "ToBTC": null}])] {
        assert_eq!(read(&ask("BTC"), &body("BTC", &none)).0.get("price"), None);
    }
    let fault = refused(&ask("BTC"), &body("BTC", &rates(-60_823.2, 1.0, NOW_S)));
    assert_eq!((fault.path().as_str(), fault.value()), ("body.Data.ExchangeRates[0].ToUSD", "-60823.2"));
    assert_eq!(paths(&read(&ask("BTC"), &body("BTC", &rates(7.0, 1.0, NOW_S))).1), ["Data.ExchangeRates[0].ToUSD"]);
}
