//! The one reader of documents: strict, and with every fault in field order.

use std::borrow::Cow;

use super::{Value, span};
use crate::json::{Document, EXACT, Element, Elements, Node, Source};
use crate::{Error, Fault, FieldPath, Problem, Shown};

/// More faults are not told: a document with so many is not the right document.
const FAULT_LIMIT: usize = 1_000;

/// Reads a document that belongs to `domain`, the first part of the codes of its faults: its text, or what else a [`Source`] is.
///
/// # Errors
/// Every fault of the document in field order, at least one: `<domain>.<field>.<problem>` for a missing, unknown, repeated or mistyped field,
/// what a quantity itself refuses; or alone `border.json.unknown` for text that is no JSON and `border.depth.out_of_range`.
pub fn read<'t, T: Value>(domain: &str, source: impl Into<Source<'t>>) -> Result<T, Error> {
    let mut value = None;
    read_with(domain, source.into(), &mut |node, reader| value = T::read(node, reader))?;
    match value {
        Some(value) => Ok(value),
        None => unreachable!("by the contract of Value, what is not read has told a fault"),
    }
}

/// What is the same for every type, and therefore once in a module: here and where else a function of the reader does not know its type.
#[inline(never)]
fn read_with(domain: &str, source: Source<'_>, read: &mut dyn FnMut(Node<'_>, &mut Reader<'_>)) -> Result<(), Error> {
    let document = Document::parse(source)?;
    let mut reader = Reader { domain, path: Vec::new(), faults: Vec::new(), form: None, example: None };
    read(document.root(), &mut reader);
    Error::of_all(reader.faults).map_or(Ok(()), Err)
}

/// Where the reading stands, and what was wrong so far.
#[derive(Debug)]
pub struct Reader<'a> {
    domain: &'a str,
    path: Vec<Step>,
    faults: Vec<Fault>,
    /// What a field with a range of its own allows.
    form: Option<Form>,
    /// A form to write for the field at that depth.
    example: Option<(usize, &'a str)>,
}

/// Form of a value, in words.
type Form = fn() -> String;

#[derive(Clone, Copy, Debug)]
enum Step {
    Field(&'static str),
    Index(usize),
}

impl<'a> Reader<'a> {
    fn path(&self) -> FieldPath {
        self.path.iter().fold(FieldPath::default(), |path, step| match step {
            Step::Field(name) => path.field(name),
            Step::Index(index) => path.index(*index),
        })
    }

    /// Tells a fault of the value that is being read; its path, if any, continues that of the value.
    pub fn refuse<T>(&mut self, fault: Fault) -> Option<T> {
        self.tell(fault);
        None
    }

    #[inline(never)]
    fn tell(&mut self, fault: Fault) {
        if self.faults.len() < FAULT_LIMIT {
            self.faults.push(fault.at(self.path()));
        }
    }

    /// The value, or the fault that its own check tells.
    pub fn checked<T, E: Into<Error>>(&mut self, value: Result<T, E>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(error) => self.refuse(error.into().fault().clone()),
        }
    }

    /// What to say is allowed until further notice: the range of the field that is read next, instead of that of its type.
    pub fn expect_form(&mut self, form: Option<fn() -> String>) {
        self.form = form;
    }

    /// A number within the range of its field.
    pub fn within<T: Copy + PartialOrd + Shown>(&mut self, name: &'static str, value: T, low: T, high: T) -> Option<T> {
        if low <= value && value <= high {
            return Some(value);
        }
        let allowed = span(&low, &high);
        self.field(name, |reader| reader.problem(Problem::OutOfRange, &value.shown(), allowed))
    }

    /// Tells `<domain>.<field>.<problem>` of the value that is being read.
    pub fn problem<T>(&mut self, problem: Problem, got: &str, allowed: impl Into<String>) -> Option<T> {
        self.tell_problem(problem, got, allowed.into());
        None
    }

    #[inline(never)]
    fn tell_problem(&mut self, problem: Problem, got: &str, allowed: String) {
        let field = self.path.iter().rev().find_map(|step| match step {
            Step::Field(name) => Some(*name),
            Step::Index(_) => None,
        });
        let subject = format!("{}.{}", self.domain, field.unwrap_or("request"));
        let allowed = self.form.map_or(allowed, |form| form());
        self.tell(Fault::new(subject, problem).got(got).allowed(allowed));
    }

    pub(crate) fn wrong_type<T>(&mut self, node: Node<'_>, allowed: impl Into<String>) -> Option<T> {
        self.tell_wrong_type(node, allowed.into());
        None
    }

    #[inline(never)]
    fn tell_wrong_type(&mut self, node: Node<'_>, allowed: String) {
        let allowed = match self.example {
            Some((depth, example)) if depth == self.path.len() && self.form.is_none() => {
                format!("{allowed}, as {example}")
            }
            _ => allowed,
        };
        self.tell_problem(Problem::WrongType, &node.raw(), allowed);
    }

    /// Tells that a field is not there.
    #[inline(never)]
    fn tell_missing(&mut self, name: &'static str, example: &str, form: fn() -> String) {
        self.path.push(Step::Field(name));
        let allowed = if example.is_empty() { form() } else { format!("{}, as {example}", form()) };
        self.tell_problem(Problem::Missing, "", allowed);
        self.path.pop();
    }

    /// Goes into a field that must be there, and answers the example of what is around it.
    #[inline(never)]
    fn enter(&mut self, name: &'static str, example: &'a str) -> Option<(usize, &'a str)> {
        self.path.push(Step::Field(name));
        let own = (!example.is_empty()).then_some((self.path.len(), example));
        std::mem::replace(&mut self.example, own)
    }

    #[inline(never)]
    fn leave(&mut self, outer: Option<(usize, &'a str)>) {
        self.example = outer;
        self.path.pop();
    }

    /// Reads what stands in a field.
    pub fn field<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.path.push(Step::Field(name));
        let value = read(self);
        self.path.pop();
        value
    }

    /// Reads a field that must be there.
    pub fn required<T: Value>(&mut self, node: Option<Node<'_>>, name: &'static str, example: &'a str) -> Option<T> {
        self.required_as(node, name, example, T::read, T::form)
    }

    /// Reads a field that must be there, by its own rule.
    pub fn required_as<T>(
        &mut self,
        node: Option<Node<'_>>,
        name: &'static str,
        example: &'a str,
        read: impl FnOnce(Node<'_>, &mut Self) -> Option<T>,
        form: fn() -> String,
    ) -> Option<T> {
        let Some(node) = node else {
            self.tell_missing(name, example, form);
            return None;
        };
        let outer = self.enter(name, example);
        let value = read(node, self);
        self.leave(outer);
        value
    }

    /// Reads a field that may be absent.
    pub fn optional<T: Value>(&mut self, node: Option<Node<'_>>, name: &'static str) -> Option<Option<T>> {
        self.optional_as(node, name, T::read)
    }

    /// Reads a field that may be absent, by its own rule.
    pub fn optional_as<T>(
        &mut self,
        node: Option<Node<'_>>,
        name: &'static str,
        read: impl FnOnce(Node<'_>, &mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        match node {
            None => Some(None),
            Some(node) => self.field(name, |reader| read(node, reader)).map(Some),
        }
    }

    /// Finds the entries of an object by name. Unknown and repeated names are told here, before the fields.
    pub fn object<'d>(
        &mut self,
        node: Node<'d>,
        names: &'static [&'static str],
        found: &mut [Option<Node<'d>>],
    ) -> Option<()> {
        let Element::Object(entries) = node.element() else {
            return self.wrong_type(node, object_form(names));
        };
        // Most documents are written in declared order: the search begins behind the name found before.
        let mut next = 0;
        for (key, value) in entries {
            let behind = names[next..].iter().position(|name| *name == key).map(|place| place + next);
            let Some(place) = behind.or_else(|| names[..next].iter().position(|name| *name == key)) else {
                self.unknown_field(&key, names);
                continue;
            };
            if found[place].is_some() {
                self.field(names[place], |reader| reader.problem::<()>(Problem::Several, "", "the key once"));
                continue;
            }
            found[place] = Some(value);
            next = place + 1;
        }
        Some(())
    }

    fn unknown_field(&mut self, key: &str, names: &[&str]) {
        let allowed = near(key, names);
        let fault = Fault::new(format!("{}.request", self.domain), Problem::UnknownField);
        self.refuse::<()>(fault.at(FieldPath::new(key)).got(key).allowed(allowed));
    }

    /// The case of a choice, by its place in `cases`, and its content if it has any. Each case with one says its form.
    pub fn case<'d>(
        &mut self,
        node: Node<'d>,
        cases: &[(&'static str, Option<Form>)],
    ) -> Option<(usize, Option<Node<'d>>)> {
        let tags = || cases.iter().map(|(tag, _)| *tag).collect::<Vec<_>>();
        let place = |tag: &str| cases.iter().position(|(name, _)| *name == tag);
        // As it is written: a word, or an object of one key, of whose content only what is short is told.
        let written = |(tag, content): &(&str, Option<Form>)| match content {
            None => format!("\"{tag}\""),
            Some(form) => {
                let content = form();
                format!("{{\"{tag}\": {}}}", if content.len() <= 48 { &content } else { "..." })
            }
        };
        let forms = || format!("one of {}", cases.iter().map(written).collect::<Vec<_>>().join(", "));
        match node.element() {
            Element::Text(tag) => match place(&tag) {
                None => self.problem(Problem::Unknown, &tag, near(&tag, &tags())),
                Some(case) => match cases[case].1 {
                    Some(content) => self.wrong_type(node, format!("{{\"{tag}\": {}}}", content())),
                    None => Some((case, None)),
                },
            },
            Element::Object(mut entries) => {
                let Some((tag, content)) = entries.next() else {
                    return self.problem(Problem::Missing, &node.raw(), forms());
                };
                let Some(case) = place(&tag) else {
                    return self.problem(Problem::Unknown, &tag, near(&tag, &tags()));
                };
                if entries.next().is_some() {
                    return self.problem(
                        Problem::Several,
                        &node.raw(),
                        format!("exactly one of {}", tags().join(", ")),
                    );
                }
                if cases[case].1.is_none() {
                    return self.wrong_type(node, format!("the string \"{tag}\""));
                }
                Some((case, Some(content)))
            }
            _ => self.wrong_type(node, forms()),
        }
    }

    /// The elements of an array.
    pub fn elements<'d>(&mut self, node: Node<'d>, form: fn() -> String) -> Option<Elements<'d>> {
        match node.element() {
            Element::Array(elements) => Some(elements),
            _ => self.wrong_type(node, form()),
        }
    }

    /// Reads a list: every element, so that every fault is told.
    pub fn list<T>(
        &mut self,
        elements: Elements<'_>,
        mut read: impl FnMut(Node<'_>, &mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut values = Vec::with_capacity(elements.about());
        let mut complete = true;
        for (index, node) in elements.enumerate() {
            self.path.push(Step::Index(index));
            match read(node, self) {
                Some(value) => values.push(value),
                None => complete = false,
            }
            self.path.pop();
        }
        complete.then_some(values)
    }

    /// A number, or NaN and the infinities in the words that encoders send for them: whoever reads them refuses them.
    pub fn number(&mut self, node: Node<'_>, form: fn() -> String) -> Option<f64> {
        match node.element() {
            Element::Number(number) => {
                if number.is_integer && number.digits().is_none_or(|digits| digits > EXACT) {
                    let fault = Fault::new("border.integer", Problem::OutOfRange).got(number.token);
                    return self.refuse(
                        fault.allowed("integers up to 2^53 where a float is expected; write larger numbers as floats"),
                    );
                }
                number.value().map(|value| value + 0.0) // -0.0 becomes 0.0 at the door
            }
            Element::Text(word) => match word.as_ref() {
                "NaN" => Some(f64::NAN),
                "Infinity" => Some(f64::INFINITY),
                "-Infinity" => Some(f64::NEG_INFINITY),
                _ => self.wrong_type(node, form()),
            },
            _ => self.wrong_type(node, form()),
        }
    }

    /// A whole number without point and exponent.
    pub fn integer(&mut self, node: Node<'_>, form: fn() -> String) -> Option<i128> {
        match node.element() {
            Element::Number(number) if number.is_integer => match number.token.parse() {
                Ok(integer) => Some(integer),
                Err(_) => self.problem(Problem::OutOfRange, number.token, form()),
            },
            Element::Number(_) => {
                // The range alone would not say why 3.0 is refused.
                let allowed = self.form.take().unwrap_or(form)();
                let whole = if allowed.starts_with("a whole number") { "" } else { "a whole number, " };
                self.wrong_type(node, format!("{whole}{allowed}"))
            }
            _ => self.wrong_type(node, form()),
        }
    }

    /// A string.
    pub fn text<'d>(&mut self, node: Node<'d>, form: fn() -> String) -> Option<Cow<'d, str>> {
        match node.element() {
            Element::Text(text) => Some(text),
            _ => self.wrong_type(node, form()),
        }
    }

    /// `true` or `false`.
    pub fn bool(&mut self, node: Node<'_>) -> Option<bool> {
        match node.element() {
            Element::Bool(value) => Some(value),
            _ => self.wrong_type(node, "true or false"),
        }
    }
}

/// The form of a record.
pub fn object_form(names: &[&str]) -> String {
    if names.is_empty() { "{}".to_owned() } else { format!("an object of {}", names.join(", ")) }
}

/// The form of a choice.
pub fn one_of(names: &[&str]) -> String {
    format!("one of {}", names.join(", "))
}

/// All names, and behind them the one that was probably meant.
pub(crate) fn near(written: &str, names: &[&str]) -> String {
    match nearest(written, names) {
        Some(name) => format!("{}; did you mean {name}?", one_of(names)),
        None => one_of(names),
    }
}

/// The name that was probably meant: at most a third of what is written differs, or it is the only one that begins with what is written and
/// goes on with a unit.
///
/// ```
/// use hashinsight_units::record::nearest;
/// assert_eq!(nearest("hash_rate_ths", &["power_w", "hashrate_ths"]), Some("hashrate_ths"));
/// assert_eq!(nearest("volume", &["close", "volume_base"]), Some("volume_base"));
/// assert_eq!(nearest("colour", &["power_w", "hashrate_ths"]), None);
/// ```
pub fn nearest<'n>(written: &str, names: &[&'n str]) -> Option<&'n str> {
    let limit = written.chars().count() / 3;
    let best = names.iter().map(|name| (edits(written, name), *name)).min();
    let goes_on = |name: &&&str| name.strip_prefix(written).is_some_and(|rest| rest.starts_with('_'));
    let mut longer = names.iter().filter(goes_on).copied();
    let with_unit = longer.next().filter(|_| longer.next().is_none());
    best.filter(|(edits, _)| *edits <= limit).map(|(_, name)| name).or(with_unit)
}

/// How many letters must be added, dropped or changed (Levenshtein 1965); letter case counts for nothing.
fn edits(written: &str, name: &str) -> usize {
    let written: Vec<char> = written.chars().take(64).map(|letter| letter.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=written.len()).collect();
    for (line, letter) in name.chars().enumerate() {
        let mut before = row[0];
        row[0] = line + 1;
        for (place, other) in written.iter().enumerate() {
            let changed = before + usize::from(letter != *other);
            before = row[place + 1];
            row[place + 1] = changed.min(before + 1).min(row[place] + 1);
        }
    }
    row[written.len()]
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn edits_of_the_textbook() {
        for (left, right, count) in
            [("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("power_W", "power_w", 0), ("flaw", "lawn", 2)]
        {
            assert_eq!(edits(left, right), count, "{left} to {right}");
        }
    }
}
