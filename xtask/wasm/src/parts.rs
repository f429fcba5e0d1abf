//! What the parts of a module weigh: functions by the Rust module that their names tell, before names are dropped.

use std::ops::Range;

use crate::Result;

/// Every function of a module in order, with the module below a folder that it belongs to: of `indicators`, `ema`. What is made for a type of
/// one of them is its own, wherever the function stands; what several share is told under the `shared` names.
pub(crate) fn functions<'b>(bytes: &'b [u8], folder: &str, shared: &[&str]) -> Result<Vec<(Option<String>, &'b [u8])>> {
    let sections = sections(bytes)?;
    let imported = imported_functions(bytes, &sections)?;
    let mut functions: Vec<_> = bodies(bytes, &sections)?.into_iter().map(|body| (None, &bytes[body])).collect();
    for (index, name) in names(bytes, &sections)? {
        let name = format!("{:#}", rustc_demangle::demangle(&name));
        let place = index.checked_sub(imported).and_then(|index| functions.get_mut(index));
        if let (Some(part), Some((owner, _))) = (below(&name, folder, shared), place) {
            *owner = Some(part.to_owned());
        }
    }
    if functions.iter().any(|(owner, _)| owner.is_some()) {
        Ok(functions)
    } else {
        Err(format!("no function below {folder}: is the name section there?").into())
    }
}

/// The module behind a folder in the paths of a name: the last that is not shared, for a type stands behind the function that is made for it.
fn below<'n>(name: &'n str, folder: &str, shared: &[&str]) -> Option<&'n str> {
    let path = format!("{folder}::");
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let module = |(at, _): (usize, &str)| {
        let rest = &name[at + path.len()..];
        let end = rest.find(|letter| !is_of_name(letter)).unwrap_or(rest.len());
        let is_whole = !name[..at].ends_with(is_of_name) && rest[end..].starts_with("::");
        is_whole.then_some(&rest[..end])
    };
    let modules: Vec<&str> = name.match_indices(&path).filter_map(module).collect();
    modules.iter().rev().find(|module| !shared.contains(module)).or(modules.last()).copied()
}

/// Identifier and content of each section.
pub(crate) fn sections(bytes: &[u8]) -> Result<Vec<(u8, Range<usize>)>> {
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
pub(crate) fn number(bytes: &[u8], at: &mut usize) -> Result<usize> {
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

pub(crate) fn imported_functions(bytes: &[u8], sections: &[(u8, Range<usize>)]) -> Result<usize> {
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

pub(crate) fn bodies(bytes: &[u8], sections: &[(u8, Range<usize>)]) -> Result<Vec<Range<usize>>> {
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
pub(crate) fn names(bytes: &[u8], sections: &[(u8, Range<usize>)]) -> Result<Vec<(usize, String)>> {
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
        let own = "hashinsight_signals::indicators";
        for (name, part) in [
            (format!("<{own}::ema::Ema as {own}::contract::Indicator>::next"), Some("ema")),
            (format!("{own}::family::stream::fill::<{own}::rsi::Rsi>"), Some("rsi")),
            (format!("core::ptr::drop_in_place::<{own}::bollinger::Bollinger>"), Some("bollinger")),
            (format!("<{own}::window::Window<{own}::window::Least>>::next"), Some("window")),
            (format!("{own}::family::kind::Kernel::fill"), Some("family")),
            (format!("{own}::indicator_batch"), None),
            ("hashinsight_signals::modules::regime::step".to_owned(), None),
        ] {
            assert_eq!(below(&name, "indicators", &["contract", "family", "window"]), part, "{name}");
        }
        assert_eq!(below("<hashinsight_feeds::okx::Okx>::ask", "hashinsight_feeds", &[]), Some("okx"));
        assert_eq!(below("all_indicators::ema::next", "indicators", &[]), None);
    }
}
