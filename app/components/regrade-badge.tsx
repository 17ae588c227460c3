import { useMessages } from "./language";
import { regradeMessages } from "./regrade-messages";
import { Badge } from "./status-badge";

/** Proposed, in force, or undone. */
export function RegradeBadge({ appliedAt, undoneAt }: { appliedAt: unknown; undoneAt: unknown }) {
  const { states } = useMessages(regradeMessages);
  if (undoneAt)
    return (
      <Badge tone="neutral" shape="bar">
        {states.undone}
      </Badge>
    );
  if (appliedAt)
    return (
      <Badge tone="good" shape="tick">
        {states.applied}
      </Badge>
    );
  return (
    <Badge tone="accent" shape="dashed">
      {states.proposed}
    </Badge>
  );
}
