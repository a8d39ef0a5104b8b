//! The services whose pages have a frame, and its address, as their documentation of embeds has it.
//!
//! A frame is loaded when a reader presses for it: so a film begins at once.

use super::page_address::{Address, is_id, is_number};

/// How much room a frame needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A film: 16 to 9.
    Film,
    /// A player of sound, as high as a few lines.
    Strip,
    /// A post or a program, as high as half a screen.
    Page,
}

/// A service.
pub(super) struct Service {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    /// The address of the frame for a page of the service. Of the page, it has ids alone.
    pub(super) frame: fn(&Address<'_>) -> Option<String>,
}

pub(super) const SERVICES: [Service; 10] = [
    Service { name: "YouTube", shape: Shape::Film, frame: youtube },
    Service { name: "Vimeo", shape: Shape::Film, frame: vimeo },
    Service { name: "Dailymotion", shape: Shape::Film, frame: dailymotion },
    Service { name: "Bilibili", shape: Shape::Film, frame: bilibili },
    Service { name: "TED", shape: Shape::Film, frame: ted },
    Service { name: "asciinema", shape: Shape::Film, frame: asciinema },
    Service { name: "Spotify", shape: Shape::Strip, frame: spotify },
    Service { name: "SoundCloud", shape: Shape::Strip, frame: soundcloud },
    Service { name: "CodePen", shape: Shape::Page, frame: codepen },
    Service { name: "Mastodon", shape: Shape::Page, frame: mastodon },
];

/// From the host that sets no cookie until the film plays.
fn youtube(address: &Address<'_>) -> Option<String> {
    let id = match (address.name(), &address.path[..]) {
        ("youtu.be", [id]) => id,
        ("youtube.com" | "music.youtube.com", ["watch"]) => address.id("v")?,
        ("youtube.com" | "youtube-nocookie.com", ["embed", "videoseries"]) | ("youtube.com", ["playlist"]) => {
            let list = address.id("list")?;
            return Some(format!("https://www.youtube-nocookie.com/embed/videoseries?list={list}&autoplay=1"));
        }
        ("youtube.com" | "youtube-nocookie.com", ["embed" | "shorts" | "live" | "v", id]) => id,
        _ => return None,
    };
    let start = address.value("t").or(address.value("start")).and_then(seconds);
    let start = start.map(|start| format!("&start={start}")).unwrap_or_default();
    is_id(id).then(|| format!("https://www.youtube-nocookie.com/embed/{id}?autoplay=1{start}"))
}

/// The seconds of `90`, `90s` or `1h2m3s`.
fn seconds(time: &str) -> Option<u32> {
    let (mut seconds, mut number) = (0_u32, String::new());
    for c in time.chars() {
        let unit = match c {
            '0'..='9' => {
                number.push(c);
                continue;
            }
            'h' => 3600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(std::mem::take(&mut number).parse::<u32>().ok()?.checked_mul(unit)?)?;
    }
    let rest = if number.is_empty() { 0 } else { number.parse().ok()? };
    seconds.checked_add(rest).filter(|seconds| *seconds > 0)
}

/// `h`: the key to a film that is in no list. `dnt`: the player keeps no data about the session.
fn vimeo(address: &Address<'_>) -> Option<String> {
    let (id, key) = match (address.name(), &address.path[..]) {
        ("vimeo.com", [id] | ["channels", _, id]) => (id, None),
        ("vimeo.com", [id, key]) => (id, Some(*key)),
        ("player.vimeo.com", ["video", id]) => (id, address.id("h")),
        _ => return None,
    };
    let key = key.filter(|key| is_id(key)).map(|key| format!("&h={key}")).unwrap_or_default();
    is_number(id).then(|| format!("https://player.vimeo.com/video/{id}?autoplay=1&dnt=1{key}"))
}

fn dailymotion(address: &Address<'_>) -> Option<String> {
    let id = match (address.name(), &address.path[..]) {
        ("dailymotion.com", ["video", id] | ["embed", "video", id]) | ("dai.ly", [id]) => id,
        ("geo.dailymotion.com", ["player.html"]) => address.id("video")?,
        _ => return None,
    };
    is_id(id).then(|| format!("https://geo.dailymotion.com/player.html?video={id}"))
}

fn bilibili(address: &Address<'_>) -> Option<String> {
    let id = match (address.name(), &address.path[..]) {
        ("bilibili.com", ["video", id]) => id,
        ("player.bilibili.com", ["player.html"]) => address.id("bvid")?,
        _ => return None,
    };
    (is_id(id) && id.starts_with("BV")).then(|| format!("https://player.bilibili.com/player.html?bvid={id}&autoplay=1"))
}

fn ted(address: &Address<'_>) -> Option<String> {
    match (address.name(), &address.path[..]) {
        ("ted.com" | "embed.ted.com", ["talks", id]) if is_id(id) => Some(format!("https://embed.ted.com/talks/{id}")),
        _ => None,
    }
}

fn asciinema(address: &Address<'_>) -> Option<String> {
    match (address.name(), &address.path[..]) {
        ("asciinema.org", ["a", id] | ["a", id, "iframe"]) if is_id(id) => {
            Some(format!("https://asciinema.org/a/{id}/iframe?autoplay=1"))
        }
        _ => None,
    }
}

fn spotify(address: &Address<'_>) -> Option<String> {
    let path = match &address.path[..] {
        [language, rest @ ..] if language.starts_with("intl-") => rest,
        ["embed", rest @ ..] | rest => rest,
    };
    match (address.name(), path) {
        ("open.spotify.com", [kind @ ("track" | "album" | "playlist" | "episode" | "show" | "artist"), id])
            if is_id(id) =>
        {
            Some(format!("https://open.spotify.com/embed/{kind}/{id}"))
        }
        _ => None,
    }
}

fn soundcloud(address: &Address<'_>) -> Option<String> {
    match (address.name(), &address.path[..]) {
        ("soundcloud.com", [user, rest @ ..])
            if matches!(rest.len(), 1 | 2) && address.path.iter().all(|part| is_id(part)) =>
        {
            let path = [&[*user], rest].concat().join("/");
            Some(format!("https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/{path}&auto_play=true"))
        }
        _ => None,
    }
}

fn codepen(address: &Address<'_>) -> Option<String> {
    match (address.name(), &address.path[..]) {
        ("codepen.io", [user, "pen" | "embed" | "full" | "details", id]) if is_id(user) && is_id(id) => {
            Some(format!("https://codepen.io/{user}/embed/{id}?default-tab=result"))
        }
        _ => None,
    }
}

/// A post on a server of Mastodon, which may have any host. Only its addresses have this form.
fn mastodon(address: &Address<'_>) -> Option<String> {
    match &address.path[..] {
        [user, id] | [user, id, "embed"] if is_number(id) && address.host.contains('.') => {
            let name = user.strip_prefix('@')?;
            is_id(name).then(|| format!("https://{}/@{name}/{id}/embed", address.host))
        }
        _ => None,
    }
}
