/** Which way a language is written. */

/** Languages that are written from right to left, by the beginning of their tag. */
const rightToLeft = /^(ar|fa|he|ur|ps|dv|yi)\b/i;

/** @param language BCP 47 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}
