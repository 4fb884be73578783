//! The fuzzer's targets on any compiler: over the seeds, and over the same mutations of them on every run.

use crate::given::holds;
use crate::hostile::{mutated, mutations};
use std::fs;
use std::path::Path;

#[path = "../../../../fuzz/src/lib.rs"]
mod targets;

/// The seeds of a target, by name, so that every run is alike.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn targets_hold_for_seeds_and_their_mutations() {
    for (name, target) in targets::TARGETS {
        let seeds = seeds(name);
        assert!(seeds.len() > 2, "{name}");
        for seed in &seeds {
            target(seed);
        }
        holds(1_000, (0..seeds.len(), mutations()), |(seed, mutations)| {
            target(&mutated(&seeds[seed], &mutations));
            Ok(())
        });
    }
}

#[test]
#[ignore = "long: a quarter of a million mutations, minutes"]
fn long_targets_hold_for_very_many_mutations() {
    for (name, target) in targets::TARGETS {
        let seeds = seeds(name);
        holds(80_000, (0..seeds.len(), mutations()), |(seed, mutations)| {
            target(&mutated(&seeds[seed], &mutations));
            Ok(())
        });
    }
}
