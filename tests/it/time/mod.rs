//! Values of time: what is read, what is refused, and what they mean.

mod amounts;
mod calendars;
mod dates;
mod durations;
mod holidays;
mod hours;
mod hours_refused;
mod simulation;
mod sweep;
mod week_sets;

/// Pseudo-random numbers that are the same in every run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// The next number below `sides`.
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}
