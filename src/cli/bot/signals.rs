//! When the bot is asked to stop.

/// Comes back when the system or somebody at the keyboard asks the program to stop.
#[cfg(unix)]
pub async fn stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = terminate.recv() => (),
            _ = tokio::signal::ctrl_c() => (),
        },
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

/// Comes back when somebody at the keyboard asks the program to stop.
#[cfg(not(unix))]
pub async fn stop() {
    drop(tokio::signal::ctrl_c().await);
}
