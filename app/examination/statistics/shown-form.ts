interface FormOfVersion {
  readonly version: number;
  readonly attempts: number;
}

/**
 * Which of the forms, the newest first, a page is about: the version that is asked for, otherwise the newest that anybody has sat. A new cut
 * score makes a new version, and would hide what is known of the form until people have sat it again. Undefined without forms.
 */
export const shownForm = <Form extends FormOfVersion>(
  forms: readonly Form[],
  asked: number | undefined,
): Form | undefined =>
  forms.find(({ version }) => version === asked) ?? forms.find(({ attempts }) => attempts > 0) ?? forms[0];
