//! A page has the style that it needs inside. The file with the whole style changes nothing that is shown, and what is
//! shown later looks as if it were loaded.

use serde_json::{Value, json};

use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root, ready};

/// A page of each kind.
const PAGES: [&str; 7] =
    ["", "posts/the-whole-pantry/", "posts/how-bread-rises/", "archive/", "tags/", "tags/bread/", "no/such/page/"];
/// What is shown: pages that are staged need the file.
const SHOWN: &str = "html, body, #app, #app *:not(main > .page[data-staged], main > .page[data-staged] *)";
/// Where the file is linked.
const FILE: &str = "document.querySelector('link[rel=stylesheet][href*=personal-page-]')";

/// The computed style of every element below one, each as its tag, its classes and a hash. Without the button that copies the
/// Markdown: a script adds it once a reader does something. The styles of the last two calls are kept, for `changes`.
const LOOKS: &str = "
    window.looks = (selector) => {
        document.querySelectorAll('.as-markdown button').forEach((button) => button.remove());
        window.before = window.now;
        window.now = [];
        return [...document.querySelectorAll(selector)].map((element) => {
            let hash = 0;
            const all = [];
            window.now.push(all);
            for (const part of [null, '::before', '::after']) {
                const style = getComputedStyle(element, part);
                if (part && style.content === 'none') continue;
                for (const name of [...style].filter((name) => !name.startsWith('--'))) {
                    all.push(`${name}: ${style.getPropertyValue(name)}`);
                    for (const c of style.getPropertyValue(name)) hash = (hash * 31 + c.codePointAt()) | 0;
                }
            }
            return `${element.tagName}.${element.className} ${hash}`;
        });
    };
    window.changes = () => {
        const changed = (index) => now[index].filter((style) => !before[index]?.includes(style));
        return now.map((_, index) => changed(index).join('; ')).filter((styles) => styles).slice(0, 3);
    }";

impl Visit {
    async fn looks(&self, selector: &str) -> Vec<Value> {
        self.client.execute(LOOKS, vec![]).await.expect("a page to look at");
        self.get(&format!("looks('{selector}')")).await.as_array().cloned().expect("a list")
    }

    /// How the page looks with the file, and without it.
    async fn both_looks(&self) -> [Vec<Value>; 2] {
        [self.looks_if(false).await, self.looks_if(true).await]
    }

    async fn looks_if(&self, is_off: bool) -> Vec<Value> {
        self.client.execute(&format!("{FILE}.sheet.disabled = {is_off}"), vec![]).await.expect("a sheet");
        self.at_rest().await;
        self.looks(SHOWN).await
    }
}

fn assert_alike(one: &[Value], two: &[Value], what: &str) {
    let different: Vec<_> = one.iter().zip(two).filter(|(one, two)| one != two).take(5).collect();
    assert!(different.is_empty() && one.len() == two.len() && one.len() > 5, "{what}: {different:#?}");
}

#[tokio::test]
async fn a_page_looks_the_same_without_the_whole_style() {
    at_root(async |visit: Visit| {
        for width in [390, 1440] {
            visit.is_wide(width).await;
            for page in PAGES {
                visit.open(page).await;
                // What differs once only is a style that the browser had not applied yet.
                let (mut looks, mut again) = (visit.both_looks().await, 3);
                while looks[0] != looks[1] && again > 0 {
                    looks = visit.both_looks().await;
                    again -= 1;
                }
                let changes = visit.get("changes()").await;
                assert_alike(&looks[0], &looks[1], &format!("/{page}, {width} px: {changes}"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_clicked_looks_as_if_it_were_loaded() {
    at_both(async |visit: Visit| {
        for (from, link, to) in [
            ("", "The whole pantry", "posts/the-whole-pantry/"),
            ("posts/the-whole-pantry/", "Crumb", ""),
            ("tags/", "Archive", "archive/"),
        ] {
            visit.open(from).await;
            visit.mark().await;
            visit.click(link).await;
            visit.stands_at(to).await;
            visit.same_document().await;
            visit.at_rest().await;
            let clicked = visit.looks("main > .page:not([data-staged]) *").await;
            visit.open(to).await;
            visit.at_rest().await;
            assert_alike(&clicked, &visit.looks("main > .page:not([data-staged]) *").await, to);
        }
    })
    .await;
}

#[tokio::test]
async fn without_the_whole_style_the_page_is_a_plain_one() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::StyleMissing);
        visit.arrive("").await;
        // It is linked after the first paint.
        visit.is(&format!("{FILE} !== null"), true).await;
        let style = visit.get(&format!("new URL({FILE}.href).pathname")).await;
        visit.is_asked_for(style.as_str().expect("a path")).await;
        visit.still().await;
        assert_eq!(visit.get(&ready()).await, false, "the program has not started");
        visit.mark().await;
        visit.follow("A year of loaves").await;
        assert_eq!(visit.get("window.mark === true").await, false, "a document was loaded");
    })
    .await;
}

#[tokio::test]
async fn the_whole_style_is_loaded_once() {
    at_root(async |visit: Visit| {
        visit.open("").await;
        let path = visit.get(&format!("new URL({FILE}.href).pathname")).await;
        for link in ["The whole pantry", "Crumb", "Archive"] {
            visit.click(link).await;
            visit.still().await;
        }
        assert_eq!(json!(visit.host.asked(path.as_str().expect("a path")).0), 1);
    })
    .await;
}
