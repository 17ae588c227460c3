import { useId } from "react";
import { imageAddress } from "~/examination/images/image-address";
import type { ImageExhibit as Shown } from "~/examination/presentation";
import { Enlargeable } from "./enlargeable";

/** A picture, as wide as there is room and never wider than it is; its description stands in its place for whoever cannot see it. */
export function ImageExhibit({ exhibit: { title, alt, image } }: { exhibit: Shown }) {
  const id = useId();
  const { sha256, width, height } = image;
  const picture = { src: imageAddress(sha256), width, height };
  return (
    <figure className="card my-4 overflow-hidden">
      <figcaption id={id} className="border-b border-line bg-sunken px-3 py-1.5 text-sm font-semibold">
        {title}
      </figcaption>
      <Enlargeable labelledBy={id} enlarged={<img {...picture} alt="" className="h-auto w-full" />}>
        <img {...picture} alt={alt} className="mx-auto h-auto max-w-full" />
      </Enlargeable>
    </figure>
  );
}
