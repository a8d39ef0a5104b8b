//! What runs in the worker: it loads the data of the site, prepares the texts that it is sent, and loads what they need
//! besides. Browser only.

use std::cell::RefCell;
use std::panic::{self, PanicHookInfo};
use std::rc::Rc;
use std::sync::Arc;

use personal_page::bundle::Policy;
use personal_page::bundle::preview::{Preparer, SiteIndex};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::costly::Program;
use super::files::{self, GRAMMARS, OTHER_VERSION, SITE};
use super::messages::{Answer, Ask, FromWorker, Question, ToWorker};
use super::needs::Needs;
use crate::browser::clock::today;
use crate::text::edit::Edit;

/// The pause in the questions after which a text is checked.
const PAUSE_MS: i32 = 250;

/// The state of the worker.
struct Served {
    scope: DedicatedWorkerGlobalScope,
    site: RefCell<Option<(Preparer, Policy)>>,
    /// The last question, and its number.
    last: RefCell<Option<(u32, Question)>>,
    /// The HTML of the last answer.
    html: RefCell<String>,
    needs: RefCell<Needs>,
}

/// Begins to serve the page.
pub fn start(scope: DedicatedWorkerGlobalScope) {
    panic::set_hook(Box::new(tell_of_panic));
    let served = Rc::new(Served {
        scope: scope.clone(),
        site: RefCell::default(),
        last: RefCell::default(),
        html: RefCell::default(),
        needs: RefCell::default(),
    });
    spawn_local(Rc::clone(&served).load());
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
        match message {
            Some(ToWorker::Ask(ask)) => {
                served.take(ask);
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
        let loaded = files::load(SITE).await;
        let index = loaded.and_then(|bytes| SiteIndex::read(&bytes).ok_or_else(|| OTHER_VERSION.to_owned()));
        match index {
            Ok(index) => {
                let policy = index.policy().clone();
                let mut preparer = Preparer::new(index);
                // The site may have been built days ago.
                if let Ok(today) = today().parse() {
                    preparer.set_today(today);
                }
                self.site.replace(Some((preparer, policy)));
                self.use_program();
                self.say(&FromWorker::Ready);
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
        self.last.borrow().as_ref().map(|(id, _)| *id)
    }

    /// Takes a question, whose text is the change of that of the last one.
    fn take(&self, Ask { id, question: Question { path, text, pictures } }: Ask) {
        let mut last = self.last.borrow_mut();
        let text = text.apply(last.as_ref().map_or("", |(_, question)| &question.text));
        *last = Some((id, Question { path, text, pictures }));
    }

    /// Answers the last question, and begins to load what its text needs besides.
    fn answer(self: &Rc<Self>, is_checked: bool) {
        let (site, last) = (self.site.borrow(), self.last.borrow());
        let (Some((preparer, _)), Some((id, question))) = (site.as_ref(), last.as_ref()) else { return };
        let Question { path, text, pictures } = question;
        let mut preview =
            if is_checked { preparer.prepare(path, text, pictures) } else { preparer.draw(path, text, pictures) };
        let requests = self.needs.borrow_mut().of(&preview);
        let html = std::mem::take(&mut preview.html);
        let before = self.html.replace(html);
        let html = Edit::between(&before, &self.html.borrow());
        self.say(&FromWorker::Answer(Answer { id: *id, html, preview: Box::new(preview) }));
        if requests.program {
            spawn_local(Rc::clone(self).load_program());
        }
        if !requests.grammars.is_empty() {
            spawn_local(Rc::clone(self).load_grammars(requests.grammars));
        }
    }

    /// Loads the program for the costly work, and answers the last question again.
    async fn load_program(self: Rc<Self>) {
        let loaded = Program::load().await;
        self.needs.borrow_mut().program_is(loaded.is_ok());
        match loaded {
            Ok(()) => {
                self.use_program();
                self.answer(true);
            }
            Err(message) => self.say(&FromWorker::Trouble(message)),
        }
    }

    /// Loads grammars, and answers the last question again.
    async fn load_grammars(self: Rc<Self>, names: Vec<String>) {
        for name in names {
            match files::load(&[GRAMMARS, &name].concat()).await {
                Ok(grammar) => {
                    if self.needs.borrow().has_program() {
                        Program::add_grammar(&name, &grammar);
                    }
                    self.needs.borrow_mut().keep(name, grammar);
                }
                Err(message) => self.say(&FromWorker::Trouble(message)),
            }
        }
        if self.needs.borrow().has_program() {
            if let Some((preparer, _)) = self.site.borrow_mut().as_mut() {
                preparer.set_costly(Arc::new(Program));
            }
            self.answer(true);
        }
    }

    /// Lets the program work for the site, if it is loaded, with all grammars that are.
    fn use_program(&self) {
        let (mut site, needs) = (self.site.borrow_mut(), self.needs.borrow());
        let Some((preparer, policy)) = site.as_mut().filter(|_| needs.has_program()) else { return };
        Program::begin(policy);
        needs.grammars().for_each(|(name, grammar)| Program::add_grammar(name, grammar));
        preparer.set_costly(Arc::new(Program));
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
