//! Notices, admonitions, callouts and hints: the five alerts of this dialect.

use super::super::blocks::quoted;
use super::{Call, Rendered};

/// Names of tags that say their kind in an argument.
const NAMES: [&str; 13] = [
    "notice",
    "admonition",
    "alert",
    "hint",
    "callout",
    "aside",
    "message",
    "box",
    "infobox",
    "banner",
    "admonish",
    "calloutbox",
    "prompt",
];

/// The alert of each kind that other engines have.
const KINDS: [(&str, &[&str]); 5] = [
    (
        "NOTE",
        &[
            "note",
            "info",
            "information",
            "default",
            "primary",
            "secondary",
            "seealso",
            "abstract",
            "summary",
            "tldr",
            "todo",
            "question",
            "help",
            "faq",
            "example",
            "quote",
            "cite",
            "light",
            "dark",
            "simple",
            "notes",
            "definition",
        ],
    ),
    ("TIP", &["tip", "hint", "success", "check", "done", "green", "tips"]),
    ("IMPORTANT", &["important", "attention", "highlight"]),
    ("WARNING", &["warning", "warn", "yellow", "orange"]),
    ("CAUTION", &["caution", "danger", "error", "failure", "fail", "missing", "bug", "alert", "red", "critical"]),
];

/// Kinds whose name says more than that of their alert, so that it becomes the title.
const TELLING: [&str; 11] =
    ["abstract", "summary", "tldr", "todo", "question", "help", "faq", "example", "bug", "seealso", "definition"];

/// The alert of a kind, in any case, and the title that its name gives it.
pub(in super::super) fn kind(name: &str) -> Option<(&'static str, Option<String>)> {
    let name = name.trim().to_lowercase();
    let (alert, _) = KINDS.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    let title = || {
        let mut letters = name.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect())
    };
    Some((alert, if TELLING.contains(&name.as_str()) { title() } else { None }))
}

/// An alert with a title above its text, which this dialect writes as its first paragraph.
pub(in super::super) fn alert(alert: &str, title: Option<&str>, body: &str) -> String {
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    let same = title.is_some_and(|title| title.eq_ignore_ascii_case(alert));
    let text = match title.filter(|_| !same) {
        Some(title) if body.is_empty() => format!("[!{alert}]\n{}", strong(title)),
        Some(title) => format!("[!{alert}]\n{}\n\n{body}", strong(title)),
        None => format!("[!{alert}]\n{body}"),
    };
    quoted(&text)
}

/// A title in bold, unless it has bold words.
pub(in super::super) fn strong(title: &str) -> String {
    if title.contains("**") { title.to_owned() } else { format!("**{title}**") }
}

/// Classes of elements that are notices.
const CLASSES: [&str; 12] = [
    "alert",
    "callout",
    "admonition",
    "notice",
    "note",
    "tip",
    "info",
    "hint",
    "important",
    "warning",
    "caution",
    "danger",
];

/// An element of HTML whose class says that it is a notice.
fn element(call: &Call<'_>) -> Option<Rendered> {
    let class = call.arguments.first(&["class", "className"])?;
    let is_notice = |word: &str| CLASSES.contains(&word) || word.starts_with("notice--") || word.starts_with("prompt-");
    let body = call.body.filter(|_| class.split_whitespace().any(is_notice))?;
    let (alert, title) = of_word(class).unwrap_or(("NOTE", None));
    let body = body.replace("<p>", "").replace("</p>\n", "\n\n").replace("</p>", "");
    let text = self::alert(alert, title.as_deref(), body.trim());
    Some(Rendered::block(text, format!("<{} class=\"{class}\"> → alert", call.written)))
}

pub(super) fn render(call: &Call<'_>) -> Option<Rendered> {
    let arguments = call.arguments;
    if call.name == "div" || call.name == "aside" && call.arguments.get("class").is_some() {
        return element(call);
    }
    let named = kind(call.name).filter(|_| !NAMES.contains(&call.name) || call.name == "hint");
    if named.is_none() && !NAMES.contains(&call.name) {
        return None;
    }
    let keys = ["type", "kind", "level", "color", "class", "variant", "style", "intent"];
    let words: Vec<&str> = arguments.words().collect();
    let given = arguments.first(&keys).or(words.first().copied().filter(|word| of_word(word).is_some()));
    let body = call.body.filter(|body| !body.is_empty());
    let text_keys = ["text", "content", "message", "msg", "body"];
    let body = body
        .or_else(|| arguments.first(&text_keys))
        .or_else(|| words.last().copied().filter(|_| call.body.is_none()))?;
    let (alert, of_kind) = given.and_then(of_word).or(named).unwrap_or(("NOTE", None));
    let title = arguments.first(&["title", "heading", "summary", "header"]).map(str::to_owned);
    let title = title.or_else(|| {
        let rest = words.iter().filter(|word| Some(**word) != given && **word != body);
        let rest = rest.copied().collect::<Vec<_>>().join(" ");
        // A single word in lower case is the name of an icon or a colour.
        let is_title = rest.contains(' ') || rest.starts_with(|c: char| !c.is_ascii_lowercase());
        Some(rest).filter(|rest| is_title && !rest.is_empty())
    });
    let text = self::alert(alert, title.or(of_kind).as_deref(), body.trim());
    Some(Rendered::block(text, format!("{} → alert", call.written)))
}

/// The alert of the first word of a class or kind that has one, such as `alert alert-warning` or `notice--info`.
pub(in super::super) fn of_word(written: &str) -> Option<(&'static str, Option<String>)> {
    written.split_whitespace().find_map(|word| {
        let last = word.rsplit(['-', '_', '.']).next().unwrap_or(word);
        kind(word).filter(|_| word != "alert").or_else(|| kind(last).filter(|_| last != "alert"))
    })
}
