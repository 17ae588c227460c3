import type { ColumnType } from "kysely";

/** What moves a version of an item towards use and out of it. */
export type ItemStep = "submitted" | "returned" | "approved" | "retired" | "discarded";

export interface ItemStepTable {
  id: ColumnType<number, never, never>;
  itemVersionId: string;
  step: ItemStep;
  personId: string;
  remark: string | null;
  recordedAt: Date;
}

export interface ItemCommentTable {
  id: ColumnType<number, never, never>;
  itemVersionId: string;
  personId: string;
  body: string;
  /** The remark that this one answers; such a one answers none itself. */
  repliesTo: number | null;
  recordedAt: Date;
}

export interface ItemCommentTurnTable {
  id: ColumnType<number, never, never>;
  itemCommentId: number;
  turn: "resolved" | "reopened";
  personId: string;
  recordedAt: Date;
}

export interface ItemImageTable {
  /** Of the bytes. */
  sha256: string;
  type: "image/png" | "image/jpeg" | "image/webp";
  width: number;
  height: number;
  bytes: Buffer;
  /** Null for what is delivered with the portal. */
  keptBy: string | null;
  keptAt: Date;
}

/** Written by the database from the contents. */
export interface ItemVersionImageTable {
  itemVersionId: ColumnType<string, never, never>;
  sha256: ColumnType<string, never, never>;
}
