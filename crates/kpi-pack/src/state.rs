//! What unpacking remembers of a program. Everything is zeros when it is new, and too large for a stack: made for a static.

use crate::facts::Facts;

pub const WORDS: usize = 512;
pub const LITERALS: usize = 4096;
pub const TYPES: usize = 1024;
pub const FUNCTIONS: usize = 4096;
pub const LOCALS: usize = 4096;
pub const DEEPEST: usize = 512;
pub const PLACES: usize = 4096;
pub const REPEATS: usize = 1 << 14;

/// What comes between the bytes of a word, and what a word does. Only the first and second change what is written; the
/// others say what the numbers that follow may be similar to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Sort {
    /// Nothing.
    Plain,
    /// The number of a variable.
    Local,
    /// That of a function.
    Call,
    /// That of a block, counted from within.
    Label,
    /// A signed number.
    Constant,
    /// An unsigned one.
    Offset,
    /// Eight bytes.
    Bytes,
    /// A count, and one label more than that.
    Table,
    /// Nothing; a block begins.
    Open,
    /// Nothing; a block's other half begins.
    Else,
    /// Nothing; a block ends, or the function.
    Close,
}

impl Sort {
    pub const ALL: [Self; 11] = [
        Self::Plain,
        Self::Local,
        Self::Call,
        Self::Label,
        Self::Constant,
        Self::Offset,
        Self::Bytes,
        Self::Table,
        Self::Open,
        Self::Else,
        Self::Close,
    ];
}

/// Whatever repeats in a program: the bytes of an instruction but for its operand, or of a constant and the operation
/// behind it.
#[derive(Clone, Copy)]
pub struct Word {
    /// Where its bytes begin among all words', how many stand in front of the operand, and how many behind.
    pub literal: u32,
    pub length: u8,
    pub suffix: u8,
    pub sort: Sort,
    /// How many values it takes from the stack, and [`DEAD`].
    pub pops: u8,
    /// The type of the value that it leaves there; 0 if it leaves none.
    pub pushes: u8,
    /// Its last operand.
    pub last: u32,
}

/// Added to what a word takes: behind it comes nothing but a block's end.
pub const DEAD: u8 = 16;
/// What a word leaves has the type of the second value that it takes.
pub const SAME: u8 = 32;

/// A function's type: where in the program its parameters' types stand, how many they are, and the type of its result.
#[derive(Clone, Copy)]
pub struct Signature {
    pub parameters: u32,
    pub count: u32,
    pub result: u32,
}

/// A value on the stack; the fields are facts of it.
#[derive(Clone, Copy)]
pub struct Value {
    pub kind: u32,
    pub from: u32,
    pub shape: u32,
}

/// A variable; the fields are facts of the value that it has.
#[derive(Clone, Copy)]
pub struct Local {
    pub kind: u32,
    pub made: u32,
    pub next: u32,
    pub earlier: u32,
    pub offset: u32,
}

/// A block that has begun.
#[derive(Clone, Copy)]
pub struct Block {
    /// How many values were on the stack.
    pub height: u32,
    pub word: u32,
    pub result: u32,
    /// The last word of the statement before it.
    pub root: u32,
}

#[repr(C)]
pub struct State {
    pub facts: Facts,
    pub byte_facts: Facts,
    /// How many values are on the stack, and how many blocks have begun in this function.
    pub height: u32,
    pub depth: u32,
    /// Where in the program the byte stands that is expected next; 0 for nowhere.
    pub guess: usize,
    pub words: [Word; WORDS],
    pub literals: [u8; LITERALS],
    pub signatures: [Signature; TYPES],
    /// Each function's type.
    pub functions: [u32; FUNCTIONS],
    pub locals: [Local; LOCALS],
    pub stack: [Value; DEEPEST],
    pub blocks: [Block; DEEPEST],
    /// The last offset by place in memory, as far as hashes tell places apart.
    pub places: [u32; PLACES],
    /// What followed upon four bytes, as far as hashes tell them apart.
    pub repeats: [u32; REPEATS],
}

impl State {
    pub const fn new() -> Self {
        let word = Word { literal: 0, length: 0, suffix: 0, sort: Sort::Plain, pops: 0, pushes: 0, last: 0 };
        Self {
            facts: Facts::none(),
            byte_facts: Facts::none(),
            height: 0,
            depth: 0,
            guess: 0,
            words: [word; WORDS],
            literals: [0; LITERALS],
            signatures: [Signature { parameters: 0, count: 0, result: 0 }; TYPES],
            functions: [0; FUNCTIONS],
            locals: [Local { kind: 0, made: 0, next: 0, earlier: 0, offset: 0 }; LOCALS],
            stack: [Value { kind: 0, from: 0, shape: 0 }; DEEPEST],
            blocks: [Block { height: 0, word: 0, result: 0, root: 0 }; DEEPEST],
            places: [0; PLACES],
            repeats: [0; REPEATS],
        }
    }
}
