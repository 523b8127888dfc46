#![no_main]

#[path = "../targets/workbook.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|text: &str| target::run(text));
