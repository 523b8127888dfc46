//! What an operator's monitoring reads.

use std::net::SocketAddr;
use std::sync::Arc;

use kalologos::discord::{self, Monitor};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::conversations::scene::{DRAFT_WORDS, Scene};

/// Somebody who asks.
struct Probe {
    address: SocketAddr,
    page: tokio::task::JoinHandle<()>,
}

impl Probe {
    async fn of(monitor: &Arc<Monitor>) -> Probe {
        let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let page = tokio::spawn(discord::serve_status(address, Arc::clone(monitor)));
        while TcpStream::connect(address).await.is_err() {
            tokio::task::yield_now().await;
        }
        Probe { address, page }
    }

    /// The status, and the body.
    async fn asks(&self, line: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let request = format!("{line} HTTP/1.1\r\nhost: localhost\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        let body = answer.split_once("\r\n\r\n").unwrap().1.to_owned();
        (status, body)
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        self.page.abort();
    }
}

#[tokio::test]
async fn a_scrape_has_every_metric_that_the_docs_name_and_no_word_of_anybody() {
    let monitor = Arc::new(Monitor::default());
    let scene = Scene::with(|settings, _| settings.monitor = Arc::clone(&monitor)).await;
    let probe = Probe::of(&monitor).await;
    scene.agent.slash("check", &[("draft", "Δεν μπορώ να σας βοηθήσω.")]).await;
    scene.agent.slash("help", &[]).await;
    let answered = async {
        loop {
            let (status, scrape) = probe.asks("GET /metrics").await;
            assert_eq!(status, 200);
            if scrape.contains("kalologos_interactions_total{outcome=\"Answered\"} 2") {
                return scrape;
            }
        }
    };
    let scrape = tokio::time::timeout(std::time::Duration::from_secs(30), answered);
    let scrape = scrape.await.expect("two interactions were answered");
    let docs = include_str!("../../docs/operations.md");
    let named = docs.split('`').filter(|word| word.starts_with("kalologos_"));
    let names: Vec<&str> = named.map(|word| word.split('{').next().unwrap()).collect();
    assert!(names.len() > 12, "{names:?}");
    for name in names {
        let base = name.trim_end_matches("_total").trim_end_matches("_info");
        assert!(scrape.contains(base), "{name} is in no scrape:\n{scrape}");
    }
    for line in [
        "kalologos_checks_total 1",
        "kalologos_gateway_connected{shard=\"0\"} 1",
        "kalologos_check_seconds_count 1",
    ] {
        assert!(scrape.lines().any(|it| it == line), "{line}:\n{scrape}");
    }
    let server = scene.server.id.to_string();
    for words in DRAFT_WORDS.iter().chain(&[server.as_str()]) {
        assert!(!scrape.contains(words), "{words}:\n{scrape}");
    }
    scene.end().await;
}

#[tokio::test]
async fn it_is_alive_at_once_and_ready_with_storage_and_a_connection() {
    let monitor = Arc::new(Monitor::default());
    let probe = Probe::of(&monitor).await;
    assert_eq!(probe.asks("GET /healthz").await, (200, "alive\n".to_owned()));
    assert_eq!(probe.asks("GET /readyz").await, (503, "storage: failing\n".to_owned()));
    let scene = Scene::with(|settings, _| {
        settings.monitor = Arc::clone(&monitor);
        monitor.opened(settings.app.teams().store().clone());
    })
    .await;
    let mut phases = monitor.phases();
    phases.wait_for(|phase| *phase == discord::Phase::Connected).await.unwrap();
    let (status, body) = probe.asks("GET /readyz").await;
    assert_eq!(status, 200, "{body}");
    assert!(body.starts_with("storage: ok\nshard 0: ok"), "{body}");
    // A gateway that takes nobody: not ready, and still alive.
    let gateway = scene.discord.gateway();
    gateway.refuses_connections(true);
    gateway.drops();
    phases.wait_for(|phase| *phase == discord::Phase::Reconnecting).await.unwrap();
    let (status, body) = probe.asks("GET /readyz").await;
    assert_eq!(status, 503, "{body}");
    assert_eq!(probe.asks("GET /healthz").await.0, 200);
    for (line, status) in [("POST /metrics", 405), ("GET /", 404), ("GET /../etc/passwd", 404)] {
        assert_eq!(probe.asks(line).await.0, status, "{line}");
    }
    gateway.refuses_connections(false);
    phases.wait_for(|phase| *phase == discord::Phase::Connected).await.unwrap();
    scene.end().await;
}
