//! Reads `[newsletter]`: the form below posts by which readers subscribe.

use super::content_security_policy::Policy;
use super::links::full;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;

/// The form of a newsletter service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newsletter {
    /// Where the form is sent to.
    pub url: String,
    /// The name of the field that the address is in.
    pub field: String,
}

/// Reads the form, and allows pages to send it.
pub(super) fn newsletter(entry: &Entry, policy: &mut Policy, reader: &mut FieldReader) -> Option<Newsletter> {
    let (mut url, mut field) = (None, "email".to_owned());
    let entries = reader.table(entry);
    for entry in entries {
        match entry.key.as_str() {
            "url" => url = full(entry, reader),
            "field" => field = reader.text(entry).unwrap_or_default(),
            _ => reader.unknown(entry, "newsletter.", &["url", "field"]),
        }
    }
    if !entries.iter().any(|entry| entry.key == "url") {
        let remedy = "write url = \"https://…\", the address that the form of your service is sent to";
        reader.error(entry.key_at, "\"newsletter\" has no url", remedy);
    }
    let url = url?;
    policy.allow_form(&url);
    Some(Newsletter { url, field })
}
