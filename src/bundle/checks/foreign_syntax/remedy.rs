//! What to write in place of another engine's syntax.

use super::kind::Kind;

/// What to write instead; and how to show it as it is, where that is what its author wants.
pub(super) fn of(kind: Kind, name: &str) -> String {
    let instead = match kind {
        Kind::Shortcode | Kind::Tag | Kind::Expression | Kind::Directive | Kind::Component | Kind::Bracket => {
            named(name)
        }
        Kind::Admonition => ALERT,
        Kind::Wiki => "link to the file: [its title](./other.md)",
        Kind::Embed => {
            "show the picture, ![what it shows](./picture.jpg), or link to the file: [its title](./other.md)"
        }
        Kind::Contents => CONTENTS,
        Kind::Attributes if name == "toc" => CONTENTS,
        Kind::Attributes => "delete it; a heading alone takes attributes, at its end: ## Words {#id}",
        Kind::Highlight => "write <mark>words</mark>, or **words**",
        Kind::Note => "write [^1] here, and [^1]: the note in a paragraph of its own",
        Kind::Module => "delete the line",
        Kind::Comment => "write <!-- and -->",
    };
    match kind {
        Kind::Module | Kind::Contents => instead.to_owned(),
        _ => format!("{instead}; if it is meant as it stands, put it between backticks"),
    }
}

const CONTENTS: &str = "delete it: each page has a contents list of its own";
const ALERT: &str = "write > [!NOTE] on a line, and the text below it, each line after >";
const VIDEO: &str = "link to it: [the video](https://…)";
const PICTURE: &str = "write ![what it shows](./picture.jpg \"a caption\")";
const CODE: &str = "put the code between two lines of ```, with its language behind the first: ```rust";
const FILE: &str = "write the path of the file: [its title](./other.md)";
const ROOT: &str = "write the path from the root: /about/";
const TEXT: &str = "write in Markdown what it stood for";

/// By the last part of a name: engines call the same things alike.
const NAMED: [(&[&str], &str); 10] = [
    (&["toc", "tableofcontents", "tocinline", "contents"], CONTENTS),
    (
        &[
            "note",
            "tip",
            "info",
            "important",
            "warning",
            "caution",
            "danger",
            "notice",
            "admonition",
            "alert",
            "callout",
            "hint",
            "aside",
        ],
        ALERT,
    ),
    (
        &[
            "youtube",
            "vimeo",
            "video",
            "bilibili",
            "peertube",
            "audio",
            "gist",
            "tweet",
            "twitter",
            "x",
            "instagram",
            "mastodon",
            "codepen",
            "jsfiddle",
            "iframe",
            "embed",
            "spotify",
        ],
        VIDEO,
    ),
    (&["figure", "image", "img", "picture", "photo", "asset_img", "responsive_image", "pic"], PICTURE),
    (&["gallery"], "show each picture in a paragraph of its own: ![what it shows](./picture.jpg)"),
    (&["highlight", "code", "codeblock", "code-block", "prism"], CODE),
    (&["ref", "relref", "post_url", "post_link", "link", "internal_link"], FILE),
    (&["math", "katex", "mathjax", "latex", "equation"], "write the formula between $ and $, or between lines of $$"),
    (&["baseurl", "relative_url", "absolute_url", "url", "url_for", "get_url", "relurl", "absurl"], ROOT),
    (&["raw", "verbatim", "more", "excerpt", "br", "clear", "end"], "delete it"),
];

fn named(name: &str) -> &'static str {
    let name = name.to_lowercase();
    let last = name.rsplit(['.', '/', ':']).next().unwrap_or_default();
    let last = last.strip_prefix("callout-").unwrap_or(last);
    NAMED.iter().find(|(names, _)| names.contains(&last)).map_or(TEXT, |(_, remedy)| remedy)
}
