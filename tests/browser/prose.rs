//! The layout of a text: content that is too wide, and the space between its parts.

use crate::visit::{Visit, at_root};

const POST: &str = "+++\ntitle = \"Prose\"\ndate = 2026-04-01\n+++\n";

async fn reads(visit: &Visit, text: &str) {
    visit.host.adds([("prose.md".to_owned(), format!("{POST}{text}"))]);
    visit.is_wide(480).await;
    visit.open("posts/prose/").await;
}

#[tokio::test]
async fn the_sign_of_a_heading_takes_no_room_in_it() {
    at_root(async |visit: Visit| {
        // Of various lengths, so that some just fit into a line.
        let headings: Vec<_> =
            (8..40).map(|length| format!("## `{}`\n", "teig::".repeat(7)[..length].trim())).collect();
        reads(&visit, &headings.join("\n")).await;
        let grown = "[...document.querySelectorAll('.text h2')].filter((heading) => {
            const before = heading.offsetHeight;
            const sign = heading.querySelector('.anchor');
            sign.style.display = 'none';
            const after = heading.offsetHeight;
            sign.style.display = '';
            return after !== before;
        }).length";
        visit.is(grown, 0).await;
    })
    .await;
}

#[tokio::test]
async fn paragraphs_of_a_quotation_have_space_between_them() {
    at_root(async |visit: Visit| {
        reads(&visit, "> We are all hurtling on.\n>\n> — Charlie\n").await;
        let gap = "((first, second) => second.getBoundingClientRect().top - first.getBoundingClientRect().bottom > 4)(
            ...document.querySelectorAll('blockquote p'))";
        visit.is(gap, true).await;
    })
    .await;
}

#[tokio::test]
async fn a_rule_before_the_footnotes_is_hidden() {
    at_root(async |visit: Visit| {
        reads(&visit, "A table.[^1]\n\n---\n\nMore.\n\n---\n\n[^1]: Of elements.\n").await;
        visit
            .is("[...document.querySelectorAll('.text hr')].map((rule) => rule.checkVisibility()).join()", "true,false")
            .await;
    })
    .await;
}
