//! Signatures of a bundle: one token in JWT form over the digests of all files, as Open Policy Agent checks it.
//! Must never accept an algorithm that the key does not fix.

use std::collections::BTreeMap;

use base64ct::{Base64UrlUnpadded, Encoding};
use p256::ecdsa::signature::{Signer, Verifier};
use p256::pkcs8::{DecodePrivateKey, DecodePublicKey};
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::signature::SignatureEncoding;
use serde_json::{Value, json};
use sha2::Sha256;

use super::canonical::canonical;
use super::{DATA, MANIFEST, SIGNATURES};
use crate::render::manifest::digest;

/// The name of the key, where Open Policy Agent is told no other.
const KEY_ID: &str = "default";
/// The smallest modulus of an RSA key, in bytes.
const SHORTEST_RSA: usize = 256;

/// A key that bundles are signed with.
pub enum SigningKey {
    /// Signs with ES256.
    P256(Box<p256::ecdsa::SigningKey>),
    /// Signs with RS256.
    Rsa(Box<rsa::pkcs1v15::SigningKey<Sha256>>),
}

/// A key that signatures are checked with.
pub enum VerifyingKey {
    /// Checks ES256.
    P256(Box<p256::ecdsa::VerifyingKey>),
    /// Checks RS256.
    Rsa(Box<rsa::pkcs1v15::VerifyingKey<Sha256>>),
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            SigningKey::P256(_) => "a private key for ES256",
            SigningKey::Rsa(_) => "a private key for RS256",
        })
    }
}

impl std::fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            VerifyingKey::P256(_) => "a public key for ES256",
            VerifyingKey::Rsa(_) => "a public key for RS256",
        })
    }
}

impl SigningKey {
    /// Reads a private key in PEM: P-256 (PKCS #8 or SEC 1) or RSA of at least 2048 bits (PKCS #8 or PKCS #1).
    pub fn parse(pem: &str) -> Option<SigningKey> {
        let p256 = p256::SecretKey::from_pkcs8_pem(pem).ok();
        if let Some(key) = p256.or_else(|| p256::SecretKey::from_sec1_pem(pem).ok()) {
            return Some(SigningKey::P256(Box::new(key.into())));
        }
        let rsa = rsa::RsaPrivateKey::from_pkcs8_pem(pem).ok();
        let key = rsa.or_else(|| rsa::RsaPrivateKey::from_pkcs1_pem(pem).ok())?;
        let long = rsa::traits::PublicKeyParts::size(&key) >= SHORTEST_RSA;
        long.then(|| SigningKey::Rsa(Box::new(rsa::pkcs1v15::SigningKey::new(key))))
    }

    fn algorithm(&self) -> &'static str {
        match self {
            SigningKey::P256(_) => "ES256",
            SigningKey::Rsa(_) => "RS256",
        }
    }

    fn sign(&self, text: &str) -> Result<Vec<u8>, String> {
        let refused = |_| "the key cannot sign".to_owned();
        Ok(match self {
            SigningKey::P256(key) => {
                let signature: p256::ecdsa::Signature = key.try_sign(text.as_bytes()).map_err(refused)?;
                signature.to_bytes().to_vec()
            }
            SigningKey::Rsa(key) => key.try_sign(text.as_bytes()).map_err(refused)?.to_vec(),
        })
    }
}

impl VerifyingKey {
    /// Reads a public key in PEM: P-256 or RSA of at least 2048 bits.
    pub fn parse(pem: &str) -> Option<VerifyingKey> {
        if let Ok(key) = p256::ecdsa::VerifyingKey::from_public_key_pem(pem) {
            return Some(VerifyingKey::P256(Box::new(key)));
        }
        let key = rsa::RsaPublicKey::from_public_key_pem(pem).ok()?;
        let long = rsa::traits::PublicKeyParts::size(&key) >= SHORTEST_RSA;
        long.then(|| VerifyingKey::Rsa(Box::new(rsa::pkcs1v15::VerifyingKey::new(key))))
    }

    fn algorithm(&self) -> &'static str {
        match self {
            VerifyingKey::P256(_) => "ES256",
            VerifyingKey::Rsa(_) => "RS256",
        }
    }

    fn accepts(&self, text: &str, signature: &[u8]) -> bool {
        match self {
            VerifyingKey::P256(key) => p256::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(text.as_bytes(), &signature).is_ok()),
            VerifyingKey::Rsa(key) => rsa::pkcs1v15::Signature::try_from(signature)
                .is_ok_and(|signature| key.verify(text.as_bytes(), &signature).is_ok()),
        }
    }
}

/// The file of signatures over all other files.
pub(super) fn signed(files: &BTreeMap<String, Vec<u8>>, key: &SigningKey) -> Result<Vec<u8>, String> {
    let header = json!({ "alg": key.algorithm(), "typ": "JWT", "kid": KEY_ID });
    let encoded = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
    let text = format!("{}.{}", encoded(&header), encoded(&payload(files)));
    let token = format!("{text}.{}", Base64UrlUnpadded::encode_string(&key.sign(&text)?));
    Ok(format!("{}\n", json!({ "signatures": [token] })).into_bytes())
}

/// Checks the signatures of a bundle over its files: the digests always, the signature itself when there is a key.
/// The reason when something is wrong.
pub(super) fn check(files: &BTreeMap<String, Vec<u8>>, key: Option<&VerifyingKey>) -> Result<(), String> {
    let damaged = || "the signature is damaged".to_owned();
    let written = files.get(SIGNATURES).map(Vec::as_slice).unwrap_or_default();
    let signatures: Value = serde_json::from_slice(written).map_err(|_| damaged())?;
    let token = signatures.pointer("/signatures/0").and_then(Value::as_str).ok_or_else(damaged)?;
    if written != format!("{}\n", json!({ "signatures": [token] })).as_bytes() {
        return Err(damaged());
    }
    let (text, signature) = token.rsplit_once('.').ok_or_else(damaged)?;
    let (header, body) = text.split_once('.').ok_or_else(damaged)?;
    let decoded = |part: &str| -> Option<Value> {
        serde_json::from_slice(&Base64UrlUnpadded::decode_vec(part).ok()?).ok()
    };
    let (header, body) = (decoded(header).ok_or_else(damaged)?, decoded(body).ok_or_else(damaged)?);
    let signature = Base64UrlUnpadded::decode_vec(signature).map_err(|_| damaged())?;
    if let Some(key) = key {
        let algorithm = header.get("alg").and_then(Value::as_str).unwrap_or_default();
        if algorithm != key.algorithm() {
            let shown: String = algorithm.escape_debug().take(20).collect();
            return Err(format!("it is signed with `{shown}`, and the key is for {}", key.algorithm()));
        }
        if !key.accepts(text, &signature) {
            return Err("the signature was not made with this key, or what it signs was changed".to_owned());
        }
    }
    if body == payload(files) { Ok(()) } else { Err("the signature is not about these files".to_owned()) }
}

// What is signed: the digest of every file but that of the signatures.
fn payload(files: &BTreeMap<String, Vec<u8>>) -> Value {
    let signed = files.iter().filter(|(name, _)| *name != SIGNATURES);
    let entry = |(name, content): (&String, &Vec<u8>)| {
        let structured = [DATA, MANIFEST].contains(&name.as_str());
        let value = if structured { serde_json::from_slice::<Value>(content).ok() } else { None };
        let hash = value.map_or_else(|| digest(content), |value| digest(canonical(&value).as_bytes()));
        json!({ "name": name, "hash": hash, "algorithm": "SHA-256" })
    };
    json!({ "files": signed.map(entry).collect::<Vec<_>>() })
}
