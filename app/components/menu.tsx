import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

interface MenuProps {
  /** What the button shows; the panel opens below it, without JavaScript too. */
  label: ReactNode;
  /** Of the button. */
  className: string;
  /** Of the frame that button and panel share; `relative`, unless the panel hangs from something larger. */
  frame?: string;
  children: ReactNode;
}

/** A button with a panel. A press elsewhere, Escape and going to another page close it. */
export function Menu({ label, className, frame = "relative", children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const pressed = ({ target }: PointerEvent) => {
      if (menu.current?.open && !menu.current.contains(target as Node)) menu.current.open = false;
    };
    const typed = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      if (menu.current.contains(document.activeElement)) menu.current.querySelector("summary")?.focus();
      menu.current.open = false;
    };
    document.addEventListener("pointerdown", pressed);
    document.addEventListener("keydown", typed);
    return () => {
      document.removeEventListener("pointerdown", pressed);
      document.removeEventListener("keydown", typed);
    };
  }, []);
  return (
    <details ref={menu} key={useLocation().key} className={`disclosure group ${frame}`}>
      <summary className={className}>{label}</summary>
      {children}
    </details>
  );
}

/** Points down, and up while the menu is open. */
export function MenuMark() {
  return (
    <svg
      viewBox="0 0 12 12"
      className="size-3 flex-none fill-none stroke-current stroke-2 transition-transform group-open:rotate-180"
      aria-hidden="true"
    >
      <path d="m2 4 4 4 4-4" />
    </svg>
  );
}
