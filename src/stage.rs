use kpi_ui::{App, AppProps};
use std::cell::RefCell;
use std::ops::{Deref, DerefMut};
use web_sys::Element;
use yew::{AppHandle, Renderer};

thread_local! {
    /// Those that nobody has now.
    static WAITING: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

/// An app and the element that it shows something in. Used again and again: Yew 0.23 keeps the element of an app that has
/// ended, with its listeners, for as long as the program runs.
pub(crate) struct Stage {
    app: AppHandle<App>,
    page: Element,
}

impl Stage {
    /// One that was waiting, or a new one in `spare`.
    pub(crate) fn set(spare: Element, props: AppProps) -> Self {
        match WAITING.with_borrow_mut(Vec::pop) {
            Some(mut stage) => {
                stage.app.update(props);
                stage
            }
            None => Self { page: spare.clone(), app: Renderer::with_root_and_props(spare, props).render() },
        }
    }

    /// The element.
    pub(crate) const fn page(&self) -> &Element {
        &self.page
    }

    /// Takes everything away that is shown, and waits for somebody else.
    pub(crate) fn strike(mut self) {
        self.app.update(AppProps::default());
        WAITING.with_borrow_mut(|waiting| waiting.push(self));
    }
}

impl Deref for Stage {
    type Target = AppHandle<App>;

    fn deref(&self) -> &Self::Target {
        &self.app
    }
}

impl DerefMut for Stage {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.app
    }
}
