/** The mark of the portal: three seats, the foremost one still being taken. Its twin is public/mark.svg. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={`flex-none ${className}`} aria-hidden="true">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g className="fill-on-accent">
        <circle cx="9.6" cy="21" r="5" />
        <circle cx="22.4" cy="21" r="5" />
        <circle cx="16" cy="10" r="1.6" />
      </g>
      <path d="M20 10A4 4 0 1 1 16 6" fill="none" strokeWidth="2.2" className="stroke-on-accent" />
    </svg>
  );
}
