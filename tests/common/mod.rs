//! What the tests of the window share. Draws without a GPU.
#![allow(dead_code, reason = "each test file uses a part")]

pub mod soft;
