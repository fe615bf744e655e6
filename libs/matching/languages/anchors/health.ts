import type { Anchors } from './anchor.js';

/** Health, care and ageing. */
export const HEALTH: Anchors = {
  'health': {
    nl: ['Gezondheid en preventie: gezonde levensstijl, voeding, bewegen, overgewicht en roken', 'Gezondheidsbevordering bij kinderen en volwassenen, chronische ziekten voorkomen, welzijn van de bevolking'],
    fr: ['Santé et prévention : mode de vie sain, alimentation, activité physique, obésité et tabac', 'Promotion de la santé auprès des enfants et adultes, prévenir les maladies chroniques, bien-être de la population'],
    en: ['Health and prevention: healthy lifestyle, nutrition, exercise, obesity and smoking', 'Health promotion among children and adults, preventing chronic disease, well-being of the population'],
    de: ['Gesundheit und Prävention: gesunder Lebensstil, Ernährung, Bewegung, Übergewicht und Rauchen', 'Gesundheitsförderung bei Kindern und Erwachsenen, chronischen Krankheiten vorbeugen, Wohlbefinden der Bevölkerung'],
  },
  'health.ageing': {
    nl: ['Vergrijzing: ouderen, senioren en een ouder wordende bevolking', 'Demografische verandering, actieve senioren, zilveren economie, ouderenraad, gepensioneerden'],
    fr: ['Vieillissement de la population : personnes âgées, seniors, aînés', 'Changement démographique, seniors actifs, économie argentée, conseil des aînés, retraités'],
    en: ['Ageing population: older people, seniors and the elderly', 'Demographic change, active seniors, silver economy, seniors council, pensioners'],
    de: ['Alternde Bevölkerung: ältere Menschen, Seniorinnen und Senioren', 'Demografischer Wandel, aktive Senioren, Seniorenwirtschaft, Seniorenrat, Rentner'],
  },
  'health.ageing.in-place': {
    nl: ['Langer zelfstandig thuis wonen met hulp, woningaanpassing en technologie', 'Valpreventie, domotica, slimme sensoren, alarmknop, thuiszorg, levensloopbestendig wonen'],
    fr: ['Bien vieillir chez soi : maintien à domicile avec aide, adaptation du logement et technologies', 'Prévention des chutes, domotique, capteurs intelligents, téléalarme, aide à domicile'],
    en: ['Ageing in place: living independently at home for longer with help, home adaptation and technology', 'Fall prevention, smart home, sensors, alarm button, home care, lifelong homes'],
    de: ['Selbstständig zu Hause altern mit Hilfe, Wohnraumanpassung und Technik', 'Sturzprävention, Smart Home, Sensoren, Hausnotruf, häusliche Pflege, altersgerechtes Wohnen'],
  },
  'health.ageing.rural': {
    nl: ['Ouder worden op het platteland: zorg en diensten in dorpen met weinig inwoners', 'Dorpsondersteuner, vervoer voor ouderen, buurtwinkel, dokter en zorg in landelijke gemeenten'],
    fr: ['Vieillir en milieu rural : soins et services dans les villages peu peuplés', 'Transport pour personnes âgées, commerces de proximité, médecin et soins dans les communes rurales'],
    en: ['Ageing in rural areas: care and services in sparsely populated villages', 'Village support workers, transport for older people, local shop, doctor and care in rural communities'],
    de: ['Altern im ländlichen Raum: Pflege und Dienste in dünn besiedelten Dörfern', 'Dorfkümmerer, Fahrdienste für Ältere, Dorfladen, Landarzt und Versorgung in ländlichen Gemeinden'],
  },
  'health.ageing.loneliness': {
    nl: ['Eenzaamheid en isolement van ouderen en alleenstaanden doorbreken', 'Vrijwilligers op bezoek, ontmoetingsplek, buurtnetwerken, sociale contacten, praatcafé'],
    fr: ['Rompre la solitude et l’isolement des personnes âgées et seules', 'Visites de bénévoles, lieu de rencontre, réseaux de voisinage, lien social, café papote'],
    en: ['Breaking loneliness and isolation of older people and people living alone', 'Volunteer visits, meeting place, neighbourhood networks, social contacts, befriending'],
    de: ['Einsamkeit und Isolation älterer und alleinstehender Menschen durchbrechen', 'Besuchsdienst durch Ehrenamtliche, Begegnungsort, Nachbarschaftsnetze, soziale Kontakte'],
  },
  'health/dementia': {
    also: ['health.ageing'],
    nl: ['Dementie en Alzheimer: mensen met dementie, geheugenproblemen en hun naasten', 'Mantelzorgers, dementievriendelijke gemeente, dagopvang, woonzorgcentrum, ondersteuning van familie'],
    fr: ['Démence et maladie d’Alzheimer : personnes atteintes, troubles de la mémoire et proches', 'Aidants, commune amie démence, accueil de jour, maison de repos, EHPAD, soutien aux familles'],
    en: ['Dementia and Alzheimer’s disease: people with dementia, memory problems and their relatives', 'Informal carers, dementia-friendly community, day care, nursing home, family support'],
    de: ['Demenz und Alzheimer: Menschen mit Demenz, Gedächtnisprobleme und ihre Angehörigen', 'Pflegende Angehörige, demenzfreundliche Kommune, Tagespflege, Pflegeheim, Unterstützung der Familien'],
  },
  'health.care': {
    nl: ['Zorg en welzijn: ziekenhuizen, zorginstellingen, artsen, verpleegkundigen en patiënten', 'Kwaliteit van zorg, behandeling, medische apparatuur, tekort aan zorgpersoneel, grensoverschrijdende zorg'],
    fr: ['Services de santé et d’aide sociale : hôpitaux, établissements de soins, médecins, infirmiers et patients', 'Qualité des soins, traitement, équipement médical, pénurie de soignants, soins transfrontaliers'],
    en: ['Health and social care services: hospitals, care institutions, doctors, nurses and patients', 'Quality of care, treatment, medical equipment, shortage of care staff, cross-border healthcare'],
    de: ['Gesundheits- und Sozialdienste: Krankenhäuser, Kliniken, Pflegeeinrichtungen, Ärzte, Pflegekräfte und Patienten', 'Qualität der Versorgung, Behandlung, medizinische Geräte, Pflegenotstand, grenzüberschreitende Gesundheitsversorgung'],
  },
  'health.care.community': {
    nl: ['Buurtgerichte zorg: wijkverpleging, huisarts, eerstelijnszorg en mantelzorg dicht bij huis', 'Wijkgezondheidscentrum, zorgzame buurten, thuiszorg, geïntegreerde zorg, ontslag uit het ziekenhuis'],
    fr: ['Soins de proximité : infirmiers à domicile, médecin généraliste, première ligne et aidants', 'Maison de santé, quartiers solidaires, soins à domicile, soins intégrés, sortie d’hôpital'],
    en: ['Community-based care: district nursing, general practitioner, primary care and informal care close to home', 'Community health centre, caring neighbourhoods, home care, integrated care, hospital discharge'],
    de: ['Gemeindenahe Versorgung: ambulante Pflege, Hausarzt, Primärversorgung und Angehörige', 'Gesundheitszentrum, sorgende Gemeinschaften, häusliche Pflege, integrierte Versorgung, Entlassung aus dem Krankenhaus'],
  },
  'health.care.mental': {
    nl: ['Geestelijke gezondheid: psychische problemen, depressie, angst, zelfdoding', 'Psychiatrie, psychologen, therapie, weerbaarheid van jongeren, ggz, herstel en lotgenoten'],
    fr: ['Santé mentale : troubles psychiques, dépression, anxiété, suicide', 'Psychiatrie, psychologues, thérapie, résilience des jeunes, rétablissement et pairs'],
    en: ['Mental health: psychological problems, depression, anxiety, suicide', 'Psychiatry, psychologists, therapy, resilience of young people, recovery and peers'],
    de: ['Psychische Gesundheit: seelische Probleme, Depression, Angst, Suizid', 'Psychiatrie, Psychologen, Therapie, Resilienz junger Menschen, Genesung und Selbsthilfe'],
  },
  'health.care.communities': {
    nl: ['Gezondheid van gemeenschappen: gezondheidsverschillen en ongelijkheid in achterstandswijken verkleinen', 'Gezonde wijk, gezondheidsambassadeurs, kwetsbare groepen, volksgezondheid, gemeentelijk gezondheidsbeleid'],
    fr: ['Santé des communautés : réduire les inégalités de santé dans les quartiers défavorisés', 'Quartier en santé, ambassadeurs santé, groupes vulnérables, santé publique, politique de santé des communes'],
    en: ['Health of communities: reducing health inequalities in deprived neighbourhoods', 'Healthy neighbourhood, health ambassadors, vulnerable groups, public health, municipal health policy'],
    de: ['Gesundheit von Gemeinschaften: gesundheitliche Ungleichheit in benachteiligten Vierteln verringern', 'Gesundes Quartier, Gesundheitslotsen, gefährdete Gruppen, öffentliche Gesundheit, kommunale Gesundheitspolitik'],
  },
  'health/e-health': {
    also: ['transition.digital'],
    nl: ['E-health en telegeneeskunde: digitale zorg, monitoring op afstand, gezondheidsapps', 'Elektronisch patiëntendossier, videoconsult, medische gegevens, wearables, kunstmatige intelligentie in de zorg'],
    fr: ['E-santé et télémédecine : soins numériques, télésurveillance, applications de santé', 'Dossier patient électronique, téléconsultation, données médicales, objets connectés, intelligence artificielle en santé'],
    en: ['E-health and telemedicine: digital care, remote monitoring, health apps', 'Electronic patient record, video consultation, medical data, wearables, artificial intelligence in healthcare'],
    de: ['E-Health und Telemedizin: digitale Versorgung, Fernüberwachung, Gesundheits-Apps', 'Elektronische Patientenakte, Videosprechstunde, medizinische Daten, Wearables, künstliche Intelligenz in der Medizin'],
  },
  'health/biomedical-research': {
    also: ['transition.innovation'],
    nl: ['Biomedisch onderzoek: kanker, geneesmiddelen, diagnostiek, cellen en genen', 'Klinische studies, biomarkers, beeldvorming, universitair ziekenhuis en laboratorium, nieuwe therapieën en vaccins'],
    fr: ['Recherche biomédicale : cancer, médicaments, diagnostic, cellules et gènes', 'Essais cliniques, biomarqueurs, imagerie, hôpital universitaire et laboratoire, nouvelles thérapies et vaccins'],
    en: ['Biomedical research: cancer, drugs, diagnostics, cells and genes', 'Clinical trials, biomarkers, imaging, university hospital and laboratory, new therapies and vaccines'],
    de: ['Biomedizinische Forschung: Krebs, Arzneimittel, Diagnostik, Zellen und Gene', 'Klinische Studien, Biomarker, Bildgebung, Universitätsklinikum und Labor, neue Therapien und Impfstoffe'],
  },
  'health/epidemics': {
    also: ['society.security'],
    nl: ['Infectieziekten en pandemie: antibioticaresistentie, ziekenhuisbacteriën, virussen, covid', 'Hygiëne, besmetting, teken en muggen, surveillance, vaccinatie, voedselveiligheid'],
    fr: ['Maladies infectieuses et pandémie : résistance aux antibiotiques, bactéries hospitalières, virus, covid', 'Hygiène, contamination, tiques et moustiques, surveillance, vaccination, sécurité alimentaire'],
    en: ['Infectious diseases and pandemics: antibiotic resistance, hospital bacteria, viruses, covid', 'Hygiene, infection, ticks and mosquitoes, surveillance, vaccination, food safety'],
    de: ['Infektionskrankheiten und Pandemie: Antibiotikaresistenz, Krankenhauskeime, Viren, Covid', 'Hygiene, Ansteckung, Zecken und Mücken, Überwachung, Impfung, Lebensmittelsicherheit'],
  },
  'health/emergency-medicine': {
    also: ['society.security', 'territory.cross-border'],
    nl: ['Spoedeisende hulp en ambulances over de grens: reddingsdienst, mug-heli, noodoproep', 'Reanimatie, hartstilstand, defibrillator, traumacentrum, dringende medische hulp'],
    fr: ['Urgences médicales et ambulances transfrontalières : secours, SMUR, hélicoptère, appel d’urgence', 'Réanimation, arrêt cardiaque, défibrillateur, aide médicale urgente'],
    en: ['Emergency medicine and ambulances across the border: rescue service, helicopter, emergency call', 'Resuscitation, cardiac arrest, defibrillator, trauma centre, urgent medical aid'],
    de: ['Notfallmedizin und Rettungsdienst über die Grenze: Rettungswagen, Hubschrauber, Notruf', 'Wiederbelebung, Herzstillstand, Defibrillator, Traumazentrum, Notarzt'],
  },
  'health/children': {
    nl: ['Gezondheid van moeder en kind: zwangerschap, pasgeborenen, zieke kinderen, kindergeneeskunde', 'Vroedvrouwen, borstvoeding, ontwikkelingsstoornissen, kinderziekenhuis, gezinnen'],
    fr: ['Santé de la mère et de l’enfant : grossesse, nouveau-nés, enfants malades, pédiatrie', 'Sages-femmes, allaitement, troubles du développement, hôpital pour enfants, familles'],
    en: ['Mother and child health: pregnancy, newborns, sick children, paediatrics', 'Midwives, breastfeeding, developmental disorders, children’s hospital, families'],
    de: ['Gesundheit von Mutter und Kind: Schwangerschaft, Neugeborene, kranke Kinder, Kinderheilkunde', 'Hebammen, Stillen, Entwicklungsstörungen, Kinderklinik, Familien'],
  },
  'health/rehabilitation': {
    nl: ['Revalidatie en zorgtechnologie: beroerte, fysiotherapie, prothesen, robotica', 'Patiënten oefenen met serious games, exoskelet, bewegingsanalyse, herstel na hersenletsel'],
    fr: ['Réadaptation et technologies de soins : AVC, kinésithérapie, prothèses, robotique', 'Les patients s’exercent avec des jeux sérieux, exosquelette, analyse du mouvement, récupération après lésion cérébrale'],
    en: ['Rehabilitation and care technology: stroke, physiotherapy, prostheses, robotics', 'Patients practise with serious games, exoskeleton, motion analysis, recovery after brain injury'],
    de: ['Rehabilitation und Pflegetechnik: Schlaganfall, Physiotherapie, Prothesen, Robotik', 'Patienten üben mit Serious Games, Exoskelett, Bewegungsanalyse, Erholung nach Hirnverletzung'],
  },
  'health/palliative-chronic': {
    nl: ['Chronische ziekten en palliatieve zorg: diabetes, hartziekten, pijn, levenseinde', 'Zelfmanagement van patiënten, obesitas, medicatie, steun aan naasten'],
    fr: ['Maladies chroniques et soins palliatifs : diabète, maladies cardiaques, douleur, fin de vie', 'Autogestion des patients, obésité, médication, soutien aux proches'],
    en: ['Chronic diseases and palliative care: diabetes, heart disease, pain, end of life', 'Self-management of patients, obesity, medication, support for relatives'],
    de: ['Chronische Krankheiten und Palliativpflege: Diabetes, Herzkrankheiten, Schmerz, Lebensende', 'Selbstmanagement von Patienten, Adipositas, Medikamente, Hilfe für Angehörige'],
  },
};
