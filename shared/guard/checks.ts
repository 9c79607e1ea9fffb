/** The nineteen checks, in the order of GUARD's table. A new check is a file in checks/, a line here and patterns in the lexicon. */
import type { Check } from './check.ts';
import { name } from './checks/01-name.ts';
import { affiliation } from './checks/02-affiliation.ts';
import { uniqueRole } from './checks/03-unique-role.ts';
import { smallSet } from './checks/04-small-set.ts';
import { pronoun } from './checks/05-pronoun.ts';
import { firstPerson } from './checks/06-first-person.ts';
import { verbatim } from './checks/07-verbatim.ts';
import { language } from './checks/08-language.ts';
import { order } from './checks/09-order.ts';
import { pseudonym } from './checks/10-pseudonym.ts';
import { elimination } from './checks/11-elimination.ts';
import { uniqueEvent } from './checks/12-unique-event.ts';
import { relation } from './checks/13-relation.ts';
import { attendance } from './checks/14-attendance.ts';
import { contact } from './checks/15-contact.ts';
import { editorsNote } from './checks/16-editors-note.ts';
import { publicRemarks } from './checks/17-public-remarks.ts';
import { marking } from './checks/18-marking.ts';
import { structure } from './checks/19-structure.ts';

export const checks: readonly Check[] = [
  name,
  affiliation,
  uniqueRole,
  smallSet,
  pronoun,
  firstPerson,
  verbatim,
  language,
  order,
  pseudonym,
  elimination,
  uniqueEvent,
  relation,
  attendance,
  contact,
  editorsNote,
  publicRemarks,
  marking,
  structure,
];
