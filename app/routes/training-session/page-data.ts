import type { SerializeFrom } from "@remix-run/node";
import type { loader } from "./route";

/** What the loader hands to the parts of this page. */
export type PageData = SerializeFrom<typeof loader>;
