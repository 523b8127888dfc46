//! Folds many short texts without asking for new room each time.

use super::{Folded, fold_in};

/// Folds short texts one after the other, all in one room: the words of a table, the phrases of rules.
#[derive(Debug, Default)]
pub struct Folder {
    room: Folded<'static>,
}

impl Folder {
    /// What `read` makes of the folded text.
    pub fn read<T>(&mut self, text: &str, read: impl FnOnce(&Folded<'_>) -> T) -> T {
        let folded = fold_in(std::mem::take(&mut self.room), text);
        let made = read(&folded);
        self.room = Folded { draft: "", ..folded };
        made
    }
}
