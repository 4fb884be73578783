// A page that stays open for weeks.

import { choosing, comingAndGoing } from "../support/leaks.mjs";
import { scenario } from "../support/scenario.mjs";

scenario("a thousand elements that come and go leave nothing", {}, (given) => comingAndGoing(given, { warm: 600, times: 1_002 }));

scenario("ten thousand choices leave nothing", {}, (given) => choosing(given, { warm: 4_800, times: 10_000 }));
