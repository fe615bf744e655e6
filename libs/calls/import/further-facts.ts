import { z } from 'zod';
import { code, labels, text } from './fields.js';

/** What an officer adds to a call or track beside its conditions; entries are told apart by their keys. */

const webAddress = z.url({ protocol: /^https?$/ });
const day = z.iso.date();

/** An entry of a menu that sub-participants choose from. */
export const ACTIVITY = z.looseObject({ key: code, title: labels, reimbursable: z.boolean().default(false) });

/** A document for applicants: a page on the web, or one that is kept here. */
export const CALL_DOCUMENT = z
  .looseObject({
    key: code,
    title: labels,
    kind: code,
    url: webAddress.optional(),
    document: z.uuid().optional(),
    requiredReading: z.boolean().default(false),
  })
  .refine(({ url, document }) => (url === undefined) !== (document === undefined), 'has either a url or a document kept here');

/** A dated message to all who follow the call or track. */
export const ANNOUNCEMENT = z.looseObject({ key: code, date: day, title: labels, text: labels.optional() });

/** A desk, shown by what it does; never a person. */
export const CONTACT = z
  .looseObject({ key: code, role: labels, email: z.email().optional(), phone: text.optional(), url: webAddress.optional() })
  .refine(({ email, phone, url }) => (email ?? phone ?? url) !== undefined, 'needs an email, a phone or a url');
