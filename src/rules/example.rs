//! Reads the examples of a rule.

use super::node::Node;
use super::reader::Reader;
use super::rule::MAX_EXAMPLES;
use super::{Example, Placed, Problem};

/// The longest draft that an example may hold, in characters.
const MAX_DRAFT: usize = 4_000;

pub(super) fn read_examples(reader: &mut Reader, node: &Placed<Node>) -> Vec<Example> {
    let items = reader.list(node, MAX_EXAMPLES);
    items.iter().filter_map(|item| read_example(reader, item)).collect()
}

fn read_example(reader: &mut Reader, node: &Placed<Node>) -> Option<Example> {
    if matches!(node.value, Node::Text(_)) {
        reader.report(&node.place, Problem::BadExample);
        return None;
    }
    let fields = reader.fields(node, &["draft", "rewrite", "fine"])?;
    let mut text = |key| Some(fields.get(key).map(|node| reader.text(node, MAX_DRAFT)));
    match (text("draft")?, text("rewrite")?, text("fine")?) {
        (Some(draft), rewrite, None) => {
            Some(Example::Draft { draft: draft?, rewrite: rewrite.flatten() })
        }
        (None, None, Some(fine)) => fine.map(Example::Fine),
        _ => {
            reader.report(fields.place, Problem::BadExample);
            None
        }
    }
}
