//! What the browser is told to do.

use js_sys::Date;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::app::{send, state};
use super::{dom, field, files, keep, marks, mirror, open, pictures, preview, saves, scroll, start, tokens};
use crate::page::event::{Effect, Event};
use crate::page::path;
use crate::page::view::ids;
use crate::worker::messages::Question;

/// Does what an event leads to.
pub(crate) fn run(effect: Effect) {
    match effect {
        Effect::List => spawn_local(saves::list()),
        Effect::Reread(path) => spawn_local(open::reread(path)),
        Effect::ReadDrafts => spawn_local(keep::read_all()),
        Effect::Open { path, block } => spawn_local(open::open(path, block)),
        Effect::Go(path) => go(path),
        Effect::Release => open::release(),
        Effect::Hold(path) => spawn_local(open::hold_again(path)),
        Effect::TakeOver(path) => spawn_local(open::take_over(path)),
        Effect::Fill => fill(),
        Effect::Show => show(),
        Effect::Reveal => state(|state| {
            if let Some(editor) = &state.editor {
                marks::reveal(&editor.text, editor.selection);
            }
        }),
        Effect::Ask => ask(),
        Effect::Preview(page) => {
            preview::show(page);
            scroll::forget();
        }
        Effect::Mark => dom::when_idle(marks::draw),
        Effect::Keep => keep::soon(),
        Effect::KeepNow => keep::now(),
        Effect::Forget(path, pictures) => spawn_local(keep::forget(path, pictures)),
        Effect::ForgetSaved(path, text) => spawn_local(keep::forget_saved(path, text)),
        Effect::Take(waiting, path) => pictures::take(waiting, path),
        Effect::MovePictures(moved) => pictures::rename(moved),
        Effect::Save(save, pictures) => spawn_local(saves::save(save, pictures)),
        Effect::Move { from, to, base, file } => spawn_local(saves::rename(from, to, base, file)),
        Effect::Delete(path) => spawn_local(saves::delete(path)),
        Effect::Download => files::download(),
        Effect::Form => spawn_local(files::form()),
        Effect::OpenFolder => spawn_local(saves::open_folder()),
        Effect::UseToken(token, passphrase) => spawn_local(tokens::enter(token, passphrase)),
        Effect::UnlockToken(passphrase) => spawn_local(tokens::unlock(passphrase)),
        Effect::ForgetToken => spawn_local(tokens::forget()),
        Effect::AskToken => spawn_local(tokens::ask()),
        Effect::Focus(id) => focus(id),
        Effect::Watch(commit) => spawn_local(saves::watch(commit)),
    }
}

/// Puts a text or the list into the address, which then is gone to.
fn go(path: Option<String>) {
    let _ = dom::window().location().set_hash(&path.map(|path| path::anchor(&path)).unwrap_or_default());
}

fn fill() {
    mirror::clear();
    scroll::forget();
    let language = state(|state| {
        let editor = state.editor.as_ref()?;
        field::open(&editor.text, editor.selection);
        Some(state.language.clone())
    });
    let Some(language) = language else { return };
    if preview::document().is_none() {
        preview::begin(&language, ask);
    }
}

fn show() {
    state(|state| {
        if let Some(editor) = &state.editor {
            field::show(&editor.text, editor.selection);
        }
    });
}

/// Asks the worker, which answers the newest question only.
fn ask() {
    let question = state(|state| {
        let editor = state.editor.as_ref()?;
        Some(Question { path: editor.path.clone(), text: editor.text.clone(), pictures: Vec::new() })
    });
    let Some(mut question) = question else { return };
    question.pictures = pictures::shown();
    let id = start::worker().ask(question);
    super::app::begin(|state| {
        if let Some(editor) = state.editor.as_deref_mut() {
            editor.asked = id;
        }
    });
}

/// Gives an element the focus, or the first in it that can have one.
fn focus(id: &str) {
    let Some(element) = dom::by_id::<HtmlElement>(id) else { return };
    let within = |selector: &str| element.query_selector(selector).ok().flatten();
    let first = within("input, textarea, .write-found").or_else(|| within("button"));
    let own = ["INPUT", "TEXTAREA", "BUTTON"].contains(&element.tag_name().as_str());
    dom::focus(if own { element.as_ref() } else { first.as_ref().unwrap_or(&element) });
    if id == ids::FIND_WHAT {
        let _ = crate::browser::js::call(&element, "select", &[]);
    }
}

/// Now, in milliseconds since 1970.
pub(crate) fn now() -> f64 {
    Date::now()
}

/// Sends an event later than the current one.
pub(crate) fn later(event: Event) {
    dom::later(0, move || send(event));
}
