//! Frames that an author has pasted as HTML, on lines of their own.

use super::embed::Embed;
use super::frame::{Frame, known};
use super::services::Shape;
use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::{Resource, host};
use crate::bundle::tags::scan::{Attribute, Kind, scan};
use crate::markdown::RawHtml;
use crate::markdown::destination::Destination;

/// Elements that are often around a frame, to give it a form.
const AROUND: [&str; 5] = ["center", "div", "figure", "p", "span"];

/// The page that a block of HTML shows, if it is an `<iframe>` of another host and nothing else. `None` where the page
/// shows the frame as it is written, because the owner allows HTML and its host.
pub(super) fn pasted(html: &RawHtml, config: &Config) -> Option<Embed> {
    if !html.block {
        return None;
    }
    let attributes = only_frame(&html.source)?;
    let value = |name: &str| attributes.iter().find(|attribute| attribute.name == name);
    let source = value("src")?;
    let url = Destination::new(&source.value).url;
    let frame = frame(&url, config)?;
    let allowed = config.policy.allows(Resource::Frame, &frame.address);
    let alt = value("title").map_or("", |title| title.value.trim()).to_owned();
    Some(Embed {
        span: html.span(&source.value_span),
        paragraph: Some(html.span(&(0..html.source.len()))),
        in_link: false,
        pasted: true,
        written: url,
        alt,
        title: String::new(),
        frame,
        allowed,
    })
}

/// The attributes of the frame in some HTML that has nothing else, except what is often around one.
fn only_frame(html: &str) -> Option<Vec<Attribute>> {
    // Fast path: most HTML has none.
    if !html.to_ascii_lowercase().contains("<iframe") {
        return None;
    }
    let (mut found, mut done, mut inside) = (None, 0, false);
    for token in scan(html) {
        let has_text = !html[done..token.span.start].trim().is_empty();
        // What is within a frame is for browsers without frames.
        if has_text && !inside {
            return None;
        }
        done = token.span.end;
        match token.kind {
            Kind::Open { name, attributes } if name == "iframe" && found.is_none() => {
                (found, inside) = (Some(attributes), true);
            }
            Kind::Close { name } if name == "iframe" => inside = false,
            Kind::Open { name, .. } | Kind::Close { name } if AROUND.contains(&&*name) => {}
            Kind::Comment { ended: true } => {}
            _ => return None,
        }
    }
    found.filter(|_| inside || html[done..].trim().is_empty())
}

/// The frame of an address: that of a known service or, if the owner allows only its own host, of that.
fn frame(url: &str, config: &Config) -> Option<Frame> {
    let name = host(url).filter(|_| url.starts_with("https://") || url.starts_with("//"))?;
    let as_written = config.policy.allows(Resource::Frame, url);
    if config.site.origin.eq_ignore_ascii_case(&name) || config.allow_html && as_written {
        return None;
    }
    let plain = name.trim_start_matches("https://").to_owned();
    let own = Frame { address: url.to_owned(), name: plain, shape: Shape::Film };
    let known = known(url).filter(|known| !as_written || config.policy.allows(Resource::Frame, &known.address));
    Some(known.unwrap_or(own))
}
