//! Time and identity for the layers that may not ask for them. Never orders anything: positions and ids do.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Local, SecondsFormat, Utc};
use uuid::{Builder, Uuid};

/// Where time comes from; tests bring their own.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970, as the computer has it: may jump either way.
    fn unix_millis(&self) -> i64;
    /// Milliseconds since some moment; never goes back.
    fn monotonic_millis(&self) -> u64;
    /// Waits.
    fn wait(&self, how_long: Duration);
}

/// The computer's clock.
#[derive(Debug)]
pub struct SystemClock {
    since: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self { since: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn unix_millis(&self) -> i64 {
        Utc::now().timestamp_millis()
    }

    fn monotonic_millis(&self) -> u64 {
        u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn wait(&self, how_long: Duration) {
        std::thread::sleep(how_long);
    }
}

/// A moment as records carry it: RFC 3339 with the local offset.
#[must_use]
pub fn rfc3339(unix_millis: i64) -> String {
    let utc = DateTime::<Utc>::from_timestamp_millis(unix_millis).unwrap_or_default();
    utc.with_timezone(&Local).to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// Milliseconds since 1970 of a moment in RFC 3339; `None` for anything else.
#[must_use]
pub fn parse_rfc3339(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.timestamp_millis())
}

/// Makes ids that always sort after those before them, whatever the clock does.
#[derive(Debug, Default)]
pub struct Ids {
    last: AtomicI64,
    one_at_a_time: Mutex<()>,
}

impl Ids {
    /// From now on ids sort after this one.
    pub fn after(&self, id: &str) {
        if let Some(millis) = id_millis(id) {
            self.last.fetch_max(millis, Ordering::Relaxed);
        }
    }

    /// A new id (UUID v7) at this moment, or just after the last one where the clock went back.
    #[must_use]
    pub fn next(&self, unix_millis: i64) -> String {
        let _guard = self.one_at_a_time.lock();
        let last = self.last.load(Ordering::Relaxed);
        let millis = unix_millis.max(last.saturating_add(1)).clamp(0, LAST_MILLIS);
        self.last.store(millis, Ordering::Relaxed);
        let [_, _, _, _, _, _, random @ ..] = *Uuid::now_v7().as_bytes();
        Builder::from_unix_timestamp_millis(u64::try_from(millis).unwrap_or(0), &random).into_uuid().to_string()
    }
}

/// A number nobody could foresee, for the seed of a talk.
#[must_use]
pub fn chance() -> u64 {
    // The last eight bytes are drawn, but for two fixed bits at their head.
    let (_, drawn) = Uuid::now_v7().as_u64_pair();
    drawn << 2
}

/// What the 48 bits of an id can hold.
const LAST_MILLIS: i64 = (1 << 48) - 1;

/// The moment inside a UUID v7; `None` for other ids.
#[must_use]
pub fn id_millis(id: &str) -> Option<i64> {
    let id = Uuid::try_parse(id).ok().filter(|id| id.get_version_num() == 7)?;
    let (seconds, nanos) = id.get_timestamp()?.to_unix();
    i64::try_from(seconds).ok()?.checked_mul(1000)?.checked_add(i64::from(nanos / 1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_in_the_order_they_were_made_even_if_the_clock_goes_back() {
        let ids = Ids::default();
        let made: Vec<String> = [5_000, 5_000, 4_000, -1, 9_000, i64::MIN, 6_000].map(|at| ids.next(at)).to_vec();
        assert!(made.is_sorted_by(|a, b| a < b), "{made:?}");
        assert_eq!(id_millis(&made[0]), Some(5_000));
        assert_eq!(id_millis(&made[4]), Some(9_000));
    }

    #[test]
    fn ids_sort_after_those_on_disk() {
        let ids = Ids::default();
        let earlier = Ids::default().next(8_000_000);
        ids.after(&earlier);
        ids.after("no uuid at all");
        assert!(ids.next(1_000) > earlier);
    }

    #[test]
    fn moments_go_there_and_back() {
        for millis in [0, 1_790_000_000_123, -5] {
            assert_eq!(parse_rfc3339(&rfc3339(millis)), Some(millis));
        }
        assert_eq!(parse_rfc3339("yesterday"), None);
    }
}
