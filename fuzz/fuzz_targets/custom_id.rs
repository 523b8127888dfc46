#![no_main]

#[path = "../targets/custom_id.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|custom_id: &str| target::run(custom_id));
