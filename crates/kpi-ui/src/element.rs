//! Elements of the page, made by calls: `el("td").role("cell").class("figure").text(&row.value)`.
//!
//! What comes out is Yew's own `VTag`, as from `html!`. That macro writes out the whole making of an element wherever one
//! stands; here it stands once, and an element is a few calls with numbers for arguments: 250 bytes of program less each,
//! 4.6 kB on the wire for the 107 of the page. So what is called here is not generic, or for two or three types alone, and
//! is kept from being inlined.

use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::html::IntoPropValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VTag, VText};
use yew::{AttrValue, Callback, Event, Html, NodeRef};

/// An element that is being made. A pointer, so that passing it on from call to call is nothing.
#[must_use]
pub(crate) struct Element(Box<VTag>);

/// An element with neither attributes nor children.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> Element {
    Element(Box::new(VTag::new(AttrValue::Static(tag))))
}

/// Children without an element around them.
pub(crate) fn fragment() -> Element {
    el("")
}

macro_rules! attributes {
    ($($method:ident $name:literal)* ; $($property:ident $of:literal)*) => {
        /// All that any element has, in the order in which they are written. One list for all elements: Yew compares
        /// values one by one where the lists are the same, and goes by names where they are not.
        static NAMES: [&str; [$($name,)* $($of),*].len()] = [$($name,)* $($of),*];

        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "named as the methods are")]
        enum Name { $($method,)* $($property),* }

        impl Element {
            $(
                #[doc = concat!("Sets `", $name, "`, if there is a value.")]
                pub(crate) fn $method(self, value: impl IntoPropValue<Option<AttrValue>>) -> Self {
                    self.attribute(Name::$method, value)
                }
            )*
            $(
                #[doc = concat!("Sets the property `", $of, "`, which what a reader did has changed without its attribute.")]
                pub(crate) fn $property(mut self, value: bool) -> Self {
                    self.set(Name::$property, AttributeOrProperty::Property(if value { JsValue::TRUE } else { JsValue::FALSE }));
                    self
                }
            )*
        }
    };
}

attributes! {
    scope "scope"
    kind "type"
    name "name"
    href "href"
    download "download"
    id "id"
    role "role"
    tabindex "tabindex"
    part "part"
    aria_label "aria-label"
    aria_labelledby "aria-labelledby"
    aria_hidden "aria-hidden"
    aria_disabled "aria-disabled"
    data_kind "data-kind"
    data_label "data-label"
    data_verdict "data-verdict"
    data_count "data-count"
    colspan "colspan"
    view_box "viewBox"
    preserve_aspect_ratio "preserveAspectRatio"
    points "points"
    cx "cx"
    cy "cy"
    r "r"
    data_pad "data-pad"
    aria_sort "aria-sort"
    aria_valuenow "aria-valuenow"
    aria_valuemin "aria-valuemin"
    aria_valuemax "aria-valuemax"
    aria_valuetext "aria-valuetext"
    aria_roledescription "aria-roledescription"
    open "open"
    width "width"
    height "height"
    class "class"
    lang "lang"
    ;
    chosen "selected"
}

impl Element {
    #[inline(never)]
    fn attribute<V: IntoPropValue<Option<AttrValue>>>(mut self, which: Name, value: V) -> Self {
        if let Some(value) = value.into_prop_value() {
            self.set(which, AttributeOrProperty::Attribute(value));
        }
        self
    }

    #[inline(never)]
    fn set(&mut self, which: Name, value: AttributeOrProperty) {
        let attributes = &mut self.0.attributes;
        if matches!(attributes, Attributes::Static(_)) {
            *attributes = Attributes::Dynamic { keys: &NAMES, values: NAMES.iter().map(|_| None).collect() };
        }
        if let Attributes::Dynamic { values, .. } = attributes
            && let Some(slot) = values.get_mut(which as usize)
        {
            *slot = Some(value);
        }
    }

    /// Whether an `<input>` is checked.
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Keeps the element the same among its siblings.
    pub(crate) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Lets what draws or focuses find the element.
    pub(crate) fn node_ref(mut self, node_ref: &NodeRef) -> Self {
        self.0.node_ref = node_ref.clone();
        self
    }

    /// What stands in an `<input>`.
    pub(crate) fn typed(mut self, text: String) -> Self {
        self.0.set_value(AttrValue::from(text));
        self
    }

    pub(crate) fn onclick(self, heard: Callback<Event>) -> Self {
        self.on(ListenerKind::onclick, heard)
    }

    pub(crate) fn onchange(self, heard: Callback<Event>) -> Self {
        self.on(ListenerKind::onchange, heard)
    }

    pub(crate) fn oninput(self, heard: Callback<Event>) -> Self {
        self.on(ListenerKind::oninput, heard)
    }

    #[inline(never)]
    pub(crate) fn on(mut self, kind: ListenerKind, heard: Callback<Event>) -> Self {
        self.0.add_listener(Rc::new(Heard { kind, heard }));
        self
    }

    #[inline(never)]
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0.add_child(VText::new(AttrValue::from(Rc::<str>::from(text))).into());
        self
    }

    #[inline(never)]
    pub(crate) fn child<C: Into<Html>>(mut self, child: C) -> Self {
        self.0.add_child(child.into());
        self
    }

    /// Keeps the place of a child that is not there, so that the ones behind it stay what they are.
    #[inline(never)]
    pub(crate) fn optional<C: Into<Html>>(mut self, child: Option<C>) -> Self {
        self.0.add_child(child.map_or_else(Html::default, C::into));
        self
    }

    pub(crate) fn children<C: Into<Html>>(self, children: impl IntoIterator<Item = C>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(Element(tag): Element) -> Self {
        if tag.tag().is_empty() { tag.into_children().unwrap_or_default() } else { Self::from(*tag) }
    }
}

/// One kind of listener for all events: Yew's own are a type for each.
struct Heard {
    kind: ListenerKind,
    heard: Callback<Event>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        self.heard.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
