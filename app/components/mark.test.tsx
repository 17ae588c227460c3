import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Mark } from "./mark";

/** Where everything stands, whatever its colour. */
const places = (svg: string): string[] =>
  [...svg.matchAll(/\s(viewBox|width|rx|cx|cy|r|d|stroke-width)="([^"]+)"/g)]
    .map(([, name, value]) => `${name} ${value}`)
    .filter((place) => place !== "width 128");

test.each(["favicon.svg", "mark.svg"])("public/%s is the mark of the pages", (file) => {
  const drawn = readFileSync(new URL(`../../public/${file}`, import.meta.url), "utf8");
  expect(places(drawn)).toEqual(places(renderToStaticMarkup(<Mark />)));
});
