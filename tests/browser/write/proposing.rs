//! A reader who may not push proposes a change from the published page.

use serde_json::json;

use super::author::{FIELD, STATE};
use super::github::GitHub;
use super::token::{fills, on_github};
use crate::visit::{Visit, at_root};

const POST: &str = "posts/counting-loaves.md";

#[tokio::test]
async fn what_somebody_else_writes_becomes_a_pull_request() {
    at_root(async |visit: Visit| {
        let source = visit.host.source(POST);
        let (owner, reader) = (GitHub::with(&[(POST, &source)]), GitHub::alone());
        on_github(&visit, &owner).await;
        visit.press("[data-do=token]").await;
        fills(&visit, "dialog [name=token]", &reader.token).await;
        visit.press("dialog [type=submit]").await;
        visit.is("document.querySelector('dialog[open]') === null", true).await;
        visit.press(&format!("a[href='#{POST}']")).await;
        visit.is(&format!("{FIELD}?.value ?? ''"), source).await;
        visit.get(&format!("{FIELD}.setSelectionRange(99999, 99999)")).await;
        fills(&visit, "#write-text", "Count the crumbs, too.").await;
        visit.is("document.querySelector('[data-do=save]').textContent", "Propose").await;
        visit.press("[data-do=save]").await;

        visit.is(&format!("({STATE}).startsWith('Proposed')"), true).await;
        let link = format!("document.querySelector('.write-notice a')?.href.includes('/{}/pull/')", owner.repository);
        visit.is(&link, true).await;
        assert_eq!(owner.log(), ["Begin"], "the site is as before");
        let pulls = owner.ask("pulls", &json!({}));
        let pulls = pulls.as_array().expect("pull requests").iter();
        assert_eq!(pulls.filter(|pull| pull["repository"] == owner.repository.as_str()).count(), 1);
    })
    .await;
}
