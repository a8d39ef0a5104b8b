//! The token of GitHub: what it does, and that it is nowhere but in requests to GitHub.

use fantoccini::Locator;

use super::author::{FIELD, STATE};
use super::github::GitHub;
use crate::visit::{Visit, at_root};

const HELLO: (&str, &str) = ("posts/hello.md", "+++\ntitle = \"Hello\"\ndate = 2025-03-01\n+++\nThe first words.\n");

/// Everything that a page, its storage and its address have, as one text. IndexedDB is read through.
const EVERYTHING: &str = "
    const done = arguments[0];
    (async () => {
        const found = [document.documentElement.outerHTML, location.href, document.cookie, document.title, name,
            JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), JSON.stringify(history.state),
            ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)];
        found.push(...performance.getEntriesByType('resource').map((entry) => entry.name));
        for (const { name } of await indexedDB.databases()) {
            const wait = (request) => new Promise((resolve) => request.onsuccess = () => resolve(request.result));
            const database = await wait(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
                const records = await wait(database.transaction(store).objectStore(store).getAll());
                found.push(...records.map((record) => JSON.stringify(record)));
            }
            database.close();
        }
        for (const name of await caches.keys()) {
            for (const request of await (await caches.open(name)).keys()) found.push(request.url);
        }
        done(found.join('\\n'));
    })();
";

/// A site whose repository is that of a user, on the stand-in of GitHub. The policy, which allows GitHub alone, is taken
/// away for it.
pub(super) async fn on_github(visit: &Visit, github: &GitHub) {
    let repository = format!("repository = \"https://github.com/{}\"\n", github.repository);
    visit.host.edit("site.toml", "language = \"en\"\n", &format!("language = \"en\"\n{repository}"));
    visit.is_without_policy();
    visit.runs_first(&format!(
        "{{ const real = window.fetch;
            window.fetch = (input, init) => {{
                const url = String(input?.url ?? input);
                return url.startsWith('https://api.github.com')
                    ? real(url.replace('https://api.github.com', '{}'), init) : real(input, init);
            }}; }}",
        GitHub::base()
    ));
    visit.arrive("write/").await;
    visit.is("document.querySelector('[data-do=token]') !== null", true).await;
}

/// Types into a field.
pub(super) async fn fills(visit: &Visit, selector: &str, keys: &str) {
    let field = visit.client.find(Locator::Css(selector)).await.expect("a field");
    field.send_keys(keys).await.expect("it takes keys");
}

async fn is_nowhere(visit: &Visit, github: &GitHub, when: &str) {
    let everything = visit.client.execute_async(EVERYTHING, vec![]).await.expect("a page");
    let everything = everything.as_str().expect("a text");
    assert!(everything.contains("write/"), "something was looked at");
    let secret = &github.token[github.token.len() - 20..];
    let at = everything.find(secret).map(|at| everything[at.saturating_sub(200)..at].to_owned());
    assert_eq!(at, None, "the token is found {when}");
}

#[tokio::test]
async fn a_token_saves_in_a_commit_and_is_in_no_place_that_others_read() {
    at_root(async |visit: Visit| {
        let github = GitHub::with(&[HELLO]);
        on_github(&visit, &github).await;
        visit.press("[data-do=token]").await;
        fills(&visit, "dialog [name=token]", &github.token).await;
        fills(&visit, "dialog [name=passphrase]", "flour water salt").await;
        visit.press("dialog [type=submit]").await;
        visit.is("document.querySelector('a[href=\"#posts/hello.md\"]') !== null", true).await;
        is_nowhere(&visit, &github, "in the list").await;

        visit.press("a[href='#posts/hello.md']").await;
        visit.is(&format!("{FIELD}?.value ?? ''"), HELLO.1).await;
        let field = visit.client.find(Locator::Css("#write-text")).await.expect("the field");
        visit.get(&format!("{FIELD}.setSelectionRange(9999, 9999)")).await;
        field.send_keys("And more.").await.expect("it takes keys");
        visit.is(STATE, "Kept on this device").await;
        is_nowhere(&visit, &github, "in a draft").await;
        visit.press("[data-do=save]").await;
        visit.is(&format!("({STATE}).startsWith('Saved to')"), true).await;
        assert_eq!(github.log(), ["Edit Hello", "Begin"]);
        is_nowhere(&visit, &github, "after a save").await;

        // The passphrase opens it again, and a wrong one does not.
        visit.client.refresh().await.expect("the host answers");
        visit.is("document.readyState", "complete").await;
        visit.arrive("write/").await;
        visit.is("document.querySelector('[data-do=token]') !== null", true).await;
        visit.press("[data-do=token]").await;
        fills(&visit, "dialog [name=passphrase]", "flour").await;
        visit.press("dialog [type=submit]").await;
        visit.is("document.querySelector('dialog [role=alert]')?.textContent", "This is not the passphrase.").await;
        visit.get("void (document.querySelector('dialog [name=passphrase]').value = '')").await;
        fills(&visit, "dialog [name=passphrase]", "flour water salt").await;
        visit.press("dialog [type=submit]").await;
        visit.is("document.querySelector('[data-do=forget-token]') !== null", true).await;
        is_nowhere(&visit, &github, "in the next visit").await;
        visit.press("[data-do=forget-token]").await;
        visit.is("localStorage.length", 0).await;
    })
    .await;
}

#[tokio::test]
async fn without_a_token_githubs_form_gets_the_text() {
    at_root(async |visit: Visit| {
        let github = GitHub::with(&[HELLO]);
        on_github(&visit, &github).await;
        visit.get("void (window.open = (address) => { window.opened = address; return null; })").await;
        visit.press("[data-do=new]").await;
        fills(&visit, "dialog [name=title]", "A note").await;
        visit.press("dialog [type=submit]").await;
        visit.is(&format!("{FIELD}?.filled ?? false"), true).await;
        fills(&visit, "#write-text", "Words.").await;
        visit.press("[data-do=save], [data-do=publish]").await;
        visit.is("document.querySelector('dialog form')?.dataset.do", "by-hand").await;
        visit.press("dialog [type=submit]").await;
        let form = format!("opened?.startsWith('https://github.com/{}/new/main/posts?')", github.repository);
        visit.is(&form, true).await;
        visit.is("new URL(opened).searchParams.get('filename')", "a-note.md").await;
        visit.is("new URL(opened).searchParams.get('value').includes('Words.')", true).await;
    })
    .await;
}
