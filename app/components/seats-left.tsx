import type { Standing } from "~/training/enrolment-rule";
import { useMessages } from "./language";
import { seatsLeftMessages } from "./seats-left-messages";
import { Badge, type BadgeShape, type BadgeTone } from "./status-badge";

const looks: Record<Standing["kind"], [BadgeTone, BadgeShape]> = {
  cancelled: ["bad", "cross"],
  over: ["neutral", "bar"],
  begun: ["accent", "clock"],
  closed: ["neutral", "bar"],
  free: ["good", "ring"],
  full: ["warn", "pause"],
};

/** Whether a training session has a seat for somebody who looks for one. */
export function SeatsLeft({ standing }: { standing: Standing }) {
  const words = useMessages(seatsLeftMessages);
  const [tone, shape] = looks[standing.kind];
  return (
    <Badge tone={tone} shape={shape}>
      {seatsLeftWords(standing, words)}
    </Badge>
  );
}

function seatsLeftWords(standing: Standing, words: (typeof seatsLeftMessages)["en"]): string {
  switch (standing.kind) {
    case "free":
      return words.free(standing.seats);
    case "full":
      return standing.waiting > 0 ? words.fullWaiting(standing.waiting) : words.full;
    default:
      return words[standing.kind];
  }
}
