import type { Venue } from "~/components/exam/venue";
import { watchPage } from "~/components/exam/watch-page";
import { paths } from "~/web/paths";

/** The examination itself: what counts towards a certificate is watched over. */
export const examVenue = (attemptId: string): Venue => ({
  id: attemptId,
  page: (ordinal) => paths.attempt(attemptId, ordinal),
  answer: paths.answer(attemptId),
  items: paths.examItems(attemptId),
  note: paths.examNote(attemptId),
  handIn: paths.handIn(attemptId),
  signIn: paths.signIn(),
  watch: (current) =>
    watchPage({ id: attemptId, page: paths.attempt(attemptId), events: paths.examEvents(attemptId) }, current),
});
