import type { ColumnType } from "kysely";

/** What moves a version of an item towards use and out of it. */
export type ItemStep = "submitted" | "returned" | "approved" | "retired";

export interface ItemStepTable {
  id: ColumnType<string, never, never>;
  itemVersionId: string;
  step: ItemStep;
  personId: string;
  remark: string | null;
  recordedAt: Date;
}

export interface ItemCommentTable {
  id: ColumnType<string, never, never>;
  itemVersionId: string;
  personId: string;
  body: string;
  recordedAt: Date;
}
