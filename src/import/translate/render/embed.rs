//! Videos, posts and examples of other sites: in a paragraph of their own what this site shows in a frame, else links.

use super::{Call, Rendered};
use crate::bundle::input::media::frame;

/// Names of tags, the address before and after the id, and the text of the link.
const SITES: [(&[&str], &str, &str, &str); 16] = [
    (
        &[
            "youtube",
            "youtubelite",
            "youtubesimple",
            "liteyoutube",
            "youtubeembed",
            "liteyoutubeembed",
            "yt",
            "youtubeplayer",
        ],
        "https://www.youtube.com/watch?v=",
        "",
        "Video on YouTube",
    ),
    (&["vimeo", "vimeosimple", "vimeoembed"], "https://vimeo.com/", "", "Video on Vimeo"),
    (&["bilibili", "bilibiliembed"], "https://www.bilibili.com/video/", "/", "Video on Bilibili"),
    (
        &["tweet", "twitter", "x", "tweetsimple", "xsimple", "twittersimple", "xembed"],
        "https://x.com/i/status/",
        "",
        "Post on X",
    ),
    (&["instagram", "instagramsimple"], "https://www.instagram.com/p/", "/", "Post on Instagram"),
    (&["github", "githubcard", "githubrepo"], "https://github.com/", "", "Project on GitHub"),
    (&["gist"], "https://gist.github.com/", "", "Code on GitHub Gist"),
    (&["jsfiddle"], "https://jsfiddle.net/", "/", "Example on JSFiddle"),
    (&["codesandbox"], "https://codesandbox.io/s/", "", "Example on CodeSandbox"),
    (&["stackblitz"], "https://stackblitz.com/edit/", "", "Example on StackBlitz"),
    (&["codepen"], "https://codepen.io/", "", "Example on CodePen"),
    (&["asciinema"], "https://asciinema.org/a/", "", "Recording on asciinema"),
    (&["spotify"], "https://open.spotify.com/", "", "Recording on Spotify"),
    (&["soundcloud"], "https://soundcloud.com/", "", "Recording on SoundCloud"),
    (&["speakerdeck"], "https://speakerdeck.com/player/", "", "Slides on Speaker Deck"),
    (&["ted"], "https://www.ted.com/talks/", "", "Talk at TED"),
];

/// Tags that show whatever is at an address.
const ADDRESSES: [(&[&str], &str); 4] = [
    (&["video", "videoplayer", "bvideo"], "Video"),
    (&["audio", "podcast", "music"], "Recording"),
    (&["iframe", "embed", "oembed", "pdf", "linkcard", "bookmark", "bluesky", "mastodon", "toot", "qr"], ""),
    (&["button", "linkbutton", "btn", "buttonlink"], ""),
];

pub(super) fn render(call: &Call<'_>) -> Option<Rendered> {
    let (address, label) = site(call).or_else(|| address(call))?;
    let title = call
        .arguments
        .first(&["title", "label", "caption"])
        .or(call.body.filter(|body| !body.is_empty() && !body.contains('\n')));
    let line = call.page.line_start(call.start);
    let before = &call.page.text[line..call.start];
    let begins = super::super::page::prefix(before).is_some() && !matches!(call.name, "button" | "btn");
    // A paragraph of an item may be part of its line.
    let alone = begins && before.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'>'));
    let frame = frame::known(&address).filter(|_| alone);
    let name = frame.as_ref().map_or(&address, |frame| &frame.name);
    let title = title.filter(|title| *title != address);
    let label = title.unwrap_or(if label.is_empty() { name } else { label });
    let label = label.replace('[', "\\[").replace(']', "\\]");
    let (sign, kind) = if frame.is_some() { ("!", "frame") } else { ("", "link") };
    let text = format!("{sign}[{label}]({})", address.replace(' ', "%20"));
    Some(Rendered { block: begins, ..Rendered::inline(text, format!("{} → {kind}", call.written)) })
}

fn site(call: &Call<'_>) -> Option<(String, &'static str)> {
    let (_, before, after, label) = SITES.iter().find(|(names, ..)| names.contains(&call.name))?;
    let arguments = call.arguments;
    let keys = ["id", "videoid", "video_id", "url", "src", "link", "slug", "slughash", "slug_hash", "embedid", "repo"];
    let id = arguments.named_or(&keys, 0)?.trim();
    if id.starts_with("http") {
        return Some((id.to_owned(), label));
    }
    let user = arguments.first(&["user", "username"]);
    let two = || arguments.first(&["id"]).or_else(|| arguments.at(1));
    let path = match (call.name, user) {
        ("gist", None) if id.chars().all(|c| c.is_ascii_alphanumeric()) && arguments.at(1).is_some_and(is_id) => {
            format!("{id}/{}", two()?)
        }
        ("gist", Some(user)) => format!("{user}/{id}"),
        ("codepen", user) => format!("{}/pen/{id}", user?),
        ("spotify", _) => format!("{}/{}", arguments.named_or(&["type"], 0)?, two()?),
        (name, Some(user)) if name.starts_with(['t', 'x']) => {
            return Some((format!("https://x.com/{user}/status/{id}"), label));
        }
        _ => id.to_owned(),
    };
    let path = path.trim_start_matches('/');
    (!path.contains(['<', '>', '{', '"'])).then(|| (format!("{before}{path}{after}"), *label))
}

/// Whether an argument of `gist` is an id, and not a file.
fn is_id(word: &str) -> bool {
    word.len() > 4 && word.chars().all(|c| c.is_ascii_hexdigit())
}

fn address(call: &Call<'_>) -> Option<(String, &'static str)> {
    let (_, label) = ADDRESSES.iter().find(|(names, _)| names.contains(&call.name))?;
    let keys = ["src", "url", "href", "link", "mp4", "file", "path", "text"];
    let is_address = |word: &&str| {
        word.starts_with("http") || word.starts_with(['/', '.']) || word.contains('.') && !word.contains(' ')
    };
    let address = call.arguments.first(&keys).or_else(|| call.arguments.words().find(is_address))?;
    is_address(&address).then(|| (address.to_owned(), *label))
}
