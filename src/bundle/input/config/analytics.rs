//! Reads `[analytics]`: the counters of visits. Each opens the policy for its own addresses only.

use super::content_security_policy::{Policy, Resource};
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};

const GOATCOUNTER_SCRIPT: &str = "https://gc.zgo.at/count.js";
const PLAUSIBLE: &str = "https://plausible.io";
const UMAMI_SCRIPT: &str = "https://cloud.umami.is/script.js";
/// Where the hosted Umami counts, besides the host of its script.
const UMAMI_GATEWAY: &str = "https://api-gateway.umami.dev/api/send";

/// A script that counts visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    /// Its address.
    pub src: String,
    /// The attribute that it is set up by, and its value.
    pub set_up: Option<(&'static str, String)>,
    /// Whether it counts only the page that is loaded, so that it has to be called after a navigation.
    pub counts_loads_only: bool,
}

/// Reads the counters, and allows what they load and send to.
pub(super) fn counters(entry: &Entry, policy: &mut Policy, reader: &mut FieldReader) -> Vec<Counter> {
    let mut counters = Vec::new();
    for entry in reader.table(entry) {
        let counter = match entry.key.as_str() {
            "goatcounter" => goatcounter(entry, policy, reader),
            "plausible" => plausible(entry, policy, reader),
            "umami" => umami(entry, policy, reader),
            "script" => address(entry, reader, "\"https://counter.example/script.js\"").map(|src| counter(src, None)),
            _ => {
                reader.unknown(entry, "analytics.", &["goatcounter", "plausible", "script", "umami"]);
                None
            }
        };
        if let Some(counter) = counter {
            policy.open(Resource::Script, &counter.src);
            counters.push(counter);
        }
    }
    counters
}

fn counter(src: String, set_up: Option<(&'static str, String)>) -> Counter {
    Counter { src, set_up, counts_loads_only: false }
}

fn goatcounter(entry: &Entry, policy: &mut Policy, reader: &mut FieldReader) -> Option<Counter> {
    let count = address(entry, reader, "\"https://me.goatcounter.com/count\"")?;
    policy.open(Resource::Connect, &count);
    policy.open(Resource::Img, &count);
    let set_up = Some(("data-goatcounter", count));
    Some(Counter { counts_loads_only: true, ..counter(GOATCOUNTER_SCRIPT.to_owned(), set_up) })
}

/// A domain, or `{ domain, host }` for a server of one's own.
fn plausible(entry: &Entry, policy: &mut Policy, reader: &mut FieldReader) -> Option<Counter> {
    let [domain, host] = parts(entry, ["domain", "host"], reader)?;
    let host = host.unwrap_or_else(|| PLAUSIBLE.to_owned());
    let host = host.trim_end_matches('/');
    policy.open(Resource::Connect, &format!("{host}/api/event"));
    Some(counter(format!("{host}/js/script.js"), Some(("data-domain", domain?))))
}

/// The id of a site, or `{ id, script }` for a server of one's own.
fn umami(entry: &Entry, policy: &mut Policy, reader: &mut FieldReader) -> Option<Counter> {
    let [id, script] = parts(entry, ["id", "script"], reader)?;
    let script = script.unwrap_or_else(|| {
        policy.open(Resource::Connect, UMAMI_GATEWAY);
        UMAMI_SCRIPT.to_owned()
    });
    let folder = script.rsplit_once('/').map_or(script.as_str(), |(folder, _)| folder);
    policy.open(Resource::Connect, &format!("{folder}/api/send"));
    Some(counter(script, Some(("data-website-id", id?))))
}

/// The values of two keys; a text alone is the first. The second is an address, and may be missing.
fn parts(entry: &Entry, keys: [&'static str; 2], reader: &mut FieldReader) -> Option<[Option<String>; 2]> {
    let Value::Table(entries) = &entry.value else { return Some([Some(reader.text(entry)?), None]) };
    let mut values = [None, None];
    for part in entries {
        match keys.iter().position(|key| *key == part.key) {
            Some(0) => values[0] = Some(reader.text(part)?),
            Some(_) => values[1] = Some(address(part, reader, "\"https://counter.example\"")?),
            None => reader.unknown(part, &format!("analytics.{}.", entry.key), &keys),
        }
    }
    if values[0].is_none() {
        let message = format!("\"analytics.{}\" has no {}", entry.key, keys[0]);
        reader.error(entry.key_at, message, format!("write {} = {{ {} = \"…\" }}", entry.key, keys[0]));
        return None;
    }
    Some(values)
}

/// A full `https` address that a policy can name: no space, comma or semicolon.
fn address(entry: &Entry, reader: &mut FieldReader, example: &str) -> Option<String> {
    let plain = |url: &&str| url.starts_with("https://") && Policy::can_open(url);
    let address = entry.value.words().filter(plain).map(str::to_owned);
    address.or_else(|| reader.wrong(entry, "a full address", example))
}
