//! Packs a program for browsers smaller than compression that knows nothing of programs, and unpacks it.
#![cfg_attr(not(feature = "pack"), no_std)]

mod coder;
mod contexts;
mod facts;
mod hash;
mod letters;
mod mixer;
mod number;
mod output;
#[cfg(feature = "pack")]
mod pack;
mod state;
mod walk;

use crate::coder::Decoder;
use crate::mixer::Mixer;
use crate::number::Mixed;
use crate::output::Output;
#[cfg(feature = "pack")]
pub use crate::pack::{Problem, pack};
use crate::state::State;
use crate::walk::Walk;

/// All that unpacking needs to remember. Fifteen megabytes, for a static.
#[repr(C)]
pub struct Memory {
    state: State,
    mixer: Mixer,
}

impl Memory {
    /// New memory, which is zeros.
    pub const fn new() -> Self {
        Self { mixer: Mixer::new(), state: State::new() }
    }

    /// Has to be called before memory is used again.
    #[cfg(feature = "pack")]
    pub fn clear(&mut self) {
        self.mixer.clear();
        self.state = State::new();
    }
}

/// Unpacks a text into a room, and returns how long the program is. `None` where the room is too small or the text damaged.
pub fn unpack(text: &[u8], room: &mut [u8], memory: &mut Memory) -> Option<usize> {
    memory.mixer.begin();
    let source = Mixed { coder: Decoder::new(text), mixer: &mut memory.mixer };
    Walk { source, state: &mut memory.state, output: Output::new(room) }.program()
}
