import type { Venue } from "~/components/exam/venue";
import { paths } from "~/web/paths";

/** A mock examination: as the examination is, but nobody watches. */
export const mockVenue = (roundId: string): Venue => ({
  id: roundId,
  page: (ordinal) => paths.mockExam(roundId, ordinal),
  answer: paths.mockAnswer(roundId),
  items: paths.mockItems(roundId),
  note: paths.mockNote(roundId),
  handIn: paths.mockHandIn(roundId),
  signIn: paths.signIn(),
});
