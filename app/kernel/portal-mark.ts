/** The mark of the portal, in a square of 32: three seats, the foremost one still being taken. Drawn on pages, on paper and in public/*.svg. */
export const portalMark = {
  side: 32,
  corner: 7,
  discs: [
    { cx: 9.6, cy: 21, r: 5 },
    { cx: 22.4, cy: 21, r: 5 },
    { cx: 16, cy: 10, r: 1.6 },
  ],
  ring: { path: "M20 10A4 4 0 1 1 16 6", width: 2.2 },
} as const;
