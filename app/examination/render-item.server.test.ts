import { expect, test } from "vitest";
import { plainStem, renderItem, renderStem, renderWords } from "./render-item.server";

const stem = "Read this:\n\n```\n<pre> df -h\n```\n";
const place = { ordinal: 1, section: "components", points: 1 } as Parameters<typeof renderItem>[0];

test("a block of code is reached by keyboard on the page; what is exported stays plain", () => {
  const { stemHtml } = renderItem(place, { kind: "single_choice", stem, exhibits: [], options: [] });
  expect(stemHtml).toContain('<pre tabindex="0"><code>&lt;pre&gt; df -h');
  expect(renderStem(stem)).toContain("<pre><code>");
});

test("an explanation reads like a question: a list, words set apart, and no heading, quote, link or HTML", () => {
  const html = renderWords("Because **steal** rises:\n\n- one\n- `two`\n\n# no\n\n> [no](https://a.example) <b>no</b>");
  expect(html).toContain("<strong>steal</strong>");
  expect(html).toContain("<li>one</li>\n<li><code>two</code></li>");
  expect(html).not.toMatch(/<(h1|blockquote|a|b)\b/);
});

test.each([
  ["Which **two** of `df -h` and *iostat*?", "Which two of df -h and iostat?"],
  [
    "Look:\n\n| disk | wait |\n| --- | ---: |\n| `vda` | **9** ms |\n\nWhich one?",
    "Look: disk wait vda 9 ms Which one?",
  ],
  ["Read\nthis:\n\n```\n# a `b`\n```\n\n1. one\n2. two", "Read this: # a `b` one two"],
  ["2 \\* 3 < 7 and snake_case_names", "2 * 3 < 7 and snake_case_names"],
  ["", ""],
])("the plain words of %j", (written, words) => expect(plainStem(written)).toBe(words));
