#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kpi_fuzz::formats::table(bytes));
