//! What is known when a number is read.

/// What a number is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Which word comes next.
    Word,
    /// Which variable.
    Local,
    /// Which function is called.
    Function,
    /// How many blocks further out it goes on.
    Label,
    /// A constant.
    Constant,
    /// How far behind an address something lies in memory.
    Offset,
    /// Counts, types of variables, tables of labels.
    Other,
    /// A byte of what is no function.
    Byte,
}

/// How many kinds there are.
pub const KINDS: usize = 8;

/// Something that is known. The values are numbers that mean something only when they are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Fact {
    /// Nothing: ends a list.
    End,
    /// The word whose operand is read, or what a byte or another number stands for.
    Word,
    /// The words before; of a byte, the bytes before; of another number, its neighbours.
    Before1,
    Before2,
    Before3,
    Before4,
    /// Of the topmost value on the stack and the two below it: its type;
    Type0,
    Type1,
    Type2,
    /// the variable that it was read from, or the word or function that made it;
    From0,
    From1,
    From2,
    /// the word that used that variable last time;
    Next0,
    Next1,
    Next2,
    /// and the one that used it before that;
    Earlier0,
    Earlier1,
    Earlier2,
    /// what made the variable's value;
    Made0,
    Made1,
    Made2,
    /// and the whole expression that it is.
    Shape0,
    Shape1,
    Shape2,
    /// How many values the innermost block has on the stack.
    Depth,
    /// The word that began the innermost block, the statement before that, and how many blocks there are.
    Block,
    Opened,
    Nesting,
    /// Whether nothing comes here: behind a jump.
    Dead,
    /// The words of this statement so far, those of the one before, and the last word of three statements.
    Statement,
    StatementBefore,
    Root1,
    Root2,
    Root3,
    /// The variables used last.
    Local1,
    Local2,
    /// The operand that this word had last time.
    Last,
    /// Where in memory behind this variable, and behind this expression, was last looked.
    OffsetOfLocal,
    OffsetOfPlace,
    /// The function that was called last.
    Call,
    /// The first constant of the function: the size of what it keeps on the stack in memory.
    Frame,
    /// Which function this is, and how many parameters and variables it has.
    Function,
    Parameters,
    Locals,
    /// The letters of a text's word so far, and those of the one before.
    Letters,
    LettersBefore,
    /// The byte that came next where the last bytes were the same.
    Guess,
}

const FACTS: usize = 64;

/// All facts.
#[derive(Clone)]
pub struct Facts([u32; FACTS]);

impl Facts {
    /// Nothing is known.
    pub const fn none() -> Self {
        Self([0; FACTS])
    }

    /// What is known of something.
    pub fn get(&self, fact: Fact) -> u32 {
        self.0.get(fact as usize).copied().unwrap_or(0)
    }

    pub(crate) fn set(&mut self, fact: Fact, value: u32) {
        self.set_behind(fact, 0, value);
    }

    /// Sets the fact that stands so many places behind this one.
    pub(crate) fn set_behind(&mut self, fact: Fact, places: u32, value: u32) {
        if let Some(place) = self.0.get_mut(fact as usize + places as usize) {
            *place = value;
        }
    }

    /// A new first one in a row of `count` facts, each of which goes one place back.
    pub(crate) fn shift(&mut self, first: Fact, count: usize, value: u32) {
        for place in (first as usize + 1..first as usize + count).rev() {
            let before = self.0.get(place - 1).copied().unwrap_or_default();
            if let Some(fact) = self.0.get_mut(place) {
                *fact = before;
            }
        }
        self.set(first, value);
    }
}
