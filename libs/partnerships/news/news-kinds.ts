/** The mails of this room about those in a consortium; each says its sentence of the texts under `news.KIND`. */
export const NEWS_KINDS = [
  'INVITED', 'SEAT_TAKEN', 'SEAT_REMOVED', 'REVOKED', 'ACCEPTED', 'DECLINED', 'REQUESTED', 'ADMITTED', 'NOT_ADMITTED', 'CONFIRMED',
  'LEFT', 'REMOVED', 'REPLACED', 'PROMOTED', 'ROLE_CHANGED', 'HAND_OVER', 'HANDED_OVER', 'NO_HAND_OVER', 'DISSOLVED', 'NEW_RULES',
  'MUTUAL_INTEREST', 'ENDORSEMENT_ASKED', 'ENDORSEMENT_CLAIMED', 'ENDORSEMENT_GIVEN', 'ENDORSEMENT_REFUSED',
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What news can be about. */
export type NewsSubject = 'MEMBERSHIP' | 'CONSORTIUM' | 'HIDDEN_INTEREST' | 'ENDORSEMENT';

/** Names the composer of these mails. */
export const NEWS_TEMPLATE = 'consortium-news';
