import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { FormAnswer } from "./answer-form.server";

/** How long the author must pause before the preview is asked for. */
const pauseMs = 700;

function later(one: FormAnswer | undefined, other: FormAnswer | undefined): FormAnswer | undefined {
  return !one || (other && other.at > one.at) ? other : one;
}

/** The preview of what the form holds, the one before where that is nothing; `waitingFor` names the fields that are missing or wrong. */
export function useLivePreview(answer: FormAnswer | undefined, start: FormAnswer["preview"]) {
  const fetcher = useFetcher<FormAnswer>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState<Pick<FormAnswer, "preview" | "at">>({
    preview: answer?.preview ?? start,
    at: answer?.at ?? "",
  });
  const ask = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const fields = new FormData(form);
      fields.set("intent", "preview");
      fetcher.submit(fields, { method: "post" });
    }, pauseMs);
  };
  const latest = later(fetcher.data as FormAnswer | undefined, answer);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (latest?.preview) setShown({ preview: latest.preview, at: latest.at });
  }, [latest]);
  return { ...shown, waitingFor: latest ? Object.values(latest.places) : [], ask };
}
