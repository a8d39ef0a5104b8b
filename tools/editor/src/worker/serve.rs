//! What runs in the worker: it loads the data of the site, prepares the texts that it is sent, and loads the grammars that
//! they need. Browser only.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{self, PanicHookInfo};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{ArrayBuffer, Uint8Array};
use personal_page::bundle::preview::{Preparer, SiteIndex};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Request, RequestCache, RequestInit, Response};

use super::messages::{Answer, Ask, FromWorker, Question, ToWorker};
use super::work::Work;
use crate::browser::clock::today;

/// The files, beside the script of the worker.
const SITE: &str = "site.json";
const GRAMMARS: &str = "grammars/";
/// The pause in the questions after which a text is checked.
const PAUSE_MS: i32 = 250;
const OTHER_VERSION: &str =
    "write/site.json is of another version than this editor: load the page again, or publish the site again";

/// The state of the worker.
struct Served {
    scope: DedicatedWorkerGlobalScope,
    preparer: RefCell<Option<(Preparer, Arc<Work>)>>,
    /// The last question.
    last: RefCell<Option<Ask>>,
    /// The grammars that were requested, by language. An empty one is still being loaded, or cannot be.
    grammars: RefCell<BTreeMap<String, Vec<u8>>>,
}

/// Begins to serve the page.
pub fn start(scope: DedicatedWorkerGlobalScope) {
    panic::set_hook(Box::new(tell_of_panic));
    let served = Rc::new(Served {
        scope: scope.clone(),
        preparer: RefCell::default(),
        last: RefCell::default(),
        grammars: RefCell::default(),
    });
    spawn_local(Rc::clone(&served).load());
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
        match message {
            Some(ToWorker::Ask(ask)) => {
                served.last.replace(Some(ask));
                served.answer(false);
                served.check_later();
            }
            Some(ToWorker::Refresh) => spawn_local(Rc::clone(&served).load()),
            None => {}
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // Never removed: it is needed as long as there is the worker.
    hear.forget();
}

impl Served {
    /// Loads the data of the site.
    async fn load(self: Rc<Self>) {
        let loaded = self.fetch(SITE).await;
        let index = loaded.and_then(|bytes| SiteIndex::read(&bytes).ok_or_else(|| OTHER_VERSION.to_owned()));
        match index {
            Ok(index) => {
                let work = Arc::new(Work::new(&index));
                for (name, grammar) in self.grammars.borrow().iter().filter(|(_, grammar)| !grammar.is_empty()) {
                    work.add_grammar(name, grammar);
                }
                let mut preparer = Preparer::new(index);
                // The site may have been built days ago.
                if let Ok(today) = today().parse() {
                    preparer.set_today(today);
                }
                preparer.set_costly(work.clone());
                self.say(&FromWorker::Ready(preparer.pages().to_vec()));
                self.preparer.replace(Some((preparer, work)));
            }
            Err(message) => self.say(&FromWorker::Trouble(message)),
        }
    }

    /// Checks the text of the last question, too, if no other is asked for a while.
    fn check_later(self: &Rc<Self>) {
        let served = Rc::clone(self);
        let id = self.last_id();
        let check = Closure::once_into_js(move || {
            if served.last_id() == id {
                served.answer(true);
            }
        });
        let _ = self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(check.unchecked_ref(), PAUSE_MS);
    }

    /// The number of the last question.
    fn last_id(&self) -> Option<u32> {
        self.last.borrow().as_ref().map(|ask| ask.id)
    }

    /// Answers the last question.
    fn answer(self: &Rc<Self>, is_checked: bool) {
        let (preparer, last) = (self.preparer.borrow(), self.last.borrow());
        let (Some((preparer, _)), Some(Ask { id, question })) = (preparer.as_ref(), last.as_ref()) else { return };
        let Question { path, text, pictures } = question;
        let preview =
            if is_checked { preparer.prepare(path, text, pictures) } else { preparer.draw(path, text, pictures) };
        let missing: Vec<String> = {
            let mut requested = self.grammars.borrow_mut();
            let new = preview.missing_grammars.iter().filter(|language| !requested.contains_key(*language));
            let new: Vec<String> = new.cloned().collect();
            requested.extend(new.iter().map(|language| (language.clone(), Vec::new())));
            new
        };
        self.say(&FromWorker::Answer(Answer { id: *id, preview }));
        if !missing.is_empty() {
            spawn_local(Rc::clone(self).add_grammars(missing));
        }
    }

    /// Loads grammars, and answers the last question again.
    async fn add_grammars(self: Rc<Self>, languages: Vec<String>) {
        for language in languages {
            match self.fetch(&[GRAMMARS, &language].concat()).await {
                Ok(grammar) => {
                    if let Some((preparer, work)) = self.preparer.borrow_mut().as_mut() {
                        work.add_grammar(&language, &grammar);
                        preparer.set_costly(work.clone());
                    }
                    self.grammars.borrow_mut().insert(language, grammar);
                }
                Err(message) => self.say(&FromWorker::Trouble(message)),
            }
        }
        self.answer(true);
    }

    /// The content of a file.
    async fn fetch(&self, name: &str) -> Result<Vec<u8>, String> {
        let failed = |_| format!("{name} cannot be loaded");
        let how = RequestInit::new();
        // The site may have been published again since.
        how.set_cache(RequestCache::NoCache);
        let request = Request::new_with_str_and_init(name, &how).map_err(failed)?;
        let response: Response =
            JsFuture::from(self.scope.fetch_with_request(&request)).await.map_err(failed)?.unchecked_into();
        if !response.ok() {
            return Err(format!("{name} cannot be loaded: the server answers {}", response.status()));
        }
        let bytes = JsFuture::from(response.array_buffer().map_err(failed)?).await.map_err(failed)?;
        Ok(Uint8Array::new(&bytes.unchecked_into::<ArrayBuffer>()).to_vec())
    }

    fn say(&self, message: &FromWorker) {
        say(&self.scope, message);
    }
}

fn say(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    if let Ok(text) = serde_json::to_string(message) {
        let _ = scope.post_message(&text.into());
    }
}

/// Tells the page why the worker is about to fail. The failure itself is an event of the worker there.
fn tell_of_panic(info: &PanicHookInfo<'_>) {
    // A hook cannot own the scope, which belongs to one thread.
    if let Ok(scope) = js_sys::global().dyn_into() {
        say(&scope, &FromWorker::Trouble(info.to_string()));
    }
}
