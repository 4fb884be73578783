//! How likely a decision is, from how it went in similar circumstances: context mixing.
//!
//! A number comes with six contexts, each a hash of some facts. Each context has a row of cells in a table, one for every
//! decision that the number may need, and a cell counts how often that went yes and no: evidence of six kinds, some from
//! many cases that are a little similar, some from few that are very similar. The six are added up with weights, and after
//! each decision the weights follow those that were right. Packing and unpacking do exactly the same.

use crate::coder::{CERTAIN, Coder};
use crate::contexts::{CONTEXTS, TABLE};
use crate::facts::{Fact, Facts, KINDS, Kind};
use crate::hash::{SPREAD, hash};

/// Cells of one context: a check of whose they are, and one for each of fifteen decisions.
const ROW: usize = 16;
const ROW_BITS: u32 = 19;
const CELLS: usize = ROW << ROW_BITS;

/// Weights differ with the kind of number, a class that comes with it, and the decision;
const CLASSES: usize = 8;
const DECISIONS: usize = 128;
const SETS: usize = KINDS * CLASSES * DECISIONS;
/// and others are added to them that differ with the kind and a fact.
const VALUES: usize = 1024;
const MORE_SETS: usize = KINDS * VALUES;

/// Evidence for so many times: the difference of yes and no is a logarithm of how likely each is. Fitted to programs.
const EVIDENCE: [f32; 16] =
    [-2.14, 0.22, 0.81, 1.18, 1.30, 1.51, 1.68, 1.98, 2.11, 2.22, 2.33, 2.57, 2.66, 2.58, 2.81, 3.47];
/// What remains of a count when the contrary happens: much is forgotten, since code changes its ways. Fitted as well.
const REMAINS: [u8; 16] = [0, 1, 2, 2, 2, 3, 4, 4, 5, 5, 5, 5, 5, 6, 5, 6];
/// Of each weight at the beginning.
const WEIGHT: f32 = 0.15;
/// How much of an error the weights make good.
const RATE: f32 = 0.006;

/// Chances as a table over the sum of evidence, `STEPS_PER` to a unit.
const STEPS: usize = 4096;
const STEPS_PER: f32 = 170.0;

type Weights = [f32; CONTEXTS];

/// Twelve megabytes, for a static.
pub struct Mixer {
    cells: [u8; CELLS],
    weights: [Weights; SETS],
    more_weights: [Weights; MORE_SETS],
    chances: [u32; STEPS],
    /// By a cell's content.
    evidence: [f32; 256],
    after: [[u8; 256]; 2],
    /// Of the number that is read: each context's hash and where its row begins, and the weights' place.
    hashes: [u32; CONTEXTS],
    rows: [usize; CONTEXTS],
    set: usize,
    more_set: usize,
}

impl Mixer {
    pub const fn new() -> Self {
        Self {
            cells: [0; CELLS],
            weights: [[0.0; CONTEXTS]; SETS],
            more_weights: [[0.0; CONTEXTS]; MORE_SETS],
            chances: [0; STEPS],
            evidence: [0.0; 256],
            after: [[0; 256]; 2],
            hashes: [0; CONTEXTS],
            rows: [0; CONTEXTS],
            set: 0,
            more_set: 0,
        }
    }

    /// Forgets everything, as it is when it is new.
    #[cfg(feature = "pack")]
    pub fn clear(&mut self) {
        self.cells.fill(0);
    }

    /// Has to be called before the first number.
    pub fn begin(&mut self) {
        self.weights.fill([WEIGHT; CONTEXTS]);
        self.more_weights.fill([WEIGHT; CONTEXTS]);
        let [after_no, after_yes] = &mut self.after;
        for (cell, ((evidence, no), yes)) in self.evidence.iter_mut().zip(after_no).zip(after_yes).enumerate() {
            let of = |count: usize| EVIDENCE.get(count).copied().unwrap_or_default();
            let remains = |count: usize| usize::from(REMAINS.get(count).copied().unwrap_or_default());
            let (noes, yeses) = (cell >> 4, cell & 15);
            *evidence = of(yeses) - of(noes);
            *no = ((noes + 1).min(15) << 4 | remains(yeses)) as u8;
            *yes = (remains(noes) << 4 | (yeses + 1).min(15)) as u8;
        }
        for (step, chance) in self.chances.iter_mut().enumerate() {
            // One over one plus e to the power of minus x, the same to the last bit on every machine.
            let x = (step as f32 - (STEPS as f32 - 1.0) / 2.0) / STEPS_PER;
            let mut power = 1.0 - x / 64.0;
            for _ in 0..6 {
                power *= power;
            }
            *chance = (CERTAIN as f32 / (1.0 + power)).clamp(8.0, CERTAIN as f32 - 8.0) as u32;
        }
    }

    /// Sets out what is known before a number's first decision.
    pub fn set_out(&mut self, kind: Kind, class: u32, facts: &Facts) {
        let number = kind as usize;
        self.set = (number * CLASSES + class as usize) * DECISIONS;
        let value = if matches!(kind, Kind::Word | Kind::Byte) { Fact::Before1 } else { Fact::Word };
        self.more_set = number * VALUES + (facts.get(value) as usize & (VALUES - 1));
        let mut seed = 8 * number as u32;
        for (place, context) in self.hashes.iter_mut().zip(TABLE.get(number).into_iter().flatten()) {
            seed += 1;
            let mut sum = seed;
            for fact in context {
                if *fact == Fact::End {
                    break;
                }
                sum = hash(sum, facts.get(*fact));
            }
            *place = sum;
        }
    }

    /// Finds each context's row for a group of decisions. A row that somebody else has is taken from the one of two who
    /// used his less.
    #[inline(never)]
    pub fn find(&mut self, group: u32) {
        for (context, row) in self.hashes.iter().zip(&mut self.rows) {
            let spread = (context ^ group.wrapping_mul(SPREAD)).wrapping_mul(0x2545_F491);
            let spread = (spread ^ spread >> 15).wrapping_mul(0x85EB_CA6B);
            let check = (spread >> 3) as u8 | 1;
            let at = (spread >> (32 - ROW_BITS)) as usize * ROW;
            let cell = |at: usize| self.cells.get(at & (CELLS - 1)).copied().unwrap_or_default();
            let beside = at ^ ROW;
            *row = at;
            if cell(at) != check {
                *row = beside;
                if cell(beside) != check {
                    let worth = |at: usize| (cell(at + 1) >> 4) + (cell(at + 1) & 15);
                    if worth(at) <= worth(beside) {
                        *row = at;
                    }
                    if let Some(cells) = self.cells.get_mut(*row..*row + ROW) {
                        cells.fill(0);
                    }
                    if let Some(first) = self.cells.get_mut(*row) {
                        *first = check;
                    }
                }
            }
        }
    }

    /// A decision: the one of its group that stands at this place in the rows, from 1 to 15, and has this number among all
    /// that have weights.
    #[inline(never)]
    pub fn decide(&mut self, coder: &mut impl Coder, place: usize, number: usize, known: bool) -> bool {
        let weights = self.weights.get_mut((self.set + number) & (SETS - 1));
        let more_weights = self.more_weights.get_mut(self.more_set & (MORE_SETS - 1));
        let (Some(weights), Some(more_weights)) = (weights, more_weights) else { return false };

        let mut evidence = [0.0; CONTEXTS];
        let mut sum = 0.0;
        for (((evidence, row), weight), more) in
            evidence.iter_mut().zip(&self.rows).zip(weights.iter()).zip(more_weights.iter())
        {
            let cell = self.cells.get((row + place) & (CELLS - 1)).copied().unwrap_or_default();
            *evidence = self.evidence.get(usize::from(cell)).copied().unwrap_or_default();
            sum += *evidence * (weight + more);
        }
        let step = (sum * STEPS_PER) as i32 + STEPS as i32 / 2;
        let chance = self.chances.get(step.clamp(0, STEPS as i32 - 1) as usize).copied().unwrap_or(CERTAIN / 2);

        let yes = coder.decide(chance, known);

        let [after_no, after_yes] = &self.after;
        let (happened, after) = if yes { (CERTAIN, after_yes) } else { (0, after_no) };
        let error = (happened as f32 - chance as f32) * (RATE / CERTAIN as f32);
        for ((evidence, weight), more) in evidence.iter().zip(weights).zip(more_weights) {
            *weight += error * evidence;
            *more += error * evidence;
        }
        for row in &self.rows {
            if let Some(cell) = self.cells.get_mut((row + place) & (CELLS - 1)) {
                *cell = after.get(usize::from(*cell)).copied().unwrap_or_default();
            }
        }
        yes
    }
}
