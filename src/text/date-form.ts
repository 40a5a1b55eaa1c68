/** The form of a date: YYYY, YYYY-MM or YYYY-MM-DD, with its parts as groups. Whether the calendar has it is another question. */
export const DATE_FORM: RegExp = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
