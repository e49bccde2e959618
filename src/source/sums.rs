//! What is remembered of a file whose bytes are not: its size and its digest. Must never hold the bytes themselves.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// The size and the digest of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 digest of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Sum {
    /// The sum of some bytes.
    pub fn of(content: &[u8]) -> Self {
        Sum { bytes: content.len() as u64, sha256: hex(&Sha256::digest(content)) }
    }

    /// The sum of what a reader gives.
    pub(super) fn read(mut from: impl std::io::Read) -> std::io::Result<Self> {
        let (mut digest, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 64 * 1024]);
        loop {
            let count = from.read(&mut buffer)?;
            let Some(part) = buffer.get(..count).filter(|part| !part.is_empty()) else { break };
            digest.update(part);
            bytes += part.len() as u64;
        }
        Ok(Sum { bytes, sha256: hex(&digest.finalize()) })
    }
}

/// The sums of some files.
pub fn sums(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Sum> {
    files.iter().map(|(path, content)| (path.clone(), Sum::of(content))).collect()
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
