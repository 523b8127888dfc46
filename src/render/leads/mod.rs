//! What leads and their teams read on panels and forms, a file for each subject, every sentence in both languages.

pub mod add;
pub mod forgetting;
pub mod proposals;
pub mod settings;
