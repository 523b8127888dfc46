//! A file that is handed in, and what its path says about it.

/// A file as it came: its name for people, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// As the user knows it: a path.
    pub name: String,
    /// All of it.
    pub text: String,
}

/// What a file holds, which its path says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// The words of a language: a file below a folder `words`.
    Words,
    /// The principles of service: a file called `principles.yaml`.
    Principles,
    /// Rules: every other file.
    Pack,
}

impl SourceFile {
    /// What it holds.
    pub fn kind(&self) -> FileKind {
        let mut folders: Vec<&str> = self.name.split(['/', '\\']).collect();
        let name = folders.pop().unwrap_or("");
        if folders.last() == Some(&"words") {
            FileKind::Words
        } else if name == "principles.yaml" {
            FileKind::Principles
        } else {
            FileKind::Pack
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_says_what_a_file_holds() {
        let kind = |name: &str| SourceFile { name: name.to_owned(), text: String::new() }.kind();
        for (name, expected) in [
            ("rules/words/el.yaml", FileKind::Words),
            ("words/el.yaml", FileKind::Words),
            (r"C:\team\words\el.yaml", FileKind::Words),
            ("rules/principles.yaml", FileKind::Principles),
            ("rules/el/refusals.yaml", FileKind::Pack),
            ("words.yaml", FileKind::Pack),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }
}
