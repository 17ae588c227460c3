import { NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { controlMessages } from "./control-messages";
import { useMessages } from "./language";
import { shellMessages } from "./shell-messages";

/** The first stop of the tab key on every page: past the header, to `<main id="main" tabIndex={-1}>`. */
export function SkipLink() {
  const words = useMessages(controlMessages);
  return (
    <a
      href="#main"
      className="button button-primary fixed top-2 left-2 z-50 -translate-y-20 focus-visible:translate-y-0"
    >
      {words.skipToContent}
    </a>
  );
}

export interface NavigationEntry {
  readonly to: string;
  readonly label: ReactNode;
  /** Only the page itself is "here", not the pages below it. */
  readonly end?: boolean;
}

/** The views of one thing, each a page of its own with its own address. */
export function Tabs({ label, entries }: { label: string; entries: readonly NavigationEntry[] }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-5">
        {entries.map(({ to, label: entry, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className={({ isActive }) =>
                `tap block whitespace-nowrap border-b-2 px-0.5 py-2 -outline-offset-2 ${
                  isActive
                    ? "border-accent font-semibold text-ink"
                    : "border-transparent text-muted hover:border-edge hover:text-ink"
                }`
              }
            >
              {entry}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The rooms of the portal, for the header: in a row, or on a phone behind a button that opens without JavaScript. */
export function MainNavigation({ label, entries }: { label: string; entries: readonly NavigationEntry[] }) {
  const words = useMessages(shellMessages);
  return (
    <nav aria-label={label}>
      <details key={useLocation().pathname} className="disclosure md:hidden">
        <summary className="button button-quiet">
          <svg viewBox="0 0 16 16" className="size-4 flex-none stroke-current stroke-2" aria-hidden="true">
            <path d="M2 4h12M2 8h12M2 12h12" />
          </svg>
          {words.menu}
        </summary>
        <Rooms entries={entries} className="grid grid-cols-2 pt-2" />
      </details>
      <Rooms entries={entries} className="hidden flex-wrap md:flex" />
    </nav>
  );
}

function Rooms({ entries, className }: { entries: readonly NavigationEntry[]; className: string }) {
  return (
    <ul className={`gap-x-1 text-sm ${className}`}>
      {entries.map(({ to, label, end }) => (
        <li key={to}>
          <NavLink
            to={to}
            end={end}
            className={({ isActive }) =>
              `tap block rounded px-2.5 py-1.5 font-semibold ${isActive ? "bg-accent-soft text-accent" : "text-muted hover:bg-sunken hover:text-ink"}`
            }
          >
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
