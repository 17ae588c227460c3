import { useEffect, useRef, useState } from "react";
import type { Kept } from "./answer-keeper";

export interface Overtaken {
  /** Of this window to the question that is shown; the server has another one. */
  readonly kept: Kept | undefined;
  /** It is shown in place of the stored one. */
  readonly looking: boolean;
  readonly look: (looking: boolean) => void;
  /** Another one whenever the fields are to be made anew, because they have to show another answer. */
  readonly renewed: number;
}

/** What the candidate sees of answers that the server did not take. `forget` is told of those that have just become known. */
export function useOvertaken(
  overtaken: readonly Kept[],
  current: number,
  forget: (ordinals: readonly number[]) => void,
): Overtaken {
  const [lookingAt, setLookingAt] = useState<number | null>(null);
  const [renewed, setRenewed] = useState(0);
  const known = useRef(overtaken);
  const renew = () => setRenewed((before) => before + 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the server has said so, whatever question is shown
  useEffect(() => {
    const told = overtaken.filter((kept) => !known.current.includes(kept)).map(({ ordinal }) => ordinal);
    known.current = overtaken;
    if (told.length === 0) return;
    forget(told);
    if (told.includes(current)) renew();
  }, [overtaken]);

  const kept = overtaken.find(({ ordinal }) => ordinal === current);
  const looking = kept !== undefined && lookingAt === current;
  const look = (wanted: boolean) => {
    setLookingAt(wanted ? current : null);
    renew();
  };
  return { kept, looking, look, renewed };
}
