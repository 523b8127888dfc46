//! The promises of a rewrite: nothing lost, nothing invented, nothing moved but what may move, and the rest said openly.
//! What each of them means word for word stands in `keep`.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

mod bad;
mod built_in;
mod drafts;
mod keep;
mod made;

use std::sync::LazyLock;

use kalologos::desk::{Library, builtin};
use keep::Book;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let (mut library, problems) = Library::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    let problems = library.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    library
});

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::new(&LIBRARY));

/// Stops with the first of what is broken.
fn told(tried: usize, troubles: &[String]) {
    let shown: Vec<&str> = troubles.iter().take(40).map(String::as_str).collect();
    assert!(troubles.is_empty(), "{} of {tried}:\n{}", troubles.len(), shown.join("\n"));
}
