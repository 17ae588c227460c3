const prefix = "percent-";

/** The name of the field for a judge's estimate of an item. */
export const ratingField = (itemVersionId: string): string => `${prefix}${itemVersionId}`;

/** The name of what was kept of it when the page was made. */
export const keptField = (itemVersionId: string): string => `kept-${itemVersionId}`;

/** The item that a field is about; null of any other field. */
export const itemOfField = (name: string): string | null =>
  name.startsWith(prefix) ? name.slice(prefix.length) : null;
