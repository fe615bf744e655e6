import { z } from 'zod';
import { MEMBER_ROLES } from '#libs/eligibility';

/** The form of the file; another one gets another name. */
export const APPLICATION_FORM = 'verbond-application/1';

const text = z.string().max(100_000);
const words = z.array(z.string().min(1).max(500)).max(200);
const amount = z.number().min(0);
const day = z.iso.date();

/** A partner as an application form asks for it. The contact is there only where it consented. */
export const PARTNER = z.strictObject({
  /** Its code here. */
  id: z.string().min(1).max(200),
  pic: z.string().max(20).default(''),
  name: text,
  role: z.enum(MEMBER_ROLES),
  country: z.string().max(2),
  nuts: z.string().max(5).default(''),
  city: z.string().max(500).default(''),
  contactName: z.string().max(500).default(''),
  contactEmail: z.string().max(500).default(''),
});
export type ApplicationPartner = z.infer<typeof PARTNER>;

export const PROJECT = z.strictObject({
  title: text.min(1),
  summary: text.exactOptional(),
  themes: words.exactOptional(),
  objectives: words.exactOptional(),
  challenges: words.exactOptional(),
  actionTypes: words.exactOptional(),
  targetGroups: words.exactOptional(),
  activityCountries: words.exactOptional(),
  totalBudgetEur: amount.exactOptional(),
  grantEur: amount.exactOptional(),
  months: z.number().int().positive().exactOptional(),
  startsOn: day.exactOptional(),
  endsOn: day.exactOptional(),
  disseminationPlan: text.exactOptional(),
  jointPreparatoryPhase: text.exactOptional(),
});
export type ApplicationProject = z.infer<typeof PROJECT>;

export const APPLICATION = z.strictObject({
  form: z.literal(APPLICATION_FORM),
  /** The code of the call. */
  call: z.string().min(1).max(200),
  consortium: text.min(1),
  /** What the project is; a CSV file has none. */
  project: PROJECT.exactOptional(),
  partners: z.array(PARTNER).min(1).max(100),
});

/** A formed consortium in one file. */
export type Application = z.infer<typeof APPLICATION>;
