//! The JavaScript half: one classic script with the program, its glue, the stylesheet and the element inside.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::program::Program;
use super::streams::split;
use super::text::encode;
use super::{SCRIPT, write_if_changed};
use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::Toolbox;

/// Stands for the program until the rest is minified: half a megabyte of text is nothing for esbuild to chew on.
const PLACEHOLDER: &str = "%PROGRAM%";
const WORK_DIR: &str = "target/bundle";
/// In the order in which they build on each other; all are in one function.
const SCRIPTS: [&str; 11] = [
    "decode.js",
    "words.js",
    "notice.js",
    "download.js",
    "take.js",
    "program.js",
    "saved.js",
    "copy.js",
    "report.js",
    "life.js",
    "element.js",
];
/// What the script may be written in: all that a browser has which runs this WebAssembly.
pub const LANGUAGE: &str = "--target=es2020";

pub fn write(project: &Project, toolbox: &Toolbox, program: &Program) -> Result<()> {
    step("joining program, stylesheet and element into one script", || {
        let sheet = minify(project, toolbox, "sheet.css", &project.read("www/kpi-explorer.css")?)?;
        let scripts = SCRIPTS.map(|name| project.read(&format!("www/{name}")));
        let scripts = scripts.into_iter().collect::<Result<Vec<_>>>()?.concat();
        let source = assemble(&short_loader(&program.glue)?, &sheet, &scripts);
        let minified = minify(project, toolbox, "script.js", &source)?;
        let text = encode(&split(&program.wasm)?);
        comes_back(project, toolbox, &program.wasm, &text)?;
        let script = insert(&minified, &text)?;
        allowed_everywhere(&script)?;
        write_if_changed(&project.root.join(SCRIPT), &script)
    })
}

/// What wasm-bindgen's script does to find, fetch and compile a program is 0.8 kB on the wire. Here the program's bytes
/// are compiled elsewhere, so that three lines do: the function that is left takes the compiled program, and what is put
/// between its functions and their callers (`www/program.js`).
fn short_loader(glue: &str) -> Result<String> {
    const START: &str = "    async function start(compiled, watched) {
        const instance = await WebAssembly.instantiate(compiled, __wbg_get_imports());
        const use = (exports) => __wbg_finalize_init({ exports });
        return use(watched(instance.exports, use));
    }
    return Object.assign(start, exports);
";
    let cut = |text: &str, from: &str, to: &str, instead: &str| {
        let (before, rest) = text.split_once(from)?;
        let (_, behind) = rest.split_once(to)?;
        Some(format!("{before}{instead}{to}{behind}"))
    };
    let glue = cut(glue, "    let script_src;", "    /**", "");
    glue.and_then(|glue| cut(&glue, "    async function __wbg_load(", "})({ __proto__: null });", START))
        .context("wasm-bindgen's script is another than it was: see short_loader in xtask/src/bundle/script.rs")
}

/// One function, so that nothing of it is global and its own text is all of it. The glue is a function inside it because
/// it begins to work when it is run, which must not happen before it is needed.
fn assemble(glue: &str, sheet: &str, scripts: &str) -> String {
    let sheet = literal(sheet.trim_end());
    format!(
        "(function kpiExplorer() {{\n\"use strict\";\nconst PROGRAM = \"{PLACEHOLDER}\";\nconst SHEET = {sheet};\n\
         function glue() {{\n{glue}\nreturn wasm_bindgen;\n}}\n{scripts}\n}})();\n"
    )
}

/// Has the decoder that visitors run make the program from the text. What it makes is compared here: a program of wrong
/// bytes would at best not start.
fn comes_back(project: &Project, toolbox: &Toolbox, wasm: &[u8], text: &str) -> Result<()> {
    const DECODE: &str = "\
        const { readFileSync, writeFileSync } = require('node:fs');
        const [decoder, text, wasm] = process.argv.slice(1);
        const decode = new Function(`${readFileSync(decoder)}; return decode;`)();
        writeFileSync(wasm, decode(readFileSync(text, 'ascii')));";
    let folder = project.root.join(WORK_DIR);
    let decoded = folder.join("decoded.wasm");
    write_if_changed(&folder.join("program.txt"), text)?;
    let mut node = toolbox.command("node", &project.root)?;
    node.args(["-e", DECODE, "--", "www/decode.js"]).arg(folder.join("program.txt")).arg(&decoded);
    process::run(&mut node).context("www/decode.js could not read the program")?;
    let decoded = fs::read(&decoded).with_context(|| format!("node wrote no {}", decoded.display()))?;
    ensure!(decoded == wasm, "www/decode.js made another program than was written: see xtask/src/bundle/streams.rs");
    Ok(())
}

/// Text as a JavaScript string of ASCII alone.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte @ (b'"' | b'\\')) => literal.extend(['\\', char::from(byte)]),
            Ok(byte @ b' '..=b'~') => literal.push(char::from(byte)),
            _ => literal.push_str(&format!("\\u{unit:04x}")),
        }
    }
    literal.push('"');
    literal
}

fn minify(project: &Project, toolbox: &Toolbox, name: &str, source: &str) -> Result<String> {
    let input = project.root.join(WORK_DIR).join(name);
    let output = project.root.join(WORK_DIR).join("minified").join(name);
    write_if_changed(&input, source)?;
    let mut esbuild = toolbox.command("esbuild", &project.root)?;
    esbuild.arg(&input).arg(argument("--outfile=", &output));
    esbuild.args(["--minify", "--charset=ascii", LANGUAGE, "--legal-comments=none", "--log-level=warning"]);
    let said = process::run(&mut esbuild).with_context(|| format!("esbuild refused {WORK_DIR}/{name}"))?;
    ensure!(said.is_empty(), "{said}\nesbuild warned about {WORK_DIR}/{name}: mend that first");
    fs::read_to_string(&output).with_context(|| format!("esbuild made no {}", output.display()))
}

fn argument(option: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(option);
    argument.push(path);
    argument
}

/// The program as text in the place of its placeholder, which has to be a text in quotation marks.
fn insert(minified: &str, program: &str) -> Result<String> {
    let place = format!("\"{PLACEHOLDER}\"");
    let Some((before, after)) = minified.split_once(&place).filter(|(_, after)| !after.contains(PLACEHOLDER)) else {
        bail!("the program has to be named exactly once in the script: www/element.js has to use PROGRAM");
    };
    Ok(format!("{before}\"{program}\"{after}"))
}

/// What the script must not contain: it stands inside HTML, in any encoding that a host page declares.
fn allowed_everywhere(script: &str) -> Result<()> {
    let lower = script.to_ascii_lowercase();
    for forbidden in ["</script", "<!--"] {
        ensure!(!lower.contains(forbidden), "the script contains {forbidden}, which would end it inside a page");
    }
    ensure!(script.is_ascii(), "the script is not plain ASCII: escape what is not, in www/element.js");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loader_is_replaced() {
        let glue = "let wasm_bindgen = (function(exports) {\n    let script_src;\n    if (1) {}\n    /** Widget */\n\
                    async function __wbg_load(module) {}\n    return __wbg_init;\n})({ __proto__: null });\n";
        let glue = glue.replace("async function __wbg_load", "    async function __wbg_load");
        let short = short_loader(&glue).unwrap_or_default();
        for (part, is_there) in [("script_src", false), ("/** Widget */", true), ("__wbg_load", false), ("start", true)]
        {
            assert_eq!(short.contains(part), is_there, "{part} in {short}");
        }
        assert!(short.ends_with("return Object.assign(start, exports);\n})({ __proto__: null });\n"), "{short}");
        assert!(short_loader("let wasm_bindgen;").is_err());
    }

    #[test]
    fn text_becomes_a_literal() {
        let check = |text: &str, expect: &str| assert_eq!(literal(text), expect, "{text:?}");
        check("", r#""""#);
        check("a:b{c:\"d\"}", r#""a:b{c:\"d\"}""#);
        check("\\2026\n", r#""\\2026\u000a""#);
        check("\u{e9}\u{1f600}", r#""\u00e9\ud83d\ude00""#);
    }

    #[test]
    fn program_goes_in_once() {
        let check = |minified: &str, expect: Option<&str>| {
            assert_eq!(insert(minified, "0123").ok().as_deref(), expect, "{minified}");
        };
        check("a=\"%PROGRAM%\";b", Some("a=\"0123\";b"));
        check("a=\"\"", None);
        check("a=`%PROGRAM%`", None);
        check("a=\"%PROGRAM%\";b=\"%PROGRAM%\"", None);
    }

    #[test]
    fn what_a_page_cannot_carry() {
        let check = |script: &str, expect: bool| assert_eq!(allowed_everywhere(script).is_ok(), expect, "{script}");
        check("let a = 1 < 2;", true);
        check("let a = '</Script>';", false);
        check("let a = '<!--';", false);
        check("let a = '\u{a3}';", false);
    }

    #[test]
    fn assembled_script_is_one_function() {
        let script = assemble("let wasm_bindgen;", "p{}\n", "decode();\ncustomElements;");
        assert!(script.starts_with("(function kpiExplorer() {"), "{script}");
        assert!(script.ends_with("})();\n"), "{script}");
        assert!(script.contains("const SHEET = \"p{}\";"), "{script}");
        assert!(script.contains("let wasm_bindgen;\nreturn wasm_bindgen;"), "{script}");
        assert!(script.contains("\ndecode();\ncustomElements;\n"), "{script}");
    }
}
