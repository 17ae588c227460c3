/** The items that a new installation starts with: certification and practice pool over every section of the blueprint. */
import type { BankItem } from "./author-item";
import { componentItems } from "./components";
import { computeItems } from "./compute";
import { errorPatternItems } from "./error-pattern";
import { generatedItems } from "./generated";
import { incidentReportItems } from "./incident-reports";
import { logAndTimeItems } from "./logs-and-times";
import { networkItems } from "./network";
import { pictureItems } from "./picture-items";
import { practiceComponentItems } from "./practice-components";
import { practiceDescribingItems } from "./practice-describing";
import { practiceMeasuringItems } from "./practice-measuring";
import { practiceReportingItems } from "./practice-reporting";
import { reportingItems } from "./reporting";
import { setupDetailItems } from "./setup-details";
import { storageItems } from "./storage";
import { updateStatusItems } from "./update-status";

export const firstBank: readonly BankItem[] = [
  ...generatedItems,
  ...componentItems,
  ...networkItems,
  ...storageItems,
  ...computeItems,
  ...errorPatternItems,
  ...logAndTimeItems,
  ...setupDetailItems,
  ...updateStatusItems,
  ...incidentReportItems,
  ...reportingItems,
  ...pictureItems,
  ...practiceMeasuringItems,
  ...practiceComponentItems,
  ...practiceDescribingItems,
  ...practiceReportingItems,
];
