// The program: compiled once, one instance for all elements of the page. An instance that has trapped is not to be relied
// on any more, so it is replaced by a fresh one.

/** The compiled program. */
let compiled;
/** The instance that runs. */
let running;
/** Everything that lives in it. */
const lives = new Set();
/** Whose turn it is: who has called the program last, or was touched last. */
let acting;

/** Gives the program's Widget, and the stylesheet. */
const start = () => (running ??= (compiled ??= compile()).then(instantiate));

const compile = async () => WebAssembly.compile(await decode(PROGRAM));

async function instantiate(compiled) {
  const bindings = glue();
  await bindings(compiled, guarded);
  const sheet = new CSSStyleSheet();
  const [text] = WebAssembly.Module.customSections(compiled, "sheet");
  sheet.replaceSync(new TextDecoder().decode(text));
  return { Widget: bindings.Widget, sheet };
}

/**
 * The program's functions, each watched. Whatever runs in the program was called by one of them, listeners too, and an
 * error that leaves one is a trap.
 *
 * @param use makes the glue call other functions than before
 */
function guarded(functions, use) {
  const watched = {};
  let dead = false;
  for (const name of Object.keys(functions)) {
    const call = functions[name];
    watched[name] = typeof call !== "function" ? call : (...given) => {
      try {
        return call(...given);
      } catch (error) {
        if (!dead) {
          dead = true;
          // Listeners that the instance has left behind find nothing to do, and its memory is not kept by them.
          use(NOTHING);
          bury(acting);
        }
        throw error;
      }
    };
  }
  return watched;
}

/** Every function and every table of functions that there may be, none of which does anything. */
const NOTHING = new Proxy(() => {}, { get: () => NOTHING });

/** The element that brought it about waits for its reader; the others go on in a fresh instance. */
function bury(culprit) {
  running = undefined;
  // After the functions that are still being left.
  queueMicrotask(() => lives.forEach((life) => life.died(life === culprit)));
}
