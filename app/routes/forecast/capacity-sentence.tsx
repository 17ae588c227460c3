import { useMessages } from "~/components/language";
import type { CapacityMonth } from "~/eligibility/programme-forecast";
import { messages } from "./messages";

interface CapacitySentenceProps {
  capacity: readonly CapacityMonth[];
  /** A month in words. */
  named: (month: string) => string;
}

/** The seats in one plain sentence: enough, or how many are missing and in which month first. */
export function CapacitySentence({ capacity, named }: CapacitySentenceProps) {
  const words = useMessages(messages);
  const needed = capacity.reduce((sum, month) => sum + month.needed, 0);
  const free = capacity.reduce((sum, month) => sum + month.free, 0);
  const last = capacity.at(-1);
  const short = capacity.find(({ balance }) => balance < 0);
  if (!last || needed === 0) return words.noneNeeded(free);
  const until = named(last.month);
  return short
    ? words.tooFew(needed, free, until, -short.balance, named(short.month))
    : words.enough(needed, free, until);
}
