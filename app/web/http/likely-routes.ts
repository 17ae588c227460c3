/**
 * React Router ranks and compiles every route of the build each time it matches an address, and a page is matched four times until it is
 * rendered: with all of the portal's routes that was a quarter of the CPU of a small page. What can match an address is known beforehand by its
 * first segment and by how many there are, so the others are left out.
 */
import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

interface Pattern {
  readonly id: string;
  readonly segments: readonly string[];
}

const segmentsOf = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

function patternOf(routes: Routes, id: string): Pattern {
  const segments: string[] = [];
  for (let route = routes[id]; route; route = routes[route.parentId ?? ""]) {
    segments.unshift(...segmentsOf(route.path ?? ""));
  }
  return { id, segments };
}

const isOpen = (segment: string | undefined): boolean =>
  segment === undefined || segment.startsWith(":") || segment === "*" || segment.endsWith("?");

const hasAnyLength = ({ segments }: Pattern): boolean =>
  segments.some((segment) => segment === "*" || segment.endsWith("?"));

/** Which routes can match which addresses; the routes a build has do not change while it is served. */
export class LikelyRoutes {
  readonly #build: ServerBuild;
  readonly #patterns: readonly Pattern[];
  readonly #firsts: ReadonlySet<string>;
  readonly #longest: number;

  constructor(build: ServerBuild) {
    this.#build = build;
    this.#patterns = Object.keys(build.routes).map((id) => patternOf(build.routes, id));
    const firsts = this.#patterns.flatMap(({ segments: [first] }) =>
      first === undefined || isOpen(first) ? [] : [first],
    );
    this.#firsts = new Set(firsts.map((first) => first.toLowerCase()));
    this.#longest = Math.max(...this.#patterns.map(({ segments }) => segments.length));
  }

  /**
   * The same text for all addresses that the same routes can match; as many texts as the build has beginnings and lengths, whatever is asked
   * for. Undefined for an address that is written in an unusual way: all routes are to be asked.
   */
  keyOf(pathname: string): string | undefined {
    if (/%|\/\/|\\/.test(pathname)) return undefined;
    const segments = segmentsOf(pathname);
    const first = segments[0]?.toLowerCase() ?? "";
    return `${Math.min(segments.length, this.#longest + 1)} ${this.#firsts.has(first) ? first : ""}`;
  }

  /** The build with the routes that can match the addresses of this key, and with those they lie in. */
  buildFor(key: string): ServerBuild {
    const [length = "", first = ""] = key.split(" ");
    const kept = new Set<string>();
    for (const pattern of this.#patterns) {
      const [head] = pattern.segments;
      if (!isOpen(head) && head?.toLowerCase() !== first) continue;
      if (!hasAnyLength(pattern) && pattern.segments.length !== Number(length)) continue;
      for (let id: string | undefined = pattern.id; id !== undefined; id = this.#build.routes[id]?.parentId)
        kept.add(id);
    }
    const only = <T>(all: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
    const { routes, assets } = this.#build;
    return { ...this.#build, routes: only(routes), assets: { ...assets, routes: only(assets.routes) } };
  }
}
