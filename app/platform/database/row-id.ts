import { randomUUID } from "node:crypto";

/** The id of a row that is not written yet, as the database would give it (`gen_random_uuid`): for what travels with the row and has to name it. */
export const newRowId = (): string => randomUUID();
