import type { ReactNode } from "react";
import { useMessages } from "./language";
import { noticeMessages } from "./notice-messages";

type Tone = "info" | "success" | "warning" | "danger";

/** Each tone has its own shape (disc, tick, triangle, octagon), so that the meaning survives without colour. */
const shapes: Record<Tone, string> = {
  info: "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 8.5h2V15H9zM9 5h2v2.2H9z",
  success: "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.9 14.1 4.9 10l1.5-1.5 2.5 2.6 4.8-5.2 1.6 1.4z",
  warning: "M10 1 19.6 18.4H.4zM9 7.2v5h2v-5zm0 6.6V16h2v-2.2z",
  danger: "M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3zM9 5v6.4h2V5zm0 8v2.2h2V13z",
};

const colours: Record<Tone, string> = {
  info: "border-accent/40 bg-accent-soft [&>svg]:fill-accent",
  success: "border-good/40 bg-good-soft [&>svg]:fill-good",
  warning: "border-warn/40 bg-warn-soft [&>svg]:fill-warn",
  danger: "border-bad/40 bg-bad-soft [&>svg]:fill-bad",
};

interface NoticeProps {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  /** Read out at once (role alert) instead of in turn (role status). */
  urgent?: boolean;
}

/** A box that says something beside the work: read out when it appears, never in the way. */
export function Notice({ tone, title, children, urgent = false }: NoticeProps) {
  const words = useMessages(noticeMessages);
  return (
    <div role={urgent ? "alert" : "status"} className={`flex gap-3 rounded border px-4 py-3 ${colours[tone]}`}>
      <svg viewBox="0 0 20 20" className="mt-0.5 size-5 flex-none" role="img" aria-label={words[tone]}>
        <path d={shapes[tone]} fillRule="evenodd" />
      </svg>
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}

export interface Flash {
  readonly tone: Tone;
  readonly text: string;
}

/** Where the page says what the last action did; always in the page, so that screen readers hear what appears in it. */
export function FlashRegion({ flash }: { flash?: Flash | null | undefined }) {
  return (
    <div aria-live="polite" className={flash ? "mb-5" : undefined}>
      {flash && <Notice tone={flash.tone}>{flash.text}</Notice>}
    </div>
  );
}
