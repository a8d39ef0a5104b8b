//! What is wrong with the text.

use maud::{Markup, html};

use crate::page::state::Editor;
use personal_page::bundle::Severity;
use personal_page::bundle::preview::Found;

pub(super) fn findings(editor: &Editor) -> Markup {
    html! {
        (super::details::head("Findings"))
        @if editor.report.findings.is_empty() {
            p.write-quiet { "Nothing is wrong with this text, as far as the bundler can tell." }
        }
        ol.write-findings {
            @for (index, found) in editor.report.findings.iter().enumerate() {
                li data-severity=(severity(found)) {
                    button.write-found type="button" data-do="show-finding" data-arg=(index) {
                        span.write-quiet { (severity_word(found)) ", line " (line(&editor.text, found.start)) }
                        span dir="auto" { (found.message) }
                    }
                    @if !found.remedy.is_empty() { p.write-remedy { (found.remedy) } }
                    @if found.fix.is_some() { button type="button" data-do="fix" data-arg=(index) { "Do that" } }
                }
            }
        }
    }
}

fn severity(found: &Found) -> &'static str {
    if found.severity == Severity::Error { "error" } else { "warning" }
}

fn severity_word(found: &Found) -> &'static str {
    if found.severity == Severity::Error { "Error" } else { "Warning" }
}

/// The line that a byte is in, from 1.
fn line(text: &str, at: usize) -> usize {
    text[..text.floor_char_boundary(at)].matches('\n').count() + 1
}
