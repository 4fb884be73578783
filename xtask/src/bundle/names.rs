//! Short names for what passes between the program and its glue. wasm-bindgen's are long and end in a hash, and nobody
//! but the two ever reads them: 5 kB that compression cannot take back.

use std::fs;

use anyhow::{Context, Result};

use super::program::{Program, features};
use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::Toolbox;

const WORK_DIR: &str = "target/bundle";

/// The same program with short names on both sides.
pub fn shorten(project: &Project, toolbox: &Toolbox, program: &Program) -> Result<Program> {
    step("giving short names to what passes between program and page", || {
        let folder = project.root.join(WORK_DIR);
        let (long, short) = (folder.join("long.wasm"), folder.join("short.wasm"));
        fs::create_dir_all(&folder)?;
        fs::write(&long, &program.wasm)?;
        let mut optimizer = toolbox.command("wasm-opt", &project.root)?;
        optimizer.arg("--minify-imports-and-exports-and-modules");
        // The same features, one by one, as when it was shrunk.
        optimizer.args(features(&project.read("Cargo.toml")?));
        optimizer.arg(&long).arg("-o").arg(&short);
        let said = process::run(&mut optimizer).context("wasm-opt could not shorten the names")?;
        let wasm = fs::read(&short).with_context(|| format!("wasm-opt made no {}", short.display()))?;
        Ok(Program { glue: renamed(&program.glue, &said), wasm })
    })
}

/// The glue with the names that wasm-opt says it gave: imports as `["module", "name", "short"]`, exports as
/// `["name", "short"]`.
fn renamed(glue: &str, said: &str) -> String {
    let mut glue = glue.to_owned();
    for line in said.lines() {
        let names: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        match names.as_slice() {
            [module, name, short] => {
                glue = with_name(&glue, "", name, short);
                // The one module that all imports come from is called by the first short name.
                glue = glue.replace(&format!("\"{module}\""), "\"a\"");
            }
            [name, short] => glue = with_name(&glue, "wasm.", name, short),
            _ => {}
        }
    }
    glue
}

/// Replaces a whole identifier wherever it stands behind `before`.
fn with_name(text: &str, before: &str, name: &str, short: &str) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut renamed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((skipped, behind)) = rest.split_once(&format!("{before}{name}")) {
        let whole = !behind.starts_with(is_part) && !skipped.ends_with(is_part);
        renamed.push_str(skipped);
        renamed.push_str(before);
        renamed.push_str(if whole { short } else { name });
        rest = behind;
    }
    renamed.push_str(rest);
    renamed
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn glue_gets_the_programs_names() {
        let check = |glue: &str, expect: &str| {
            let said = "{\n \"imports\": [\n  [\"./x_bg.js\", \"__wbg_a_1\", \"$\"],\n  [\"./x_bg.js\", \"__wbg_a_12\", \"b\"]\n ],\n\
                        \"exports\": [\n  [\"memory\", \"c\"],\n  [\"widget_new\", \"d\"]\n ]\n}";
            assert_eq!(renamed(glue, said), expect);
        };
        check("__wbg_a_1: function() {", "$: function() {");
        check("__wbg_a_12: function() {", "b: function() {");
        check("return { \"./x_bg.js\": import0 };", "return { \"a\": import0 };");
        check("wasm.memory.buffer", "wasm.c.buffer");
        check("wasm.widget_new(1)", "wasm.d(1)");
        check("wasm.widget_newer(1)", "wasm.widget_newer(1)");
        check("const memory = 1;", "const memory = 1;");
    }
}
