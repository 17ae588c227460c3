import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LikelyRoutes } from "~/web/http/likely-routes";
import { addresses, serverBuild } from "../set-up/server-build";

type Tree = Parameters<typeof matchRoutes>[0];

const likely = new LikelyRoutes(serverBuild);

function treeOf(routes: ServerBuild["routes"], parentId?: string): Tree {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index: true } : { id, path, children: treeOf(routes, id) },
    ) as Tree;
}

const all = treeOf(serverBuild.routes);
const matched = (tree: Tree, path: string) =>
  matchRoutes(tree, path)?.map(({ route, params, pathname }) => ({ id: route.id, params, pathname }));

/** What the portal answers an address with, asked of the likely routes only. */
function matchedByLikely(path: string) {
  const key = likely.keyOf(path);
  return matched(key === undefined ? all : treeOf(likely.buildFor(key).routes), path);
}

const words = [...new Set(addresses.flatMap(({ path }) => path.split("/")))].filter((word) => /^[a-z]/.test(word));
const segment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  fc.constantFrom("", "..", "EXAM", "Organisations", "%6fxam", "%2F", "exam.data", ":exam", "*", "__manifest"),
  fc.uuid(),
  fc.webSegment(),
);

describe("the likely routes of an address", () => {
  it.each(addresses.map(({ path }) => path))("match %s as all routes do", (path) => {
    const filled = path.replace(/:[a-zA-Z]+\??/g, "0195-a").replace("*", "nowhere/at/all");
    for (const address of [filled, `${filled}/`, filled.toUpperCase(), path.replace(/\/:[a-zA-Z]+\?/, "")]) {
      expect(matchedByLikely(address)).toEqual(matched(all, address));
    }
  });

  it("match whatever else is asked for as all routes do", () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), fc.boolean(), (segments, slash) => {
        const path = `/${segments.join("/")}${slash ? "/" : ""}`;
        expect(matchedByLikely(path)).toEqual(matched(all, path));
      }),
      { numRuns: 1500 },
    );
  });

  it("are a fraction of all, and no address makes another group of them", () => {
    const keys = new Set<string | undefined>();
    fc.assert(
      fc.property(
        fc.array(segment, { maxLength: 9 }),
        (segments) => void keys.add(likely.keyOf(`/${segments.join("/")}`)),
      ),
    );
    expect(keys.size).toBeLessThan(150);
    expect(Object.keys(likely.buildFor("2 organisations").routes).length).toBeLessThan(12);
    expect(Object.keys(likely.buildFor("2 organisations").assets.routes)).toEqual(
      Object.keys(likely.buildFor("2 organisations").routes),
    );
  });
});
