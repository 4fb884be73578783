//! What reading and asking cost. `cargo bench -p kpi-core`; `-- read` or `-- ask` for one of the two.
//!
//! Compiled as it is shipped, for size; `CARGO_PROFILE_BENCH_OPT_LEVEL=3` shows what a server would see.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "its inputs are its own")]

mod publication;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kpi_core::ingest;
use kpi_core::model::{AreaIx, IndicatorIx, MeasureIx};
use kpi_core::query::Query;
use kpi_core::view::{IndicatorModel, OverviewModel};
use publication::{Size, publication};
use std::hint::black_box;

/// Two million figures, beside what serde_json takes to make values of the same bytes. Neither is made to wait until
/// the other's memory is given back.
fn reading(criterion: &mut Criterion) {
    for (name, size) in [("read", Size::COUNTRY), ("read with limits", Size { limits: 1, ..Size::COUNTRY })] {
        let text = publication(size);
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("kpi-core", |bencher| {
            bencher.iter_with_large_drop(|| ingest::read(black_box(text.as_bytes())));
        });
        group.bench_function("serde_json::Value", |bencher| {
            bencher.iter_with_large_drop(|| serde_json::from_slice::<serde_json::Value>(black_box(text.as_bytes())));
        });
        group.finish();
    }
}

/// What a visitor asks for takes no longer where a thousand times as much is published. The overview has a row for each
/// indicator, so its time is read by the row.
fn asking(criterion: &mut Criterion) {
    let small = Size { indicators: 3, areas: 15, ..Size::COUNTRY };
    let mut group = criterion.benchmark_group("ask");
    for size in [small, Size::COUNTRY] {
        let dataset = ingest::read(publication(size).as_bytes()).dataset.unwrap();
        let query = Query::initial(&dataset);
        let (last, measure) = (IndicatorIx(u16::try_from(size.indicators - 1).unwrap()), MeasureIx(0));
        let area = AreaIx(u16::try_from(size.areas - 1).unwrap());
        let period = query.period.unwrap();
        group.throughput(Throughput::Elements(1));
        group.bench_function(format!("figure of {}", size.figures()), |bencher| {
            bencher.iter(|| black_box(&dataset).indicators[usize::from(last.0)].figure(area, measure, period));
        });
        group.bench_function(format!("indicator of {}", size.figures()), |bencher| {
            bencher.iter(|| IndicatorModel::new(black_box(&dataset), &query, last, measure));
        });
        group.throughput(Throughput::Elements(u64::from(size.indicators)));
        group.bench_function(format!("overview of {}", size.figures()), |bencher| {
            bencher.iter(|| OverviewModel::new(black_box(&dataset), &query));
        });
    }
    group.finish();
}

criterion_group!(benches, reading, asking);
criterion_main!(benches);
