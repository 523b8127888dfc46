//! Results as JSON for programs, one object a line. The format has a version; see the command line's page in `docs`.

mod lists;
mod review;

pub use lists::{diagnostics_json, rule_list, tip_list};
pub use review::{error, explanation, review};
