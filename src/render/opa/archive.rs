//! Archives of a bundle: a tar in gzip whose every byte follows from its files.
//! Must never write to a disk, and never believe a size, a name or a kind of entry that it reads.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use flate2::{Compression, GzBuilder, bufread::GzDecoder};

/// The length of a block of a tar.
const BLOCK: usize = 512;
/// The most bytes that an archive may unpack to.
const LARGEST: u64 = 64 * 1024 * 1024;
/// The most files that an archive may hold.
const MOST_FILES: usize = 64;
/// The start of an archive in gzip without a name, a date or a system.
const GZIP: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/// Packs files, in the order of their names.
pub(super) fn pack(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut tar = Vec::new();
    for (name, content) in files {
        tar.extend_from_slice(&header(name, content.len()));
        tar.extend_from_slice(content);
        tar.resize(tar.len().next_multiple_of(BLOCK), 0);
    }
    tar.resize(tar.len() + 2 * BLOCK, 0);
    let mut packed =
        GzBuilder::new().mtime(0).operating_system(0xff).write(Vec::new(), Compression::default());
    // INVARIANT: writing into memory does not fail.
    let _ = packed.write_all(&tar);
    packed.finish().unwrap_or_default()
}

/// The files of an archive; the reason when it is none of ours.
pub(super) fn unpack(packed: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let tar = unzip(packed)?;
    let mut files = BTreeMap::new();
    let mut rest = tar.as_slice();
    loop {
        let (block, after) = rest.split_at_checked(BLOCK).ok_or("the archive is cut short")?;
        if block.iter().all(|byte| *byte == 0) {
            let end = after.len() == BLOCK && after.iter().all(|byte| *byte == 0);
            return if end {
                Ok(files)
            } else {
                Err("the archive does not end where its files do".to_owned())
            };
        }
        let (name, size) = entry(block)?;
        let padded = size.checked_next_multiple_of(BLOCK).ok_or("the archive is cut short")?;
        let (body, next) = after.split_at_checked(padded).ok_or_else(|| format!("`{name}` is cut short"))?;
        let (content, padding) = body.split_at_checked(size).unwrap_or_default();
        if padding.iter().any(|byte| *byte != 0) {
            return Err(format!("bytes are hidden behind `{name}`"));
        }
        if files.len() == MOST_FILES {
            return Err(format!("the archive holds more than {MOST_FILES} files"));
        }
        if files.insert(name.clone(), content.to_vec()).is_some() {
            return Err(format!("`{name}` stands in the archive twice"));
        }
        rest = next;
    }
}

fn unzip(packed: &[u8]) -> Result<Vec<u8>, String> {
    if !packed.starts_with(&GZIP) {
        return Err("it does not start as an archive of a policy does".to_owned());
    }
    let mut decoder = GzDecoder::new(packed);
    let mut tar = Vec::new();
    let read = (&mut decoder).take(LARGEST + 1).read_to_end(&mut tar);
    if tar.len() as u64 > LARGEST {
        return Err(format!("it unpacks to more than {} MB", LARGEST / 1024 / 1024));
    }
    read.map_err(|_| "the archive is damaged or cut short".to_owned())?;
    if !decoder.into_inner().is_empty() {
        return Err("bytes are hidden behind the archive".to_owned());
    }
    Ok(tar)
}

// The name and size of the file that a header announces.
fn entry(block: &[u8]) -> Result<(String, usize), String> {
    let field = |from: usize, to: usize| block.get(from..to).unwrap_or_default();
    let text = |bytes: &[u8]| {
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
        String::from_utf8_lossy(bytes.get(..end).unwrap_or_default()).into_owned()
    };
    let name = text(field(0, 100));
    let shown: String = name.escape_debug().take(60).collect();
    if name.starts_with('/')
        || name.contains('\\')
        || name.contains(':')
        || name.split('/').any(|part| part == "..")
    {
        return Err(format!("`{shown}` points out of the archive"));
    }
    if field(156, 157) != b"0" {
        return Err(format!("`{shown}` is no plain file"));
    }
    let size = usize::from_str_radix(&text(field(124, 136)), 8);
    let size = size
        .ok()
        .filter(|size| *size as u64 <= LARGEST)
        .ok_or_else(|| format!("the size of `{shown}` makes no sense"))?;
    if header(&name, size) != block {
        return Err(format!("the header of `{shown}` was changed"));
    }
    Ok((name, size))
}

fn header(name: &str, size: usize) -> [u8; BLOCK] {
    let mut header = [0; BLOCK];
    let mut put = |at: usize, bytes: &[u8]| {
        header.iter_mut().skip(at).zip(bytes).for_each(|(to, from)| *to = *from);
    };
    put(0, name.as_bytes().get(..100).unwrap_or(name.as_bytes()));
    put(100, b"0000644\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{size:011o}\0").as_bytes());
    put(136, b"00000000000\0");
    put(148, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    put(329, b"0000000\0");
    put(337, b"0000000\0");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    let sum = format!("{sum:06o}\0 ");
    header.iter_mut().skip(148).zip(sum.as_bytes()).for_each(|(to, from)| *to = *from);
    header
}
