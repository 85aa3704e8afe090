//! How large the site is: raw, and as hosts send it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes of a file, raw and compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// Compressed with gzip, level 9.
    pub gzip: usize,
    /// Compressed with brotli, level 11.
    pub brotli: usize,
}

impl Size {
    /// Measures bytes.
    pub fn of(bytes: &[u8]) -> Result<Size> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli(bytes)? })
    }
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    let mut writer = CompressorWriter::new(&mut compressed, 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(compressed.len())
}

/// All files below `folder` with this ending, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = all_files(folder);
    found.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    found
}

/// All files below `folder`, sorted.
pub fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Prints the sizes of code and styles, and of the largest page.
pub fn print(dist: &Path) -> Result<()> {
    println!("{:<44} {:>10} {:>10} {:>10}", "", "raw", "gzip", "brotli");
    for ending in ["wasm", "js", "css"] {
        for file in files(dist, ending) {
            print_row(dist, &file)?;
        }
    }
    let pages = files(dist, "html");
    let length = |page: &PathBuf| fs::metadata(page).map_or(0, |found| found.len());
    if let Some(largest) = pages.iter().max_by_key(|page| length(page)) {
        print_row(dist, largest)?;
        println!("that is the largest of {} pages", pages.len());
    }
    Ok(())
}

fn print_row(dist: &Path, file: &Path) -> Result<()> {
    let size = Size::of(&fs::read(file)?)?;
    let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
    let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(kilobytes);
    println!("{name:<44} {raw:>10} {gzip:>10} {brotli:>10}");
    Ok(())
}

/// Bytes as `12.3 KB`, of 1000 each.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compresses_what_repeats() {
        let size = Size::of(&[7; 10_000]).unwrap();
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < size.gzip);
        assert_eq!(kilobytes(12_345), "12.3 KB");
    }
}
