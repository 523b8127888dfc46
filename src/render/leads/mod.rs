//! What the bot says on the panels of teams, a file for each subject, Greek and English side by side.

pub mod forgetting;
pub mod proposals;
pub mod settings;
