//! Why a program cannot be packed.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// What is the matter with a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// It is no WebAssembly of version 1, or has no functions.
    NoProgram,
    /// It ends in the middle of something.
    End,
    /// A number has more digits than any that may stand there.
    Number,
    /// A name that is not defined: a type, a function.
    Undefined,
    /// This begins no instruction that is known; behind 0xfc, with the number that follows.
    Instruction(u8, u64),
    /// It has more functions, words, types, variables or blocks in blocks than there is room for.
    TooLarge,
    /// It spells a number in more digits than are needed, so that unpacking would write it otherwise.
    OtherSpelling,
}

impl Display for Problem {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProgram => to.write_str("this is no WebAssembly of version 1 with functions"),
            Self::End => to.write_str("the program ends in the middle of something"),
            Self::Number => to.write_str("a number in the program is too long"),
            Self::Undefined => to.write_str("the program uses a type that it does not define"),
            Self::Instruction(0xfc, second) => write!(
                to,
                "0xfc {second} is no instruction that kpi-pack/src/pack/instruction.rs knows: add it there"
            ),
            Self::Instruction(first, _) => write!(
                to,
                "0x{first:02x} begins no instruction that kpi-pack/src/pack/instruction.rs knows: add it there"
            ),
            Self::TooLarge => to.write_str("there is too much of something: see the numbers in kpi-pack/src/state.rs"),
            Self::OtherSpelling => to.write_str(
                "unpacking would write the program otherwise: a number in it has more digits than it needs, or there are \
                 more functions than kpi-pack/src/state.rs has room for",
            ),
        }
    }
}

impl Error for Problem {}
