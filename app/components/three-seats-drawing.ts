import { policy } from "~/kernel/policy";
import type { Language } from "./messages";
import { seatsMessages } from "./seats-messages";

/**
 * The one sign of the portal: an organisation's standing as seats, one for each certified administrator. Told apart by
 * shape: a full disc, a ring that empties clockwise over the last days, a dashed ring, a thin ring.
 */

type SeatState = "filled" | "draining" | "upcoming" | "empty";

export interface Seat {
  readonly state: SeatState;
  /** Of a draining seat: 1 on the first of its last days, 0 at its end. */
  readonly remainingShare?: number;
  readonly name?: string;
}

/** `full` and `ring` carry meaning in the accent, `track` is a quiet line, `more` is text. */
export type SeatInk = "full" | "ring" | "track" | "more";

interface SeatShape {
  readonly element: "circle" | "path" | "text";
  readonly ink: SeatInk;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

interface SeatsDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly SeatShape[];
}

const pitch = 26;
const height = 24;
const reserveGap = 8;
const reserveScale = 0.75;
const mostDrawn = policy.minimumAdministrators + 2;
const rank: Record<SeatState, number> = { filled: 0, draining: 1, upcoming: 2, empty: 3 };

/** Strongest first, filled up with empty seats to the minimum: what stands behind the minimum is reserve. */
export function arrangeSeats(seats: readonly Seat[]): Seat[] {
  const missing = Math.max(0, policy.minimumAdministrators - seats.length);
  const empty: Seat[] = Array.from({ length: missing }, () => ({ state: "empty" }));
  return [...seats, ...empty].sort(
    (a, b) => rank[a.state] - rank[b.state] || (b.remainingShare ?? 0) - (a.remainingShare ?? 0),
  );
}

/** The shapes of the sign, in a box 24 high; reserve seats are smaller, and from the sixth on only counted. */
export function drawSeats(seats: readonly Seat[]): SeatsDrawing {
  const arranged = arrangeSeats(seats);
  const shapes: SeatShape[] = [];
  let x = 1;
  for (const [index, seat] of arranged.slice(0, mostDrawn).entries()) {
    const reserve = index >= policy.minimumAdministrators;
    if (index === policy.minimumAdministrators) x += reserveGap;
    const scale = reserve ? reserveScale : 1;
    const step = pitch * scale;
    shapes.push(...drawSeat(seat, x + (step - 2) / 2, height / 2, scale));
    x += step;
  }
  const more = arranged.length - mostDrawn;
  if (more > 0) {
    const attributes = { x: round(x + 1), y: 17, fontSize: 14, fontWeight: 600 };
    shapes.push({ element: "text", ink: "more", attributes, text: `+${more}` });
    x += 12 + 8 * String(more).length;
  }
  return { width: Math.ceil(x), height, shapes };
}

function drawSeat({ state, remainingShare = 1 }: Seat, cx: number, cy: number, scale: number): SeatShape[] {
  const circle = (ink: SeatInk, radius: number, extra: SeatShape["attributes"] = {}): SeatShape => ({
    element: "circle",
    ink,
    attributes: { cx: round(cx), cy, r: round(radius * scale), ...extra },
  });
  switch (state) {
    case "filled":
      return [circle("full", 10)];
    case "draining":
      return [
        circle("track", 9.25, { strokeWidth: 1.5 }),
        arc(cx, cy, 8 * scale, Math.min(1, Math.max(0, remainingShare)), 4 * scale),
        circle("full", 2.75),
      ];
    case "upcoming":
      return [circle("ring", 9, { strokeWidth: 2, strokeDasharray: dashes(9 * scale) })];
    case "empty":
      return [circle("track", 9.25, { strokeWidth: 1.5 })];
  }
}

/** Nine dashes and nine gaps around a circle. */
const dashes = (radius: number): string => {
  const part = round((Math.PI * radius) / 9);
  return `${part} ${part}`;
};

/** What is left of the ring: it ends at twelve o'clock, and its beginning moves clockwise towards it. */
function arc(cx: number, cy: number, radius: number, share: number, strokeWidth: number): SeatShape {
  if (share >= 1) {
    return {
      element: "circle",
      ink: "ring",
      attributes: { cx: round(cx), cy, r: round(radius), strokeWidth: round(strokeWidth) },
    };
  }
  const from = 2 * Math.PI * (1 - share);
  const start = `M${round(cx + radius * Math.sin(from))} ${round(cy - radius * Math.cos(from))}`;
  const sweep = `A${round(radius)} ${round(radius)} 0 ${share > 0.5 ? 1 : 0} 1 ${round(cx)} ${round(cy - radius)}`;
  return { element: "path", ink: "ring", attributes: { d: `${start}${sweep}`, strokeWidth: round(strokeWidth) } };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The sign in words: the count as a title, and each seat. Filled and draining seats both count. */
export function describeSeats(seats: readonly Seat[], language: Language): { title: string; description: string } {
  const words = seatsMessages[language];
  const arranged = arrangeSeats(seats);
  const certified = arranged.filter(({ state }) => state === "filled" || state === "draining").length;
  const empty = arranged.filter(({ state }) => state === "empty").length;
  const sentences = arranged.flatMap(({ state, name }) =>
    state === "empty" ? [] : [words[state](name ?? words.unnamed)],
  );
  return {
    title: words.title(certified, policy.minimumAdministrators),
    description: [...sentences, ...(empty > 0 ? [words.empty(empty)] : [])].join("; "),
  };
}
