//! Proofs that one event is in a record, by the Merkle tree of RFC 6962.
//!
//! ```text
//! leaf = SHA-256(0x00 | canonical text),      node = SHA-256(0x01 | left | right)
//! ```
//!
//! The tree of `n` events has the largest power of two below `n` on its left.

use hashinsight_units::{At, Error, Problem, Record};

use super::canonical::{Hash, canonical, hash, hex, parse_hash};
use crate::refuse::refuse;

fn leaf(event: &str) -> Result<Hash, Error> {
    Ok(hash(&[&[0], canonical(event)?.as_bytes()]))
}

fn node(left: &Hash, right: &Hash) -> Hash {
    hash(&[&[1], left, right])
}

/// Number of leaves on the left of a tree of two or more.
fn left_of(count: usize) -> usize {
    count.next_power_of_two() / 2
}

fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => hash(&[]),
        [one] => *one,
        _ => {
            let (left, right) = leaves.split_at(left_of(leaves.len()));
            node(&root(left), &root(right))
        }
    }
}

/// Hashes beside the way from a leaf to the root, from the leaf upwards.
fn path(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let middle = left_of(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut beside, other) =
        if index < middle { (path(left, index), root(right)) } else { (path(right, index - middle), root(left)) };
    beside.push(other);
    beside
}

/// Inputs of [`inclusion_proof`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct InclusionRequest {
    /// Events of the record, each the text of a JSON object, in order.
    pub events: Vec<String>,
    /// Place of the event that is proved, from 0.
    #[record(example = 0)]
    pub index: u32,
}

/// Result of [`inclusion_proof`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct InclusionReport {
    /// Root of the tree, as 64 hexadecimal digits: it is published.
    pub root: String,
    /// Hashes beside the way from the event to the root, from the event upwards.
    pub proof: Vec<String>,
    /// Number of events in the tree.
    pub size: u32,
}

/// The proof that an event is in a record: with the root, it convinces whoever sees no other event.
///
/// ```
/// use hashinsight_crm::audit::{CheckInclusionRequest, InclusionRequest, check_inclusion, inclusion_proof};
/// let events: Vec<String> = (0..5).map(|i| format!("{{\"n\":{i}}}")).collect();
/// let proof = inclusion_proof(&InclusionRequest::new(events.clone(), 3))?;
/// let check = CheckInclusionRequest::new(events[3].clone(), 3, proof.size, proof.proof, proof.root);
/// assert!(check_inclusion(&check)?.is_included);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.index.out_of_range` beyond the events; what is no JSON object, with its place.
pub fn inclusion_proof(request: &InclusionRequest) -> Result<InclusionReport, Error> {
    let leaves = request.events.iter().enumerate().map(|(index, event)| leaf(event).index(index).at("events"));
    let leaves: Vec<Hash> = leaves.collect::<Result<_, Error>>()?;
    let index = request.index as usize;
    let size = u32::try_from(leaves.len());
    let (true, Ok(size)) = (index < leaves.len(), size) else {
        let allowed = format!("below {}, the number of events", leaves.len());
        return Err(refuse("index", Problem::OutOfRange, index, allowed));
    };
    let proof = path(&leaves, index).iter().map(hex).collect();
    Ok(InclusionReport { root: hex(&root(&leaves)), proof, size })
}

/// Inputs of [`check_inclusion`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CheckInclusionRequest {
    /// Event, as the text of a JSON object.
    #[record(example = "{\"n\":0}")]
    pub event: String,
    /// Place of the event, from 0.
    #[record(example = 0)]
    pub index: u32,
    /// Number of events in the tree.
    #[record(example = 1)]
    pub size: u32,
    /// Hashes beside the way from the event to the root, from the event upwards, each as 64 hexadecimal digits.
    pub proof: Vec<String>,
    /// Root of the tree, as 64 hexadecimal digits.
    #[record(example = "0000000000000000000000000000000000000000000000000000000000000000")]
    pub root: String,
}

/// Result of [`check_inclusion`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CheckInclusionReport {
    /// Whether the proof leads from the event to the root.
    pub is_included: bool,
}

/// Whether a proof shows that an event is in the record of a root.
///
/// # Errors
/// `crm.index.out_of_range` beyond the size; what is no hash or no JSON object.
pub fn check_inclusion(request: &CheckInclusionRequest) -> Result<CheckInclusionReport, Error> {
    let CheckInclusionRequest { event, index, size, proof, root } = request;
    if index >= size {
        return Err(refuse("index", Problem::OutOfRange, index, format!("below {size}, the number of events")));
    }
    let root = parse_hash("root", root)?;
    let beside = proof.iter().enumerate().map(|(i, text)| parse_hash("proof", text).map_err(|error| error.in_row(i)));
    let beside: Vec<Hash> = beside.collect::<Result<_, Error>>()?;
    let start = leaf(event)?;
    let end = climb(start, *index as usize, *size as usize, &beside);
    Ok(CheckInclusionReport { is_included: end == Some(root) })
}

/// The root that a proof leads to; `None` where it is too long or too short.
fn climb(start: Hash, index: usize, size: usize, beside: &[Hash]) -> Option<Hash> {
    if size == 1 {
        return beside.is_empty().then_some(start);
    }
    let (other, below) = beside.split_last()?;
    let middle = left_of(size);
    if index < middle {
        Some(node(&climb(start, index, middle, below)?, other))
    } else {
        Some(node(other, &climb(start, index - middle, size - middle, below)?))
    }
}
