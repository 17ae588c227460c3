import type { Venue } from "~/components/exam/venue";
import { pageClockOffset, wallClock } from "~/components/exam/wall-clock";
import { paths } from "~/web/paths";
import type { MockPage } from "./mock-page";

/**
 * A mock examination: nobody watches, and nobody has to take a place, so that two windows may answer, each what it changes. Their numbers follow the server's clock: what
 * was given last has the highest, in whichever window it was given.
 */
export const mockVenue = ({ roundId, now }: MockPage): Venue => ({
  id: roundId,
  page: (ordinal) => paths.mockExam(roundId, ordinal),
  answer: paths.mockAnswer(roundId),
  items: paths.mockItems(roundId),
  note: paths.mockNote(roundId),
  handIn: paths.mockHandIn(roundId),
  signIn: paths.signIn(),
  manyWindows: true,
  sequenceAfter: (last) => Math.max(last + 1, Math.floor(wallClock() + pageClockOffset(now))),
});
