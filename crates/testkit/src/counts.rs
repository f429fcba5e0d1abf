//! How much of a check is done: all of it for `cargo xtask proof full`, a sample for a run of the tests.

use proptest::test_runner::Config;

/// Whether the full counts are wanted: `HASHINSIGHT_PROOF` is set.
fn is_proof() -> bool {
    std::env::var_os("HASHINSIGHT_PROOF").is_some()
}

/// So many cases for a proof, and 2 % of them for a run of the tests.
///
/// ```
/// let count: u64 = hashinsight_testkit::cases(100_000);
/// assert!(count == 100_000 || count == 2_000);
/// ```
pub fn cases<N: From<u32>>(full: u32) -> N {
    few(full.div_ceil(50), full)
}

/// So many cases for a proof, and `usual` for a run of the tests: where one costs so much that 2 % take longer than ten seconds.
pub fn few<N: From<u32>>(usual: u32, full: u32) -> N {
    if is_proof() { full.into() } else { usual.into() }
}

/// All of a list for a proof, and its first ones for a run of the tests.
pub fn first<T>(usual: usize, list: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
    list.into_iter().take(if is_proof() { usize::MAX } else { usual })
}

/// A property that is asked of so many [`cases`]; of as many as `PROPTEST_CASES` says where that is set and no proof is wanted.
pub fn properties(full: u32) -> Config {
    let usual = Config { failure_persistence: None, ..Config::default() };
    let is_told = !is_proof() && std::env::var_os("PROPTEST_CASES").is_some();
    Config { cases: if is_told { usual.cases } else { cases(full) }, ..usual }
}
