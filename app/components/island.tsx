import { createContext, type ReactElement, useContext } from "react";
import { type IslandName, islandDataId, islandId } from "./island-ids";
import { useNonce } from "./nonce";

interface Rendering {
  /** Renders a tree by itself. */
  readonly render: (tree: ReactElement) => string;
  /** Addresses of the modules with which the browser begins. */
  readonly scripts: readonly string[];
}

/** How the server renders an island; nobody provides it in the browser. */
const RenderingContext = createContext<Rendering | null>(null);
export const IslandRendering = RenderingContext.Provider;

/** The `handle` of a route whose page is an island: its document brings no script but the island's. */
export const islandHandle = { island: true } as const;

export const isIsland = ({ handle }: { handle?: unknown }): boolean => handle === islandHandle;

interface IslandProps {
  name: IslandName;
  /** Plain JSON, from which the browser makes the same tree again (app/entry.client.tsx). */
  data: unknown;
  children: ReactElement;
}

/**
 * A page that comes alive without the router: only React and its own parts are loaded, which halves its JavaScript. It is rendered as a tree of its
 * own, so that both sides give the same ids. To be reached by loading the document.
 */
export function Island({ name, data, children }: IslandProps) {
  const rendering = useContext(RenderingContext);
  const nonce = useNonce();
  if (!rendering) return children;
  const start = rendering.scripts.map((address) => `import ${JSON.stringify(address)};`).join("");
  // biome-ignore-start lint/security/noDangerouslySetInnerHtml: React's own markup, JSON that cannot end its element, addresses of the build
  return (
    <>
      <div id={islandId} data-name={name} dangerouslySetInnerHTML={{ __html: rendering.render(children) }} />
      <script id={islandDataId} type="application/json" dangerouslySetInnerHTML={{ __html: inElement(data) }} />
      <script type="module" nonce={nonce} dangerouslySetInnerHTML={{ __html: start }} />
    </>
  );
  // biome-ignore-end lint/security/noDangerouslySetInnerHtml: as above
}

const inElement = (data: unknown): string => JSON.stringify(data).replaceAll("<", "\\u003c");
