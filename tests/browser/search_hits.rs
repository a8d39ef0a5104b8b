//! The hits of a search: texts with every word of the query, in any form, or as the beginning of a word.

use personal_page::view::Action;
use personal_page::view::contract::attributes::OLD;
use serde_json::json;

use crate::visit::{Visit, at_root, at_root_of};

const STATUS: &str = "document.querySelector('.search [role=status]').textContent";
/// The titles of the hits, without those of an earlier query.
fn fresh_titles() -> String {
    format!(
        "[...document.querySelectorAll('.search ol:not([{OLD}]) .title')].map((title) => title.textContent).sort().join('|')"
    )
}
const NOTHING: &str = "Nothing was found.";
/// The marked words in the hits, without the text around them.
const MARKED: &str = "[...new Set([...document.querySelectorAll('.search mark')]
    .map((mark) => mark.textContent.toLowerCase().replace(/^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$/gu, '')))].sort().join('|')";

impl Visit {
    /// Replaces the query.
    async fn asks(&self, question: &str) {
        let ask = "const input = document.querySelector('.search input');
            input.value = arguments[0]; input.dispatchEvent(new Event('input', { bubbles: true }))";
        self.client.execute(ask, vec![json!(question)]).await.expect("a search");
    }

    /// Asserts that a query finds exactly these texts.
    async fn finds(&self, question: &str, titles: &str) {
        println!("{question} → {titles}");
        // So that the hits are those of this query.
        self.asks("").await;
        self.is(STATUS, "").await;
        self.asks(question).await;
        if titles.is_empty() {
            self.is(STATUS, NOTHING).await;
        }
        self.is(&fresh_titles(), titles).await;
    }
}

const HOME: &str = "Kubernetes at home";
const LETTERS: &str = "Letters and other small things";

/// Two texts: one with the words of the query, and one with similar ones.
fn texts() -> [(String, String); 2] {
    let post = |name: &str, title: &str, tags: &str, text: &str| {
        (name.to_owned(), format!("+++\ntitle = \"{title}\"\ndate = 2026-04-01\ntags = [{tags}]\n+++\n{text}\n"))
    };
    [
        post(
            "home.md",
            HOME,
            "\"Zeppelins\", \"C#\"",
            "Running a cluster, and `$HOME` on it. It costs €5, answers +1, opens a `<dialog>`, and keeps its scripts \
             in `~/bin`. Call `__enter__` with `retries=3`, and pay in the Zürich café; naïve as it is.",
        ),
        post(
            "letters.md",
            LETTERS,
            "\"notes\"",
            "A runway is no run, and a home is no house. I have a vitamin C, a K, an axis, 5 plums and 1 dialogue. \
             Organizations enter and retry.",
        ),
    ]
}

#[tokio::test]
async fn a_hit_has_the_word_or_a_form_of_it_or_begins_with_what_was_typed() {
    at_root(async |visit: Visit| {
        visit.host.adds(texts());
        visit.open("about/").await;
        visit.acts(Action::Search).await;
        let all = format!("About|{HOME}|{LETTERS}");
        for (question, titles) in [
            ("axolotl", ""),
            ("zzz", ""),
            ("kxyz", ""),
            ("axolotl bread", ""),
            ("kubernetes axolotl", ""),
            ("organs", ""),
            ("organization", LETTERS),
            ("kubernetes", HOME),
            ("Kubernetes cluster", HOME),
            ("kub", HOME),
            ("kubernete", HOME),
            // `running` is indexed as `run`, which does not begin with the query.
            ("runnin", HOME),
            ("running", &all),
            ("runs", &all),
            ("\"run, and\"", LETTERS),
            ("zurich cafe", HOME),
            ("ZÜRICH", HOME),
            ("naïve", HOME),
            ("xis", ""),
        ] {
            visit.finds(question, titles).await;
        }
        visit.finds("running", &all).await;
        visit.is(MARKED, "run|running|runs").await;
        visit.finds("runnin", HOME).await;
        visit.is(MARKED, "running").await;
    })
    .await;
}

#[tokio::test]
async fn a_symbol_is_not_part_of_a_word_but_can_distinguish_two() {
    at_root(async |visit: Visit| {
        visit.host.adds(texts());
        visit.open("about/").await;
        visit.acts(Action::Search).await;
        for (question, titles) in [
            ("C++", "Counting loaves in C++ and Rust"),
            ("C#", HOME),
            ("$HOME", HOME),
            ("€5", HOME),
            ("+1", HOME),
            ("<dialog>", HOME),
            ("~/bin", HOME),
            ("`cluster`", HOME),
            ("=cluster", HOME),
            ("(cluster)", HOME),
            ("__enter__", HOME),
            ("_enter", HOME),
            ("retries=3", HOME),
            ("cluster +", HOME),
            ("+", ""),
            ("$ ~ <>", ""),
            // Nowhere with its sign; and of these, what is left is no word.
            ("€cluster", HOME),
            ("C~", ""),
            ("£7", ""),
        ] {
            visit.finds(question, titles).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_name_of_a_tag_is_found() {
    at_root(async |visit: Visit| {
        visit.host.adds(texts());
        visit.open("about/").await;
        visit.acts(Action::Search).await;
        for (question, titles) in [
            ("zeppelins", HOME),
            ("Zeppelin", HOME),
            ("zepp", HOME),
            ("chemistry", "Flour by its ash|How bread rises|The whole pantry"),
        ] {
            visit.finds(question, titles).await;
        }
    })
    .await;
}

#[tokio::test]
async fn other_scripts_are_found_as_well() {
    at_root_of("japanese", async |visit: Visit| {
        visit.open("about/").await;
        visit.acts(Action::Search).await;
        let grind = "ちょうどよい挽き目を探して、同じ豆を三十回いれてみた話";
        for (question, title) in [
            ("挽き目", grind),
            ("プログラム", grind),
            ("プログ", grind),
            ("手回しのミル", grind),
            ("extraction", grind),
        ] {
            visit.asks(question).await;
            visit.is(&format!("{}.split('|').includes('{title}')", fresh_titles()), true).await;
        }
        visit.asks("飛行船").await;
        visit.is(&fresh_titles(), "").await;
    })
    .await;
    at_root_of("arabic", async |visit: Visit| {
        visit.open("about/").await;
        visit.acts(Action::Search).await;
        let watering = "السقي بالأرقام";
        for question in ["الطماطم", "طماطم", "الطما", "الأرقام", "برمجة"] {
            visit.asks(question).await;
            visit.is(&format!("{}.split('|').includes('{watering}')", fresh_titles()), true).await;
        }
        visit.asks("منطاد").await;
        visit.is(&fresh_titles(), "").await;
    })
    .await;
}
