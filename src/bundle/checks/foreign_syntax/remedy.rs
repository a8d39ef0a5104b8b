//! What to write in place of another engine's syntax.

use super::kind::Kind;

/// What to write instead, and how to show the syntax as written.
pub(crate) fn of(kind: Kind, name: &str) -> String {
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
        Kind::Attributes => "delete it; headings take attributes, at their end: ## Words {#id}",
        Kind::Highlight => "write <mark>words</mark>, or **words**",
        Kind::Note => "write [^1] here, and [^1]: the note in a paragraph of its own",
        Kind::Module => "delete the line",
        Kind::Comment => "write <!-- and -->",
        Kind::Formula => {
            "write $x$ in a line, without spaces inside the dollar signs, or $$ before and after a formula in a paragraph of its own"
        }
    };
    match kind {
        Kind::Contents => instead.to_owned(),
        _ => format!("{instead}; to show it as written, put it between backticks"),
    }
}

const CONTENTS: &str = "delete it: each page has a contents list of its own";
const ALERT: &str = "write > [!NOTE] on a line, and the text below it, each line after >";
const CODE: &str = "put the code between two lines of ```, with its language after the first: ```rust";
const FILE: &str = "write the path of the file: [its title](./other.md)";
const MATH: &str = "write the formula between $ and $, or between lines of $$";
const ROOT: &str = "write the path from the root: /about/";
const RAW: &str =
    "delete it and the tag that ends it, and put the text between them in backticks, unless it is code already";
const TEXT: &str = "write its content in Markdown, or delete it";

/// The remedies for what embeds something, by the last part of its name, which engines share.
const SHOWING: [(&[&str], &str); 9] = [
    (
        &["youtube", "vimeo", "bilibili", "asciinema", "dailymotion", "ted"],
        "show it in a paragraph of its own: ![what it shows](https://…)",
    ),
    (&["video", "peertube"], "link to it: [the video](https://…)"),
    (&["audio", "spotify", "soundcloud", "podcast"], "link to it: [the recording](https://…)"),
    (&["gist"], "put the code between two lines of ```, or link to it: [the code](https://gist.github.com/…)"),
    (
        &["tweet", "twitter", "x", "instagram", "mastodon", "toot", "bluesky"],
        "quote it, > before each line, and link to it: [the post](https://…)",
    ),
    (
        &["codepen", "jsfiddle", "codesandbox", "stackblitz", "replit", "playground"],
        "link to it: [the example](https://…)",
    ),
    (&["iframe", "embed"], "link to it: [the page](https://…)"),
    (
        &["figure", "image", "img", "picture", "photo", "pic"],
        "write ![what it shows](./picture.jpg \"a caption\"), with the file beside the post",
    ),
    (&["gallery"], "show each picture on a line of its own, one below the other: ![what it shows](./picture.jpg)"),
];

/// The remedies for the rest, likewise.
const NAMED: [(&[&str], &str); 8] = [
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
    (&["highlight", "code", "codeblock", "code-block", "prism"], CODE),
    (&["ref", "relref", "post_url", "post_link", "link", "internal_link"], FILE),
    (&["math", "katex", "mathjax", "latex", "equation"], MATH),
    (&["baseurl", "relative_url", "absolute_url", "url", "url_for", "get_url", "relurl", "absurl"], ROOT),
    (&["raw", "verbatim"], RAW),
    (&["more", "excerpt", "br", "clear", "end"], "delete it"),
];

fn named(name: &str) -> &'static str {
    let name = name.to_lowercase();
    let last = name.rsplit(['.', '/', ':']).next().unwrap_or_default();
    let last = last.strip_prefix("callout-").unwrap_or(last);
    // Sites have their own names for what embeds something: `image_toggler`, `responsive-image`.
    let mut words = last.split(['_', '-']);
    let known = || SHOWING.iter().chain(&NAMED).find(|(names, _)| names.contains(&last));
    let showing = || words.find_map(|word| SHOWING.iter().find(|(names, _)| names.contains(&word)));
    known().or_else(showing).map_or(TEXT, |(_, remedy)| remedy)
}
