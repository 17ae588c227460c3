import type { Language } from "./messages";
import { describeSeats, drawSeats, type Seat, type SeatInk } from "./three-seats-drawing";

/** The tokens of the light scheme: mails and documents have a white ground. A test compares them with styles/tokens.css. */
export const paperColours = { accent: "#1453b8", edge: "#76848f", muted: "#4b5a6a" } as const;

const inks: Record<SeatInk, string> = {
  full: `fill="${paperColours.accent}"`,
  ring: `fill="none" stroke="${paperColours.accent}"`,
  track: `fill="none" stroke="${paperColours.edge}"`,
  more: `fill="${paperColours.muted}" font-family="sans-serif"`,
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** `strokeWidth` as React names it is `stroke-width` in SVG. */
const attribute = ([name, value]: [string, string | number]): string =>
  `${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}="${value}"`;

/** The three seats as a document of their own, for mails and files; `height` in pixels. */
export function threeSeatsSvg(seats: readonly Seat[], language: Language, height = 32): string {
  const drawing = drawSeats(seats);
  const { title, description } = describeSeats(seats, language);
  const width = Math.round((drawing.width * height) / drawing.height);
  const shapes = drawing.shapes.map(({ element, ink, attributes, text = "" }) => {
    return `<${element} ${inks[ink]} ${Object.entries(attributes).map(attribute).join(" ")}>${escaped(text)}</${element}>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${drawing.width} ${drawing.height}">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    ...shapes,
    "</svg>",
  ].join("");
}
