//! Tables that are looked into by key. Must never be walked: their order is another one in every run.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

/// Values by their keys. Its hashes are quick and seeded anew in every run, so that no text can slow it down on purpose.
pub type Lookup<K, V> = HashMap<K, V, RandomState>;

/// Keys alone.
pub type LookupSet<K> = HashSet<K, RandomState>;
