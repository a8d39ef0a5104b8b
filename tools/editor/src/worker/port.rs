//! The worker as the page has it: started with the page, asked, and started again if it fails. Browser only.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, window};

use super::client::{Client, Heard};
use super::messages::{FromWorker, Question, ToWorker};

/// A question that takes longer, in milliseconds, counts as a failure of the worker: it may never end.
const PATIENCE_MS: i32 = 20_000;

#[wasm_bindgen]
extern "C" {
    /// A new worker: `tools/editor/start.js`.
    #[wasm_bindgen(js_name = openWorker)]
    fn open_worker() -> Worker;
}

/// The connection to the worker. A handle: copies share it.
#[derive(Clone)]
pub struct Port(Rc<Shared>);

struct Shared {
    client: RefCell<Client>,
    worker: RefCell<Worker>,
    /// The number of the worker: an event of a former one is none of this.
    turn: Cell<u32>,
    told: Box<dyn Fn(Heard)>,
}

impl Port {
    /// Starts the worker. `told` is told what comes from it.
    pub fn open(told: impl Fn(Heard) + 'static) -> Self {
        let shared = Shared {
            client: RefCell::default(),
            worker: RefCell::new(open_worker()),
            turn: Cell::default(),
            told: Box::new(told),
        };
        let port = Self(Rc::new(shared));
        port.listen();
        port
    }

    /// Asks for a text to be prepared. Returns the number of the question, which its answer has, too.
    pub fn ask(&self, question: Question) -> u32 {
        let (id, message) = self.0.client.borrow_mut().ask(question);
        self.send(message);
        id
    }

    /// Lets the worker load the data of the site again.
    pub fn refresh(&self) {
        self.send(Some(ToWorker::Refresh));
    }

    fn send(&self, message: Option<ToWorker>) {
        let Some(text) = message.as_ref().and_then(|message| serde_json::to_string(message).ok()) else { return };
        let _ = self.0.worker.borrow().post_message(&text.into());
        if matches!(message, Some(ToWorker::Ask(_))) {
            self.watch();
        }
    }

    /// Listens to the worker, as long as it is the current one.
    fn listen(&self) {
        let turn = self.0.turn.get();
        let of_turn = move |port: &Self| port.0.turn.get() == turn;
        let port = self.clone();
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let message = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
            if let Some(message) = message.filter(|_| of_turn(&port)) {
                port.hear(message);
            }
        });
        let port = self.clone();
        let fail = Closure::<dyn Fn()>::new(move || {
            if of_turn(&port) {
                port.restart();
            }
        });
        let worker = self.0.worker.borrow();
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        // Never removed: workers are few, and each is listened to until the page is left.
        hear.forget();
        fail.forget();
    }

    fn hear(&self, message: FromWorker) {
        let (heard, next) = self.0.client.borrow_mut().hear(message);
        self.send(next);
        (self.0.told)(heard);
    }

    /// Takes the worker for failed if it still has the same question later.
    fn watch(&self) {
        let (port, turn, asked) = (self.clone(), self.0.turn.get(), self.0.client.borrow().asked());
        let look = Closure::once_into_js(move || {
            if port.0.turn.get() == turn && port.0.client.borrow().asked() == asked {
                port.restart();
            }
        });
        self.later(&look, PATIENCE_MS);
    }

    fn restart(&self) {
        self.0.worker.borrow().terminate();
        self.0.turn.set(self.0.turn.get().wrapping_add(1));
        let heard = self.0.client.borrow_mut().failed();
        if heard != Heard::Stopped {
            let port = self.clone();
            let open = Closure::once_into_js(move || {
                port.0.worker.replace(open_worker());
                port.listen();
            });
            self.later(&open, self.0.client.borrow().pause_ms());
        }
        (self.0.told)(heard);
    }

    fn later(&self, then: &JsValue, milliseconds: i32) {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds);
        }
    }
}
