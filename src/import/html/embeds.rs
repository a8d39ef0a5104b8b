//! Pages, films and recordings of other hosts become frames, where this site has them, or links; films and recordings in
//! files stay HTML.

use percent_encoding::percent_decode_str;

use super::convert::Convert;
use super::raw;
use crate::bundle::input::media::frame;
use crate::markdown::compose::{Block, Mark, Token, paragraphs};

/// Scripts that only dress what is in the text already, such as a quoted post.
const WIDGETS: [&str; 9] = [
    "platform.twitter.com",
    "platform.x.com",
    "instagram.com/embed",
    "connect.facebook.net",
    "tiktok.com/embed",
    "embed.bsky.app",
    "embed.redditmedia.com",
    "static.codepen.io",
    "cpwebassets.codepen.io",
];

impl Convert<'_> {
    /// What embeds something, as a block.
    pub(super) fn embedded(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let name = tree.element(id).unwrap_or_default();
        if matches!(name, "video" | "audio") && source(self, id).is_some() {
            self.notes.translated(super::KEPT_AS_HTML);
            let html = raw::html(tree, id);
            // Of these elements, a line with nothing but the tag begins a block.
            let html =
                html.find('>').map_or(html.clone(), |end| [&html[..=end], "\n", html[end + 1..].trim_start()].concat());
            return vec![Block::other(html)];
        }
        embed(self, id).map(|tokens| paragraphs(tokens, &[])).unwrap_or_default()
    }
}

/// What embeds something, as a picture that becomes a frame, or as a link.
pub(super) fn embed(convert: &mut Convert<'_>, id: usize) -> Option<Vec<Token>> {
    let tree = convert.tree;
    let name = tree.element(id)?.to_owned();
    let line = tree.node(id).line;
    let source = source(convert, id);
    if name == "script" {
        let source = source.unwrap_or_default();
        if let Some(gist) = source.strip_suffix(".js").filter(|source| source.contains("gist.github.com")) {
            convert.notes.translated("embedded code → link");
            return Some(link(gist, "Code on GitHub"));
        }
        let dresses = WIDGETS.iter().any(|widget| source.contains(widget));
        let data = tree.attribute(id, "type").is_some_and(|kind| kind.contains("json"));
        if !dresses && !data {
            convert.left_out(id, "script");
        }
        return None;
    }
    let Some(source) = source else {
        convert.left_out(id, &name);
        return Some(Vec::new());
    };
    let (address, label) = page(&source);
    let title = tree.attribute(id, "title").filter(|title| !title.is_empty()).unwrap_or(label);
    if frame::known(&address).is_some() {
        convert.notes.translated("embedded page or film → frame");
        return Some(vec![Token::Image { alt: title.to_owned(), src: address, title: String::new() }]);
    }
    if name == "iframe" && label == OTHER {
        let message = format!("an <iframe> is a link now: {address}");
        let remedy = "to show it, write ![what it shows](address) in a paragraph of its own, and allow its host in site.toml: \
                      [policy] frame";
        convert.notes.open(line, message, remedy);
    } else {
        convert.notes.translated("embedded page or film → link");
    }
    Some(link(&address, title))
}

fn link(address: &str, title: &str) -> Vec<Token> {
    let mark = Mark::Link(address.to_owned(), String::new());
    vec![Token::Open(mark.clone()), Token::Text(title.to_owned()), Token::Close(mark)]
}

/// The address that an element loads.
fn source(convert: &Convert<'_>, id: usize) -> Option<String> {
    let tree = convert.tree;
    let of = |node: usize| {
        let keys = ["src", "data", "data-src", "data-lazy-src"];
        keys.iter()
            .find_map(|key| tree.attribute(node, key))
            .filter(|source| !source.is_empty() && *source != "about:blank")
    };
    let inside =
        || tree.descendants(id).filter(|node| tree.is(*node, "source") || tree.is(*node, "embed")).find_map(of);
    of(id)
        .or_else(inside)
        .map(|source| source.strip_prefix("//").map_or(source.to_owned(), |rest| ["https://", rest].concat()))
}

const OTHER: &str = "Embedded page";

/// The page that a reader would open for an embedded address, and what it is.
fn page(source: &str) -> (String, &'static str) {
    let after = |sign: &str| source.split_once(sign).map(|(_, rest)| rest);
    let first = |rest: &str| rest.split(['?', '&', '/', '#']).next().unwrap_or_default().to_owned();
    if let Some(rest) = after("youtube.com/embed/").or_else(|| after("youtube-nocookie.com/embed/")) {
        let start = after("start=").map(first).filter(|start| !start.is_empty());
        let start = start.map(|start| format!("&t={start}")).unwrap_or_default();
        return (format!("https://www.youtube.com/watch?v={}{start}", first(rest)), "Video on YouTube");
    }
    if let Some(rest) = after("player.vimeo.com/video/") {
        return (format!("https://vimeo.com/{}", first(rest)), "Video on Vimeo");
    }
    if let Some(rest) = after("open.spotify.com/embed/") {
        return (
            format!("https://open.spotify.com/{}", rest.split('?').next().unwrap_or_default()),
            "Recording on Spotify",
        );
    }
    if let Some(rest) = after("w.soundcloud.com/player/").and_then(|query| query.split_once("url=")) {
        let address = rest.1.split('&').next().unwrap_or_default();
        return (percent_decode_str(address).decode_utf8_lossy().into_owned(), "Recording on SoundCloud");
    }
    if source.contains("codepen.io/") && source.contains("/embed/") {
        return (source.replacen("/embed/", "/pen/", 1), "Example on CodePen");
    }
    let known = [
        ("youtube.com", "Video on YouTube"),
        ("videopress.com", "Video"),
        ("dailymotion.com", "Video on Dailymotion"),
        (".mp4", "Video"),
        (".webm", "Video"),
        (".mp3", "Recording"),
        (".ogg", "Recording"),
        (".swf", "Film"),
    ];
    let label = known.iter().find(|(sign, _)| source.contains(sign)).map_or(OTHER, |(_, label)| *label);
    (source.to_owned(), label)
}
