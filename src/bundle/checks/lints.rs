//! Reports text that looks like markup but is not, and markup that loses text.

use crate::bundle::article::sanitise::is_html;
use crate::bundle::diagnostics::kind::Kind;
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::post::Post;
use crate::markdown::{ALERTS, Lint, LintKind};

pub(crate) fn check(post: &Post, findings: &mut Diagnostics) {
    let lines = post.lines();
    // `<T a=…` is text: there is no such element of HTML.
    let is_none = |lint: &&Lint| lint.kind == LintKind::BrokenTag && !is_html(&lint.words);
    for lint in post.anatomy.lints.iter().filter(|lint| !is_none(lint)) {
        let written = post.body[lint.span.clone()].replace('\n', " ");
        let (message, remedy) = (message(lint, &written), remedy(lint, &written));
        let kind = Kind::of(lint.kind as usize);
        findings.add(Severity::Warning, kind, &post.source.path, lines.location(&lint.span), message, remedy);
    }
}

/// What is wrong. `written` is the text at fault.
fn message(Lint { kind, words, .. }: &Lint, written: &str) -> String {
    match kind {
        LintKind::UndefinedLabel => format!("\"{written}\" is not a link: nothing defines \"{words}\""),
        LintKind::SpaceInDestination => format!("\"{written}\" is not a link: a space ends its destination"),
        LintKind::UnusedLabel => format!("\"[{words}]\" defines a link that is not used, and is not shown"),
        LintKind::UndefinedFootnote => format!("\"{written}\" is not a reference: there is no such footnote"),
        LintKind::UnusedFootnote => format!("nothing refers to the footnote \"{written}\", so it is not shown"),
        LintKind::RepeatedFootnote => {
            format!("the footnote \"{written}\" is defined already, so this one is not shown")
        }
        LintKind::OpenFence => "the code block that begins here is not closed".to_owned(),
        LintKind::ExtraCells => format!("\"{words}\" is not shown: the row has more cells than the table has columns"),
        LintKind::UnevenTable => "this is not a table: its first two lines differ in their number of cells".to_owned(),
        LintKind::TableInParagraph => "this is not a table: it is in the middle of a paragraph".to_owned(),
        LintKind::UnknownAlert => format!("\"{words}\" is not an alert"),
        LintKind::AlertWithTitle => format!("\"{words}\" is not an alert: there is text after it"),
        LintKind::BrokenFormula => {
            "the formula that begins here is shown as text: it contains an empty line".to_owned()
        }
        LintKind::OpenFormula => "the formula that begins here is shown as text: it is not closed".to_owned(),
        LintKind::ShallowItem => "the item is not nested in the one above: it is indented too little".to_owned(),
        LintKind::BrokenComment => OPEN_COMMENT.to_owned(),
        LintKind::BrokenTag => format!("\"{written}\" does not begin a tag, and readers see it as written"),
    }
}

const OPEN_COMMENT: &str =
    "\"<!--\" does not begin a comment, and readers see what follows: an empty line ends it, or it is not closed";

/// What to write instead. `written` is the text at fault.
fn remedy(Lint { kind, words, .. }: &Lint, written: &str) -> String {
    match kind {
        LintKind::UndefinedLabel => {
            format!("write [{words}]: https://… on a line of its own, or {} to show it as text", escaped(written))
        }
        LintKind::SpaceInDestination => format!("write (<{words}>), or {} to show it as text", escaped(written)),
        LintKind::UnusedLabel => format!("use it, [text][{words}], or delete it; write \\[{words}] to show it as text"),
        LintKind::UndefinedFootnote => {
            format!("write the note on a line of its own, {written}: …, or \\{written} to show it as text")
        }
        LintKind::UnusedFootnote => format!("put {written} after the words it belongs to, or delete the note"),
        LintKind::RepeatedFootnote => "give it another label".to_owned(),
        LintKind::OpenFence => format!("write {words} on a line of its own at its end"),
        LintKind::ExtraCells => {
            "give the first two lines of the table as many cells, or write \\| for a bar that does not divide cells"
                .to_owned()
        }
        LintKind::UnevenTable => format!("write {words} here"),
        LintKind::TableInParagraph => "put an empty line before the table".to_owned(),
        LintKind::UnknownAlert => format!("write one of {}", ALERTS.map(|name| format!("[!{name}]")).join(", ")),
        LintKind::AlertWithTitle => format!("write {words} alone on its line, and the text on the next"),
        LintKind::BrokenFormula => "delete the empty line, or write \\$\\$ to show dollar signs".to_owned(),
        LintKind::OpenFormula => "write $$ after its last line, or \\$\\$ to show dollar signs".to_owned(),
        LintKind::ShallowItem => {
            format!("put {words} spaces before it to nest it, or as many as before that one if it is not nested")
        }
        LintKind::BrokenComment => {
            "begin a line with <!--, or delete the empty line; write \\<!-- to show it as text".to_owned()
        }
        LintKind::BrokenTag => {
            format!("write <{words} name=\"value\">, with a space before each name, or \\< to show it as text")
        }
    }
}

/// Escapes brackets with a backslash, which makes them text.
fn escaped(written: &str) -> String {
    let brackets = written.trim_start_matches('!');
    format!("{}\\{brackets}", &written[..written.len() - brackets.len()])
}
