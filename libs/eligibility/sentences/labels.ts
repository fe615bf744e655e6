import type { GroupField, MemberField, ProjectField } from '../facts/fields.js';
import type { MemberRole, RegisterGroup } from '../language/rule.js';
import type { Phrase } from './phrases.js';

const label = (en: string, nl: string, fr: string, de: string): Phrase => ({ en, nl, fr, de });

/** A noun for one and for several. */
export interface Noun {
  readonly one: Phrase;
  readonly many: Phrase;
}

const noun = (one: Phrase, many: Phrase): Noun => ({ one, many });

export const MEMBER = noun(label('member', 'lid', 'membre', 'Mitglied'), label('members', 'leden', 'membres', 'Mitglieder'));

export const ROLES: Readonly<Record<MemberRole, Noun>> = {
  COORDINATOR: noun(label('coordinator', 'coördinator', 'coordinateur', 'Koordinator'), label('coordinators', 'coördinatoren', 'coordinateurs', 'Koordinatoren')),
  CO_APPLICANT: noun(label('co-applicant', 'medeaanvrager', 'codemandeur', 'Mitantragsteller'), label('co-applicants', 'medeaanvragers', 'codemandeurs', 'Mitantragstellern')),
  AFFILIATED: noun(label('affiliated entity', 'gelieerde entiteit', 'entité affiliée', 'verbundene Einrichtung'), label('affiliated entities', 'gelieerde entiteiten', 'entités affiliées', 'verbundenen Einrichtungen')),
  ASSOCIATED: noun(label('associated partner', 'geassocieerde partner', 'partenaire associé', 'assoziierter Partner'), label('associated partners', 'geassocieerde partners', 'partenaires associés', 'assoziierten Partnern')),
  OBSERVER: noun(label('observer', 'waarnemer', 'observateur', 'Beobachter'), label('observers', 'waarnemers', 'observateurs', 'Beobachtern')),
  PARTNER: noun(label('partner', 'partner', 'partenaire', 'Partner'), label('partners', 'partners', 'partenaires', 'Partnern')),
};

export const FIELDS: Readonly<Record<MemberField | ProjectField, Phrase>> = {
  country: label('country', 'land', 'pays', 'Land'),
  region: label('region', 'regio', 'région', 'Region'),
  sector: label('sector', 'sector', 'secteur', 'Sektor'),
  orgType: label('type of organisation', 'soort organisatie', 'type d’organisation', 'Art der Organisation'),
  legalNature: label('legal nature', 'rechtsvorm', 'nature juridique', 'Rechtsform'),
  controller: label('controlling owner', 'zeggenschap', 'contrôle', 'beherrschender Eigner'),
  eligibleAs: label('one of', 'een van', 'l’un de', 'eines von'),
  sme: label('small or medium-sized enterprise', 'kleine of middelgrote onderneming', 'petite ou moyenne entreprise', 'kleines oder mittleres Unternehmen'),
  newcomer: label('newcomer', 'nieuwkomer', 'nouveau venu', 'Neuling'),
  establishedOn: label('established', 'opgericht', 'création', 'gegründet'),
  employees: label('employees', 'werknemers', 'salariés', 'Beschäftigte'),
  turnoverEur: label('turnover', 'omzet', 'chiffre d’affaires', 'Umsatz'),
  budgetEur: label('budget', 'budget', 'budget', 'Budget'),
  runningProjects: label('running projects', 'lopende projecten', 'projets en cours', 'laufende Projekte'),
  grantEur: label('grant', 'subsidie', 'subvention', 'Zuschuss'),
  totalBudgetEur: label('total budget', 'totale begroting', 'budget total', 'Gesamtbudget'),
  months: label('duration in months', 'looptijd in maanden', 'durée en mois', 'Laufzeit in Monaten'),
  earlierSubmissions: label('earlier submissions', 'eerdere indieningen', 'soumissions antérieures', 'frühere Einreichungen'),
  cascadingGrantCountries: label('countries reached by cascading grants', 'landen bereikt met doorgegeven subsidies', 'pays atteints par des subventions en cascade', 'durch weitergegebene Zuschüsse erreichte Länder'),
  startsOn: label('start of the project', 'begin van het project', 'début du projet', 'Projektbeginn'),
  endsOn: label('end of the project', 'einde van het project', 'fin du projet', 'Projektende'),
  objectives: label('objectives', 'doelstellingen', 'objectifs', 'Ziele'),
  actionTypes: label('actions', 'acties', 'actions', 'Maßnahmen'),
  challenges: label('challenges', 'uitdagingen', 'défis', 'Herausforderungen'),
  targetGroups: label('target groups', 'doelgroepen', 'groupes cibles', 'Zielgruppen'),
  activityCountries: label('countries with activities', 'landen met activiteiten', 'pays d’activité', 'Länder mit Aktivitäten'),
  disseminationPlan: label('a dissemination plan', 'een verspreidingsplan', 'un plan de diffusion', 'ein Verbreitungsplan'),
  jointPreparatoryPhase: label('a joint preparatory phase', 'een gezamenlijke voorbereidende fase', 'une phase préparatoire commune', 'eine gemeinsame Vorbereitungsphase'),
};

/** What a field has several of: 3 different countries. */
export const VALUES: Readonly<Partial<Record<GroupField | ProjectField, Noun>>> = {
  objectives: noun(label('objective', 'doelstelling', 'objectif', 'Ziel'), label('objectives', 'doelstellingen', 'objectifs', 'Ziele')),
  challenges: noun(label('challenge', 'uitdaging', 'défi', 'Herausforderung'), label('challenges', 'uitdagingen', 'défis', 'Herausforderungen')),
  targetGroups: noun(label('target group', 'doelgroep', 'groupe cible', 'Zielgruppe'), label('target groups', 'doelgroepen', 'groupes cibles', 'Zielgruppen')),
  actionTypes: noun(label('action', 'actie', 'action', 'Maßnahme'), label('actions', 'acties', 'actions', 'Maßnahmen')),
  activityCountries: noun(label('country with activities', 'land met activiteiten', 'pays d’activité', 'Land mit Aktivitäten'), label('countries with activities', 'landen met activiteiten', 'pays d’activité', 'Länder mit Aktivitäten')),
  country: noun(label('country', 'land', 'pays', 'Land'), label('countries', 'landen', 'pays', 'Länder')),
  region: noun(label('region', 'regio', 'région', 'Region'), label('regions', 'regio’s', 'régions', 'Regionen')),
  sector: noun(label('sector', 'sector', 'secteur', 'Sektor'), label('sectors', 'sectoren', 'secteurs', 'Sektoren')),
  orgType: noun(label('type of organisation', 'soort organisatie', 'type d’organisation', 'Organisationsart'), label('types of organisation', 'soorten organisaties', 'types d’organisation', 'Organisationsarten')),
};

/** The lists of a project, after ‘among’. */
export const LISTS: Readonly<Partial<Record<ProjectField, Phrase>>> = {
  objectives: label('the project’s objectives', 'de doelstellingen van het project', 'les objectifs du projet', 'den Zielen des Projekts'),
  actionTypes: label('the project’s actions', 'de acties van het project', 'les actions du projet', 'den Maßnahmen des Projekts'),
  challenges: label('the project’s challenges', 'de uitdagingen van het project', 'les défis du projet', 'den Herausforderungen des Projekts'),
  targetGroups: label('the project’s target groups', 'de doelgroepen van het project', 'les groupes cibles du projet', 'den Zielgruppen des Projekts'),
  activityCountries: label('the countries with activities', 'de landen met activiteiten', 'les pays d’activité', 'den Ländern mit Aktivitäten'),
};

/** Country sets that calls name. */
export const COUNTRY_SETS: Readonly<Partial<Record<string, Phrase>>> = {
  EU27_2020: label('Member States of the EU', 'lidstaten van de EU', 'États membres de l’UE', 'Mitgliedstaaten der EU'),
  EU28: label('Member States of the EU (with the United Kingdom)', 'lidstaten van de EU (met het Verenigd Koninkrijk)', 'États membres de l’UE (Royaume-Uni compris)', 'Mitgliedstaaten der EU (mit dem Vereinigten Königreich)'),
  TWO_SEAS_STATES: label('states of the 2 Seas area', 'staten van het 2 Zeeën-gebied', 'États de la zone des 2 Mers', 'Staaten des 2-Seas-Gebiets'),
  ESF_PLUS_ASSOCIATED_2024: label('countries associated with the ESF+', 'landen die bij het ESF+ zijn aangesloten', 'pays associés au FSE+', 'mit dem ESF+ assoziierte Länder'),
  EASI_2020_NON_EU: label('EaSI countries outside the EU', 'EaSI-landen buiten de EU', 'pays EaSI hors UE', 'EaSI-Länder außerhalb der EU'),
  HE_ASSOCIATED: label('countries associated with Horizon Europe', 'landen die bij Horizon Europa zijn aangesloten', 'pays associés à Horizon Europe', 'mit Horizont Europa assoziierte Länder'),
};

/** Names in rules that are no plain words: types, classes, designations, documents, records, outcomes. */
export const NAMES: Readonly<Partial<Record<string, Phrase>>> = {
  MUNICIPALITY: label('municipality', 'gemeente', 'commune', 'Gemeinde'),
  UNIVERSITY: label('university', 'universiteit', 'université', 'Universität'),
  UNIVERSITY_OF_APPLIED_SCIENCES: label('university of applied sciences', 'hogeschool', 'haute école', 'Fachhochschule'),
  RESEARCH_CENTRE: label('research centre', 'onderzoekscentrum', 'centre de recherche', 'Forschungszentrum'),
  INTERNATIONAL_ORGANISATION: label('international organisation', 'internationale organisatie', 'organisation internationale', 'internationale Organisation'),
  ESF_MANAGING_AUTHORITY: label('ESF managing authority', 'ESF-beheersautoriteit', 'autorité de gestion du FSE', 'ESF-Verwaltungsbehörde'),
  INTERMEDIATE_BODY: label('intermediate body', 'intermediaire instantie', 'organisme intermédiaire', 'zwischengeschaltete Stelle'),
  FOUNDATION: label('foundation', 'stichting', 'fondation', 'Stiftung'),
  FUNDER: label('funder', 'financier', 'bailleur de fonds', 'Geldgeber'),
  CIVIL_SOCIETY_ORGANISATION: label('civil society organisation', 'maatschappelijke organisatie', 'organisation de la société civile', 'zivilgesellschaftliche Organisation'),
  SCHOOL: label('school', 'school', 'école', 'Schule'),
  COMPANY: label('company', 'bedrijf', 'entreprise', 'Unternehmen'),
  PUBLIC: label('public sector', 'overheid', 'secteur public', 'öffentlicher Sektor'),
  ACADEMIA: label('education and research', 'onderwijs en onderzoek', 'enseignement et recherche', 'Bildung und Forschung'),
  BUSINESS: label('business', 'bedrijfsleven', 'entreprises', 'Wirtschaft'),
  CIVIL_SOCIETY: label('civil society', 'maatschappelijk middenveld', 'société civile', 'Zivilgesellschaft'),
  SOCIAL_ECONOMY: label('social economy', 'sociale economie', 'économie sociale', 'Sozialwirtschaft'),
  PUBLIC_AUTHORITY: label('public authority', 'overheidsinstantie', 'autorité publique', 'Behörde'),
  PUBLIC_AGENCY: label('public agency', 'overheidsagentschap', 'agence publique', 'öffentliche Einrichtung'),
  NOT_FOR_PROFIT: label('not-for-profit organisation', 'organisatie zonder winstoogmerk', 'organisation sans but lucratif', 'gemeinnützige Organisation'),
  'MANAGING_AUTHORITY:ESF': label('managing authority of the ESF', 'beheersautoriteit van het ESF', 'autorité de gestion du FSE', 'Verwaltungsbehörde des ESF'),
  CENTRE_MUNICIPALITY: label('centre municipality', 'centrumgemeente', 'commune-centre', 'Zentrumsgemeinde'),
  LETTER_OF_ENDORSEMENT: label('letter of endorsement', 'bekrachtigingsbrief', 'lettre d’approbation', 'Befürwortungsschreiben'),
  TRANSNATIONAL_PARTNERSHIP_AGREEMENT: label('transnational partnership agreement', 'transnationale partnerschapsovereenkomst', 'accord de partenariat transnational', 'transnationale Partnerschaftsvereinbarung'),
  TRANSNATIONAL_COOPERATION_AGREEMENT: label('transnational cooperation agreement', 'transnationale samenwerkingsovereenkomst', 'accord de coopération transnationale', 'transnationale Kooperationsvereinbarung'),
  ENDORSEMENT: label('endorsement', 'bekrachtiging', 'approbation', 'Befürwortung'),
  CONSORTIUM: label('consortium', 'consortium', 'consortium', 'Konsortium'),
  FUNDED_PROJECT: label('funded project', 'gesubsidieerd project', 'projet financé', 'gefördertes Projekt'),
  SOCIAL_INNOVATION_CHECK: label('social innovation', 'sociale innovatie', 'innovation sociale', 'soziale Innovation'),
  SUBMISSION: label('submission', 'indiening', 'soumission', 'Einreichung'),
  SMALL_SCALE_INFRASTRUCTURE: label('small-scale infrastructure', 'kleinschalige infrastructuur', 'infrastructure à petite échelle', 'kleine Infrastruktur'),
  INNOVATIVE: label('innovative', 'vernieuwend', 'innovant', 'innovativ'),
  CLASSICAL: label('classical', 'klassiek', 'classique', 'klassisch'),
  COORDINATOR: label('coordinator', 'coördinator', 'coordinateur', 'Koordinator'),
  MANAGER: label('project manager', 'projectleider', 'chef de projet', 'Projektleitung'),
  PARTNER: label('partner', 'partner', 'partenaire', 'Partner'),
};

export const GROUPS: Readonly<Record<RegisterGroup, Phrase>> = {
  member: label('member', 'lid', 'membre', 'Mitglied'),
  country: label('country', 'land', 'pays', 'Land'),
  coordinator: label('coordinator', 'coördinator', 'coordinateur', 'Koordinator'),
  'coordinator.country': label('country of the coordinator', 'land van de coördinator', 'pays du coordinateur', 'Land des Koordinators'),
};
