//! Service standards as code. Each module is a stage; data flows down this list, one way.

pub mod diagnostic;
pub mod source;
pub mod syntax;
pub mod time;
