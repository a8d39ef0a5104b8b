//! The mirror of the text field: the same text in the same style, a line an element, behind the field and invisible but
//! for the marks under what is found. It knows the height of each line, which a text field does not tell. It is drawn when
//! the browser is idle, so that typing never waits for it.

use std::cell::RefCell;
use std::ops::Range;

use maud::{Markup, html};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{dom, field};
use crate::page::view::ids;

thread_local! {
    /// The lines as they are drawn.
    static DRAWN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Draws the lines of a text. `marks` are in bytes, in order, and do not overlap.
pub(crate) fn draw(text: &str, marks: &[(Range<usize>, &'static str)]) {
    let Some(mirror) = dom::by_id::<Element>(ids::MIRROR) else { return };
    let lines = lines(text, marks);
    DRAWN.with_borrow_mut(|drawn| {
        if mirror.child_element_count() as usize != drawn.len() {
            mirror.set_inner_html("");
            drawn.clear();
        }
        let start = drawn.iter().zip(&lines).take_while(|(a, b)| a == b).count();
        let most = drawn.len().min(lines.len()) - start;
        let end = drawn.iter().rev().zip(lines.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
        let after = mirror.children().item((drawn.len() - end) as u32);
        for _ in start..drawn.len() - end {
            let _ = mirror.children().item(start as u32).map(|line| line.remove());
        }
        let new = lines[start..lines.len() - end].concat();
        let _ = match after {
            Some(after) => after.insert_adjacent_html("beforebegin", &new),
            None => mirror.insert_adjacent_html("beforeend", &new),
        };
        *drawn = lines;
    });
    scroll();
}

/// Forgets the lines, when another text is opened.
pub(crate) fn clear() {
    DRAWN.with_borrow_mut(Vec::clear);
}

/// Moves the mirror with the field.
pub(crate) fn scroll() {
    if let (Some(mirror), Some(field)) = (dom::by_id::<Element>(ids::MIRROR), field::field()) {
        mirror.set_scroll_top(field.scroll_top());
    }
}

/// The tops of the lines that these bytes of a text are in, in CSS pixels of the field's scrolled content. The bytes are in
/// order. Fewer, if the mirror is not drawn to its end.
pub(crate) fn tops(text: &str, places: &[u32]) -> Vec<f64> {
    let Some(mirror) = dom::by_id::<Element>(ids::MIRROR) else { return Vec::new() };
    let children = mirror.children();
    let (mut tops, mut line, mut at) = (Vec::with_capacity(places.len()), 0, 0);
    for place in places {
        let place = text.floor_char_boundary(*place as usize).max(at);
        line += text[at..place].matches('\n').count();
        at = place;
        let Some(element) = children.item(line as u32) else { break };
        tops.push(f64::from(element.unchecked_into::<HtmlElement>().offset_top()));
    }
    tops
}

/// The HTML of each line.
fn lines(text: &str, marks: &[(Range<usize>, &'static str)]) -> Vec<String> {
    let (mut lines, mut start, mut marks) = (Vec::new(), 0, marks.iter().peekable());
    for line in text.split('\n') {
        let range = start..start + line.len();
        let mut here = Vec::new();
        while let Some((mark, kind)) = marks.peek() {
            if mark.start > range.end {
                break;
            }
            here.push((mark.start.max(range.start)..mark.end.min(range.end), *kind));
            if mark.end > range.end {
                break;
            }
            marks.next();
        }
        lines.push(line_html(text, range.clone(), &here).into_string());
        start = range.end + 1;
    }
    lines
}

fn line_html(text: &str, line: Range<usize>, marks: &[(Range<usize>, &'static str)]) -> Markup {
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let (mut parts, mut at) = (Vec::new(), line.start);
    for (mark, kind) in marks.iter().filter(|(mark, _)| mark.end > mark.start) {
        if mark.start >= at {
            parts.push((between(at, mark.start), between(mark.start, mark.end), *kind));
            at = mark.end;
        }
    }
    html! {
        div {
            @for (before, marked, kind) in parts { (before) mark class=(kind) { (marked) } }
            (between(at, line.end))
        }
    }
}
