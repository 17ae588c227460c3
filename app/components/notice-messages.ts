import { defineMessages } from "./messages";

export const noticeMessages = defineMessages({
  en: { info: "Note", success: "Done", warning: "Warning", danger: "Problem" },
  de: { info: "Hinweis", success: "Erledigt", warning: "Warnung", danger: "Problem" },
});
