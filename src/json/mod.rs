//! Results as JSON for programs, one object a line. The format has a version; see the command line's page in `docs`.

mod diagnostics;
mod lists;
mod points;
mod review;

pub use diagnostics::diagnostics_json;
pub use lists::{rule_list, tip_list};
pub use review::{error, explanation, review};
