import { expect, test } from "vitest";
import { renderItem, renderStem } from "./render-item.server";

const stem = "Read this:\n\n```\n<pre> df -h\n```\n";
const place = { ordinal: 1, section: "components", points: 1 } as Parameters<typeof renderItem>[0];

test("a block of code is reached by keyboard on the page; what is exported stays plain", () => {
  const { stemHtml } = renderItem(place, { kind: "single_choice", stem, exhibits: [], options: [] });
  expect(stemHtml).toContain('<pre tabindex="0"><code>&lt;pre&gt; df -h');
  expect(renderStem(stem)).toContain("<pre><code>");
});
