// Nothing grows: the short way of long/soak.test.mjs.

import { choosing, comingAndGoing } from "./support/leaks.mjs";
import { scenario } from "./support/scenario.mjs";

scenario("elements that come and go leave nothing", {}, (given) => comingAndGoing(given, { warm: 60, times: 60 }));

scenario("choices leave nothing", {}, (given) => choosing(given, { warm: 56, times: 400 }));
