//! What a body says of itself, looked at without knowing its shape: for refusals.

use std::borrow::Cow;

use hashinsight_units::json::{Element, Node};

/// A value, or nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'d>(pub(super) Option<Node<'d>>);

impl<'d> Said<'d> {
    /// The member of this name.
    pub(crate) fn get(self, name: &str) -> Self {
        let Some(Element::Object(mut entries)) = self.element() else { return Self(None) };
        Self(entries.find(|(key, _)| key == name).map(|(_, node)| node))
    }

    /// The first element.
    pub(crate) fn first(self) -> Self {
        let Some(Element::Array(mut list)) = self.element() else { return Self(None) };
        Self(list.next())
    }

    fn element(self) -> Option<Element<'d>> {
        self.0.map(Node::element)
    }

    /// How many members an object has.
    pub(crate) fn members(self) -> usize {
        match self.element() {
            Some(Element::Object(entries)) => entries.count(),
            _ => 0,
        }
    }

    /// The text that it is.
    pub(crate) fn text(self) -> Option<Cow<'d, str>> {
        match self.element() {
            Some(Element::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A number or text, and not nothing: `null`, `false`, `0` and `""` are.
    pub(crate) fn words(self) -> Option<String> {
        let words = match self.element()? {
            Element::Text(text) => text.into_owned(),
            Element::Number(number) => number.token.to_owned(),
            _ => return None,
        };
        Some(words).filter(|words| !words.is_empty() && words != "0")
    }

    /// A code: a number or text, `0` among them.
    pub(crate) fn code(self) -> Option<String> {
        match self.element()? {
            Element::Text(text) => Some(text.into_owned()),
            Element::Number(number) => Some(number.token.to_owned()),
            _ => None,
        }
    }

    /// Whether it is `false`.
    pub(crate) fn is_false(self) -> bool {
        matches!(self.element(), Some(Element::Bool(false)))
    }
}
