import type { ReactNode } from "react";
import { badgeMessages } from "./badge-messages";
import { useMessages } from "./language";

export type BadgeTone = "neutral" | "accent" | "good" | "warn" | "bad";

const colours: Record<BadgeTone, string> = {
  neutral: "bg-sunken text-muted",
  accent: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** Shapes in a box of 16: lines of the badge's own colour, so that each state is told apart in black and white. */
const shapes = {
  tick: <path d="M2.5 8.5 6.3 12.3 13.5 4.2" />,
  triangle: <path d="M8 2.2 14.4 13.4H1.6zM8 6.2v3.4M8 11.2v1" />,
  cross: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  dashed: <circle cx="8" cy="8" r="5.7" strokeDasharray="2.98 2.98" />,
  ring: <circle cx="8" cy="8" r="5.7" />,
  bar: <path d="M3 8h10" />,
  pause: <path d="M5.5 3v10M10.5 3v10" />,
  onwards: <path d="M2.5 8h10M8.8 4l4 4-4 4" />,
  clock: <path d="M8 2.3a5.7 5.7 0 1 0 0 11.4A5.7 5.7 0 0 0 8 2.3M8 5v3.2l2.2 1.6" />,
} as const;

export type BadgeShape = keyof typeof shapes;

interface BadgeProps {
  tone: BadgeTone;
  shape: BadgeShape;
  /** Of several words: breaks where there is no room for it in one line. */
  long?: boolean;
  children: ReactNode;
}

/** A state as a word with a shape; colour comes on top of both. */
export function Badge({ tone, shape, long = false, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded px-2 py-0.5 text-sm font-semibold ${long ? "" : "whitespace-nowrap"} ${colours[tone]}`}
    >
      <svg viewBox="0 0 16 16" className="size-3.5 flex-none fill-none stroke-current stroke-2" aria-hidden="true">
        {shapes[shape]}
      </svg>
      <span className="self-baseline">{children}</span>
    </span>
  );
}

export type OrganisationStatus = keyof (typeof badgeMessages)["en"]["organisation"];

const organisationLooks: Record<OrganisationStatus, [BadgeTone, BadgeShape]> = {
  not_applicable: ["neutral", "bar"],
  in_preparation: ["accent", "dashed"],
  met: ["good", "tick"],
  at_risk: ["warn", "triangle"],
  not_met: ["bad", "cross"],
};

/** Where an organisation stands with second-level support. */
export function StatusBadge({ status }: { status: OrganisationStatus }) {
  const [tone, shape] = organisationLooks[status];
  return (
    <Badge tone={tone} shape={shape}>
      {useMessages(badgeMessages).organisation[status]}
    </Badge>
  );
}

export type CertificateState = keyof (typeof badgeMessages)["en"]["certificate"];

const certificateLooks: Record<CertificateState, [BadgeTone, BadgeShape]> = {
  upcoming: ["accent", "dashed"],
  valid: ["good", "tick"],
  renewed: ["neutral", "onwards"],
  expired: ["neutral", "clock"],
  suspended: ["warn", "pause"],
  revoked: ["bad", "cross"],
};

export function CertificateBadge({ state }: { state: CertificateState }) {
  const [tone, shape] = certificateLooks[state];
  return (
    <Badge tone={tone} shape={shape}>
      {useMessages(badgeMessages).certificate[state]}
    </Badge>
  );
}
