/** iCalendar as text (RFC 5545): properties, their escaping and the folding of long lines. What stands in an object is its writer's matter. */

/** TEXT of RFC 5545, 3.3.11. */
export const calendarText = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replace(/\r\n|\r|\n/g, "\\n");

/** A parameter's value, always quoted; it cannot hold a quotation mark itself. */
export const quoted = (text: string): string => `"${text.replace(/\p{Cc}+/gu, " ").replaceAll('"', "'")}"`;

const basic = (isoText: string): string => isoText.replaceAll(/[-:]|\.\d+/g, "");

/** "20270308T080000Z". */
export const utcTime = (instant: Date): string => basic(instant.toISOString());

/** "20270308T090000", from "2027-03-08T09:00:00". */
export const localTime = (wall: { toString(options: { smallestUnit: "second" }): string }): string =>
  basic(wall.toString({ smallestUnit: "second" }));

const lineOctets = 75;
const encoder = new TextEncoder();

/** A content line of at most 75 octets; what is longer goes on behind a line break and a space, never within a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let [piece, octets] = ["", 0];
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > lineOctets) {
      pieces.push(piece);
      [piece, octets] = ["", 1];
    }
    piece += character;
    octets += more;
  }
  return [...pieces, piece].join("\r\n ");
}

/** The lines of an object, `BEGIN` and `END` among them, as they travel. */
export const calendarObject = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join("");
