use crate::model::AreaIx;
use crate::query::{Rank, Ranking, Sight, peers};

/// So many areas with a number still have a bar each.
const MOST_BARS: usize = 24;

/// Areas of one kind, more than have room for a bar each: a strip has a dot for each of them, and a table its place.
pub(super) struct Many {
    /// Those of the focus's kind, in the order of the publication.
    pub(super) peers: Vec<AreaIx>,
    /// Their numbers.
    pub(super) ranking: Ranking,
}

impl Many {
    /// `None` where bars have room for them.
    pub(super) fn new(sight: Sight<'_>) -> Option<Self> {
        let peers = peers(sight);
        let numbers: Vec<_> = peers.iter().filter_map(|peer| sight.of(*peer).exact()).collect();
        (numbers.len() > MOST_BARS).then(|| Self { peers, ranking: Ranking::new(numbers) })
    }

    /// The place of what a sight sees; `None` where that is no number, none of theirs, or a total.
    pub(super) fn rank(&self, sight: Sight<'_>) -> Option<Rank> {
        self.peers.binary_search(&sight.area).ok()?;
        let own = sight.exact().filter(|_| !sight.is_total())?;
        Some(self.ranking.rank(own, sight.polarity()))
    }
}
