//! Places that a refusal or an oddity names, held against the body: only what the body has is named, and a value is
//! shown as it was received.

use hashinsight_units::json::{Document, Element, Node};
use hashinsight_units::{Error, Fault, FieldPath, Problem};

use crate::error::excerpt;
use crate::{FeedError, Parsed, Payload, Suspicion};

/// What a parser says, in the words of the body.
pub(crate) fn as_received<T>(
    payload: &Payload<'_>,
    read: Result<Parsed<T>, FeedError>,
) -> Result<Parsed<T>, FeedError> {
    match read {
        Ok(parsed) if parsed.suspicious.is_empty() => Ok(parsed),
        Ok(parsed) => {
            let suspicious = with_document(payload, |root| {
                parsed.suspicious.iter().map(|suspicion| odd(root, suspicion)).collect::<Vec<_>>()
            });
            Ok(Parsed { suspicious: suspicious.unwrap_or(parsed.suspicious), ..parsed })
        }
        Err(FeedError::Invalid(error)) => {
            let faults = with_document(payload, |root| Error::of_all(error.faults().map(|fault| refused(root, fault))));
            Err(FeedError::Invalid(faults.flatten().unwrap_or(error)))
        }
        Err(error) => Err(error),
    }
}

fn with_document<T>(payload: &Payload<'_>, look: impl FnOnce(Node<'_>) -> T) -> Option<T> {
    let text = std::str::from_utf8(payload.body).ok()?;
    Document::parse(text).ok().map(|document| look(document.root()))
}

/// As much of a path as a document has.
struct Place<'d> {
    node: Node<'d>,
    /// How much of the text of the path leads there.
    length: usize,
}

impl<'d> Place<'d> {
    fn find(root: Node<'d>, path: &str) -> Self {
        let mut place = Self { node: root, length: 0 };
        while let Some((node, length)) = place.step(path) {
            place = Self { node, length };
        }
        place
    }

    fn step(&self, path: &str) -> Option<(Node<'d>, usize)> {
        let rest = path.get(self.length..).filter(|rest| !rest.is_empty())?;
        match (rest.strip_prefix('['), self.node.element()) {
            (Some(index), Element::Array(mut list)) => {
                let (index, _) = index.split_once(']')?;
                Some((list.nth(index.parse().ok()?)?, self.length + index.len() + 2))
            }
            (None, Element::Object(entries)) => {
                let dot = usize::from(rest.starts_with('.'));
                let name = &rest[dot..dot + segment(&rest[dot..])];
                let (_, node) = entries.into_iter().find(|(key, _)| key == name)?;
                Some((node, self.length + dot + name.len()))
            }
            _ => None,
        }
    }

    /// Whether it is what a path leads to, or the value whose field of a row is named behind it.
    fn is_end(&self, path: &str) -> bool {
        self.length == path.len() || !matches!(self.node.element(), Element::Array(_) | Element::Object(_))
    }

    /// The value as received, where it is one and not a list or an object.
    fn value(&self) -> Option<String> {
        match self.node.element() {
            Element::Array(_) | Element::Object(_) => None,
            Element::Text(text) => Some(excerpt(&text)),
            _ => Some(excerpt(&self.node.raw())),
        }
    }
}

/// How long the name is that a path begins with.
fn segment(path: &str) -> usize {
    path.find(['.', '[']).unwrap_or(path.len())
}

fn odd(root: Node<'_>, suspicion: &Suspicion) -> Suspicion {
    let Suspicion { path, value, expected } = suspicion.clone();
    let place = Place::find(root, &path);
    let received = place.value().filter(|_| place.is_end(&path));
    Suspicion { path: path[..place.length].to_owned(), value: received.unwrap_or(value), expected }
}

fn refused(root: Node<'_>, fault: &Fault) -> Fault {
    let Some(path) = fault.path().as_str().strip_prefix("body") else { return fault.clone() };
    let path = path.strip_prefix('.').unwrap_or(path);
    let place = Place::find(root, path);
    let is_there = place.is_end(path);
    let mut end = place.length;
    if fault.problem() == Problem::Missing && !is_there {
        let rest = &path[end..];
        let dot = usize::from(rest.starts_with('.'));
        end += dot + segment(&rest[dot..]);
    }
    let shown = fault.value().trim_matches('"');
    let received = place.value().filter(|received| {
        is_there && !matches!(fault.problem(), Problem::Several | Problem::Length) && received != shown
    });
    let subject = fault.code().strip_suffix(fault.problem().name()).and_then(|code| code.strip_suffix('.'));
    let place = FieldPath::new("body").join(&path[..end].into());
    let value = received.unwrap_or_else(|| fault.value().to_owned());
    Fault::new(subject.unwrap_or_default(), fault.problem()).at(place).got(value).allowed(fault.allowed_text())
}
