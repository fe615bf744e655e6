/** What a person may do for an organisation, or everywhere. */
export const ROLES = ['ADMINISTRATOR', 'MEMBER', 'REPRESENTATIVE', 'PROGRAMME_OFFICER'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: an argument of every service method that reads or changes anything that is not public. */
export interface Viewer {
  /** Absent for visitors and for the command line. */
  readonly personId?: string;
  readonly administrator: boolean;
  /** Organisations (and bodies) that the viewer acts for. */
  readonly mandates: readonly { readonly organisationId: string; readonly role: Exclude<Role, 'ADMINISTRATOR'> }[];
  /** The `Idempotency-Key` of the request: what is created twice under one key is created once. */
  readonly idempotencyKey?: string;
}

/** A visitor: sees what is public. */
export const ANONYMOUS: Viewer = Object.freeze({ administrator: false, mandates: [] });

/** Whoever may run commands on the machine acts as administrator. */
export const COMMAND_LINE: Viewer = Object.freeze({ administrator: true, mandates: [] });

/** Whether the viewer may ask and act for this organisation. */
export function actsFor(viewer: Viewer, organisationId: string): boolean {
  return viewer.administrator || viewer.mandates.some((mandate) => mandate.organisationId === organisationId);
}

/** The organisations that the viewer belongs to, by their own ids. */
export const organisationsOf = ({ mandates }: Viewer): string[] => mandates.map(({ organisationId }) => organisationId);

/** The bodies that the viewer is a programme officer of, by their own ids. */
export const bodiesOf = ({ mandates }: Viewer): string[] =>
  mandates.filter(({ role }) => role === 'PROGRAMME_OFFICER').map(({ organisationId }) => organisationId);

/** Whether the viewer belongs to this organisation: administrators take no decisions for others. */
export function belongsTo(viewer: Viewer, organisationId: string): boolean {
  return viewer.mandates.some((mandate) => mandate.organisationId === organisationId);
}

/** Whether the viewer is a programme officer of this body. */
export const isOfficerOf = (viewer: Viewer, bodyId: string): boolean => holds(viewer, bodyId, 'PROGRAMME_OFFICER');

/** Whether the viewer may commit this organisation. */
export const represents = (viewer: Viewer, organisationId: string): boolean => holds(viewer, organisationId, 'REPRESENTATIVE');

function holds(viewer: Viewer, organisationId: string, role: Role): boolean {
  return viewer.mandates.some((mandate) => mandate.organisationId === organisationId && mandate.role === role);
}

/** Whether the viewer has signed in, with a key or on the command line. */
export function isKnown(viewer: Viewer): boolean {
  return viewer.administrator || viewer.personId !== undefined;
}
