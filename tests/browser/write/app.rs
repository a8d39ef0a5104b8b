//! The page of the editor as an app: it opens without a network, and takes what other apps share.

use super::author::{FIELD, PREVIEW, STATE};
use super::token::fills;
use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root};

/// The files of the editor that its worker has stored.
const STORED: &str = "caches.keys().then((names) => caches.open(names.find((name) => name.includes(':editor:'))))
    .then((cache) => cache.keys()).then((keys) => keys.length > 4)";
/// Shares words and a picture as a phone does: by a form that is sent to the page.
const SHARES: &str = "(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: './', enctype: 'multipart/form-data' });
    form.innerHTML = '<input name=title><input name=text><input name=url><input type=file name=pictures>';
    form.title.value = '';
    [form[0].value, form[1].value, form[2].value] = ['Rye', 'Two loaves.', 'https://bread.example/rye'];
    const picture = new File(['<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>'], 'a loaf.svg', { type: 'image/svg+xml' });
    const files = new DataTransfer();
    files.items.add(picture);
    form[3].files = files.files;
    document.body.append(form);
    form.submit();
})()";

async fn is_installed(visit: &Visit) {
    visit.host.answers(Manner::NothingKept);
    visit.arrive("write/").await;
    visit.is("navigator.serviceWorker.ready.then(({ active }) => active !== null)", true).await;
    visit.is(STORED, true).await;
}

#[tokio::test]
async fn the_editor_opens_without_a_network_and_keeps_what_is_written() {
    at_both(async |visit: Visit| {
        is_installed(&visit).await;
        visit.host.leaves();
        visit.arrive("write/").await;
        visit.is("document.querySelector('[data-do=new]') !== null", true).await;
        visit.press("[data-do=new]").await;
        fills(&visit, "dialog [name=title]", "A note").await;
        visit.press("dialog [type=submit]").await;
        visit.is(&format!("{FIELD}?.value.includes('A note') ?? false"), true).await;
        fills(&visit, "#write-text", "Words on a train.").await;
        visit.is(STATE, "Kept on this device").await;
        visit.is(&format!("{PREVIEW}?.textContent.includes('Words on a train.') ?? false"), true).await;
        visit.arrive("write/").await;
        visit.is("document.querySelector('.write-rows')?.textContent.includes('A note') ?? false", true).await;
    })
    .await;
}

#[tokio::test]
async fn turned_off_the_editor_leaves_its_drafts_and_nothing_else() {
    at_root(async |visit: Visit| {
        is_installed(&visit).await;
        visit.press("[data-do=new]").await;
        fills(&visit, "dialog [name=title]", "A note").await;
        visit.press("dialog [type=submit]").await;
        visit.is(STATE, "Kept on this device").await;
        visit.host.withdraw("write/");
        visit.host.edit("site.toml", "[author]\n", "[write]\nenabled = false\n\n[author]\n");
        visit.arrive("write/").await;
        visit.is("document.querySelector('#write-text, [data-do=new]') === null", true).await;
        visit.is("navigator.serviceWorker.getRegistrations().then((workers) => workers.length)", 0).await;
        visit.is("caches.keys().then((names) => names.filter((name) => name.includes('/write/')).length)", 0).await;
        visit.is("indexedDB.databases().then((databases) => databases.length)", 1).await;
    })
    .await;
}

#[tokio::test]
async fn what_another_app_shares_becomes_a_draft_with_its_picture() {
    at_root(async |visit: Visit| {
        // The policy forbids forms in the page; the phone's is none of the page.
        visit.is_without_policy();
        is_installed(&visit).await;
        visit.get(SHARES).await;
        visit.is("location.hash", "#posts/rye/index.md").await;
        let has = |words: &str| format!("{FIELD}?.value.includes('{words}') ?? false");
        for words in ["Two loaves.", "<https://bread.example/rye>", "](./"] {
            visit.is(&has(words), true).await;
        }
        visit.is(STATE, "Kept on this device").await;
        visit
            .is(
                "caches.keys().then((names) => caches.open(names.find((name) => name.endsWith(':shared'))))
            .then((cache) => cache.keys()).then((keys) => keys.length)",
                0,
            )
            .await;
        visit.arrive("write/").await;
        visit.is("location.hash", "").await;
        visit.is("document.querySelector('.write-rows')?.textContent.includes('Rye') ?? false", true).await;
    })
    .await;
}
