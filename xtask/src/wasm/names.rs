//! Short names for what a program and its script have of each other.
//!
//! wasm-bindgen gives each a long one, with digits that nothing can compress, and every reader
//! loads it twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload};

use super::sections;
use crate::digest;

/// How the exports begin that only the script calls. Others have names that parts, or those who use
/// the module, know.
const CLOSURES: &str = "wasm_bindgen_";
/// What short names are made of; none begins with a digit.
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const FIRST: usize = 26;
/// Digits of the name of a script.
const DIGITS: usize = 6;

/// Long names with the short ones that stand for them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    /// What the program calls its script. Short names are the same in any two builds, so this one
    /// tells them apart: a program never begins with the script of another.
    script: String,
    /// What the program imports from its script.
    imports: BTreeMap<String, String>,
    /// What the program exports.
    exports: BTreeMap<String, String>,
}

/// Gives short names in a bound program: in `NAME_bg.wasm`, and the same in `NAME.js`.
pub(super) fn shorten(folder: &Path, name: &str) -> Result<()> {
    let program = folder.join(format!("{name}_bg.wasm"));
    let script = folder.join(format!("{name}.js"));
    let module = format!("./{name}_bg.js");
    let bytes = fs::read(&program)?;
    let names = Names::of(&bytes, &module)?;
    let text = in_script(&fs::read_to_string(&script)?, &module, &names)
        .with_context(|| format!("the names in {name}.js are not as they were"))?;
    fs::write(program, in_program(&bytes, &module, &names)?)?;
    fs::write(script, text)?;
    Ok(())
}

impl Names {
    /// Short names, in the order in which the program has the long ones.
    fn of(program: &[u8], module: &str) -> Result<Names> {
        let mut names = Names::default();
        let mut hasher = Sha256::new();
        for payload in Parser::new(0).parse_all(program) {
            let mut long = Vec::new();
            let list = match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        long.extend((import.module == module).then_some(import.name));
                    }
                    &mut names.imports
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let name = export?.name;
                        long.extend(name.starts_with(CLOSURES).then_some(name));
                    }
                    &mut names.exports
                }
                _ => continue,
            };
            for name in long {
                let next = short(list.len());
                list.entry(name.to_owned()).or_insert(next);
                hasher.update(name);
                hasher.update("\n");
            }
        }
        ensure!(!names.imports.is_empty(), "the program imports nothing from {module}");
        names.script = digest::name(&hasher.finalize());
        names.script.truncate(DIGITS);
        Ok(names)
    }
}

/// The program with short names.
fn in_program(program: &[u8], module: &str, names: &Names) -> Result<Vec<u8>> {
    sections::replaced(program, |payload, out| {
        match payload {
            Payload::ImportSection(section) => {
                out.section(&imports(section.clone(), module, names)?)
            }
            Payload::ExportSection(section) => out.section(&exports(section.clone(), names)?),
            _ => return Ok(false),
        };
        Ok(true)
    })
}

fn imports(section: ImportSectionReader<'_>, module: &str, names: &Names) -> Result<ImportSection> {
    let mut out = ImportSection::new();
    for import in section.into_imports() {
        let import = import?;
        let kind = RoundtripReencoder.entity_type(import.ty)?;
        match names.imports.get(import.name).filter(|_| import.module == module) {
            Some(short) => out.import(&names.script, short, kind),
            None => out.import(import.module, import.name, kind),
        };
    }
    Ok(out)
}

fn exports(section: ExportSectionReader<'_>, names: &Names) -> Result<ExportSection> {
    let (mut out, mut taken) = (ExportSection::new(), BTreeSet::new());
    for export in section {
        let export = export?;
        let kind = RoundtripReencoder.export_kind(export.kind)?;
        let name = names.exports.get(export.name).map_or(export.name, String::as_str);
        ensure!(taken.insert(name), "two exports would be called {name}");
        out.export(name, kind, export.index);
    }
    Ok(out)
}

/// A short name for each number.
fn short(mut number: usize) -> String {
    let mut name = String::from(char::from(LETTERS[number % FIRST]));
    number /= FIRST;
    while number > 0 {
        number -= 1;
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
    }
    name
}

/// The script with the same names. Each must be there once, as the key of a line of its own.
fn in_script(script: &str, module: &str, names: &Names) -> Result<String> {
    let mut keys = names.imports.clone();
    keys.insert(format!("\"{module}\""), format!("\"{}\"", names.script));
    let mut out = String::with_capacity(script.len());
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for line in script.lines() {
        let bare = line.trim_start();
        let key =
            bare.split_once(": ").and_then(|(key, rest)| Some((keys.get_key_value(key)?, rest)));
        match key {
            Some(((long, short), rest)) => {
                *found.entry(long).or_default() += 1;
                out.push_str(&format!("{short}: {rest}\n"));
            }
            None => out.extend([line, "\n"]),
        }
    }
    for long in keys.keys() {
        let times = found.get(long.as_str()).copied().unwrap_or_default();
        ensure!(times == 1, "{long} is the key of {times} lines");
    }
    ensure!(!out.contains(module), "{module} is named elsewhere");
    for (long, short) in &names.exports {
        let call = format!("wasm.{long}(");
        let times = out.matches(&call).count();
        ensure!(times == 1, "{long} is called {times} times");
        out = out.replace(&call, &format!("wasm.{short}("));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasm_encoder::{EntityType, ExportKind, GlobalType, Module, RawSection, ValType};

    use super::*;

    const OWN: &str = "./lab_bg.js";
    const EXPORTED: [&str; 3] = ["memory", "wasm_bindgen_f_3", "__wbindgen_free"];
    const SCRIPT: &str = "import * as import1 from \"./__parts.js\"\n    const import0 = {\n        \
                          __wbg_now_1: function() {\n            return 1;\n        },\n        \
                          __wbg_set_2: function() {},\n    };\n    return {\n        \
                          \"./lab_bg.js\": import0,\n        \"./__parts.js\": import1,\n    };\n\
                          function wasm_bindgen_f_3(a) { wasm.wasm_bindgen_f_3(a); }\n";

    fn program(exported: [&str; 3]) -> Vec<u8> {
        let global = || GlobalType { val_type: ValType::I32, mutable: false, shared: false };
        let mut imports = ImportSection::new();
        for (module, name) in
            [(OWN, "__wbg_set_2"), ("./__parts.js", "__wbg_now_1"), (OWN, "__wbg_now_1")]
        {
            imports.import(module, name, EntityType::Global(global()));
        }
        let mut exports = ExportSection::new();
        for (index, name) in (0..).zip(exported) {
            exports.export(name, ExportKind::Global, index);
        }
        let mut module = Module::new();
        module.section(&imports).section(&exports);
        module.section(&RawSection { id: 0, data: b"\x04nameis" });
        module.finish()
    }

    #[test]
    fn program_and_script_get_the_same_names() -> Result<()> {
        let program = program(EXPORTED);
        let names = Names::of(&program, OWN)?;
        let out = in_program(&program, OWN, &names)?;
        let (mut imports, mut exports, mut custom) = (Vec::new(), Vec::new(), 0);
        for payload in Parser::new(0).parse_all(&out) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        imports.push(format!("{} {}", import.module, import.name));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        exports.push(export?.name.to_owned());
                    }
                }
                Payload::CustomSection(section) => custom += section.data().len(),
                _ => {}
            }
        }
        let own = &names.script;
        let wanted =
            [format!("{own} a"), "./__parts.js __wbg_now_1".to_owned(), format!("{own} b")];
        assert_eq!(imports, wanted);
        assert_eq!(exports, ["memory", "a", "__wbindgen_free"]);
        assert_eq!(custom, 2);
        let script = in_script(SCRIPT, OWN, &names)?;
        let import = format!("\n\"{own}\": import0,\n");
        for part in ["\nb: function() {\n", "\na: function() {},", &import, "{ wasm.a(a); }"] {
            assert!(script.contains(part), "{part} is not in {script}");
        }
        assert!(script.contains("        \"./__parts.js\": import1,\n"), "{script}");
        Ok(())
    }

    #[test]
    fn a_script_with_other_names_is_refused() -> Result<()> {
        let names = Names::of(&program(EXPORTED), OWN)?;
        for (from, to) in [
            ("__wbg_now_1: ", "__wbg_now_9: "),
            ("__wbg_now_1: ", "__wbg_set_2: "),
            ("__wbg_set_2: ", "'__wbg_set_2': "),
            ("\"./lab_bg.js\"", "\"./other.js\""),
            ("\"./__parts.js\": import1", "other: import1[\"./lab_bg.js\"]"),
            ("wasm.wasm_bindgen_f_3(a)", "wasm.other(a)"),
            ("wasm.wasm_bindgen_f_3(a)", "wasm.wasm_bindgen_f_3(wasm.wasm_bindgen_f_3(a))"),
        ] {
            let script = SCRIPT.replace(from, to);
            assert_ne!(script, SCRIPT);
            assert!(in_script(&script, OWN, &names).is_err(), "{to}");
        }
        Ok(())
    }

    #[test]
    fn programs_without_such_names_and_names_that_are_taken_are_refused() -> Result<()> {
        assert!(Names::of(b"no program", OWN).is_err());
        assert!(Names::of(&program(EXPORTED), "./other_bg.js").is_err());
        let program = program(["a", "wasm_bindgen_f_3", "memory"]);
        assert!(in_program(&program, OWN, &Names::of(&program, OWN)?).is_err());
        Ok(())
    }

    #[test]
    fn another_program_calls_its_script_otherwise() -> Result<()> {
        let one = Names::of(&program(EXPORTED), OWN)?;
        let other = Names::of(&program(["memory", "wasm_bindgen_f_4", "__wbindgen_free"]), OWN)?;
        assert_eq!(one.script.len(), DIGITS);
        assert_ne!(one.script, other.script);
        assert_eq!(one.imports, other.imports);
        Ok(())
    }

    #[test]
    fn each_number_has_a_name_of_its_own() {
        let names: BTreeSet<String> = (0..5000).map(short).collect();
        assert_eq!(names.len(), 5000);
        assert!(names.iter().all(|name| name.len() <= 3 && !name.starts_with(char::is_numeric)));
        assert_eq!([0, 25, 26, 52].map(short), ["a", "z", "aa", "ab"]);
    }
}
