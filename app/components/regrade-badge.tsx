import { useMessages } from "./language";
import { regradeMessages } from "./regrade-messages";
import { Badge } from "./status-badge";

interface RegradeState {
  appliedAt: unknown;
  undoneAt: unknown;
  discardedAt: unknown;
}

/** Proposed, in force, undone, or discarded. */
export function RegradeBadge({ appliedAt, undoneAt, discardedAt }: RegradeState) {
  const { states } = useMessages(regradeMessages);
  if (undoneAt || discardedAt)
    return (
      <Badge tone="neutral" shape="bar">
        {undoneAt ? states.undone : states.discarded}
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
