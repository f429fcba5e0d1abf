//! The list of rooms, held against every manifest that names them and against the operation table.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;
use std::process::Command;

use hashinsight_surface::{PARTS, Part, ROOMS, operations};
use serde_json::Value;

#[test]
fn manifests_and_table_follow_the_list_of_rooms() {
    let rooms = BTreeSet::from(ROOMS);
    let parts: BTreeSet<String> = PARTS.iter().map(Part::module).collect();
    let arguments = ["metadata", "--format-version", "1", "--locked", "--no-deps"];
    let out = Command::new(env!("CARGO")).args(arguments).output().unwrap();
    let metadata: Value = serde_json::from_slice(&out.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let features = |package: &str| packages.iter().find(|found| found["name"] == package).unwrap()["features"].clone();
    for package in ["hashinsight", "hashinsight-surface", "hashinsight-wasm"] {
        let features = features(package);
        let keys = features.as_object().unwrap().keys().map(String::as_str);
        let keys: BTreeSet<&str> = keys.filter(|key| !["border", "default", "schema"].contains(key)).collect();
        let (of_parts, keys): (BTreeSet<&str>, BTreeSet<&str>) = keys.into_iter().partition(|key| parts.contains(*key));
        assert_eq!(keys, rooms, "features of {package}");
        if package != "hashinsight" {
            assert!(parts.iter().all(|part| of_parts.contains(part.as_str())), "parts of rooms in {package}");
        }
        let default = features["default"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
        let default: BTreeSet<&str> = default.filter(|name| *name != "border" && !name.contains('/')).collect();
        let takes_over = package == "hashinsight-wasm"; // the surface's default
        assert_eq!(default, if takes_over { BTreeSet::new() } else { rooms.clone() }, "default of {package}");
    }
    for room in ROOMS {
        assert!(packages.iter().any(|package| package["name"] == format!("hashinsight-{room}")), "no crate {room}");
    }
    let domains: BTreeSet<&str> = operations().map(hashinsight_surface::Operation::crate_name).collect();
    assert_eq!(domains, &rooms | &BTreeSet::from(["border"]), "domains of the operation table");
}
