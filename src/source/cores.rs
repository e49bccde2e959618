//! Work on all cores whose results do not depend on how many there are.
//! Must never let the order of the results depend on the order in which they are ready.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Works through `items` on all cores, at least `few` of them on each; the results come in the order of the items.
pub fn side_by_side<T: Sync, R: Send>(items: &[T], few: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let most = items.len() / few.max(1);
    let cores =
        if most > 1 { std::thread::available_parallelism().map_or(1, NonZero::get).min(most) } else { 1 };
    if cores <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(items.len()));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let mut mine = Vec::new();
                while let (at, Some(item)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    (at, items.get(at))
                } {
                    mine.push((at, work(item)));
                }
                if let Ok(mut all) = done.lock() {
                    all.extend(mine);
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Does two things at the same time.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
