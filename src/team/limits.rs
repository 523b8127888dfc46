//! How much a team may have and may ask for: every limit, in one place.
//!
//! On a public bot anybody may lead a server, so no limit counts on good will. Each is far above what a team needs (the
//! built-in packs, 5,000 plain rows); whoever reaches one is told which, and what helps. The limits on one file of rules
//! are those of its readers: `import`, `rules`, `engine::budget`.

use std::time::Duration;

use super::fair_queue::Turns;

/// An upload, in bytes.
pub const MAX_UPLOAD_BYTES: usize = 1 << 20;
/// The name of an upload, in characters.
pub const MAX_FILE_NAME_CHARS: usize = 120;
/// Uploads that are looked at for a team within a minute, also those that are looked at again.
pub const MAX_UPLOADS_PER_MINUTE: u32 = 60;
/// Uploads of a team that wait for a decision, and their bytes in all; the oldest make room.
pub const MAX_WAITING_UPLOADS: usize = 40;
pub const MAX_WAITING_BYTES: usize = 32 << 20;

/// Files of a team that apply, their rules, and their bytes in all.
pub const MAX_TEAM_FILES: usize = 200;
pub const MAX_TEAM_RULES: usize = 5_000;
pub const MAX_TEAM_BYTES: usize = 8 << 20;
/// The rules of a team once they are compiled, in bytes of memory.
pub const MAX_COMPILED_BYTES: usize = 32 << 20;
/// The rules of all teams that are at hand, in bytes of memory, about; where they take more, large teams make room. The
/// team that was used last stays whatever it takes, so in truth it is this and one team more.
pub const MAX_CACHED_BYTES: usize = 512 << 20;
/// All versions of all files of a team, in bytes; of those that do not apply the oldest make room.
pub const MAX_VERSION_BYTES: usize = 128 << 20;

/// Names that are never flagged, and the longest of them in characters.
pub const MAX_NAMES: usize = 300;
pub const MAX_NAME_CHARS: usize = 100;

/// The longest phrase or wording of a pair, in characters.
pub const MAX_PHRASE_CHARS: usize = 300;
/// The longest reason of a pair, in characters.
pub const MAX_WHY_CHARS: usize = 600;
/// Open proposals that one person has a share in; more would only pile up before the leads.
pub const MAX_OPEN_OF_ONE: usize = 20;
/// Open proposals of a team.
pub const MAX_OPEN: usize = 500;

/// A team whose check, or whose rules as they are compiled, take longer is a slow one: such teams all together have one
/// processor less than there are. A check takes some thousandths of a second, and so do the rules of most teams.
pub(super) const SLOW: Duration = Duration::from_millis(50);
/// Checks of drafts: at once, of one team at once, and of one team at once or waiting.
pub(super) const CHECKS: Turns = Turns { at_once: 4, of_one: 2, waiting: 1_000 };
/// Looks at files: uploads, replies, versions. They always take long.
pub(super) const LOOKS: Turns = Turns { at_once: 2, of_one: 1, waiting: 8 };
/// Rules that are read and compiled because somebody asks for them. Who waits finds them made by who came before.
pub(super) const LOADS: Turns = Turns { at_once: 2, of_one: 1, waiting: usize::MAX };
