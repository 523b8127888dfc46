//! `kalologos doctor`: looks at everything that the bot needs, and creates nothing.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;

use super::setup::{Setup, Unusable};
use crate::cli::{Exit, Failure, args, clock, database, report};
use crate::discord;
use crate::store::Store;
use crate::ui::{self, Checkup};

/// Looks at everything that the bot needs, and says how to fix what is missing.
pub fn doctor(asked: &args::Bot) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::Write)?;
    let (setup, found) = match runtime.block_on(looked(asked)) {
        Ok(looked) => looked,
        Err(unusable) => {
            report::say(&unusable.text);
            return Ok(Exit::Refused);
        }
    };
    report::print(&ui::checkups(&found, setup.language))?;
    let is_well = found.iter().all(Checkup::is_well);
    Ok(if is_well { Exit::Nothing } else { Exit::Refused })
}

async fn looked(asked: &args::Bot) -> Result<(Setup, Vec<Checkup>), Unusable> {
    let setup = Setup::read(asked)?;
    let loaded = setup.rules()?;
    let mut found = vec![Checkup::Rules { count: loaded.rule_set.engine().rules().count() }];
    let path = setup.database()?;
    found.push(data(&path, &setup).await);
    let files = [Some(path.as_path()), setup.config.token_file.as_deref()];
    found.extend(files.into_iter().flatten().filter(|file| is_open(file)).map(open_file));
    found.extend(setup.config.monitoring_address.map(monitoring));
    let (access, channels) = (setup.access(), &setup.config.drafts_channels);
    found.extend(discord::examine(&access, channels, clock::stored_now()).await);
    Ok((setup, found))
}

async fn data(path: &Path, setup: &Setup) -> Checkup {
    let shown = database::shown(path);
    if !path.exists() {
        return Checkup::NoDatabaseYet { path: shown };
    }
    match Store::look(path).await {
        Ok(()) => Checkup::Database { path: shown },
        Err(error) => {
            let why = ui::refusal(&database::refusal(error, path), setup.language);
            Checkup::BadDatabase { why }
        }
    }
}

fn open_file(path: &Path) -> Checkup {
    Checkup::OpenFile { path: database::shown(path) }
}

/// Whether others than the owner can read a file.
#[cfg(unix)]
pub(super) fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
}

/// Other systems have other ways to say who can read a file.
#[cfg(not(unix))]
pub(super) fn is_open(_: &Path) -> bool {
    false
}

/// Whether monitoring can be answered; the address is free again at once.
fn monitoring(at: SocketAddr) -> Checkup {
    let address = at.to_string();
    match TcpListener::bind(at) {
        Err(error) => Checkup::MonitoringTaken { address, reason: error.to_string() },
        Ok(_) if !at.ip().is_loopback() => Checkup::MonitoringOpen { address },
        Ok(_) => Checkup::Monitoring { address },
    }
}
