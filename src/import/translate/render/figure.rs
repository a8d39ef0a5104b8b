//! Pictures and figures.

use super::super::arguments::Arguments;
use super::{Call, Rendered};

const NAMES: [&str; 17] = [
    "figure",
    "img",
    "image",
    "picture",
    "pic",
    "photo",
    "assetimg",
    "imgproc",
    "imageproc",
    "dimmableimage",
    "invertibleimage",
    "fullwidthimage",
    "responsiveimage",
    "figureimg",
    "imgc",
    "nextimage",
    "zoom",
];

/// Markdown of a picture with its caption.
pub(in super::super) fn picture(alt: &str, destination: &str, caption: &str) -> String {
    let alt: String = alt.split_whitespace().collect::<Vec<_>>().join(" ");
    let alt = alt.replace('[', "\\[").replace(']', "\\]");
    let destination = destination.trim();
    let bracketed = destination.contains(char::is_whitespace) || destination.contains(['(', ')']);
    let destination = if bracketed { format!("<{destination}>") } else { destination.to_owned() };
    let caption = caption.split_whitespace().collect::<Vec<_>>().join(" ").replace('"', "\\\"");
    if caption.is_empty() {
        format!("![{alt}]({destination})")
    } else {
        format!("![{alt}]({destination} \"{caption}\")")
    }
}

pub(super) fn render(call: &Call<'_>) -> Option<Rendered> {
    match call.name {
        "dualthemeimage" => return dual(call),
        "imagetoggler" => return two(call, ["default_src", "default_alt"], ["toggled_src", "toggled_alt"]),
        "imagehover" => return two(call, ["default_src", "default_alt"], ["hovered_src", "hovered_alt"]),
        name if !NAMES.contains(&name) => return None,
        _ => {}
    }
    let hexo = matches!(call.name, "assetimg" | "img") && call.arguments.get("src").is_none();
    let (source, caption, alt) = if hexo { of_hexo(call.arguments)? } else { of_named(call)? };
    let alt = if alt.is_empty() { plain(&caption) } else { alt };
    let mut text = picture(&alt, &source, &plain(&caption));
    if let Some(link) = call.arguments.first(&["link", "href"]).filter(|_| !hexo) {
        text = format!("[{text}]({link})");
    }
    let mut rendered = Rendered::block(text, format!("{} → picture", call.written));
    // A picture within a line, as in a link, stays there.
    let line = call.page.line_start(call.start);
    rendered.block = super::super::page::prefix(&call.page.text[line..call.start]).is_some();
    if caption.contains("](") {
        let remedy = "put the link into the text: a caption is plain text";
        rendered.lost.push(("the link in the caption of a picture got lost".to_owned(), remedy.to_owned()));
    }
    Some(rendered)
}

/// Source, caption and alternative text, by their keys.
fn of_named(call: &Call<'_>) -> Option<(String, String, String)> {
    let arguments = call.arguments;
    let keys = ["src", "url", "path", "file", "image_path", "image", "source", "filename", "name"];
    let source = arguments.named_or(&keys, 0)?.to_owned();
    let caption = arguments.first(&["caption", "title"]).map(str::to_owned);
    let body = call.body.filter(|body| !body.is_empty() && !body.contains("\n\n")).map(str::to_owned);
    let credit = arguments.first(&["attr", "attribution", "credit"]).unwrap_or_default();
    let mut caption = caption.or(body).unwrap_or_default();
    if !credit.is_empty() {
        caption = format!("{caption} {credit}").trim().to_owned();
    }
    let positional = || arguments.first(&keys).is_none().then(|| arguments.at(1)).flatten();
    let alt = arguments.get("alt").or_else(positional).unwrap_or_default().to_owned();
    Some((source, caption, alt))
}

/// Hexo's order: classes, source, width, height, title and alternative text.
fn of_hexo(arguments: &Arguments) -> Option<(String, String, String)> {
    let words: Vec<&str> = arguments.words().collect();
    let at = words.iter().position(|word| word.contains(['.', '/']))?;
    let is_size = |word: &&str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, '%' | 'p' | 'x'));
    let rest: Vec<&str> = words[at + 1..].iter().copied().skip_while(is_size).collect();
    // `'"title" "alt"'` has both in one.
    if let [both] = rest[..]
        && both.starts_with('"')
    {
        let both = Arguments::parse(both);
        let text = |index| both.at(index).unwrap_or_default().to_owned();
        return Some((words[at].to_owned(), text(0), text(1)));
    }
    let is_quoted = arguments.raw.contains(['"', '\'']);
    let (title, alt) = match rest[..] {
        [] => (String::new(), String::new()),
        [title, alt] if is_quoted => (title.to_owned(), alt.to_owned()),
        _ => (rest.join(" "), String::new()),
    };
    Some((words[at].to_owned(), title, alt))
}

/// A caption without the markup that a title cannot have.
fn plain(caption: &str) -> String {
    let mut text = String::new();
    let mut rest = caption;
    while let Some((before, after)) = rest.split_once("](") {
        let open = before.rfind('[');
        text.push_str(&open.map_or(before.to_owned(), |at| format!("{}{}", &before[..at], &before[at + 1..])));
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.replace("**", "").replace('`', "")
}

/// tabi's picture with one file for light and one for dark pages.
fn dual(call: &Call<'_>) -> Option<Rendered> {
    let (light, dark) = (call.arguments.first(&["light_src"])?, call.arguments.first(&["dark_src"])?);
    let alt = call.arguments.get("alt").unwrap_or_default();
    let text = format!("{}{{dark=\"{}\"}}", picture(alt, light, ""), dark.trim().replace('"', "%22"));
    Some(Rendered::block(text, format!("{} → picture for light and dark pages", call.written)))
}

/// Pictures of which one is shown on a click: both, one below the other.
fn two(call: &Call<'_>, first: [&str; 2], second: [&str; 2]) -> Option<Rendered> {
    let one = |[source, alt]: [&str; 2]| {
        let alt = call.arguments.get(alt).or_else(|| call.arguments.get("alt")).unwrap_or_default();
        Some(picture(alt, call.arguments.first(&[source])?, ""))
    };
    let text = format!("{}\n\n{}", one(first)?, one(second)?);
    Some(Rendered::block(text, format!("{} → pictures", call.written)))
}
