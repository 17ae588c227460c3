import type { Venue } from "~/components/exam/venue";
import { paths } from "~/web/paths";
import { watchPage } from "./watch-page";

/** The examination itself: what counts towards a certificate is watched over. */
export const examVenue = (attemptId: string): Venue => ({
  id: attemptId,
  page: (ordinal) => paths.attempt(attemptId, ordinal),
  answer: paths.answer(attemptId),
  items: paths.examItems(attemptId),
  note: paths.examNote(attemptId),
  handIn: paths.handIn(attemptId),
  signIn: paths.signIn(),
  watch: (current) => watchPage(attemptId, current),
});
