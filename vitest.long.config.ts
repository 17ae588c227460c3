import { mergeConfig } from "vitest/config";
import config from "./vitest.config";

/** `npm run test:long`: the same tests, in full breadth. */
export default mergeConfig(config, { test: { provide: { long: true } } });
