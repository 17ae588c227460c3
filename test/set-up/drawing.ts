import { configureGlobal } from "fast-check";
import { isLong } from "./breadth";

/** What property tests draw is the same in each `npm test`, so that it says of a change what it said before; `npm run test:long` draws anew. */
configureGlobal(isLong ? {} : { seed: 27 });
