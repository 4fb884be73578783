//! WebAssembly's binary form, as far as packing needs it: where an instruction ends, which of its bytes are an operand, and
//! what it does to the stack.

use crate::pack::problem::Problem;
use crate::state::{DEAD, SAME, Sort};

/// What repeats of an instruction, or of two.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Word {
    /// The bytes before the operand, and those behind it.
    pub literal: Vec<u8>,
    pub suffix: Vec<u8>,
    pub sort: Sort,
    /// As in [`crate::state::Word`].
    pub pops: u8,
    pub pushes: u8,
}

/// A word with the numbers of its operand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Instruction {
    pub word: Word,
    pub numbers: Vec<u64>,
}

/// How many values a function takes and which it returns, as [`Word`] has it.
#[derive(Clone, Copy)]
pub struct Signature {
    pub pops: u8,
    pub pushes: u8,
}

const I32: u8 = 1;
const I64: u8 = 2;
const F32: u8 = 3;
const F64: u8 = 4;
const FUNCREF: u8 = 16;
const EXTERNREF: u8 = 17;
const NOTHING: u8 = 0;

/// WebAssembly counts types down from here; a block without a result has the lowest.
const TYPES: u8 = 0x80;
const NO_TYPE: u8 = 0x40;

/// What an opcode is followed by: first numbers few of which ever differ (types, tables, alignments), then an operand.
#[derive(Clone, Copy)]
enum Follows {
    Numbers(usize),
    Operand(usize, Sort),
    Bytes(usize),
    BlockType,
    FunctionType,
    Types,
    Prefixed,
}

/// All that a program can contain which is built with the features in Cargo.toml: what follows, what it takes from the
/// stack and what it leaves there.
fn layout(opcode: u8) -> Result<(Follows, u8, u8), Problem> {
    let plain = Follows::Numbers(0);
    let number = Follows::Numbers(1);
    let memory = Follows::Operand(1, Sort::Offset);
    Ok(match opcode {
        // unreachable, nop, return; else, end.
        0x00 | 0x0f => (plain, DEAD, NOTHING),
        0x01 => (plain, 0, NOTHING),
        0x05 => (Follows::Operand(0, Sort::Else), 0, NOTHING),
        0x0b => (Follows::Operand(0, Sort::Close), 0, NOTHING),
        // block, loop; if.
        0x02 | 0x03 => (Follows::BlockType, 0, NOTHING),
        0x04 => (Follows::BlockType, 1, NOTHING),
        // br, br_if, br_table.
        0x0c => (Follows::Operand(0, Sort::Label), DEAD, NOTHING),
        0x0d => (Follows::Operand(0, Sort::Label), 1, NOTHING),
        0x0e => (Follows::Operand(0, Sort::Table), DEAD + 1, NOTHING),
        // call, call_indirect.
        0x10 => (Follows::Operand(0, Sort::Call), 0, NOTHING),
        0x11 => (Follows::FunctionType, 1, NOTHING),
        // drop, select, select of a type.
        0x1a => (plain, 1, NOTHING),
        0x1b => (plain, 3, SAME),
        0x1c => (Follows::Types, 3, SAME),
        // local.get, local.set, local.tee: what is left is the variable's type.
        0x20 => (Follows::Operand(0, Sort::Local), 0, SAME),
        0x21 => (Follows::Operand(0, Sort::Local), 1, NOTHING),
        0x22 => (Follows::Operand(0, Sort::Local), 1, SAME),
        // global.get, global.set; table.get, table.set.
        0x23 => (number, 0, I32),
        0x24 => (number, 1, NOTHING),
        0x25 => (number, 1, EXTERNREF),
        0x26 => (number, 2, NOTHING),
        // Loads, stores; memory.size, memory.grow.
        0x28 | 0x2c..=0x2f => (memory, 1, I32),
        0x29 | 0x30..=0x35 => (memory, 1, I64),
        0x2a => (memory, 1, F32),
        0x2b => (memory, 1, F64),
        0x36..=0x3e => (memory, 2, NOTHING),
        0x3f => (number, 0, I32),
        0x40 => (number, 1, I32),
        // Constants.
        0x41 => (Follows::Operand(0, Sort::Constant), 0, I32),
        0x42 => (Follows::Operand(0, Sort::Constant), 0, I64),
        0x43 => (Follows::Bytes(4), 0, F32),
        0x44 => (Follows::Operand(0, Sort::Bytes), 0, F64),
        // Tests, comparisons, arithmetic, by type; then from one type to another.
        0x45 | 0x50 => (plain, 1, I32),
        0x46..=0x4f | 0x51..=0x66 => (plain, 2, I32),
        0x67..=0x69 => (plain, 1, I32),
        0x6a..=0x78 => (plain, 2, I32),
        0x79..=0x7b => (plain, 1, I64),
        0x7c..=0x8a => (plain, 2, I64),
        0x8b..=0x91 => (plain, 1, F32),
        0x92..=0x98 => (plain, 2, F32),
        0x99..=0x9f => (plain, 1, F64),
        0xa0..=0xa6 => (plain, 2, F64),
        0xa7..=0xab | 0xbc | 0xc0 | 0xc1 => (plain, 1, I32),
        0xac..=0xb1 | 0xbd | 0xc2..=0xc4 => (plain, 1, I64),
        0xb2..=0xb6 | 0xbe => (plain, 1, F32),
        0xb7..=0xbb | 0xbf => (plain, 1, F64),
        // ref.null, ref.is_null, ref.func.
        0xd0 => (number, 0, EXTERNREF),
        0xd1 => (plain, 1, I32),
        0xd2 => (number, 0, FUNCREF),
        0xfc => (Follows::Prefixed, 0, NOTHING),
        _ => return Err(Problem::Instruction(opcode, 0)),
    })
}

/// How many numbers follow 0xfc and this one, what it takes and what it leaves.
fn layout_behind_prefix(second: u64) -> Result<(usize, u8, u8), Problem> {
    Ok(match second {
        // Floats to integers that saturate.
        0..=3 => (0, 1, I32),
        4..=7 => (0, 1, I64),
        // memory.init, memory.copy, table.init, table.copy; memory.fill, table.fill.
        8 | 10 | 12 | 14 => (2, 3, NOTHING),
        11 | 17 => (1, 3, NOTHING),
        // data.drop, elem.drop; table.grow, table.size.
        9 | 13 => (1, 0, NOTHING),
        15 => (1, 2, I32),
        16 => (1, 0, I32),
        _ => return Err(Problem::Instruction(0xfc, second)),
    })
}

/// Takes bytes from the front.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Problem> {
        let (bytes, rest) = self.rest.split_at_checked(count).ok_or(Problem::End)?;
        self.rest = rest;
        Ok(bytes)
    }

    pub fn byte(&mut self) -> Result<u8, Problem> {
        self.bytes(1)?.first().copied().ok_or(Problem::End)
    }

    /// Seven bits of each byte, the lowest first, as far as a byte says that another follows; and how many bits these are.
    fn digits(&mut self) -> Result<(u64, u32), Problem> {
        let (mut number, mut bits) = (0, 0);
        loop {
            let byte = self.byte()?;
            if bits >= u64::BITS {
                return Err(Problem::Number);
            }
            number |= u64::from(byte & 0x7f) << bits;
            bits += 7;
            if byte < 0x80 {
                return Ok((number, bits));
            }
        }
    }

    /// A number in LEB128.
    pub fn number(&mut self) -> Result<u64, Problem> {
        Ok(self.digits()?.0)
    }

    /// A number in signed LEB128, its sign made the lowest bit.
    pub fn signed(&mut self) -> Result<u64, Problem> {
        let (number, bits) = self.digits()?;
        let unused = u64::BITS.saturating_sub(bits);
        let number = (number << unused) as i64 >> unused;
        Ok((number << 1 ^ number >> 63) as u64)
    }

    /// A number that counts something in memory.
    pub fn count(&mut self) -> Result<usize, Problem> {
        usize::try_from(self.number()?).map_err(|_| Problem::Number)
    }

    /// What a count before it says.
    pub fn counted(&mut self) -> Result<&'a [u8], Problem> {
        let count = self.count()?;
        self.bytes(count)
    }

    /// What the next byte says a type is.
    pub fn kind(&mut self) -> Result<u8, Problem> {
        let byte = self.byte()?;
        Ok(if byte == NO_TYPE { NOTHING } else { TYPES.wrapping_sub(byte) })
    }

    /// One instruction.
    pub fn instruction(&mut self, signatures: &[Signature]) -> Result<Instruction, Problem> {
        let whole = self.rest;
        let (follows, mut pops, mut pushes) = layout(self.byte()?)?;
        let mut sort = Sort::Plain;
        match follows {
            Follows::Numbers(count) => self.skip(count)?,
            Follows::Operand(count, operand) => {
                self.skip(count)?;
                sort = operand;
            }
            Follows::Bytes(count) => {
                self.bytes(count)?;
            }
            Follows::BlockType => (sort, pushes) = (Sort::Open, self.kind()?),
            Follows::FunctionType => {
                let signature = signatures.get(self.count()?).ok_or(Problem::Undefined)?;
                (pops, pushes) = (pops + signature.pops, signature.pushes);
                self.skip(1)?;
            }
            Follows::Types => {
                let count = self.count()?;
                self.skip(count)?;
            }
            Follows::Prefixed => {
                let count;
                (count, pops, pushes) = layout_behind_prefix(self.number()?)?;
                self.skip(count)?;
            }
        }
        let (literal, _) = whole.split_at(whole.len() - self.rest.len());
        let numbers = match sort {
            Sort::Plain | Sort::Open | Sort::Else | Sort::Close => Vec::new(),
            Sort::Local | Sort::Call | Sort::Label | Sort::Offset => vec![self.number()?],
            Sort::Constant => vec![self.signed()?],
            Sort::Bytes => vec![self.bytes(8)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))],
            Sort::Table => {
                let count = self.number()?;
                let labels = (0..=count).map(|_| self.number()).collect::<Result<Vec<u64>, Problem>>()?;
                [vec![count], labels].concat()
            }
        };
        let word = Word { literal: literal.to_vec(), suffix: Vec::new(), sort, pops, pushes };
        Ok(Instruction { word, numbers })
    }

    fn skip(&mut self, numbers: usize) -> Result<(), Problem> {
        for _ in 0..numbers {
            self.number()?;
        }
        Ok(())
    }
}
