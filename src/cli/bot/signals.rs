//! What the system or somebody at the keyboard asks of the running bot.

use tokio::sync::watch;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing yet; how often the configuration was to be read again.
    Run(u64),
    /// To stop.
    Stop,
}

/// Listens from now on, for as long as the program runs.
#[cfg(unix)]
pub fn listen() -> watch::Receiver<Asked> {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    /// A signal that can't be listened to never comes.
    async fn next(signal: &mut std::io::Result<Signal>) {
        match signal {
            Ok(signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    }
    let (asked, hears) = watch::channel(Asked::Run(0));
    let mut terminate = signal(SignalKind::terminate());
    let mut hang_up = signal(SignalKind::hangup());
    tokio::spawn(async move {
        let mut reloads = 0;
        loop {
            tokio::select! {
                () = next(&mut terminate) => break,
                _ = tokio::signal::ctrl_c() => break,
                () = next(&mut hang_up) => {
                    reloads += 1;
                    asked.send_replace(Asked::Run(reloads));
                }
            }
        }
        asked.send_replace(Asked::Stop);
        // A second signal must not end the program while it finishes what runs.
        std::future::pending::<()>().await;
    });
    hears
}

/// Listens from now on, for as long as the program runs.
#[cfg(not(unix))]
pub fn listen() -> watch::Receiver<Asked> {
    let (asked, hears) = watch::channel(Asked::Run(0));
    tokio::spawn(async move {
        drop(tokio::signal::ctrl_c().await);
        asked.send_replace(Asked::Stop);
        std::future::pending::<()>().await;
    });
    hears
}

/// Comes back once the bot is asked to stop.
pub async fn stop(mut asked: watch::Receiver<Asked>) {
    let _: Result<_, watch::error::RecvError> = asked.wait_for(|it| *it == Asked::Stop).await;
}
