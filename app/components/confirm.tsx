import type { ReactNode } from "react";
import { buttonLooks } from "./plain-button";

interface ConfirmProps {
  /** On the button that opens the question, with an ellipsis: "Revoke …". */
  label: string;
  /** The question, naming the thing. */
  title: string;
  /** What follows, and whether it can be undone; then the form with its button: `final`, or `primary` where nothing is lost. */
  children: ReactNode;
  /** It completes something and takes nothing away: asked without alarm. */
  completes?: boolean;
  /** Open from the start: its form came back with faults. */
  open?: boolean;
}

/** Asks before something that cannot easily be undone. Opens in place, so that it works without JavaScript and nothing is covered. */
export function Confirm({ label, title, children, completes = false, open = false }: ConfirmProps) {
  const edge = completes ? "border-line border-l-accent" : "border-bad/40 border-l-bad";
  return (
    <details className="disclosure no-print" open={open}>
      <summary className={buttonLooks[completes ? "quiet" : "danger"]}>{label}</summary>
      <div className={`mt-3 max-w-2xl rounded border border-l-4 bg-surface p-4 ${edge}`}>
        <p className="mb-2 font-semibold">{title}</p>
        <div className="flex flex-col items-start gap-4">{children}</div>
      </div>
    </details>
  );
}

/** More to read for those who want it; closed at first. */
export function Disclosure({
  label,
  children,
  open = false,
}: {
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className="disclosure" open={open}>
      <summary className="link tap inline-block py-1 text-sm">{label}</summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
