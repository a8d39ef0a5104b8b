//! Reports text that looks like markup and is none, and markup that loses text.

use crate::bundle::article::sanitise::is_html;
use crate::bundle::diagnostics::kind::Kind;
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::post::Post;
use crate::markdown::{ALERTS, Lint, LintKind};

pub(super) fn check(post: &Post, findings: &mut Diagnostics) {
    let lines = post.lines();
    // `<T a=…` is no element of HTML, but text.
    let is_none = |lint: &&Lint| lint.kind == LintKind::BrokenTag && !is_html(&lint.words);
    for lint in post.anatomy.lints.iter().filter(|lint| !is_none(lint)) {
        let written = post.body[lint.span.clone()].replace('\n', " ");
        let (message, remedy) = told(lint, &written);
        let kind = Kind::of(lint.kind as usize);
        findings.add(Severity::Warning, kind, &post.source.path, lines.location(&lint.span), message, remedy);
    }
}

/// The message and the remedy. `written` is the text at fault.
fn told(Lint { kind, words, .. }: &Lint, written: &str) -> (String, String) {
    match kind {
        LintKind::UndefinedLabel => (
            format!("\"{written}\" is no link: nothing defines \"{words}\""),
            format!("write [{words}]: https://… on a line of its own, or {} if no link is meant", escaped(written)),
        ),
        LintKind::SpaceInDestination => (
            format!("\"{written}\" is no link: a space ends its destination"),
            format!("write (<{words}>), or {} if no link is meant", escaped(written)),
        ),
        LintKind::UnusedLabel => (
            format!("\"[{words}]\" defines a link that nothing uses, and is not shown"),
            format!("refer to it, [so][{words}], or take it away; write \\[{words}] if it is to be read"),
        ),
        LintKind::UndefinedFootnote => (
            format!("\"{written}\" is no reference: there is no such footnote"),
            format!("write the note on a line of its own, {written}: …, or \\{written} if none is meant"),
        ),
        LintKind::UnusedFootnote => (
            format!("nothing refers to the footnote \"{written}\", so it is not shown"),
            format!("put {written} behind the words it belongs to, or take the note away"),
        ),
        LintKind::RepeatedFootnote => (
            format!("the footnote \"{written}\" is there already, so this one is not shown"),
            "give it another label".to_owned(),
        ),
        LintKind::OpenFence => (
            "the code that begins here has no end".to_owned(),
            format!("write {words} on a line of its own where it ends"),
        ),
        LintKind::ExtraCells => (
            format!("\"{words}\" is not shown: the row has more cells than the table has columns"),
            "give the first two lines of the table as many cells, or write \\| for a bar that divides no cells"
                .to_owned(),
        ),
        LintKind::UnevenTable => {
            ("this is no table: its first two lines have not as many cells".to_owned(), format!("write {words} here"))
        }
        LintKind::TableInParagraph => (
            "this is no table: it is in the middle of a paragraph".to_owned(),
            "leave the line before the table empty".to_owned(),
        ),
        LintKind::UnknownAlert => (
            format!("\"{words}\" is no alert"),
            format!("write one of {}", ALERTS.map(|name| format!("[!{name}]")).join(", ")),
        ),
        LintKind::AlertWithTitle => (
            format!("\"{words}\" is no alert: there are words behind it"),
            format!("leave {words} alone on its line, and put the words on the next"),
        ),
        LintKind::BrokenFormula => (
            "the formula that begins here is shown as text: an empty line is in it".to_owned(),
            "take the empty line away, or write \\$\\$ if no formula is meant".to_owned(),
        ),
        LintKind::OpenFormula => (
            "the formula that begins here is shown as text: it has no end".to_owned(),
            "write $$ behind its last line, or \\$\\$ if no formula is meant".to_owned(),
        ),
        LintKind::ShallowItem => (
            "the item is not below the one above: it is indented by too little".to_owned(),
            format!("put {words} spaces before it if it belongs there, or as many as before that one if not"),
        ),
        LintKind::BrokenComment => (
            "\"<!--\" begins no comment, and a reader sees what follows: an empty line ends it, or nothing does"
                .to_owned(),
            "begin a line with <!--, or take the empty line away; write \\<!-- if it is to be read".to_owned(),
        ),
        LintKind::BrokenTag => (
            format!("\"{written}\" begins no tag, and a reader sees it as it is written"),
            format!("write <{words} name=\"value\">, a space before each name, or \\< if it is to be read"),
        ),
    }
}

/// Escapes brackets with a backslash, which makes them text.
fn escaped(written: &str) -> String {
    let brackets = written.trim_start_matches('!');
    format!("{}\\{brackets}", &written[..written.len() - brackets.len()])
}
