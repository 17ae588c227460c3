import { paths } from "~/web/paths";

/** To the training with as many of the people already ticked as it has seats, the first first; null where there is no training with a free seat. */
export const enrolPath = (
  training: { readonly trainingSessionId: string; readonly freeSeats: number } | null,
  organisationId: string,
  people: readonly { readonly personId: string }[],
): string | null =>
  training &&
  paths.enrolInTraining(
    training.trainingSessionId,
    organisationId,
    people.slice(0, training.freeSeats).map(({ personId }) => personId),
  );
