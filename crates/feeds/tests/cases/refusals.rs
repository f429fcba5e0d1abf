//! 09 and 10: what an upstream refuses has its kind and its words; and a status beside the body decides.

use crate::support::ask::{NOW_MS, refused, refused_text};
use hashinsight_feeds::RefusalKind::{BadRequest, Key, Later, NotFromHere, Other, RateLimited, UnknownInstrument};
use hashinsight_feeds::{FeedAsk, ParseRequest, RefusalKind, RefusalRequest, parse, refusal};
use hashinsight_units::Timestamp;
use serde_json::json;

const RATE_LIMIT: &str = "feeds.rate_limit.out_of_range";

fn said(body: &str, status: Option<u16>) -> Option<(RefusalKind, Option<i64>)> {
    let mut request = RefusalRequest::new(body.to_owned(), Timestamp::from_ms(NOW_MS).unwrap());
    request.status = status;
    refusal(&request).refusal.map(|said| (said.kind, said.retry_after_ms))
}

#[test]
fn case_09_the_words_of_a_nested_refusal_are_kept() {
    let chart = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 400}}});
    let nested = |code: i64, message: &str| json!({"error": {"status": {"timestamp": "2026-06-06T07:28:05.000+00:00", "error_code": code, "error_message": message}}});
    let fault = refused(&chart, &nested(10_012, "Your request exceeds the allowed time range."));
    assert_eq!(fault.value(), "10012 Your request exceeds the allowed time range.");
    let fault = refused(&chart, &nested(10_005, "This request is limited to PRO API subscribers."));
    assert_eq!(fault.code(), "feeds.key.unsupported");
    assert_eq!(refused(&chart, &nested(429, "You've exceeded the Rate Limit.")).code(), RATE_LIMIT);
    let spot = json!({"coingecko": {"simple_price": {"coin": "bitcoin", "quote_currency": "USD"}}});
    let beside = json!({"timestamp": "2026-06-06T07:28:05.000+00:00", "error_code": 10_010,
        "status": {"error_message": "If you are using Pro API key, please change your root URL"}});
    assert_eq!(refused(&spot, &beside).code(), "feeds.key.unsupported");
}

#[test]
fn case_10_rate_limits_in_plain_text() {
    let spot = json!({"coingecko": {"simple_price": {"coin": "bitcoin", "quote_currency": "USD"}}});
    let (query, stats) = (json!({"blockchain_info": {"query": "hashrate"}}), json!({"blockchain_info": "stats"}));
    let concurrent = "Maximum concurrent requests for this endpoint reached. Please try again shortly.";
    for (ask, body) in [
        (&spot, "Throttled"),
        (&query, concurrent),
        (&stats, concurrent),
        (&query, "Quota Exceeded (Servlet Limit)"),
        (&json!({"bitcoin_rpc": "mining_info"}), "Work queue depth exceeded"),
    ] {
        assert_eq!(refused_text(ask, body).code(), RATE_LIMIT, "{body}");
    }
}

/// Bodies in the shapes that the upstreams document or that clients of theirs keep in their tests.
#[test]
fn every_refusal_has_its_kind() {
    for (body, status, kind) in [
        // Binance
        (r#"{"code":-1121,"msg":"Invalid symbol."}"#, None, UnknownInstrument),
        (r#"{"code":-1120,"msg":"Invalid interval."}"#, None, BadRequest),
        (r#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#, None, Key),
        (
            r#"{"code":-1008,"msg":"Server is currently overloaded with other requests. Please try again in a few minutes."}"#,
            None,
            Later,
        ),
        (
            r#"{"code":0,"msg":"Service unavailable from a restricted location according to 'b. Eligibility'."}"#,
            None,
            NotFromHere,
        ),
        // Deribit
        (r#"{"jsonrpc":"2.0","error":{"code":10028,"message":"too_many_requests"}}"#, None, RateLimited),
        (r#"{"jsonrpc":"2.0","error":{"code":13009,"message":"unauthorized"}}"#, None, Key),
        (r#"{"error":{"code":11051,"message":"system_maintenance"}}"#, None, Later),
        (
            r#"{"error":{"code":-32602,"data":{"reason":"wrong format","param":"instrument_name"},"message":"Invalid params"}}"#,
            None,
            BadRequest,
        ),
        // Bitcoin Core and providers
        (r#"{"result":null,"error":{"code":-28,"message":"Loading block index..."},"id":1}"#, None, Later),
        (r#"{"error":{"code":-32601,"message":"Method not found"},"id":1}"#, None, NotFromHere),
        (r#"{"error":{"code":-8,"message":"Block height out of range"},"id":1}"#, None, BadRequest),
        // Coinbase
        (r#"{"message":"NotFound"}"#, Some(404), UnknownInstrument),
        (r#"{"message":"Unsupported granularity"}"#, Some(400), BadRequest),
        (r#"{"errors":[{"id":"rate_limit_exceeded","message":"Too many requests"}]}"#, None, RateLimited),
        (
            r#"{"error":"NOT_FOUND","error_details":"valid product_id is required","message":"valid product_id is required"}"#,
            None,
            UnknownInstrument,
        ),
        // CoinGecko
        (r#"{"error":"coin not found"}"#, None, UnknownInstrument),
        // CoinWarz
        (r#"{"Success":false,"Message":"Invalid API key","Data":null}"#, None, Key),
        // Pages of proxies
        ("<html><head><title>502 Bad Gateway</title></head></html>", None, Later),
        ("<html><head><title>429 Too Many Requests</title></head></html>", None, RateLimited),
        (
            "<html><body>The Amazon CloudFront distribution is configured to block access from your country.</body></html>",
            Some(403),
            NotFromHere,
        ),
        ("<!DOCTYPE html><title>Just a moment...</title>", Some(403), Later),
        ("error code: 1015", None, RateLimited),
        // Bybit before version 5, and CloudFront before Bybit
        (r#"{"ret_code":10006,"ret_msg":"Too many visits!","ext_code":"","result":null}"#, None, RateLimited),
        (
            "<html><head><title>403 Forbidden</title></head><body>The Amazon CloudFront distribution is configured to block access from your country.</body></html>",
            Some(403),
            NotFromHere,
        ),
        ("<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>", Some(403), Key),
        // The status alone
        ("", Some(418), RateLimited),
        ("", Some(451), NotFromHere),
        ("", Some(401), Key),
        ("", Some(403), Key),
        ("", Some(400), BadRequest),
        ("", Some(503), Later),
        ("nonsense", Some(499), BadRequest), // as 400 (RFC 9110, section 15)
        ("<html><head><title>302 Found</title></head></html>", Some(302), Other),
        (r#"{"code":-1121,"msg":"Invalid symbol."}"#, Some(400), UnknownInstrument),
        (r#"{"fastestFee":3}"#, Some(500), Later),
    ] {
        assert_eq!(said(body, status).map(|said| said.0), Some(kind), "{status:?} {body}");
    }
    for data in [r#"{"fastestFee":3}"#, "932513615580.6332", "[]", r#"{"code":"0","msg":"","data":[]}"#] {
        assert_eq!(said(data, Some(200)), None, "{data}");
    }
}

#[test]
fn the_words_of_an_upstream_are_kept() {
    let of = |body: &str, status| {
        let request = RefusalRequest::new(body.to_owned(), Timestamp::from_ms(NOW_MS).unwrap()).status(status);
        refusal(&request).refusal.unwrap().message
    };
    let advice = "Way too much request weight used; IP banned until 1780990085000. Please use WebSocket Streams for live updates to avoid bans.";
    assert_eq!(of(&json!({"code": -1003, "msg": advice}).to_string(), 418), advice);
    let page = "<html><head><title>403 Forbidden</title></head><body><p>The distribution is configured to block access from your country.</p></body></html>";
    let words = "403 Forbidden: The distribution is configured to block access from your country";
    assert_eq!(of(page, 403), words);
}

#[test]
fn a_wait_is_kept_and_never_shortened() {
    // Binance: HTTP 418, and the end of the ban in the message.
    let ban = r#"{"code":-1003,"msg":"Way too much request weight used; IP banned until 1780990085000. Please use the websocket."}"#;
    assert_eq!(said(ban, Some(418)), Some((RateLimited, Some(259_200_000))));
    let ask: FeedAsk = serde_json::from_value(json!({"mempool_space": "recommended_fees"})).unwrap();
    for (header, ms) in [
        ("259200", 259_200_000_i64),
        ("60", 60_000),
        ("Sat, 06 Jun 2026 07:30:05 GMT", 120_000),
        ("Saturday, 06-Jun-26 07:30:05 GMT", 120_000),
        ("Sat Jun  6 07:30:05 2026", 120_000),
    ] {
        let request = ParseRequest::new(ask.clone(), String::new(), Timestamp::from_ms(NOW_MS).unwrap());
        let error = parse(&request.status(429).retry_after(header.to_owned())).unwrap_err();
        assert_eq!(error.code(), RATE_LIMIT);
        assert_eq!(error.allowed(), format!("an answer with data, not before {ms} ms have passed"));
    }
    // Of the header and the message the longer.
    let mut request = RefusalRequest::new(ban.to_owned(), Timestamp::from_ms(NOW_MS).unwrap());
    request.retry_after = Some("5".to_owned());
    assert_eq!(refusal(&request).refusal.unwrap().retry_after_ms, Some(259_200_000));
}

/// What comes beside the words of an upstream and cannot be read is told as it came, and costs nothing else.
#[test]
fn an_unreadable_header_or_status_does_not_cost_the_words() {
    let body = r#"{"code":-1003,"msg":"Too many requests."}"#;
    let now = Timestamp::from_ms(NOW_MS).unwrap();
    let ask: FeedAsk = serde_json::from_value(json!({"mempool_space": "recommended_fees"})).unwrap();
    let headers =
        ["soon", "", "-1", "1.5", "120s", "120, 120", "99999999999999999999", "Sat, 06 Jun 2026 07:30:05 CET", "\u{0}"];
    for header in headers {
        let mut request = RefusalRequest::new(body.to_owned(), now).status(429);
        request.retry_after = Some(header.to_owned());
        let report = refusal(&request);
        let said = report.refusal.unwrap();
        assert_eq!((said.kind, said.code.as_str(), said.retry_after_ms), (RateLimited, "-1003", None), "{header}");
        assert_eq!(said.message, "Too many requests.");
        let [odd] = report.suspicious.as_slice() else { panic!("{header}: {:?}", report.suspicious) };
        assert_eq!((odd.path.as_str(), odd.value.as_str()), ("retry_after", header));
        // As an error of `parse` it is told beside the words, and beside data as an oddity.
        let asked = |body: &str, status| {
            let request = ParseRequest::new(ask.clone(), body.to_owned(), now).status(status);
            parse(&request.retry_after(header.to_owned()))
        };
        let error = asked(body, 429).unwrap_err();
        assert_eq!((error.code(), error.value()), (RATE_LIMIT, "-1003 Too many requests."));
        assert!(error.allowed().starts_with(&format!("an answer with data; retry_after {header:?} is not seconds")));
        let fees = r#"{"fastestFee":3,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}"#;
        let odd = asked(fees, 200).unwrap().suspicious;
        assert_eq!(odd.iter().map(|odd| odd.value.as_str()).collect::<Vec<_>>(), [header]);
    }
    // Without words, too, the header says that it is worth asking later.
    let mut request = RefusalRequest::new(String::new(), now).status(413);
    request.retry_after = Some("soon".to_owned());
    assert_eq!(refusal(&request).refusal.unwrap().kind, Later);
    for status in [0, 99, 600, 999, u16::MAX] {
        let report = refusal(&RefusalRequest::new(body.to_owned(), now).status(status));
        let said = report.refusal.unwrap();
        assert_eq!((said.kind, said.message.as_str()), (RateLimited, "Too many requests."));
        let [odd] = report.suspicious.as_slice() else { panic!("{status}: {:?}", report.suspicious) };
        assert_eq!((odd.path.as_str(), odd.value.as_str()), ("status", status.to_string().as_str()));
    }
}
