//! `kalologos healthy`: asks a running bot whether it is alive, for containers without any other program.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::cli::{Exit, Failure, args};

/// How long the bot may take for each step.
const PATIENCE: Duration = Duration::from_secs(5);

/// The exit code says it: 0 for alive, 1 for not.
pub fn healthy(asked: &args::Healthy) -> Result<Exit, Failure> {
    Ok(if is_alive(asked).unwrap_or(false) { Exit::Nothing } else { Exit::Findings })
}

fn is_alive(asked: &args::Healthy) -> io::Result<bool> {
    let mut stream = TcpStream::connect_timeout(&asked.address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut status = [0; 12];
    stream.read_exact(&mut status)?;
    Ok(&status == b"HTTP/1.1 200")
}
