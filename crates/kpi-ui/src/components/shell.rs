use yew::{Children, Html, Properties, component, html};

/// Props of [`Shell`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ShellProps {
    /// What stands on the page.
    pub children: Children,
}

/// The outermost element; everything in the stylesheet hangs on its class.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    html! { <div class="kpi" part="page">{ props.children.clone() }</div> }
}
