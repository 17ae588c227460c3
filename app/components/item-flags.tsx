import type { RaisedFlag } from "~/examination/statistics/item-flags";
import { useMessages } from "./language";
import { statisticsMessages } from "./statistics-messages";
import { Badge } from "./status-badge";

/** What is conspicuous about an item; what the interval leaves open says "perhaps". */
export function ItemFlags({ flags }: { flags: readonly RaisedFlag[] }) {
  const words = useMessages(statisticsMessages);
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map(({ flag, sure }) => (
        <Badge key={flag} tone={sure ? "bad" : "warn"} shape={sure ? "triangle" : "ring"}>
          {sure ? words.flag[flag] : words.perhaps(words.flag[flag])}
        </Badge>
      ))}
    </span>
  );
}
