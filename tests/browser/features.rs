//! Everything the reference post uses is in the page, loaded or drawn. `alike` tests that both are the same.

use serde_json::Value;

use crate::host::Manner;
use crate::visit::{Visit, at_both};

/// Selectors inside `<main>`, and how many elements match each.
type Features = &'static [(&'static str, u64)];

const ARTICLE: Features = &[
    ("article > header > h1", 1),
    ("article > header > .lede", 1),
    (".dates time[datetime='2025-11-16']", 1),
    (".dates .updated time[datetime='2025-12-01']", 1),
    (".dates .minutes", 1),
    (".tags a[rel=tag]", 3),
    (".contents nav a[href^='#']", 9),
    (".contents .level-4 a", 2),
    (".reply a[rel=external]", 3),
    (".neighbours a[rel=prev][href$='/posts/rye-the-loaf/']", 1),
    (".neighbours a[rel=next][href$='/posts/a-year-of-loaves/']", 1),
    (".related li a", 3),
];

const WORDS: Features = &[
    (".text h2[id] > a.anchor[aria-label]", 5),
    (".text h3[id] > a.anchor[aria-label]", 2),
    (".text h4[id] > a.anchor[aria-label]", 2),
    (".text > p em", 1),
    (".text > p strong", 1),
    (".text > p del", 1),
    (".text > p > code", 2),
    (".text > p > br", 1),
    (".text a[rel=external][href*='/calculator/?flour=']", 1),
    (".text a[href='mailto:ines@crumb.example']", 1),
    (".text a[rel=external][title='She knows everything about ash']", 1),
    (".text a:not([rel])[href$='/posts/the-starter/#day-by-day']", 1),
    (".text blockquote > p", 2),
    (".text > hr", 1),
    (".text > ol > li", 5),
    (".text > ol[start='4']", 1),
    (".text > ol ul > li", 2),
    (".text .task > input[type=checkbox][disabled]", 3),
    (".text .task > input[checked]", 1),
    (".text dl > dt", 2),
    (".text dl > dd", 3),
    (".footnote-ref > a[id][aria-label]", 4),
    (".footnotes > ol > li[id]", 3),
    (".footnotes a.back[aria-label]", 4),
    (".sidenote[role=note]", 3),
];

const BLOCKS: Features = &[
    (".alert[role=note] > .alert-title", 5),
    (":is(.note, .tip, .important, .warning, .caution)", 5),
    (".alert.important ul > li", 2),
    ("section.table[tabindex='0'][aria-label='Numbers'] th[scope=col]", 5),
    (".table td.left", 3),
    (".table td.right", 3),
    (".table td.center", 3),
    (".text > p > math", 4),
    (".formula[role=group][tabindex='0'] > math[display=block]", 2),
    (":is(.sidenote, .footnotes) math", 2),
    (".code > pre[role=group][tabindex='0'][aria-label] > code", 5),
    (".code > button.copy", 5),
    ("figure.code > figcaption", 1),
    (".code .line[data-n]", 6),
    (".code .line.hl", 3),
    (".code .line.hl[data-n='13']:has(.k)", 1),
    (".code code.language-python .line:is(.ins, .del)", 2),
    (".code code.language-diff .line:is(.ins, .del)", 2),
];

const PICTURES: Features = &[
    ("figure:not(.code) > .zoom > img", 2),
    ("figure:not(.code) > figcaption", 2),
    ("p > .zoom > img[loading=lazy]", 1),
    ("p > img[src$='.gif']", 1),
    ("img[src$='.svg'][width='640'][height='280']", 1),
    ("img[srcset*='w, '][sizes][src$='/loaf.png']", 1),
    ("img[width][height]:not([alt=''])", 4),
    ("img:not([loading])", 1),
    ("[style]", 0),
];

/// Texts with plain punctuation in the source.
const SMART: [&str; 3] = ["A thought – this one, say – can be “quoted”", "it may go on…", "a starter of their own"];

const SERIES: Features = &[
    (".series summary strong", 1),
    (".series ol > li > a", 2),
    (".series ol > li:first-child > a[aria-current=page]", 1),
];

const HOME: Features = &[
    (".intro > h1", 1),
    (".intro > .bio", 1),
    (".intro > .links a[rel~=me]", 1),
    (".pinned li a[href$='/posts/the-whole-pantry/']", 1),
    (".year > h2", 2),
    (".year time[datetime]", 4),
    (".pager > [rel=next]", 1),
];

/// Asserts that the current page has all of it.
async fn has(visit: &Visit, features: Features) {
    let mut missed = Vec::new();
    for (selector, count) in features {
        let script = "return document.querySelectorAll(arguments[0]).length";
        let found =
            visit.client.execute(script, vec![format!("main > .page:not([data-staged]) {selector}").into()]).await;
        let found = found.unwrap_or_else(|error| Value::String(error.to_string()));
        if found != *count {
            missed.push(format!("{selector}: {found} instead of {count}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

async fn has_all_of_the_reference(visit: &Visit) {
    for features in [ARTICLE, WORDS, BLOCKS, PICTURES] {
        has(visit, features).await;
    }
    let text = visit.get("document.querySelector('main > .page').textContent").await;
    for words in SMART {
        assert!(text.as_str().is_some_and(|text| text.contains(words)), "{words:?} is in the text");
    }
}

#[tokio::test]
async fn the_static_page_has_everything() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::ProgramMissing);
        visit.arrive("").await;
        has(&visit, HOME).await;
        visit.arrive("posts/the-whole-pantry/").await;
        has_all_of_the_reference(&visit).await;
        visit.arrive("posts/rye-the-sour/").await;
        has(&visit, SERIES).await;
        visit.misses_only_the_program().await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_clicked_has_everything() {
    at_both(async |visit: Visit| {
        visit.open("about/").await;
        visit.mark().await;
        visit.follow_to("Crumb", "Crumb").await;
        has(&visit, HOME).await;
        visit.follow("The whole pantry").await;
        has_all_of_the_reference(&visit).await;
        visit.follow_to("Previous Rye from nothing: the loaf", "Rye from nothing: the loaf").await;
        visit.press("details.series summary").await;
        visit.follow("Rye from nothing: the sour").await;
        has(&visit, SERIES).await;
        visit.same_document().await;
    })
    .await;
}
