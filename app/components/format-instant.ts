export {
  formatInstant,
  formatInstantRange,
  formatZone,
  type InstantStyle,
  toLocalInputValue,
} from "~/kernel/instant-words";
