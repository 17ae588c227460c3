/** Where the server leaves an island and its data, and the browser finds them. */
export const islandId = "island";
export const islandDataId = "island-data";
