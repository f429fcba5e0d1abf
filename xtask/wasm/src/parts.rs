//! What the parts of a module weigh: functions by the Rust module that their names tell, before names are dropped.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Result;

/// Code of the functions below a Rust module, by the name of its own modules: of `indicators`, that of `ema`.
pub(crate) fn code_below(bytes: &[u8], folder: &str) -> Result<BTreeMap<String, Vec<Vec<u8>>>> {
    let sections = sections(bytes)?;
    let imported = imported_functions(bytes, &sections)?;
    let bodies = bodies(bytes, &sections)?;
    let mut parts: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    for (index, name) in names(bytes, &sections)? {
        let body = index.checked_sub(imported).and_then(|index| bodies.get(index));
        if let (Some(part), Some(body)) = (below(&name, folder), body) {
            parts.entry(part).or_default().push(bytes[body.clone()].to_vec());
        }
    }
    if parts.is_empty() {
        Err(format!("no function below {folder}: is the name section there?").into())
    } else {
        Ok(parts)
    }
}

/// The component of a mangled path behind a folder: `10indicators3ema` as paths have it, `indicators..ema..` as types within them.
fn below(name: &str, folder: &str) -> Option<String> {
    let path = format!("{}{folder}", folder.len());
    let of_path = name.split_once(&path).and_then(|(_, rest)| {
        let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let length: usize = rest[..digits].parse().ok()?;
        rest.get(digits..digits + length)
    });
    let of_type = || name.split_once(&format!("{folder}..")).and_then(|(_, rest)| rest.split("..").next());
    let part = of_path.or_else(of_type)?;
    part.chars()
        .all(|letter| letter.is_ascii_lowercase() || letter == '_' || letter.is_ascii_digit())
        .then(|| part.to_owned())
}

/// Identifier and content of each section.
fn sections(bytes: &[u8]) -> Result<Vec<(u8, Range<usize>)>> {
    if !bytes.starts_with(b"\0asm\x01\0\0\0") {
        return Err("no WASM module".into());
    }
    let (mut at, mut sections) = (8, Vec::new());
    while at < bytes.len() {
        let id = bytes[at];
        at += 1;
        let length = number(bytes, &mut at)?;
        sections.push((id, at..at + length));
        at += length;
    }
    Ok(sections)
}

fn content(sections: &[(u8, Range<usize>)], wanted: u8) -> Option<Range<usize>> {
    sections.iter().find(|(id, _)| *id == wanted).map(|(_, content)| content.clone())
}

/// An unsigned number in LEB128.
fn number(bytes: &[u8], at: &mut usize) -> Result<usize> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(*at).ok_or("a module that ends within a number")?;
        *at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(value);
        }
        shift += 7;
    }
}

fn text(bytes: &[u8], at: &mut usize) -> Result<String> {
    let length = number(bytes, at)?;
    let text = bytes.get(*at..*at + length).ok_or("a module that ends within a name")?;
    *at += length;
    Ok(String::from_utf8_lossy(text).into_owned())
}

fn imported_functions(bytes: &[u8], sections: &[(u8, Range<usize>)]) -> Result<usize> {
    let Some(Range { start: mut at, .. }) = content(sections, 2) else { return Ok(0) };
    let mut functions = 0;
    for _ in 0..number(bytes, &mut at)? {
        text(bytes, &mut at)?;
        text(bytes, &mut at)?;
        let kind = bytes[at];
        at += 1;
        match kind {
            0 => {
                number(bytes, &mut at)?;
                functions += 1;
            }
            _ => return Err("an import that is no function: measure the module before it is bound".into()),
        }
    }
    Ok(functions)
}

fn bodies(bytes: &[u8], sections: &[(u8, Range<usize>)]) -> Result<Vec<Range<usize>>> {
    let Range { start: mut at, .. } = content(sections, 10).ok_or("no code")?;
    let mut bodies = Vec::new();
    for _ in 0..number(bytes, &mut at)? {
        let length = number(bytes, &mut at)?;
        bodies.push(at..at + length);
        at += length;
    }
    Ok(bodies)
}

/// Names of functions by their index, from the custom section `name`.
fn names(bytes: &[u8], sections: &[(u8, Range<usize>)]) -> Result<Vec<(usize, String)>> {
    let mut names = Vec::new();
    for (_, content) in sections.iter().filter(|(id, _)| *id == 0) {
        let mut at = content.start;
        if text(bytes, &mut at)? != "name" {
            continue;
        }
        while at < content.end {
            let kind = bytes[at];
            at += 1;
            let end = number(bytes, &mut at)? + at;
            if kind == 1 {
                for _ in 0..number(bytes, &mut at)? {
                    names.push((number(bytes, &mut at)?, text(bytes, &mut at)?));
                }
            }
            at = end;
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn names_tell_their_module() {
        for (name, part) in [
            ("_ZN19hashinsight_signals10indicators3ema3Ema4next17h0123456789abcdefE", Some("ema")),
            (
                "_ZN88_$LT$hashinsight_signals..indicators..rsi..Rsi$u20$as$u20$serde..Serialize$GT$9serialize17hE",
                Some("rsi"),
            ),
            ("_RNvMs_NtNtCs1_19hashinsight_signals10indicators9bollingerNtB2_9Bollinger3new", Some("bollinger")),
            ("_ZN19hashinsight_signals7modules6regime17hE", None),
        ] {
            assert_eq!(below(name, "indicators").as_deref(), part, "{name}");
        }
    }
}
