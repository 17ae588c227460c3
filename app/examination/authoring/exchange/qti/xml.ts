/** XML as text; attributes that are undefined are left out. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** As it is between two quotes, where a parser would make spaces of these. */
const quoted = (text: string): string => escaped(text).replace(/[\t\n]/g, reference);

const reference = (sign: string): string => `&#${sign.charCodeAt(0)};`;

/** Signs that no XML can hold, not even by their number: control characters, and halves of a sign. */
export const isBeyondXml = (text: string): boolean =>
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Markup, to be told from text that still has to be escaped. */
export class Markup {
  constructor(readonly xml: string) {}
}

type Child = Markup | string | readonly Child[];

const xmlOf = (child: Child): string =>
  child instanceof Markup ? child.xml : typeof child === "string" ? escaped(child) : child.map(xmlOf).join("");

export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${quoted(String(value))}"`],
  );
  const content = children.map(xmlOf).join("");
  return new Markup(content === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${content}</${name}>`);
}

/** What parsers take for the end of a line, and give back as another one, is written by its number. */
export const xmlDocument = (root: Markup): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml.replace(/[\r\u0085\u2028]/g, reference)}\n`;
