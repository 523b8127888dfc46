//! What leads read when they look after the team's own rules: panels and forms, every sentence in both languages.

pub mod add;
