use super::Since;
use crate::model::{AreaIx, TopicIx};

/// Which indicators the overview lists, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Those of one topic; `None` for all.
    pub topic: Option<TopicIx>,
    /// Those that have all of these words in their names, topics, definitions, notes or keywords; empty for all.
    pub find: String,
    /// Those of which something holds.
    pub only: Only,
    /// In which order.
    pub sort: Sort,
}

/// What has to hold of an indicator to be listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// Nothing.
    #[default]
    All,
    /// Its figure got worse since an earlier period.
    GotWorse(Since),
    /// Its figure is worse than another area's.
    WorseThan(AreaIx),
    /// Its figure misses its target.
    MissesTarget,
}

/// In which order indicators are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By topic, as published.
    #[default]
    Published,
    /// By name.
    Name,
    /// What got worse since the period before, then what did not change, then what got better.
    WorseFirst,
}
