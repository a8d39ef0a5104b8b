//! `cargo site serve`: shows the site while it is being written.

pub(crate) mod address;
mod background;
mod restart;
mod server;
mod work;

use std::io::ErrorKind;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use axum::Router;
use tokio::runtime::Runtime;
use tokio::signal::ctrl_c;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::cli::args::Serve;
use crate::cli::distribution::command_name;
use crate::cli::lock::Lock;
use crate::cli::project::Project;
use crate::cli::server::allowed_hosts::AllowedHosts;
use crate::cli::server::edit_link;
use crate::cli::server::host::{Files, files};
use crate::cli::server::listen::listen;
use crate::cli::server::live_reload::Live;
use crate::cli::server::watch::{Change, Watch};
use crate::cli::server::write::Editor;
use crate::cli::today::today;
use crate::content::write::WRITE;
use background::{Background, Program};
use restart::restart;
use server::Server;
use work::Work;

/// What is opened once the site is there.
pub(crate) struct Opens {
    /// A path below the base, and perhaps a query.
    pub(crate) page: String,
    /// Whether the browser is opened. Otherwise the address is printed.
    pub(crate) in_browser: bool,
}

/// What the server reacts to.
enum Event {
    Changed(Change),
    /// The build of a program for pages has ended.
    Built(Program, Result<()>),
    /// The watcher has stopped.
    Unwatched(anyhow::Error),
}

/// Serves until Ctrl-C, or until the program's own code has changed: then restarts as the new program.
pub(crate) fn run(project: &Project, args: Serve) -> Result<ExitCode> {
    let lock = lock(project)?.with_context(|| {
        format!("`{} serve` already runs for this site: use that one, or stop it in its terminal", command_name())
    })?;
    run_locked(project, lock, args, None)
}

/// The lock of the server of a site; `None` if one runs already.
pub(crate) fn lock(project: &Project) -> Result<Option<Lock>> {
    Lock::take(&project.work("serve"))
}

/// The same as [`run`], with the lock.
pub(crate) fn run_locked(project: &Project, lock: Lock, args: Serve, opens: Option<Opens>) -> Result<ExitCode> {
    address::forget(project).context("the address of the former server cannot be removed")?;
    let again = args.clone();
    let work = Arc::new(Work::new(project, args.base)?);
    let runtime = Runtime::new()?;
    let ended = runtime.block_on(async {
        tokio::select! {
            ended = serve(work, args.port, AllowedHosts::new(args.hosts), opens) => ended.map(|()| true),
            stopped = ctrl_c() => stopped.map(|()| false).context("cannot listen for Ctrl-C"),
        }
    });
    // Open SSE connections never end, so a graceful shutdown would block.
    runtime.shutdown_background();
    // The new program takes the lock again.
    drop(lock);
    if ended? { restart(project, &again) } else { Ok(ExitCode::SUCCESS) }
}

/// Serves and rebuilds, until this program is to be replaced.
async fn serve(work: Arc<Work>, port: u16, hosts: AllowedHosts, opens: Option<Opens>) -> Result<()> {
    let live = Live::new();
    let pages = live.wrap(files(work.site.clone(), &work.base).merge(editor(&work)?));
    let router = hosts.guard(pages.merge(edit_link::routes(work.site.clone(), work.project.root(), &work.base)));
    let (address, _task) = match listen(router, port).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is in use: stop the program that uses it, or run `{} serve --port {}`",
                command_name(),
                port.wrapping_add(1)
            )
        }
        listening => listening.with_context(|| format!("cannot listen on port {port}"))?,
    };
    let (events, next) = unbounded_channel();
    let most = if work.project.distribution().is_source() { Change::Program } else { Change::Content };
    tokio::spawn(report_changes(Watch::new(work.project.root(), most)?, events.clone()));
    let url = format!("http://localhost:{}{}", address.port(), work.base);
    address::note(&work.project, &url).context("the address of the server cannot be written")?;
    let program = |of| Background::new(of, Arc::clone(&work), live.clone(), events.clone());
    let (program, editor) = (program(Program::OfPages), program(Program::Editor));
    Server::new(work, live, url, [program, editor], opens).run(next).await
}

/// The routes by which the editor's page saves.
fn editor(work: &Work) -> Result<Router> {
    let (project, site) = (&work.project, work.site.clone());
    let root = project.root().to_owned();
    let editor = Editor::new(project.root(), &project.work("serve"), move || today(&root))?;
    Ok(editor.routes(&work.base, move || site.file(&format!("{WRITE}index.html"))))
}

/// Sends the changes of files, until the server ends.
async fn report_changes(mut watch: Watch, events: UnboundedSender<Event>) {
    loop {
        let event = watch.next().await.map_or_else(Event::Unwatched, Event::Changed);
        let is_last = matches!(event, Event::Unwatched(_));
        if events.send(event).is_err() || is_last {
            return;
        }
    }
}
