//! Builds the programs of pages in the background, one build of each at a time, and tells open pages how far it is.

use std::mem;
use std::sync::Arc;

use anyhow::Result;
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::spawn_blocking;

use super::Event;
use super::work::Work;
use crate::cli::process::Stop;
use crate::cli::server::live_reload::Live;

/// What is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Program {
    /// The program that readers' pages load.
    OfPages,
    /// The program of `/write/`. Nothing waits for it: its build is stopped by any other.
    Editor,
}

/// The builds of a program.
pub(super) struct Background {
    program: Program,
    work: Arc<Work>,
    live: Live,
    events: UnboundedSender<Event>,
    running: Option<Stop>,
    /// A source changed during the build.
    again: bool,
}

impl Background {
    pub(super) fn new(program: Program, work: Arc<Work>, live: Live, events: UnboundedSender<Event>) -> Self {
        Self { program, work, live, events, running: None, again: false }
    }

    pub(super) fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Starts a build, or lets one follow the build that is running.
    pub(super) fn start(&mut self) {
        if self.is_running() {
            self.again = true;
            if self.program == Program::Editor {
                self.stop();
            }
            return;
        }
        let (program, stop) = (self.program, Stop::default());
        self.running = Some(stop.clone());
        let (work, live, events) = (Arc::clone(&self.work), self.live.clone(), self.events.clone());
        spawn_blocking(move || {
            let built = program.build(&work, &|step| live.progress(Some(format!("{step} …"))), &stop);
            if !stop.is_asked() {
                live.progress(None);
            }
            // There is no receiver while the server stops.
            let _ = events.send(Event::Built(program, built));
        });
    }

    /// Asks the build that is running to stop. It ends soon after.
    pub(super) fn stop(&self) {
        if let Some(stop) = &self.running {
            stop.ask();
        }
    }

    /// Notes that a build has ended, after which no other follows.
    pub(super) fn forget(&mut self) {
        self.running = None;
    }

    /// Notes that a build has ended.
    pub(super) fn ended(&mut self) {
        self.forget();
        if mem::take(&mut self.again) {
            self.start();
        }
    }
}

impl Program {
    fn build(self, work: &Work, begins: &dyn Fn(&str), stop: &Stop) -> Result<()> {
        match self {
            Self::OfPages => work.build_program(begins),
            Self::Editor => work.build_editor(begins, stop),
        }
    }
}
