import type { Language } from '#libs/platform';
import type { Question } from './screening.service.js';

/** The questions of the check for social innovation. */
export const QUESTION_WORDS: Readonly<Record<Question, Readonly<Record<Language, string>>>> = {
  novelty: {
    en: 'Which product, service, model or process is new here?',
    nl: 'Welk product, welke dienst, welk model of welke werkwijze is hier nieuw?',
    fr: 'Quel produit, service, modèle ou processus est nouveau ici ?',
    de: 'Welches Produkt, welche Dienstleistung, welches Modell oder Verfahren ist hier neu?',
  },
  cooperation: {
    en: 'Which new relation or cooperation arises?',
    nl: 'Welke nieuwe relatie of samenwerking ontstaat er?',
    fr: 'Quelle relation ou coopération nouvelle en naît ?',
    de: 'Welche neue Beziehung oder Zusammenarbeit entsteht?',
  },
  need: {
    en: 'Which social need does current provision leave open?',
    nl: 'Welke maatschappelijke behoefte laat het huidige aanbod open?',
    fr: 'Quel besoin social l’offre actuelle laisse-t-elle sans réponse ?',
    de: 'Welchen sozialen Bedarf lässt das heutige Angebot offen?',
  },
  design: {
    en: 'Who of the target group and the third sector helps to design it?',
    nl: 'Wie uit de doelgroep en de derde sector ontwerpt mee?',
    fr: 'Qui, du groupe cible et du tiers secteur, participe à la conception ?',
    de: 'Wer aus der Zielgruppe und dem dritten Sektor gestaltet mit?',
  },
  ground: {
    en: 'What research or tested practice does it rest on?',
    nl: 'Op welk onderzoek of welke beproefde praktijk rust het?',
    fr: 'Sur quelle recherche ou pratique éprouvée repose-t-il ?',
    de: 'Auf welcher Forschung oder erprobten Praxis beruht es?',
  },
  evaluation: {
    en: 'How is it tested and evaluated?',
    nl: 'Hoe wordt het beproefd en geëvalueerd?',
    fr: 'Comment est-il testé et évalué ?',
    de: 'Wie wird es erprobt und ausgewertet?',
  },
};
