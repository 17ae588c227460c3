import { inject } from "vitest";

/** `npm run test:long` plays in full breadth what `npm test` samples, always the same sample. */
export const isLong = inject("long");

/** How many of something: in `npm test`, and when all of it is asked for. */
export const breadth = (sample: number, whole: number): number => (isLong ? whole : sample);

/** Of a list in `npm test`: each `stride`-th from a place that `turn` shifts, so that all turns together leave nothing out; whole when all is asked for. */
export const sampled = <One>(list: readonly One[], stride: number, turn: number): readonly One[] =>
  isLong ? list : list.filter((_one, index) => index % stride === turn % stride);
