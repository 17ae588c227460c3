/** `items[3].content.stem`; a path of the item's own rules carries its numbers as text. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step, at) => (/^\d+$/.test(String(step)) ? `[${String(step)}]` : `${at === 0 ? "" : "."}${String(step)}`))
    .join("");
