import { paths } from "~/web/paths";

/** To the training with the people already ticked; null where there is no training with a free seat. */
export const enrolPath = (
  training: { readonly trainingSessionId: string } | null,
  organisationId: string,
  people: readonly { readonly personId: string }[],
): string | null =>
  training &&
  paths.enrolInTraining(
    training.trainingSessionId,
    organisationId,
    people.map(({ personId }) => personId),
  );
