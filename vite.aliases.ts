import { fileURLToPath } from "node:url";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The import prefixes of tsconfig.json, for Vite and Vitest. */
export const aliases = {
  "~": folder("./app"),
  "#test": folder("./test"),
  "#migrations": folder("./migrations"),
};
