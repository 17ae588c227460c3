/**
 * Draws the pictures of the first bank anew: monitoring as it is photographed from a screen, from made-up figures. Needs a Chromium, named by
 * CHROMIUM or installed as /usr/bin/chromium. The hashes in app/examination/bank/pictures.ts follow the new bytes; a test compares them.
 */
import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const folder = new URL("../app/examination/bank/pictures/", import.meta.url);
const size = { width: 720, height: 340, left: 64, right: 20, top: 64, bottom: 44 };
const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

const x = (share) => size.left + share * plot.width;
const y = (share) => size.top + (1 - share) * plot.height;
const line = (points) => points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
/** The same waves every time. */
const wave = (index, size) => Math.sin(index * 1.7) * size + Math.sin(index * 0.53 + 1) * size * 0.6;

function frame({ title, levels, times, legend, body }) {
  const grid = levels
    .map(
      ([share, words]) =>
        `<line x1="${x(0)}" x2="${x(1)}" y1="${y(share)}" y2="${y(share)}" stroke="#d6dbe2"/><text x="${x(0) - 8}" y="${y(share) + 4}" text-anchor="end">${words}</text>`,
    )
    .join("");
  const axis = times
    .map(([share, words]) => `<text x="${x(share)}" y="${size.height - 16}" text-anchor="middle">${words}</text>`)
    .join("");
  const keys = legend
    .map(
      ([words, colour], index) =>
        `<rect x="${size.left + index * 118}" y="38" width="14" height="10" fill="${colour}"/><text x="${size.left + index * 118 + 20}" y="47">${words}</text>`,
    )
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" font-family="Arial, Liberation Sans, DejaVu Sans, sans-serif" font-size="12" fill="#27313d">
    <rect width="100%" height="100%" fill="#fff"/><text x="${size.left}" y="24" font-size="15" font-weight="bold">${title}</text>${keys}${grid}${body}${axis}</svg>`;
}

/** Stacked from the bottom: what the guest does falls by what is taken from it. */
function stolenByNight() {
  const steps = Array.from({ length: 73 }, (_, index) => {
    const stolen =
      index >= 24 && index <= 48 ? 0.45 * Math.min(1, (index - 23) / 4, (49 - index) / 4) + wave(index, 0.008) : 0.005;
    const user = 0.56 - stolen * 0.8 + wave(index, 0.012);
    return { user, system: 0.09 + wave(index + 9, 0.006), waiting: 0.015, stolen: Math.max(0.004, stolen) };
  });
  const layers = [
    ["user", "#5b8def"],
    ["system", "#8a63d2"],
    ["waiting", "#e0a526"],
    ["stolen", "#d64550"],
  ];
  const below = steps.map(() => 0);
  const body = layers
    .map(([name, colour]) => {
      const floor = steps.map((_, index) => [index / 72, below[index]]);
      steps.forEach((step, index) => {
        below[index] += step[name];
      });
      const roof = steps.map((_, index) => [index / 72, below[index]]);
      return `<polygon points="${line([...roof, ...floor.reverse()])}" fill="${colour}"/>`;
    })
    .join("");
  return frame({
    title: "web-04  CPU, 4 vCPU (%)",
    levels: [0, 0.25, 0.5, 0.75, 1].map((share) => [share, String(share * 100)]),
    times: [0, 1, 2, 3, 4, 5, 6].map((hour) => [hour / 6, `0${hour}:00`]),
    legend: [
      ["%user", layers[0][1]],
      ["%system", layers[1][1]],
      ["%iowait", layers[2][1]],
      ["%steal", layers[3][1]],
    ],
    body,
  });
}

/** Throughput meets a ceiling, and what does not fit is dropped. */
function fullLink() {
  const steps = Array.from({ length: 61 }, (_, index) => {
    const wanted = index < 20 ? 0.3 + index * 0.017 : index > 40 ? 0.64 - (index - 40) * 0.016 : 1;
    return {
      at: index / 60,
      through: Math.min(0.783, wanted) + (wanted > 0.783 ? wave(index, 0.002) : wave(index, 0.012)),
      dropped: wanted > 0.783 ? 0.16 + wave(index, 0.02) : 0,
    };
  });
  const bars = steps
    .filter(({ dropped }) => dropped > 0)
    .map(
      ({ at, dropped }) =>
        `<rect x="${x(at) - 4}" y="${y(dropped)}" width="8" height="${y(0) - y(dropped)}" fill="#d64550"/>`,
    )
    .join("");
  return frame({
    title: "gw-01  eth0, out",
    levels: [0, 0.25, 0.5, 0.75, 1].map((share) => [share, `${share * 1200}`]),
    times: [0, 1, 2, 3, 4, 5, 6].map((part) => [
      part / 6,
      `10:${part === 6 ? "60" : `${part}0`}`.replace("10:60", "11:00"),
    ]),
    legend: [
      ["Mbit/s", "#2f6fdd"],
      ["dropped/s", "#d64550"],
    ],
    body: `${bars}<polyline points="${line(steps.map(({ at, through }) => [at, through]))}" fill="none" stroke="#2f6fdd" stroke-width="2.5"/>`,
  });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: size.width, height: size.height }, deviceScaleFactor: 1 });
for (const [name, svg] of [
  ["stolen-by-night", stolenByNight()],
  ["full-link", fullLink()],
]) {
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(new URL(`${name}.png`, folder), await page.screenshot());
}
await browser.close();
