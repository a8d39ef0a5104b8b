//! Saving under `cargo site serve`: what the editor's page may read and write, and what it leaves on the disk.

mod access;
mod desk;
mod paths;
mod reading;
mod renaming;
mod saving;
#[cfg(unix)]
mod served;
mod together;
