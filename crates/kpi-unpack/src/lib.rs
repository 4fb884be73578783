//! What `www/decode.js` calls to unpack the program: the text is put where [`place`] says, and [`unpack`] puts the program
//! behind it.
//!
//! A program of its own, eight kilobytes, because a browser cannot run any of the other before it is unpacked; and in Rust,
//! because packing and unpacking have to agree to the last bit, so that both are the same code.

use std::ptr;
use std::sync::Mutex;

use kpi_pack::Memory;

/// For text and program together. What is not touched costs nothing.
const ROOM: usize = 1 << 21;

static ALL: Mutex<(Memory, [u8; ROOM])> = Mutex::new((Memory::new(), [0; ROOM]));

/// The address of the room.
#[expect(unsafe_code, reason = "a name that others link to has to be promised to be the only one")]
#[unsafe(no_mangle)]
pub extern "C" fn place() -> *const u8 {
    ALL.try_lock().map_or(ptr::null(), |all| all.1.as_ptr())
}

/// Unpacks a text of this length. Returns the length of the program behind it; 0 where the text is no program. Once: its
/// memory is not new a second time.
#[expect(unsafe_code, reason = "a name that others link to has to be promised to be the only one")]
#[unsafe(no_mangle)]
pub extern "C" fn unpack(length: usize) -> usize {
    let Ok(mut all) = ALL.try_lock() else { return 0 };
    let (memory, room) = &mut *all;
    let Some((text, room)) = room.split_at_mut_checked(length) else { return 0 };
    kpi_pack::unpack(text, room, memory).unwrap_or_default()
}
