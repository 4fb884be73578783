//! Which numbers a program consists of, in which order, and what is known when each is read.
//!
//! A program is bytes, then functions, then bytes again. A function is words: what repeats of instructions, with an operand
//! inside. The list of words comes with the program and says of each what it does to the stack, so that this knows nothing
//! of single instructions. It follows the stack because an instruction depends most on what is there for it to work on:
//! which type the topmost values have, what made them, what was done with that variable the last time. That is nowhere
//! written, but follows from what has been read.

use crate::facts::{Fact, Facts, Kind};
use crate::hash::hash;
use crate::output::Output;
use crate::state::{
    Block, DEAD, FUNCTIONS, LOCALS, Local, PLACES, REPEATS, SAME, Signature, Sort, State, TYPES, Value, WORDS, Word,
};

/// Where numbers come from.
pub trait Source {
    /// The next number. `class`, below 8, is the coarsest of what is known.
    fn number(&mut self, kind: Kind, class: u32, facts: &Facts) -> u64;
}

const PREAMBLE: [u8; 8] = *b"\0asm\x01\0\0\0";
const TYPE_SECTION: u32 = 1;
const IMPORT_SECTION: u32 = 2;
const FUNCTION_SECTION: u32 = 3;

fn skip(at: usize, size: u32) -> usize {
    at.saturating_add(size as usize)
}

/// A number as a fact: above 0, which is nothing.
fn above(number: u64) -> u32 {
    (number as u32).wrapping_add(1)
}

/// What a byte or another number stands for.
#[derive(Clone, Copy)]
enum Place {
    Count,
    Byte,
    Words,
    Trait,
    Literal = 8,
    Functions,
    Groups,
    Type,
    Variables,
    Labels,
    Label,
}

pub struct Walk<'w, S> {
    pub source: S,
    pub state: &'w mut State,
    pub output: Output<'w>,
}

impl<S: Source> Walk<'_, S> {
    /// Everything. `None` where there is no room for it, or no sense in it.
    pub fn program(&mut self) -> Option<usize> {
        for byte in &PREAMBLE {
            self.output.byte(*byte)?;
        }
        self.bytes()?;
        let imports = self.signatures()?;
        self.words()?;

        let count = self.other(Place::Functions, [0; 3]);
        let section = self.output.length();
        self.output.number(count)?;
        for number in 0..count as u32 {
            let begin = self.output.length();
            let signature = *self.state.functions.get(imports.wrapping_add(number) as usize & (FUNCTIONS - 1))?;
            let signature = *self.state.signatures.get(signature as usize & (TYPES - 1))?;
            self.function(number, signature)?;
            self.output.measure(begin)?;
        }
        self.output.measure(section)?;
        self.bytes()?;
        Some(self.output.length())
    }

    /// What is no function.
    fn bytes(&mut self) -> Option<()> {
        for _ in 0..self.other(Place::Count, [0; 3]) {
            let guess = self.output.byte_at(self.state.guess).filter(|_| self.state.guess > 0);
            self.state.byte_facts.set(Fact::Guess, guess.map_or(0, |byte| u32::from(byte) + 1));
            let byte = self.byte(Place::Byte as u32);
            self.output.byte(byte)?;

            let facts = &self.state.byte_facts;
            let mut before = u32::from(byte);
            for fact in [Fact::Before2, Fact::Before3, Fact::Before4] {
                before = hash(before, facts.get(fact));
            }
            let repeat = self.state.repeats.get_mut((before >> 18) as usize & (REPEATS - 1))?;
            self.state.guess = if guess == Some(byte) { self.state.guess + 1 } else { *repeat as usize };
            *repeat = self.output.length() as u32;
        }
        Some(())
    }

    fn byte(&mut self, place: u32) -> u8 {
        let facts = &mut self.state.byte_facts;
        facts.set(Fact::Word, place);
        let class = u32::from(facts.get(Fact::Guess) > 0);
        let byte = self.source.number(Kind::Byte, class, facts) as u8;
        facts.shift(Fact::Before1, 4, u32::from(byte));
        let letters = facts.get(Fact::Letters);
        if byte.is_ascii_alphabetic() {
            facts.set(Fact::Letters, hash(letters, u32::from(byte)));
        } else if letters > 0 {
            facts.set(Fact::LettersBefore, letters);
            facts.set(Fact::Letters, 0);
        }
        byte
    }

    fn other(&mut self, place: Place, neighbours: [u32; 3]) -> u64 {
        let mut facts = Facts::none();
        facts.set(Fact::Word, place as u32);
        for (behind, neighbour) in (0..).zip(neighbours) {
            facts.set_behind(Fact::Before1, behind, neighbour);
        }
        facts.set(Fact::Parameters, self.state.facts.get(Fact::Parameters));
        self.source.number(Kind::Other, place as u32 & 7, &facts)
    }

    /// Reads the types of all functions in what was written so far. Returns how many are imported.
    fn signatures(&mut self) -> Option<u32> {
        let mut at = PREAMBLE.len();
        let (mut types, mut functions, mut imports) = (0, 0, 0);
        while at < self.output.length() {
            let section = self.number_at(&mut at);
            let size = self.number_at(&mut at);
            let end = skip(at, size).min(self.output.length());
            if section <= FUNCTION_SECTION {
                // How many there are; the end says it too.
                self.number_at(&mut at);
            } else {
                at = end;
            }
            while at < end {
                if section == TYPE_SECTION {
                    at += 1;
                    let count = self.number_at(&mut at);
                    let parameters = at as u32;
                    at = skip(at, count);
                    let results = self.number_at(&mut at);
                    let result = if results > 0 { self.type_at(at as u32) } else { 0 };
                    at = skip(at, results);
                    *self.state.signatures.get_mut(types & (TYPES - 1))? = Signature { parameters, count, result };
                    types += 1;
                    continue;
                }
                if section == IMPORT_SECTION {
                    for _ in 0..2 {
                        let size = self.number_at(&mut at);
                        at = skip(at, size);
                    }
                    at += 1;
                    imports += 1;
                }
                *self.state.functions.get_mut(functions & (FUNCTIONS - 1))? = self.number_at(&mut at);
                functions += 1;
            }
        }
        Some(imports)
    }

    fn number_at(&self, at: &mut usize) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some(byte) = self.output.byte_at(*at) {
            *at += 1;
            number |= u32::from(byte & 0x7f) << (shift & 31);
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A type, counted down from where WebAssembly counts them, so that it is above 0.
    fn type_at(&self, at: u32) -> u32 {
        0x80 - u32::from(self.output.byte_at(at as usize).unwrap_or_default() & 0x7f)
    }

    /// The list of words.
    fn words(&mut self) -> Option<()> {
        self.state.byte_facts.set(Fact::Guess, 0);
        let mut literal = 0;
        for number in 0..self.other(Place::Words, [0; 3]) {
            let mut traits = [0; 5];
            for (place, value) in (Place::Trait as u32..).zip(&mut traits) {
                *value = self.byte(place);
            }
            let [length, suffix, sort, pops, pushes] = traits;
            let sort = *Sort::ALL.get(usize::from(sort))?;
            *self.state.words.get_mut(number as usize)? = Word { literal, length, suffix, sort, pops, pushes, last: 0 };
            for _ in 0..u32::from(length) + u32::from(suffix) {
                let byte = self.byte(Place::Literal as u32);
                *self.state.literals.get_mut(literal as usize)? = byte;
                literal += 1;
            }
        }
        Some(())
    }

    fn function(&mut self, number: u32, signature: Signature) -> Option<()> {
        // Across functions only the last call is of interest.
        let call = self.state.facts.get(Fact::Call);
        self.state.facts = Facts::none();
        self.state.facts.set(Fact::Call, call);
        self.state.facts.set(Fact::Parameters, signature.count);

        let mut locals = 0;
        while locals < signature.count.min(LOCALS as u32) {
            let kind = self.type_at(signature.parameters.wrapping_add(locals));
            self.fresh(locals, kind, locals * 32 + kind);
            locals += 1;
        }
        let groups = self.other(Place::Groups, [0; 3]);
        self.output.number(groups)?;
        let mut kind = 0;
        for at in 0..groups as u32 {
            let written = self.other(Place::Type, [at, kind, groups as u32]);
            kind = above(written);
            let count = self.other(Place::Variables, [at, kind, groups as u32]);
            self.output.number(count)?;
            self.output.byte(0x80_u8.wrapping_sub(kind as u8))?;
            let end = u64::from(locals).saturating_add(count).min(LOCALS as u64) as u32;
            while locals < end {
                self.fresh(locals, kind, 0);
                locals += 1;
            }
        }

        let state = &mut *self.state;
        state.facts.set(Fact::Function, number);
        state.facts.set(Fact::Locals, locals);
        (state.height, state.depth) = (0, 0);
        *state.blocks.first_mut()? = Block { height: 0, word: 0, result: signature.result, root: 0 };
        while self.instruction()? {}
        Some(())
    }

    fn fresh(&mut self, number: u32, kind: u32, made: u32) {
        if let Some(local) = self.state.locals.get_mut(number as usize) {
            *local = Local { kind, made, next: 0, earlier: 0, offset: 0 };
        }
    }

    /// A word and its operand. Returns whether the function goes on.
    fn instruction(&mut self) -> Option<bool> {
        self.state.facts.set(Fact::Word, 0);
        self.look(0);
        let facts = &self.state.facts;
        let class = facts.get(Fact::Depth).min(3) + 4 * facts.get(Fact::Dead);
        let number = self.source.number(Kind::Word, class, facts) as u32;
        let word = *self.state.words.get(number as usize)?;
        // Every word writes something, so that no text goes on for ever.
        self.literal(word.literal, word.length.max(1))?;
        let second = self.value(1).kind;
        let operand = self.operand(number, word)?;
        self.literal(word.literal + u32::from(word.length), word.suffix)?;
        self.state.words.get_mut(number as usize)?.last = operand as u32;
        self.effect(number, word, operand as u32, second)
    }

    fn literal(&mut self, from: u32, length: u8) -> Option<()> {
        for at in from..from + u32::from(length) {
            let byte = *self.state.literals.get(at as usize)?;
            self.output.byte(byte)?;
        }
        Some(())
    }

    fn operand(&mut self, number: u32, word: Word) -> Option<u64> {
        let pops = u32::from(word.pops % DEAD);
        let facts = &mut self.state.facts;
        facts.set(Fact::Word, number + 1);
        facts.set(Fact::Last, word.last);
        let class = pops.min(3) + 4 * u32::from(word.suffix > 0);
        let kind = match word.sort {
            Sort::Plain | Sort::Open | Sort::Else | Sort::Close => return Some(0),
            Sort::Table => return self.labels(),
            Sort::Offset => return self.offset(class, pops),
            Sort::Local => Kind::Local,
            Sort::Call => Kind::Function,
            Sort::Label => Kind::Label,
            Sort::Constant | Sort::Bytes => Kind::Constant,
        };
        let operand = self.source.number(kind, class, facts);
        match word.sort {
            Sort::Constant => {
                if facts.get(Fact::Frame) == 0 {
                    facts.set(Fact::Frame, above(operand));
                }
                self.output.signed(operand)?;
            }
            Sort::Bytes => {
                for place in (0..8).rev() {
                    self.output.byte((operand >> (8 * place)) as u8)?;
                }
            }
            _ => self.output.number(operand)?,
        }
        Some(operand)
    }

    fn offset(&mut self, class: u32, pops: u32) -> Option<u64> {
        // The address of what is stored stands below that.
        self.look(pops.saturating_sub(1));
        let facts = &mut self.state.facts;
        let base = facts.get(Fact::From0);
        let local = self.state.locals.get_mut(base as usize);
        facts.set(Fact::OffsetOfLocal, local.as_ref().map_or(base, |local| local.offset));
        let place = hash(hash(facts.get(Fact::Shape0), base), facts.get(Fact::Function) << 2 | pops.min(3));
        let place = self.state.places.get_mut((place >> 20) as usize & (PLACES - 1))?;
        facts.set(Fact::OffsetOfPlace, *place);
        let operand = self.source.number(Kind::Offset, class, facts);
        *place = above(operand);
        if let Some(local) = local {
            local.offset = *place;
        }
        self.output.number(operand)?;
        Some(operand)
    }

    fn labels(&mut self) -> Option<u64> {
        let count = self.other(Place::Labels, [0; 3]);
        self.output.number(count)?;
        let (mut before, mut before_that) = (0, 0);
        for at in 0..=count {
            let label = self.other(Place::Label, [before, before_that, at as u32]);
            self.output.number(label)?;
            (before, before_that) = (above(label), before);
        }
        Some(count)
    }

    /// What a word does to the stack, and to what is known.
    fn effect(&mut self, number: u32, word: Word, operand: u32, second: u32) -> Option<bool> {
        let mut pops = u32::from(word.pops % DEAD);
        let mut kind = if word.pushes == SAME { second } else { u32::from(word.pushes) };
        let mut from = LOCALS as u32 + number;
        let mut shape = hash(number, operand);
        if word.sort == Sort::Local {
            let facts = &mut self.state.facts;
            let local = self.state.locals.get_mut(operand as usize & (LOCALS - 1))?;
            from = operand;
            if pops > 0 {
                let made = facts.get(Fact::Made0);
                *local = Local { kind: local.kind, made, next: made, earlier: 0, offset: 0 };
            }
            shape = hash(local.kind, local.made);
            if word.pushes > 0 {
                kind = local.kind;
            }
            facts.shift(Fact::Local1, 2, operand);
        } else {
            if word.sort == Sort::Call {
                let signature = *self.state.functions.get(operand as usize & (FUNCTIONS - 1))?;
                let signature = *self.state.signatures.get(signature as usize & (TYPES - 1))?;
                (pops, kind) = (signature.count, signature.result);
                from = operand.wrapping_add((LOCALS + WORDS) as u32);
                self.state.facts.set(Fact::Call, operand);
            }
            for below in 0..pops.min(3) {
                let value = self.value(below);
                shape = hash(shape, value.shape);
                if let Some(local) = self.state.locals.get_mut(value.from as usize) {
                    (local.next, local.earlier) = (number + 1, local.next);
                }
            }
        }

        let state = &mut *self.state;
        let facts = &mut state.facts;
        let block = state.blocks.get_mut(state.depth as usize)?;
        let mut height = state.height.saturating_sub(pops).max(block.height);
        if word.pops & DEAD > 0 {
            facts.set(Fact::Dead, 1);
        }
        match word.sort {
            Sort::Open => {
                state.depth += 1;
                *state.blocks.get_mut(state.depth as usize)? =
                    Block { height, word: number + 1, result: kind, root: facts.get(Fact::Root1) };
                kind = 0;
            }
            Sort::Else => {
                block.word = number + 1;
                height = block.height;
                facts.set(Fact::Dead, 0);
            }
            Sort::Close => {
                if state.depth == 0 {
                    return Some(false);
                }
                state.depth -= 1;
                (height, kind) = (block.height, block.result);
                facts.set(Fact::Dead, 0);
            }
            _ => {}
        }
        if kind > 0 {
            *state.stack.get_mut(height as usize)? = Value { kind, from, shape };
            height += 1;
        }
        let block = state.blocks.get(state.depth as usize)?;
        state.height = height;
        facts.set(Fact::Block, block.word);
        facts.set(Fact::Opened, block.root);
        facts.set(Fact::Nesting, state.depth);
        facts.set(Fact::Depth, height.saturating_sub(block.height));
        let mut statement = hash(facts.get(Fact::Statement), number);
        if height <= block.height {
            facts.set(Fact::StatementBefore, statement);
            facts.shift(Fact::Root1, 3, number + 1);
            statement = 0;
        }
        facts.set(Fact::Statement, statement);
        facts.shift(Fact::Before1, 4, number + 1);
        Some(true)
    }

    /// The value that has so many above it in the innermost block.
    fn value(&self, above: u32) -> Value {
        let state = &*self.state;
        let at = state.height.wrapping_sub(above + 1) as usize;
        let there = if above < state.facts.get(Fact::Depth) { state.stack.get(at) } else { None };
        there.copied().unwrap_or(Value { kind: 0, from: u32::MAX, shape: 0 })
    }

    /// Makes facts of the topmost values, or of those below the `above` topmost.
    fn look(&mut self, above: u32) {
        for place in 0..3 {
            let value = self.value(above + place);
            let local = self.state.locals.get(value.from as usize);
            let (made, next, earlier) =
                local.map_or((value.from, value.from, 0), |local| (local.made, local.next, local.earlier));
            let facts = &mut self.state.facts;
            facts.set_behind(Fact::Type0, place, value.kind);
            facts.set_behind(Fact::From0, place, value.from);
            facts.set_behind(Fact::Next0, place, next);
            facts.set_behind(Fact::Earlier0, place, earlier);
            facts.set_behind(Fact::Made0, place, made);
            facts.set_behind(Fact::Shape0, place, value.shape);
        }
    }
}
