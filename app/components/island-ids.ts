/** Where the server leaves an island and its data, and the browser finds them. */
export const islandId = "island";
export const islandDataId = "island-data";

/** Which of them it is: each wakes by a program of its own (app/entry.client.tsx). */
export type IslandName = "exam" | "mock-exam";
