//! The fuzzer's targets on any compiler: over the seeds, and over the same mutations of them on every run.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::fs;
use std::path::Path;

#[path = "../../../../fuzz/src/formats.rs"]
mod targets;

/// Takes bytes out at one place and puts others in.
#[derive(Clone, Debug)]
struct Mutation {
    at: Index,
    out: usize,
    put: Put,
}

#[derive(Clone, Debug)]
enum Put {
    Bytes(Vec<u8>),
    /// As many bytes from another place of the file.
    Copy(Index, usize),
    /// The end of the file.
    End,
}

fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let put = prop_oneof![
        3 => vec(any::<u8>(), 0..6).prop_map(Put::Bytes),
        // What means something in one format or another.
        6 => select(&[",", "\n", "\"", ";", "\t", "[", "]", "{", "}", ":", "0", "9", "-", ".", "%", "£", " ", "e9", "\u{2028}", "\u{85}", "null"][..])
            .prop_map(|text| Put::Bytes(text.into())),
        3 => (any::<Index>(), 1..200_usize).prop_map(|(from, length)| Put::Copy(from, length)),
        1 => Just(Put::End),
    ];
    let out = prop_oneof![3 => Just(0), 3 => Just(1), 2 => 0..60_usize];
    vec((any::<Index>(), out, put).prop_map(|(at, out, put)| Mutation { at, out, put }), 1..6)
}

fn mutated(file: &[u8], mutations: &[Mutation]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for Mutation { at, out, put } in mutations {
        let at = at.index(bytes.len() + 1);
        let out = at..(at + out).min(bytes.len());
        let put = match put {
            Put::Bytes(put) => put.clone(),
            Put::Copy(from, length) => bytes.iter().skip(from.index(bytes.len() + 1)).take(*length).copied().collect(),
            Put::End => {
                bytes.truncate(at);
                continue;
            }
        };
        bytes.splice(out, put);
    }
    bytes
}

/// The seeds of a target, by name, so that every run is alike.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn hold(cases: u32) {
    for (name, target) in targets::TARGETS {
        let seeds = seeds(name);
        assert!(seeds.len() > 2, "{name}");
        seeds.iter().for_each(|seed| target(seed));
        let config = Config { cases, failure_persistence: None, ..Config::default() };
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let strategy = (0..seeds.len(), mutations());
        let run = TestRunner::new_with_rng(config, rng).run(&strategy, |(seed, mutations)| {
            target(&mutated(&seeds[seed], &mutations));
            Ok(())
        });
        assert!(run.is_ok(), "{name}: {}", run.unwrap_err());
    }
}

#[test]
fn targets_hold_for_seeds_and_their_mutations() {
    hold(1_000);
}

#[test]
#[ignore = "long: hundreds of thousands of mutations, minutes"]
fn long_targets_hold_for_very_many_mutations() {
    hold(80_000);
}
