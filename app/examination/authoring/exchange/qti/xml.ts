/** XML as text; attributes that are undefined are left out. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

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
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const content = children.map(xmlOf).join("");
  return new Markup(content === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${content}</${name}>`);
}

export const xmlDocument = (root: Markup): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
