/** The names of a criterion's fields, in the form and on the server. */
export const markField = (criterionId: string): string => `mark-${criterionId}`;
export const remarkField = (criterionId: string): string => `remark-${criterionId}`;
