import type { Anchors } from './anchor.js';

/** Education, learning and skills. */
export const SKILLS: Anchors = {
  'skills': {
    nl: ['Onderwijs en vorming: scholen, leerkrachten, leerlingen, studenten, lesmateriaal en cursussen', 'We ontwikkelen opleidingen, lespakketten en leerplannen en versterken vaardigheden en competenties'],
    fr: ['Éducation et formation : écoles, enseignants, élèves, étudiants, supports pédagogiques et cours', 'Développer des formations, des modules et des programmes d’enseignement et renforcer les compétences'],
    en: ['Education and training: schools, teachers, pupils, students, teaching materials and courses', 'Developing training courses, modules and curricula and strengthening skills and competences'],
    de: ['Bildung und Ausbildung: Schulen, Lehrkräfte, Schülerinnen und Schüler, Studierende, Lehrmaterial und Kurse', 'Wir entwickeln Schulungen, Module und Lehrpläne und stärken Kompetenzen und Fähigkeiten'],
  },
  'skills.lifelong': {
    nl: ['Een leven lang leren: volwassenen blijven leren, op het werk, in avondschool en buurthuis', 'Volwasseneneducatie, leerloket, leerrekening, informeel leren, volkshogeschool'],
    fr: ['Apprentissage tout au long de la vie : les adultes continuent d’apprendre, au travail et en cours du soir', 'Éducation des adultes, formation continue, compte formation, apprentissage informel, université populaire'],
    en: ['Lifelong learning: adults keep learning, at work, in evening classes and community centres', 'Adult education, continuing education, learning accounts, informal learning, folk high schools'],
    de: ['Lebenslanges Lernen: Erwachsene lernen weiter, bei der Arbeit, in Abendkursen und Treffpunkten', 'Erwachsenenbildung, Volkshochschule, Bildungsberatung, Bildungskonto, informelles Lernen'],
  },
  'skills.lifelong.basic': {
    nl: ['Basisvaardigheden van volwassenen: laaggeletterdheid, leren lezen, schrijven en rekenen', 'Taalles, alfabetisering, taalmaatjes, taalpunt in de bibliotheek voor laaggeletterden en anderstaligen'],
    fr: ['Compétences de base des adultes : illettrisme, apprendre à lire, écrire et compter', 'Alphabétisation, cours de langue, bénévoles, ateliers de lecture à la bibliothèque pour adultes peu lettrés'],
    en: ['Basic skills of adults: low literacy, learning to read, write and do numeracy', 'Literacy courses, language lessons, volunteer tutors, library language points for low-literate adults'],
    de: ['Grundkompetenzen Erwachsener: geringe Literalität, lesen, schreiben und rechnen lernen', 'Alphabetisierung, Grundbildung, Sprachkurse, Lernpaten und Lerncafé in der Bücherei'],
  },
  'skills.lifelong.upskilling': {
    nl: ['Bijscholing en omscholing van werknemers en werkzoekenden naar tekortberoepen', 'Korte opleidingen, microcredentials, leerpaden, vaardigheden van de toekomst, opleidingsfondsen van sectoren'],
    fr: ['Perfectionnement et reconversion des salariés et demandeurs d’emploi vers les métiers en pénurie', 'Formations courtes, micro-certifications, parcours de formation, compétences de demain, fonds de formation sectoriels'],
    en: ['Upskilling and reskilling of workers and job seekers for shortage occupations', 'Short courses, micro-credentials, learning pathways, skills of the future, sector training funds'],
    de: ['Weiterbildung, Höherqualifizierung und Umschulung von Beschäftigten und Arbeitsuchenden für Mangelberufe', 'Kurzlehrgänge, Micro-Credentials, Lernpfade, Zukunftskompetenzen, Weiterbildungsfonds der Branchen'],
  },
  'skills.vet': {
    nl: ['Beroepsonderwijs en beroepsopleiding: mbo, vakscholen, technische richtingen en vakmensen', 'Praktijklessen, simulatoren en moderne apparatuur, docenten uit het bedrijf, vaktechnisch diploma'],
    fr: ['Enseignement et formation professionnels : lycées professionnels, écoles techniques, métiers manuels', 'Travaux pratiques, simulateurs et équipements modernes, formateurs d’entreprise, diplôme professionnel'],
    en: ['Vocational education and training (VET): vocational schools, technical colleges, skilled trades', 'Practical lessons, simulators and modern equipment, trainers from industry, vocational qualification'],
    de: ['Berufliche Aus- und Weiterbildung: Berufsschulen, Fachschulen, technische Berufe und Fachkräfte', 'Praxisunterricht, Simulatoren und moderne Ausstattung, Ausbilder aus Betrieben, Berufsabschluss'],
  },
  'skills.vet.special': {
    nl: ['Voortgezet speciaal onderwijs en praktijkonderwijs, buitengewoon onderwijs, leerlingen met leerproblemen', 'Leerlingen met een verstandelijke beperking of autisme voorbereiden op werk, branchecertificaten, passend onderwijs'],
    fr: ['Enseignement spécialisé et pratique du secondaire, élèves à besoins éducatifs particuliers', 'Préparer au travail des élèves avec déficience intellectuelle ou autisme, certificats de métier, école inclusive'],
    en: ['Special and practical secondary education, pupils with special educational needs', 'Preparing pupils with intellectual disability or autism for work, trade certificates, inclusive schools'],
    de: ['Förderschulen und praxisorientierte Sekundarschulen, Schüler mit sonderpädagogischem Förderbedarf', 'Schüler mit geistiger Behinderung oder Autismus auf Arbeit vorbereiten, Branchenzertifikate, inklusive Schule'],
  },
  'skills.vet.recognition': {
    nl: ['Erkenning van verworven competenties (EVC), diploma-erkenning en vergelijking van kwalificaties', 'Certificaten, ervaringsbewijs, portfolio, gezamenlijk diploma aan beide zijden van de grens, badges'],
    fr: ['Validation des acquis de l’expérience (VAE), reconnaissance des diplômes et des qualifications', 'Certificats, titre de compétence, portfolio, double diplôme reconnu des deux côtés de la frontière, badges'],
    en: ['Recognition of prior learning, recognition of diplomas and qualifications', 'Certificates, proof of experience, portfolio, joint degree valid on both sides of the border, badges'],
    de: ['Anerkennung früher erworbener Kompetenzen, Anerkennung von Abschlüssen und Qualifikationen', 'Zertifikate, Kompetenznachweis, Portfolio, Doppelabschluss auf beiden Seiten der Grenze, Badges'],
  },
  'skills.school-leaving': {
    nl: ['Voortijdig schoolverlaten en spijbelen voorkomen, schooluitval, leerplicht', 'Huiswerkbegeleiding, tweedekansonderwijs, time-out, leerlingen die zonder diploma dreigen af te haken'],
    fr: ['Prévenir le décrochage scolaire et l’absentéisme, abandon des études', 'Soutien scolaire, école de la deuxième chance, micro-lycée, élèves menacés de sortir sans diplôme'],
    en: ['Preventing early school leaving, drop-out and truancy', 'Homework support, second-chance education, time-out, pupils at risk of leaving without a diploma'],
    de: ['Frühen Schulabbruch und Schulschwänzen verhindern, Schulverweigerung', 'Hausaufgabenhilfe, zweite Chance, Auszeitangebote, Schüler, die ohne Abschluss abzubrechen drohen'],
  },
  'skills.school-leaving.transition': {
    also: ['employment.youth'],
    nl: ['Overgang van school naar werk: studiekeuze en beroepskeuze van scholieren', 'Beroepenbeurs, bedrijfsbezoeken, snuffelstage, scholieren kennis laten maken met techniek en beroepen'],
    fr: ['Transition de l’école à la vie active : orientation et choix du métier des élèves', 'Salon des métiers, visites d’entreprises, stages de découverte, faire connaître les métiers techniques aux élèves'],
    en: ['Transition from school to work: study choice and career orientation of pupils', 'Careers fairs, company visits, taster placements, showing pupils technical jobs and professions'],
    de: ['Übergang von der Schule in den Beruf: Berufsorientierung und Berufswahl von Schülern', 'Berufsmesse, Betriebsbesuche, Schnupperpraktikum, Schülern technische Berufe näherbringen'],
  },
  'skills.entrepreneurial': {
    nl: ['Ondernemende vaardigheden: ondernemerschap leren op school en aan de universiteit', 'Leerlingenbedrijf, ideeënwedstrijd, studenten werken een ondernemingsplan uit, creativiteit en initiatief'],
    fr: ['Compétences entrepreneuriales : apprendre l’esprit d’entreprise à l’école et à l’université', 'Mini-entreprise, concours d’idées, étudiants entrepreneurs, plan d’affaires, créativité et initiative'],
    en: ['Entrepreneurial skills: learning entrepreneurship at school and university', 'Mini-companies, idea contests, students write a business plan, creativity and initiative'],
    de: ['Unternehmerische Kompetenzen: Unternehmergeist in Schule und Hochschule lernen', 'Schülerfirma, Ideenwettbewerb, Studierende schreiben einen Geschäftsplan, Kreativität und Initiative'],
  },
  'skills.digital': {
    nl: ['Digitale vaardigheden: computer, smartphone en internet leren gebruiken, digitale kloof dichten', 'Mediawijsheid, programmeren, digibanken, senioren en laagopgeleiden leren online diensten gebruiken'],
    fr: ['Compétences numériques : apprendre à utiliser ordinateur, smartphone et internet, réduire la fracture numérique', 'Éducation aux médias, codage, espaces publics numériques, seniors et peu qualifiés apprennent les services en ligne'],
    en: ['Digital skills: learning to use computer, smartphone and internet, closing the digital divide', 'Media literacy, coding, public computer rooms, seniors and low-skilled people learn to use online services'],
    de: ['Digitale Kompetenzen: Computer, Smartphone und Internet nutzen lernen, digitale Kluft schließen', 'Medienkompetenz, Programmieren, Digitalcafé, Senioren und Geringqualifizierte lernen Online-Dienste'],
  },
  'skills/languages': {
    also: ['territory.cross-border'],
    nl: ['Buurtaal leren: taalonderwijs en tweetaligheid in de grensregio', 'Uitwisseling van klassen, tweetalige kleuterschool, taaltandem, kinderen leren de taal van het buurland'],
    fr: ['Apprendre la langue du voisin : enseignement des langues et bilinguisme dans la région frontalière', 'Échanges de classes, école maternelle bilingue, tandem linguistique, les enfants apprennent la langue du pays voisin'],
    en: ['Learning the neighbour’s language: language teaching and bilingualism in the border region', 'Class exchanges, bilingual kindergarten, language tandems, children learn the language of the neighbouring country'],
    de: ['Nachbarsprache lernen: Sprachunterricht und Zweisprachigkeit in der Grenzregion', 'Klassenaustausch, zweisprachiger Kindergarten, Sprachtandem, Kinder lernen die Sprache des Nachbarlandes'],
  },
  'skills/higher-education': {
    nl: ['Hoger onderwijs: universiteiten en hogescholen bieden samen een masteropleiding aan', 'Studentenuitwisseling, gezamenlijk curriculum, zomerschool, docenten en promovendi, e-learning'],
    fr: ['Enseignement supérieur : universités et hautes écoles proposent ensemble un master', 'Mobilité des étudiants, cursus commun, école d’été, professeurs et doctorants, apprentissage en ligne'],
    en: ['Higher education: universities and colleges offer a joint master programme', 'Student exchange, joint curriculum, summer school, lecturers and doctoral candidates, e-learning'],
    de: ['Hochschulbildung: Universitäten und Hochschulen bieten gemeinsam einen Masterstudiengang an', 'Studierendenaustausch, gemeinsames Curriculum, Sommerschule, Dozenten und Doktoranden, E-Learning'],
  },
  'skills/stem': {
    nl: ['Techniek en wetenschap (STEM) aantrekkelijk maken voor kinderen en meisjes', 'Wetenschapsmuseum, robots, proefjes, makerspace, technieklokaal, wiskunde en natuurkunde op school'],
    fr: ['Rendre les sciences et techniques attrayantes pour les enfants et les filles', 'Musée des sciences, robots, expériences, fablab, atelier technique, mathématiques et physique à l’école'],
    en: ['Making science and technology (STEM) attractive to children and girls', 'Science museum, robots, experiments, makerspace, technical classroom, maths and physics at school'],
    de: ['Naturwissenschaft und Technik (MINT) für Kinder und Mädchen attraktiv machen', 'Wissenschaftsmuseum, Roboter, Experimente, Schülerlabor, Werkstatt, Mathematik und Physik in der Schule'],
  },
  'skills/environmental-education': {
    also: ['transition.climate'],
    nl: ['Natuur- en milieueducatie voor kinderen, scholen en gezinnen', 'Boslessen, schooltuin, natuurpad, kinderen ontdekken dieren en planten, duurzaamheid in de klas'],
    fr: ['Éducation à la nature et à l’environnement pour enfants, écoles et familles', 'Classes vertes, jardin scolaire, sentier nature, les enfants découvrent animaux et plantes, durabilité en classe'],
    en: ['Nature and environmental education for children, schools and families', 'Forest lessons, school garden, nature trail, children discover animals and plants, sustainability in class'],
    de: ['Natur- und Umweltbildung für Kinder, Schulen und Familien', 'Waldpädagogik, Schulgarten, Naturlehrpfad, Kinder entdecken Tiere und Pflanzen, Nachhaltigkeit im Unterricht'],
  },
  'skills/early-childhood': {
    nl: ['Voor- en vroegschoolse opvoeding: peuters, kleuters, kinderdagverblijf en opvoedingsondersteuning', 'Pedagogische medewerkers bijscholen, spelend leren, jonge kinderen en hun ouders'],
    fr: ['Petite enfance : tout-petits, crèche, école maternelle et soutien à la parentalité', 'Former les éducateurs et puéricultrices, apprendre en jouant, jeunes enfants et leurs parents'],
    en: ['Early childhood education: toddlers, nursery, kindergarten and parenting support', 'Training childcare staff, learning through play, young children and their parents'],
    de: ['Frühkindliche Bildung: Kleinkinder, Krippe, Kindergarten und Elternarbeit', 'Erzieherinnen fortbilden, spielerisch lernen, Vorschulkinder und ihre Eltern'],
  },
};
