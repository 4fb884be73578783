//! Packing: finds the numbers that a program consists of, and has the same walk that unpacking makes write them down.

mod encoder;
mod instruction;
mod problem;
mod words;

use crate::Memory;
use crate::letters::written;
use crate::number::Mixed;
use crate::output::Output;
use crate::pack::encoder::Encoder;
pub use crate::pack::problem::Problem;
use crate::walk::Walk;

/// A program of WebAssembly as a text of 92 printable characters, from which [`crate::unpack`] makes exactly this program.
///
/// # Errors
/// What is no such program, or has something that is not known or too large, is not packed.
pub fn pack(program: &[u8], memory: &mut Memory) -> Result<String, Problem> {
    let numbers = words::numbers(program)?;
    memory.clear();
    memory.mixer.begin();
    let source = Mixed { coder: Encoder::new(numbers), mixer: &mut memory.mixer };
    // Sizes are written behind what they measure before they are moved in front.
    let mut room = vec![0; program.len() + 8];
    let mut walk = Walk { source, state: &mut memory.state, output: Output::new(&mut room) };
    let length = walk.program().ok_or(Problem::TooLarge)?;
    let text = written(&walk.source.coder.finish());
    if room.get(..length) == Some(program) { Ok(text) } else { Err(Problem::OtherSpelling) }
}
