//! `/rules add`: a file or a table becomes a report, and rules in force once somebody says so.

use super::{Given, Mark, Panel, Received, Reception, Visitor};
use crate::desk::team::{Asker, Trouble};

impl Reception {
    /// The report on a file, or the form to paste a table into.
    pub(super) async fn rules_add(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        _given: &Given,
    ) -> Result<Received, Trouble> {
        self.teams.open_to(asker, visitor.now).await?;
        Ok(Received::panel(Panel::saying("")))
    }

    /// Lets a report go.
    pub(super) async fn rules_cancel(
        &self,
        _visitor: &Visitor,
        _asker: &Asker,
        _mark: &Mark,
    ) -> Result<Received, Trouble> {
        Ok(Received::in_place(Panel::saying("")))
    }
}
