/// Position of an area in [`super::Dataset::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaIx(pub u16);

/// A place, or a group of places, that has figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// A code, where there is one the ONS's: `E06000046`.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// What it is here for.
    pub role: AreaRole,
}

impl Area {
    /// The members of a group; none of a place.
    #[must_use]
    pub fn members(&self) -> &[AreaIx] {
        match &self.role {
            AreaRole::Group { members, .. } => members,
            _ => &[],
        }
    }
}

/// What an area is here for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaRole {
    /// The publication is about this area.
    Focus,
    /// A place to compare with.
    Place,
    /// A group to compare with: the statistical neighbours, which are a method and not a number.
    Group {
        /// How the group's figure came about.
        method: Method,
        /// Which model chose the members, and of which year, where the publisher says so.
        model: Option<String>,
        /// The year of that model.
        year: Option<i16>,
        /// Who is in it, in the order of the publisher; places alone, so that no group contains itself. Empty where the
        /// publisher does not say.
        members: Vec<AreaIx>,
    },
}

/// How the figure of a group came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// The source prints it and does not say how.
    Published,
    /// The mean of the members' figures.
    Mean,
    /// The median of the members' figures.
    Median,
}
