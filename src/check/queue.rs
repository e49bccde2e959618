//! How many calls are answered how soon, by the formulas of A. K. Erlang for calls that wait (Erlang C).
//! Must never be asked about letters: whoever waits here waits on the line and does not hang up.

/// Calls that come in at random and are answered in their order by people who take one at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Queue {
    /// How many calls come in an hour.
    pub calls_per_hour: f64,
    /// How many seconds a person is busy with one.
    pub handling: f64,
}

/// The most people that are counted through.
const MOST_PEOPLE: u32 = 100_000;

impl Queue {
    /// How many people the calls keep busy without a pause.
    pub fn load(&self) -> f64 {
        self.calls_per_hour * self.handling / 3_600.0
    }

    /// The share of calls that `people` answer within so many seconds; none when the queue grows without end.
    pub fn answered_within(&self, people: u32, seconds: f64) -> Option<f64> {
        let waiting = self.waiting(people, self.blocked(people)?)?;
        Some(self.answered(people, waiting, seconds))
    }

    /// How many seconds a call waits on average; none when the queue grows without end.
    pub fn mean_wait(&self, people: u32) -> Option<f64> {
        let waiting = self.waiting(people, self.blocked(people)?)?;
        Some(waiting * self.handling / (f64::from(people) - self.load()))
    }

    /// Within how many seconds `people` answer a share of the calls; none when the queue grows without end.
    pub fn within(&self, people: u32, share: f64) -> Option<f64> {
        let waiting = self.waiting(people, self.blocked(people)?)?;
        if waiting <= 1.0 - share {
            return Some(0.0);
        }
        Some((waiting / (1.0 - share)).ln() * self.handling / (f64::from(people) - self.load()))
    }

    /// How many people it takes to answer a share of the calls within so many seconds; where a bound is given,
    /// nobody is busy for more than that share of the time.
    pub fn people_for(&self, share: f64, seconds: f64, busiest: Option<f64>) -> Option<u32> {
        let load = self.load();
        if !load.is_finite() || load > f64::from(MOST_PEOPLE) {
            return None;
        }
        let mut blocked = 1.0;
        for people in 1..=MOST_PEOPLE {
            blocked = next(load, people, blocked);
            let Some(waiting) = self.waiting(people, blocked) else { continue };
            let rested = busiest.is_none_or(|busiest| load / f64::from(people) <= busiest);
            if rested && self.answered(people, waiting, seconds) >= share {
                return Some(people);
            }
        }
        None
    }

    fn answered(&self, people: u32, waiting: f64, seconds: f64) -> f64 {
        let spare = f64::from(people) - self.load();
        1.0 - waiting * (-spare * seconds / self.handling).exp()
    }

    // The share of calls that would be lost if nobody could wait (Erlang B).
    fn blocked(&self, people: u32) -> Option<f64> {
        (people <= MOST_PEOPLE)
            .then(|| (1..=people).fold(1.0, |blocked, people| next(self.load(), people, blocked)))
    }

    // The share of calls that wait at all.
    fn waiting(&self, people: u32, blocked: f64) -> Option<f64> {
        let (people, load) = (f64::from(people), self.load());
        let sound = load.is_finite() && load >= 0.0 && self.handling > 0.0;
        (sound && people > load).then(|| people * blocked / (people - load * (1.0 - blocked)))
    }
}

// One more person. In this order no power and no factorial is ever formed, so nothing overflows.
fn next(load: f64, people: u32, blocked: f64) -> f64 {
    load * blocked / (f64::from(people) + load * blocked)
}
