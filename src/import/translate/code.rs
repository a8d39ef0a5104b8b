//! Writes code blocks, code spans and formulas.

use crate::markdown::fence::longest_run;

/// A fenced block of code, whose fence is longer than any in it.
pub(super) fn fenced(info: &str, code: &str) -> String {
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    let code = code.strip_suffix('\n').unwrap_or(code);
    let info = info.trim();
    if code.is_empty() { format!("{fence}{info}\n{fence}") } else { format!("{fence}{info}\n{code}\n{fence}") }
}

/// Code within a line.
pub(super) fn span(code: &str) -> String {
    let marks = "`".repeat(longest_run(code) + 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{marks}{space}{code}{space}{marks}")
}

/// The code between two tags: without the line breaks next to them, and without the prefix of the list or quote that
/// it is in.
pub(super) fn between(body: &str, prefix: &str) -> String {
    let first = body.split('\n').next().unwrap_or_default();
    let body = if first.trim().is_empty() { body.get(first.len() + 1..).unwrap_or_default() } else { body };
    let last = body.rsplit('\n').next().unwrap_or_default();
    let is_empty = last.trim_start_matches([' ', '\t', '>']).is_empty();
    let body = if is_empty { &body[..body.len() - last.len()] } else { body };
    let line = |line: &str| match line.strip_prefix(prefix) {
        Some(rest) => rest.to_owned(),
        None if line.trim_start_matches([' ', '\t', '>']).is_empty() => String::new(),
        None => line.to_owned(),
    };
    let body = body.strip_suffix('\n').unwrap_or(body);
    body.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The info string of a block: a language, a title, whether its lines are numbered, and from which number, and lines
/// that are marked.
#[derive(Debug, Default)]
pub(super) struct Info {
    pub(super) language: String,
    pub(super) title: String,
    pub(super) numbered: bool,
    pub(super) first: Option<String>,
    pub(super) marked: String,
    /// A link to where the code is from.
    pub(super) link: String,
}

impl Info {
    pub(super) fn written(&self) -> String {
        let mut words = vec![if self.language.is_empty() { "text".to_owned() } else { self.language.clone() }];
        let rest = [
            (!self.title.is_empty()).then(|| format!("title=\"{}\"", self.title.replace('"', "'").replace('`', ""))),
            (self.numbered && self.first.is_none()).then(|| "linenos".to_owned()),
            self.first.as_ref().map(|first| format!("linenostart={first}")),
            (!self.marked.is_empty()).then(|| format!("{{{}}}", self.marked)),
        ];
        words.extend(rest.into_iter().flatten());
        if words.len() == 1 && self.language.is_empty() { String::new() } else { words.join(" ") }
    }

    /// Reads what a tag for code says of it, in the forms of Hugo, Liquid, Nunjucks and Hexo.
    pub(super) fn read(tag: &str, arguments: &str) -> Self {
        let mut info = Self::default();
        let hexo = tag.starts_with("code");
        let mut title = Vec::new();
        // Hugo has its options in one argument with quotation marks.
        let spread = arguments.replace(['"', '\'', '`', '(', ')', '[', ']'], " ").replace(", ", ",");
        let words =
            spread.split_whitespace().flat_map(|word| if hexo { vec![word] } else { word.split(',').collect() });
        let mut key = "";
        for word in words {
            let (name, value) =
                word.split_once('=').or_else(|| word.split_once(':').filter(|_| hexo)).unwrap_or(("", word));
            key = if name.is_empty() && !is_lines(word) {
                ""
            } else if name.is_empty() {
                key
            } else {
                name
            };
            match key {
                "lang" | "language" | "type" => info.language = value.to_owned(),
                "linenos" | "line_number" | "lineNos" => info.numbered = !matches!(value, "false" | "off"),
                "linenostart" | "first_line" | "lineNoStart" => info.first = Some(value.to_owned()),
                "hl_lines" | "mark" | "mark_lines" | "hl_Lines" => info.mark(value),
                "title" | "name" | "file" | "filename" | "caption" => title.push(value),
                "" if word == "linenos" => info.numbered = true,
                "" if is_lines(word) => info.mark(word),
                "" if !hexo && info.language.is_empty() => info.language = word.to_owned(),
                _ if hexo && (key.is_empty() || word.starts_with("http")) => title.push(word),
                _ => {}
            }
        }
        info.first = info.first.filter(|first| first != "1" && (info.numbered || !first.is_empty()));
        info.language = info.language.to_lowercase();
        // Hexo has the address of the source after the title, and then the text of the link.
        let address = title.iter().position(|word| word.starts_with("http"));
        if let Some(at) = address {
            let label = if at + 1 < title.len() { title[at + 1..].join(" ") } else { title[at].to_owned() };
            info.link = format!("[{label}]({})", title[at]);
            title.truncate(at);
        }
        info.title = title.join(" ");
        info
    }

    fn mark(&mut self, lines: &str) {
        if is_lines(lines) {
            self.marked += if self.marked.is_empty() { "" } else { "," };
            self.marked += lines;
        }
    }
}

fn is_lines(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-'))
}
