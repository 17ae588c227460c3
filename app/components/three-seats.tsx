import { createElement, useId } from "react";
import { useLanguage } from "./language";
import { describeSeats, drawSeats, type Seat, type SeatInk } from "./three-seats-drawing";

const heights = { sm: 16, md: 24, lg: 44 } as const;

const inks: Record<SeatInk, string> = {
  full: "fill-accent",
  ring: "fill-none stroke-accent",
  track: "fill-none stroke-edge",
  more: "fill-muted",
};

interface ThreeSeatsProps {
  seats: readonly Seat[];
  size?: keyof typeof heights;
  /** The same is said in words beside it: then the sign is for the eye only. */
  decorative?: boolean;
}

/** An organisation's standing as a picture, with the same in words for those who do not see it. */
export function ThreeSeats({ seats, size = "md", decorative = false }: ThreeSeatsProps) {
  const id = useId();
  const { width, height, shapes } = drawSeats(seats);
  const { title, description } = describeSeats(seats, useLanguage());
  const scale = heights[size] / height;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={Math.round(width * scale)}
      height={heights[size]}
      className="inline-block flex-none align-middle"
      role="img"
      aria-hidden={decorative || undefined}
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {shapes.map(({ element, ink, attributes, text }) =>
        createElement(element, { key: JSON.stringify(attributes), className: inks[ink], ...attributes }, text),
      )}
    </svg>
  );
}
