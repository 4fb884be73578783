//! Every command of docs/kpi-tool.md, in its order, in a folder as it describes.

use crate::support::{contains, folder, read, run, write};
use std::path::Path;
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().parent().unwrap()
}

/// The blocks of code of a language.
fn blocks(language: &str) -> Vec<String> {
    let text = read(&root().join("docs/kpi-tool.md"));
    let begin = format!("```{language}\n");
    let blocks = text.split(&begin).skip(1);
    blocks.map(|block| block.split("```").next().unwrap().to_owned()).collect()
}

fn copy_all(from: &Path, into: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = into.join(path.file_name().unwrap());
        write(&target, &read(&path));
    }
}

#[test]
#[cfg(unix)]
fn every_command_of_the_guide_does_what_it_says() {
    let folder = folder("guide");
    copy_all(&root().join("crates/kpi-cli/tests/fixtures/dfe"), &folder.join("downloads/dfe"));
    let example = root().join("examples/isle-of-wight");
    write(&folder.join("publication.toml"), &read(&example.join("publication.toml")));
    write(&folder.join("kpi-explorer.js"), "alert(1)");
    // Last time one figure was another, and the Department has revised it since.
    let now = read(&example.join("kpi.json"));
    let last = now.replace("\"values\": [112, 116, 123", "\"values\": [112, 116, 122");
    assert!(last != now);
    write(&folder.join("website/kpi.json"), &last);

    let program = Path::new(env!("CARGO_BIN_EXE_kpi")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut ends = Vec::new();
    let blocks = blocks("sh");
    for line in blocks.iter().flat_map(|block| block.lines()) {
        let output = Command::new("sh").args(["-c", line]).current_dir(&folder).env("PATH", &path).output().unwrap();
        let said = crate::support::said(&output);
        let code = output.status.code().unwrap();
        // The one that finds the change ends with 1.
        assert_eq!(code, i32::from(line.starts_with("kpi diff")), "{line}\n{said}");
        if line.starts_with("kpi diff") {
            contains(
                &said,
                &["without the mark \"r\" (1)", "31 March 2023, Isle of Wight: was 122 per 10,000, now 123 per 10,000"],
            );
        }
        ends.push(code);
    }
    assert!(ends.len() >= 10, "the guide has {} commands", ends.len());
    contains(&run(&folder, &["diff", "last.json", "website/kpi.json"], 0), &["Figures revised and marked (1)"]);
    for file in ["page.html", "embed.html", "figures.csv", "figures.csv-metadata.json"] {
        assert!(folder.join("website").join(file).exists(), "{file} is not there");
    }
}

#[test]
fn the_guides_publication_can_be_built() {
    let recipes = blocks("toml");
    assert_eq!(recipes.len(), 1);
    let folder = folder("guide-toml");
    copy_all(&root().join("crates/kpi-cli/tests/fixtures/dfe"), &folder.join("dfe"));
    write(&folder.join("publication.toml"), &recipes[0]);
    run(&folder, &["build", "publication.toml", "--data-only"], 0);
    contains(
        &run(&folder, &["check", "kpi.json"], 0),
        &["indicators that can be shown: 1, areas: 14, figures: 65; errors: 0, warnings: 0"],
    );
}
