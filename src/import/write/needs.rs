//! What texts need of the settings: HTML, and hosts that they load from.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::article::sanitise::allowed::{SAFE, is_html};
use crate::bundle::article::sanitise::{Html, Rules, UrlKind};
use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::{Resource, host};
use crate::bundle::input::media::frame;
use crate::content::Dialect;
use crate::markdown::inspect::anatomy;

/// What texts need.
#[derive(Clone, Debug, Default)]
pub(super) struct Needs {
    /// Whether they have HTML that is shown as text by default.
    pub(super) html: bool,
    /// The hosts that they load from, by the name of the kind in `[policy]`.
    pub(super) hosts: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Needs {
    /// What a text needs. Addresses of the old site are its own.
    pub(super) fn of(body: &str, is_own: &dyn Fn(&str) -> bool) -> Self {
        let inspection = anatomy(body, Dialect::default());
        let mut needs = Self::default();
        let mut load = |kind: Resource, address: &str| {
            let host = host(address).filter(|host| address.contains("//") && is_host(host) && !is_own(host));
            if let Some(host) = host {
                needs.hosts.entry(kind.name()).or_default().insert(host);
            }
        };
        for picture in inspection.references.iter().filter(|it| it.image) {
            match frame::known(&picture.written) {
                Some(frame) => load(Resource::Frame, &frame.address),
                None => load(Resource::Img, &picture.written),
            }
        }
        let mut config = Config::default();
        config.allow_html = true;
        for address in Html::new(&inspection.html, Rules::of(&config)).addresses() {
            if let UrlKind::Load(kind) = address.kind {
                load(kind, &address.written);
            }
        }
        for tag in inspection.html.iter().flat_map(|html| html.source.split('<').skip(1)) {
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            let name = name.to_ascii_lowercase();
            if name == "iframe" {
                tag.split("src=\"")
                    .nth(1)
                    .and_then(|rest| rest.split('"').next())
                    .into_iter()
                    .for_each(|url| load(Resource::Frame, url));
            }
            needs.html |= is_html(&name) && !SAFE.contains(&name.as_str());
        }
        needs
    }

    /// Adds what another text needs.
    pub(super) fn add(&mut self, other: &Self) {
        self.html |= other.html;
        for (kind, hosts) in &other.hosts {
            self.hosts.entry(kind).or_default().extend(hosts.iter().cloned());
        }
    }
}

/// Whether a policy can name a host.
fn is_host(host: &str) -> bool {
    let name = host.strip_prefix("https://").unwrap_or_default();
    let plain =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    name.contains('.') && name.split('.').all(plain)
}
