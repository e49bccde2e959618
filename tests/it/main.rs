//! One test binary for the whole project; each module tests one stage.


