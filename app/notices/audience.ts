/** Whose certificate or exam it is; the wording differs for the person, the organisation's admins and IONOS staff. */
export type Audience = "holder" | "partner_admin" | "staff";
