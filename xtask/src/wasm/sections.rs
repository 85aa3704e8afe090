//! A program in which some sections are others.

use anyhow::{Context, Result};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

/// The program with other sections: `anew` puts what takes the place of one into the module, and
/// says whether it has. All others stay to the last bit: what the linker notes counts on it.
pub(super) fn replaced(
    program: &[u8],
    mut anew: impl FnMut(&Payload<'_>, &mut Module) -> Result<bool>,
) -> Result<Vec<u8>> {
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if anew(&payload, &mut out)? {
            continue;
        }
        let Some((id, range)) = payload.as_section() else { continue };
        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
        let data = program.get(range).context("a section ends behind the program")?;
        out.section(&RawSection { id, data });
    }
    Ok(out.finish())
}
