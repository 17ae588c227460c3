/** Data that the literature analyses, for holding our statistics against published figures. */

const patterns: Record<string, number> = {
  "00000": 3,
  "00001": 6,
  "00010": 2,
  "00011": 11,
  "00100": 1,
  "00101": 1,
  "00110": 3,
  "00111": 4,
  "01000": 1,
  "01001": 8,
  "01011": 16,
  "01101": 3,
  "01110": 2,
  "01111": 15,
  "10000": 10,
  "10001": 29,
  "10010": 14,
  "10011": 81,
  "10100": 3,
  "10101": 28,
  "10110": 15,
  "10111": 80,
  "11000": 16,
  "11001": 56,
  "11010": 21,
  "11011": 173,
  "11100": 11,
  "11101": 61,
  "11110": 28,
  "11111": 298,
};

/** Section 6 of the Law School Admission Test, 1000 candidates by five items, right 1 and wrong 0: Bock and Lieberman, Psychometrika 35 (1970) 179-197. */
export const lawSchoolAnswers: readonly (readonly number[])[] = Object.entries(patterns).flatMap(([pattern, count]) =>
  Array.from({ length: count }, () => [...pattern].map(Number)),
);

/** Six targets by four judges: Shrout and Fleiss, Psychological Bulletin 86 (1979) 420-428, table 2. */
export const sixTargets: readonly (readonly number[])[] = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
