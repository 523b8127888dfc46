//! Memory is never written to a disk, for drafts are in it while they are checked.

use std::io;

/// Forbids core dumps of this process, whatever the system allows.
///
/// # Errors
/// Where the system does not let us.
#[cfg(unix)]
pub fn forbid() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    // The limit does not apply where the system pipes core dumps to a program.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    }
    Ok(())
}

/// Other systems write none by themselves.
#[cfg(not(unix))]
pub fn forbid() -> io::Result<()> {
    Ok(())
}
