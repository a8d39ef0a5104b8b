//! Turns WordPress's shortcodes into the HTML that WordPress makes of them, before the text is parsed.

use std::collections::BTreeMap;

use super::raw::escaped;
use super::shortcode::{self, Shortcode};
use crate::bundle::input::media::frame;
use crate::import::notes::Notes;

/// Shortcodes whose content is code, and the language of each whose name is one.
const CODE: [&str; 24] = [
    "code",
    "sourcecode",
    "source",
    "highlight",
    "php",
    "python",
    "ruby",
    "bash",
    "css",
    "html",
    "java",
    "javascript",
    "js",
    "sql",
    "xml",
    "csharp",
    "cpp",
    "c",
    "go",
    "rust",
    "perl",
    "shell",
    "text",
    "plain",
];

/// Elements whose content is code.
const VERBATIM: [&str; 5] = ["pre", "code", "textarea", "script", "style"];

/// A name is not longer.
const MAX_NAME_BYTES: usize = 40;
/// How far the end of a shortcode that is not code is searched for.
const MAX_CONTENT_BYTES: usize = 20_000;

/// The HTML of a text. Code, tags and comments are passed over.
pub(super) fn translate(html: &str, notes: &mut Notes) -> String {
    let mut out = String::with_capacity(html.len());
    let lower = html.to_ascii_lowercase();
    let closes = VERBATIM.iter().map(|name| ["</", name].concat()).chain([">".to_owned()]);
    let closes = closes.filter_map(|close| Some((close.clone(), lower.rfind(&close)?))).collect();
    let mut walk = Walk { html, lower, done: 0, lines: (0, 1), ends: ends(html), closes };
    while let Some(at) = html[walk.done..].find(['[', '<']).map(|at| walk.done + at) {
        out.push_str(&html[walk.done..at]);
        walk.done = at;
        let end = if html[at..].starts_with('<') { walk.markup_end(at) } else { walk.bracket(at, &mut out, notes) };
        if html[at..].starts_with('<') {
            out.push_str(&html[at..end]);
        }
        walk.done = end;
    }
    out.push_str(&html[walk.done..]);
    out
}

struct Walk<'a> {
    html: &'a str,
    lower: String,
    done: usize,
    /// An offset, and the line that it is on.
    lines: (usize, usize),
    /// The last `[/name]` of each name: nothing is searched for after it.
    ends: BTreeMap<String, usize>,
    /// The last end of a tag, and of each element whose content is code.
    closes: BTreeMap<String, usize>,
}

fn ends(html: &str) -> BTreeMap<String, usize> {
    let name = |(at, _): (usize, &str)| {
        let near = &html[at + 2..html.floor_char_boundary(at + 2 + MAX_NAME_BYTES)];
        Some((near.split_once(']')?.0.to_owned(), at))
    };
    html.match_indices("[/").filter_map(name).collect()
}

impl Walk<'_> {
    /// The line of an offset. Offsets only grow.
    fn line(&mut self, at: usize) -> usize {
        let (from, line) = self.lines;
        let line = line + self.html[from..at].bytes().filter(|byte| *byte == b'\n').count();
        self.lines = (at, line);
        line
    }

    /// The end of a tag, a comment, or an element whose content is code.
    fn markup_end(&self, at: usize) -> usize {
        let rest = &self.lower[at..];
        let until = |end: &str| rest.find(end).map(|found| at + found + end.len());
        if rest.starts_with("<!--") {
            return until("-->").unwrap_or(self.html.len());
        }
        for name in VERBATIM {
            let is = rest[1..].strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '>', '\n']));
            let close = ["</", name].concat();
            if is && self.closes.get(&close).is_some_and(|last| *last > at) {
                return until(&close).unwrap_or(at + 1);
            }
        }
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if is_tag && self.closes.get(">").is_some_and(|last| *last > at) {
            until(">").unwrap_or(at + 1)
        } else {
            at + 1
        }
    }

    /// How far after an offset the end of a shortcode is searched for.
    fn reach(&self, name: &str, at: usize) -> usize {
        let ends = self.ends.get(name).is_some_and(|end| *end > at);
        match ends {
            true if CODE.contains(&name) => usize::MAX,
            true => MAX_CONTENT_BYTES,
            false => 0,
        }
    }

    /// Writes what a bracket is, and returns where it ends.
    fn bracket(&mut self, at: usize, out: &mut String, notes: &mut Notes) -> usize {
        let rest = &self.html[at..];
        // `[[name]]` shows `[name]`.
        if rest.starts_with("[[")
            && let Some(code) = shortcode::at(&rest[1..], |_| 0).filter(|code| rest[1 + code.length..].starts_with(']'))
            && (is_known(code.name) || code.has_attributes())
        {
            out.push_str(&rest[1..1 + code.length].replace('[', "&#91;"));
            return at + code.length + 2;
        }
        let Some(code) = shortcode::at(rest, |name| self.reach(name, at)) else {
            out.push('[');
            return at + 1;
        };
        match html_of(&code, notes) {
            Some(html) => {
                out.push_str(&html);
                at + code.length
            }
            None => {
                if code.has_attributes() || is_known(code.name) || code.content.is_some() && code.name.len() > 1 {
                    let line = self.line(at);
                    let (message, remedy) = unknown(&code);
                    notes.open(line, message, remedy);
                }
                out.push('[');
                at + 1
            }
        }
    }
}

fn is_known(name: &str) -> bool {
    CODE.contains(&name)
        || ["caption", "gallery", "embed", "audio", "video", "youtube", "vimeo", "playlist"].contains(&name)
}

/// What is told of a shortcode that stays as text.
fn unknown(code: &Shortcode<'_>) -> (String, &'static str) {
    let message = format!("the shortcode [{}] is shown as it is written", code.name);
    let remedy = match code.name {
        "gallery" | "playlist" => {
            "show each picture on a line of its own, one below the other: ![what it shows](./picture.jpg)"
        }
        "contact-form" | "contact-form-7" | "gravityform" | "wpforms" => {
            "link to a page that has the form, or to your address"
        }
        _ => "write in Markdown what it showed, or delete it",
    };
    (message, remedy)
}

/// The HTML of a known shortcode.
fn html_of(code: &Shortcode<'_>, notes: &mut Notes) -> Option<String> {
    let name = code.name;
    let (html, kind) = match name {
        "caption" | "wp_caption" => (caption(code)?, "figure"),
        _ if CODE.contains(&name) => (source_code(code)?, "code block"),
        "embed" => page(code.content?.trim()),
        "youtube" | "vimeo" | "soundcloud" | "spotify" | "twitter" | "tweet" | "instagram" | "gist" | "dailymotion"
        | "ted" | "slideshare" | "codepen" | "facebook" => page(&address(code)?),
        "audio" | "video" | "wpvideo" => (film(code)?, "HTML"),
        "latex" => (["$latex ", code.content?.trim(), "$"].concat(), "formula"),
        "quote" | "blockquote" => (["<blockquote>", code.content?, "</blockquote>"].concat(), "quote"),
        _ => return None,
    };
    notes.translated(&format!("[{name}] → {kind}"));
    Some(html)
}

/// A picture, with or without a link around it, and its caption.
fn caption(code: &Shortcode<'_>) -> Option<String> {
    let content = code.content?;
    let lower = content.to_ascii_lowercase();
    let image = lower.find("<img")?;
    let mut end = image + lower[image..].find('>')? + 1;
    if let Some(link) = lower[end..].find("</a>").filter(|link| lower[end..end + link].trim().is_empty()) {
        end += link + "</a>".len();
    }
    let words = match code.attribute("caption") {
        Some(words) => words.to_owned(),
        None => content[end..].trim().to_owned(),
    };
    Some(["<figure>", content[..end].trim(), "<figcaption>", &words, "</figcaption></figure>"].concat())
}

/// Code, byte for byte: escaped here, unless the editor has done so.
fn source_code(code: &Shortcode<'_>) -> Option<String> {
    let content = code.content?;
    let inline = !content.contains('\n') && code.name == "code" && !code.has_attributes();
    let content = content.strip_prefix("\r\n").or_else(|| content.strip_prefix('\n')).unwrap_or(content);
    let is_escaped =
        !content.contains('<') && ["&lt;", "&gt;", "&amp;", "&quot;"].iter().any(|sign| content.contains(sign));
    let text = if is_escaped { content.to_owned() } else { content.replace('&', "&amp;").replace('<', "&lt;") };
    if inline {
        return Some(["<code>", &text, "</code>"].concat());
    }
    let named = Some(code.name).filter(|name| !["code", "sourcecode", "source", "highlight"].contains(name));
    let language = code.attribute("language").or_else(|| code.attribute("lang")).or_else(|| code.word()).or(named);
    Some(format!("<pre><code class=\"language-{}\">{text}</code></pre>", escaped(language.unwrap_or_default())))
}

fn link(address: &str) -> String {
    format!("<p><a href=\"{0}\">{0}</a></p>", escaped(address))
}

/// A page of another host, and what becomes of it: a frame where this site has one, or a link.
fn page(address: &str) -> (String, &'static str) {
    let address = address.replace("&amp;", "&");
    match frame::known(&address) {
        Some(frame) => {
            let (address, name) = (escaped(&address), escaped(&frame.name));
            (format!("<p><iframe src=\"{address}\" title=\"{name}\"></iframe></p>"), "frame")
        }
        None => (link(&address), "link"),
    }
}

/// The page that a shortcode embeds.
fn address(code: &Shortcode<'_>) -> Option<String> {
    let named = ["url", "src", "href", "id"].iter().find_map(|key| code.attribute(key));
    let words = named.or_else(|| code.word()).or_else(|| code.attribute("v")).or(code.content.map(str::trim))?;
    if words.contains("//") {
        return Some(words.to_owned());
    }
    let page = match code.name {
        "youtube" => "https://www.youtube.com/watch?v=",
        "vimeo" => "https://vimeo.com/",
        "gist" => "https://gist.github.com/",
        "dailymotion" => "https://www.dailymotion.com/video/",
        "ted" => "https://www.ted.com/talks/",
        _ => return None,
    };
    Some([page, words].concat())
}

/// A film or a recording in a file.
fn film(code: &Shortcode<'_>) -> Option<String> {
    let kinds = ["src", "mp3", "m4a", "ogg", "wav", "flac", "mp4", "m4v", "webm", "ogv", "wmv", "flv"];
    let source =
        kinds.iter().find_map(|kind| code.attribute(kind)).or_else(|| code.word()).or(code.content.map(str::trim))?;
    let name = if code.name == "audio" { "audio" } else { "video" };
    // The player of old versions took further settings after a bar.
    let source = escaped(source.split('|').next().unwrap_or_default());
    let poster = code.attribute("poster").map(|poster| format!(" poster=\"{}\"", escaped(poster))).unwrap_or_default();
    (source.contains('/') || source.contains('.'))
        .then(|| format!("<{name} controls src=\"{source}\"{poster}></{name}>"))
}
