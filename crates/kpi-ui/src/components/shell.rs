use yew::{Html, html};

/// The outermost element; everything in the stylesheet hangs on its class.
pub(crate) fn shell(children: Html) -> Html {
    html! { <div class="kpi" part="page">{ children }</div> }
}
