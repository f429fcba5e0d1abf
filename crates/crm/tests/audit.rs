//! The chain and the tree against Python's hashlib, RFC 8785's example, and every way to tamper.

use hashinsight_crm::audit::{
    AppendRequest, AuditChain, AuditChainParams, AuditedEvent, CheckInclusionRequest, InclusionRequest, VerifyRequest,
    append_event, check_inclusion, inclusion_proof, verify_chain,
};
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_testkit::vectors;
use serde_json::Value;

fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn chain_of_the_table() {
    let file = vectors("audit_chain.json");
    let (events, hashes) = (texts(&file["events"]), texts(&file["chain"]));
    let links = batch::<AuditChain>(&AuditChainParams, &events).unwrap();
    assert_eq!(links.iter().map(|link| link.hash.clone()).collect::<Vec<_>>(), hashes);
    assert_eq!(links.iter().map(|link| link.canonical.clone()).collect::<Vec<_>>(), texts(&file["canonical"]));
    // One by one, with only the hash stored; and from saved bytes.
    let mut previous = None;
    let mut chain = AuditChain::open(&AuditChainParams).unwrap();
    for (event, hash) in events.iter().zip(&hashes) {
        let mut request = AppendRequest::new(event.clone());
        request.previous = previous;
        previous = Some(append_event(&request).unwrap().hash);
        assert_eq!(previous.as_ref(), Some(hash));
        chain = AuditChain::restore(&AuditChainParams, &chain.save()).unwrap();
        assert_eq!(chain.update(event).unwrap().hash, *hash);
    }
}

/// RFC 8785, sections 3.2.2 and 3.2.3.
#[test]
fn canonical_text_of_the_standard() {
    let event = r#"{
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    }"#;
    let expected = r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
    assert_eq!(append_event(&AppendRequest::new(event.to_owned())).unwrap().canonical, expected);
}

#[test]
fn every_tampering_is_found_where_it_is() {
    let file = vectors("audit_chain.json");
    let (events, hashes) = (texts(&file["events"]), texts(&file["chain"]));
    let record: Vec<AuditedEvent> =
        events.iter().zip(&hashes).map(|(event, hash)| AuditedEvent::new(event.clone(), hash.clone())).collect();
    let first_broken = |record: Vec<AuditedEvent>| verify_chain(&VerifyRequest::new(record)).unwrap().first_broken;
    assert_eq!(first_broken(record.clone()), None);
    for place in 0..record.len() {
        let mut changed = record.clone();
        changed[place].event =
            changed[place].event.replacen('1', "7", 1).replacen("0.5", "0.6", 1).replace("lead", "deal");
        if changed[place].event == record[place].event {
            changed[place].event = changed[place].event.replace("won", "lost");
        }
        assert_eq!(first_broken(changed), Some(place as u64), "changed {place}");
        let mut dropped = record.clone();
        dropped.remove(place);
        assert_eq!(first_broken(dropped), (place + 1 < record.len()).then_some(place as u64), "dropped {place}");
        let mut flipped = record.clone();
        let digit = if flipped[place].hash.ends_with('0') { "1" } else { "0" };
        flipped[place].hash.replace_range(63.., digit);
        assert_eq!(first_broken(flipped), Some(place as u64), "flipped {place}");
    }
    for (event, hash) in
        [(r#"{"id"91}"#, None), (r#"{"id":1,"id":2}"#, None), ("", None), (events[1].as_str(), Some("g"))]
    {
        let mut broken = record.clone();
        broken[1].event = event.to_owned();
        if let Some(digit) = hash {
            broken[1].hash.replace_range(..1, digit);
        }
        assert_eq!(first_broken(broken), Some(1), "{event}");
    }
    let mut swapped = record.clone();
    swapped.swap(1, 2);
    assert_eq!(first_broken(swapped), Some(1));
    // A part of the record, with the hash before it.
    let report = verify_chain(&VerifyRequest::new(record[2..].to_vec()).previous(hashes[1].clone())).unwrap();
    assert_eq!((report.is_intact, report.head.as_str()), (true, hashes[4].as_str()));
}

#[test]
fn inclusion_in_trees_of_every_size() {
    let file = vectors("audit_chain.json");
    let (events, roots) = (texts(&file["events"]), texts(&file["roots"]));
    for size in 1..=events.len() {
        for index in 0..size {
            let proof = inclusion_proof(&InclusionRequest::new(events[..size].to_vec(), u32::try_from(index).unwrap()))
                .unwrap();
            assert_eq!(proof.root, roots[size - 1]);
            let check = |event: &str, at: usize, proof_of: &[String]| {
                let request = CheckInclusionRequest::new(
                    event.to_owned(),
                    u32::try_from(at).unwrap(),
                    proof.size,
                    proof_of.to_vec(),
                    proof.root.clone(),
                );
                check_inclusion(&request).unwrap().is_included
            };
            assert!(check(&events[index], index, &proof.proof), "{index} of {size}");
            for other in 0..size {
                assert_eq!(check(&events[other], index, &proof.proof), other == index);
                assert_eq!(check(&events[index], other, &proof.proof), other == index);
            }
            let mut longer = proof.proof.clone();
            longer.push(roots[0].clone());
            assert!(!check(&events[index], index, &longer));
        }
    }
}

#[test]
fn events_that_have_no_hash() {
    let error = |event: &str| append_event(&AppendRequest::new(event.to_owned())).unwrap_err();
    assert_eq!(error(r#"{"a":1,"b":[{"c":1,"c":2}]}"#).code(), "crm.event.several");
    assert_eq!(error("[1]").code(), "crm.event.wrong_type");
    assert_eq!(error(r#"{"sat": 9007199254740993}"#).code(), "crm.event.out_of_range");
    assert!(error("{} {}").path().as_str().starts_with("event"));
    let request = AppendRequest::new("{}".to_owned()).previous("abc".to_owned());
    assert_eq!(append_event(&request).unwrap_err().code(), "crm.previous.unknown");
    let beyond = inclusion_proof(&InclusionRequest::new(vec!["{}".to_owned()], 1)).unwrap_err();
    assert_eq!(beyond.code(), "crm.index.out_of_range");
}
