//! The numbers that a program consists of, in the order in which [`crate::walk`] reads them.

use std::collections::HashMap;
use std::mem;

use crate::pack::instruction::{Instruction, Reader, Signature, Word};
use crate::pack::problem::Problem;
use crate::state::{DEAD, SAME, Sort};

const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";
const TYPE_SECTION: u8 = 1;
const CODE_SECTION: u8 = 10;
/// A pair of words seldomer than this is not worth a word of its own.
const COMMON: usize = 20;

struct Function {
    /// How many variables of which type, as its byte.
    groups: Vec<(u64, u8)>,
    body: Vec<Instruction>,
}

pub fn numbers(program: &[u8]) -> Result<Vec<u64>, Problem> {
    let mut reader = Reader::new(program);
    if reader.bytes(PREAMBLE.len()) != Ok(PREAMBLE) {
        return Err(Problem::NoProgram);
    }
    let mut signatures = Vec::new();
    let (code, before) = loop {
        let section = reader.byte().map_err(|_| Problem::NoProgram)?;
        let before = program.len() - reader.rest().len();
        let content = reader.counted()?;
        match section {
            TYPE_SECTION => signatures = types(content)?,
            CODE_SECTION => break (content, program.get(PREAMBLE.len()..before).unwrap_or_default()),
            _ => {}
        }
    };
    let mut functions = functions(code, &signatures)?;
    join_pairs(&mut functions);
    let words = vocabulary(&functions);
    let number_of: HashMap<&Word, u64> = words.iter().copied().zip(0..).collect();

    let mut numbers = Vec::new();
    let bytes = |numbers: &mut Vec<u64>, bytes: &[u8]| numbers.extend(bytes.iter().map(|byte| u64::from(*byte)));
    numbers.push(before.len() as u64);
    bytes(&mut numbers, before);
    numbers.push(words.len() as u64);
    for word in &words {
        let lengths = [word.literal.len() as u8, word.suffix.len() as u8];
        bytes(&mut numbers, &[lengths[0], lengths[1], word.sort as u8, word.pops, word.pushes]);
        bytes(&mut numbers, &word.literal);
        bytes(&mut numbers, &word.suffix);
    }
    numbers.push(functions.len() as u64);
    for function in &functions {
        numbers.push(function.groups.len() as u64);
        for (count, kind) in &function.groups {
            numbers.extend([u64::from(0x7f_u8.wrapping_sub(*kind)), *count]);
        }
        for instruction in &function.body {
            numbers.extend(number_of.get(&instruction.word));
            numbers.extend(&instruction.numbers);
        }
    }
    numbers.push(reader.rest().len() as u64);
    bytes(&mut numbers, reader.rest());
    Ok(numbers)
}

fn types(section: &[u8]) -> Result<Vec<Signature>, Problem> {
    let mut reader = Reader::new(section);
    let mut signatures = Vec::new();
    for _ in 0..reader.number()? {
        reader.byte()?;
        let parameters = reader.counted()?.len();
        let pushes = Reader::new(reader.counted()?).kind().unwrap_or_default();
        // More make no difference but to what is guessed.
        let pops = parameters.min(usize::from(DEAD) - 2) as u8;
        signatures.push(Signature { pops, pushes });
    }
    Ok(signatures)
}

fn functions(section: &[u8], signatures: &[Signature]) -> Result<Vec<Function>, Problem> {
    let mut reader = Reader::new(section);
    let mut functions = Vec::new();
    for _ in 0..reader.number()? {
        let mut reader = Reader::new(reader.counted()?);
        let mut groups = Vec::new();
        for _ in 0..reader.number()? {
            groups.push((reader.number()?, reader.byte()?));
        }
        let mut body = Vec::new();
        while !reader.rest().is_empty() {
            body.push(reader.instruction(signatures)?);
        }
        functions.push(Function { groups, body });
    }
    Ok(functions)
}

/// Makes a constant and the operation behind it one word, so that summands stand apart from factors, masks and what is
/// compared with.
fn join_pairs(functions: &mut [Function]) {
    let mut counts: HashMap<(Word, Word), usize> = HashMap::new();
    for function in &*functions {
        for (one, other) in function.body.iter().zip(function.body.iter().skip(1)) {
            if join(&one.word, &other.word) {
                *counts.entry((one.word.clone(), other.word.clone())).or_default() += 1;
            }
        }
    }
    counts.retain(|_, count| *count >= COMMON);

    for function in functions {
        let mut rest = mem::take(&mut function.body).into_iter().peekable();
        while let Some(mut one) = rest.next() {
            let is_common = |other: &Instruction| counts.contains_key(&(one.word.clone(), other.word.clone()));
            if let Some(Instruction { word: other, .. }) = rest.next_if(is_common) {
                one.word.suffix = other.literal;
                // The operation takes the constant first.
                one.word.pops = other.pops - 1;
                one.word.pushes = other.pushes;
            }
            function.body.push(one);
        }
    }
}

fn join(one: &Word, other: &Word) -> bool {
    one.sort == Sort::Constant && other.sort == Sort::Plain && other.pops % DEAD > 0 && other.pushes != SAME
}

/// All words, the commonest first, because small numbers are quicker to read. Equals stand in an order that never changes.
fn vocabulary(functions: &[Function]) -> Vec<&Word> {
    let mut counts: HashMap<&Word, usize> = HashMap::new();
    for instruction in functions.iter().flat_map(|function| &function.body) {
        *counts.entry(&instruction.word).or_default() += 1;
    }
    let mut words: Vec<(&Word, usize)> = counts.into_iter().collect();
    words.sort_by(|(one, count), (other, others)| others.cmp(count).then(one.cmp(other)));
    words.into_iter().map(|(word, _)| word).collect()
}
