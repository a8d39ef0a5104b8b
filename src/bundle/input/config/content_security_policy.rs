//! The Content-Security-Policy of pages: what they may load and run. Also their referrer policy.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use serde::{Deserialize, Serialize};

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;

/// The directives of a page, which needs only its own host. What is not named here, such as a form or a frame, is not
/// allowed. The app is WebAssembly, which needs `'wasm-unsafe-eval'`.
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
    ("", "base-uri 'none'; form-action "),
];

/// A kind of resource that an owner can allow from other hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Resource {
    Connect,
    Font,
    Frame,
    Img,
    Media,
    Script,
    Style,
}

impl Resource {
    /// Every kind by its name in `site.toml`: its directive without `-src`.
    const NAMED: [(&str, Self); 7] = [
        ("connect", Self::Connect),
        ("font", Self::Font),
        ("frame", Self::Frame),
        ("img", Self::Img),
        ("media", Self::Media),
        ("script", Self::Script),
        ("style", Self::Style),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// Its name in `site.toml`.
    pub(crate) fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// What pages may load from other hosts: the hosts, by the kind of resource.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    hosts: BTreeMap<Resource, Vec<String>>,
    /// Where forms are sent to.
    forms: Vec<String>,
}

impl Policy {
    /// Reads `[policy]` of `site.toml`.
    pub(crate) fn read(&mut self, entries: &[Entry], reader: &mut FieldReader) {
        for entry in entries {
            let Some(kind) = Resource::named(&entry.key) else {
                reader.unknown(entry, "policy.", &Resource::NAMED.map(|(name, _)| name));
                continue;
            };
            for (host, at) in reader.texts(entry, |host| vec![host.to_owned()]) {
                if !self.allow(kind, &host) {
                    let message = format!("\"{host}\" in \"policy.{}\" is not the https address of a host", entry.key);
                    reader.error(at, message, format!("write {} = [\"https://host.example\"]", entry.key));
                }
            }
        }
    }

    /// Allows one address of another host, for which [`Policy::can_open`] is true.
    pub(crate) fn open(&mut self, kind: Resource, url: &str) {
        self.hosts.entry(kind).or_default().push(url.to_owned());
    }

    /// Whether a policy can name an address: it has no character that ends a source.
    pub(crate) fn can_open(url: &str) -> bool {
        !url.contains(|c: char| c.is_whitespace() || ",;\"'?#".contains(c))
    }

    /// Allows forms to be sent to the host of an address.
    pub(crate) fn allow_form(&mut self, url: &str) {
        self.forms.extend(host(url));
    }

    /// Allows a kind of resource from a host: `https://images.example`, or `https://*.images.example` for its
    /// subdomains. `false` if it is not the `https` address of a host.
    fn allow(&mut self, kind: Resource, host: &str) -> bool {
        let name = host.strip_prefix("https://").unwrap_or_default();
        let (name, port) = name.split_once(':').unwrap_or((name, "443"));
        let labels: Vec<&str> = name.strip_prefix("*.").unwrap_or(name).split('.').collect();
        let plain = |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let right = labels.len() > 1 && labels.iter().all(plain) && port.parse::<u16>().is_ok();
        if right {
            self.hosts.entry(kind).or_default().push(host.to_ascii_lowercase());
        }
        right
    }

    /// The policy of a document that runs and asks nothing of other hosts but what is opened for it.
    pub(crate) fn without_programs_of_others(&self) -> Self {
        let mut policy = self.clone();
        policy.hosts.retain(|kind, _| !matches!(kind, Resource::Connect | Resource::Script));
        policy.forms.clear();
        policy
    }

    /// Whether a kind of resource is allowed from the host of a URL.
    pub(crate) fn allows(&self, kind: Resource, address: &str) -> bool {
        let address = address.to_ascii_lowercase();
        let Some(rest) = address.strip_prefix("https:").unwrap_or(&address).strip_prefix("//") else { return false };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        self.hosts.get(&kind).into_iter().flatten().filter_map(|allowed| allowed.strip_prefix("https://")).any(
            |allowed| match allowed.strip_prefix('*') {
                Some(below) => host.ends_with(below),
                None => host == allowed,
            },
        )
    }

    /// Whether a kind of resource is allowed from any other host.
    pub(crate) fn allows_any(&self, kind: Resource) -> bool {
        self.hosts.contains_key(&kind)
    }

    /// Whether a policy can name a host: not `https://localhost`, nor one with a user or with letters outside ASCII.
    pub(crate) fn can_allow(host: &str) -> bool {
        Self::default().allow(Resource::Img, host) && !host.contains('*')
    }

    /// The lines of `site.toml` that allow a kind of resource from hosts, in addition to those allowed already.
    pub(crate) fn lines(&self, kind: Resource, hosts: &[&str]) -> String {
        // Counters open addresses with paths, which `[policy]` does not take, and which stay open without it.
        let known = self.hosts.get(&kind).into_iter().flatten().map(String::as_str);
        let known: Vec<&str> = known.filter(|host| Self::default().allow(kind, host)).collect();
        let new = hosts.iter().filter(|host| !known.contains(host));
        let hosts: Vec<String> = known.iter().chain(new).map(|host| format!("\"{host}\"")).collect();
        format!("[policy]\n{} = [{}]", kind.name(), hosts.join(", "))
    }

    /// The `meta` tags for a document with these inline scripts and styles. They are allowed by their hashes, so that
    /// the browser ignores any that a text may inject.
    pub(crate) fn tags(&self, html: &str) -> String {
        let mut policy = String::new();
        for (kind, own) in NEEDS {
            let mut sources: Vec<String> = Vec::from_iter((!own.is_empty()).then(|| own.to_owned()));
            if matches!(kind, "script" | "style") {
                sources.extend(inline(html, kind).map(hash));
            }
            let allowed = Resource::named(kind).and_then(|kind| self.hosts.get(&kind));
            sources.extend(allowed.into_iter().flatten().cloned());
            let sources = if sources.is_empty() { "'none'".to_owned() } else { sources.join(" ") };
            let _ = match kind {
                "" if self.forms.is_empty() => write!(policy, "{own}'none'"),
                "" => write!(policy, "{own}{}", self.forms.join(" ")),
                _ => write!(policy, "{kind}-src {sources}; "),
            };
        }
        format!(
            "\n<meta http-equiv=\"content-security-policy\" content=\"{policy}\">\
             \n<meta name=\"referrer\" content=\"strict-origin-when-cross-origin\">"
        )
    }
}

/// The host of a full HTTP or HTTPS URL, as a policy names it.
pub(crate) fn host(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("//")?;
    if !["", "https:", "http:"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let host = rest.split(['/', '?', '#', '\\']).next().filter(|host| !host.is_empty())?;
    Some(format!("https://{}", host.to_ascii_lowercase()))
}

/// The content of the elements of a name that have no `src`.
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

/// The hash of a text as a policy names it. Browsers read a CRLF as LF.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.replace("\r\n", "\n"))))
}
