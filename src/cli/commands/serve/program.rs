//! Builds the page's program in the background, one build at a time, and tells open pages how far it is.

use std::mem;
use std::sync::Arc;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::task::spawn_blocking;

use super::Event;
use super::work::Work;
use crate::cli::server::live_reload::Live;

pub(super) struct ProgramBuild {
    work: Arc<Work>,
    live: Live,
    events: UnboundedSender<Event>,
    running: bool,
    /// A source changed during the build.
    again: bool,
}

impl ProgramBuild {
    pub(super) fn new(work: Arc<Work>, live: Live, events: UnboundedSender<Event>) -> Self {
        Self { work, live, events, running: false, again: false }
    }

    /// Starts a build, or lets one follow the build that is running.
    pub(super) fn start(&mut self) {
        if mem::replace(&mut self.running, true) {
            self.again = true;
            return;
        }
        let (work, live, events) = (Arc::clone(&self.work), self.live.clone(), self.events.clone());
        spawn_blocking(move || {
            let built = work.build_program(&|step| live.progress(Some(format!("{step} …"))));
            live.progress(None);
            // There is no receiver while the server stops.
            let _ = events.send(Event::ProgramBuilt(built));
        });
    }

    /// Notes that a build has ended.
    pub(super) fn ended(&mut self) {
        self.running = false;
        if mem::take(&mut self.again) {
            self.start();
        }
    }

    /// Waits for the end of the build that is running.
    pub(super) async fn wait(&self, events: &mut UnboundedReceiver<Event>) {
        while self.running && !matches!(events.recv().await, Some(Event::ProgramBuilt(_)) | None) {}
    }
}
