use crate::browser::{Browsing, Taking};
use crate::components::{Page, about, chosen, filters, indicator_page, live, notices, overview, shell, title};
use crate::text::Text;
use crate::{Action, FigureFile, Hands, Origin, Publication, State, Take};
use kpi_core::model::{Dataset, Period};
use kpi_core::query::{Query, View, fragment};
use kpi_core::view::OverviewModel;
use kpi_core::words::{Lang, period};
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
    /// Whether there is little room at first, so that choices are closed until somebody opens them.
    pub is_narrow: bool,
    /// The language of the page as a tag; where it is none that the page speaks, that of the publication counts.
    pub lang: Option<AttrValue>,
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
        query.lang = self.lang.as_ref().and_then(|tag| Lang::of_tag(tag)).unwrap_or(query.lang);
        query
    }
}

/// Props of [`App`].
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct AppProps {
    /// The figures; none while there is no element to show them in (see [`App`]).
    #[prop_or_default]
    pub publication: Option<Publication>,
    /// The file that they came in.
    #[prop_or_default]
    pub file: FigureFile,
    /// What gives a reader things to take away; none where there is no browser.
    #[prop_or_default]
    pub hands: Option<Hands>,
    /// What the page around asks for.
    #[prop_or_default]
    pub settings: Settings,
    /// Told what is shown, at first and after each change.
    #[prop_or_default]
    pub on_change: Callback<Query>,
}

/// The page of one publication, of which more may come later. For other figures, or another beginning, it is made to show
/// nothing first: nothing of the old choice need exist in them.
pub struct App {
    /// None while there are no figures.
    state: Option<State>,
    act: Callback<Action>,
    browsing: Browsing,
    /// What came of taking something away; gone with the next change.
    said: String,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let AppProps { publication, settings, .. } = context.props();
        let state = publication.as_ref().map(|publication| {
            let default = settings.default_query(publication);
            let query = fragment::read(&settings.fragment, &default, publication.dataset());
            let query = query.unwrap_or_else(|| default.clone());
            State { default, query, origin: Origin::Opened }
        });
        let link = context.link().clone();
        let act = Callback::from(move |action: Action| link.send_message(action));
        Self { state, act, browsing: Browsing::default(), said: String::new() }
    }

    fn changed(&mut self, context: &Context<Self>, old: &AppProps) -> bool {
        if old.publication.is_none() || context.props().publication.is_none() {
            *self = Self::create(context);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        let said = match action {
            Action::Take(what) => self.take(context.props(), what),
            Action::Wait => return true,
            action => {
                let is_other = self.state.as_mut().is_some_and(|state| state.reduce(action));
                if is_other {
                    self.said.clear();
                }
                return is_other;
            }
        };
        // What is said a second time is heard only if it is another text.
        self.said = if said == self.said && !said.is_empty() { said + "\u{a0}" } else { said };
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { publication, file, settings, .. } = context.props();
        let Some((publication, State { default, query, origin })) = publication.as_ref().zip(self.state.as_ref())
        else {
            return Html::default();
        };
        let (dataset, act, said) = (publication.dataset(), &self.act, self.said.as_str());
        let name = settings.name.as_deref().unwrap_or(fragment::PREFIX);
        let heading = self.browsing.heading();
        let (left, way) = (self.browsing.left(), self.browsing.way());
        let page = Page { publication, dataset, query, default, name, act, heading, left, way, file, said };
        let all = (query.view == View::Overview).then(|| OverviewModel::new(dataset, query));
        let listed = all.as_ref().map(|all| all.listed).filter(|_| query.listing != default.listing);
        let chosen = chosen(dataset, query, listed);
        let view = match query.view {
            View::Overview => all.as_ref().map(|all| overview(&page, all)),
            View::Indicator { indicator, measure, .. } => indicator_page(&page, indicator, measure),
            View::About => Some(about(&page)),
        };
        let filters = (query.view != View::About).then(|| filters(&page, &chosen, !settings.is_narrow));
        shell(query.lang)
            .child(live(if *origin == Origin::Opened { "" } else { &chosen }, said))
            .child(title(&page, !settings.has_heading))
            .optional(notices(query.lang, publication))
            .optional(filters)
            .optional(view)
            .into()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let AppProps { publication, settings, on_change, .. } = context.props();
        let Some((publication, State { default, query, origin })) = publication.as_ref().zip(self.state.as_ref())
        else {
            return;
        };
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
        if settings.name.as_deref() == Some(fragment::PREFIX) {
            self.browsing.keep_title(&titled(publication.dataset(), query));
        }
        self.browsing.show(query, *origin);
        on_change.emit(query.clone());
    }
}

impl App {
    fn take(&self, props: &AppProps, what: Take) -> String {
        let (Some(hands), Some(publication), Some(State { query, .. })) =
            (&props.hands, &props.publication, &self.state)
        else {
            return String::new();
        };
        let beside = self.browsing.heading();
        Taking { hands, publication, query, beside }.take(what)
    }
}

/// What the title of the page says: the indicator and the period, where they are not those that are there of themselves.
fn titled(dataset: &Dataset, query: &Query) -> String {
    let name = match query.view {
        View::Overview => return String::new(),
        View::About => return Text::About.say(query.lang).to_owned(),
        View::Indicator { indicator, .. } => dataset.indicator(indicator).map_or("", |found| &found.name),
    };
    match query.period {
        Some(chosen) => format!("{name}, {}", period::label(query.lang, chosen)),
        None => name.to_owned(),
    }
}
