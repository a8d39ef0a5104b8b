//! The pages that this visit has loaded, kept so that each is requested and rendered once.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawing::drawn;
use super::fetch::{Failure, load};
use super::rendered::RenderedPage;
use crate::content::{Route, Site};

/// How many pages are kept. Going back further loads them again.
const KEPT_PAGES: usize = 30;

/// A page, or why it could not be loaded.
pub(crate) type Loaded = Result<Rc<RenderedPage>, Failure>;
/// What is done with a page once it is loaded.
type Waiter = Box<dyn FnOnce(Loaded)>;
type Waiters = Rc<RefCell<Vec<Waiter>>>;

enum State {
    Loading(Waiters),
    Ready(Rc<RenderedPage>),
}

/// The pages kept, the latest used last. A handle: copies share them.
#[derive(Clone, Copy)]
pub(crate) struct Pages(StoredValue<Vec<(Route, State)>, LocalStorage>);

impl Pages {
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(Vec::new()))
    }

    /// Whether a page is kept or under way.
    pub(crate) fn has(self, route: &Route) -> bool {
        self.0.with_value(|pages| pages.iter().any(|(other, _)| other == route))
    }

    /// Passes a page to a function: at once if it is kept, or when it is loaded. All who ask for a page while it is under
    /// way share one request.
    pub(crate) fn request(self, site: Arc<Site>, route: Route, then: impl FnOnce(Loaded) + 'static) {
        match self.take(&route) {
            Some(State::Ready(page)) => {
                self.insert(route, State::Ready(Rc::clone(&page)));
                then(Ok(page));
            }
            Some(State::Loading(waiters)) => {
                waiters.borrow_mut().push(Box::new(then));
                self.insert(route, State::Loading(waiters));
            }
            None => {
                let waiters: Waiters = Rc::new(RefCell::new(vec![Box::new(then)]));
                self.insert(route.clone(), State::Loading(Rc::clone(&waiters)));
                spawn_local(async move {
                    let loaded = match load(&site.base, &route).await {
                        Ok(data) => drawn(&data, &route).await.map(Rc::new),
                        Err(failure) => Err(failure),
                    };
                    self.settle(route, &waiters, loaded);
                });
            }
        }
    }

    /// Keeps a page.
    pub(super) fn keep(self, page: RenderedPage) {
        self.insert(page.route.clone(), State::Ready(Rc::new(page)));
    }

    /// Drops all pages: their sources have changed. A request under way is answered, but its page is not kept.
    pub(crate) fn clear(self) {
        self.0.update_value(Vec::clear);
    }

    /// Keeps a loaded page, if it is still expected, and passes it to all who asked. A failure is not kept.
    fn settle(self, route: Route, waiters: &Waiters, loaded: Loaded) {
        match self.take(&route) {
            Some(State::Loading(expected)) if Rc::ptr_eq(&expected, waiters) => {
                if let Ok(page) = &loaded {
                    self.insert(route, State::Ready(Rc::clone(page)));
                }
            }
            Some(newer) => self.insert(route, newer),
            None => (),
        }
        for waiter in waiters.take() {
            waiter(loaded.clone());
        }
    }

    fn take(self, route: &Route) -> Option<State> {
        self.0.try_update_value(|pages| {
            let index = pages.iter().position(|(other, _)| other == route)?;
            Some(pages.remove(index).1)
        })?
    }

    /// If the limit is reached, the page that was not used for the longest time is dropped.
    fn insert(self, route: Route, state: State) {
        self.0.update_value(|pages| {
            if pages.len() == KEPT_PAGES {
                pages.remove(0);
            }
            pages.push((route, state));
        });
    }
}
