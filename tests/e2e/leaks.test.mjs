// Nothing grows: the short way of long/soak.test.mjs.

import { choosing, comingAndGoing } from "./support/leaks.mjs";
import { scenario } from "./support/scenario.mjs";

scenario("elements that come and go leave nothing", {}, (given) => comingAndGoing(given, 60));

scenario("choices leave nothing", {}, (given) => choosing(given, 400));
