use crate::browser::Browsing;
use crate::components::{Page, filters, footer, indicator_page, live, notices, overview, shell, title};
use crate::{Action, Origin, Publication, State};
use kpi_core::model::Period;
use kpi_core::query::{Query, View, fragment};
use yew::{AttrValue, Callback, Component, Context, Html, Properties};

/// What the page around asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The name of the part of the address that follows what is shown, and which the page follows; none where the
    /// address is left alone.
    pub name: Option<AttrValue>,
    /// A fragment, to begin with: it goes before what follows here.
    pub fragment: AttrValue,
    /// Whether the page around has a first heading of its own.
    pub has_heading: bool,
    /// An indicator's id, to begin with.
    pub indicator: Option<AttrValue>,
    /// A period as KPI JSON writes it, to begin with.
    pub period: Option<AttrValue>,
    /// Comparators as the fragment lists them, to begin with.
    pub compare: Option<AttrValue>,
}

impl Settings {
    /// What is shown before anybody chooses, and what the address leaves out.
    #[must_use]
    pub fn default_query(&self, publication: &Publication) -> Query {
        let dataset = publication.dataset();
        let mut query = Query::initial(dataset);
        if let Some(indicator) = self.indicator.as_ref().and_then(|id| fragment::find_indicator(id, dataset)) {
            query.view = View::of(indicator);
        }
        let period = self.period.as_ref().and_then(|text| Period::parse(text));
        query.period = period.filter(|period| dataset.filter_periods.contains(period)).or(query.period);
        if let Some(compare) = &self.compare {
            query.compare = fragment::read_comparators(compare, dataset);
        }
        query
    }
}

/// Props of [`App`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The figures.
    pub publication: Publication,
    /// What the page around asks for.
    #[prop_or_default]
    pub settings: Settings,
    /// Told what is shown, at first and after each change.
    #[prop_or_default]
    pub on_change: Callback<Query>,
}

/// The page of one publication, of which more may come later. For other figures, or another beginning, a new app is made:
/// nothing of the old choice need exist in them.
pub struct App {
    state: State,
    act: Callback<Action>,
    browsing: Browsing,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let AppProps { publication, settings, .. } = context.props();
        let default = settings.default_query(publication);
        let query = fragment::read(&settings.fragment, &default, publication.dataset());
        let query = query.unwrap_or_else(|| default.clone());
        let link = context.link().clone();
        let act = Callback::from(move |action: Action| link.send_message(action));
        Self { state: State { default, query, origin: Origin::Opened }, act, browsing: Browsing::default() }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        self.state.reduce(action)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { publication, settings, .. } = context.props();
        let State { default, query, origin } = &self.state;
        let dataset = publication.dataset();
        let name = settings.name.as_deref().unwrap_or(fragment::PREFIX);
        let page = Page { dataset, query, default, name, act: &self.act, heading: self.browsing.heading() };
        let view = match query.view {
            View::Overview => Some(overview(&page)),
            View::Indicator { indicator, measure, .. } => indicator_page(&page, indicator, measure),
            View::About => None,
        };
        shell()
            .child(live(dataset, query, *origin))
            .child(title(publication, !settings.has_heading))
            .optional(notices(publication))
            .child(filters(&page))
            .optional(view)
            .optional(footer(dataset))
            .into()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let AppProps { publication, settings, on_change, .. } = context.props();
        let State { default, query, origin } = &self.state;
        if !self.browsing.is_other(query) {
            return;
        }
        if let Some(name) = &settings.name {
            let written = fragment::write(query, default, publication.dataset());
            let (act, publication, default) = (self.act.clone(), publication.clone(), default.clone());
            self.browsing.keep_address(name, &written, *origin, move |fragment| {
                if let Some(query) = fragment::read(fragment, &default, publication.dataset()) {
                    act.emit(Action::Follow(query));
                }
            });
        }
        self.browsing.show(query, *origin);
        on_change.emit(query.clone());
    }
}
