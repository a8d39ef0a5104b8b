//! Input methods. A driver cannot compose, so the events are those that browsers send while an author writes Japanese.

use super::author::{Author, FIELD, HELLO, PREVIEW, STATE, at_hello};

/// Composes `nihon`, chooses 日本, and writes on. At each step the field is what a browser makes it.
const COMPOSE: &str = "
    const done = arguments[0];
    (async () => {
    const field = document.getElementById('write-text'), start = field.selectionEnd;
    let end = start;
    const event = (Kind, name, data, more) => field.dispatchEvent(new Kind(name, { bubbles: true, data, ...more }));
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
    const seen = [];
    const compose = async (data) => {
        event(CompositionEvent, 'compositionupdate', data);
        const more = { inputType: 'insertCompositionText', isComposing: true };
        event(InputEvent, 'beforeinput', data, more);
        field.setRangeText(data, start, end, 'end');
        end = start + data.length;
        event(InputEvent, 'input', data, more);
        await frame();
        seen.push(field.value.slice(start, end));
    };
    const key = (key) => field.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true, keyCode: 229 }));
    event(CompositionEvent, 'compositionstart', '');
    for (const step of ['ｎ', 'に', 'にｈ', 'にほ', 'にほん', '日本']) await compose(step);
    // Enter confirms a word, and Tab chooses another: neither is a command of the editor.
    seen.push(key('Enter'), key('Tab'));
    event(CompositionEvent, 'compositionend', '日本');
    await frame();
    done(seen);
    })();
";

#[tokio::test]
async fn japanese_is_composed_without_interference() {
    at_hello(async |author: Author| {
        let before = author.text(&format!("{FIELD}.value")).await;
        author.writes_behind("The first words.", "\n\n- ").await;
        let seen = author.client.execute_async(COMPOSE, vec![]).await.expect("a page");
        assert_eq!(seen, serde_json::json!(["ｎ", "に", "にｈ", "にほ", "にほん", "日本", true, true]));
        author.presses("は").await;
        author.is(&format!("{FIELD}.value"), before.replace("words.", "words.\n\n- 日本は")).await;
        author.says(&format!("{PREVIEW}.textContent"), "日本は").await;
        author.says(STATE, "Kept on this device").await;
        author.saves().await;
        assert!(author.file(HELLO).contains("- 日本は\n"));
        author.presses_control('z').await;
        author.is(&format!("{FIELD}.value.includes('ｎ') || {FIELD}.value.includes('にほ')"), false).await;
    })
    .await;
}
