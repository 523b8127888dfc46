//! Texts that YAML reads otherwise than they were meant.

use super::node::Node;
use super::reader::Reader;
use super::{Place, Placed, Problem};

impl Reader<'_> {
    /// Notes texts without quotes in brackets, `[Όχι, δεν γίνεται]`: a comma of theirs parts them.
    pub(super) fn check_flow(&mut self, node: &Placed<Node>) {
        let Node::List(items) = &node.value else { return };
        if items.len() < 2 || !self.is_flow(node) {
            return;
        }
        let unquoted = |item: &&Placed<Node>| match &item.value {
            Node::Text(text) => {
                text.contains(' ') && self.lines.text(item.place.span.clone()) == text
            }
            _ => false,
        };
        if items.iter().any(|item| unquoted(&item)) {
            self.report(&node.place, Problem::UnquotedInBrackets);
        }
    }

    /// `avoid: #5`: nothing is there but what is read as a comment.
    pub(super) fn comment(&self, node: &Placed<Node>) -> Option<Place> {
        let from = node.place.span.end;
        let line = self.lines.text(from..usize::MAX).lines().next()?;
        let comment = line.trim_start_matches([' ', '\t', ':', '-']);
        let text = comment.strip_prefix('#').filter(|_| node.value == Node::Null)?;
        let start = from + line.len() - comment.len();
        text.starts_with(char::is_alphanumeric)
            .then(|| self.lines.place(start..start + comment.len()))
    }

    // `&λάθος μας`: YAML takes the first word for a name of the text. Nobody asks for it by `*λάθος`.
    pub(super) fn lost_name(&self, node: &Placed<Node>) -> Option<Place> {
        let before = self.lines.text(0..node.place.span.start).trim_end_matches([' ', '\t']);
        let name = before.rsplit([' ', '\n']).next()?;
        let asked = format!("*{}", name.strip_prefix('&')?);
        let from = before.len() - name.len();
        let lost = !self.lines.text(0..usize::MAX).contains(&asked);
        lost.then(|| self.lines.place(from..node.place.span.end))
    }

    // `παραγγελία #5`: YAML takes the number for a comment. A real comment has a blank after its sign.
    pub(super) fn is_cut_by_hash(&self, node: &Placed<Node>, text: &str) -> bool {
        let span = node.place.span.clone();
        let rest = self.lines.text(span.end..usize::MAX);
        let comment = rest.trim_start_matches([' ', '\t']).strip_prefix('#');
        comment.is_some_and(|c| c.starts_with(char::is_alphanumeric))
            && self.lines.text(span) == text
    }
}
