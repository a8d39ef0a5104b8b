//! Values of other people, of which only valid ones can be made. A file with another is refused with its line.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use url::Url;

/// In bytes. Longer addresses are not those of people or posts.
const LONGEST_URL: usize = 1000;

/// An address on the web.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct WebUrl(String);

impl WebUrl {
    /// An address with the scheme http or https, and nothing that a browser would read otherwise.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let url = Url::parse(written).ok().filter(|_| written.len() <= LONGEST_URL)?;
        let is_plain = url.username().is_empty() && url.password().is_none() && url.has_host();
        (matches!(url.scheme(), "http" | "https") && is_plain).then(|| Self(url.into()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Its host, in lower case.
    pub(crate) fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
    }
}

impl TryFrom<String> for WebUrl {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        Self::parse(&written).ok_or_else(|| format!("\"{written}\" is no address on the web"))
    }
}

impl From<WebUrl> for String {
    fn from(url: WebUrl) -> Self {
        url.0
    }
}

/// An instant, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Time(pub(crate) Timestamp);

impl Time {
    /// A time of RFC 3339; one without an offset is in UTC.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let instant = written.parse::<Timestamp>().ok();
        let local = || TimeZone::UTC.to_timestamp(written.parse::<DateTime>().ok()?).ok();
        let instant = instant.or_else(local)?;
        Timestamp::from_second(instant.as_second()).ok().map(Self)
    }
}

impl TryFrom<String> for Time {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        Self::parse(&written).ok_or_else(|| format!("\"{written}\" is no time such as 2026-03-01T12:00:00Z"))
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.0.to_string()
    }
}

/// The name of a picture in the folder of the conversations, made from a hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct AvatarName(String);

impl AvatarName {
    /// Reads a name: 16 digits of a hash, and `.webp`.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let digits = name.strip_suffix(".webp")?;
        let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
        (digits.len() == 16 && digits.bytes().all(is_digit)).then(|| Self(name.to_owned()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AvatarName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::parse(&name).ok_or_else(|| format!("\"{name}\" is no name of a picture here"))
    }
}

impl From<AvatarName> for String {
    fn from(name: AvatarName) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::{AvatarName, Time, WebUrl};

    #[test]
    fn only_addresses_on_the_web_are_read() {
        for (written, host) in [("https://A.example/@b?c#d", "a.example"), ("http://a.example:81", "a.example")] {
            assert_eq!(WebUrl::parse(written).as_ref().map(WebUrl::host), Some(host), "{written}");
        }
        for written in ["", "javascript:alert(1)", "//a.example", "/a", "data:text/html,x", "https://a@b.example/"] {
            assert_eq!(WebUrl::parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_time_is_kept_to_the_second() {
        for (written, kept) in [
            ("2026-03-01T12:00:00.123Z", "2026-03-01T12:00:00Z"),
            ("2026-03-01T12:00:00+02:00", "2026-03-01T10:00:00Z"),
            ("2026-03-01T12:00:00", "2026-03-01T12:00:00Z"),
        ] {
            assert_eq!(Time::parse(written).map(String::from).as_deref(), Some(kept));
        }
        assert_eq!(Time::parse("yesterday"), None);
    }

    #[test]
    fn a_name_of_a_picture_leads_nowhere_else() {
        assert!(AvatarName::parse("0123456789abcdef.webp").is_some());
        for name in ["../../etc/passwd", "0123456789abcdef.html", "0123456789ABCDEF.webp", ".webp"] {
            assert_eq!(AvatarName::parse(name), None, "{name}");
        }
    }
}
