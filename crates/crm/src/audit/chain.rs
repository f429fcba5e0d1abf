//! The chain of hashes.

use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::canonical::{Hash, canonical, hash, hex, parse_hash};

/// Parameters of [`AuditChain`]: it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditChainParams;

/// Number of events and the hash of the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditState(u64, Hash);

/// A chain of hashes over events, one event at a time.
///
/// ```
/// use hashinsight_crm::audit::{AuditChain, AuditChainParams, AppendRequest, append_event};
/// use hashinsight_numerics::stream::Stream;
/// let mut chain = AuditChain::open(&AuditChainParams)?;
/// let first = chain.update(&r#"{"who": "u-31", "did": "approve"}"#.to_owned())?;
/// // The same event written otherwise has the same hash.
/// let same = append_event(&AppendRequest::new(r#"{"did":"approve","who":"u-31"}"#.into()))?;
/// assert_eq!(first.hash, same.hash);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct AuditChain(AuditChainParams, AuditState);

impl Stream for AuditChain {
    const PATH: &'static str = "crm.audit_chain";
    type Params = AuditChainParams;
    type State = AuditState;
    type Event = String;
    type Output = AppendReport;

    fn resume(params: &AuditChainParams, state: AuditState) -> Result<Self, Error> {
        if (state.0 == 0) == (state.1 == Hash::default()) {
            Ok(Self(*params, state))
        } else {
            Err(hashinsight_numerics::state::impossible("hash"))
        }
    }

    fn parts(&self) -> (&AuditChainParams, &AuditState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &String) -> Result<AppendReport, Error> {
        let (canonical, next) = link(&self.1.1, event)?;
        self.1 = AuditState(self.1.0 + 1, next);
        Ok(AppendReport { hash: hex(&next), canonical })
    }
}

/// The canonical text of an event, and its hash behind another.
fn link(previous: &Hash, event: &str) -> Result<(String, Hash), Error> {
    let canonical = canonical(event)?;
    let next = hash(&[previous, canonical.as_bytes()]);
    Ok((canonical, next))
}

/// Inputs of [`append_event`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AppendRequest {
    /// Event, as the text of a JSON object.
    #[record(example = "{\"who\":\"u-31\",\"did\":\"approve\"}")]
    pub event: String,
    /// Hash of the event before, as 64 hexadecimal digits. Absent: this event is the first one.
    pub previous: Option<String>,
}

/// Result of [`append_event`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AppendReport {
    /// Hash of the event, as 64 hexadecimal digits: it is stored with the event.
    pub hash: String,
    /// Canonical text of the event (RFC 8785).
    pub canonical: String,
}

/// Appends an event to a chain whose last hash is known.
///
/// # Errors
/// What is no JSON object; `crm.event.out_of_range` for a whole number beyond 2^53; `crm.previous.unknown` unless it is a hash.
pub fn append_event(request: &AppendRequest) -> Result<AppendReport, Error> {
    let previous = request.previous.as_deref().map_or(Ok(Hash::default()), |text| parse_hash("previous", text))?;
    let (canonical, next) = link(&previous, &request.event)?;
    Ok(AppendReport { hash: hex(&next), canonical })
}

/// Event of a record, with its hash.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AuditedEvent {
    /// Event, as the text of a JSON object.
    #[record(example = "{\"who\":\"u-31\",\"did\":\"approve\"}")]
    pub event: String,
    /// Hash that is stored with the event, as 64 hexadecimal digits.
    #[record(example = "0000000000000000000000000000000000000000000000000000000000000000")]
    pub hash: String,
}

/// Inputs of [`verify_chain`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VerifyRequest {
    /// Events of the record, in order.
    pub events: Vec<AuditedEvent>,
    /// Hash of the event before the first one, as 64 hexadecimal digits. Absent: the record is whole.
    pub previous: Option<String>,
}

/// Result of [`verify_chain`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VerifyReport {
    /// Whether every hash is that of its event and all before it.
    pub is_intact: bool,
    /// Place of the first event whose hash does not hold, from 0. Absent: all do.
    pub first_broken: Option<u64>,
    /// Hash of the last event that holds, as 64 hexadecimal digits: zeros before the first.
    pub head: String,
}

/// Whether a record is as it was written, and where it is not.
///
/// ```
/// use hashinsight_crm::audit::{AppendRequest, AuditedEvent, VerifyRequest, append_event, verify_chain};
/// let first = append_event(&AppendRequest::new(r#"{"amount":"10.00"}"#.into()))?;
/// let forged = AuditedEvent::new(r#"{"amount":"99.00"}"#.into(), first.hash);
/// assert_eq!(verify_chain(&VerifyRequest::new(vec![forged]))?.first_broken, Some(0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.previous.unknown` unless it is a hash.
pub fn verify_chain(request: &VerifyRequest) -> Result<VerifyReport, Error> {
    let mut head = request.previous.as_deref().map_or(Ok(Hash::default()), |text| parse_hash("previous", text))?;
    for (index, audited) in request.events.iter().enumerate() {
        // What is no hash or no event any more has been tampered with like any other.
        let holds = match (parse_hash("hash", &audited.hash), link(&head, &audited.event)) {
            (Ok(stored), Ok((_, next))) if stored == next => Some(next),
            _ => None,
        };
        let Some(next) = holds else {
            return Ok(VerifyReport { is_intact: false, first_broken: Some(index as u64), head: hex(&head) });
        };
        head = next;
    }
    Ok(VerifyReport { is_intact: true, first_broken: None, head: hex(&head) })
}
