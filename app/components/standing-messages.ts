import { defineMessages } from "./messages";

/** Words about an organisation's standing that several pages use; the kinds are the literals of the rules. */
export const standingMessages = defineMessages({
  en: {
    entity: { ionos_se: "IONOS SE", ionos_inc: "IONOS Inc.", ionos_ltd: "IONOS Ltd." },
    cause: {
      certificate_ends: (name: string) => `${name}’s certificate ends`,
      suspension_begins: (name: string) => `${name}’s certificate is suspended`,
      revocation: (name: string) => `${name}’s certificate is revoked`,
      membership_ends: (name: string) => `${name} leaves`,
      administrator_ends: (name: string) => `${name} is no longer an administrator`,
    },
    pastCause: {
      certificate_ends: (name: string) => `${name}’s certificate ended`,
      suspension_begins: (name: string) => `${name}’s certificate was suspended`,
      revocation: (name: string) => `${name}’s certificate was revoked`,
      membership_ends: (name: string) => `${name} left`,
      administrator_ends: (name: string) => `${name} was no longer an administrator`,
    },
  },
  de: {
    entity: { ionos_se: "IONOS SE", ionos_inc: "IONOS Inc.", ionos_ltd: "IONOS Ltd." },
    cause: {
      certificate_ends: (name) => `das Zertifikat von ${name} endet`,
      suspension_begins: (name) => `das Zertifikat von ${name} wird ausgesetzt`,
      revocation: (name) => `das Zertifikat von ${name} wird widerrufen`,
      membership_ends: (name) => `${name} scheidet aus`,
      administrator_ends: (name) => `${name} ist nicht mehr als Administrator benannt`,
    },
    pastCause: {
      certificate_ends: (name) => `das Zertifikat von ${name} endete`,
      suspension_begins: (name) => `das Zertifikat von ${name} wurde ausgesetzt`,
      revocation: (name) => `das Zertifikat von ${name} wurde widerrufen`,
      membership_ends: (name) => `${name} schied aus`,
      administrator_ends: (name) => `${name} war nicht mehr als Administrator benannt`,
    },
  },
});
