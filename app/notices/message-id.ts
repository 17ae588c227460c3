import { createHash } from "node:crypto";

/** What every Message-ID of ours ends with. */
export const messageIdEnd = "@certification-portal>";

/** The same key gives the same Message-ID, so that a repeated send is recognised as one (RFC 5322, 3.6.4). */
export const messageIdFor = (...key: string[]): string =>
  `<${createHash("sha256").update(key.join("\n")).digest("hex").slice(0, 40)}${messageIdEnd}`;
