//! What reading takes in memory. wasm memory never shrinks, so that the peak is what a visitor's phone pays.
//!
//! A test binary of its own, because every allocation of the process is counted.
#![expect(clippy::panic, clippy::print_stdout, reason = "a test fails by panicking, and this one is read as well")]
#![expect(unsafe_code, reason = "an allocator is unsafe by its nature; it passes everything on to the system's")]

#[path = "../../benches/publication/mod.rs"]
mod publication;

use kpi_core::ingest;
use kpi_core::model::Cube;
use publication::{Size, publication};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn more(bytes: usize) {
    COUNT.fetch_add(1, Relaxed);
    let now = NOW.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(now, Relaxed);
}

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        more(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        more(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }

    // Both blocks are counted while it moves: in wasm a block seldom grows in its place.
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        more(size);
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(place, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What reading a publication took, in bytes.
struct Taken {
    figures: usize,
    /// The columns, with whatever they hold in reserve.
    columns: usize,
    /// At most at once, the file's own bytes not counted.
    peak: usize,
}

fn taken(what: &str, size: Size) -> Taken {
    let text = publication(size);
    let before = (NOW.load(Relaxed), COUNT.load(Relaxed));
    PEAK.store(before.0, Relaxed);
    let ingest = ingest::read(text.as_bytes());
    let (peak, kept) = (PEAK.load(Relaxed) - before.0, NOW.load(Relaxed) - before.0);
    let allocations = COUNT.load(Relaxed) - before.1;
    assert!(ingest.diagnostics.is_empty(), "{:?}", ingest.diagnostics.first());
    let Some(dataset) = ingest.dataset else { panic!("nothing is read") };
    let cubes = || dataset.indicators.iter().map(|indicator| &indicator.cube);
    let (figures, columns) = (cubes().map(Cube::len).sum(), cubes().map(Cube::bytes).sum());
    assert_eq!(figures, size.figures());
    let each = |bytes: usize| bytes as f64 / figures as f64;
    println!(
        "{what}: {figures} figures in {} bytes of text; columns {columns} bytes ({:.2} a figure), kept {kept} ({:.2}), \
         peak {peak} ({:.2}), {allocations} allocations ({:.3} a figure)",
        text.len(),
        each(columns),
        each(kept),
        each(peak),
        each(allocations),
    );
    Taken { figures, columns, peak }
}

/// One test, so that nothing else allocates meanwhile.
#[test]
fn reading_takes_little_more_than_the_columns() {
    let country = taken("a country", Size::COUNTRY);
    assert!(country.columns <= 24_000_000, "{}", country.columns);
    assert!(country.columns <= 7 * country.figures, "{}", country.columns);
    let limits = taken("with limits everywhere", Size { limits: 1, ..Size::COUNTRY });
    assert!(limits.columns <= 17 * limits.figures, "{}", limits.columns);
    // Where all figures are one indicator's, they are not held twice either.
    let one = taken("one indicator", Size { indicators: 1, areas: 2_000, quarters: 400, limits: 0 });
    for taken in [country, limits, one] {
        assert!(taken.peak <= taken.columns + 3 * taken.figures, "{}", taken.peak);
    }
}
