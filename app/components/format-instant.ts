export {
  formatInstant,
  formatInstantRange,
  formatZone,
  toLocalInputValue,
} from "~/kernel/instant-words";
