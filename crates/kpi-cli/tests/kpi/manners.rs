//! What every good tool does.

use crate::support::{DATA, contains, folder, folder_with, kpi, run, said};

const COMMANDS: [&str; 8] = ["build", "check", "diff", "convert", "fill", "page", "completions", "man"];

#[test]
fn every_command_has_help_with_an_example() {
    let folder = folder("help");
    let all = run(&folder, &["--help"], 0);
    contains(&all, &["Exit status: 0 fine, 1 errors found, 2 wrong use"]);
    for command in COMMANDS {
        contains(&all, &[command]);
        contains(&run(&folder, &[command, "--help"], 0), &["Example", &format!("\n  kpi {command}")]);
    }
}

#[test]
fn wrong_use_ends_with_2_and_says_what_is_right() {
    let folder = folder_with("wrong-use", &[("kpi.json", DATA), ("text.doc", "")]);
    let check = |arguments: &[&str], expect: &[&str]| contains(&run(&folder, arguments, 2), expect);
    check(&[], &["Usage: kpi"]);
    check(&["chek"], &["chek", "similar subcommand exists: 'check'"]);
    check(&["check"], &["<FILE>..."]);
    check(&["check", "absent.json"], &["error: absent.json cannot be read"]);
    check(&["check", "text.doc"], &["text.doc", ".json"]);
    check(&["check", "kpi.json", "--sheet", "Data"], &["kpi.json is no workbook; leave --sheet out"]);
    check(&["convert", "kpi.json", "out.doc"], &["out.doc does not say its format", "--to"]);
}

#[test]
fn a_pipe_gets_no_colours_and_quiet_no_chatter() {
    let folder = folder_with("quiet", &[("kpi.json", &DATA.replace("\"title\"", "\"colour\": 1, \"title\""))]);
    assert!(!run(&folder, &["check", "kpi.json"], 0).contains('\u{1b}'));
    assert!(!run(&folder, &["check", "--quiet", "kpi.json"], 0).contains("colour"));
    assert!(run(&folder, &["convert", "kpi.json", "new.json"], 0).contains("new.json is written"));
    assert!(!run(&folder, &["-q", "convert", "kpi.json", "new.json"], 0).contains("written"));
}

#[test]
fn completions_and_manual_know_every_command() {
    let folder = folder("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        contains(&run(&folder, &["completions", shell], 0), &COMMANDS);
    }
    contains(&run(&folder, &["man"], 0), &[".TH kpi 1", "kpi\\-check(1)"]);
    run(&folder, &["man", "--out", "man1"], 0);
    for command in COMMANDS {
        let page = crate::support::read(&folder.join(format!("man1/kpi-{command}.1")));
        contains(&page, &[&format!(".TH kpi-{command} 1"), "Example"]);
    }
    let unknown = kpi(&folder, &["completions", "dos"]);
    assert_eq!(unknown.status.code(), Some(2), "{}", said(&unknown));
}
