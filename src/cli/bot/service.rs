//! The service manager hears how the bot is: whether it is ready, what it waits for, and that it is alive.

use std::sync::Arc;

use crate::discord::Monitor;

/// Tells systemd of every phase, and that the bot is alive as often as it wants to hear it. Where no systemd asks
/// for it, nothing is sent.
#[cfg(target_os = "linux")]
pub async fn tell(monitor: Arc<Monitor>) {
    use crate::discord::Phase;
    use sd_notify::NotifyState;

    let mut phases = monitor.phases();
    let mut alive = watchdog();
    let mut is_ready = false;
    loop {
        let phase = *phases.borrow_and_update();
        let status = monitor.status(phase);
        let mut states = vec![NotifyState::Status(&status)];
        match phase {
            Phase::Connected if !is_ready => {
                is_ready = true;
                states.push(NotifyState::Ready);
            }
            // It is ready again once it is connected by what it has read.
            Phase::Reloading if is_ready => {
                is_ready = false;
                states.push(NotifyState::Reloading);
                states.extend(NotifyState::monotonic_usec_now());
            }
            Phase::Stopping => states.push(NotifyState::Stopping),
            _ => (),
        }
        send(&states);
        // A hung program does not come here, and systemd starts another.
        let changed = loop {
            tokio::select! {
                changed = phases.changed() => break changed,
                _ = alive.tick() => send(&[NotifyState::Watchdog]),
            }
        };
        if changed.is_err() {
            return;
        }
    }
}

/// Comes twice in the time in which systemd wants to hear from us; hardly ever where it wants nothing.
#[cfg(target_os = "linux")]
fn watchdog() -> tokio::time::Interval {
    const UNWATCHED: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);
    let period = sd_notify::watchdog_enabled().map_or(UNWATCHED, |wanted| wanted / 2);
    tokio::time::interval(period.max(std::time::Duration::from_millis(1)))
}

/// A service manager that does not listen is not a reason to stop.
#[cfg(target_os = "linux")]
fn send(states: &[sd_notify::NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::debug!(%error, "the service manager does not listen");
    }
}

/// Other systems have no systemd.
#[cfg(not(target_os = "linux"))]
pub async fn tell(_: Arc<Monitor>) {}
