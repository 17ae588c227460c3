import { useEffect, useState } from "react";
import { useMessages } from "~/components/language";
import { messages } from "./messages";

const sizes = ["normal", "large", "larger"] as const;
const sizeKey = "exam-text";
const contrastKey = "exam-contrast";

/** Larger text and more contrast, remembered by the browser. Without JavaScript the browser's own zoom does it. */
export function ReadingAids() {
  const words = useMessages(messages);
  const [size, setSize] = useState<string>("normal");
  const [contrast, setContrast] = useState(false);

  useEffect(() => {
    setSize(localStorage.getItem(sizeKey) ?? "normal");
    setContrast(localStorage.getItem(contrastKey) === "more");
  }, []);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.text = size;
    dataset.contrast = contrast ? "more" : "normal";
    return () => {
      delete dataset.text;
      delete dataset.contrast;
    };
  }, [size, contrast]);

  const keepSize = (chosen: string) => {
    localStorage.setItem(sizeKey, chosen);
    setSize(chosen);
  };
  const keepContrast = (more: boolean) => {
    localStorage.setItem(contrastKey, more ? "more" : "normal");
    setContrast(more);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <label className="flex items-center gap-2 text-sm">
        {words.textSize}
        <select className="control w-auto" value={size} onChange={(event) => keepSize(event.target.value)}>
          {sizes.map((offered) => (
            <option key={offered} value={offered}>
              {words.sizes[offered]}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="tick"
          checked={contrast}
          onChange={(event) => keepContrast(event.target.checked)}
        />
        {words.contrast}
      </label>
    </div>
  );
}
