//! In which circumstances numbers are similar.
//!
//! The lists were found by trying: a fact more, a fact less, one for another, ten thousand times on a program of this project,
//! and kept where the program became smaller.

use crate::facts::Fact::{
    self, Before1, Before2, Before3, Before4, Block, Call, Dead, Depth, Earlier0, Earlier2, End, Frame, Function,
    Guess, Last, Letters, LettersBefore, Local1, Local2, Locals, Made0, Made1, Made2, Nesting, Next0, Next1, Next2,
    OffsetOfLocal, OffsetOfPlace, Opened, Parameters, Root1, Root2, Root3, Shape0, Statement, StatementBefore, Type0,
    Type1, Type2, Word,
};
use crate::facts::KINDS;

/// How many contexts a number has.
pub const CONTEXTS: usize = 6;
const LONGEST: usize = 7;

/// The contexts of each kind of number.
pub static TABLE: [[[Fact; LONGEST]; CONTEXTS]; KINDS] = [
    // Word
    [
        [Made0, Block, Next0, Before3, StatementBefore, Statement, Next1],
        [Next0, Before1, Block, Type0, End, End, End],
        [Next0, Next1, Type2, Before1, Earlier0, Word, Dead],
        [Before1, Before2, Before3, Before4, Type1, Type0, Dead],
        [Type0, Type1, Type2, Dead, End, End, End],
        [Shape0, Made1, Made0, End, End, End, End],
    ],
    // Local
    [
        [Parameters, Local2, Word, Shape0, Before1, Type2, Root2],
        [Function, Parameters, End, End, End, End, End],
        [Word, Local1, Local2, Before1, Before3, Parameters, Before2],
        [Word, Before1, Made0, Parameters, Next0, End, End],
        [Type0, Locals, Earlier2, End, End, End, End],
        [Word, Type0, Local1, Before1, End, End, End],
    ],
    // Function
    [
        [Type0, Type1, Type2, Depth, End, End, End],
        [Before1, Before2, Before3, Depth, Type0, End, End],
        [Call, Next0, Type2, Last, End, End, End],
        [Function, Type1, Parameters, End, End, End, End],
        [Made1, Made0, Made2, Type0, End, End, End],
        [Word, End, End, End, End, End, End],
    ],
    // Label
    [
        [Nesting, End, End, End, End, End, End],
        [Made1, End, End, End, End, End, End],
        [Nesting, Depth, Block, End, End, End, End],
        [Root1, Root2, Type0, Root3, Block, Opened, End],
        [StatementBefore, Opened, Block, End, End, End, End],
        [Shape0, Last, Block, End, End, End, End],
    ],
    // Constant
    [
        [Word, Type0, End, End, End, End, End],
        [Before1, Before3, Word, Earlier0, Next0, End, End],
        [Word, Last, Next0, Before1, End, End, End],
        [Shape0, Word, Type0, End, End, End, End],
        [Frame, Word, Made0, Type0, End, End, End],
        [Earlier2, End, End, End, End, End, End],
    ],
    // Offset
    [
        [OffsetOfPlace, Next2, Type2, End, End, End, End],
        [Frame, Shape0, End, End, End, End, End],
        [Word, OffsetOfLocal, Before3, Next0, Before1, Before2, Type0],
        [Word, OffsetOfPlace, Next0, Type0, End, End, End],
        [Word, Type0, Made0, End, End, End, End],
        [Earlier2, End, End, End, End, End, End],
    ],
    // Other
    [
        [Before1, End, End, End, End, End, End],
        [Word, Before2, Before3, Before1, End, End, End],
        [Locals, End, End, End, End, End, End],
        [Before1, Before2, Parameters, Word, End, End, End],
        [Before2, Locals, End, End, End, End, End],
        [Word, End, End, End, End, End, End],
    ],
    // Byte
    [
        [Before1, Before2, Word, End, End, End, End],
        [Guess, Before4, Before3, Word, End, End, End],
        [Before1, Word, End, End, End, End, End],
        [Letters, End, End, End, End, End, End],
        [Before4, Word, LettersBefore, Letters, End, End, End],
        [Word, End, End, End, End, End, End],
    ],
];
