//! What an operator's monitoring asks for, over plain HTTP: metrics, and whether the bot is alive and ready.

use std::convert::Infallible;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use prometheus_client::encoding::text::encode;
use prometheus_client::registry::Registry;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tracing::{info, warn};

use super::monitor::Monitor;

/// Connections at a time.
const AT_ONCE: usize = 32;
/// How long somebody may take to say what they want, and the database to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// After a connection that could not be taken, as where too many files are open.
const REST: Duration = Duration::from_millis(100);

const METRICS_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const TEXT_TYPE: &str = "text/plain; charset=utf-8";

/// What is asked about.
struct Page {
    monitor: Arc<Monitor>,
    registry: Registry,
}

/// Answers on an address for as long as the bot runs; goes on without where the address can't be had.
pub async fn serve(address: SocketAddr, monitor: Arc<Monitor>) {
    let listener = match TcpListener::bind(address).await {
        Ok(listener) => listener,
        Err(error) => {
            return warn!(%address, %error, "nothing answers on the address for monitoring");
        }
    };
    let at = listener.local_addr().unwrap_or(address);
    info!(address = %at, "monitoring is answered");
    let registry = monitor.metrics.registry();
    let page = Arc::new(Page { monitor, registry });
    let room = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => {
                let page = Arc::clone(&page);
                tokio::spawn(async move {
                    page.talk(stream).await;
                    drop(place);
                });
            }
            Err(_) => tokio::time::sleep(REST).await,
        }
    }
}

impl Page {
    /// One question; whoever asks takes another connection for the next.
    async fn talk(self: Arc<Self>, stream: TcpStream) {
        let service = service_fn(move |request: Request<Incoming>| {
            let page = Arc::clone(&self);
            async move { Ok::<_, Infallible>(page.answer(&request).await) }
        });
        let mut http = http1::Builder::new();
        http.keep_alive(false).timer(TokioTimer::new()).header_read_timeout(PATIENCE);
        let talk = http.serve_connection(TokioIo::new(stream), service);
        // How it ended is of no interest to anybody here.
        let _: Result<Result<(), hyper::Error>, tokio::time::error::Elapsed> =
            tokio::time::timeout(PATIENCE * 2, talk).await;
    }

    async fn answer(&self, request: &Request<Incoming>) -> Response<String> {
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        match request.uri().path() {
            _ if !is_read => text(StatusCode::METHOD_NOT_ALLOWED, "only GET\n".to_owned()),
            "/metrics" => self.metrics(),
            "/healthz" => text(StatusCode::OK, "alive\n".to_owned()),
            "/readyz" => self.readiness().await,
            _ => text(StatusCode::NOT_FOUND, "/metrics, /healthz, /readyz\n".to_owned()),
        }
    }

    fn metrics(&self) -> Response<String> {
        let mut body = String::new();
        match encode(&mut body, &self.registry) {
            Ok(()) => answered(StatusCode::OK, METRICS_TYPE, body),
            Err(_) => text(StatusCode::INTERNAL_SERVER_ERROR, String::new()),
        }
    }

    /// Ready where the database answers and every shard is connected; each line says about what.
    async fn readiness(&self) -> Response<String> {
        let reached = tokio::time::timeout(PATIENCE, self.monitor.reaches_storage()).await;
        let is_stored = reached.unwrap_or(false);
        let is_connected = self.monitor.is_connected();
        let mut body = String::new();
        let word = |is_well: bool| if is_well { "ok" } else { "failing" };
        // Writing to a text can't fail.
        let _: std::fmt::Result = writeln!(body, "storage: {}", word(is_stored));
        for (shard, is_well, seconds) in self.monitor.shards() {
            let _: std::fmt::Result =
                writeln!(body, "shard {shard}: {}, heard {seconds} seconds ago", word(is_well));
        }
        if is_stored && is_connected {
            text(StatusCode::OK, body)
        } else {
            text(StatusCode::SERVICE_UNAVAILABLE, body)
        }
    }
}

fn text(status: StatusCode, body: String) -> Response<String> {
    answered(status, TEXT_TYPE, body)
}

fn answered(status: StatusCode, kind: &'static str, body: String) -> Response<String> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    response
}
