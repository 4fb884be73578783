use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The smallest publication.
pub const DATA: &str = r#"{ "kpi": "1.0", "title": "Visits", "publisher": { "name": "Example" },
  "areas": [{ "id": "A", "name": "Example", "role": "focus" }],
  "indicators": [{ "id": "visits", "name": "Visits < planned", "unit": { "kind": "count" },
    "periods": ["2020"], "series": [{ "area": "A", "values": [1234] }] }] }"#;

/// A folder of its own, empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A folder of its own with these files.
pub fn folder_with(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = folder(name);
    for (file, text) in files {
        write(&folder.join(file), text);
    }
    folder
}

pub fn write(file: &Path, text: &str) {
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

pub fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

pub fn kpi(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kpi")).current_dir(folder).args(arguments).output().unwrap()
}

/// Everything that a person sees.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Runs the tool, sees how it ends, and gives what a person sees.
pub fn run(folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = kpi(folder, arguments);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(code), "kpi {}\n{said}", arguments.join(" "));
    said
}

pub fn contains(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words:?} is not in\n{text}");
    }
}
