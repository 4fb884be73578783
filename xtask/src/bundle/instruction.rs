//! WebAssembly's binary form, as far as taking it apart needs it: where an instruction ends, and which of its bytes say
//! what is done (to compress with the instructions around it) and which to what (an operand, to compress with others of
//! its kind).

use anyhow::{Context, Result, bail, ensure};

/// What repeats: everything of an instruction but its operand.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Word {
    pub literal: Vec<u8>,
    /// How many bytes of operand follow the literal. Known from the word, so that each byte of an operand always stands
    /// for the same digit of the same kind of number.
    pub width: usize,
    pub operand: Operand,
    /// What always follows that operand.
    pub suffix: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Operand {
    /// One number in LEB128: seven bits a byte; the eighth says whether another follows, which the width says already.
    Number,
    /// Anything.
    Bytes,
}

/// Words that together are the program again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    Word(Word, &'a [u8]),
    /// Up to the matching end the bytes come behind their own count.
    Open,
    Close,
}

impl<'a> Piece<'a> {
    pub fn number(literal: &[u8], operand: &'a [u8]) -> Self {
        Self::Word(
            Word { literal: literal.to_vec(), width: operand.len(), operand: Operand::Number, suffix: Vec::new() },
            operand,
        )
    }

    pub fn bytes(literal: &[u8], operand: &'a [u8]) -> Self {
        Self::Word(
            Word { literal: literal.to_vec(), width: operand.len(), operand: Operand::Bytes, suffix: Vec::new() },
            operand,
        )
    }
}

/// What an opcode is followed by.
#[derive(Clone, Copy)]
enum Layout {
    /// This many numbers, few of which ever differ: types, tables, alignments.
    Literal(usize),
    /// This many such numbers, then the one that differs.
    Number(usize),
    /// That many bytes.
    Bytes(usize),
    /// A count of types, then these.
    Types,
    /// A count of labels, then these and one more.
    Labels,
    /// A number that is the rest of the opcode.
    Prefix,
}

/// All that a program can contain which is built with the features in Cargo.toml.
fn layout(opcode: u8) -> Result<Layout> {
    Ok(match opcode {
        // What only touches the stack.
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Layout::Literal(0),
        // block, loop, if; table.get, table.set; memory.size, memory.grow; ref.null, ref.func.
        0x02..=0x04 | 0x25 | 0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => Layout::Literal(1),
        // call_indirect.
        0x11 => Layout::Literal(2),
        // br, br_if, call; locals and globals; i32.const, i64.const.
        0x0c | 0x0d | 0x10 | 0x20..=0x24 | 0x41 | 0x42 => Layout::Number(0),
        // Loads and stores: alignment, then offset.
        0x28..=0x3e => Layout::Number(1),
        0x0e => Layout::Labels,
        0x1c => Layout::Types,
        0x43 => Layout::Bytes(4),
        0x44 => Layout::Bytes(8),
        0xfc => Layout::Prefix,
        _ => bail!("0x{opcode:02x} begins no instruction that xtask/src/bundle/instruction.rs knows: add it there"),
    })
}

/// How many numbers follow 0xfc and this one.
fn operands_behind_prefix(second: u32) -> Result<usize> {
    Ok(match second {
        // Floats to integers that saturate.
        0..=7 => 0,
        // data.drop, memory.fill, elem.drop; table.grow, table.size, table.fill.
        9 | 11 | 13 | 15..=17 => 1,
        // memory.init, memory.copy, table.init, table.copy.
        8 | 10 | 12 | 14 => 2,
        _ => bail!("0xfc {second} is no instruction that xtask/src/bundle/instruction.rs knows: add it there"),
    })
}

/// Takes bytes from the front.
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

    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count).context("the program ends in the middle of something")?;
        self.rest = rest;
        Ok(bytes)
    }

    pub fn byte(&mut self) -> Result<u8> {
        Ok(self.bytes(1)?.first().copied().unwrap_or_default())
    }

    /// The bytes of as many numbers in LEB128.
    pub fn numbers(&mut self, count: usize) -> Result<&'a [u8]> {
        let ends = self.rest.iter().enumerate().filter(|(_, byte)| **byte < 0x80).map(|(at, _)| at + 1);
        let length = if count == 0 { Some(0) } else { ends.take(count).nth(count - 1) };
        self.bytes(length.context("the program ends in the middle of a number")?)
    }

    /// A number in LEB128.
    pub fn number(&mut self) -> Result<u32> {
        let bytes = self.numbers(1)?;
        ensure!(bytes.len() <= 5, "a number in the program is too long");
        let value = bytes.iter().rev().fold(0_u64, |value, byte| (value << 7) | u64::from(byte & 0x7f));
        u32::try_from(value).context("a number in the program is too large")
    }

    /// What a count before it says.
    pub fn counted(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.bytes(usize::try_from(length)?)
    }

    /// One instruction. More than one piece only for a table of labels.
    pub fn instruction(&mut self, pieces: &mut Vec<Piece<'a>>) -> Result<()> {
        let whole = self.rest;
        let layout = layout(self.byte()?)?;
        let first = || Self::new(self.rest).number();
        let mut labels = 0;
        let numbers = match layout {
            Layout::Literal(count) | Layout::Number(count) => count,
            Layout::Bytes(_) => 0,
            Layout::Types => 1 + usize::try_from(first()?)?,
            Layout::Prefix => 1 + operands_behind_prefix(first()?)?,
            Layout::Labels => {
                labels = 1 + first()?;
                1
            }
        };
        self.numbers(numbers)?;
        let (literal, _) = whole.split_at(whole.len() - self.rest.len());
        pieces.push(match layout {
            Layout::Number(_) => Piece::number(literal, self.numbers(1)?),
            Layout::Bytes(count) => Piece::bytes(literal, self.bytes(count)?),
            _ => Piece::bytes(literal, &[]),
        });
        for _ in 0..labels {
            pieces.push(Piece::number(&[], self.numbers(1)?));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instruction_in_pieces() {
        let check = |code: &[u8], expect: &[Piece]| {
            let mut reader = Reader::new(code);
            let mut pieces = Vec::new();
            assert!(reader.instruction(&mut pieces).is_ok(), "{code:x?}");
            assert_eq!(pieces, expect, "{code:x?}");
            assert!(reader.rest().is_empty(), "{code:x?}");
        };
        // i32.add
        check(&[0x6a], &[Piece::bytes(&[0x6a], &[])]);
        // local.get 3
        check(&[0x20, 3], &[Piece::number(&[0x20], &[3])]);
        // i32.const 300
        check(&[0x41, 0xac, 2], &[Piece::number(&[0x41], &[0xac, 2])]);
        // i32.load align=2 offset=8
        check(&[0x28, 2, 8], &[Piece::number(&[0x28, 2], &[8])]);
        // block (result i32)
        check(&[0x02, 0x7f], &[Piece::bytes(&[0x02, 0x7f], &[])]);
        // call_indirect (type 300) table 0
        check(&[0x11, 0xac, 2, 0], &[Piece::bytes(&[0x11, 0xac, 2, 0], &[])]);
        // select (result i32)
        check(&[0x1c, 1, 0x7f], &[Piece::bytes(&[0x1c, 1, 0x7f], &[])]);
        // f64.const
        check(&[0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f], &[Piece::bytes(&[0x44], &[0, 0, 0, 0, 0, 0, 0xf0, 0x3f])]);
        // i32.trunc_sat_f32_s; memory.copy
        check(&[0xfc, 0], &[Piece::bytes(&[0xfc, 0], &[])]);
        check(&[0xfc, 10, 0, 0], &[Piece::bytes(&[0xfc, 10, 0, 0], &[])]);
        // br_table 4, otherwise 5
        check(&[0x0e, 1, 4, 5], &[Piece::bytes(&[0x0e, 1], &[]), Piece::number(&[], &[4]), Piece::number(&[], &[5])]);
    }

    #[test]
    fn what_is_no_instruction() {
        let check = |code: &[u8], expect: &str| {
            let error = Reader::new(code).instruction(&mut Vec::new()).unwrap_err().to_string();
            assert!(error.contains(expect), "{error}");
        };
        check(&[], "ends in the middle of something");
        check(&[0x41, 0x80], "ends in the middle of a number");
        check(&[0x44, 0], "ends in the middle of something");
        // SIMD and exceptions are not enabled.
        check(&[0xfd, 0], "0xfd");
        check(&[0x06, 0x40], "0x06");
        check(&[0xfc, 18], "0xfc 18");
    }
}
