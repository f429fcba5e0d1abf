//! Memory that is exhausted is a fault, as every refusal: a module holds 4 GiB at most, and a trap would say nothing.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, Ordering};

use hashinsight_surface::{Fault, Problem};
use wasm_bindgen::throw_str;

const ALLOWED: &str = "less at once, in pieces: a WASM module holds 4 GiB at most";
/// The fault as it crosses, at hand where nothing more can be allocated.
const THROWN: &str = concat!(
    r#"{"code":"border.memory.out_of_range","path":"","value":"","#,
    r#""allowed":"less at once, in pieces: a WASM module holds 4 GiB at most"}"#
);

/// So many of a value, or why not.
pub(crate) fn zeros<T: Clone>(length: usize, zero: T) -> Result<Vec<T>, Fault> {
    let mut values = Vec::new();
    ASKING.store(true, Ordering::Relaxed);
    let reserved = values.try_reserve_exact(length);
    ASKING.store(false, Ordering::Relaxed);
    if reserved.is_err() {
        return Err(exhausted(length));
    }
    values.resize(length, zero);
    Ok(values)
}

/// There is no memory for so many rows.
pub(crate) fn exhausted(rows: usize) -> Fault {
    Fault::new("border.memory", Problem::OutOfRange).got(format!("{rows} rows")).allowed(ALLOWED)
}

/// Whether someone asks for memory who can be told that there is none.
static ASKING: AtomicBool = AtomicBool::new(false);

/// The allocator of std, which throws the fault where nobody asked: what was allocated before then is lost, the module is not.
struct Telling;

#[global_allocator]
static ALLOCATOR: Telling = Telling;

impl Telling {
    fn told(address: *mut u8) -> *mut u8 {
        if address.is_null() && !ASKING.load(Ordering::Relaxed) {
            throw_str(THROWN);
        }
        address
    }
}

#[expect(unsafe_code, reason = "an allocator is unsafe code by its trait")]
// SAFETY: every call is std's allocator's, with the same arguments; an address that is null is passed on or control does not return.
unsafe impl GlobalAlloc for Telling {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is that of the call.
        Self::told(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is that of the call.
        Self::told(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, address: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller's promise is that of the call.
        Self::told(unsafe { System.realloc(address, layout, size) })
    }

    unsafe fn dealloc(&self, address: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise is that of the call.
        unsafe { System.dealloc(address, layout) }
    }
}
