//! What both benchmarks need: a folder with a gateway's files, and a client that costs little.

use std::path::Path;

use habeas::store::vault::random;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Writes settings, keys and policies into an empty folder.
pub(crate) fn write_files(dir: &Path, database: &str, bind: &str) {
    use base64::Engine as _;
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    std::fs::create_dir_all(dir.join("policies/regimes")).unwrap();
    std::fs::create_dir_all(dir.join("keys")).unwrap();
    for name in ["thresholds.toml", "purposes.toml", "regimes/eu.toml"] {
        std::fs::copy(policies.join(name), dir.join("policies").join(name)).unwrap();
    }
    std::fs::write(dir.join("policies/datamap.toml"), "version = \"2026-11-24\"\nnowhere = true\n")
        .unwrap();
    for name in ["master.key", "log.key", "development.key"] {
        let key = base64::engine::general_purpose::STANDARD.encode(random::<32>());
        std::fs::write(dir.join("keys").join(name), key).unwrap();
    }
    let settings = format!(
        "[server]\nbind = \"{bind}\"\n[database]\nurl = \"{database}\"\n[auth]\ndevelopment_issuer = true\n\
         max_lifetime_seconds = 86400\n[audit]\norigin = \"bench.invalid/habeas\"\n[jobs]\nworkers = 0\n[log]\nlevel = \"error\"\n"
    );
    std::fs::write(dir.join("habeas.toml"), settings).unwrap();
}

/// A connection that is kept open.
pub(crate) struct Connection {
    pub(crate) stream: TcpStream,
    pub(crate) buffer: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(address: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(16 * 1024) })
    }

    /// Sends one request; gives the status and the body.
    pub(crate) async fn send(&mut self, request: &[u8]) -> std::io::Result<(u16, &[u8])> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        loop {
            let mut chunk = [0u8; 8192];
            let read = self.stream.read(&mut chunk).await?;
            if read == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            self.buffer.extend_from_slice(&chunk[..read]);
            let Some(end) = self.buffer.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
            let head = String::from_utf8_lossy(&self.buffer[..end]).to_ascii_lowercase();
            let length =
                head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
            let length: usize = length.and_then(|n| n.parse().ok()).unwrap_or(0);
            if self.buffer.len() >= end + 4 + length {
                let status = head.get(9..12).and_then(|s| s.parse().ok()).unwrap_or(0);
                return Ok((status, &self.buffer[end + 4..end + 4 + length]));
            }
        }
    }
}
