/** The items that a new installation starts with: certification and practice pool over every section of the blueprint. */
import type { BankItem } from "./author-item";
import { componentItems } from "./components";
import { computeItems } from "./compute";
import { errorPatternItems } from "./error-pattern";
import { incidentReportItems } from "./incident-reports";
import { logAndTimeItems } from "./logs-and-times";
import { networkItems } from "./network";
import { reportingItems } from "./reporting";
import { setupDetailItems } from "./setup-details";
import { storageItems } from "./storage";

export const firstBank: readonly BankItem[] = [
  ...componentItems,
  ...networkItems,
  ...storageItems,
  ...computeItems,
  ...errorPatternItems,
  ...logAndTimeItems,
  ...setupDetailItems,
  ...incidentReportItems,
  ...reportingItems,
];
