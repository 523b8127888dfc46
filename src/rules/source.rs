//! The text of a file as it is handed to the reader, with its packed form if it is a built-in one.

use super::node::Node;
use super::yaml_error::YamlError;
use super::{Placed, packed, yaml};

/// The text of a file; of a built-in one also what it says, read when the program was built.
///
/// A packed file is one that the tests of the program checked against the reader: what only shows that
/// something is wrong, and takes long, is left out for it (see `Compile`).
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// All of it.
    pub text: &'a str,
    /// Its nodes, packed by the build script.
    pub packed: Option<&'a [u8]>,
    /// How much of a packed file is read.
    pub extent: Extent,
}

/// How much of a packed file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Without the examples, which are half of a pack and for no one who only checks drafts.
    WithoutExamples,
}

impl Extent {
    fn left_out(self) -> &'static [&'static str] {
        match self {
            Extent::Whole => &[],
            Extent::WithoutExamples => &["examples"],
        }
    }
}

impl<'a, T: AsRef<str> + ?Sized> From<&'a T> for Source<'a> {
    fn from(text: &'a T) -> Source<'a> {
        Source { text: text.as_ref(), packed: None, extent: Extent::Whole }
    }
}

impl<'a> Source<'a> {
    /// The text, where somebody wrote it whose slips are to be named.
    pub(super) fn written(&self) -> Option<&'a str> {
        self.packed.is_none().then_some(self.text)
    }

    /// What the file says; the error, if it is not valid YAML, comes with its place.
    pub(super) fn root(&self) -> Result<Placed<Node<'a>>, Placed<YamlError>> {
        self.packed
            .and_then(|packed| packed::unpack(packed, self.text, self.extent.left_out()))
            .map_or_else(|| yaml::read(self.text), Ok)
    }
}
