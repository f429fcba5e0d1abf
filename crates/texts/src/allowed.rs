//! What is allowed, in another language: an error says it in English, by forms that the catalogue knows.
//!
//! A form is a text with places: `{n}` a number with its unit, `{j}` a JSON value, `{w}` words that stay as they are, `{}` a form again.
//! Both languages have the same places in the same order. What no form of the catalogue says whole stays as it is.

use crate::{Language, texts};

const SECTION: &str = "units.allowed.";
/// Forms within forms that are tried at most: what is said by then by none of them stays as it is. What readers say takes a part of it.
const MOST_TRIED: u32 = 20_000;
/// A text that is longer stays as it is.
const LONGEST: usize = 4_000;

/// What is allowed, in the words of a language; nothing where it stays as it is.
pub(crate) fn allowed(language: Language, said: &str) -> Option<String> {
    if language == Language::En || said.len() > LONGEST {
        return None;
    }
    let forms = |language| texts(language).filter(|(key, _)| key.starts_with(SECTION)).map(|(_, form)| form);
    let forms: Vec<(&str, &str)> = forms(Language::En).zip(forms(language)).collect();
    say(&forms, said, &mut { MOST_TRIED })
}

/// The first form that says all of it, of those that may be tried yet.
fn say(forms: &[(&str, &str)], said: &str, left: &mut u32) -> Option<String> {
    if is_number(said) {
        return Some(said.to_owned());
    }
    forms.iter().find_map(|(from, to)| {
        let mut out = String::new();
        fill(forms, from, to, said, &mut out, left).then_some(out)
    })
}

/// Reads what is said by one form, and writes it by the other.
fn fill(forms: &[(&str, &str)], from: &str, to: &str, said: &str, out: &mut String, left: &mut u32) -> bool {
    let Some(fewer) = left.checked_sub(1) else { return false };
    *left = fewer;
    let (Some((before, kind, after)), Some((written, _, rest))) = (place(from), place(to)) else {
        out.push_str(to);
        return from == said;
    };
    let Some(said) = said.strip_prefix(before) else { return false };
    let until = place(after).map_or(after, |(literal, _, _)| literal);
    let start = out.len();
    // An example stands last, so the last place that fits is tried first.
    said.rmatch_indices(until).any(|(end, _)| {
        let content = match kind {
            "n" => is_number(&said[..end]).then(|| said[..end].to_owned()),
            "j" => is_json(&said[..end]).then(|| said[..end].to_owned()),
            "w" => (end > 0).then(|| said[..end].to_owned()),
            _ => say(forms, &said[..end], left),
        };
        out.truncate(start);
        content.is_some_and(|content| {
            out.push_str(written);
            out.push_str(&content);
            fill(forms, after, rest, &said[end..], out, left)
        })
    })
}

/// The text before the first place of a form, the kind of the place, and what follows.
fn place(form: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = form.split_once('{')?;
    let (kind, after) = rest.split_once('}')?;
    Some((before, kind, after))
}

/// A number, an instant or a power, with a unit that is no word of a language.
fn is_number(said: &str) -> bool {
    let (number, unit) = said.strip_suffix(" - 1").unwrap_or(said).split_once(' ').unwrap_or((said, ""));
    let number = number.strip_suffix(" - 1").unwrap_or(number);
    let is_digit = |letter: char| letter.is_ascii_digit();
    let of_number = |letter: char| is_digit(letter) || ".,e+-^".contains(letter);
    let is_unit =
        |unit: &str| ["", "s", "ms", "%"].contains(&unit) || unit.contains(|letter: char| letter.is_ascii_uppercase());
    number.trim_start_matches('-').starts_with(is_digit)
        && number.chars().all(of_number)
        && is_unit(unit)
        && !unit.contains(' ')
}

fn is_json(said: &str) -> bool {
    ["true", "false", "null"].contains(&said)
        || said.starts_with(|letter: char| letter.is_ascii_digit() || "-\"[{".contains(letter))
}
