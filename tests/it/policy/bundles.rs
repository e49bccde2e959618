//! Bundles as files: the same bytes every time, signed and checked, and refused when anything about them is wrong.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::LazyLock;

use etalon::compile::{DecisionTable, decision_tables};
use etalon::render::{BundleOf, SigningKey, VerifyingKey, bundle, verify_bundle};
use flate2::{Compression, GzBuilder, read::GzDecoder};

use super::{TODAY, examples_named};

const P256: &str = include_str!("keys/p256.pem");
const P256_PUBLIC: &str = include_str!("keys/p256.pub.pem");
const RSA: &str = include_str!("keys/rsa.pem");
const RSA_PUBLIC: &str = include_str!("keys/rsa.pub.pem");

static TABLES: LazyLock<Vec<DecisionTable>> = LazyLock::new(|| {
    let (_, reading) = examples_named("web-shop");
    decision_tables(&reading.project, TODAY).into_iter().take(2).collect()
});

static UNSIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| tar(&sample(None)));

fn sample(key: Option<&str>) -> Vec<u8> {
    let of = BundleOf { standard: "web-shop", version: "1", as_of: "2026-11-22", tables: &TABLES };
    bundle(&of, key.map(|pem| SigningKey::parse(pem).unwrap()).as_ref()).unwrap()
}

fn tar(packed: &[u8]) -> Vec<u8> {
    let mut tar = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut tar).unwrap();
    tar
}

fn zipped(tar: &[u8]) -> Vec<u8> {
    let mut packed =
        GzBuilder::new().mtime(0).operating_system(0xff).write(Vec::new(), Compression::default());
    packed.write_all(tar).unwrap();
    packed.finish().unwrap()
}

fn refused(packed: &[u8]) -> String {
    verify_bundle(packed, None).unwrap_err()
}

/// A header as other programs write it, with the sum made right.
fn header(name: &str, size: &str, kind: u8) -> Vec<u8> {
    let mut header = UNSIGNED[..512].to_vec();
    header[..100].fill(0);
    header[..name.len()].copy_from_slice(name.as_bytes());
    header[124..124 + size.len()].copy_from_slice(size.as_bytes());
    header[156] = kind;
    header[148..156].fill(b' ');
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    header
}

#[test]
fn sound_bundles_are_accepted_and_the_same_every_time() {
    for key in [None, Some(P256), Some(RSA)] {
        let packed = sample(key);
        assert_eq!(packed, sample(key));
        let sound = verify_bundle(&packed, None).unwrap();
        assert_eq!(sound.signed, key.is_some());
        assert_eq!(sound.standard, ("web-shop".to_owned(), "1".to_owned()));
    }
}

#[test]
fn signatures_are_checked_with_the_key_they_were_made_for() {
    let keys = [(P256, P256_PUBLIC), (RSA, RSA_PUBLIC)];
    for (private, public) in keys {
        let packed = sample(Some(private));
        for (_, other) in keys {
            let key = VerifyingKey::parse(other).unwrap();
            assert_eq!(verify_bundle(&packed, Some(&key)).is_ok(), other == public);
        }
    }
    let key = VerifyingKey::parse(P256_PUBLIC).unwrap();
    assert_eq!(verify_bundle(&sample(None), Some(&key)).unwrap_err(), "it is not signed");
    assert!(SigningKey::parse(P256_PUBLIC).is_none() && VerifyingKey::parse(P256).is_none());
}

#[test]
fn every_changed_byte_is_noticed() {
    let packed = sample(Some(P256));
    let key = VerifyingKey::parse(P256_PUBLIC).unwrap();
    // Every byte of the archive with every bit turned in turn would take long; one bit of each is as telling.
    for at in (0..packed.len()).step_by(37).chain(0..12).chain(packed.len() - 12..packed.len()) {
        let mut changed = packed.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(verify_bundle(&changed, Some(&key)).is_err(), "byte {at}");
    }
    let whole = tar(&packed);
    for at in (0..whole.len()).step_by(397) {
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        assert!(verify_bundle(&zipped(&changed), Some(&key)).is_err(), "byte {at} of the tar");
    }
}

#[test]
fn truncated_and_extended_bundles_are_refused() {
    let packed = sample(None);
    for end in (0..packed.len()).step_by(499) {
        assert!(verify_bundle(&packed[..end], None).is_err(), "{end}");
    }
    assert_eq!(refused(&[]), "it does not start as an archive of a policy does");
    assert_eq!(refused(&packed[..packed.len() / 2]), "the archive is damaged or cut short");
    let mut longer = packed.clone();
    longer.push(0);
    assert_eq!(refused(&longer), "bytes are hidden behind the archive");
    let whole = tar(&packed);
    assert_eq!(refused(&zipped(&whole[..512])), "`.manifest` is cut short");
    assert_eq!(
        refused(&zipped(&[whole.as_slice(), &[0; 512]].concat())),
        "the archive does not end where its files do"
    );
}

#[test]
fn hostile_archives_are_refused() {
    let end = vec![0; 1024];
    let made = |parts: &[&[u8]]| zipped(&parts.concat());
    let empty = "00000000000\0";
    for name in ["../outside", "/etc/passwd", "a/../../b", "c:\\x", "a\\..\\b"] {
        let said = refused(&made(&[&header(name, empty, b'0'), &end]));
        assert!(said.ends_with("points out of the archive"), "{said}");
    }
    for kind in [b'1', b'2', b'3', b'5', b'x', b'g', b'L'] {
        assert_eq!(
            refused(&made(&[&header("data.json", empty, kind), &end])),
            "`data.json` is no plain file"
        );
    }
    let huge = refused(&made(&[&header("data.json", "77777777777\0", b'0'), &end]));
    assert_eq!(huge, "the size of `data.json` makes no sense");
    let long = refused(&made(&[&header("data.json", "00000010000\0", b'0'), &end]));
    assert_eq!(long, "`data.json` is cut short");
    let twice = header("data.json", empty, b'0');
    assert_eq!(refused(&made(&[&twice, &twice, &end])), "`data.json` stands in the archive twice");
    assert_eq!(
        refused(&made(&[&header("more.rego", empty, b'0'), &end])),
        "`more.rego` does not belong into it"
    );
    assert_eq!(refused(&made(&[&twice, &end])), "`.manifest` is missing");
    let bomb = zipped(&vec![0; 65 * 1024 * 1024]);
    assert_eq!(refused(&bomb), "it unpacks to more than 64 MB");
}

#[test]
fn what_is_packed_is_what_open_policy_agent_expects() {
    let whole = tar(&sample(Some(P256)));
    let mut files = BTreeMap::new();
    let mut rest = whole.as_slice();
    while rest[0] != 0 {
        let name = String::from_utf8_lossy(&rest[..100]).trim_end_matches('\0').to_owned();
        let size = usize::from_str_radix(&String::from_utf8_lossy(&rest[124..135]), 8).unwrap();
        files.insert(name, rest[512..512 + size].to_vec());
        rest = &rest[512 + size.next_multiple_of(512)..];
    }
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, [".manifest", ".signatures.json", "data.json", "etalon/decide.rego"]);
    let manifest: serde_json::Value = serde_json::from_slice(&files[".manifest"]).unwrap();
    assert_eq!(manifest["roots"], serde_json::json!(["etalon"]));
    assert_eq!(manifest["rego_version"], 1);
    assert_eq!(manifest["revision"].as_str().unwrap().len(), 64);
}
