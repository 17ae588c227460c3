import type { PGlite, PGliteOptions } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";

/** PGlite with what it runs on, before pg is put in front of it. */
export interface OpenCluster {
  readonly pglite: PGlite;
  readonly fsyncs?: () => number;
  /** Gives up what was claimed for it, once PGlite is closed. */
  readonly release: () => void;
}

/** What our migrations need beyond PostgreSQL's core. */
export const extensions = { btree_gist } satisfies PGliteOptions["extensions"];

/** For initdb: UTF-8, sorted by code point, with letters as PostgreSQL itself knows them and no C library's opinion. */
export const localeParams = ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"];

/**
 * For PostgreSQL at start: the pages that it keeps itself. Its usual 128 MiB stand in this process's memory from the first moment, whether they are
 * used or not; what does not fit here the operating system's cache has, a read away.
 */
export const memoryParams = ["-c", "shared_buffers=16MB"];
