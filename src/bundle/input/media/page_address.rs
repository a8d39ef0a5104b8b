//! A web address in its parts, of which only those that are ids are put into another address.

/// The address of a page, in its parts.
pub(super) struct Address<'a> {
    /// In lower case.
    pub(super) host: String,
    /// The parts of the path.
    pub(super) path: Vec<&'a str>,
    query: &'a str,
}

impl<'a> Address<'a> {
    /// The parts of a web address. `None` if its host has a user, a port, or letters outside ASCII: no service has.
    pub(super) fn of(url: &'a str) -> Option<Self> {
        let (_, rest) = url.split_once("//")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at(end);
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        if !host.bytes().all(plain) {
            return None;
        }
        let host = host.to_ascii_lowercase();
        let rest = rest.split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(Self { host, path, query })
    }

    /// Its host, without `www.` or `m.`.
    pub(super) fn name(&self) -> &str {
        ["www.", "m."].iter().find_map(|prefix| self.host.strip_prefix(prefix)).unwrap_or(&self.host)
    }

    /// The value of a key of the query.
    pub(super) fn value(&self, key: &str) -> Option<&'a str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
    }

    /// The value of a key of the query that is an id.
    pub(super) fn id(&self, key: &str) -> Option<&'a str> {
        self.value(key).filter(|value| is_id(value))
    }
}

/// Whether a part of an address is an id, which means nothing within another address.
pub(super) fn is_id(part: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !part.is_empty() && part.len() <= 100 && part.bytes().all(plain)
}

/// Whether a part of an address is a number.
pub(super) fn is_number(part: &str) -> bool {
    is_id(part) && part.bytes().all(|byte| byte.is_ascii_digit())
}
