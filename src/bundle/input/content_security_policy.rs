//! What a page may load and run: its Content-Security-Policy, and how much of its address other hosts are told.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::fields::reader::FieldReader;
use super::fields::value::Entry;

/// What a page needs, all of it from its own host. What is not named here, such as a form or a frame, it cannot have.
/// The program is WebAssembly, which is compiled in the page.
const NEEDS: [(&str, &str); 12] = [
    ("default", "'none'"),
    ("connect", "'self'"),
    ("font", "'self'"),
    ("frame", ""),
    ("img", "'self'"),
    ("manifest", "'self'"),
    ("media", "'self'"),
    ("object", ""),
    ("script", "'self' 'wasm-unsafe-eval'"),
    ("style", "'self'"),
    ("worker", "'self'"),
    ("", "base-uri 'none'; form-action 'none'"),
];

/// The kinds of things that an owner can let pages have from other hosts.
const KINDS: [&str; 7] = ["connect", "font", "frame", "img", "media", "script", "style"];

/// What the owner lets pages have from other hosts: the hosts, by the kind of what comes from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy(BTreeMap<String, Vec<String>>);

impl Policy {
    /// Reads `[policy]` of `site.toml`.
    pub(crate) fn read(entries: &[Entry], reader: &mut FieldReader) -> Self {
        let mut policy = Self::default();
        for entry in entries {
            if !KINDS.contains(&entry.key.as_str()) {
                reader.unknown(entry, "policy.", &KINDS);
                continue;
            }
            for (host, at) in reader.texts(entry, |host| vec![host.to_owned()]) {
                if !policy.allow(&entry.key, &host) {
                    let message = format!("\"{host}\" in \"policy.{}\" is not the https address of a host", entry.key);
                    reader.error(at, message, format!("write {} = [\"https://host.example\"]", entry.key));
                }
            }
        }
        policy
    }

    /// Lets pages have a kind of thing from a host: `https://images.example`, or `https://*.images.example` for all
    /// below it. `false` if that is no host, or not one that is asked by HTTPS.
    fn allow(&mut self, kind: &str, host: &str) -> bool {
        let name = host.strip_prefix("https://").unwrap_or_default();
        let (name, port) = name.split_once(':').unwrap_or((name, "443"));
        let labels: Vec<&str> = name.strip_prefix("*.").unwrap_or(name).split('.').collect();
        let plain = |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let right = labels.len() > 1 && labels.iter().all(plain) && port.parse::<u16>().is_ok();
        if right {
            self.0.entry(kind.to_owned()).or_default().push(host.to_ascii_lowercase());
        }
        right
    }

    /// Whether pages can have a kind of thing from the host of an address.
    pub(crate) fn allows(&self, kind: &str, address: &str) -> bool {
        let address = address.to_ascii_lowercase();
        let Some(rest) = address.strip_prefix("https:").unwrap_or(&address).strip_prefix("//") else { return false };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        self.0.get(kind).into_iter().flatten().filter_map(|allowed| allowed.strip_prefix("https://")).any(|allowed| {
            match allowed.strip_prefix('*') {
                Some(below) => host.ends_with(below),
                None => host == allowed,
            }
        })
    }

    /// The line of `site.toml` that lets pages have a kind of thing from a host, beside what they have already.
    pub(crate) fn line(&self, kind: &str, host: &str) -> String {
        let known = self.0.get(kind).into_iter().flatten().map(String::as_str);
        let hosts: Vec<String> = known.chain([host]).map(|host| format!("\"{host}\"")).collect();
        format!("[policy] {kind} = [{}]", hosts.join(", "))
    }

    /// The tags for documents with these scripts and styles inline. They are known by their hashes: so what a text may
    /// smuggle into a page is unknown to the browser, and stays without effect.
    pub(crate) fn tags(&self, html: &str) -> String {
        let mut policy = String::new();
        for (kind, own) in NEEDS {
            let mut sources: Vec<String> = Vec::from_iter((!own.is_empty()).then(|| own.to_owned()));
            if matches!(kind, "script" | "style") {
                sources.extend(inline(html, kind).map(hash));
            }
            sources.extend(self.0.get(kind).into_iter().flatten().cloned());
            let sources = if sources.is_empty() { "'none'".to_owned() } else { sources.join(" ") };
            let _ = match kind {
                "" => write!(policy, "{own}"),
                _ => write!(policy, "{kind}-src {sources}; "),
            };
        }
        format!(
            "\n<meta http-equiv=\"content-security-policy\" content=\"{policy}\">\
             \n<meta name=\"referrer\" content=\"strict-origin-when-cross-origin\">"
        )
    }
}

/// The host of a full address, as a policy names it.
pub(crate) fn host(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("//")?;
    if !["", "https:", "http:"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let host = rest.split(['/', '?', '#', '\\']).next().filter(|host| !host.is_empty())?;
    Some(format!("https://{}", host.to_ascii_lowercase()))
}

/// What stands in the elements of a name, as far as it is not in a file of its own.
fn inline<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&start)?;
        let (attributes, after) = after.split_once('>')?;
        let (text, after) = after.split_once(&end)?;
        rest = after;
        Some((attributes, text))
    })
    .filter(|(attributes, _)| !attributes.contains("src="))
    .map(|(_, text)| text)
}

/// As a policy names a text. Browsers read every end of a line as one character.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.replace("\r\n", "\n"))))
}
