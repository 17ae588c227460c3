import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import * as entry from "~/entry.server";
import * as root from "~/root";
import routeConfig from "~/routes";

type RouteModule = ServerBuild["routes"][string]["module"];

const modules = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}");

/** One address of the portal: what a person may open or send to. */
export interface Address {
  /** As Remix names it, for `?_data=`. */
  readonly routeId: string;
  /** `/organisations/:organisationId` */
  readonly path: string;
  readonly module: RouteModule;
}

const joined = (parent: string, path: string | undefined): string =>
  path === undefined ? parent : `${parent.replace(/\/$/, "")}/${path}`;

async function flatten(entries: readonly RouteConfigEntry[], parentId: string, parentPath: string) {
  const routes: ServerBuild["routes"] = {};
  const addresses: Address[] = [];
  for (const { file, path, index, children } of entries) {
    const load = modules[`../../app/${file}`];
    if (!load) throw new Error(`app/routes.ts names ${file}, which is not there`);
    const routeId = file.replace(/\.tsx?$/, "");
    const module = await load();
    routes[routeId] = { id: routeId, parentId, path, index, module };
    const below = await flatten(children ?? [], routeId, joined(parentPath, path));
    Object.assign(routes, below.routes);
    if (!children) addresses.push({ routeId, path: joined(parentPath, path), module });
    addresses.push(...below.addresses);
  }
  return { routes, addresses };
}

const { routes, addresses: leaves } = await flatten(routeConfig, "root", "/");

/** Every address of `app/routes.ts`. */
export const addresses: readonly Address[] = leaves;

const all: ServerBuild["routes"] = { root: { id: "root", path: "", module: root as RouteModule }, ...routes };

/** The portal's server half straight from its sources; the browser's half is named, but not built. */
export const serverBuild: ServerBuild = {
  mode: "production",
  entry: { module: entry },
  routes: all,
  assets: {
    entry: { module: "/assets/entry.js", imports: [] },
    routes: Object.fromEntries(
      Object.values(all).map(({ module, ...route }) => [
        route.id,
        {
          ...route,
          module: "/assets/route.js",
          hasLoader: "loader" in module,
          hasAction: "action" in module,
          hasErrorBoundary: "ErrorBoundary" in module,
          hasClientLoader: false,
          hasClientAction: false,
        },
      ]),
    ),
    url: "/assets/manifest.js",
    version: "test",
  },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: false,
    v3_throwAbortReason: true,
  } as ServerBuild["future"],
  isSpaMode: false,
};
