//! Keeps the served site in step with its files.

use std::sync::Arc;

use anyhow::{Result, anyhow};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::spawn_blocking;

use super::background::{Background, Program};
use super::restart::compile;
use super::work::Work;
use super::{Event, Opens};
use crate::cli::open::open;
use crate::cli::server::live_reload::Live;
use crate::cli::server::watch::Change;
use crate::cli::terminal::exit::report_error;

/// What keeps the served site in step with its files.
pub(super) struct Server {
    work: Arc<Work>,
    live: Live,
    /// The address of the homepage.
    url: String,
    program: Background,
    editor: Background,
    opens: Option<Opens>,
}

impl Server {
    pub(super) fn new(
        work: Arc<Work>,
        live: Live,
        url: String,
        [program, editor]: [Background; 2],
        opens: Option<Opens>,
    ) -> Self {
        Self { work, live, url, program, editor, opens }
    }

    /// Shows the pages at once, lets the page's program and then the editor be built meanwhile, and reacts to what happens.
    /// Returns when a new build of this program is there.
    pub(super) async fn run(mut self, mut next: UnboundedReceiver<Event>) -> Result<()> {
        // A failed change is done again with the next one, which is probably its fix.
        let mut owed = self.report(Change::Shell, self.show(Change::Shell).await);
        if let Some(Opens { page, in_browser }) = self.opens.take() {
            let address = format!("{}{page}", self.url);
            if in_browser { open(&address) } else { println!("{address}") }
        }
        if self.work.has_program() {
            self.start_editor();
        } else {
            self.program.start();
        }
        while let Some(event) = next.recv().await {
            let (change, done) = match event {
                Event::Unwatched(error) => return Err(error),
                Event::Built(Program::OfPages, built) => (Change::Shell, self.take_up(built).await),
                // Its next change builds it again.
                Event::Built(Program::Editor, built) => (Change::Content, self.take_up_editor(built).await),
                Event::Changed(change) => match change.max(owed) {
                    Change::Program => match self.compile().await {
                        Ok(()) => {
                            // Its tools would go on building beside those of the new program.
                            return self.wait_for_builds(&mut next).await;
                        }
                        failed => (Change::Program, failed),
                    },
                    Change::Shell => (Change::Shell, self.rebuild_program().await),
                    Change::Editor => (Change::Editor, self.rebuild_editor().await),
                    Change::Content => (Change::Content, self.show(Change::Content).await),
                },
            };
            owed = self.report(change, done);
        }
        Ok(())
    }

    /// Rebuilds the pages and tells the open ones.
    async fn show(&self, change: Change) -> Result<()> {
        let work = Arc::clone(&self.work);
        let summary = blocking(move || work.rebuild()).await?;
        println!("{summary} · {}", self.url);
        self.live.changed(change != Change::Content);
        Ok(())
    }

    /// Shows the pages with the program that has been built.
    async fn take_up(&mut self, built: Result<()>) -> Result<()> {
        self.program.ended();
        built?;
        self.show(Change::Shell).await?;
        self.start_editor();
        Ok(())
    }

    /// Shows the editor that has been built. Only its own page loads itself anew.
    async fn take_up_editor(&mut self, built: Result<()>) -> Result<()> {
        self.editor.ended();
        built?;
        if self.editor.is_running() || self.program.is_running() { Ok(()) } else { self.show(Change::Content).await }
    }

    /// Lets the editor be built, if it has to be.
    fn start_editor(&mut self) {
        if !self.work.has_editor() {
            self.editor.start();
        }
    }

    /// Lets the editor be built again: after the page's program, if that is being built. A page may have changed too.
    async fn rebuild_editor(&mut self) -> Result<()> {
        if self.work.has_program() && !self.program.is_running() {
            self.editor.start();
        }
        self.show(Change::Content).await
    }

    /// Lets the page's program be built again. While there is none, the pages show the style as it is now.
    async fn rebuild_program(&mut self) -> Result<()> {
        // Both would wait for the same lock of cargo.
        self.editor.stop();
        self.program.start();
        if self.work.has_program() { Ok(()) } else { self.show(Change::Shell).await }
    }

    /// Waits for the end of the builds that are running.
    async fn wait_for_builds(&mut self, events: &mut UnboundedReceiver<Event>) -> Result<()> {
        self.editor.stop();
        while self.program.is_running() || self.editor.is_running() {
            match events.recv().await {
                Some(Event::Built(Program::OfPages, _)) => self.program.forget(),
                Some(Event::Built(Program::Editor, _)) => self.editor.forget(),
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// Compiles this program anew.
    async fn compile(&self) -> Result<()> {
        let project = self.work.project.clone();
        blocking(move || compile(&project)).await
    }

    /// Reports an error of a change, in the terminal and on open pages. Returns the change that is still to be done.
    fn report(&self, change: Change, done: Result<()>) -> Change {
        let Err(error) = done else { return Change::Content };
        report_error(self.work.project.root(), &error);
        self.live.failed(format!("{error:#}"));
        change
    }
}

/// Runs work that blocks. A panic in it is an error.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = spawn_blocking(work).await;
    done.unwrap_or_else(|stopped| Err(anyhow!("the bundler stopped unexpectedly: {stopped}")))
}
