import { NavLink, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { controlMessages } from "./control-messages";
import { useMessages } from "./language";
import { Menu, MenuMark } from "./menu";
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

/** Says the title of a page that came without the browser loading it: to the eye it changed, to a screen reader nothing happened. */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const [said, say] = useState("");
  const from = useRef(pathname);
  useEffect(() => {
    if (from.current !== pathname) say(document.title);
    from.current = pathname;
  }, [pathname]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
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

/** Rooms of one kind, behind one button. */
interface NavigationGroup {
  readonly label: string;
  readonly entries: readonly NavigationEntry[];
}

interface MainNavigationProps {
  label: string;
  entries: readonly (NavigationEntry | NavigationGroup)[];
}

/** The rooms of the portal, for the header: in a row, or on a phone behind a button that opens without JavaScript. */
export function MainNavigation({ label, entries }: MainNavigationProps) {
  const words = useMessages(shellMessages);
  const rooms = entries.flatMap((entry) => ("entries" in entry ? entry.entries : [entry]));
  return (
    <nav aria-label={label}>
      <Menu
        frame="md:hidden"
        className="button button-quiet"
        label={
          <>
            <svg viewBox="0 0 16 16" className="size-4 flex-none stroke-current stroke-2" aria-hidden="true">
              <path d="M2 4h12M2 8h12M2 12h12" />
            </svg>
            {words.menu}
          </>
        }
      >
        <ul className="absolute inset-x-0 top-full z-30 grid grid-cols-2 gap-x-1 border-b border-line bg-surface px-4 py-2 text-sm shadow-raised">
          {rooms.map((room) => (
            <li key={room.to}>
              <Room {...room} />
            </li>
          ))}
        </ul>
      </Menu>
      <ul className="hidden flex-wrap gap-x-1 text-sm md:flex">
        {entries.map((entry) => (
          <li key={"entries" in entry ? entry.label : entry.to}>
            {"entries" in entry ? <Group {...entry} /> : <Room {...entry} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

const roomLook = (here: boolean): string =>
  `tap rounded px-2.5 py-1.5 font-semibold ${here ? "bg-accent-soft text-accent" : "text-muted hover:bg-sunken hover:text-ink"}`;

function Room({ to, label, end }: NavigationEntry) {
  return (
    <NavLink to={to} end={end} className={({ isActive }) => `block ${roomLook(isActive)}`}>
      {label}
    </NavLink>
  );
}

function Group({ label, entries }: NavigationGroup) {
  const { pathname } = useLocation();
  const here = entries.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <Menu
      className={`flex items-center gap-1.5 ${roomLook(here)}`}
      label={
        <>
          {label}
          <MenuMark />
        </>
      }
    >
      <ul className="card absolute left-0 z-30 mt-1 flex min-w-52 flex-col gap-1 p-2 shadow-raised">
        {entries.map((room) => (
          <li key={room.to}>
            <Room {...room} />
          </li>
        ))}
      </ul>
    </Menu>
  );
}
