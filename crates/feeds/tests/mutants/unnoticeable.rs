//! What no reader can notice, with the reason: nothing in the answer, in the question or in the rules of the chain says otherwise.

use std::collections::BTreeMap;

/// The reason of each row, a row being a file, a member and a change.
///
/// In the text a line that ends in a colon is a reason; below it stands a line for each member: file, member, changes.
pub(super) fn table() -> BTreeMap<String, &'static str> {
    let (mut rows, mut reason) = (BTreeMap::new(), "");
    for line in include_str!("unnoticeable.txt").lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(title) = line.strip_suffix(':') {
            reason = title;
            continue;
        }
        let mut words = line.split(' ');
        let (file, member) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        for change in words {
            let twin = rows.insert(format!("{file} {member} {change}"), reason);
            assert_eq!(twin, None, "{line}: {change} has two reasons");
        }
    }
    rows
}
