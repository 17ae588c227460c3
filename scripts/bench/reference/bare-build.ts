import type { ServerBuild } from "@remix-run/node";
import { BarePage, loader } from "./bare-page";
import { BareRoot } from "./bare-root";
import { renderAtOnce, renderStreaming } from "./render";
import { upsertAction } from "./upsert-action";

type Routes = ServerBuild["routes"];
type ServerRoute = Routes[string];

const routes: Routes = {
  root: { id: "root", path: "", module: { default: BareRoot } },
  page: { id: "page", parentId: "root", path: "page/:questions", module: { default: BarePage, loader } },
  upsert: {
    id: "upsert",
    parentId: "root",
    path: "upsert",
    module: { action: upsertAction } as unknown as ServerRoute["module"],
  },
};

/** An app of Remix by hand: a root, a page of questions, an action. Single fetch can only be streamed. */
export const bareBuild = (singleFetch: boolean): ServerBuild => ({
  mode: "production",
  entry: { module: { default: singleFetch ? renderStreaming : renderAtOnce } },
  routes,
  assets: {
    entry: { module: "/assets/entry.js", imports: ["/assets/shared.js"] },
    routes: Object.fromEntries(
      Object.values(routes).map(({ id, parentId, path, module }) => [
        id,
        {
          id,
          parentId,
          path,
          module: `/assets/${id}.js`,
          imports: ["/assets/shared.js"],
          hasLoader: "loader" in module,
          hasAction: "action" in module,
          hasErrorBoundary: false,
          hasClientLoader: false,
          hasClientAction: false,
        },
      ]),
    ),
    url: "/assets/manifest.js",
    version: "bench",
  },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: singleFetch,
    v3_throwAbortReason: true,
  } as ServerBuild["future"],
  isSpaMode: false,
});
