import { type ReactNode, useId } from "react";

/**
 * The candidate's name, faint, over and over across what it stands on, on the screen and on paper: who passes a picture on says whose it was. It is
 * drawn in the colour of the text at a share that leaves every contrast above what is asked (contrast.test.ts), takes no press, and is nothing to
 * a screen reader.
 */
export function Watermark({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  const width = Math.max(240, name.length * 9 + 60);
  return (
    <div className="relative">
      {children}
      <svg aria-hidden="true" className="watermark" focusable="false">
        <defs>
          <pattern id={id} width={width} height="110" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
            <text x="10" y="40">
              {name}
            </text>
            <text x={10 - width / 2} y="95">
              {name}
            </text>
            <text x={10 + width / 2} y="95">
              {name}
            </text>
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}
