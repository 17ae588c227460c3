/** Of every page that does not say otherwise: it belongs to whom it was made for. */
export const pageHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "private, no-store",
} as const;
