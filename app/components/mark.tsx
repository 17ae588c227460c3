import { portalMark } from "~/kernel/portal-mark";

export function Mark({ className = "size-7" }: { className?: string }) {
  const { side, corner, discs, ring } = portalMark;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} className={`flex-none ${className}`} aria-hidden="true">
      <rect width={side} height={side} rx={corner} className="fill-accent" />
      <g className="fill-on-accent">
        {discs.map((disc) => (
          <circle key={disc.cx} {...disc} />
        ))}
      </g>
      <path d={ring.path} fill="none" strokeWidth={ring.width} className="stroke-on-accent" />
    </svg>
  );
}
