import type { RecommendationTexts } from './en.js';

export const fr: RecommendationTexts = {
  title: 'Recommandation de {body}',
  call: 'Appel :',
  track: 'Présélection :',
  gate: 'Manifestation d’intérêt :',
  madeAt: 'Ce document a été établi le :',
  criteria: 'Critères et poids :',
  state: `{state, select,
    RECOMMENDED {Recommandé}
    NOT_RECOMMENDED {Non recommandé}
    SHORTLISTED {Présélectionné, non décidé}
    NOT_SHORTLISTED {Non retenu}
    WITHDRAWN {Retiré}
    other {En cours d’examen}}`,
  lead: 'Coordinateur :',
  outcome: 'Résultat :',
  reason: 'Motif :',
  submittedAt: 'Soumis le :',
  version: 'Version :',
  weightedMean: 'Moyenne pondérée des notes (0 à 10 ; à titre d’avis) :',
  members: 'Membres',
  name: 'Nom',
  country: 'Pays',
  standing: 'Statut',
  agreed: '{agreed, select, yes {participe} other {cité}}',
  history: 'Ce qui a été fait',
  when: 'Quand',
  what: 'Quoi',
  who: 'Par',
  why: 'Motif',
  event: `{event, select,
    SUBMIT {soumis}
    AMEND {modifié}
    WITHDRAW {retiré}
    SHORTLIST {présélectionné}
    NOT_SHORTLIST {non retenu}
    RECOMMEND {recommandé}
    NOT_RECOMMEND {non recommandé}
    other {{event}}}`,
  role: '{role, select, PROGRAMME_OFFICER {gestionnaire de programme} REPRESENTATIVE {représentant} MEMBER {collaborateur} other {–}}',
  nothing: 'Personne n’a manifesté d’intérêt.',
  page: 'Page {page} sur {pages}',
};
