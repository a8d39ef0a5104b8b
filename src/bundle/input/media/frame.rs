//! The frame of a page of another host.

use super::page_address::Address;
use super::services::{SERVICES, Shape};
use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::{Policy, Resource, host};
use crate::markdown::destination::{Destination, Kind};

/// A page that is made for frames.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Its full address.
    pub(crate) address: String,
    /// Whose it is, such as `YouTube`.
    pub(crate) name: String,
    pub(crate) shape: Shape,
}

/// The frame that shows the page at an address: that of a known service, or the page itself if pages may load frames of
/// its host, and no pictures. Never a page of the site: with what frames may do, it could leave its sandbox.
pub(crate) fn frame(written: &str, config: &Config) -> Option<Frame> {
    let Destination { kind: Kind::Web, url } = Destination::new(written) else { return None };
    let frame = known(&url).or_else(|| of_allowed_host(url, &config.policy))?;
    host(&frame.address).filter(|host| !config.site.origin.eq_ignore_ascii_case(host)).map(|_| frame)
}

/// The page at an address itself.
fn of_allowed_host(url: String, policy: &Policy) -> Option<Frame> {
    let is_page = policy.allows(Resource::Frame, &url) && !policy.allows(Resource::Img, &url);
    let name = host(&url)?.trim_start_matches("https://").to_owned();
    is_page.then_some(Frame { address: url, name, shape: Shape::Film })
}

/// The frame of a page of a known service.
pub(crate) fn known(url: &str) -> Option<Frame> {
    let address = Address::of(url)?;
    SERVICES.iter().find_map(|service| {
        let shown = (service.frame)(&address)?;
        Some(Frame { address: shown, name: service.name.to_owned(), shape: service.shape })
    })
}

#[cfg(test)]
mod tests {
    use super::known;

    fn shown(url: &str) -> Option<String> {
        known(url).map(|frame| frame.address)
    }

    #[test]
    fn the_page_of_a_service_has_a_frame() {
        let youtube = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1";
        for (url, frame) in [
            ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", youtube),
            ("http://youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&feature=share", youtube),
            ("https://m.youtube.com/watch?v=dQw4w9WgXcQ#t", youtube),
            ("https://youtu.be/dQw4w9WgXcQ?si=a", youtube),
            ("https://www.youtube.com/shorts/dQw4w9WgXcQ", youtube),
            ("https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0", youtube),
            ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", youtube),
            ("https://youtu.be/dQw4w9WgXcQ?t=1m30s", &format!("{youtube}&start=90")),
            ("https://www.youtube.com/embed/dQw4w9WgXcQ?start=12", &format!("{youtube}&start=12")),
            (
                "https://www.youtube.com/playlist?list=PL_1-2",
                "https://www.youtube-nocookie.com/embed/videoseries?list=PL_1-2&autoplay=1",
            ),
            ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"),
            ("https://vimeo.com/1/ab2", "https://player.vimeo.com/video/1?autoplay=1&dnt=1&h=ab2"),
            ("https://player.vimeo.com/video/1?h=ab2", "https://player.vimeo.com/video/1?autoplay=1&dnt=1&h=ab2"),
            ("https://open.spotify.com/intl-de/track/a1?si=b", "https://open.spotify.com/embed/track/a1"),
            (
                "https://soundcloud.com/ada/notes-1",
                "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/ada/notes-1&auto_play=true",
            ),
            ("https://asciinema.org/a/14", "https://asciinema.org/a/14/iframe?autoplay=1"),
            ("https://codepen.io/ada/pen/aB1", "https://codepen.io/ada/embed/aB1?default-tab=result"),
            ("https://mastodon.example/@ada/113", "https://mastodon.example/@ada/113/embed"),
        ] {
            assert_eq!(shown(url).as_deref(), Some(frame), "{url}");
        }
    }

    #[test]
    fn other_pages_and_look_alikes_have_none() {
        for url in [
            "https://www.youtube.com/@ada",
            "https://www.youtube.com/watch?v=",
            "https://www.youtube.com/watch?v=a\"onload=x",
            "https://www.youtube.com/watch?v=a%22",
            "https://www.youtube.com/watch?v=../x",
            "https://www.youtube.com/watch?v=é",
            "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
            "https://evilyoutube.com/watch?v=dQw4w9WgXcQ",
            "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
            "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ",
            "https://youtube.com:8080/watch?v=dQw4w9WgXcQ",
            "https://youtube.com\\@evil.example/watch?v=dQw4w9WgXcQ",
            "https://vimeo.com/about",
            "https://open.spotify.com/user/ada",
            "https://mastodon.example/@ada",
            "https://mastodon.example/@ada/113/b",
            "https:///watch?v=a",
            "",
        ] {
            assert_eq!(shown(url), None, "{url}");
        }
    }
}
