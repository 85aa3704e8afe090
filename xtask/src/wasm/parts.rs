//! The parts of a program that are fetched when they are first needed (`wasm_split` in the app).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ::tests::paths;
use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use super::{Built, roots};
use crate::sizes::files;

/// What is there from the first, among what has been cut.
pub(super) const MAIN: &str = "main.wasm";
/// How the folder of parts begins.
const FOLDER: &str = "parts-";
/// The script that fetches parts.
pub(super) const LINK: &str = "parts.js";
/// How the program names it before both have their places.
const FROM_MAIN: &str = "./__parts.js";
/// Scripts of the app, which are there even for programs that do not load them.
const SNIPPETS: &str = "snippets";
/// How parts are instantiated where a host says that they are WebAssembly.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// The same, whatever the host says: they are small, and not every host knows the type.
const WHATEVER_TYPE: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
/// How the file of a part's own begins.
const OWN: &str = "split_";
/// Which files belong to which part.
const LIST: &str = "parts.json";

/// The folder of the parts of a build, beside its script.
pub(super) fn folder(hash: &str) -> String {
    format!("{FOLDER}{hash}")
}

/// Does a path below a built program lead to its parts?
pub fn is_part(path: &str) -> bool {
    path.starts_with(FOLDER)
}

/// Which files belong to each part.
type Files = BTreeMap<String, Vec<String>>;

/// Cuts a linked program at its marks into the folder `cut`; the list of files goes into `list`.
/// What `mechanisms` share with other parts is no file of its own.
pub(super) fn cut(
    linked: &Path,
    cut: &Path,
    name: &str,
    list: &Path,
    mechanisms: &[String],
) -> Result<()> {
    let linked = fs::read(linked).with_context(|| format!("no file {}", linked.display()))?;
    let first = cut_once(&linked, cut, name)?;
    let shared = roots::functions(&beside(&first, cut, mechanisms))?;
    fs::remove_dir_all(cut)?;
    let parts = cut_once(&roots::exported(&linked, &shared)?, cut, name)?;
    let main = cut.join(MAIN);
    fs::write(&main, roots::hidden(&fs::read(&main)?)?)?;
    fs::write(list.join(LIST), serde_json::to_string_pretty(&parts)?)?;
    Ok(())
}

fn cut_once(linked: &[u8], cut: &Path, name: &str) -> Result<Files> {
    let main = cut.join(MAIN);
    let script = format!("../{name}.js");
    let mut options = Options::new(linked);
    options.output_dir = cut;
    options.main_out_path = &main;
    options.link_name = FROM_MAIN;
    options.main_module = &script;
    let parts = transform(options).map_err(|why| anyhow!("the program was not cut: {why:?}"))?;
    Ok(parts.prefetch_map.into_iter().collect())
}

/// The files that some of the parts need beside their own.
fn beside(parts: &Files, cut: &Path, some: &[String]) -> BTreeSet<PathBuf> {
    let all = some.iter().flat_map(|part| parts.get(part).into_iter().flatten());
    let shared = all.filter(|file| !file.starts_with(OWN));
    shared.map(|file| cut.join(file).with_extension("wasm")).collect()
}

/// Puts the script that fetches parts into the folder where they will lie, which has no hash in its
/// name yet, and says where that is. Scripts that this program does not load are taken away.
pub(super) fn script(built: &Path, cut: &Path, name: &str) -> Result<PathBuf> {
    let later = built.join(folder(""));
    fs::create_dir_all(&later)?;
    let parts = fs::read_to_string(cut.join(FROM_MAIN))?;
    ensure!(parts.contains(STREAMING), "parts are not instantiated as they were");
    fs::write(later.join(LINK), parts.replace(STREAMING, WHATEVER_TYPE))?;
    let script = fs::read_to_string(built.join(format!("{name}.js")))?;
    if !script.contains(SNIPPETS) && built.join(SNIPPETS).exists() {
        fs::remove_dir_all(built.join(SNIPPETS))?;
    }
    Ok(later)
}

/// Gives the folder of parts its name, and tells it the program's own script.
pub(super) fn name(built: &Path, name: &str, hash: &str) -> Result<()> {
    let folder_of_all = folder(hash);
    fs::rename(built.join(folder("")), built.join(&folder_of_all))?;
    let path = built.join(format!("{name}.js"));
    let script = located(&fs::read_to_string(&path)?, &format!("./{folder_of_all}/{LINK}"))
        .with_context(|| format!("{name}.js does not ask for its parts"))?;
    fs::write(path, script)?;
    Ok(())
}

/// The program's own script, which imports parts from a place; what the program calls them stays.
fn located(script: &str, place: &str) -> Result<String> {
    // With and without what esbuild takes away.
    let [from, to] =
        [FROM_MAIN, place].map(|path| ["from \"", "from\""].map(|word| format!("{word}{path}\"")));
    ensure!(from.iter().any(|from| script.contains(from)), "{FROM_MAIN} is not imported");
    Ok(from.iter().zip(&to).fold(script.to_owned(), |script, (from, to)| script.replace(from, to)))
}

/// Both scripts of a built program, `NAME.js` and the one that fetches parts, as one that is no
/// module: it exports nothing, calls its beginning `init`, takes the address that `HOME` names for
/// its own, and asks a function `part` for each part, by the name of its file.
pub fn as_one(built: &Built, name: &str) -> Result<String> {
    let read = |name: &str| {
        let path = built.plain.join(name);
        fs::read_to_string(&path).with_context(|| format!("no file {}", path.display()))
    };
    as_one_script(&read(&format!("{name}.js"))?, &read(LINK)?)
}

fn as_one_script(program: &str, parts: &str) -> Result<String> {
    let mut exported = Vec::new();
    let mut script = String::new();
    for line in parts.lines().filter(|line| !line.starts_with("import ")) {
        let bare = line.strip_prefix("export ").unwrap_or(line);
        if bare != line {
            let name = bare.strip_prefix("const ").and_then(|rest| rest.split_once(" = "));
            exported.push(name.context("what parts export is not constant")?.0);
        }
        let bare =
            bare.replace("fetch(new URL(\"./", "part(\"").replace("\", import.meta.url))", "\")");
        script.extend([&bare, "\n"]);
    }
    let (program, list) = program.rsplit_once("\nexport {").context("nothing is exported")?;
    let names = list.split_once('}').map_or("", |(names, _)| names).split(',');
    let init = names.filter_map(|name| name.trim().strip_suffix(" as default")).next();
    let init = init.context("the program has no beginning")?;
    for line in program.lines() {
        match line.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from ")) {
            Some((name, _)) => {
                script.push_str(&format!("const {name} = {{ {} }};\n", exported.join(", ")));
            }
            None => {
                let bare = line.strip_prefix("export ").unwrap_or(line);
                script.extend([&bare.replace("import.meta.url", "HOME"), "\n"]);
            }
        }
    }
    script.push_str(&format!("const init = {init};\n"));
    let loads = script.lines().any(|line| line.starts_with("import "));
    ensure!(!loads, "the program loads others");
    Ok(script)
}

/// The parts of a built program.
pub fn parts(built: &Built) -> Vec<PathBuf> {
    files(&built.folder.join(folder(&built.hash)), "wasm")
}

/// The files, among all of a built program, that are loaded where parts of it are needed.
pub fn loaded_with(binary: &str, all: &[PathBuf], parts: &[String]) -> Result<Vec<PathBuf>> {
    let list = paths::root().join("target/xtask/wasm").join(binary).join(LIST);
    let list = fs::read(&list).context("there is no list of parts: build the site first")?;
    let list: BTreeMap<String, Vec<String>> = serde_json::from_slice(&list)?;
    let mut needed = BTreeSet::new();
    for part in parts {
        needed.extend(list.get(part).with_context(|| format!("there is no part {part}"))?);
    }
    let is_needed = |file: &&PathBuf| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        !list.values().flatten().any(|name| *name == stem) || needed.contains(&stem)
    };
    Ok(all.iter().filter(is_needed).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_imported_from_where_they_are() -> Result<()> {
        for (script, wanted) in [
            ("import * as a from \"./__parts.js\"\n", "import * as a from \"./p/parts.js\"\n"),
            (
                "import*as a from\"./__parts.js\";b={\"./__parts.js\":a}",
                "import*as a from\"./p/parts.js\";b={\"./__parts.js\":a}",
            ),
        ] {
            assert_eq!(located(script, "./p/parts.js")?, wanted);
        }
        assert!(located("b={\"./__parts.js\":a}", "./p/parts.js").is_err());
        Ok(())
    }

    #[test]
    fn program_and_parts_become_one_script() {
        let program = "import * as import1 from \"./parts-1/parts.js\"\n/* a */\n\
                       export class Lab {}\nexport function f() { return import.meta.url; }\n\
                       async function begin() {}\n\nexport { other, begin as default };\n";
        let parts = "import { initSync } from \"../lab.js\";\n\
                     export const load_a = of(() => fetch(new URL(\"./a.wasm\", import.meta.url)));\n";
        let wanted = "const load_a = of(() => part(\"a.wasm\"));\n\
                      const import1 = { load_a };\n/* a */\nclass Lab {}\n\
                      function f() { return HOME; }\nasync function begin() {}\nconst init = begin;\n";
        assert_eq!(as_one_script(program, parts).unwrap(), wanted);
        assert!(as_one_script("export default 1;", parts).is_err());
    }
}
