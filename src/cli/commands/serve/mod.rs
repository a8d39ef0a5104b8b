//! `cargo site serve`: shows the site while it is being written.

mod program;
mod restart;
mod work;

use std::io::ErrorKind;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use tokio::runtime::Runtime;
use tokio::signal::ctrl_c;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::spawn_blocking;

use crate::cli::args::Serve;
use crate::cli::engine::command;
use crate::cli::lock::Lock;
use crate::cli::project::Project;
use crate::cli::server::allowed_hosts::AllowedHosts;
use crate::cli::server::host::files;
use crate::cli::server::listen::listen;
use crate::cli::server::live_reload::Live;
use crate::cli::server::watch::{Change, Watch};
use crate::cli::terminal::exit::report_error;
use program::ProgramBuild;
use restart::{compile, restart};
use work::Work;

/// What the server reacts to.
enum Event {
    Changed(Change),
    /// The build of the page's program has ended.
    ProgramBuilt(Result<()>),
    /// The watcher has stopped.
    Unwatched(anyhow::Error),
}

/// Serves until Ctrl-C, or until the program's own code has changed: then restarts as the new program.
pub(crate) fn run(project: &Project, args: Serve) -> Result<ExitCode> {
    let lock = Lock::take(&project.work("serve"))?.with_context(|| {
        format!("`{} serve` already runs for this site: use that one, or stop it in its terminal", command())
    })?;
    let work = Arc::new(Work::new(project, args.base)?);
    let runtime = Runtime::new()?;
    let ended = runtime.block_on(async {
        tokio::select! {
            ended = serve(work, args.port, AllowedHosts::new(args.hosts)) => ended.map(|()| true),
            stopped = ctrl_c() => stopped.map(|()| false).context("cannot listen for Ctrl-C"),
        }
    });
    // Open SSE connections never end, so a graceful shutdown would block.
    runtime.shutdown_background();
    // The new program takes the lock again.
    drop(lock);
    if ended? { restart(project) } else { Ok(ExitCode::SUCCESS) }
}

/// Serves and rebuilds, until this program is to be replaced. The pages are there at once, and the page's program is
/// built meanwhile.
async fn serve(work: Arc<Work>, port: u16, hosts: AllowedHosts) -> Result<()> {
    let live = Live::new();
    let router = hosts.guard(live.wrap(files(work.site.clone(), &work.base)));
    let (address, _task) = match listen(router, port).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is in use: stop the program that uses it, or run `{} serve --port {}`",
                command(),
                port.wrapping_add(1)
            )
        }
        listening => listening.with_context(|| format!("cannot listen on port {port}"))?,
    };
    let (events, mut next) = unbounded_channel();
    tokio::spawn(report_changes(Watch::new(work.project.root())?, events.clone()));
    let mut program = ProgramBuild::new(Arc::clone(&work), live.clone(), events);
    let site = format!("http://localhost:{}{}", address.port(), work.base);
    let failed = |error: &anyhow::Error| {
        report_error(work.project.root(), error);
        live.failed(format!("{error:#}"));
    };

    show(&work, &live, &site, Change::Shell).await.unwrap_or_else(|error| failed(&error));
    if !work.has_program() {
        program.start();
    }
    // A failed change is done again with the next one, which is probably its fix.
    let mut owed = Change::Content;
    while let Some(event) = next.recv().await {
        let (change, done) = match event {
            Event::Unwatched(error) => return Err(error),
            Event::ProgramBuilt(built) => {
                program.ended();
                match built {
                    Ok(()) => (Change::Shell, show(&work, &live, &site, Change::Shell).await),
                    failed => (Change::Shell, failed),
                }
            }
            Event::Changed(change) => match change.max(owed) {
                Change::Program => {
                    let project = work.project.clone();
                    let compiled = blocking(move || compile(&project)).await;
                    if compiled.is_ok() {
                        // Its tools would go on building beside those of the new program.
                        program.wait(&mut next).await;
                        return Ok(());
                    }
                    (Change::Program, compiled)
                }
                Change::Shell => {
                    program.start();
                    // Until it is there, the pages show the style as it is now.
                    let shown = if work.has_program() { Ok(()) } else { show(&work, &live, &site, change).await };
                    (Change::Shell, shown)
                }
                Change::Content => (Change::Content, show(&work, &live, &site, Change::Content).await),
            },
        };
        owed = match done {
            Ok(()) => Change::Content,
            Err(error) => {
                failed(&error);
                change
            }
        };
    }
    Ok(())
}

/// Rebuilds the pages and tells the open ones.
async fn show(work: &Arc<Work>, live: &Live, site: &str, change: Change) -> Result<()> {
    let worker = Arc::clone(work);
    let summary = blocking(move || worker.rebuild()).await?;
    println!("{summary} · {site}");
    live.changed(change != Change::Content);
    Ok(())
}

/// Runs work that blocks. A panic in it is an error.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = spawn_blocking(work).await;
    done.unwrap_or_else(|stopped| Err(anyhow!("the bundler stopped unexpectedly: {stopped}")))
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
