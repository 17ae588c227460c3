import { expect, it } from "vitest";
import { noteworthyDelaySeconds } from "./answer-delay";

it.each([
  [-5, null],
  [0, null],
  [30_000, null],
  [30_499, null],
  [30_500, 31],
  [600_000, 600],
  [86_400_000, 86_400],
])("an answer that was given %d ms ago: %s", (agoMs, seconds) => expect(noteworthyDelaySeconds(agoMs)).toBe(seconds));
