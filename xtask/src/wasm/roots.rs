//! What mechanisms share is in the program from the first.
//!
//! Whatever two parts need and the rest does not, the cut puts into a file for just these two.
//! Every lab plays a mechanism, so what they share would come with each of them, in as many files
//! as there are ways to share. An exported function is a root: it belongs to the program, with all
//! that it needs. So such functions are exported for the cut, and not any longer afterwards.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportKind, ExportSection};
use wasmparser::{ExportSectionReader, KnownCustom, Name, Parser, Payload, TypeRef};

use super::sections;

/// How the exports begin that are there for the cut alone.
const FOR_THE_CUT: &str = "shared by parts: ";

/// The names of the functions that are in files of a first cut.
pub(super) fn functions(files: &BTreeSet<PathBuf>) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for file in files {
        let bytes = fs::read(file).with_context(|| format!("no file {}", file.display()))?;
        let named = named(&bytes)?;
        let own = named.names.into_iter().filter(|(place, _)| *place >= named.imported);
        found.extend(own.map(|(_, name)| name));
    }
    Ok(found)
}

/// A linked program that exports functions for the cut.
pub(super) fn exported(linked: &[u8], functions: &BTreeSet<String>) -> Result<Vec<u8>> {
    let named = named(linked)?.names;
    let shared: Vec<_> = named.iter().filter(|(_, name)| functions.contains(name)).collect();
    with_exports(linked, |exports| {
        for (place, name) in &shared {
            exports.export(&format!("{FOR_THE_CUT}{place} {name}"), ExportKind::Func, *place);
        }
    })
}

/// The program without what was exported for the cut.
pub(super) fn hidden(program: &[u8]) -> Result<Vec<u8>> {
    with_exports(program, |_| {})
}

/// The program with the exports that are not for the cut, and with others.
fn with_exports(program: &[u8], add: impl Fn(&mut ExportSection)) -> Result<Vec<u8>> {
    sections::replaced(program, |payload, out| {
        let Payload::ExportSection(section) = payload else { return Ok(false) };
        let mut exports = lasting(section.clone())?;
        add(&mut exports);
        out.section(&exports);
        Ok(true)
    })
}

fn lasting(section: ExportSectionReader<'_>) -> Result<ExportSection> {
    let mut out = ExportSection::new();
    for export in section {
        let export = export?;
        if !export.name.starts_with(FOR_THE_CUT) {
            out.export(export.name, RoundtripReencoder.export_kind(export.kind)?, export.index);
        }
    }
    Ok(out)
}

/// The functions of a program that have names.
struct Named {
    /// How many come from elsewhere; they are counted first.
    imported: u32,
    /// Each by its number.
    names: Vec<(u32, String)>,
}

fn named(program: &[u8]) -> Result<Named> {
    let (mut imported, mut names) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(lists) = section.as_known() else { continue };
                for list in lists {
                    let Name::Function(list) = list? else { continue };
                    for function in list {
                        let function = function?;
                        names.push((function.index, function.name.to_owned()));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(Named { imported, names })
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, EntityType, Function, FunctionSection};
    use wasm_encoder::{ImportSection, Module, NameMap, NameSection, TypeSection};

    use super::*;
    use ::tests::paths;

    /// A program that imports "far", has "near" and "shared", and exports "near".
    fn program() -> Vec<u8> {
        let (mut types, mut imports, mut exports) =
            (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        imports.import("m", "far", EntityType::Function(0));
        exports.export("near", ExportKind::Func, 1);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for _ in 0..2 {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().end();
            code.function(&body);
        }
        let (mut names, mut lists) = (NameMap::new(), NameSection::new());
        for (place, name) in (0..).zip(["far", "near", "shared"]) {
            names.append(place, name);
        }
        lists.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports);
        module.section(&code).section(&lists);
        module.finish()
    }

    fn exports(program: &[u8]) -> Result<Vec<(String, u32)>> {
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            if let Payload::ExportSection(section) = payload? {
                for export in section {
                    let export = export?;
                    found.push((export.name.to_owned(), export.index));
                }
            }
        }
        Ok(found)
    }

    #[test]
    fn functions_of_a_file_are_those_that_it_does_not_import() -> Result<()> {
        let folder = paths::root().join("target/xtask/roots");
        fs::create_dir_all(&folder)?;
        let file = folder.join("chunk.wasm");
        fs::write(&file, program())?;
        let found = functions(&BTreeSet::from([file]))?;
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["near", "shared"]);
        Ok(())
    }

    #[test]
    fn what_is_exported_for_the_cut_is_so_no_longer() -> Result<()> {
        let program = program();
        let shared = BTreeSet::from(["shared".to_owned(), "elsewhere".to_owned()]);
        let out = exported(&program, &shared)?;
        let wanted = [("near".to_owned(), 1), (format!("{FOR_THE_CUT}2 shared"), 2)];
        assert_eq!(exports(&out)?, wanted);
        assert_eq!(hidden(&out)?, program);
        Ok(())
    }
}
