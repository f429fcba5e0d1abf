//! Places of panics without words: the file, line and column that each panic would tell. Where panics trap nobody hears them, so they become
//! zeros, which weigh nothing.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Result;
use crate::parts::{number, sections};

const DATA: u8 = 11;
/// A `core::panic::Location`: address and length of the file's name, line, column.
const SIZE: usize = 16;
/// No file has more lines or columns, nor a name so long: other numbers are no location.
const MOST: u32 = 100_000;
const LONGEST: u32 = 256;
/// How the names of files begin.
const FOLDERS: [&[u8]; 5] = [b"/rustc/", b"/rust/", b"crates/", b"bindings/", b"/registry/src/"];

/// Makes the locations of a module zeros, and the names of files that they tell.
pub(crate) fn forgotten(module: &mut [u8]) -> Result<()> {
    let segments = segments(module)?;
    let mut files = BTreeMap::new();
    for (address, place) in &segments {
        for end in ends(&module[place.clone()]) {
            files.insert(u32::try_from(address + end)?, place.start + end);
        }
    }
    let mut named = Vec::new();
    for (address, place) in segments {
        let aligned = address.next_multiple_of(4) - address;
        for at in (aligned..place.len().saturating_sub(SIZE - 1)).step_by(4) {
            let at = place.start + at;
            let word = |index: usize| {
                let bytes = &module[at + 4 * index..][..4];
                u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
            };
            let [name, length, line, column] = [0, 1, 2, 3].map(word);
            let Some(end) = name.checked_add(length).and_then(|end| files.get(&end)) else { continue };
            let name = end.checked_sub(usize::try_from(length)?).map(|start| start..*end);
            let is_small = length < LONGEST && line < MOST && column < MOST;
            if let Some(name) = name.filter(|name| is_small && is_file(&module[name.clone()])) {
                module[at..at + SIZE].fill(0);
                named.push(name);
            }
        }
    }
    for name in named {
        module[name].fill(0);
    }
    Ok(())
}

fn is_file(name: &[u8]) -> bool {
    let holds = |folder: &&[u8]| name.windows(folder.len()).any(|window| window == *folder);
    name.iter().all(u8::is_ascii_graphic) && FOLDERS.iter().any(holds)
}

/// Where texts end that may be names of Rust files.
fn ends(data: &[u8]) -> Vec<usize> {
    let ends = data.windows(3).enumerate().filter(|(_, window)| *window == b".rs");
    ends.map(|(at, _)| at + 3).collect()
}

/// Address and place of each piece of data.
fn segments(module: &[u8]) -> Result<Vec<(usize, Range<usize>)>> {
    let mut segments = Vec::new();
    for (_, content) in sections(module)?.into_iter().filter(|(id, _)| *id == DATA) {
        let mut at = content.start;
        for _ in 0..number(module, &mut at)? {
            // In the first memory, at a constant: `i32.const address`, `end`.
            if module[at..at + 2] != [0, 0x41] {
                return Err("data that lies at no constant address".into());
            }
            at += 2;
            let address = number(module, &mut at)?;
            at += 1;
            let length = number(module, &mut at)?;
            segments.push((address, at..at + length));
            at += length;
        }
    }
    Ok(segments)
}

#[cfg(test)]
mod tests {
    use super::forgotten;

    /// A module of one piece of data, at address 16.
    fn module(data: &[u8]) -> Vec<u8> {
        let size = u8::try_from(data.len()).expect("short");
        [b"\0asm\x01\0\0\0".as_slice(), &[11, size + 6, 1, 0, 0x41, 16, 0x0b, size], data].concat()
    }

    #[test]
    fn locations_and_their_files_are_zeros_and_nothing_else_changes() {
        let file = b"crates/x.rs\0"; // address 16, 12 bytes
        let location = [16_u32, 11, 7, 30].map(u32::to_le_bytes).concat();
        // "crat", and what begins before the data and ends with the file.
        let other = [16_u32, 4, 7, 30, 7, 20, 7, 30].map(u32::to_le_bytes).concat();
        let mut module_of_both = module(&[file.as_slice(), &location, &other].concat());
        forgotten(&mut module_of_both).expect("a module");
        assert_eq!(module_of_both, module(&[[0; 12].as_slice(), &[0; 16], &other].concat()));
        let text = module(b"crates/x.rs is said to a reader\0");
        let mut kept = text.clone();
        forgotten(&mut kept).expect("a module");
        assert_eq!(kept, text);
    }
}
