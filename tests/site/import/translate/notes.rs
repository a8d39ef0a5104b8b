//! What an author is told.

use personal_page::import::translate::syntax::Syntax::{Hugo, Plain};

use super::told;

#[test]
fn translations_are_counted_by_kind() {
    let (_, notes) = told(Hugo, "{{< youtube a1 >}}\n\n{{< youtube b2 >}}\n\n:smile:\n");
    let counted: Vec<_> = notes.translated.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    assert_eq!(counted, [(":emoji: → character", 1), ("youtube → frame", 2)]);
    assert!(notes.open.is_empty(), "{notes:?}");
}

#[test]
fn lines_are_those_of_the_source() {
    let text = "{{< figure src=\"a.png\" >}}\nText.\n{{< notice tip >}}\nA.\n\n{{< unknown a=\"b\" >}}\n\n{{< /notice >}}\nEnd {{< other >}}.\n";
    let (_, notes) = told(Hugo, text);
    let lines: Vec<_> = notes.open.iter().map(|open| (open.line, open.message.as_str())).collect();
    assert_eq!(
        lines,
        [
            (6, "{{< unknown >}} is a shortcode of another engine"),
            (9, "{{< other >}} is a shortcode of another engine")
        ]
    );
}

#[test]
fn each_note_has_a_remedy() {
    let (_, notes) = told(Plain, "{{ x.y }}\n\n<Chart data={a} />\n");
    assert_eq!(notes.open.len(), 2);
    assert!(notes.open.iter().all(|open| !open.remedy.is_empty()));
}
