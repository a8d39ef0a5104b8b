//! A page is the same whether it came as a document or was drawn by the program.

use personal_page::view::Action;

use crate::console;
use crate::visit::{Visit, at_both};

/// A document as a string: its content, and the tags in its head that a reader notices (others concern programs that
/// read documents). Without differences that have no meaning: Leptos separates texts by comments, and has its own
/// order of attributes. Without the button that copies the Markdown, which a script adds. Without the state of the reader: what was read, where the reader is, and the theme colour. Without
/// the pages that are laid out in advance, which nobody sees.
const PORTRAIT: &str = "
    window.portrait = (page) => {
        const app = page.getElementById('app').cloneNode(true);
        const comments = page.createTreeWalker(app, NodeFilter.SHOW_COMMENT);
        const found = [];
        while (comments.nextNode()) found.push(comments.currentNode);
        found.forEach((comment) => comment.remove());
        app.querySelector('#announcer').textContent = '';
        app.querySelectorAll('.page[data-staged]').forEach((staged) => staged.remove());
        app.querySelectorAll('.unread-word, .resume').forEach((added) => added.remove());
        app.querySelectorAll('.as-markdown').forEach((line) => line.replaceChildren(line.querySelector('a')));
        app.querySelectorAll('.posts li').forEach((post) => post.removeAttribute('class'));
        app.querySelectorAll('.contents a').forEach((link) => link.removeAttribute('aria-current'));
        app.normalize();
        app.querySelectorAll('*').forEach((element) => {
            const attributes = [...element.attributes].sort((a, b) => a.name < b.name ? -1 : 1);
            attributes.forEach(({ name }) => element.removeAttribute(name));
            attributes.forEach((attribute) => element.setAttributeNode(attribute));
        });
        const tags = [...page.head.querySelectorAll('title, meta[name=description], link[rel=canonical]')].map((tag) => tag.outerHTML);
        return [page.documentElement.lang, ...tags, app.innerHTML].join('\\n');
    };
    window.statically = async () => {
        const text = await (await fetch(location.href)).text();
        return portrait(new DOMParser().parseFromString(text, 'text/html'));
    };
";

#[tokio::test]
async fn every_page_is_the_same_drawn_and_loaded() {
    at_both(async |visit: Visit| {
        visit.open("about/").await;
        visit.mark().await;
        visit.client.execute(PORTRAIT, vec![]).await.expect("a page to ask");
        let mut pages = visit.host.pages();
        // The first page comes last, so that it is drawn from memory.
        pages.sort_by_key(|page| page == "about/");
        for page in pages {
            visit.adds_link("Next", &format!("{}{page}", visit.host.base)).await;
            visit.click("Next").await;
            visit.stands_at(&page).await;
            visit.at_rest().await;
            let (drawn, loaded) = (visit.get("portrait(document)").await, visit.get("statically()").await);
            assert_eq!(drawn, loaded, "{page}");
        }
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_left_of_what_moved() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.client.execute(PORTRAIT, vec![]).await.expect("a page to ask");
        let same = "statically().then((page) => page === portrait(document) || [page, portrait(document)])";
        visit.follow("A year of loaves").await;
        visit.at_rest().await;
        visit.is(same, true).await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.at_rest().await;
        visit.is(same, true).await;
        visit.follow("Flour by its ash").await;
        visit.at_rest().await;
        visit.is(same, true).await;
    })
    .await;
}

#[tokio::test]
async fn the_head_has_one_of_each_and_follows() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.follow("A year of loaves").await;
        visit.click("counting loaves").await;
        visit.reads("Counting loaves in C++ and Rust").await;
        visit.follow("About").await;
        for selector in [
            "title",
            "meta[name=description]",
            "link[rel=canonical]",
            ".page:not([data-staged]) h1",
            "main",
            "#announcer",
        ] {
            assert_eq!(visit.get(&format!("document.querySelectorAll('{selector}').length")).await, 1, "{selector}");
        }
        assert_eq!(visit.attribute("meta[name=description]", "content").await, "Who bakes here, and with what.");
        assert_eq!(visit.attribute("link[rel=canonical]", "href").await, visit.address("about/"));
    })
    .await;
}

#[tokio::test]
async fn a_walk_through_every_page_leaves_nothing_in_the_console() {
    at_both(async |visit: Visit| {
        for page in visit.host.pages() {
            visit.open(&page).await;
            assert_eq!(console::all(&visit.client).await, Vec::<String>::new(), "{page}");
        }
        visit.acts(Action::Search).await;
        visit.is("document.activeElement.localName", "input").await;
        visit.client.active_element().await.expect("the focus").send_keys("rye").await.expect("keys");
        visit.is("document.querySelectorAll('.search li').length > 1", true).await;
        visit.press(&format!(".search {}", Action::Close.selector())).await;
        for page in visit.host.pages() {
            visit.adds_link("Next", &format!("{}{page}", visit.host.base)).await;
            visit.click("Next").await;
            visit.stands_at(&page).await;
            visit.still().await;
        }
        assert_eq!(console::all(&visit.client).await, Vec::<String>::new());
    })
    .await;
}
