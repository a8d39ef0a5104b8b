//! What a reader takes along from a text: a link to a passage, and its Markdown.

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::visit::{Visit, at_both, at_both_without_scripts, at_root};

const POST: &str = "posts/a-year-of-loaves/";
/// A clipboard that the test can read.
const CLIPBOARD: &str = "Clipboard.prototype.writeText = async (text) => { window.clipboard = text };
    Clipboard.prototype.write = async ([item]) => { window.clipboard = await (await item.getType('text/plain')).text() }";
const OFFERED: &str = "document.querySelector('.passage:popover-open') !== null";
const SAID: &str = "document.getElementById('announcer').textContent";

impl Visit {
    /// Selects words of the text: from the first of some that begin so, to the next of some that end so.
    async fn selects(&self, from: &str, to: &str) {
        let select =
            "const [from, to] = arguments, walker = document.createTreeWalker(document.querySelector('.text'), 4);
            let start, node;
            while (node = walker.nextNode()) {
                if (!start && node.data.includes(from)) start = [node, node.data.indexOf(from)];
                const after = start?.[0] === node ? start[1] : 0, end = node.data.indexOf(to, after);
                if (start && end >= 0) return getSelection().setBaseAndExtent(...start, node, end + to.length);
            }
            throw new Error('not in the text')";
        self.presses(Key::Shift).await;
        self.client.execute(select, vec![from.into(), to.into()]).await.expect("words of the text");
        self.is(OFFERED, true).await;
    }

    /// Copies the link to what is selected.
    async fn copies(&self) -> String {
        self.client.execute(CLIPBOARD, vec![]).await.expect("a clipboard");
        self.press(".passage").await;
        self.is(SAID, "Copied").await;
        self.get("window.clipboard").await.as_str().expect("a link").to_owned()
    }
}

#[tokio::test]
async fn a_link_to_a_passage_leads_to_it_and_the_program_leaves_it_in_view() {
    at_both(async |visit: Visit| {
        visit.open(&format!("{POST}?from=feed")).await;
        visit.selects("swept out the embers", "on the floor").await;
        let link = visit.copies().await;
        let fragment =
            "#:~:text=swept%20out%20the%20embers%2C%20and%20threw%20a%20handful%20of%20flour%20on%20the%20floor";
        assert_eq!(link, visit.address(POST) + fragment);
        assert_eq!(visit.get("String(getSelection()).startsWith('swept')").await, true, "the selection stays");
        visit.is(OFFERED, false).await;

        visit.open("about/").await;
        visit.open(&format!("{POST}{fragment}")).await;
        if Engine::tested() == Engine::Chromium {
            visit.is("scrollY > 300", true).await;
            let height = visit.get("scrollY").await.as_f64().expect("a height");
            // Longer than anything that the program does after it has taken over.
            tokio::time::sleep(std::time::Duration::from_millis(800)).await;
            visit.is_near(height).await;
        }
        assert_eq!(visit.get("document.querySelectorAll('main > .page').length > 0").await, true);
    })
    .await;
}

#[tokio::test]
async fn words_that_are_there_twice_come_with_those_around_them() {
    at_root(async |visit: Visit| {
        visit.host.adds([(
            "twice.md".to_owned(),
            "+++\ntitle = \"Twice\"\ndate = 2026-04-01\n+++\nOne loaf-tin, two & three.\n\nA cold oven, a warm oven, an oven at last.\n\n\
             ## Again\n\nThe oven was warm. The end of it.\n\n## Again\n\nThe oven was cold. The end of it.\n"
                .to_owned(),
        )]);
        for (from, to, text) in [
            ("loaf-tin", "two & three", "loaf%2Dtin%2C%20two%20%26%20three"),
            // Whole words only.
            ("ne loaf", "loaf", "One%20loaf"),
            ("warm oven", "warm oven", "warm%20oven"),
            ("was cold", "was cold", "was%20cold"),
            ("oven at last", "oven at last", "oven%20at%20last"),
            ("A cold", "was warm", "A%20cold%20oven,oven%20was%20warm"),
        ] {
            visit.open("posts/twice/").await;
            visit.selects(from, to).await;
            assert_eq!(visit.copies().await, format!("{}#:~:text={text}", visit.address("posts/twice/")));
        }
        // The second of two headings, and of two sentences.
        for (parent, text) in [("#again-1", "it.-,Again"), ("#again-1 + p", "The%20oven%20was%20cold.%20The%20end%20of%20it.")] {
            visit.open("posts/twice/").await;
            visit.presses(Key::Shift).await;
            visit.get(&format!("getSelection().selectAllChildren(document.querySelector('{parent}'))")).await;
            visit.is(OFFERED, true).await;
            assert_eq!(visit.copies().await, format!("{}#:~:text={text}", visit.address("posts/twice/")));
        }
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_reaches_the_button_after_the_selection() {
    at_root(async |visit: Visit| {
        visit.open(POST).await;
        visit.client.execute(CLIPBOARD, vec![]).await.expect("a clipboard");
        visit.selects("The cure was dull", "The cure was dull").await;
        visit.presses(Key::Tab).await;
        visit.is("document.activeElement.className", "passage").await;
        visit.presses(Key::Enter).await;
        visit.is(SAID, "Copied").await;
        visit.is("window.clipboard.endsWith('#:~:text=The%20cure%20was%20dull')", true).await;
        visit.presses(Key::Tab).await;
        visit.is("document.activeElement.closest('.text') !== null", true).await;
        visit.is(OFFERED, false).await;

        visit.selects("threw away", "a thermometer").await;
        visit.presses(Key::Escape).await;
        visit.is(OFFERED, false).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_offered_outside_the_text_and_on_the_next_page_it_is_that_pages_address() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.presses(Key::Shift).await;
        visit.get("getSelection().selectAllChildren(document.querySelector('.posts'))").await;
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        assert_eq!(visit.get(OFFERED).await, false, "a list is no text");
        visit.follow("A year of loaves").await;
        visit.get("getSelection().selectAllChildren(document.querySelector('h1'))").await;
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        assert_eq!(visit.get(OFFERED).await, false, "the title is above the text");
        visit.selects("The cure was dull", "The cure was dull").await;
        let link = visit.copies().await;
        assert_eq!(link, visit.address(POST) + "#:~:text=The%20cure%20was%20dull");
        visit.selects("The cure was dull", "was dull").await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.is(OFFERED, false).await;
    })
    .await;
}

#[tokio::test]
async fn a_text_can_be_copied_as_markdown() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.follow("A year of loaves").await;
        visit.client.execute(CLIPBOARD, vec![]).await.expect("a clipboard");
        visit.hovers(".as-markdown a").await;
        let button = "document.querySelector('.as-markdown button')";
        visit.is(&format!("{button}.textContent"), "Copy as Markdown").await;
        visit.press(".as-markdown button").await;
        visit.is(SAID, "Copied").await;
        visit.is(&format!("{button}.textContent"), "Copied").await;
        let copied = visit.get("window.clipboard").await;
        assert!(copied.as_str().is_some_and(|text| text.contains("## Winter")), "{copied}");
        let file = "fetch(document.querySelector('.as-markdown a').href).then((answer) => answer.text())";
        assert_eq!(visit.get(file).await, copied);
        visit.is(&format!("{button}.textContent"), "Copy as Markdown").await;

        visit
            .client
            .execute("Clipboard.prototype.write = () => Promise.reject(new Error('no'))", vec![])
            .await
            .expect("a page");
        visit.press(".as-markdown button").await;
        visit.is(SAID, "Could not copy").await;
        // A page that comes back has one button.
        visit.back().await;
        visit.forward().await;
        visit.reads("A year of loaves").await;
        visit.is("document.querySelectorAll('main > :first-child .as-markdown button').length", 1).await;
    })
    .await;
}

#[tokio::test]
async fn without_the_program_a_link_leads_to_the_markdown() {
    at_both_without_scripts(async |visit: Visit| {
        visit.arrive(POST).await;
        assert!(!visit.has(".as-markdown button").await);
        assert_eq!(visit.text(".as-markdown").await, "View as Markdown");
        // WebKit's driver gives the whole address.
        let link = visit.attribute(".as-markdown a", "href").await;
        let file = link.rsplit('/').next().unwrap_or_default();
        assert!(visit.host.out().join(POST).join(file).is_file(), "{link}");
    })
    .await;
}
