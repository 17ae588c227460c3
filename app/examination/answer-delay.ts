import { policy } from "~/kernel/policy";

/** Whole seconds between giving an answer and its arrival, where they are more than a request and its repetition take; null otherwise. */
export function noteworthyDelaySeconds(agoMs: number): number | null {
  const seconds = Math.round(agoMs / 1000);
  return seconds > policy.noteworthyDelaySeconds ? seconds : null;
}
