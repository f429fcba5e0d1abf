//! Panics that trap at once. A module has no standard error: nobody hears what a panic says before it traps. So the functions that only say it
//! become the trap, and the optimizer drops what nothing else calls.

use crate::Result;
use crate::parts::{bodies, imported_functions, names, sections};

/// Functions that never return, by how their names begin.
const SPEAKERS: [&str; 9] = [
    "__rustc::rust_begin_unwind",
    "alloc::raw_vec::capacity_overflow",
    "core::cell::panic_already_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
];

/// A body without locals: `unreachable`, `end`.
const TRAP: [u8; 3] = [0x00, 0x00, 0x0b];
const CODE: u8 = 10;

/// The module with a trap for each of them.
pub(crate) fn silenced(bytes: &[u8]) -> Result<Vec<u8>> {
    let sections = sections(bytes)?;
    let imported = imported_functions(bytes, &sections)?;
    let mut functions: Vec<&[u8]> = bodies(bytes, &sections)?.into_iter().map(|body| &bytes[body]).collect();
    let mut silenced = 0;
    for (index, name) in names(bytes, &sections)? {
        let name = format!("{:#}", rustc_demangle::demangle(&name));
        if SPEAKERS.iter().any(|speaker| name.starts_with(speaker))
            && let Some(body) = index.checked_sub(imported).and_then(|index| functions.get_mut(index))
        {
            *body = &TRAP;
            silenced += 1;
        }
    }
    if silenced == 0 {
        return Err("no function that panics: is the name section there?".into());
    }
    let mut code = length(functions.len());
    for body in functions {
        code.extend(length(body.len()));
        code.extend(body);
    }
    let mut module = bytes[..8].to_vec();
    for (id, content) in sections {
        let content = if id == CODE { &code } else { &bytes[content] };
        module.push(id);
        module.extend(length(content.len()));
        module.extend(content);
    }
    Ok(module)
}

/// A number in LEB128.
fn length(mut number: usize) -> Vec<u8> {
    let mut written = Vec::new();
    loop {
        let low = number.to_le_bytes()[0] & 0x7f;
        number >>= 7;
        if number == 0 {
            written.push(low);
            return written;
        }
        written.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::silenced;

    /// Two functions, of which one returns 7.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 5, 1, 0x60, 0, 1, 0x7f]); // a type: nothing to i32
        module.extend([3, 3, 2, 0, 0]);
        module.extend([10, 11, 2, 4, 0, 0x41, 7, 0x0b, 4, 0, 0x41, 8, 0x0b]);
        let mut list = vec![2];
        for (index, name) in (0_u8..).zip(names) {
            list.extend([index, u8::try_from(name.len()).unwrap_or_default()]);
            list.extend(name.bytes());
        }
        let size = u8::try_from(list.len()).unwrap_or_default();
        let custom = [&[4], b"name".as_slice(), &[1, size], &list].concat();
        module.extend([0, u8::try_from(custom.len()).unwrap_or_default()]);
        module.extend(custom);
        module
    }

    #[test]
    fn what_only_speaks_is_a_trap_and_nothing_else_changes() {
        let before = module(["answer", "core::panicking::panic_fmt"]);
        let code = |size, second: &[u8]| [[10, size, 2, 4, 0, 0x41, 7, 0x0b].as_slice(), second].concat();
        let spoken = code(11, &[4, 0, 0x41, 8, 0x0b]);
        let at = before.windows(spoken.len()).position(|part| part == spoken).expect("the code as written");
        let expected = [&before[..at], &code(10, &[3, 0, 0, 0x0b]), &before[at + spoken.len()..]].concat();
        assert_eq!(silenced(&before).expect("a module"), expected);
        assert!(silenced(&module(["answer", "<core::panicking::Kind>::fmt"])).is_err());
    }
}
