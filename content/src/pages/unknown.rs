//! The page for addresses that mean nothing.
use super::home::labs;
use super::shell::Shell;
use crate::Book;

/// The page.
pub(super) fn page(shell: &Shell<'_>, book: &Book) -> String {
    let base = &shell.base;
    let body = format!(
        "{}<main class=\"page lost\" id=\"text\"><p class=\"kick\">404</p>\
         <h1>No replica knows this page</h1>\
         <p class=\"stand\">The address was asked for, and the answer is certain: it is not here. \
         It may have moved, or have been mistyped.</p>\
         <p><a class=\"btn btn-solid\" href=\"{base}\">To the beginning of the book</a></p>{}\
         </main>",
        shell.header(),
        labs(book, base)
    );
    shell.page("There is no such page", "This address means nothing here.", &body)
}
