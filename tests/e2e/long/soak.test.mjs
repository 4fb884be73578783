// A page that stays open for weeks.

import { choosing, comingAndGoing } from "../support/leaks.mjs";
import { scenario } from "../support/scenario.mjs";

scenario("a thousand elements that come and go leave nothing", {}, (given) => comingAndGoing(given, 1_002));

scenario("ten thousand choices leave nothing", {}, (given) => choosing(given, 10_000));
