import { cutScoreMessages } from "./cut-score-messages";
import { useMessages } from "./language";
import { Badge } from "./status-badge";

/** Under way, signed, or abandoned. */
export function StudyBadge({ outcome }: { outcome: "signed" | "abandoned" | null }) {
  const { states } = useMessages(cutScoreMessages);
  switch (outcome) {
    case null:
      return (
        <Badge tone="accent" shape="dashed">
          {states.open}
        </Badge>
      );
    case "signed":
      return (
        <Badge tone="good" shape="tick">
          {states.signed}
        </Badge>
      );
    case "abandoned":
      return (
        <Badge tone="neutral" shape="bar">
          {states.abandoned}
        </Badge>
      );
  }
}
