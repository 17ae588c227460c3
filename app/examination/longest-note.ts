/** Characters of the longest note beside a question. */
export const longestNote = 2_000;
