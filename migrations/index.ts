import { Platform1700000000001 } from './1700000000001-platform.js';
import { Directory1700000000002 } from './1700000000002-directory.js';
import { Calls1700000000003 } from './1700000000003-calls.js';
import { Accounts1700000000004 } from './1700000000004-accounts.js';
import { Suggestions1700000000005 } from './1700000000005-suggestions.js';
import { Partnerships1700000000006 } from './1700000000006-partnerships.js';
import { Mail1700000000007 } from './1700000000007-mail.js';
import { Documents1700000000009 } from './1700000000009-documents.js';
import { Consortia1700000000010 } from './1700000000010-consortia.js';
import { Members1700000000011 } from './1700000000011-members.js';
import { Expressions1700000000012 } from './1700000000012-expressions.js';
import { Results1700000000013 } from './1700000000013-results.js';
import { Contacts1700000000014 } from './1700000000014-contacts.js';
import { Reminders1700000000030 } from './1700000000030-reminders.js';

/** Every change of the schema, oldest first. */
export const migrations = [
  Platform1700000000001,
  Directory1700000000002,
  Calls1700000000003,
  Accounts1700000000004,
  Suggestions1700000000005,
  Partnerships1700000000006,
  Mail1700000000007,
  Documents1700000000009,
  Consortia1700000000010,
  Members1700000000011,
  Expressions1700000000012,
  Results1700000000013,
  Contacts1700000000014,
  Reminders1700000000030,
];
