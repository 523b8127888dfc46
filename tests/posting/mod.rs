//! Tips posted to the fake Discord by a team's plan: each day at most once, whatever happens to the bot.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

mod clocks;
mod errors;
mod home;
mod kills;
mod leads;
mod rush;
mod year;
