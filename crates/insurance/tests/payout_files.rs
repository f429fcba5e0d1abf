//! Payments of claims, and the two who release them.

use hashinsight_insurance::claim::{
    Claim, ClaimDecision, ClaimRequest, ClaimState, EarlierClaim, PayoutApproval, PayoutFile, PayoutFileRequest,
    PayoutFileState, PayoutOrder, payout_file,
};
use hashinsight_insurance::cover::PaymentTime;
use hashinsight_units::{Error, Money, Timestamp};

use super::claims::{hour, judged, of};
use super::covers::{decimal, ten_times, with};

fn reference<T: std::str::FromStr<Err = Error>>(text: &str) -> T {
    text.parse().unwrap()
}

/// A claim of 1,500 on the second hour; its cover has the number.
fn accepted(number: u32) -> Claim {
    judged(&with(of(ten_times(), &[60_000.0, 54_000.0, 54_000.0]), |request: &mut ClaimRequest| {
        request.reference = reference(&format!("K-{number}"));
        request.cover.reference = reference(&format!("C-{number}"));
    }))
}

fn order(number: u32, assessor: &str) -> PayoutOrder {
    PayoutOrder::new(accepted(number), reference(&format!("W-{number}")), reference(assessor))
}

fn usdt(amount: &str) -> Money {
    Money::new(decimal(amount), reference("USDT"))
}

fn approval(by: &str, at: Timestamp, payments: u32, amount: &str) -> PayoutApproval {
    PayoutApproval::new(reference(by), at, payments, vec![usdt(amount)])
}

fn file(orders: Vec<PayoutOrder>, approvals: Vec<PayoutApproval>) -> PayoutFileRequest {
    PayoutFileRequest::new(reference("P-1"), reference("clerk"), hour(10), orders).approvals(approvals)
}

fn made(request: &PayoutFileRequest) -> PayoutFile {
    payout_file(request).unwrap()
}

/// By hand: two claims of 1,500 make 3,000; the second of two approvals releases them, in whatever order they are told.
#[test]
fn two_release_a_file() {
    let orders = || vec![order(2, "ann"), order(1, "bob")];
    let none = made(&file(orders(), vec![]));
    assert_eq!((none.state, none.approvals_missing, none.csv), (PayoutFileState::AwaitsApproval, 2, None));
    assert_eq!(none.totals, [usdt("3000.00")]);
    let [first, second] = [("cid", 11), ("dan", 12)].map(|(by, at)| approval(by, hour(at), 2, "3000"));
    let one = made(&file(orders(), vec![first.clone()]));
    assert_eq!((one.approvals_missing, one.released_ms, one.csv), (1, None, None));
    let both = made(&file(orders(), vec![second.clone(), first.clone()]));
    assert_eq!((both.state, both.approvals_missing), (PayoutFileState::Released, 0));
    assert_eq!(both.released_ms, Some(hour(12)));
    let due = hour(1).to_ms();
    let expected = format!(
        "file,claim,cover,payee,amount,currency,due_ms\nP-1,K-1,C-1,W-1,1500.00,USDT,{due}\nP-1,K-2,C-2,W-2,1500.00,USDT,{due}\n"
    );
    assert_eq!(both.csv, Some(expected));
    let mut turned = orders();
    turned.reverse();
    assert_eq!(made(&file(turned, vec![first.clone(), second.clone()])), both);
    // A third one changes nothing.
    let third = approval("eve", hour(13), 2, "3000");
    assert_eq!(made(&file(orders(), vec![first, second, third])), both);
}

/// Nobody pays what he assessed, put together or approved before, nor another file than this one.
#[test]
fn files_that_are_refused() {
    let refused = |request: PayoutFileRequest, code: &str, path: &str| {
        let error = payout_file(&request).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    };
    let orders = || vec![order(1, "ann"), order(2, "bob")];
    let with_approval = |by: &str, at, payments, amount: &str| {
        file(orders(), vec![approval("cid", hour(11), 2, "3000"), approval(by, at, payments, amount)])
    };
    for by in ["ann", "bob", "clerk"] {
        refused(with_approval(by, hour(11), 2, "3000"), "insurance.by.unsupported", "approvals[1].by");
    }
    refused(with_approval("cid", hour(12), 2, "3000"), "insurance.by.several", "approvals[1].by");
    refused(with_approval("dan", hour(9), 2, "3000"), "insurance.at_ms.out_of_range", "approvals[1].at_ms");
    refused(with_approval("dan", hour(11), 1, "3000"), "insurance.payments.unsupported", "approvals[1].payments");
    refused(with_approval("dan", hour(11), 2, "1500"), "insurance.totals.unsupported", "approvals[1].totals");
    let coins = with(with_approval("dan", hour(11), 2, "3000"), |request| {
        request.approvals[1].totals.push(Money::new(decimal("1"), reference("BTC")));
    });
    refused(coins, "insurance.totals.unsupported", "approvals[1].totals");
    refused(file(vec![], vec![]), "insurance.orders.insufficient_data", "orders");
    // A claim or a cover that is paid twice.
    refused(file(vec![order(1, "ann"), order(1, "bob")], vec![]), "insurance.claim.several", "orders[1].claim");
    let again = with(order(1, "ann"), |order| {
        order.claim = judged(&with(order.claim.request.clone(), |request| request.reference = reference("K-9")));
    });
    refused(file(vec![order(1, "ann"), again], vec![]), "insurance.claim.several", "orders[1].claim");
    // What is refused, changed by hand, or not due yet.
    let calm = judged(&of(ten_times(), &[60_000.0, 59_000.0]));
    let nothing = with(order(1, "ann"), |order| order.claim = calm);
    refused(file(vec![nothing], vec![]), "insurance.claim.unsupported", "orders[0].claim");
    let raised = with(order(1, "ann"), |order| {
        order.claim.payout.as_mut().unwrap().money = usdt("15000.00");
    });
    refused(file(vec![raised], vec![]), "insurance.claim.unsupported", "orders[0].claim");
    let later = with(order(1, "ann"), |order| {
        order.claim = judged(&with(order.claim.request.clone(), |request| {
            request.cover.terms.payment = PaymentTime::AtExpiry;
        }));
    });
    refused(file(vec![later], vec![]), "insurance.due_ms.out_of_range", "orders[0].claim.due_ms");
}

/// Who writes a name in capitals is nobody else, and what is named so no other claim or cover.
#[test]
fn letter_case_makes_no_second_name() {
    let refused = |request: PayoutFileRequest, code: &str, path: &str| {
        let error = payout_file(&request).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    };
    let approved = |by: &str| approval(by, hour(11), 1, "1500");
    let twice = file(vec![order(1, "ann")], vec![approved("cid"), approved("Cid")]);
    refused(twice, "insurance.by.several", "approvals[1].by");
    for by in ["ANN", "Clerk"] {
        refused(file(vec![order(1, "ann")], vec![approved(by)]), "insurance.by.unsupported", "approvals[0].by");
    }
    let named = |claim: &str, cover: &str| {
        with(order(2, "bob"), |order| {
            order.claim = judged(&with(order.claim.request.clone(), |request| {
                (request.reference, request.cover.reference) = (reference(claim), reference(cover));
            }));
        })
    };
    for second in [named("k-1", "C-2"), named("K-2", "c-1")] {
        refused(file(vec![order(1, "ann"), second], vec![]), "insurance.claim.several", "orders[1].claim");
    }
    // Of claims that were made before, too.
    for (claim, cover) in [("k-1", "C-9"), ("K-9", "c-1")] {
        let earlier = EarlierClaim::new(reference(claim), reference(cover), ClaimState::Paid);
        let found = judged(&with(accepted(1).request, |request| request.earlier = vec![earlier]));
        assert_eq!(found.decision, ClaimDecision::Reject, "{claim} {cover}");
    }
}
