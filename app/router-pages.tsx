import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

/** Brings a page of the router to life in the browser. */
export function wakeRouterPage(): void {
  startTransition(() => {
    hydrateRoot(document, <RemixBrowser />);
  });
}
