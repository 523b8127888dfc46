//! The listening side: connections, faults, and the record of every request.

use std::fmt;

use axum::body::Body;
use axum::extract::{FromRequestParts, WebSocketUpgrade};
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;

use super::body::{BASE, Received};
use super::faults::{Fault, limited};
use super::record::{self, Signed};
use super::refusal::{NOT_FOUND, Refusal};
use super::rest::{self, Answer};
use super::{FakeDiscord, gateway};

/// The connection ends without an answer.
#[derive(Debug)]
struct HungUp;

impl fmt::Display for HungUp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the fake closes this connection on purpose")
    }
}

impl std::error::Error for HungUp {}

pub async fn listen(discord: FakeDiscord, listener: TcpListener) {
    while let Ok((stream, _)) = listener.accept().await {
        // Without this, small answers wait for the other side's acknowledgement.
        stream.set_nodelay(true).unwrap();
        tokio::spawn(connection(discord.clone(), stream));
    }
}

pub async fn connection<S>(discord: FakeDiscord, stream: S)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(move |request: Request<Incoming>| {
        let discord = discord.clone();
        async move { discord.answer(request.map(Body::new)).await }
    });
    // How a connection ended is in the record where it matters.
    let _ =
        http1::Builder::new().serve_connection(TokioIo::new(stream), service).with_upgrades().await;
}

impl FakeDiscord {
    async fn answer(&self, request: Request<Body>) -> Result<Response<Body>, HungUp> {
        let path = request.uri().path();
        if path == "/" {
            return Ok(self.upgrade(request).await);
        }
        if let Some(file) = path.strip_prefix("/attachments/") {
            return Ok(self.attachment(file));
        }
        let is_api = path.starts_with(BASE);
        let received = Received::read(request).await;
        let route = format!("{} {}", received.method, received.path);
        let (place, fault) = self.enter(&received, &route);
        match &fault {
            Some(Fault::Limited { wait, scope }) => {
                let (body, headers) = limited(*wait, *scope);
                return Ok(self.settle(place, 429, None, body, &headers));
            }
            Some(Fault::Status(status)) => {
                return Ok(self.settle(place, *status, None, page(*status), &[]));
            }
            Some(Fault::Paused { status, wait }) => {
                let headers = [("retry-after", wait.as_secs_f64().to_string())];
                return Ok(self.settle(place, *status, None, page(*status), &headers));
            }
            Some(Fault::HungUp) => return Err(HungUp),
            Some(Fault::Held { gate, before: true }) => gate.pass().await,
            _ => (),
        }
        let done = if is_api { rest::handle(&mut self.world(), &received) } else { Err(NOT_FOUND) };
        self.changed();
        match &fault {
            Some(Fault::AnswerLost) => return Err(HungUp),
            Some(Fault::DoneBut(status)) => {
                return Ok(self.settle(place, *status, None, page(*status), &[]));
            }
            Some(Fault::Held { gate, before: false }) => gate.pass().await,
            _ => (),
        }
        Ok(match done {
            Ok(Answer { status, json }) => self.settle(place, status, None, json, &[]),
            Err(refusal) => self.refuse(place, &refusal),
        })
    }

    /// Writes a request down; says where, and what shall go wrong with it.
    fn enter(&self, received: &Received, route: &str) -> (usize, Option<Fault>) {
        let mut world = self.world();
        let rightly = format!("Bot {}", world.app.token);
        let signed = match &received.authorization {
            None => Signed::Not,
            Some(token) if *token == rightly => Signed::Rightly,
            Some(_) => Signed::Wrongly,
        };
        let mut request = record::Request::new(received, signed);
        request.hurried = world.faults.is_hurried(route);
        world.record.requests.push(request);
        let place = world.record.requests.len() - 1;
        let fault = world.faults.take(route);
        drop(world);
        self.changed();
        (place, fault)
    }

    fn refuse(&self, place: usize, refusal: &Refusal) -> Response<Body> {
        self.settle(place, refusal.status, Some(refusal.code), refusal.json(), &[])
    }

    fn settle(
        &self,
        place: usize,
        status: u16,
        code: Option<u32>,
        body: Value,
        headers: &[(&str, String)],
    ) -> Response<Body> {
        let mut world = self.world();
        let request = &mut world.record.requests[place];
        (request.status, request.code) = (Some(status), code);
        request.answer = body.clone();
        // Without one the server would add that of this machine.
        let date = world.date.clone().unwrap_or_else(|| http_date(world.clock.seconds()));
        drop(world);
        self.changed();
        let mut response = Response::builder().status(status).header("date", date);
        for (name, value) in headers {
            response = response.header(*name, value);
        }
        let (kind, text) = match body {
            Value::Null => return response.body(Body::empty()).unwrap(),
            Value::String(page) => ("text/html", page),
            json => ("application/json", json.to_string()),
        };
        response.header("content-type", kind).body(Body::from(text)).unwrap()
    }

    async fn upgrade(&self, request: Request<Body>) -> Response<Body> {
        if self.world().sessions.takes_nobody {
            return Response::builder().status(503).body(Body::empty()).unwrap();
        }
        let (mut parts, _) = request.into_parts();
        let discord = self.clone();
        match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
            Ok(upgrade) => upgrade.on_upgrade(|socket| gateway::serve(discord, socket)),
            Err(_) => Response::builder().status(400).body(Body::empty()).unwrap(),
        }
    }

    /// A file as it was sent; its path ends in channel, id and name.
    fn attachment(&self, path: &str) -> Response<Body> {
        if let Some(Fault::Status(status)) =
            self.world().faults.take(&format!("GET /attachments/{path}"))
        {
            // Whoever follows a redirect gets the file all the same.
            let again = format!("/attachments/{path}");
            let response = Response::builder().status(status).header("location", again);
            return response.body(Body::empty()).unwrap();
        }
        let id = path.split('/').nth(1).and_then(|id| id.parse().ok()).unwrap_or(0);
        let bytes = self.world().file(id).map(|file| file.bytes.as_ref().clone());
        let status = if bytes.is_some() { 200 } else { 404 };
        Response::builder().status(status).body(Body::from(bytes.unwrap_or_default())).unwrap()
    }
}

/// A moment as headers of HTTP have it.
pub fn http_date(seconds: i64) -> String {
    let moment = jiff::Timestamp::from_second(seconds).unwrap();
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).unwrap()
}

/// What stands before Discord answers with a page, not with JSON.
fn page(status: u16) -> Value {
    Value::String(format!("<html><head><title>{status}</title></head><body></body></html>"))
}
