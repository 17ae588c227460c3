import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { policy } from "~/kernel/policy";
import { LanguageProvider } from "./language";
import { ThreeSeats } from "./three-seats";
import { arrangeSeats, describeSeats, drawSeats, type Seat } from "./three-seats-drawing";
import { threeSeatsSvg } from "./three-seats-svg";

const filled = (name: string): Seat => ({ state: "filled", name });
const anySeat: fc.Arbitrary<Seat> = fc.record({
  state: fc.constantFrom("filled", "draining", "upcoming", "empty"),
  remainingShare: fc.double({ min: -1, max: 2, noNaN: true }),
});

describe("arrangeSeats", () => {
  it("shows missing administrators as empty seats, up to the minimum", () => {
    expect(arrangeSeats([filled("Ada")]).map(({ state }) => state)).toEqual(["filled", "empty", "empty"]);
  });

  it("puts the surest seats first, so that reserve is what could be lost", () => {
    const seats: Seat[] = [
      { state: "upcoming" },
      { state: "draining", remainingShare: 0.2 },
      { state: "draining", remainingShare: 0.8 },
      filled("Ada"),
    ];
    expect(arrangeSeats(seats).map(({ state, remainingShare }) => remainingShare ?? state)).toEqual([
      "filled",
      0.8,
      0.2,
      "upcoming",
    ]);
  });
});

describe("describeSeats", () => {
  it("counts who is certified, also those whose certificate ends soon, and names everybody", () => {
    const seats: Seat[] = [filled("Ada"), { state: "draining", name: "Jana" }, { state: "upcoming", name: "Tom" }];
    expect(describeSeats(seats, "en")).toEqual({
      title: "2 of 3 certified administrators",
      description: "Ada: certified; Jana: certified, ends soon; Tom: certificate starts later",
    });
  });

  it("says how many seats are empty", () => {
    expect(describeSeats([filled("Ada")], "de").description).toBe("Ada: zertifiziert; 2 Plätze frei");
  });
});

describe("drawSeats", () => {
  it("tells the four states apart without colour: each has a drawing of its own", () => {
    const drawings = (["filled", "draining", "upcoming", "empty"] as const).map((state) => {
      const three: Seat[] = Array.from({ length: 3 }, () => ({ state, remainingShare: 0.5 }));
      return JSON.stringify(
        drawSeats(three).shapes.map(({ element, attributes: { r, strokeDasharray } }) => [element, r, strokeDasharray]),
      );
    });
    expect(new Set(drawings).size).toBe(4);
  });

  it("empties the ring clockwise from twelve o'clock", () => {
    const ring = (remainingShare: number) =>
      drawSeats([{ state: "draining", remainingShare }]).shapes.find(({ ink }) => ink === "ring");
    expect(ring(1)?.element).toBe("circle");
    // A quarter is gone: the rest begins at three o'clock (right of the centre) and is more than half a circle.
    expect(ring(0.75)?.attributes.d).toBe("M21 12A8 8 0 1 1 13 4");
    expect(ring(0.25)?.attributes.d).toBe("M5 12A8 8 0 0 1 13 4");
  });

  it("counts what it does not draw", () => {
    const twelve = Array.from({ length: 12 }, (_, index) => filled(String(index)));
    const { shapes } = drawSeats(twelve);
    expect(shapes.filter(({ ink }) => ink === "full")).toHaveLength(policy.minimumAdministrators + 2);
    expect(shapes.at(-1)?.text).toBe("+7");
  });

  it("stays inside its box whatever it is given", () => {
    fc.assert(
      fc.property(fc.array(anySeat, { maxLength: 30 }), (seats) => {
        const { width, height, shapes } = drawSeats(seats);
        for (const { attributes } of shapes.filter(({ element }) => element === "circle")) {
          const [cx, cy, r] = [Number(attributes.cx), Number(attributes.cy), Number(attributes.r)];
          const reach = r + Number(attributes.strokeWidth ?? 0) / 2;
          expect(cx - reach).toBeGreaterThanOrEqual(0);
          expect(cx + reach).toBeLessThanOrEqual(width);
          expect(cy + reach).toBeLessThanOrEqual(height);
        }
      }),
    );
  });
});

describe("the sign on pages and in mails", () => {
  const seats: Seat[] = [filled("Ada <Berg>"), { state: "draining", remainingShare: 0.5, name: "Jana" }];

  it("is the same drawing with the same words", () => {
    const page = renderToStaticMarkup(
      <LanguageProvider language="de">
        <ThreeSeats seats={seats} />
      </LanguageProvider>,
    );
    const mail = threeSeatsSvg(seats, "de");
    const geometry = (svg: string) => svg.match(/ (?:cx|cy|r|d|viewBox)="[^"]*"/g)?.sort();
    expect(geometry(mail)).toEqual(geometry(page));
    for (const svg of [page, mail]) {
      expect(svg).toContain(">2 von 3 zertifizierten Administratoren</title>");
      expect(svg).toContain("Ada &lt;Berg&gt;: zertifiziert; Jana: zertifiziert, endet bald; ein Platz frei");
    }
  });

  it("needs no style sheet in a mail", () => {
    expect(threeSeatsSvg(seats, "en")).not.toMatch(/class|style=|strokeWidth|strokeDasharray/);
  });
});
