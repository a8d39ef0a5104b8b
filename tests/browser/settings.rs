//! The reader's settings apply at once, and on the next visit from the first paint on; without storage nothing breaks.

use fantoccini::Locator;
use fantoccini::key::Key;
use personal_page::view::Action;
use personal_page::view::contract::storage::SETTINGS;

use crate::engine::Engine;
use crate::host::Manner;
use crate::visit::{Visit, at_both, key, ready, stored};

const THEME: &str = "document.documentElement.dataset.theme ?? ''";
const SCHEME: &str = "getComputedStyle(document.documentElement).colorScheme";
const BAR: &str = "document.querySelector('meta[name=theme-color]').content
    === getComputedStyle(document.documentElement).backgroundColor";
const OPEN: &str = "document.getElementById('reading-panel')?.matches(':popover-open') ?? false";

/// A storage that throws, as if the reader blocks it.
const REFUSE: &str =
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";

#[tokio::test]
async fn the_theme_button_cycles_and_announces_the_theme() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        for (theme, scheme, name) in [("light", "light", "Theme: light"), ("dark", "dark", "Theme: dark")] {
            visit.acts(Action::NextTheme).await;
            visit.is(THEME, theme).await;
            visit.is(SCHEME, scheme).await;
            visit.is(BAR, true).await;
            visit.is("document.getElementById('announcer').textContent", name).await;
            visit
                .is(&format!("document.querySelector('{}').innerText.trim()", Action::NextTheme.selector()), name)
                .await;
            visit.is(&stored(SETTINGS), format!("theme={theme}")).await;
        }
        visit.acts(Action::NextTheme).await;
        visit.is(THEME, "").await;
        visit.is("localStorage.length", 0).await;
    })
    .await;
}

#[tokio::test]
async fn the_theme_holds_before_the_program_and_nothing_moves_when_it_comes() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::NothingKept);
        visit.arrive("").await;
        let keep = format!("localStorage.setItem({}, 'theme=dark')", key(SETTINGS));
        visit.client.execute(&keep, vec![]).await.expect("a page that can keep something");
        visit.host.answers(Manner::ProgramLate);
        visit.arrive("posts/how-bread-rises/").await;
        assert_eq!(visit.get(&ready()).await, false, "the program is late");
        assert_eq!(visit.get(THEME).await, "dark");
        assert_eq!(visit.get(SCHEME).await, "dark");
        assert_eq!(visit.get(BAR).await, true, "the bar has the colour of the page");
        assert_eq!(visit.get("getComputedStyle(document.querySelector('.tools')).visibility").await, "hidden");
        let places = "JSON.stringify([...document.querySelectorAll('header *')].map((e) => e.getBoundingClientRect()))";
        let before = visit.get(places).await;
        visit.started().await;
        visit.still().await;
        assert_eq!(visit.get(places).await, before);
        assert_eq!(visit.get("getComputedStyle(document.querySelector('.tools')).visibility").await, "visible");
    })
    .await;
}

#[tokio::test]
async fn the_panel_opens_sets_resets_and_closes_by_keyboard() {
    at_both(async |visit: Visit| {
        visit.open("posts/how-bread-rises/").await;
        assert!(!visit.has("#reading-panel").await, "there is no panel until someone asks for it");
        let button = visit.client.find(Locator::Css(Action::Settings.selector())).await.expect("the button");
        button.send_keys(&Key::Enter.to_string()).await.expect("a key");
        visit.is(OPEN, true).await;

        // From the button to the theme, then to the size, and one choice to the right. In a low window, Firefox stops at
        // the panel itself first, because that scrolls.
        if Engine::tested() == Engine::Firefox {
            visit.presses(Key::Tab).await;
        }
        for key in [Key::Tab, Key::Tab, Key::Right] {
            visit.presses(key).await;
        }
        visit.is("document.documentElement.dataset.size", "large").await;
        visit.is(&stored(SETTINGS), "size=large").await;
        visit.press("input[name=face][value=sans]").await;
        visit.is(&stored(SETTINGS), "size=large&face=sans").await;

        let focused = visit.client.active_element().await.expect("the focus");
        focused.send_keys(&Key::Escape.to_string()).await.expect("a key");
        visit.is(OPEN, false).await;
        visit.is("document.activeElement.dataset.act", "settings").await;

        visit.open("").await;
        visit.is("document.documentElement.dataset.size", "large").await;
        visit.acts(Action::Settings).await;
        visit.is("document.querySelector('input[name=size]:checked').value", "large").await;
        visit.acts(Action::ResetSettings).await;
        visit.is("document.documentElement.dataset.size ?? ''", "").await;
        visit.is("document.querySelector('input[name=size]:checked').value", "").await;
        visit.is("localStorage.length", 0).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_browser_refuses_to_keep_is_all_that_is_lost() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::ProgramLate);
        visit.arrive("").await;
        visit.client.execute(REFUSE, vec![]).await.expect("a page without storage");
        visit.started().await;
        visit.acts(Action::NextTheme).await;
        visit.is(THEME, "light").await;
        visit.follow("Flour by its ash").await;
        visit.client.execute("scrollTo(0, 400)", vec![]).await.expect("a page to scroll");
        visit.back().await;
        visit.is("document.querySelector('.posts') !== null", true).await;
        visit.acts(Action::Settings).await;
        visit.acts(Action::ForgetProgress).await;
        visit.is("document.getElementById('announcer').textContent", "Forgotten").await;
    })
    .await;
}
