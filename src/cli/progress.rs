//! A bar on standard error for what takes more than a second.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;

/// How long nothing is shown: most runs are over before that.
const PATIENCE: Duration = Duration::from_secs(1);

/// Progress of a known number of steps. Shows nothing in a pipe or with `--quiet`.
pub(super) struct Progress {
    bar: ProgressBar,
    start: Instant,
    done: AtomicU64,
    shown: AtomicBool,
}

impl Progress {
    pub(super) fn new(context: &Context, steps: usize) -> Self {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::hidden());
        // The template is a constant; without it the bar looks plain, no more.
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        Self {
            bar,
            start: Instant::now(),
            done: AtomicU64::new(0),
            shown: AtomicBool::new(context.quiet),
        }
    }

    /// One step is done; any thread may say so.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.start.elapsed() < PATIENCE {
            return;
        }
        if !self.shown.swap(true, Ordering::Relaxed) {
            self.bar
                .set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
        }
        self.bar.set_position(done);
    }

    /// All is done: the bar goes.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
