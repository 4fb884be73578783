//! Counts what a page takes from the browser and has to give back.

use wasm_bindgen::JsValue;

/// Counts from now on: listeners of everything that outlives a page, and observers. Ends when it is dropped.
pub(crate) struct Leaks {
    nodes: u32,
}

const WATCH: &str = "
const count = { alive: 0, ever: 0, observing: 0, everObserved: 0 };
const { addEventListener, removeEventListener } = EventTarget.prototype;
const { observe, disconnect } = ResizeObserver.prototype;
const outlives = (target) => target === undefined || target === window || target instanceof MediaQueryList;
EventTarget.prototype.addEventListener = function (...given) {
  if (outlives(this)) { count.alive += 1; count.ever += 1; }
  return addEventListener.apply(this, given);
};
EventTarget.prototype.removeEventListener = function (...given) {
  if (outlives(this)) count.alive -= 1;
  return removeEventListener.apply(this, given);
};
ResizeObserver.prototype.observe = function (...given) {
  count.observing += 1;
  count.everObserved += 1;
  return observe.apply(this, given);
};
ResizeObserver.prototype.disconnect = function () {
  count.observing -= 1;
  return disconnect.apply(this);
};
globalThis.leaks = { count, restore() {
  Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
  Object.assign(ResizeObserver.prototype, { observe, disconnect });
} };
";

impl Leaks {
    pub(crate) fn watch() -> Self {
        run(&format!("(() => {{ {WATCH} }})()"));
        Self { nodes: all_nodes() }
    }

    /// Nodes that were not there at first.
    pub(crate) fn nodes(&self) -> i64 {
        i64::from(all_nodes()) - i64::from(self.nodes)
    }

    pub(crate) fn listeners(&self) -> i32 {
        number("alive")
    }

    pub(crate) fn observers(&self) -> i32 {
        number("observing")
    }

    pub(crate) fn ever_listened(&self) -> i32 {
        number("ever")
    }

    pub(crate) fn ever_observed(&self) -> i32 {
        number("everObserved")
    }
}

impl Drop for Leaks {
    fn drop(&mut self) {
        run("leaks.restore()");
    }
}

fn all_nodes() -> u32 {
    web_sys::window().unwrap().document().unwrap().query_selector_all("*").unwrap().length()
}

fn number(name: &str) -> i32 {
    run(&format!("leaks.count.{name}")).as_f64().unwrap() as i32
}

fn run(script: &str) -> JsValue {
    js_sys::eval(script).unwrap()
}
