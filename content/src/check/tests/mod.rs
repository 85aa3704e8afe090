//! A book without mistakes, mistakes that are planted in it, and what a reading says to them.
mod marks;
mod plants;
mod shelf;

use super::outward;
use crate::book::Book;
use plants::{PLANTS, Plant};
use shelf::Copy;

#[test]
fn the_book_without_mistakes_has_none() {
    let copy = Copy::new("good", &[]);
    assert_eq!(copy.read().map(|_| ()), Ok(()));
}

#[test]
fn every_mistake_is_caught_alone_with_its_place_and_a_hint() {
    for (nth, plant) in PLANTS.iter().enumerate() {
        let copy = Copy::new(&format!("alone-{nth}"), &[plant]);
        let found = copy.read().map(|_| ()).expect_err(plant.into);
        let told: Vec<_> = found.iter().map(|told| (told.file.as_str(), told.line)).collect();
        assert!(told.contains(&(plant.file, plant.line)), "{plant:?} gave {found:?}");
        let says = found.iter().find(|told| told.what.contains(plant.says));
        let says = says.unwrap_or_else(|| panic!("{plant:?} gave {found:?}"));
        assert_eq!((says.file.as_str(), says.line), (plant.file, plant.line), "{found:?}");
        assert!(!says.hint.is_empty(), "{says:?}");
        // One mistake does not make the reader doubt the rest of the book.
        assert!(found.len() <= plant.echoes + 1, "{plant:?} gave {found:#?}");
    }
}

#[test]
fn one_reading_reports_all_mistakes_in_order() {
    let all: Vec<&Plant> = PLANTS.iter().collect();
    let copy = Copy::new("all", &all);
    let found = copy.read().map(|_| ()).expect_err("mistakes");
    for plant in PLANTS {
        let caught = found.iter().any(|told| {
            told.file == plant.file && told.line == plant.line && told.what.contains(plant.says)
        });
        assert!(caught, "{plant:?} was not caught among {found:#?}");
    }
    let places: Vec<_> = found.iter().map(|told| (&told.file, told.line)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(PLANTS.len() >= 20);
}

#[test]
fn what_an_unfinished_chapter_lacks_is_listed_and_no_mistake() {
    let file = "book/01-promises/chapter.toml";
    let unfinished = Plant::new(file, "# The end.", "", 0, "");
    let lacking = Plant::new(file, "floor = \"Refuse.\"", "# floor", 0, "");
    let flag =
        Plant::new(file, "title = \"Promises\"", "title = \"Promises\"\nunfinished = true", 0, "");
    let planned = Plant::new(
        file,
        "# The end.",
        "[[section]]\nitem = \"K-1.2\"\ntitle = \"More\"\nline = \"More.\"",
        0,
        "",
    );
    let strict = Copy::new("strict", &[&lacking, &unfinished]);
    assert_eq!(strict.read().map(|_| ()).expect_err("a field is missing").len(), 1);
    let copy = Copy::new("unfinished", &[&lacking, &flag, &planned]);
    let book = copy.read().expect("no mistakes");
    let missing: Vec<_> = book.chapters[0].missing.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(missing, ["the blueprint lacks `modes.floor`", "K-1.2 More is not written"]);
}

#[test]
fn the_list_of_links_is_repaired_by_its_command() {
    let stale =
        Plant::new("catalog/links.md", "- <https://example.org/leases> (gray-1989)\n", "", 0, "");
    let copy = Copy::new("links", &[&stale]);
    let found = copy.read().map(|_| ()).expect_err("the list is stale");
    assert_eq!(found[0].hint, "run `cargo xtask book links`");
    Book::write_links(&copy.book()).expect("a list");
    assert_eq!(copy.read().map(|_| ()), Ok(()));
    assert!(copy.book().join("../catalog").join(outward::FILE).is_file());
}
